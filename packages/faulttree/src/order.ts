import { drawnTogether } from './force.ts'
import { argsOf } from './graph.ts'
import { type Part, placesOf } from './part.ts'

/** Weights beyond this are equal: a shared graph may unfold to more than a number can hold. */
const WEIGHT_MAX = 1e300

/** The arguments of a gate as a depth-first walk is to take them. */
type Arrangement = (args: readonly number[]) => readonly number[]

/** An order of the leaves of a part: places by level. It is made when it is asked for. */
export type Order = () => readonly number[]

/** The order for what is easy: the more shared arguments first. */
export function easyOrder(part: Part): readonly number[] {
  return walk(
    part,
    by((place) => -part.region.parentCount(place)),
  )
}

/**
 * Orders of the leaves of a part, for decision diagrams to be tried with.
 *
 * Depth-first walks with the lighter or the more shared arguments first, as they were written or
 * the other way round, and what becomes of them when leaves of common gates are drawn together. On
 * the published models no order is good for all, and each is the best for some by a factor of
 * several.
 * Result: those first that are most often good. Complexity: linear but for sorting.
 * Reference: S. Minato, N. Ishiura, S. Yajima, "Shared binary decision diagram with attributed
 * edges", 1990 (weights); A. Rauzy, "New algorithms for fault trees analysis", 1993 (depth-first).
 */
export function staticOrders(part: Part): readonly Order[] {
  const weights = unfoldedWeights(part)
  const written = walk.bind(null, part, (args) => args)
  const lighter = walk.bind(
    null,
    part,
    by((place) => weights[place]!),
  )
  const last = walk.bind(
    null,
    part,
    by((place) => -place),
  )
  const turned = walk.bind(null, part, (args) => [...args].reverse())
  return [
    () => easyOrder(part),
    () => drawnTogether(part, lighter()),
    () => drawnTogether(part, turned()),
    () => drawnTogether(part, last()),
    lighter,
    written,
    last,
  ]
}

function by(key: (place: number) => number): Arrangement {
  return (args) => [...args].sort((a, b) => key(a) - key(b))
}

function walk({ region, top, isLeaf }: Part, arranged: Arrangement): readonly number[] {
  const order: number[] = []
  const seen = new Uint8Array(top + 1)
  const pending = [top]
  for (let place = pending.pop(); place !== undefined; place = pending.pop()) {
    if (seen[place] === 1) continue
    seen[place] = 1
    if (isLeaf[place] === 1 && place !== top) {
      order.push(place)
      continue
    }
    const args = arranged(argsOf(region.vertex(place)).map((arg) => region.place(arg)))
    for (let i = args.length - 1; i >= 0; i -= 1) if (seen[args[i]!] === 0) pending.push(args[i]!)
  }
  return order
}

/** For each place, the leaves of its tree if nothing were shared. */
function unfoldedWeights(part: Part): Float64Array {
  const { region, top, isLeaf } = part
  const weights = new Float64Array(top + 1)
  for (const place of placesOf(part)) {
    if (isLeaf[place] === 1 && place !== top) {
      weights[place] = 1
      continue
    }
    let weight = 0
    for (const arg of argsOf(region.vertex(place))) weight += weights[region.place(arg)]!
    weights[place] = Math.min(weight, WEIGHT_MAX)
  }
  return weights
}
