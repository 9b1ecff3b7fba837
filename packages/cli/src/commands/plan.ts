import {
  misspeltWords,
  type PlanReport,
  planFolder,
  writeSecret,
  writingProblem,
} from '@holdfast/holdfast'
import { type Diagnostic, parseDuration, problem } from '@holdfast/kernel'
import {
  renderPlan,
  renderPlanCalendar,
  renderPlanHtml,
  renderPlanJson,
  renderPlanTable,
} from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { progressLine } from '../progress.ts'
import type { Terminal } from '../terminal.ts'
import { assessCall, assessOptions } from './assess.ts'

const GAP_PERCENT_MAX = 50
const SECONDS_MAX = 24 * 3600

const SECONDS_PER_UNIT: Readonly<Record<string, number>> = { s: 1, min: 60, h: 3600 }

/** The files that a plan is written into, by the options that name them. */
const FILES: Readonly<Record<string, (report: PlanReport, terminal: Terminal) => string>> = {
  html: (report, { locale }) => renderPlanHtml(report, { locale }),
  ics: (report, { locale }) => renderPlanCalendar(report, { locale }),
  csv: (report) => renderPlanTable(report),
}

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { call, problems } = assessCall(given, terminal)
  const periodDays = readPeriod(given, problems)
  const gap = readGap(given, problems)
  const seconds = readTime(given, problems)
  const words = {
    budget: given.text('budget') ?? null,
    strike: given.text('strike') ?? null,
    fix: given.texts('fix'),
    without: given.texts('without'),
  }
  problems.push(...misspeltWords(words))
  const files = await filesOf(given, problems)
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  const line = progressLine(terminal)
  const interruption = interruptible()
  const result = await planFolder({
    ...call,
    ...{ periodDays, gap, seconds },
    budget: given.text('budget'),
    strike: given.text('strike'),
    fix: words.fix,
    without: words.without,
    // The page has a chart of it.
    frontier: given.flag('frontier') || files.has('html'),
    onProgress: (event) => line.show(event),
    signal: interruption.signal,
  })
  line.clear()
  interruption.end()
  if (!result.ok) {
    tell(terminal, result.diagnostics)
    return exitCodeOf(result.diagnostics)
  }
  // What the plan itself was short of; the rest are reservations of the world that it stands on.
  tell(
    terminal,
    result.diagnostics.filter(({ code }) => code.startsWith('plan/')),
  )
  return answer(result.value, files, given, terminal)
}

/** Writes the files, then prints; a file that cannot be written takes no answer away. */
async function answer(
  report: PlanReport,
  files: ReadonlyMap<string, string>,
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const unwritten: Diagnostic[] = []
  const paths: Record<string, string> = {}
  for (const [option, file] of files) {
    const written = await writeSecret(file, FILES[option]!(report, terminal))
    unwritten.push(...written.diagnostics)
    if (written.ok) paths[`${option}Path`] = file
  }
  const { width, colour, locale } = terminal
  await terminal.out(
    given.flag('json')
      ? renderPlanJson(report)
      : renderPlan(report, { width, colour, locale, ...paths }),
  )
  tell(terminal, unwritten)
  return exitCodeOf(unwritten)
}

/** Files by option; what can be known beforehand of files that cannot be written is told. */
async function filesOf(
  given: Arguments,
  problems: Diagnostic[],
): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>()
  for (const option of Object.keys(FILES)) {
    const file = given.text(option)
    if (file === undefined) continue
    const same = [...files].find(([, path]) => path === file)
    const wrong =
      same === undefined
        ? await writingProblem(file)
        : problem('call/same-file', { path: file, options: [`--${same[0]}`, `--${option}`] })
    if (wrong !== null) problems.push(wrong)
    files.set(option, file)
  }
  return files
}

function readPeriod(given: Arguments, problems: Diagnostic[]): number | undefined {
  const text = given.text('period')
  if (text === undefined) return undefined
  const days = parseDuration(text)?.days ?? 0
  if (days >= 1) return days
  problems.push(problem('call/bad-period', { value: text }))
  return undefined
}

/** `1%`; a share without its sign could be taken for a hundred times as much. */
function readGap(given: Arguments, problems: Diagnostic[]): number | undefined {
  const text = given.text('gap')
  if (text === undefined) return undefined
  const match = /^(?:(\d+(?:\.\d+)?) ?%|0)$/.exec(text.trim())
  const percent = match === null ? Number.NaN : Number(match[1] ?? 0)
  if (percent <= GAP_PERCENT_MAX) return percent / 100
  problems.push(problem('call/bad-gap', { value: text }))
  return undefined
}

/** Seconds: `30s`, `5min`, `2h`. */
function readTime(given: Arguments, problems: Diagnostic[]): number | undefined {
  const text = given.text('time')
  if (text === undefined) return undefined
  const [, number = '', unit = 's'] = /^(\d+(?:\.\d+)?) ?(s|min|h)?$/.exec(text.trim()) ?? []
  const seconds = Number(number || Number.NaN) * (SECONDS_PER_UNIT[unit] ?? 1)
  if (seconds >= 1 && seconds <= SECONDS_MAX) return seconds
  problems.push(problem('call/bad-time', { value: text }))
  return undefined
}

/**
 * Ctrl-C: once, and the call is to come to an end. Soon after that nobody listens, so that twice
 * ends the process at once, however busy it is; shells call that 130. Where both came while it was
 * too busy to be told of the first, they are told one right after the other.
 */
function interruptible(): { readonly signal: AbortSignal; end(): void } {
  const controller = new AbortController()
  const end = () => {
    process.off('SIGINT', interrupt)
    process.off('SIGTERM', interrupt)
  }
  const interrupt = (name: NodeJS.Signals) => {
    if (controller.signal.aborted) {
      end()
      process.kill(process.pid, name)
      return
    }
    controller.abort()
    setImmediate(end)
  }
  process.on('SIGINT', interrupt)
  process.on('SIGTERM', interrupt)
  return { signal: controller.signal, end }
}

export const plan: Command = {
  name: 'plan',
  positionals: [1, 1],
  options: {
    ...assessOptions,
    budget: { type: 'string' },
    period: { type: 'string' },
    strike: { type: 'string' },
    frontier: { type: 'boolean' },
    fix: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
    gap: { type: 'string' },
    time: { type: 'string' },
    json: { type: 'boolean' },
    html: { type: 'string' },
    ics: { type: 'string' },
    csv: { type: 'string' },
  },
  run,
}
