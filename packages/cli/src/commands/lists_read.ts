import type { Arguments, Command, ExitCode } from '../command.ts'
import { LinesOut } from '../lines_out.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { readListAt } = await import('@holdfast/holdfast')
  const { exitCodeOf, printResult, tell } = await import('../answer.ts')
  const lines = new LinesOut()
  const take = (entry: unknown): void => lines.add(JSON.stringify(entry))
  const wantsEntries = given.flag('entries')
  const result = await readListAt({
    path: given.positionals[0] ?? '',
    published: given.text('published'),
    ...(wantsEntries ? { take } : {}),
  })
  if (wantsEntries) {
    tell(terminal, result.diagnostics)
    if (!result.ok) return exitCodeOf(result.diagnostics)
    await lines.end(terminal)
    return 0
  }
  return printResult(result, given, terminal, async (value, options) => {
    const { renderListRead } = await import('@holdfast/report')
    return renderListRead(value, options)
  })
}

export const listsRead: Command = {
  name: 'lists read',
  positionals: [1, 1],
  options: {
    published: { type: 'string' },
    json: { type: 'boolean' },
    entries: { type: 'boolean' },
  },
  run,
}
