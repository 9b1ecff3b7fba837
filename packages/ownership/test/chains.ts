/** Graphs for the rules about ceilings and about the topmost parent, in few words. */
import { type PartyGraph, partyGraph } from '../src/graph.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import type { CeilingRule, TopRule } from '../src/rule_data.ts'
import { PERCENT, type Share } from '../src/share.ts'
import { party, tie } from './small.ts'

export const CEILINGS: CeilingRule = {
  id: 'secnumcloud-19.6',
  name: 'SecNumCloud',
  kind: 'ceilings',
  outside: 'EU',
  each: 24,
  together: 39,
  cite: [],
}

export const TOP: TopRule = {
  id: 'ultimate-parent',
  name: 'Ultimate parent',
  kind: 'top',
  threshold: 50,
  cite: [],
}

/** A share in percent: a number, or `[low, high]` for more than low and at most high. */
export type Percent = number | readonly [number, number]

export function shareOf(percent: Percent): Share {
  const [low, high] = typeof percent === 'number' ? [percent, percent] : percent
  const units = (one: number): number => Math.round(one * PERCENT)
  return { low: units(low), high: units(high), openLow: low !== high, openHigh: false }
}

/** `['US', 'A', 30]`; without a share a consolidation; the rest of the tie where it matters. */
export type Line = readonly [
  owner: string,
  asset: string,
  percent: Percent | null,
  more?: Partial<TieRecord>,
]

export interface Words {
  readonly ties: readonly Line[]
  /** Country of parties; those named nowhere are French. `null` is a country nobody knows. */
  readonly in?: Readonly<Record<string, string | null>>
  readonly parties?: Readonly<Record<string, Partial<PartyRecord>>>
  /** Parties whose further owners are unknown; of all others there are no more. */
  readonly undeclared?: readonly string[]
  readonly dispersed?: readonly string[]
}

export const EU: ReadonlySet<string> = new Set(['FR', 'DE', 'NL', 'IE', 'LU', 'IT'])
export const isEu = (country: string): boolean => EU.has(country)

export const DAY = 20_000

export function chainOf(words: Words): PartyGraph {
  const names = [...new Set(words.ties.flatMap((line) => [line[0], line[1]]))]
  for (const name of Object.keys(words.parties ?? {})) if (!names.includes(name)) names.push(name)
  const parties = names.map((name) => {
    const country = words.in?.[name] === undefined ? 'FR' : (words.in[name] as string | null)
    const others = words.undeclared?.includes(name)
      ? 'unknown'
      : words.dispersed?.includes(name)
        ? 'dispersed'
        : 'none'
    const more = words.parties?.[name] ?? {}
    return party(name, { incorporated: country, seat: country, others, ...more })
  })
  const ties = words.ties.map(([owner, asset, percent, more]) =>
    percent === null
      ? tie(owner, asset, null, { kind: 'consolidation', ...more })
      : tie(owner, asset, shareOf(percent), more),
  )
  return partyGraph(parties, ties, DAY)
}

export function numberIn(graph: PartyGraph, key: string): number {
  const number = graph.numberOf(key)
  if (number === null) throw new Error(`no party ${key}`)
  return number
}
