/** The command `holdfast`: finds the command, reads the words, and runs it. */
import { type Diagnostic, nearest, problem } from '@holdfast/kernel'
import { translator } from '@holdfast/report'
import { tell } from './answer.ts'
import { type Command, type ExitCode, readArguments } from './command.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/** Each command is loaded when it is called, so that the others cost no time. */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./commands/assess.ts')).assess,
  check: async () => (await import('./commands/check.ts')).check,
  explain: async () => (await import('./commands/explain.ts')).explain,
  listed: async () => (await import('./commands/listed.ts')).listed,
  init: async () => (await import('./commands/init.ts')).init,
  schema: async () => (await import('./commands/schema.ts')).schema,
}

/**
 * Runs a call.
 *
 * @returns 0 answered, 1 the inputs have errors, 2 wrong call
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal(process.env)
  const [name, ...rest] = words
  const say = translator(terminal.locale)
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const topic = rest[0]
    await terminal.out(
      helpOf(say, topic !== undefined && Object.hasOwn(COMMANDS, topic) ? topic : null),
    )
    return name === undefined ? 2 : 0
  }
  if (name === '--version') {
    await terminal.out(`${VERSION}\n`)
    return 0
  }
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (load === undefined) {
    const meant = nearest(name, Object.keys(COMMANDS))
    tell(terminal, [problem('call/unknown-command', { command: name, meant })])
    return 2
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    await terminal.out(helpOf(say, name))
    return 0
  }
  return runCommand(await load(), rest, terminal)
}

const VERSION = '0.1.0'

function helpOf(say: ReturnType<typeof translator>, command: string | null): string {
  return `${say(command === null ? 'help' : `help.${command}`)}\n`
}

/** What the file system refused, told as a wrong call; null for any other error: that is a bug. */
function refusalOf(error: unknown): Diagnostic | null {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return null
  const path = 'path' in error ? String(error.path) : ''
  return problem('call/refused', { path, reason: String(error.code) })
}

async function runCommand(
  command: Command,
  words: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const given = readArguments(command, words)
  if (!given.ok) {
    tell(terminal, given.problems)
    return 2
  }
  try {
    return await command.run(given.value, terminal)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    tell(terminal, [refused])
    return 2
  }
}
