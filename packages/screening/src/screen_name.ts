import type { Statement } from '@holdfast/kernel'
import type { ListEntry, ListedName } from '@holdfast/lists'
import { candidatesFor, Sums } from './candidates.ts'
import { evidenceOf, mostSupport, numberKey } from './evidence.ts'
import { compareForms } from './features.ts'
import { logOdds, oddsOf, scoreOf, THRESHOLD } from './model.ts'
import { type NameForm, nameForm } from './name_form.ts'
import type { ScreenQuery } from './query.ts'
import { nameReasons } from './reasons.ts'
import { mannersOf, type Screen } from './screen.ts'
import type { Manner } from './token.ts'

/** An entry that may be who is looked for. */
export interface Match {
  readonly list: string
  readonly entry: ListEntry
  /** The name of the entry that fits best. */
  readonly name: ListedName
  /** Between 0 and 1; see `comparePair`. Evidence beside the names is in it. */
  readonly score: number
  readonly reasons: readonly Statement[]
}

export interface ScreenOptions {
  /** The least score that is reported; `THRESHOLD` unless stated. */
  readonly threshold?: number | undefined
  /** The most matches that are reported; 10 unless stated. */
  readonly limit?: number | undefined
}

const LIMIT = 10
/** A list itself warns of its weak names. */
const WEAK_ODDS = -1

/** What is kept of an entry while its names are compared. */
interface Best {
  readonly odds: number
  readonly asked: NameForm
  readonly listed: NameForm | null
  readonly name: ListedName
}

/** Sums of a screen's tables: made once, since zeroing a million numbers takes a millisecond. */
const workspaces = new WeakMap<Screen, Record<Manner, Sums>>()

/**
 * Looks a party up: the entries whose names or numbers fit, the likeliest first, each once with its
 * best name. The same question gets the same answer, whatever was asked before.
 */
export function screenName(
  screen: Screen,
  query: ScreenQuery,
  options: ScreenOptions = {},
): readonly Match[] {
  const threshold = options.threshold ?? THRESHOLD
  const best = new Map<number, Best>()
  const oddsMin = oddsOf(threshold) - mostSupport(query)
  for (const manner of mannersOf(query.kind)) {
    for (const name of [query.name, ...(query.aliases ?? [])]) {
      compareCandidates(screen, nameForm(name, manner, screen.asked), oddsMin, best)
    }
  }
  addNumbered(screen, query, best)
  const ranked: { index: number; found: Best; odds: number; evidence: readonly Statement[] }[] = []
  for (const [index, found] of best) {
    const evidence = evidenceOf(query, screen.entries[index]!.entry)
    const odds = found.odds + evidence.odds
    if (scoreOf(odds) >= threshold) ranked.push({ index, found, odds, evidence: evidence.reasons })
  }
  return ranked
    .sort((a, b) => b.odds - a.odds || a.index - b.index)
    .slice(0, options.limit ?? LIMIT)
    .map(({ index, found, odds, evidence }) => ({
      ...screen.entries[index]!,
      name: found.name,
      score: scoreOf(odds),
      reasons: [...reasonsFor(found), ...evidence],
    }))
}

function compareCandidates(
  screen: Screen,
  form: NameForm,
  oddsMin: number,
  best: Map<number, Best>,
): void {
  if (form.tokens.length === 0) return
  const table = screen.tables[form.manner]
  const sums = workspaceOf(screen)[form.manner]
  for (const candidate of candidatesFor(form, table, sums, oddsMin)) {
    const { form: listed, entry, name } = table.names[candidate]!
    const { features } = compareForms(form, listed)
    const stated = screen.entries[entry]!.entry.names[name]!
    const odds = logOdds(features, form.manner) + (stated.quality === 'weak' ? WEAK_ODDS : 0)
    const known = best.get(entry)
    if (known === undefined || odds > known.odds) {
      best.set(entry, { odds, asked: form, listed, name: stated })
    }
  }
}

/** Entries that bear a number asked for, whatever their names. */
function addNumbered(screen: Screen, query: ScreenQuery, best: Map<number, Best>): void {
  for (const number of query.identifiers ?? []) {
    for (const index of screen.numbers.get(numberKey(number)) ?? []) {
      const { entry } = screen.entries[index]!
      const asked = nameForm(query.name, 'other', screen.asked)
      const unlike: Best = { odds: UNLIKE_ODDS, asked, listed: null, name: entry.names[0]! }
      if (!best.has(index)) best.set(index, unlike)
    }
  }
}

/** The names have nothing in common. */
const UNLIKE_ODDS = -4

function reasonsFor(found: Best): readonly Statement[] {
  if (found.listed === null) return []
  const { alignment } = compareForms(found.asked, found.listed)
  return nameReasons(found.asked, found.listed, alignment)
}

function workspaceOf(screen: Screen): Record<Manner, Sums> {
  const known = workspaces.get(screen)
  if (known !== undefined) return known
  const made = {
    person: new Sums(screen.tables.person.names.length),
    other: new Sums(screen.tables.other.names.length),
  }
  workspaces.set(screen, made)
  return made
}
