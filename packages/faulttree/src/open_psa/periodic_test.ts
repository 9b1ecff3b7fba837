import { type Domains, firstOutside, type LawValue, notNegative, positive, share } from './laws.ts'

/** A component that is tested from time to time, in the names of the format. */
interface Tested {
  /** Rate of failure at work (lambda) and under test (lambda*); rate of repair (mu). */
  readonly rate: number
  readonly testRate: number
  /** Infinite: repaired at once. */
  readonly repair: number
  /** Time between two tests (tau), before the first (theta), of a test (pi). */
  readonly every: number
  readonly first: number
  readonly duration: number
  /** The test itself breaks it (gamma). */
  readonly breaks: number
  /** Whether it can work while it is tested (x). */
  readonly available: boolean
  /** The test finds a failure (sigma); after test or repair it is badly restarted (omega). */
  readonly finds: number
  readonly badly: number
}

/** The probabilities to work, to have failed unseen, and to be in repair. */
type State = readonly [works: number, failed: number, repair: number]
/** A row for each state before: the probabilities of the states after. */
type Step = readonly [State, State, State]

const rate = ['rate', notNegative] as const
const repair = ['repair-rate', notNegative] as const
const interval = ['interval', positive] as const
const first = ['first-test', notNegative] as const
const probability = ['probability', share] as const
const time = ['time', notNegative] as const
const truth = (value: number) => value === 0 || value === 1

const DOMAINS: Readonly<Record<number, Domains>> = {
  4: [rate, interval, first, time],
  5: [rate, repair, interval, first, time],
  11: [
    ...[rate, ['test-rate', notNegative] as const, repair, interval, first, probability],
    ...[['duration', notNegative] as const, ['availability', truth] as const],
    ...[probability, probability, time],
  ],
}

/**
 * The unavailability of a periodically tested component at a time, of 4, 5 or 11 arguments.
 *
 * The format's Markov model in phases: until the first test a failure stays unseen; a test begins
 * at `first + n every`, takes `duration`, may break the component and finds a failure with the
 * probability `finds`; what it finds goes into repair, and what is repaired works, or is badly
 * restarted. With 5 arguments the test takes no time and is perfect, with 4 the repair takes none
 * either. Exactly at a test the answer of 4 arguments is the one just before it, the larger.
 *
 * Input assumed: 4, 5 or 11 numbers. Complexity: logarithmic in the number of tests. Source: the
 * chapter "Stochastic Layer" of the Model Exchange Format; where that leaves the order within a
 * test open, a failure during the test is found by the same test, as SCRAM has it.
 */
export function periodicTest(args: readonly number[]): LawValue {
  const bad = firstOutside(args, DOMAINS[args.length]!)
  if (bad !== null) return bad
  const tested = testedBy(args)
  const { duration } = tested
  if (duration > tested.every) return { argument: 'duration', value: duration }
  return unavailability(tested, args.at(-1)!)
}

function unavailability(tested: Tested, time: number): number {
  const { duration } = tested
  if (time <= tested.first) return -Math.expm1(-tested.rate * time)
  const since = time - tested.first
  const periods = wholePeriods(since, tested.every)
  const rest = Math.min(tested.every, Math.max(0, since - periods * tested.every))
  if (tested.repair === Number.POSITIVE_INFINITY) {
    return -Math.expm1(-tested.rate * (rest === 0 ? tested.every : rest))
  }
  const period = then(testFor(tested, duration), workFor(tested, tested.every - duration))
  const start = workFor(tested, tested.first)[0]
  const before = after(start, power(period, periods))
  if (rest > duration || duration === 0) {
    const last = then(testFor(tested, duration), workFor(tested, rest - duration))
    const [, failed, repair] = after(before, last)
    return failed + repair
  }
  const [works, failed, repair] = after(before, testFor(tested, rest))
  const survives = (1 - tested.breaks) * Math.exp(-tested.testRate * rest)
  // What is being tested and could work does not while the test lasts, unless it is available.
  const idle = tested.available ? 0 : before[0] * survives
  return Math.min(1, tested.available ? failed + repair : 1 - (works - idle))
}

/**
 * How often `every` has passed whole; a time that is a multiple but for rounding is a multiple.
 * Beyond the whole numbers that a float counts, more tests change nothing.
 */
function wholePeriods(since: number, every: number): number {
  const ratio = Math.min(since / every, Number.MAX_SAFE_INTEGER)
  const near = Math.round(ratio)
  return Math.abs(ratio - near) <= 1e-12 * near ? near : Math.floor(ratio)
}

function testedBy(args: readonly number[]): Tested {
  const perfect = { duration: 0, breaks: 0, available: true, finds: 1, badly: 0 }
  const [a, b, c, d, e, f, g, h, i, j] = args
  if (args.length === 4) {
    const repair = Number.POSITIVE_INFINITY
    return { ...perfect, rate: a!, testRate: a!, repair, every: b!, first: c! }
  }
  if (args.length === 5) {
    return { ...perfect, rate: a!, testRate: a!, repair: b!, every: c!, first: d! }
  }
  return {
    ...{ rate: a!, testRate: b!, repair: c!, every: d!, first: e!, breaks: f!, duration: g! },
    ...{ available: h === 1, finds: i!, badly: j! },
  }
}

/** At work for a time: failures stay unseen, repairs go on. */
function workFor(tested: Tested, time: number): Step {
  const failed = -Math.expm1(-tested.rate * time)
  return [[Math.exp(-tested.rate * time), failed, 0], [0, 1, 0], repairFor(tested, time)]
}

/** Under test for a time. */
function testFor(tested: Tested, time: number): Step {
  const { breaks, finds } = tested
  const failed = breaks + (1 - breaks) * -Math.expm1(-tested.testRate * time)
  const works = (1 - breaks) * Math.exp(-tested.testRate * time)
  return [
    [works, (1 - finds) * failed, finds * failed],
    [0, 1 - finds, finds],
    repairFor(tested, time),
  ]
}

/** In repair for a time: what is repaired well may fail again by its end. */
function repairFor({ rate, repair, badly }: Tested, time: number): State {
  const still = Math.exp(-repair * time)
  // The integral of mu exp(-mu u) exp(-lambda (time - u)) over u, so that nothing cancels.
  const slow = Math.min(rate, repair)
  const apart = Math.abs(rate - repair)
  const within = apart === 0 ? time : -Math.expm1(-apart * time) / apart
  const good = (1 - badly) * repair * Math.exp(-slow * time) * within
  return [good, Math.max(0, -Math.expm1(-repair * time) - good), still]
}

/** One step after another. */
function then(first: Step, second: Step): Step {
  return [row(first[0], second), row(first[1], second), row(first[2], second)]
}

/** Probabilities sum to 1 again after each step: what rounding adds would grow with the tests. */
function row(before: State, step: Step): State {
  const [works, failed, repair] = after(before, step)
  const sum = works + failed + repair
  return [works / sum, failed / sum, repair / sum]
}

function after([works, failed, repair]: State, [a, b, c]: Step): State {
  return [
    works * a[0] + failed * b[0] + repair * c[0],
    works * a[1] + failed * b[1] + repair * c[1],
    works * a[2] + failed * b[2] + repair * c[2],
  ]
}

/** A step taken so often, by repeated squaring: the number of tests has no bound. */
function power(step: Step, times: number): Step {
  let result: Step = [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ]
  let square = step
  for (let rest = times; rest >= 1; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = then(result, square)
    square = then(square, square)
  }
  return result
}
