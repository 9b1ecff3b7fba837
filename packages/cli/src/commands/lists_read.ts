import type { Arguments, Command, ExitCode } from '../command.ts'
import { LinesOut } from '../lines_out.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { readListAt } = await import('@holdfast/holdfast')
  const { exitCodeOf, tell } = await import('../answer.ts')
  const lines = new LinesOut()
  const take = (entry: unknown): void => lines.add(JSON.stringify(entry))
  const wantsEntries = given.flag('entries')
  const result = await readListAt({
    path: given.positionals[0] ?? '',
    published: given.text('published'),
    ...(wantsEntries ? { take } : {}),
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  if (wantsEntries) {
    await lines.end(terminal)
    return 0
  }
  if (given.flag('json')) {
    await terminal.out(`${JSON.stringify(result.value, null, 2)}\n`)
    return 0
  }
  const { renderListRead } = await import('@holdfast/report')
  const { width, colour, locale } = terminal
  await terminal.out(renderListRead(result.value, { width, colour, locale }))
  return 0
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
