import { listedFrom } from '@holdfast/holdfast'
import { renderListed } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const result = await listedFrom({
    programme: given.text('programme'),
    on: given.text('on'),
    lists: given.texts('lists'),
    store: given.text('store'),
    regimes: given.texts('regimes'),
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const { rows, lists } = result.value
  if (given.flag('json')) {
    await terminal.out(`${JSON.stringify(rows, null, 2)}\n`)
    return 0
  }
  const { width, colour, locale } = terminal
  const on = given.text('on')
  const day = on === undefined ? {} : { on }
  await terminal.out(renderListed(rows, { width, colour, locale, lists, ...day }))
  return 0
}

export const listed: Command = {
  name: 'listed',
  positionals: [0, 0],
  options: {
    programme: { type: 'string' },
    on: { type: 'string' },
    lists: { type: 'string', multiple: true },
    store: { type: 'string' },
    regimes: { type: 'string', multiple: true },
    json: { type: 'boolean' },
  },
  run,
}
