/** The same question to all engines by turns, and how their answers and times compare. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Missing } from './faulttree_process.ts'
import { askEngine, type Engine, type Figures, type Question } from './ownership_rivals.ts'
import { middleOf, tableOf } from './table.ts'

/** An engine's runs, or why there are none; whether it answered as the first engine did. */
export interface Entrant {
  readonly name: string
  readonly runs: readonly Figures[] | Missing
  readonly agrees: boolean
  /** Its loading leaves an index of who owns what, as Holdfast's sorting does. */
  readonly isIndexed: boolean
}

export interface Race {
  readonly stakes: number
  readonly parties: number
  /** Holdfast first. */
  readonly entrants: readonly Entrant[]
}

/** Runs by turns, so that a slow moment of the machine meets all; what fails is not repeated. */
export async function raceOwners(
  engines: readonly Engine[],
  question: Question,
  folder: string,
  runs: number,
  secondsMax: number,
): Promise<Entrant[]> {
  const found = new Map<Engine, readonly Figures[] | Missing>()
  const agrees = new Map<Engine, boolean>()
  const answerOf = (engine: Engine): string => {
    return path.join(folder, `answer-${engines.indexOf(engine)}`)
  }
  for (let run = 0; run < runs; run += 1) {
    for (const engine of engines) {
      const before = found.get(engine) ?? []
      if (typeof before === 'string') continue
      const one = await askEngine(engine, question, folder, answerOf(engine), secondsMax)
      found.set(engine, typeof one === 'string' ? one : [...before, one])
      if (typeof one === 'string') continue
      const same = readFileSync(answerOf(engine)).equals(readFileSync(answerOf(engines[0]!)))
      agrees.set(engine, same && agrees.get(engine) !== false)
    }
  }
  return engines.map((engine) => {
    const { name, isIndexed = false } = engine
    return { name, runs: found.get(engine) ?? [], agrees: agrees.get(engine) ?? true, isIndexed }
  })
}

/** The question with the sorting that it needs, of who sorts. */
export function wholeSeconds({ seconds, sortSeconds = 0 }: Figures): number {
  return seconds + sortSeconds
}

export function middle(runs: readonly Figures[], of: (figures: Figures) => number): number {
  return middleOf(runs.map(of))
}

/** With commas between thousands. */
export function countText(value: number): string {
  return value.toLocaleString('en')
}

/** Seconds with three figures that count. */
export function secondsText(value: number): string {
  if (value >= 0.995) return `${value.toFixed(2)} s`
  const millis = 1000 * value
  return `${millis.toFixed(millis < 9.95 ? 2 : 0)} ms`
}

/** The median with the fastest and the slowest. */
export function spreadText(values: readonly number[]): string {
  if (values.length === 1) return secondsText(values[0]!)
  const ends = [Math.min(...values), Math.max(...values)].map(secondsText).join('–')
  return `${secondsText(middleOf(values))} (${ends})`
}

const MEGABYTE = 1024 ** 2

export function memoryText(runs: readonly Figures[]): string {
  const peaks = runs.flatMap(({ peakBytes }) => (peakBytes === null ? [] : [peakBytes]))
  return peaks.length === 0 ? '–' : `${Math.round(middleOf(peaks) / MEGABYTE)} MB`
}

/** An engine beside what Holdfast took for the same: networkx has its index from the loading. */
export function ratioOf(entrant: Entrant, ours: Entrant): number | null {
  if (typeof entrant.runs === 'string' || typeof ours.runs === 'string') return null
  const of = entrant.isIndexed ? ({ seconds }: Figures) => seconds : wholeSeconds
  return middle(entrant.runs, ({ seconds }) => seconds) / middle(ours.runs, of)
}

/** One line for each engine and size; the ratio is the engine's time by Holdfast's. */
export function ownersTable(races: readonly Race[]): string {
  const heading = ['stakes', 'engine', 'answer', 'by Holdfast’s', 'loading', 'peak', 'same answer']
  const rows = races.flatMap(({ stakes, entrants }) => {
    const [ours, ...rivals] = entrants
    const size = countText(stakes)
    const runs = ours!.runs
    if (typeof runs === 'string') return [[size, ours!.name, runs, '', '', '', '']]
    const answer = (of: (figures: Figures) => number): string => spreadText(runs.map(of))
    const load = (of: readonly Figures[]): string => {
      return secondsText(middle(of, ({ loadSeconds }) => loadSeconds ?? 0))
    }
    const told = rivals.map((rival) => {
      const { name, runs: theirs, agrees } = rival
      if (typeof theirs === 'string') return ['', name, theirs, '–', '–', '–', '–']
      const took = spreadText(theirs.map(({ seconds }) => seconds))
      const ratio = ratioOf(rival, ours!)!.toFixed(2)
      const same = agrees ? 'yes' : '**no**'
      return ['', name, took, ratio, load(theirs), memoryText(theirs), same]
    })
    return [
      [size, 'Holdfast, sorting and fixed point', answer(wholeSeconds), '1', load(runs), '', ''],
      ['', 'Holdfast, fixed point', answer(({ seconds }) => seconds), '', '', memoryText(runs), ''],
      ...told,
    ]
  })
  return tableOf(heading, rows)
}

/** What was answered otherwise than by Holdfast, or not at all by Holdfast. */
export function disagreements(what: string, races: readonly Race[]): string[] {
  return races.flatMap(({ stakes, entrants }) => {
    const size = countText(stakes)
    return entrants.flatMap(({ name, runs, agrees }, i) => {
      if (i === 0 && typeof runs === 'string') return [`${what}, ${size}: Holdfast ${runs}`]
      return agrees ? [] : [`${what}, ${size} stakes: ${name} answers otherwise`]
    })
  })
}
