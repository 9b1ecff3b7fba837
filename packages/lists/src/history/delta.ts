/** What differs between two versions of a list, as lines from which the later one is made again. */
import { type JsonRecord, jsonRecord } from '@holdfast/records'
import type { ListEntry } from '../entry.ts'
import { canonicalEntry, canonicalText } from './digest.ts'

/**
 * The lines that make `after` from `before`, in the order of `after`: `=N` takes the next N
 * entries, `-N` leaves out the next N, `~{...}` takes the next one with those fields changed (null:
 * no longer stated), `+{...}` is an entry that is new or stands elsewhere. `patched` makes `after`
 * with every entry, in its order. O(n log n) in the entries.
 */
export function deltaLines(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
): readonly string[] {
  const kept = inOrder(before, after)
  const lines: string[] = []
  let at = 0
  let same = 0
  const flush = (): void => {
    if (same > 0) lines.push(`=${same}`)
    same = 0
  }
  for (const [index, entry] of after.entries()) {
    const from = kept.get(index)
    if (from === undefined) {
      flush()
      lines.push(`+${canonicalEntry(entry)}`)
      continue
    }
    if (from > at) {
      flush()
      lines.push(`-${from - at}`)
    }
    at = from + 1
    const patch = patchOf(before[from]!, entry)
    if (patch === null) {
      same += 1
      continue
    }
    flush()
    lines.push(`~${patch}`)
  }
  flush()
  if (at < before.length) lines.push(`-${before.length - at}`)
  return lines
}

/** The later version; null when the lines do not fit the earlier one. */
export function patched(
  before: readonly ListEntry[],
  lines: readonly string[],
): ListEntry[] | null {
  const after: ListEntry[] = []
  let at = 0
  for (const line of lines) {
    const rest = line.slice(1)
    const count = Number(rest)
    switch (line[0]) {
      case '=':
      case '-':
        if (!Number.isInteger(count) || count < 1 || at + count > before.length) return null
        if (line[0] === '=') for (let i = at; i < at + count; i += 1) after.push(before[i]!)
        at += count
        break
      case '~': {
        const [entry, patch] = [before[at], jsonRecord(rest)]
        if (entry === undefined || patch === null) return null
        after.push(withPatch(entry, patch))
        at += 1
        break
      }
      case '+': {
        const entry = jsonRecord(rest)
        if (entry === null) return null
        after.push(entry as unknown as ListEntry)
        break
      }
      default:
        return null
    }
  }
  return at === before.length ? after : null
}

/** The fields that differ, as JSON; null when none does. */
function patchOf(before: ListEntry, after: ListEntry): string | null {
  if (before === after) return null
  const [was, is] = [before, after] as unknown as [JsonRecord, JsonRecord]
  const patch: Record<string, unknown> = {}
  for (const key of new Set([...Object.keys(was), ...Object.keys(is)])) {
    const value = is[key] ?? null
    const old = was[key] ?? null
    if (value === old || canonicalText(value) === canonicalText(old)) continue
    patch[key] = value
  }
  return Object.keys(patch).length === 0 ? null : canonicalText(patch)
}

function withPatch(entry: ListEntry, patch: JsonRecord): ListEntry {
  const fields: Record<string, unknown> = { ...entry, ...patch }
  for (const key of Object.keys(patch)) if (patch[key] === null) delete fields[key]
  return fields as unknown as ListEntry
}

/**
 * Which entries of the later version are taken from the earlier one: the longest run of those with
 * the same number that stand in the same order in both; its index in the earlier by that in the
 * later. The longest increasing run by patience sorting (Schensted, 1961; Fredman, 1975).
 */
function inOrder(
  before: readonly ListEntry[],
  after: readonly ListEntry[],
): ReadonlyMap<number, number> {
  const places = new Map(before.map((entry, index) => [entry.id, index]))
  /** For each length the index in `after` at which the run with the smallest end ends. */
  const ends: number[] = []
  const from = after.map((entry) => places.get(entry.id) ?? -1)
  const previous = new Int32Array(after.length).fill(-1)
  for (const [index, place] of from.entries()) {
    if (place < 0) continue
    let [low, high] = [0, ends.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (from[ends[middle]!]! < place) low = middle + 1
      else high = middle
    }
    previous[index] = low === 0 ? -1 : ends[low - 1]!
    ends[low] = index
  }
  const kept = new Map<number, number>()
  for (let index = ends.at(-1) ?? -1; index >= 0; index = previous[index]!) {
    kept.set(index, from[index]!)
  }
  return kept
}
