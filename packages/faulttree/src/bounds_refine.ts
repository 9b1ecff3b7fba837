import type { Interval } from '@holdfast/kernel'
import { type Estimates, estimatesOf, roughBounds } from './bounds_estimate.ts'
import type { Form } from './bounds_form.ts'
import { boundFrom, type Pass } from './bounds_pass.ts'
import type { Ends } from './evaluate.ts'

/** A part in one order of its leaves. */
export interface Candidate {
  readonly form: Form
  readonly ends: Ends
}

/** What bounding a part may use. */
export interface Room {
  readonly nodesMax: number
  /** The share of this room's time that has passed: 1 when it is over, always 0 without a clock. */
  readonly elapsed: () => number
}

/** Pairs that one pass may open, for each node allowed. */
const WORK_PER_NODE = 4

/** Pairs within which a part may turn out to need no bounds, and with which an order is tried. */
const FIRST_WORK = 1 << 18
const TRY_WORK_MAX = 4 * FIRST_WORK

/** The share of time in which orders are tried. */
const ORDERS_SHARE = 0.15

/** Bounds that differ by less than this share of them are not refined any more. */
const CLOSE = 1e-9

/** How much less may be lost in the next pass. */
const STEP = 8

/** Steps that are smaller than this are not worth a pass. */
const STEP_MIN = 1.5

/** A step of as many steps is taken at once when there is no time for another one after it. */
const LAST_STEP = 3 * STEP

/** Time grows about by this power of the step. */
const TIME_EXPONENT = 0.85

/** The time that a pass may take beyond what is expected. */
const SAFETY = 1.3

/** The share of what time is left that one pass of a side may take: the lower side costs less. */
const SHARES = [0.15, 0.85] as const

/**
 * Certain bounds of the probability of a part, as tight as the room allows.
 *
 * Passes of both sides, each losing less than the one before, until one hits a limit, or all of
 * the time is used up. Result: without a clock always the same. Complexity: passes grow like a
 * geometric series, and the last two of each side are at most `WORK_PER_NODE` pairs for each node
 * allowed. Limits: those of the room, for each pass as if it were the only one.
 */
export function refinedBounds(candidates: Iterable<Candidate>, room: Room): Interval {
  const sides = bestOrder(candidates, room)
  if (sides === null) return [0, 1]
  for (let side = next(sides); side !== null && !isClose(sides); side = next(sides)) {
    side.refine(sides, room)
  }
  return interval(sides)
}

type Sides = readonly [Refinement, Refinement]

function interval([lower, upper]: Sides): Interval {
  // Both ends are certain; rounding margins may be wider than what is between them.
  return [Math.min(lower.bound, upper.bound), Math.max(lower.bound, upper.bound)]
}

function isClose(sides: Sides): boolean {
  const [low, high] = interval(sides)
  return high - low <= CLOSE * high
}

/** The side that has had less of its share of time, or of work when there is no clock. */
function next(sides: Sides): Refinement | null {
  const [lower, upper] = sides
  if (lower.isDone) return upper.isDone ? null : upper
  if (upper.isDone) return lower
  return lower.work / SHARES[0] <= upper.work / SHARES[1] ? lower : upper
}

/**
 * The order in which both sides come closest with equal losses, with the best bounds of all orders.
 * At least the first order is made.
 */
function bestOrder(candidates: Iterable<Candidate>, room: Room): Sides | null {
  const tried: Sides[] = []
  for (const candidate of candidates) {
    if (tried.length > 0 && room.elapsed() >= ORDERS_SHARE) break
    const sides = sidesOf(candidate)
    tried.push(sides)
    const first = tried[0]!
    if (sides !== first)
      for (const [i, side] of sides.entries()) side.trial(room, first[i]!.epsilon)
    else if (sides.every((side) => side.exact(room))) return sides
    else for (const side of sides) side.firstTrial(room)
  }
  if (tried.length === 0) return null
  const best = tried.reduce((a, b) => (width(b) < width(a) ? b : a))
  for (const [i, side] of best.entries()) for (const sides of tried) side.learn(sides[i]!.bound)
  return best
}

