/** How well scores tell names of one party from names of two. */
import type { Pair } from './screening_data.ts'
import { tableOf } from './table.ts'

/** An engine and what it says of each pair, in the order of the pairs. */
export interface Scored {
  readonly engine: string
  readonly scores: readonly number[]
  /** From which score on the engine itself calls it a match; null where it names none. */
  readonly ownThreshold: number | null
}

export interface Quality {
  readonly threshold: number
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export const THRESHOLDS: readonly number[] = Array.from({ length: 70 }, (_, i) => (30 + i) / 100)

/** Precision is 1 where nothing is called a match. */
export function qualityAt(
  threshold: number,
  scores: readonly number[],
  pairs: readonly Pair[],
): Quality {
  let hits = 0
  let alarms = 0
  let matches = 0
  for (const [i, { isMatch }] of pairs.entries()) {
    const isCalled = scores[i]! >= threshold
    if (isMatch) matches += 1
    if (isCalled && isMatch) hits += 1
    if (isCalled && !isMatch) alarms += 1
  }
  const precision = hits + alarms === 0 ? 1 : hits / (hits + alarms)
  const recall = hits / matches
  const f1 = hits === 0 ? 0 : (2 * hits) / (hits + alarms + matches)
  return { threshold, precision, recall, f1 }
}

/** The threshold of the highest F1, the lowest of these when several are alike. */
export function bestQuality(scores: readonly number[], pairs: readonly Pair[]): Quality {
  const all = THRESHOLDS.map((threshold) => qualityAt(threshold, scores, pairs))
  return all.reduce((best, one) => (one.f1 > best.f1 ? one : best))
}

/** How often a pair of one party scores above a pair of two; a tie counts half. */
export function rankingOf(scores: readonly number[], pairs: readonly Pair[]): number {
  const of = (isMatch: boolean): number[] => scores.filter((_, i) => pairs[i]!.isMatch === isMatch)
  const [same, different] = [of(true), of(false)]
  let above = 0
  for (const one of same) {
    for (const other of different) above += one > other ? 1 : one === other ? 0.5 : 0
  }
  return above / (same.length * different.length)
}

const share = (value: number): string => value.toFixed(3)

function cells({ precision, recall, f1 }: Quality): string[] {
  return [share(precision), share(recall), share(f1)]
}

/** All engines on the same pairs. */
export function qualityTable(all: readonly Scored[], pairs: readonly Pair[]): string {
  const rows = all.map(({ engine, scores, ownThreshold }) => {
    const own =
      ownThreshold === null
        ? ['–', '–', '–', '–']
        : [ownThreshold.toFixed(2), ...cells(qualityAt(ownThreshold, scores, pairs))]
    const best = bestQuality(scores, pairs)
    const ranking = share(rankingOf(scores, pairs))
    return [engine, ...own, best.threshold.toFixed(2), ...cells(best), ranking]
  })
  const heading = ['precision', 'recall', 'F1']
  return tableOf(
    ['engine', 'own threshold', ...heading, 'best threshold', ...heading, 'ranking'],
    rows,
  )
}

/** One engine over the thresholds, each twentieth and its own. */
export function thresholdTable({ scores, ownThreshold }: Scored, pairs: readonly Pair[]): string {
  const shown = THRESHOLDS.filter((one) => Math.round(one * 100) % 5 === 0 || one === ownThreshold)
  const rows = shown.map((threshold) => {
    const own = threshold === ownThreshold ? `**${threshold.toFixed(2)}**` : threshold.toFixed(2)
    return [own, ...cells(qualityAt(threshold, scores, pairs))]
  })
  return tableOf(['threshold', 'precision', 'recall', 'F1'], rows)
}

/** Right and wrong answers by the group from which the pairs come, each at its own threshold. */
export function groupTable(all: readonly Scored[], pairs: readonly Pair[]): string {
  const shown = all.filter(({ ownThreshold }) => ownThreshold !== null)
  const groups = [...new Set(pairs.map(({ group }) => group))]
  const rows = groups.map((group) => {
    const places = [...pairs.keys()].filter((i) => pairs[i]!.group === group)
    const figures = shown.map(({ scores, ownThreshold }) => {
      const wrong = places.filter((i) => scores[i]! >= ownThreshold! !== pairs[i]!.isMatch)
      const alarms = wrong.filter((i) => !pairs[i]!.isMatch).length
      return `${wrong.length - alarms} + ${alarms}`
    })
    const matches = places.filter((i) => pairs[i]!.isMatch).length
    return [group, `${matches} of ${places.length}`, ...figures]
  })
  return tableOf(['group', 'matches', ...shown.map(({ engine }) => engine)], rows)
}
