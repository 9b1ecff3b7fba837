import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { showRegistry } = await import('@holdfast/holdfast')
  const { printResult } = await import('../answer.ts')
  const file = given.positionals[0] ?? ''
  const result = await showRegistry({ file, verify: given.flag('verify') })
  return printResult(result, given, terminal, async (value, options) => {
    const { renderRegistry } = await import('@holdfast/report')
    return renderRegistry(value, options)
  })
}

export const registryShow: Command = {
  name: 'registry show',
  positionals: [1, 1],
  options: { verify: { type: 'boolean' }, json: { type: 'boolean' } },
  run,
}
