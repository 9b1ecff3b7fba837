import { type ScreenCall, screenLists, screenPairs } from '@holdfast/holdfast'
import { type Diagnostic, problem } from '@holdfast/kernel'
import { pairJson, renderPairs, renderScreened, screenJson } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

/** Options of every command that looks somebody up. */
export const screenOptions = {
  kind: { type: 'string' },
  born: { type: 'string', multiple: true },
  country: { type: 'string', multiple: true },
  number: { type: 'string', multiple: true },
  lists: { type: 'string', multiple: true },
  store: { type: 'string' },
  on: { type: 'string' },
  decisions: { type: 'string' },
} as const

/** The call from the words of a command. */
export function screenCall(given: Arguments, terminal: Terminal): ScreenCall {
  return {
    what: given.positionals[0] ?? '',
    about: {
      kind: given.text('kind'),
      births: given.texts('born'),
      countries: given.texts('country'),
      identifiers: given.texts('number'),
    },
    lists: given.texts('lists'),
    store: given.text('store'),
    on: given.text('on'),
    decisions: given.text('decisions'),
    today: terminal.today,
  }
}

/** A number of the call; null after what is wrong was added to the problems. */
function numberOf(
  given: Arguments,
  option: 'threshold' | 'limit',
  problems: Diagnostic[],
): number | undefined {
  const value = given.text(option)
  if (value === undefined) return undefined
  const number = value.trim() === '' ? Number.NaN : Number(value)
  const good =
    option === 'limit' ? Number.isInteger(number) && number >= 1 : number >= 0 && number <= 1
  if (!good) problems.push(problem('screen/bad-number', { value, option }))
  return number
}

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const problems: Diagnostic[] = []
  const threshold = numberOf(given, 'threshold', problems)
  const limit = numberOf(given, 'limit', problems)
  const pairs = given.text('pairs')
  if ((pairs === undefined) === (given.positionals.length === 0)) {
    const count = given.positionals.length
    problems.push(problem('call/arguments', { command: 'screen', given: count }))
  }
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  if (pairs !== undefined) return runPairs(pairs, threshold, given, terminal)
  const result = await screenLists({ ...screenCall(given, terminal), threshold, limit })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const { screening, subjects } = result.value
  const { width, colour, locale } = terminal
  if (given.flag('json')) {
    for (const subject of subjects)
      await terminal.out(screenJson(screening.answer(subject), locale))
    return 0
  }
  const answers = subjects.map(screening.answer)
  const options = { width, colour, locale, threshold: screening.threshold }
  await terminal.out(renderScreened(answers, options))
  return 0
}

async function runPairs(
  file: string,
  threshold: number | undefined,
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = await screenPairs(file, threshold)
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const json = () => result.value.map((pair) => pairJson(pair, terminal.locale)).join('')
  await terminal.out(given.flag('json') ? json() : renderPairs(result.value))
  return 0
}

export const screen: Command = {
  name: 'screen',
  positionals: [0, 1],
  options: {
    ...screenOptions,
    threshold: { type: 'string' },
    limit: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'boolean' },
  },
  run,
}
