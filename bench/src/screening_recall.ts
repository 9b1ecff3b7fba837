/**
 * Who of the people on the United Nations' list is found when one invented person in a thousand
 * may raise a false alarm.
 */
import type { DesignationList, ListEntry } from '@holdfast/lists'
import type { Chance } from './chance.ts'
import { plainName } from './screening_baselines.ts'
import type { Retrieval } from './screening_candidates.ts'
import type { Customer } from './screening_data.ts'
import { askRival, type Rival, rivalEntity } from './screening_rivals.ts'
import { roughened } from './screening_variants.ts'
import { tableOf } from './table.ts'

export const ALARMS_MAX = 0.001
/** What yente hands to nomenklatura for a request: ten times its limit of five. */
const CANDIDATES = 50

/** A listed person as a customer would be written down, and the entries that it is. */
export interface Positive {
  readonly clean: Customer
  /** The same with typing errors or in another order. */
  readonly treated: Customer
  /** With more errors than one makes by chance. */
  readonly rough: Customer
  readonly entries: ReadonlySet<string>
}

/** Only those whose clean name stands in the list word for word. */
export function positivesOf(
  clean: readonly Customer[],
  treated: readonly Customer[],
  entries: readonly ListEntry[],
  chance: Chance,
): Positive[] {
  const byName = new Map<string, Set<string>>()
  for (const { id, names } of entries) {
    const key = plainName(names[0]?.text ?? '')
    byName.set(key, (byName.get(key) ?? new Set()).add(id))
  }
  return clean.flatMap((one, i) => {
    const found = byName.get(plainName(one.name))
    if (found === undefined) return []
    const rough = { ...one, name: roughened(one.name, chance) }
    return [{ clean: one, treated: treated[i]!, rough, entries: found }]
  })
}

/** Scores of one engine under one condition. */
export interface Found {
  /** Of each positive the score of the right entry, 0 when it was not found. */
  readonly clean: readonly number[]
  readonly treated: readonly number[]
  readonly rough: readonly number[]
  /** Of each negative the highest score. */
  readonly negatives: readonly number[]
}

/** The score above which at most the allowed share of the negatives lies. */
export function alarmThreshold(negatives: readonly number[]): number {
  const sorted = [...negatives].sort((a, b) => b - a)
  return sorted[Math.floor(negatives.length * ALARMS_MAX)] ?? 0
}

const shareAbove = (scores: readonly number[], threshold: number): number =>
  scores.filter((score) => score > threshold).length / scores.length

export interface RecallRow {
  readonly engine: string
  readonly withBirths: boolean
  readonly found: Found
  readonly ownThreshold: number | null
}

export function recallTable(rows: readonly RecallRow[]): string {
  const percent = (value: number, digits: number): string => `${(100 * value).toFixed(digits)} %`
  const lines = rows.map(({ engine, withBirths, found, ownThreshold }) => {
    const threshold = alarmThreshold(found.negatives)
    const at = (limit: number): string[] =>
      [found.clean, found.treated, found.rough].map((scores) =>
        percent(shareAbove(scores, limit), 1),
      )
    // At its own threshold a score that reaches it counts.
    const own = ownThreshold === null ? null : ownThreshold - 1e-9
    const alarms = own === null ? '–' : percent(shareAbove(found.negatives, own), 2)
    return [
      engine,
      withBirths ? 'name, birth' : 'name',
      String(found.negatives.length),
      threshold.toFixed(3),
      ...at(threshold),
      ...(own === null ? ['–', '–', '–'] : at(own)),
      alarms,
    ]
  })
  const heading = [
    'engine',
    'given',
    'negatives',
    'threshold for 1 in 1,000',
    'clean',
    'treated',
    'rough',
    'own threshold: clean',
    'treated',
    'rough',
    'false alarms',
  ]
  return tableOf(heading, lines)
}

/** How a rival finds them among what the retrieval returns. */
export async function rivalFinds(
  rival: Rival,
  list: DesignationList,
  retrieval: Retrieval,
  positives: readonly Positive[],
  negatives: readonly Customer[],
  withBirths: boolean,
): Promise<Found> {
  const customers = [
    ...positives.map(({ clean }) => clean),
    ...positives.map(({ treated }) => treated),
    ...positives.map(({ rough }) => rough),
    ...negatives,
  ]
  const queries = customers.map(({ name, born }) => {
    const births = withBirths && born !== '' ? [born] : []
    const query = { schema: 'Person', names: [name], births }
    return { query, against: retrieval.find(name, CANDIDATES) }
  })
  const asked = queries.filter(({ against }) => against.length > 0)
  const index = list.entries.map((entry) => rivalEntity(entry, true))
  const answer = await askRival(rival, { index, queries: asked })
  const rows = new Map(asked.map((one, i) => [one, answer.rows![i]!]))
  const scoreOf = (place: number, isRight: (id: string) => boolean): number => {
    const one = queries[place]!
    const scores = rows.get(one) ?? []
    const right = scores.filter((_, i) => isRight(list.entries[one.against[i]!]!.id))
    return Math.max(0, ...right)
  }
  const count = positives.length
  return {
    clean: positives.map(({ entries }, i) => scoreOf(i, (id) => entries.has(id))),
    treated: positives.map(({ entries }, i) => scoreOf(count + i, (id) => entries.has(id))),
    rough: positives.map(({ entries }, i) => scoreOf(2 * count + i, (id) => entries.has(id))),
    negatives: negatives.map((_, i) => scoreOf(3 * count + i, () => true)),
  }
}

/** Who finds more of the rough names than Holdfast at one false alarm in a thousand; in words. */
export function betterText(rows: readonly RecallRow[]): string {
  const share = ({ found }: RecallRow): number =>
    shareAbove(found.rough, alarmThreshold(found.negatives))
  const lines = [false, true].map((withBirths) => {
    const alike = rows.filter((row) => row.withBirths === withBirths)
    const ours = share(alike.find(({ engine }) => engine === 'Holdfast')!)
    const better = alike.filter((row) => share(row) > ours).map(({ engine }) => engine)
    const given = withBirths ? 'With birth dates' : 'By name alone'
    return `${given}: ${better.length === 0 ? 'nobody' : better.join(', ')}.`
  })
  return `At one false alarm in a thousand these find more of the rough names. ${lines.join(' ')}`
}
