import type { Diagnostic } from '@holdfast/kernel'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { readNumber } from '../number.ts'
import type { Terminal } from '../terminal.ts'

const LIMIT_DEFAULT = 20

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { diffOf } = await import('@holdfast/holdfast')
  const { printResult, tell } = await import('../answer.ts')
  const problems: Diagnostic[] = []
  const bounds = { kind: 'whole', min: 0, max: 1_000_000 } as const
  const limit = readNumber(given, 'limit', bounds, problems) ?? LIMIT_DEFAULT
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  const [before = '', after = ''] = given.positionals
  const list = given.text('list')
  const store = given.text('store')
  const result = await diffOf({ before, after, list, store, environment: process.env })
  return printResult(result, given, terminal, async (value, options) => {
    const { renderListsDiff } = await import('@holdfast/report')
    return renderListsDiff(value, { ...options, limit })
  })
}

export const listsDiff: Command = {
  name: 'lists diff',
  positionals: [2, 2],
  options: {
    list: { type: 'string' },
    store: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  run,
}