function width(sides: Sides): number {
  const [low, high] = interval(sides)
  return high - low
}

function sidesOf({ form, ends }: Candidate): Sides {
  const estimates = estimatesOf(form, ends)
  const [low, high] = roughBounds(form, ends)
  return [
    new Refinement(form, ends, estimates, false, low, high),
    new Refinement(form, ends, estimates, true, high, high),
  ]
}

/** One side of a part, with the best bound so far. */
class Refinement {
  bound: number
  isDone = false
  /** What may be lost at a pair, of the last pass that came through. */
  epsilon: number
  /** Pairs of all passes. */
  work = 0
  readonly #form: Form
  readonly #ends: Ends
  readonly #estimates: Estimates
  readonly #isUpper: boolean
  /** Time of the last pass that came through. */
  #lastTime = 0
  #stepMax = STEP

  constructor(
    form: Form,
    ends: Ends,
    estimates: Estimates,
    isUpper: boolean,
    bound: number,
    scale: number,
  ) {
    this.#form = form
    this.#ends = ends
    this.#estimates = estimates
    this.#isUpper = isUpper
    this.bound = bound
    this.epsilon = scale
  }

  /** Whether the part needs no bounds. */
  exact(room: Room): boolean {
    return this.#pass(0, room, FIRST_WORK) !== null
  }

  /** Passes that lose less and less, until one takes as much work as is worth comparing. */
  firstTrial(room: Room): void {
    for (let work = 0; work < Math.min(FIRST_WORK, room.nodesMax / 2); ) {
      const before = this.work
      if (room.elapsed() >= ORDERS_SHARE / 2 || !this.trial(room, this.epsilon / STEP)) break
      work = this.work - before
    }
  }

  /** A pass with little work; false when that is not enough, or no other is needed. */
  trial(room: Room, epsilon: number): boolean {
    const pass = this.#pass(epsilon, room, Math.min(TRY_WORK_MAX, 2 * room.nodesMax))
    if (pass !== null) this.epsilon = epsilon
    return pass !== null && !this.isDone
  }

  /** Takes a bound that is as certain as its own, where it is tighter. */
  learn(bound: number): void {
    this.bound = this.#isUpper ? Math.min(this.bound, bound) : Math.max(this.bound, bound)
  }

  /** A pass that loses less than the last one, as much less as there is time for. */
  refine(sides: Sides, room: Room): void {
    const left = 1 - room.elapsed()
    const isAlone = sides.every((side) => side === this || side.#step(left) < STEP_MIN)
    const step = this.#step(isAlone ? left / this.#share : left)
    if (step < STEP_MIN) {
      this.isDone = true
      return
    }
    const epsilon = this.epsilon / step
    if (this.#pass(epsilon, room, WORK_PER_NODE * room.nodesMax) !== null) this.epsilon = epsilon
    else if (this.#stepMax < STEP) this.isDone = true
    else this.#stepMax = Math.sqrt(STEP)
  }

  get #share(): number {
    return SHARES[this.#isUpper ? 1 : 0]
  }

  /** How much less may be lost in a pass that takes this side's share of the time left. */
  #step(timeLeft: number): number {
    if (this.isDone || timeLeft <= 0) return 0
    if (this.#lastTime === 0) return this.#stepMax
    const left = timeLeft * this.#share
    const step = (left / (SAFETY * this.#lastTime)) ** (1 / TIME_EXPONENT)
    return step < LAST_STEP && this.#stepMax === STEP ? step : Math.min(step, this.#stepMax)
  }

  #pass(epsilon: number, room: Room, workMax: number): Pass | null {
    const allowance = {
      nodesMax: room.nodesMax,
      isOver: () => room.elapsed() >= 1,
      workLeft: workMax,
    }
    const from = room.elapsed()
    const side = { isUpper: this.#isUpper, ...this.#ends }
    const pass = boundFrom(this.#form, side, this.#estimates.importances, epsilon, allowance)
    this.work += workMax - allowance.workLeft
    if (pass === null) return null
    this.#lastTime = room.elapsed() - from
    this.learn(pass.bound)
    if (pass.loss === 0) this.isDone = true
    return pass
  }
}
