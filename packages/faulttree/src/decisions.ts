import { ALWAYS, type Bdd, type BooleanFunction, NEVER } from './bdd.ts'
import { isNegated, type Literal, type Vertex } from './graph.ts'
import { type Leaves, type Part, placesOf } from './part.ts'
import { FULL } from './table.ts'

type Threshold = Extract<Vertex, { op: 'at-least' }>

/** What became of building a diagram: its function, or how many gates were built before a limit. */
export interface Build {
  readonly f: BooleanFunction
  readonly gates: number
}

/**
 * The BDD of a part, whose leaves are decided in the order given.
 *
 * Input assumed: `order` holds the leaves of the part. Result: the function of the part's top, or
 * `FULL`. Complexity: operands of a conjunction are combined pairwise, neighbours in the order
 * first, so that many independent operands cost their sum and not its square; the size itself is
 * exponential in the worst case. Limits: those of the diagram.
 * Reference: R. Bryant, "Graph-based algorithms for Boolean function manipulation", 1986.
 */
export function buildDecisions(
  bdd: Bdd,
  part: Part,
  order: readonly number[],
  leaves: Leaves,
): Build {
  const { region, top, isLeaf } = part
  const built = new Int32Array(top + 1).fill(FULL)
  for (const [level, place] of order.entries()) {
    const variable = leaves.isNever(place) ? NEVER : bdd.variable(level)
    built[place] = leaves.isFlipped(place) ? bdd.not(variable) : variable
  }
  const value = (arg: Literal): BooleanFunction => {
    const f = built[region.place(arg)]!
    return isNegated(arg) ? bdd.not(f) : f
  }
  let gates = 0
  for (const place of placesOf(part)) {
    if (isLeaf[place] === 1 && place !== top) continue
    const result = vertexDecisions(bdd, region.vertex(place), value)
    if (result === FULL) return { f: FULL, gates }
    built[place] = result
    gates += 1
  }
  return { f: built[top]!, gates }
}

function vertexDecisions(
  bdd: Bdd,
  vertex: Vertex,
  value: (arg: Literal) => BooleanFunction,
): BooleanFunction {
  if (vertex.op === 'and') return combined(bdd, vertex.args.map(value), (f, g) => bdd.and(f, g))
  if (vertex.op === 'xor') return combined(bdd, vertex.args.map(value), (f, g) => bdd.xor(f, g))
  if (vertex.op === 'at-least') return thresholdDecisions(bdd, vertex, value)
  throw new Error(`no diagram is built of a ${vertex.op}`)
}

function combined(
  bdd: Bdd,
  operands: readonly BooleanFunction[],
  combine: (f: BooleanFunction, g: BooleanFunction) => BooleanFunction,
): BooleanFunction {
  let row = [...operands].sort((f, g) => bdd.level(f) - bdd.level(g))
  while (row.length > 1) {
    const next: BooleanFunction[] = []
    for (let i = 0; i < row.length; i += 2) {
      const [f, g] = [row[i]!, row[i + 1]]
      next.push(g === undefined ? f : combine(f, g))
    }
    row = next
  }
  return row[0]!
}

/**
 * A weighted threshold, from its last argument upwards.
 *
 * What is left to reach after some arguments depends on their weights alone, so that it takes few
 * values; for each only "with this argument, or without it" is to be built, because the threshold
 * is monotone in its arguments. Complexity: arguments times distinct rests, each one conjunction
 * and one disjunction.
 */
function thresholdDecisions(
  bdd: Bdd,
  { k, args, weights }: Threshold,
  value: (arg: Literal) => BooleanFunction,
): BooleanFunction {
  const terms = args.map((arg, i) => ({ f: value(arg), weight: weights[i]! }))
  terms.sort((a, b) => bdd.level(a.f) - bdd.level(b.f))
  const rows = restsByArgument(
    terms.map((term) => term.weight),
    k,
  )
  let below = new Map<number, BooleanFunction>()
  let reach = 0
  for (let i = terms.length - 1; i >= 0; i -= 1) {
    const { f, weight } = terms[i]!
    const here = new Map<number, BooleanFunction>()
    for (const rest of rows[i]!) {
      const taken = valueAt(below, reach, rest - weight)
      const left = valueAt(below, reach, rest)
      const result = bdd.or(left, bdd.and(f, taken))
      if (result === FULL) return FULL
      here.set(rest, result)
    }
    below = here
    reach += weight
  }
  return below.get(k)!
}

/** The rests, above 0 and within reach, that are asked for before each argument. */
function restsByArgument(weights: readonly number[], k: number): readonly number[][] {
  let reach = weights.reduce((total, weight) => total + weight, 0)
  const rows = [[k]]
  for (const weight of weights.slice(0, -1)) {
    reach -= weight
    const next = new Set<number>()
    for (const rest of rows.at(-1)!) {
      for (const then of [rest, rest - weight]) if (then > 0 && then <= reach) next.add(then)
    }
    rows.push([...next])
  }
  return rows
}

function valueAt(
  row: ReadonlyMap<number, BooleanFunction>,
  reach: number,
  rest: number,
): BooleanFunction {
  if (rest <= 0) return ALWAYS
  return rest > reach ? NEVER : row.get(rest)!
}
