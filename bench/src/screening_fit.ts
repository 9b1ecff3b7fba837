/**
 * `node bench/dist/screening_fit.js`: fits the weights of the score anew, and says how the same
 * fitting does on pairs that it has not seen. It changes nothing: whoever keeps the weights copies
 * them into `packages/screening/src/model.ts`.
 *
 * Options: `--shared FOLDER` with the shared data, `--folds N` (5), `--repeats N` (6).
 */
import path from 'node:path'
import { parseArgs } from 'node:util'
import { buildScreen, pairTerms, screenName, type Terms } from '@holdfast/screening'
import { chanceOf } from './chance.ts'
import { ROOT } from './process.ts'
import {
  kindOf,
  readCustomers,
  readNameLists,
  readPairs,
  readUnitedNations,
} from './screening_data.ts'

/** A pair with its label, and how much it counts. */
interface Example {
  readonly terms: Terms
  readonly same: boolean
  readonly weight: number
}

const RIDGE = 0.01
const STEPS = 4_000
const SEED = 14_203
/** Every so many customers are laid beside the listed names nearest to them. */
const CUSTOMERS_EACH = 12
const NEAREST = 2
const NEAREST_SCORE_MIN = 0.02
const NEGATIVE_WEIGHT = 0.012
const POSITIVE_WEIGHT = 0.05
const THRESHOLDS = [0.4, 0.45, 0.5, 0.55, 0.6]

const { values: options } = parseArgs({
  options: {
    shared: { type: 'string', default: path.join(ROOT, '../shared') },
    folds: { type: 'string', default: '5' },
    repeats: { type: 'string', default: '6' },
  },
})
const DATA = path.resolve(options.shared, 'data')
const SCREENING = path.join(DATA, 'screening')

function labelled(): Example[] {
  return readPairs(path.join(SCREENING, 'name_pairs_dev.csv')).flatMap(
    ({ left, right, schema, isMatch: same }) => {
      const terms = pairTerms(left, right, kindOf(schema))
      return terms === null ? [] : [{ terms, same, weight: 1 }]
    },
  )
}

/** Invented customers beside the listed names nearest to them: pairs of two parties. */
function customers(): Example[] {
  const folder = path.join(DATA, 'lists')
  const screen = buildScreen([...readNameLists(folder), readUnitedNations(folder)])
  const people = readCustomers(path.join(SCREENING, 'negatives_us.csv'))
  const some = people.filter((_, index) => index % CUSTOMERS_EACH === 7)
  const search = { threshold: NEAREST_SCORE_MIN, limit: NEAREST }
  return some.flatMap(({ name }) =>
    screenName(screen, { name, kind: 'person' }, search).flatMap((match) => {
      const terms = pairTerms(name, match.name.text, 'person')
      return terms === null ? [] : [{ terms, same: false, weight: NEGATIVE_WEIGHT }]
    }),
  )
}

/** Listed people under a damaged name: pairs of one party. */
function damaged(): Example[] {
  const clean = readCustomers(path.join(SCREENING, 'positives_un_untreated.csv'))
  const treated = readCustomers(path.join(SCREENING, 'positives_un_treated.csv'))
  return clean.flatMap(({ name }, index) => {
    const other = treated[index]?.name ?? name
    const terms = other === name ? null : pairTerms(other, name, 'person')
    return terms === null ? [] : [{ terms, same: true, weight: POSITIVE_WEIGHT }]
  })
}

type Weights = Readonly<Record<string, number>>

/**
 * Weighted logistic regression with a ridge on scaled terms and the sign of each weight fixed, by
 * accelerated projected gradients (Nesterov). Terms of constant value get no weight.
 */
function fit(examples: readonly Example[]): Weights {
  const names = Object.keys(examples[0]!.terms) as (keyof Terms)[]
  const scales = names.map((name) => deviation(examples.map(({ terms }) => terms[name])) || 1)
  const rows = examples.map(({ terms }) => [1, ...names.map((name, k) => terms[name] / scales[k]!)])
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const size = names.length + 1
  let weights = new Float64Array(size)
  let earlier = new Float64Array(size)
  // One over the largest curvature that the loss can have.
  const squares = rows.map((row) => row.reduce((sum, value) => sum + value * value, 0))
  const curvature =
    squares.reduce((sum, one, i) => sum + one * examples[i]!.weight, 0) / (4 * total)
  const rate = 1 / (curvature + RIDGE)
  for (let step = 1; step <= STEPS; step += 1) {
    const momentum = (step - 1) / (step + 2)
    const ahead = weights.map((weight, k) => weight + momentum * (weight - earlier[k]!))
    const slope = ahead.map((weight, k) => (k === 0 ? 0 : RIDGE * weight))
    for (const [index, row] of rows.entries()) {
      const odds = row.reduce((sum, value, k) => sum + value * ahead[k]!, 0)
      const { same, weight } = examples[index]!
      const error = ((1 / (1 + Math.exp(-odds)) - Number(same)) * weight) / total
      for (let k = 0; k < size; k += 1) slope[k]! += error * row[k]!
    }
    earlier = weights
    weights = ahead.map((weight, k) => {
      const next = weight - rate * slope[k]!
      if (k === 0) return next
      return names[k - 1] === 'agreed' ? Math.max(0, next) : Math.min(0, next)
    })
  }
  const fitted = names.map((name, k) => [name, weights[k + 1]! / scales[k]!] as const)
  return Object.fromEntries([['intercept', weights[0]!], ...fitted])
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length)
}

function scoreOf(weights: Weights, terms: Terms): number {
  let odds = weights.intercept ?? 0
  for (const [name, value] of Object.entries(terms)) odds += (weights[name] ?? 0) * value
  return 1 / (1 + Math.exp(-odds))
}

function f1(scored: readonly { score: number; same: boolean }[], threshold: number): number {
  const right = scored.filter(({ score, same }) => same && score >= threshold).length
  const told = scored.filter(({ score }) => score >= threshold).length
  const wanted = scored.filter(({ same }) => same).length
  return (2 * right) / Math.max(1, told + wanted)
}

/** The pairs by chance in so many parts, each scored by weights that were fitted to the others. */
function unseen(pairs: readonly Example[], others: readonly Example[], seed: number) {
  const order = chanceOf(seed).some(pairs, pairs.length)
  const folds = Number(options.folds)
  return Array.from({ length: folds }, (_, fold) => {
    const held = order.filter((_, index) => index % folds === fold)
    const seen = order.filter((_, index) => index % folds !== fold)
    const weights = fit([...seen, ...others])
    return held.map(({ terms, same }) => ({ score: scoreOf(weights, terms), same }))
  }).flat()
}

const pairs = labelled()
const others = [...customers(), ...damaged()]
console.log(`${pairs.length} labelled pairs, ${others.length} pairs of lesser weight`)
for (const [name, weight] of Object.entries(fit([...pairs, ...others]))) {
  console.log(`  ${name}: ${weight.toFixed(3)}`)
}
const repeats = Array.from({ length: Number(options.repeats) }, (_, repeat) =>
  unseen(pairs, others, SEED + repeat),
)
for (const threshold of THRESHOLDS) {
  const values = repeats.map((scored) => f1(scored, threshold))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  const range = `${Math.min(...values).toFixed(3)} to ${Math.max(...values).toFixed(3)}`
  console.log(`F1 on pairs not seen at ${threshold}: ${mean.toFixed(3)} (${range})`)
}
