/**
 * One plan in a process of its own: `node plan_process.js DOSSIER GAP SECONDS_MAX` prints
 * `PlanFigures` as JSON, or the codes of what went wrong.
 */
import { type PlanProgress, planFolder } from '@holdfast/holdfast'
import { peakBytes } from './ownership_peak.ts'

export interface PlanFigures {
  readonly status: 'optimal' | 'feasible'
  /** From the files to the losses as they depend on measures. */
  readonly modelSeconds: number
  /** Until the gap asked for was proven, or the time was over; the model with it. */
  readonly provenSeconds: number
  /** With prices, checks and all figures of the answer. */
  readonly seconds: number
  readonly objective: number
  readonly bound: number
  readonly gap: number
  readonly doNothing: number
  readonly greedy: number
  /** How many measures there are, and how many the plan does. */
  readonly measures: number
  readonly done: number
  readonly scenarios: number
  readonly periods: number
  readonly largestDifference: number
  readonly peakBytes: number | null
  readonly problems: readonly string[]
}

const [dossier = '', gap = '0.01', secondsMax = '60'] = process.argv.slice(2)

async function figuresOf(): Promise<object> {
  const start = performance.now()
  const since = (): number => (performance.now() - start) / 1000
  let [model, proven]: (number | null)[] = [null, null]
  const onProgress = ({ step }: PlanProgress): void => {
    if (step !== 'model') model ??= since()
    if (step !== 'model' && step !== 'search') proven ??= since()
  }
  const result = await planFolder({
    dossier,
    today: '2026-11-01',
    fix: [],
    without: [],
    frontier: false,
    gap: Number(gap),
    seconds: Number(secondsMax),
    onProgress,
  })
  const seconds = since()
  if (!result.ok) return { problems: result.diagnostics.map(({ code }) => code) }
  const report = result.value
  const { status, objective, bound, doNothing, greedy, measures, leftOut, scenarios } = report
  const figures: PlanFigures = {
    status,
    modelSeconds: model ?? seconds,
    provenSeconds: proven ?? seconds,
    seconds,
    objective,
    bound,
    gap: report.gap,
    doNothing,
    greedy,
    measures: measures.length + leftOut.length,
    done: measures.length,
    scenarios: scenarios.length,
    periods: report.periods.length,
    largestDifference: report.check.largestDifference,
    peakBytes: peakBytes(),
    problems: report.diagnostics.map(({ code }) => code),
  }
  return figures
}

console.log(JSON.stringify(await figuresOf()))
// The thread of the solver is of no use any more.
process.exit(0)
