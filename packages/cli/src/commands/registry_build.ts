import { buildRegistry } from '@holdfast/holdfast'
import { problem } from '@holdfast/kernel'
import { renderRegistry } from '@holdfast/report'
import { printResult, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { progressLine } from '../progress.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const out = given.text('out')
  if (out === undefined) {
    tell(terminal, [problem('call/no-out', {})])
    return 2
  }
  const line = progressLine(terminal)
  const result = await buildRegistry({
    paths: given.positionals,
    out,
    today: terminal.today,
    onEvent: (event) => line.show(event),
  })
  line.clear()
  return printResult(result, given, terminal, async (value, options) => {
    return renderRegistry(value, options)
  })
}

export const registryBuild: Command = {
  name: 'registry build',
  positionals: [1, 1000],
  options: { out: { type: 'string' }, json: { type: 'boolean' } },
  run,
}
