import { watchFolder } from '@holdfast/holdfast'
import { renderWatch } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const watched = await watchFolder({
    dossier: given.positionals[0] ?? '',
    before: given.texts('before'),
    after: [...given.texts('after'), ...given.texts('lists')],
    store: given.text('store'),
    regimes: given.texts('regimes'),
    registries: given.texts('registry'),
    today: terminal.today,
  })
  tell(terminal, watched.diagnostics)
  if (!watched.ok) return exitCodeOf(watched.diagnostics)
  const { report, remember } = watched.value
  const { width, colour, locale } = terminal
  await terminal.out(
    given.flag('json')
      ? `${JSON.stringify(report, null, 2)}\n`
      : renderWatch(report, { width, colour, locale }),
  )
  // Only now: a report that nobody got must come again.
  const remembered = await remember()
  tell(terminal, remembered.diagnostics)
  if (!remembered.ok) return exitCodeOf(remembered.diagnostics)
  return report.touched ? 3 : 0
}

export const watch: Command = {
  name: 'watch',
  positionals: [1, 1],
  options: {
    before: { type: 'string', multiple: true },
    after: { type: 'string', multiple: true },
    lists: { type: 'string', multiple: true },
    store: { type: 'string' },
    regimes: { type: 'string', multiple: true },
    registry: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  run,
}
