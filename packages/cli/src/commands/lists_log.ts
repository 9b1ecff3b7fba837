import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { logOf } = await import('@holdfast/holdfast')
  const { exitCodeOf, tell } = await import('../answer.ts')
  const result = await logOf({
    // A name may be written without quotes.
    asked: given.positionals.join(' '),
    list: given.text('list'),
    store: given.text('store'),
    regimes: given.texts('regimes'),
    environment: process.env,
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  if (given.flag('json')) {
    await terminal.out(`${JSON.stringify(result.value, null, 2)}\n`)
    return 0
  }
  const { renderListsLog } = await import('@holdfast/report')
  const { width, colour, locale } = terminal
  await terminal.out(renderListsLog(result.value, { width, colour, locale }))
  return 0
}

export const listsLog: Command = {
  name: 'lists log',
  positionals: [1, 20],
  options: {
    list: { type: 'string' },
    store: { type: 'string' },
    regimes: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  run,
}
