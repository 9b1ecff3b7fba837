import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { keptVersions } = await import('@holdfast/holdfast')
  const { exitCodeOf, tell } = await import('../answer.ts')
  const result = await keptVersions({
    list: given.positionals[0],
    store: given.text('store'),
    environment: process.env,
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  if (given.flag('json')) {
    await terminal.out(`${JSON.stringify(result.value, null, 2)}\n`)
    return 0
  }
  const { renderListsVersions } = await import('@holdfast/report')
  const { width, colour, locale } = terminal
  await terminal.out(renderListsVersions(result.value, { width, colour, locale }))
  return 0
}

export const listsVersions: Command = {
  name: 'lists versions',
  positionals: [0, 1],
  options: { store: { type: 'string' }, json: { type: 'boolean' } },
  run,
}
