import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

/** Lines are written together, so that a list of many entries is not as many writings. */
const BATCH_CHARS = 65_536

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { readListAt } = await import('@holdfast/holdfast')
  const { exitCodeOf, tell } = await import('../answer.ts')
  let batch = ''
  const take = (entry: unknown): void => {
    batch += `${JSON.stringify(entry)}\n`
    if (batch.length < BATCH_CHARS) return
    void terminal.out(batch)
    batch = ''
  }
  const wantsEntries = given.flag('entries')
  const result = await readListAt({
    path: given.positionals[0] ?? '',
    published: given.text('published'),
    ...(wantsEntries ? { take } : {}),
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  if (wantsEntries) {
    await terminal.out(batch)
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
