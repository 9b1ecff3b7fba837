import { initFolder } from '@holdfast/holdfast'
import { translator } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const folder = given.positionals[0] ?? ''
  const result = await initFolder(folder)
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  await terminal.out(`${translator(terminal.locale)('cli.started', { ...result.value, folder })}\n`)
  return 0
}

export const init: Command = { name: 'init', positionals: [1, 1], options: {}, run }
