import { updateLists } from '@holdfast/holdfast'
import type { Diagnostic } from '@holdfast/kernel'
import { renderUpdated } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { type Bounds, readNumber } from '../number.ts'
import { progressLine } from '../progress.ts'
import type { Terminal } from '../terminal.ts'

const ATTEMPTS: Bounds = { kind: 'whole', min: 1, max: 20 }
const SECONDS: Bounds = { kind: 'any', min: 1, max: 3600 }

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const isData = given.flag('json')
  const problems: Diagnostic[] = []
  const attemptsMax = readNumber(given, 'attempts', ATTEMPTS, problems)
  const seconds = readNumber(given, 'patience', SECONDS, problems)
  if (problems.length > 0) {
    tell(terminal, problems)
    return exitCodeOf(problems)
  }
  const line = progressLine(terminal)
  const interruption = new AbortController()
  const interrupt = () => interruption.abort()
  process.once('SIGINT', interrupt)
  process.once('SIGTERM', interrupt)
  const told: Promise<void>[] = []
  const { width, colour, locale } = terminal
  const result = await updateLists({
    lists: given.positionals,
    from: given.text('from'),
    published: given.text('published'),
    store: given.text('store'),
    sources: given.text('sources'),
    force: given.flag('force'),
    dryRun: given.flag('dry-run'),
    attemptsMax,
    idleMs: seconds === undefined ? undefined : seconds * 1000,
    environment: process.env,
    signal: interruption.signal,
    onEvent(event) {
      if (isData) return
      if (event.kind !== 'done') {
        line.show(event)
        return
      }
      line.clear()
      told.push(terminal.out(renderUpdated(event.result, { width, colour, locale })))
      tell(terminal, event.result.diagnostics)
    },
  })
  line.clear()
  process.off('SIGINT', interrupt)
  process.off('SIGTERM', interrupt)
  if (!result.ok) {
    tell(terminal, result.diagnostics)
    return exitCodeOf(result.diagnostics)
  }
  await Promise.all(told)
  if (isData) await terminal.out(`${JSON.stringify(result.value, null, 2)}\n`)
  const wentWrong = result.value.lists.some(({ outcome }) => {
    return outcome === 'failed' || outcome === 'refused'
  })
  return wentWrong ? 1 : 0
}

export const update: Command = {
  name: 'lists update',
  positionals: [0, 50],
  options: {
    from: { type: 'string' },
    published: { type: 'string' },
    store: { type: 'string' },
    sources: { type: 'string' },
    force: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    attempts: { type: 'string' },
    patience: { type: 'string' },
    json: { type: 'boolean' },
  },
  run,
}
