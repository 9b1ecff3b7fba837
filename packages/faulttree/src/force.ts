import { argsOf } from './graph.ts'
import { type Part, placesOf } from './part.ts'

/** Rounds of forces, and rounds without a gain after which they end. */
const ROUNDS_MAX = 40
const ROUNDS_IN_VAIN = 6

/** The nodes of a part by their number in it, leaves among them; edges join gates and arguments. */
interface Hypergraph {
  readonly size: number
  /** The numbers of the leaves in the order given. */
  readonly leaves: Int32Array
  /** Each a gate and its arguments; arguments stand before the gates that they are in. */
  readonly edges: readonly Int32Array[]
}

/**
 * An order of the leaves in which what meets in a gate stands close together.
 *
 * Gates and leaves have positions; each is drawn to the middle of the gates that it belongs to,
 * round after round from the order given, and the positions with the least sum of spans are kept.
 * Input assumed: `order` holds the leaves of the part. Complexity: rounds times the part and the
 * sorting of its nodes. Reference: F. Aloul, I. Markov, K. Sakallah, "FORCE: a fast and
 * easy-to-implement variable-ordering heuristic", 2003.
 */
export function drawnTogether(part: Part, order: readonly number[]): readonly number[] {
  const graph = hypergraphOf(part, order)
  let positions = ranked(initialPositions(graph))
  let best = positions
  let least = spanOf(graph, positions)
  for (
    let round = 0, vain = 0;
    round < ROUNDS_MAX && vain < ROUNDS_IN_VAIN;
    round += 1, vain += 1
  ) {
    positions = ranked(drawn(graph, positions))
    const span = spanOf(graph, positions)
    if (span >= least) continue
    least = span
    best = positions
    vain = 0
  }
  const place = new Map(order.map((leaf, i) => [leaf, best[graph.leaves[i]!]!]))
  return [...order].sort((a, b) => place.get(a)! - place.get(b)!)
}

function hypergraphOf(part: Part, order: readonly number[]): Hypergraph {
  const { region, top, isLeaf } = part
  const places = placesOf(part)
  const numbers = new Int32Array(top + 1)
  for (const [number, place] of places.entries()) numbers[place] = number
  const edges: Int32Array[] = []
  for (const place of places) {
    if (isLeaf[place] === 1 && place !== top) continue
    const args = argsOf(region.vertex(place)).map((arg) => numbers[region.place(arg)]!)
    edges.push(Int32Array.of(numbers[place]!, ...args))
  }
  return { size: places.length, leaves: Int32Array.from(order, (leaf) => numbers[leaf]!), edges }
}

/** Leaves in their order, each gate in the middle of its arguments. */
function initialPositions({ size, leaves, edges }: Hypergraph): Float64Array {
  const positions = new Float64Array(size)
  for (const [i, leaf] of leaves.entries()) positions[leaf] = i
  for (const edge of edges) {
    let sum = 0
    for (let i = 1; i < edge.length; i += 1) sum += positions[edge[i]!]!
    positions[edge[0]!] = sum / (edge.length - 1)
  }
  return positions
}

/** Each node in the middle of the middles of its edges. */
function drawn({ size, edges }: Hypergraph, positions: Float64Array): Float64Array {
  const sums = new Float64Array(size)
  const counts = new Int32Array(size)
  for (const edge of edges) {
    let sum = 0
    for (const node of edge) sum += positions[node]!
    const middle = sum / edge.length
    for (const node of edge) {
      sums[node] = sums[node]! + middle
      counts[node] = counts[node]! + 1
    }
  }
  return sums.map((sum, node) => sum / counts[node]!)
}

/** The same order as whole numbers from 0. */
function ranked(positions: Float64Array): Float64Array {
  const nodes = Int32Array.from(positions, (_, node) => node)
  nodes.sort((a, b) => positions[a]! - positions[b]!)
  const ranks = new Float64Array(positions.length)
  for (const [rank, node] of nodes.entries()) ranks[node] = rank
  return ranks
}

function spanOf({ edges }: Hypergraph, positions: Float64Array): number {
  let sum = 0
  for (const edge of edges) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const node of edge) {
      low = Math.min(low, positions[node]!)
      high = Math.max(high, positions[node]!)
    }
    sum += high - low
  }
  return sum
}
