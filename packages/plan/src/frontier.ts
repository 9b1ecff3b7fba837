/** What each sum of money buys: the least loss for every budget. */
import type { Money } from '@holdfast/kernel'
import type { Candidate } from './candidate.ts'
import { type Choice, costOf } from './choice.ts'
import type { Found, Search, SearchLimits } from './search.ts'

export interface FrontierFound extends Found {
  /** In minor units. */
  readonly budget: number
  readonly cost: number
  readonly knee: boolean
}

export interface Frontier {
  /** In order of money. */
  readonly points: readonly FrontierFound[]
  /** Whether every point was found; else the time was up. */
  readonly isWhole: boolean
}

/** Parts of the budget at which the frontier is asked, beside what an unlimited plan costs. */
const PARTS = [0, 0.1, 0.2, 0.3, 0.45, 0.6, 0.8, 1, 1.25, 1.6, 2]

/** A point is a knee when money before it saves so many times what money after it does. */
const KNEE = 2

/** Of many knees the sharpest are told. */
const KNEES_MAX = 3

/**
 * The frontier, from no money to what a plan costs that lacks none.
 *
 * @param budgetLimit the number of the search's limit on money
 * @param budget what may be spent, in minor units; null: nothing is said
 * @param known the choice found for the budget
 */
export async function frontierOf(
  search: Search,
  budgetLimit: number,
  budget: number | null,
  known: Found,
  limits: SearchLimits,
  told: (done: number, of: number) => void,
): Promise<Frontier> {
  const { candidates } = search
  const before = search.limits[budgetLimit]!.amount
  const everything = Number(costOfAll(candidates)?.minor ?? 0)
  const top = budget ?? costOf(candidates, known.choice)
  const budgets = PARTS.map((part) => Math.round(part * top)).filter((one) => one < everything)
  const hints: Choice[] = [known.choice]
  const at = async (amount: number): Promise<FrontierFound | null> => {
    if (amount !== top && limits.secondsLeft() <= 0) return null
    await search.changeLimit(budgetLimit, amount)
    const found = amount === top ? known : await search.best(limits, hints)
    if (found === null || (amount !== top && !found.proven)) return null
    hints.push(found.choice)
    return { ...found, budget: amount, cost: costOf(candidates, found.choice), knee: false }
  }
  const points: FrontierFound[] = []
  const asked = budgets.length + 1
  // Money that nobody would spend is no point of its own: the plan that lacks none is asked first.
  told(0, asked)
  const unlimited = await at(everything)
  for (const [index, amount] of [...new Set(budgets)].entries()) {
    told(index + 1, asked)
    if (unlimited !== null && amount !== top && amount >= unlimited.cost) continue
    const point = await at(amount)
    if (point !== null) points.push(point)
  }
  if (unlimited !== null && unlimited.cost > (points.at(-1)?.cost ?? -1)) {
    points.push({ ...unlimited, budget: unlimited.cost })
  }
  await search.changeLimit(budgetLimit, before)
  told(asked, asked)
  return { points: withKnees(monotone(points)), isWhole: limits.secondsLeft() > 0 }
}

/** What all measures cost when each costs the most; null when none costs anything. */
export function costOfAll(candidates: readonly Candidate[]): Money | null {
  const sum = candidates.reduce(
    (total, { starts }) => total + starts.reduce((most, { cost }) => Math.max(most, cost), 0),
    0,
  )
  const costs = candidates.flatMap(({ measure }) => [measure.costOnce, measure.costYearly])
  const currency = costs.find((cost) => cost !== null)?.currency
  return currency === undefined ? null : { minor: BigInt(sum), currency }
}

/** What a smaller budget buys a larger one buys too. */
function monotone(points: readonly FrontierFound[]): readonly FrontierFound[] {
  let best: FrontierFound | null = null
  const better = points.map((point) => {
    if (best !== null && best.objective < point.objective) {
      const { choice, objective, cost } = best
      return { ...point, choice, objective, cost }
    }
    best = point
    return point
  })
  // And what a larger one cannot reach a smaller one cannot either.
  let bound = 0
  return better
    .reverse()
    .map((point) => {
      bound = Math.max(bound, point.bound)
      return { ...point, bound: Math.min(bound, point.objective) }
    })
    .reverse()
}

/** Marks the corners of the lower hull after which money saves clearly less. */
function withKnees(points: readonly FrontierFound[]): readonly FrontierFound[] {
  const hull: number[] = []
  const slope = (a: number, b: number): number => {
    const money = points[b]!.cost - points[a]!.cost
    return money <= 0 ? 0 : (points[a]!.objective - points[b]!.objective) / money
  }
  for (const [index, point] of points.entries()) {
    const last = hull.at(-1)
    if (last !== undefined && point.cost <= points[last]!.cost) continue
    while (hull.length > 1 && slope(hull.at(-2)!, hull.at(-1)!) <= slope(hull.at(-1)!, index)) {
      hull.pop()
    }
    hull.push(index)
  }
  const bends = hull.flatMap((point, at) => {
    const [before, after] = [hull[at - 1], hull[at + 1]]
    if (before === undefined || after === undefined) return []
    const bend = slope(before, point) / Math.max(slope(point, after), Number.MIN_VALUE)
    return bend >= KNEE ? [{ point, bend }] : []
  })
  const sharpest = bends.sort((a, b) => b.bend - a.bend).slice(0, KNEES_MAX)
  const knees = new Set(sharpest.map(({ point }) => point))
  return points.map((point, index) => (knees.has(index) ? { ...point, knee: true } : point))
}
