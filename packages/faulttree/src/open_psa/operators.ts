import {
  betaMean,
  exponential,
  gammaMean,
  glm,
  histogramMean,
  type LawValue,
  lognormalMean,
  normalMean,
  uniformMean,
  weibull,
} from './laws.ts'
import { periodicTest } from './periodic_test.ts'

/** How an expression is computed from the values of its operands. */
export interface Operator {
  /** The numbers of operands it may have; the last one and more when `more` is set. */
  readonly counts: readonly number[]
  readonly more: boolean
  readonly compute: (args: readonly number[]) => LawValue
  /** It stands for a distribution, of which only the mean is taken. */
  readonly deviate: boolean
}

type Compute = Operator['compute']

function takes(counts: readonly number[], compute: Compute): Operator {
  return { counts, more: false, compute, deviate: false }
}

function takesMore(least: number, compute: Compute): Operator {
  return { counts: [least], more: true, compute, deviate: false }
}

function deviate(counts: readonly number[], compute: Compute): Operator {
  return { counts, more: false, compute, deviate: true }
}

const unary = (compute: (value: number) => number): Operator => {
  return takes([1], ([a]) => compute(a!))
}

const compares = (holds: (a: number, b: number) => boolean): Operator => {
  return takes([2], ([a, b]) => Number(holds(a!, b!)))
}

function sum(args: readonly number[]): number {
  return args.reduce((total, value) => total + value, 0)
}

/** The remainder of whole numbers with the sign of the first; of others there are two customs. */
function remainder([a, b]: readonly number[]): LawValue {
  const other = [a!, b!].find((value) => !Number.isSafeInteger(value))
  return other === undefined ? a! % b! : { argument: 'whole', value: other }
}

/**
 * The expressions of the format that are computed from all their operands. `ite` and `switch`,
 * which choose among theirs, are computed where expressions are read.
 */
export const OPERATORS: ReadonlyMap<string, Operator> = new Map([
  ['pi', takes([0], () => Math.PI)],
  ['neg', unary((a) => -a)],
  ['add', takesMore(1, sum)],
  ['sub', takesMore(2, ([first, ...rest]) => rest.reduce((left, value) => left - value, first!))],
  ['mul', takesMore(1, (args) => args.reduce((total, value) => total * value, 1))],
  ['div', takesMore(2, ([first, ...rest]) => rest.reduce((total, value) => total / value, first!))],
  ['abs', unary(Math.abs)],
  ['acos', unary(Math.acos)],
  ['asin', unary(Math.asin)],
  ['atan', unary(Math.atan)],
  ['cos', unary(Math.cos)],
  ['cosh', unary(Math.cosh)],
  ['exp', unary(Math.exp)],
  ['log', unary(Math.log)],
  ['log10', unary(Math.log10)],
  ['mod', takes([2], remainder)],
  ['pow', takes([2], ([a, b]) => a! ** b!)],
  ['sin', unary(Math.sin)],
  ['sinh', unary(Math.sinh)],
  ['tan', unary(Math.tan)],
  ['tanh', unary(Math.tanh)],
  ['sqrt', unary(Math.sqrt)],
  ['ceil', unary(Math.ceil)],
  ['floor', unary(Math.floor)],
  ['min', takesMore(1, (args) => args.reduce((least, value) => Math.min(least, value)))],
  ['max', takesMore(1, (args) => args.reduce((most, value) => Math.max(most, value)))],
  ['mean', takesMore(1, (args) => sum(args) / args.length)],
  ['not', unary((a) => Number(a === 0))],
  ['and', takesMore(1, (args) => Number(args.every((value) => value !== 0)))],
  ['or', takesMore(1, (args) => Number(args.some((value) => value !== 0)))],
  ['eq', compares((a, b) => a === b)],
  ['df', compares((a, b) => a !== b)],
  ['lt', compares((a, b) => a < b)],
  ['gt', compares((a, b) => a > b)],
  ['leq', compares((a, b) => a <= b)],
  ['geq', compares((a, b) => a >= b)],
  ['exponential', takes([2], exponential)],
  ['GLM', takes([4], glm)],
  ['Weibull', takes([4], weibull)],
  ['periodic-test', takes([4, 5, 11], periodicTest)],
  ['uniform-deviate', deviate([2], uniformMean)],
  ['normal-deviate', deviate([2], normalMean)],
  ['lognormal-deviate', deviate([2, 3], lognormalMean)],
  ['gamma-deviate', deviate([2], gammaMean)],
  ['beta-deviate', deviate([2], betaMean)],
  ['histogram', { ...deviate([3], histogramMean), more: true }],
])
