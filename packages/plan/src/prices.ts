/** What one more unit of each limit would save: the shadow prices of the relaxed problem. */
import type { Search, SearchLimits } from './search.ts'

export interface LimitPrice {
  /** The number of the limit. */
  readonly limit: number
  /** By how much the loss falls for each unit more: minor units of money, or person-days. */
  readonly saves: number
}

/** Prices above nothing, in the order of the limits; empty when the time is up. */
export async function pricesOf(
  search: Search,
  limits: SearchLimits,
): Promise<readonly LimitPrice[]> {
  const prices = await search.limitPrices(limits)
  return prices.flatMap((saves, limit) => (saves > 0 ? [{ limit, saves }] : []))
}
