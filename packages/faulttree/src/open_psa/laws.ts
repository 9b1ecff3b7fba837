/**
 * The probability laws of the Open-PSA Model Exchange Format: `exponential`, `GLM`, `Weibull`,
 * `periodic-test`, and the means of its random deviates.
 *
 * Each takes its arguments in the order of the format and returns a number, or which argument lies
 * outside what the law is defined for. Small probabilities keep their precision: `expm1` in place
 * of `1 - exp`.
 */

/** An argument for which a law is not defined. */
export interface Outside {
  readonly argument: string
  readonly value: number
}

export type LawValue = number | Outside

type Args = readonly number[]

type Domain = (value: number) => boolean

/** What each argument is called, and which values it may take. */
export type Domains = readonly (readonly [argument: string, domain: Domain])[]

export const positive: Domain = (value) => value > 0
export const notNegative: Domain = (value) => value >= 0
export const share: Domain = (value) => value >= 0 && value <= 1

/** The first argument that is outside its domain, if one is. */
export function firstOutside(args: Args, domains: Domains): Outside | null {
  for (let i = 0; i < domains.length; i += 1) {
    const [argument, holds] = domains[i]!
    if (!holds(args[i]!)) return { argument, value: args[i]! }
  }
  return null
}

/** The probability that what happens at a rate has happened by a time. */
function hazard(rate: number, time: number): number {
  return -Math.expm1(-rate * time)
}

/** `[rate, time]`: 1 - exp(-rate time). */
export function exponential(args: Args): LawValue {
  const bad = firstOutside(args, [
    ['rate', notNegative],
    ['time', notNegative],
  ])
  return bad ?? hazard(args[0]!, args[1]!)
}

/** `[g, l, m, t]`: fails on demand with g, at the rate l, and is repaired at the rate m. */
export function glm(args: Args): LawValue {
  const bad = firstOutside(args, [
    ['probability', share],
    ['rate', notNegative],
    ['repair-rate', notNegative],
    ['time', notNegative],
  ])
  if (bad !== null) return bad
  const [onDemand, rate, repair, time] = args as [number, number, number, number]
  const sum = rate + repair
  // l/(l+m) - (l - g(l+m))/(l+m) exp(-(l+m)t), rearranged so that nothing cancels.
  return sum === 0 ? onDemand : (rate / sum) * hazard(sum, time) + onDemand * Math.exp(-sum * time)
}

/** `[scale, shape, shift, time]`: 1 - exp(-((time - shift) / scale) ^ shape), or 0 before. */
export function weibull(args: Args): LawValue {
  const bad = firstOutside(args, [
    ['scale', positive],
    ['shape', positive],
    ['shift', notNegative],
    ['time', notNegative],
  ])
  if (bad !== null) return bad
  const [scale, shape, shift, time] = args as [number, number, number, number]
  return time <= shift ? 0 : -Math.expm1(-(((time - shift) / scale) ** shape))
}

/** The mean of `[low, high]`. */
export function uniformMean(args: Args): LawValue {
  const [low, high] = args as [number, number]
  return low < high ? low + (high - low) / 2 : { argument: 'bounds', value: high }
}

/** The mean of `[mean, deviation]`. */
export function normalMean(args: Args): LawValue {
  return args[1]! > 0 ? args[0]! : { argument: 'deviation', value: args[1]! }
}

/** The mean of `[mean, error factor, level]`, or of `[mu, sigma]` of the logarithm. */
export function lognormalMean(args: Args): LawValue {
  const [first, second, level] = args as [number, number, number?]
  if (level === undefined) {
    return second > 0 ? Math.exp(first + second ** 2 / 2) : { argument: 'deviation', value: second }
  }
  const bad = firstOutside(args, [
    ['mean', positive],
    ['error-factor', (factor) => factor >= 1],
    ['level', (one) => one > 0 && one < 1],
  ])
  return bad ?? first
}

/** The mean of `[shape, scale]`. */
export function gammaMean(args: Args): LawValue {
  const bad = firstOutside(args, [
    ['shape', positive],
    ['scale', positive],
  ])
  return bad ?? args[0]! * args[1]!
}

/** The mean of `[alpha, beta]`. */
export function betaMean(args: Args): LawValue {
  const bad = firstOutside(args, [
    ['shape', positive],
    ['shape', positive],
  ])
  return bad ?? args[0]! / (args[0]! + args[1]!)
}

/**
 * The mean of a histogram `[x0, x1, E1, x2, E2, ...]` as the format defines it: x is drawn evenly
 * between x0 and the last bound, and Ei is the value where x lies below xi. (SCRAM reads Ei as the
 * weight of the interval below xi and the value as x.)
 */
export function histogramMean(args: Args): LawValue {
  const start = args[0]!
  let bound = start
  let sum = 0
  for (let i = 1; i < args.length; i += 2) {
    const next = args[i]!
    if (!(next > bound)) return { argument: 'bounds', value: next }
    sum += (next - bound) * args[i + 1]!
    bound = next
  }
  return sum / (bound - start)
}
