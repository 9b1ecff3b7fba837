/** Both solvers on the same models, by turns, and how they compare. */
import type { Missing } from './faulttree_process.ts'
import type { Solve, Solved } from './faulttree_solvers.ts'
import { middleOf, tableOf } from './table.ts'

/** A model, and its row of `aralia/reference.tsv`. */
export interface Model {
  readonly name: string
  readonly file: string
  /** With six digits; null where nobody knows it. */
  readonly probability: string | null
  readonly cutSets: string | null
}

/** The runs of one solver on one model, or why there are none; empty where it is not asked. */
export type Runs = readonly Solved[] | Missing

export interface Raced {
  readonly model: Model
  readonly rival: Runs
  readonly ours: Runs
}

/** Where the engine of SCRAM takes less, the clock says more than the engines do. */
export const ENGINE_SECONDS_MIN = 0.05

/** Runs by turns, so that a slow moment of the machine meets both; what fails is not repeated. */
export async function race(
  model: Model,
  solvers: readonly (Solve | null)[],
  runs: number,
): Promise<Runs[]> {
  const found: Runs[] = solvers.map(() => [])
  for (let run = 0; run < runs; run += 1) {
    for (const [i, solve] of solvers.entries()) {
      const before = found[i]!
      if (typeof before === 'string' || solve === null) continue
      const one = await solve(model.file)
      found[i] = typeof one === 'string' ? one : [...before, one]
    }
  }
  return found
}

/** The runs that ended with an answer. */
export function answered(runs: Runs): readonly Solved[] {
  return typeof runs === 'string' ? [] : runs
}

export function engineMiddle(runs: readonly Solved[]): number {
  return middleOf(runs.map((run) => run.engineSeconds))
}

export function wallMiddle(runs: readonly Solved[]): number {
  return middleOf(runs.map((run) => run.wallSeconds))
}

/** Ours by theirs: the middle of the engine, and of the clock; null where one has none. */
export function ratiosOf(raced: Raced): { engine: number; wall: number } | null {
  const [rival, ours] = [answered(raced.rival), answered(raced.ours)]
  if (rival.length === 0 || ours.length === 0) return null
  return {
    engine: engineMiddle(ours) / engineMiddle(rival),
    wall: wallMiddle(ours) / wallMiddle(rival),
  }
}

/** Whether the engine of SCRAM takes long enough to be compared. */
export function isLong({ rival }: Raced): boolean {
  const runs = answered(rival)
  return runs.length > 0 && engineMiddle(runs) > ENGINE_SECONDS_MIN
}

export function geometricMean(ratios: readonly number[]): number {
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
}

/** The middle with both ends, in milliseconds or seconds as they are read best. */
export function spread(seconds: readonly number[]): string {
  const ends = [Math.min(...seconds), Math.max(...seconds)].map(duration).join('–')
  return `${duration(middleOf(seconds))} (${ends})`
}

function duration(seconds: number): string {
  if (seconds >= 1) return `${seconds.toFixed(2)} s`
  return `${(1000 * seconds).toFixed(seconds < 0.01 ? 2 : 0)} ms`
}

export function raceTable(all: readonly Raced[]): string {
  const heading = ['model', 'engine: SCRAM', 'Holdfast', 'ratio', 'process: SCRAM', 'Holdfast']
  const rows = all.map((one) => {
    const ratios = ratiosOf(one)
    const engine = [one.rival, one.ours].map((runs) => cell(runs, (run) => run.engineSeconds))
    const wall = [one.rival, one.ours].map((runs) => cell(runs, (run) => run.wallSeconds))
    const ratio = ratios === null ? '–' : ratios.engine.toFixed(2)
    const figure = isLong(one) ? `**${ratio}**` : ratio
    return [one.model.name, ...engine, figure, ...wall, ratios?.wall.toFixed(2) ?? '–']
  })
  return tableOf([...heading, 'ratio'], rows)
}

function cell(runs: Runs, seconds: (run: Solved) => number): string {
  if (typeof runs === 'string') return runs
  return runs.length === 0 ? '–' : spread(runs.map(seconds))
}

/** What was answered and is not what the reference says. */
export function wrongAnswers({ model, rival, ours }: Raced, counted: Runs): string[] {
  const answers = [
    ...answered(rival).map((run) => ['SCRAM', model.probability, run.probability] as const),
    ...answered(ours).map((run) => ['Holdfast', model.probability, run.probability] as const),
    ...answered(counted).map((run) => ['Holdfast, sets', model.cutSets, run.cutSets] as const),
  ]
  const wrong = answers.filter(([, expected, found]) => expected !== null && expected !== found)
  const told = wrong.map(([who, expected, found]) => {
    return `${model.name}: ${who} says ${found}, and right is ${expected}`
  })
  const missing = [ours, counted].filter((runs) => typeof runs === 'string')
  return [...new Set([...told, ...missing.map((why) => `${model.name}: Holdfast, ${why}`)])]
}
