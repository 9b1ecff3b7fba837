import { argsOf } from './graph.ts'
import { type Part, placesOf } from './part.ts'

/** Rounds of forces; the span is nearly settled after half as many. */
const ROUNDS = 30

/**
 * An order of the leaves in which what meets in a gate stands close together.
 *
 * Each gate is drawn to the middle of its arguments and of its parents, and each leaf to the middle
 * of its gates, round after round from the order given; the order with the least sum of spans of
 * gates is kept. Input assumed: `order` holds the leaves of the part. Complexity: rounds times the
 * part and the sorting of its leaves. Reference: F. Aloul, I. Markov, K. Sakallah, "FORCE: a fast
 * and easy-to-implement variable-ordering heuristic", 2003.
 */
export function drawnTogether(part: Part, order: readonly number[]): readonly number[] {
  const places = placesOf(part)
  const at = new Float64Array(part.top + 1)
  let best = order
  let bestSpan = place(part, places, order, at)
  for (let round = 0; round < ROUNDS; round += 1) {
    const pull = pulls(part, places, at)
    const next = [...order].sort((a, b) => pull[a]! - pull[b]!)
    const span = place(part, places, next, at)
    if (span < bestSpan) {
      best = next
      bestSpan = span
    }
  }
  return best
}

/** Puts the leaves in their order; returns the sum of the spans of all gates. */
function place(
  { region, top, isLeaf }: Part,
  places: Int32Array,
  order: readonly number[],
  at: Float64Array,
): number {
  for (const [level, leaf] of order.entries()) at[leaf] = level
  const from = new Float64Array(top + 1)
  const to = new Float64Array(top + 1)
  let sum = 0
  for (const one of places) {
    if (isLeaf[one] === 1 && one !== top) {
      from[one] = at[one]!
      to[one] = at[one]!
      continue
    }
    let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
    for (const arg of argsOf(region.vertex(one))) {
      const child = region.place(arg)
      low = Math.min(low, from[child]!)
      high = Math.max(high, to[child]!)
    }
    from[one] = low
    to[one] = high
    sum += high - low
  }
  return sum
}

/** Where each place is drawn to: gates to their arguments and parents, leaves to their gates. */
function pulls({ region, top, isLeaf }: Part, places: Int32Array, at: Float64Array): Float64Array {
  const middle = new Float64Array(top + 1)
  for (const one of places) {
    if (isLeaf[one] === 1 && one !== top) {
      middle[one] = at[one]!
      continue
    }
    const args = argsOf(region.vertex(one))
    let sum = 0
    for (const arg of args) sum += middle[region.place(arg)]!
    middle[one] = sum / args.length
  }
  const sums = new Float64Array(top + 1)
  const counts = new Int32Array(top + 1)
  for (let i = places.length - 1; i >= 0; i -= 1) {
    const one = places[i]!
    const mean = counts[one]! > 0 ? sums[one]! / counts[one]! : middle[one]!
    const here = isLeaf[one] === 1 && one !== top ? mean : (middle[one]! + mean) / 2
    middle[one] = here
    if (isLeaf[one] === 1 && one !== top) continue
    for (const arg of argsOf(region.vertex(one))) {
      const child = region.place(arg)
      sums[child] = sums[child]! + here
      counts[child] = counts[child]! + 1
    }
  }
  return middle
}
