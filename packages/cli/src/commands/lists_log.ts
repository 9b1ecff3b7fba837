import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { logOf } = await import('@holdfast/holdfast')
  const { printResult } = await import('../answer.ts')
  const result = await logOf({
    // A name may be written without quotes.
    asked: given.positionals.join(' '),
    list: given.text('list'),
    store: given.text('store'),
    regimes: given.texts('regimes'),
    environment: process.env,
  })
  return printResult(result, given, terminal, async (value, options) => {
    const { renderListsLog } = await import('@holdfast/report')
    return renderListsLog(value, options)
  })
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
