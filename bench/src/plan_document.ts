/** The page on which the measurements of plans stand. */
import type { PlanFigures } from './plan_process.ts'
import { middleOf, tableOf } from './table.ts'

/** One dossier: what it is, and its runs; a word instead of runs that were not to be had. */
export interface Planned {
  readonly name: string
  readonly services: string
  readonly runs: readonly PlanFigures[] | string
  /** Seconds in which the answer is wanted, if there is a target. */
  readonly target: number | null
}

export interface PlanParts {
  readonly runs: number
  readonly seed: number
  readonly machine: string
  readonly command: string
  readonly secondsMax: number
  readonly gap: number
  readonly planned: readonly Planned[]
}

export function explained(parts: PlanParts): string {
  const { planned, runs, machine, command, seed, secondsMax } = parts
  const spread = `Median of ${runs} runs, in brackets the fastest and the slowest`
  const counted = runs === 1 ? 'One run' : spread
  return `# The plan: what an answer costs, and what it buys

${counted}, each in a process of its own.
Machine: ${machine}.
Command: \`${command}\`. Asked for: a gap of ${percent(parts.gap)}, at most ${secondsMax} s.

${targetTable(planned)}

## Time

*Model* is from the files to what is lost on each day as it depends on measures. *Proven* adds the
search until the gap is proven. *Answer* adds prices, why measures are left out, and the plan put
into the dossier and assessed anew.

${timeTable(planned)}

## What optimisation buys

Expected loss in weighted days, the high end. *Greedy* always adds what saves most for its money.
No plan is below *bound*.

${lossTable(planned)}

The invented dossiers are those of \`bench/src/plan_generate.ts\`, seed ${seed}: money for a
third of all measures, people for a few at a time, chains of measures that wait for each other,
rivals that exclude each other, substitutes that the same decision reaches.
The largest difference between the search’s figures and the engine’s, with the plan put into the
dossier, was ${largestDifference(planned)}.
`
}

function targetTable(planned: readonly Planned[]): string {
  const rows = planned.flatMap(({ name, runs, target }) => {
    if (target === null) return []
    const wanted = `within 1 % in less than ${target} s`
    if (typeof runs === 'string') return [[name, runs, wanted, '**missed**']]
    const seconds = middleOf(runs.map((run) => run.seconds))
    const gap = middleOf(runs.map((run) => run.gap))
    const isMet = seconds < target && gap <= 0.01
    const found = `${percent(gap)} in ${secondsText(seconds)}`
    return [[name, found, wanted, isMet ? 'met' : '**missed**']]
  })
  return tableOf(['dossier', 'found', 'wanted', ''], rows)
}

function timeTable(planned: readonly Planned[]): string {
  const heading = ['dossier', 'measures × periods', 'services', 'scenarios', 'model', 'proven']
  const rows = planned.map(({ name, services, runs }) => {
    if (typeof runs === 'string') return [name, '', services, '', runs, '', '', '']
    const [first] = runs
    const size = `${first!.measures} × ${first!.periods}`
    const spread = (of: (run: PlanFigures) => number): string => spreadText(runs.map(of))
    return [
      name,
      size,
      services,
      `${first!.scenarios}`,
      spread((run) => run.modelSeconds),
      spread((run) => run.provenSeconds),
      spread((run) => run.seconds),
      peakText(runs),
    ]
  })
  return tableOf([...heading, 'answer', 'peak'], rows)
}

function lossTable(planned: readonly Planned[]): string {
  const heading = ['dossier', 'do nothing', 'greedy', 'plan', 'bound', 'gap', 'measures done']
  const rows = planned.flatMap(({ name, runs }) => {
    if (typeof runs === 'string') return []
    const of = (figure: (run: PlanFigures) => number): string =>
      Math.round(middleOf(runs.map(figure))).toLocaleString('en')
    const gap = percent(middleOf(runs.map((run) => run.gap)))
    return [
      [
        name,
        of((run) => run.doNothing),
        of((run) => run.greedy),
        of((run) => run.objective),
        of((run) => run.bound),
        gap,
        of((run) => run.done),
      ],
    ]
  })
  return tableOf(heading, rows)
}

function largestDifference(planned: readonly Planned[]): string {
  const all = planned.flatMap(({ runs }) => (typeof runs === 'string' ? [] : runs))
  const largest = Math.max(0, ...all.map((run) => run.largestDifference))
  return largest === 0 ? '0' : largest.toExponential(1)
}

function peakText(runs: readonly PlanFigures[]): string {
  const known = runs.flatMap((run) => (run.peakBytes === null ? [] : [run.peakBytes]))
  return known.length === 0 ? 'unknown' : `${Math.round(middleOf(known) / 1e6)} MB`
}

function spreadText(seconds: readonly number[]): string {
  if (seconds.length === 1) return secondsText(seconds[0]!)
  const ends = [Math.min(...seconds), Math.max(...seconds)].map(secondsText)
  return `${secondsText(middleOf(seconds))} (${ends.join('–')})`
}

function secondsText(seconds: number): string {
  return `${seconds.toFixed(seconds < 10 ? 2 : 1)} s`
}

function percent(share: number): string {
  return `${(100 * share).toFixed(share < 0.1 ? 2 : 0)} %`
}
