import { decideMatch } from '@holdfast/holdfast'
import { type Diagnostic, problem } from '@holdfast/kernel'
import { translator } from '@holdfast/report/messages'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { screenCall, screenOptions } from './screen.ts'

const OUTCOMES = [
  ['cleared', 'cleared'],
  ['confirmed', 'confirmed'],
  ['reopen', 'reopened'],
] as const

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const problems: Diagnostic[] = []
  const outcomes = OUTCOMES.filter(([flag]) => given.flag(flag)).map(([, outcome]) => outcome)
  if (outcomes.length !== 1) problems.push(problem('screen/what-is-decided', {}))
  for (const missing of ['by', 'why']) {
    if ((given.text(missing) ?? '').trim() === '') {
      problems.push(problem('screen/who-and-why', { missing: `--${missing}` }))
    }
  }
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  const result = await decideMatch({
    ...screenCall(given, terminal),
    list: given.positionals[1] ?? '',
    entry: given.positionals[2] ?? '',
    decided: {
      outcome: outcomes[0]!,
      by: given.text('by') ?? '',
      why: given.text('why') ?? '',
    },
  })
  if (!result.ok) {
    tell(terminal, result.diagnostics)
    return exitCodeOf(result.diagnostics)
  }
  const { outcome, name, list, entry } = result.value
  const text = translator(terminal.locale)('screen.decided', { outcome, name, list, entry })
  await terminal.out(`${text}\n`)
  return 0
}

export const decide: Command = {
  name: 'decide',
  positionals: [3, 3],
  options: {
    ...screenOptions,
    by: { type: 'string' },
    why: { type: 'string' },
    cleared: { type: 'boolean' },
    confirmed: { type: 'boolean' },
    reopen: { type: 'boolean' },
  },
  run,
}
