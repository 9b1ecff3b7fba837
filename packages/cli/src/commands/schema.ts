import { dossierJsonSchema } from '@holdfast/holdfast'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

async function run(_: Arguments, terminal: Terminal): Promise<ExitCode> {
  await terminal.out(`${JSON.stringify(dossierJsonSchema(), null, 2)}\n`)
  return 0
}

export const schema: Command = { name: 'schema', positionals: [0, 0], options: {}, run }
