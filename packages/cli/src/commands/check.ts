import { checkFolder } from '@holdfast/holdfast'
import { translator } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const [dossier = ''] = given.positionals
  const result = await checkFolder({
    dossier,
    regimes: given.texts('regimes'),
    registries: given.texts('registry'),
    today: terminal.today,
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  await terminal.out(`${translator(terminal.locale)('cli.checked', { ...result.value })}\n`)
  return 0
}

export const check: Command = {
  name: 'check',
  positionals: [1, 1],
  options: {
    regimes: { type: 'string', multiple: true },
    registry: { type: 'string', multiple: true },
  },
  run,
}
