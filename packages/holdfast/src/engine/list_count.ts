/** Counts the entries of a list while they pass, so that no list need be in memory. */
import type { EntryKind, ListEntry } from '@holdfast/lists'
import type { ListReadReport } from './list_read_findings.ts'

/** Tags beyond this many are some other text in the place of programmes; they are not counted. */
const PROGRAMMES_MAX = 10_000

type Counts = Pick<
  ListReadReport,
  'entries' | 'names' | 'weakNames' | 'kinds' | 'programmes' | 'states'
>

export class ListCount {
  #entries = 0
  #names = 0
  #weakNames = 0
  readonly #kinds = new Map<EntryKind, number>()
  readonly #programmes = new Map<string, number>()
  readonly #states = { births: 0, nationalities: 0, identifiers: 0, addresses: 0, links: 0 }

  take(entry: ListEntry): void {
    this.#entries += 1
    this.#names += entry.names.length
    for (const { quality } of entry.names) if (quality === 'weak') this.#weakNames += 1
    this.#kinds.set(entry.kind, (this.#kinds.get(entry.kind) ?? 0) + 1)
    for (const tag of entry.programmes) {
      const before = this.#programmes.get(tag)
      if (before === undefined && this.#programmes.size >= PROGRAMMES_MAX) continue
      this.#programmes.set(tag, (before ?? 0) + 1)
    }
    const states = this.#states
    states.births += entry.births?.length ?? 0
    states.nationalities += entry.nationalities?.length ?? 0
    states.identifiers += entry.identifiers?.length ?? 0
    states.addresses += entry.addresses.length
    states.links += entry.links?.length ?? 0
  }

  /** The most first; what is as many in the order of the letters. */
  get counts(): Counts {
    const most = (a: readonly [string, number], b: readonly [string, number]): number =>
      b[1] - a[1] || (a[0] < b[0] ? -1 : 1)
    return {
      entries: this.#entries,
      names: this.#names,
      weakNames: this.#weakNames,
      kinds: Object.fromEntries([...this.#kinds].sort(most)),
      programmes: Object.fromEntries([...this.#programmes].sort(most)),
      states: this.#states,
    }
  }
}
