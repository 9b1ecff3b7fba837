import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type Compiled, compile, type Model, type Outcome } from '../src/index.ts'
import { readOpenPsa } from '../src/open_psa/index.ts'
import { SHARED } from './open_psa_truth.ts'

const ARALIA = new URL('aralia/', import.meta.url)

/** Time for the models that take long, also on a slow machine that does other things beside. */
export const LONG = { timeout: 300_000 }

/** Decision nodes that `holdfast faulttree solve` allows. */
const NODES_MAX = 30_000_000

export interface Published {
  readonly model: Model
  readonly top: string
}

/** A model of the data set, and its only top. */
export function published(name: string): Published {
  return readModel(new URL(`fixtures/${name}.xml`, ARALIA), name)
}

/** The model of a file in the Open-PSA format with one top. */
export function readModel(file: URL, name: string): Published {
  const result = readOpenPsa(readFileSync(file, 'utf8'), name)
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.diagnostics)}`)
  const { model, tops } = result.value
  if (tops.length !== 1) throw new Error(`${name} has ${tops.length} tops`)
  return { model, top: tops[0]! }
}

export function compiled(model: Model): Compiled {
  return compile(model, { nodes_max: NODES_MAX })
}

/** The names of the models whose files are there. */
export function namesOfFiles(): string[] {
  const files = readdirSync(new URL('fixtures/', ARALIA)).filter((one) => one.endsWith('.xml'))
  return files.map((file) => file.slice(0, -4)).sort()
}

export type Row = Readonly<Record<string, string>>

/** What is known of the models. */
export const REFERENCE: readonly Row[] = rowsOf(new URL('reference.tsv', ARALIA))

/** The rows of a table that stands beside the repository; null where it is absent. */
export function sharedRows(name: string): readonly Row[] | null {
  const file = new URL(name, SHARED)
  return existsSync(file) ? rowsOf(file) : null
}

function rowsOf(file: URL): Row[] {
  const [heading, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const keys = heading!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(keys.map((key, i) => [key, cells[i] ?? '']))
  })
}

/** The value of an answer that no limit prevented. */
export function solvedValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`a limit was reached: ${outcome.reason}`)
  return outcome.value
}

/** A probability that must be a point. */
export function pointOf(outcome: Outcome<readonly [number, number]>): number {
  const [low, high] = solvedValue(outcome)
  if (low !== high) throw new Error(`an interval: ${low} to ${high}`)
  return low
}
