/** What a little more of each limit would save: the shadow prices of the relaxed problem. */
import type { Limit } from './limit.ts'
import type { Search, SearchLimits } from './search.ts'

/** More of a limit: minor units of money, or person-days of a team in 30 days. */
export type More =
  | { readonly kind: 'budget'; readonly step: number }
  | { readonly kind: 'capacity'; readonly team: string; readonly step: number }

export interface Price {
  readonly more: More
  /** By how much the relaxed loss falls. */
  readonly saves: number
}

/** What is asked for: about a twentieth of the budget in round numbers, ten days of people. */
const MONEY_SHARE = 0.05
const PERSON_DAYS = 10

/** A share of the loss that is rounding. */
const ROUNDING = 1e-7

/**
 * The relaxed problem asked again with more of each limit, where that lowers its loss. A difference
 * rather than a dual value: where a plan just meets a limit that nothing more would need, the dual
 * value may be any.
 *
 * @param more by how much the amount of a limit grows
 */
export async function pricesOf(
  search: Search,
  limits: SearchLimits,
  more: (limit: Limit, asked: More) => number,
): Promise<readonly Price[]> {
  const usual = await search.relaxedLoss(limits)
  if (usual === null) return []
  const prices: Price[] = []
  for (const asked of askable(search.limits)) {
    const before = search.limits.map(({ amount }) => amount)
    for (const [index, limit] of search.limits.entries()) {
      const grown = more(limit, asked)
      if (grown > 0) await search.changeLimit(index, before[index]! + grown)
    }
    const loss = await search.relaxedLoss(limits)
    for (const [index, limit] of search.limits.entries()) {
      if (more(limit, asked) > 0) await search.changeLimit(index, before[index]!)
    }
    const saves = loss === null ? 0 : usual - loss
    if (saves > ROUNDING * usual) prices.push({ more: asked, saves })
  }
  return prices
}

function askable(limits: readonly Limit[]): readonly More[] {
  const budget = limits.find(({ of }) => of.kind === 'budget')
  const step = budget === undefined ? 0 : roundStep(budget.amount)
  const teams = new Set(limits.flatMap(({ of }) => (of.kind === 'capacity' ? [of.team] : [])))
  return [
    ...(step > 0 ? [{ kind: 'budget' as const, step }] : []),
    ...[...teams].map((team) => ({ kind: 'capacity' as const, team, step: PERSON_DAYS })),
  ]
}

/** 1, 2 or 5 times a power of ten, at most the share of the amount. */
function roundStep(amount: number): number {
  const share = amount * MONEY_SHARE
  if (share < 1) return 0
  const power = 10 ** Math.floor(Math.log10(share))
  const digit = [5, 2, 1].find((one) => one * power <= share) ?? 1
  return digit * power
}
