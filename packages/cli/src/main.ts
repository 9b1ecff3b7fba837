/** The command `holdfast`: finds the command, reads the words, and runs it. */
import { type Diagnostic, nearest, problem } from '@holdfast/kernel'
import { type Command, type ExitCode, readArguments } from './command.ts'
import { processTerminal, type Terminal } from './terminal.ts'

/**
 * Each command is loaded when it is called, so that the others cost no time; so are the texts,
 * which an answer as JSON does not need.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Command>>> = {
  assess: async () => (await import('./commands/assess.ts')).assess,
  check: async () => (await import('./commands/check.ts')).check,
  plan: async () => (await import('./commands/plan.ts')).plan,
  explain: async () => (await import('./commands/explain.ts')).explain,
  listed: async () => (await import('./commands/listed.ts')).listed,
  watch: async () => (await import('./commands/watch.ts')).watch,
  screen: async () => (await import('./commands/screen.ts')).screen,
  decide: async () => (await import('./commands/decide.ts')).decide,
  own: async () => (await import('./commands/own.ts')).own,
  init: async () => (await import('./commands/init.ts')).init,
  schema: async () => (await import('./commands/schema.ts')).schema,
  'lists read': async () => (await import('./commands/lists_read.ts')).listsRead,
  'lists versions': async () => (await import('./commands/lists_versions.ts')).listsVersions,
  'lists diff': async () => (await import('./commands/lists_diff.ts')).listsDiff,
  'lists log': async () => (await import('./commands/lists_log.ts')).listsLog,
  'lists update': async () => (await import('./commands/lists_update.ts')).update,
  'registry build': async () => (await import('./commands/registry_build.ts')).registryBuild,
  'registry show': async () => (await import('./commands/registry_show.ts')).registryShow,
  'faulttree solve': async () => (await import('./commands/fault_tree.ts')).solve,
}

/** First words of the commands that have two. */
const GROUPS = new Set(Object.keys(COMMANDS).flatMap((name) => name.match(/^.+(?= )/) ?? []))

/** What there is help for. */
const TOPICS = new Set(Object.keys(COMMANDS).map((name) => name.split(' ')[0]))

/**
 * Runs a call.
 *
 * @returns 0 answered, 1 the inputs have errors, 2 wrong call
 */
export async function main(words: readonly string[]): Promise<ExitCode> {
  const terminal = processTerminal(process.env)
  const [first, ...others] = words
  if (first === undefined || first === 'help' || first === '--help' || first === '-h') {
    await help(terminal, others[0])
    return first === undefined ? 2 : 0
  }
  if (first === '--version') {
    await terminal.out(`${VERSION}\n`)
    return 0
  }
  const [second] = others
  if (GROUPS.has(first) && (second === undefined || second === '--help' || second === '-h')) {
    await help(terminal, first)
    return second === undefined ? 2 : 0
  }
  const name = GROUPS.has(first) ? `${first} ${second}` : first
  const isKnown = Object.hasOwn(COMMANDS, name) && !first.includes(' ')
  const load = isKnown ? COMMANDS[name] : undefined
  if (load === undefined) {
    const meant = nearest(name, Object.keys(COMMANDS))
    return refuse(terminal, [problem('call/unknown-command', { command: name, meant })])
  }
  const rest = GROUPS.has(first) ? others.slice(1) : others
  if (rest.includes('--help') || rest.includes('-h')) {
    await help(terminal, first)
    return 0
  }
  return runCommand(await load(), rest, terminal)
}

const VERSION = '0.1.0'

/** The help of a command, or of the whole. */
async function help(terminal: Terminal, topic: string | undefined): Promise<void> {
  const { translator } = await import('@holdfast/report/messages')
  const key = TOPICS.has(topic) ? `help.${topic}` : 'help'
  await terminal.out(`${translator(terminal.locale)(key)}\n`)
}

async function refuse(terminal: Terminal, problems: readonly Diagnostic[]): Promise<ExitCode> {
  const { tell } = await import('./answer.ts')
  tell(terminal, problems)
  return 2
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
  if (!given.ok) return refuse(terminal, given.problems)
  try {
    return await command.run(given.value, terminal)
  } catch (error) {
    const refused = refusalOf(error)
    if (refused === null) throw error
    return refuse(terminal, [refused])
  }
}
