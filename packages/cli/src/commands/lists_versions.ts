import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { keptVersions } = await import('@holdfast/holdfast')
  const { printResult } = await import('../answer.ts')
  const result = await keptVersions({
    list: given.positionals[0],
    store: given.text('store'),
    environment: process.env,
  })
  return printResult(result, given, terminal, async (value, options) => {
    const { renderListsVersions } = await import('@holdfast/report')
    return renderListsVersions(value, options)
  })
}

export const listsVersions: Command = {
  name: 'lists versions',
  positionals: [0, 1],
  options: { store: { type: 'string' }, json: { type: 'boolean' } },
  run,
}
