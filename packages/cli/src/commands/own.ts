import { type OwnCall, ownGraphFile, ownParty } from '@holdfast/holdfast'
import { type Diagnostic, problem } from '@holdfast/kernel'
import { ownGraphJson, ownJson, renderOwn, renderOwnGraph } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import { LinesOut } from '../lines_out.ts'
import type { Terminal } from '../terminal.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const problems = wrongCall(given)
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  const call: OwnCall = {
    rule: given.text('rule'),
    on: given.text('on'),
    listed: given.texts('listed').flatMap(namesIn),
    lists: given.texts('lists'),
    store: given.text('store'),
    today: terminal.today,
  }
  const graph = given.text('graph')
  return graph === undefined
    ? runParty(call, given, terminal)
    : runGraph({ ...call, graph }, given, terminal)
}

/** A party or a graph, and where its owners are to be found. */
function wrongCall(given: Arguments): Diagnostic[] {
  const hasParty = given.positionals.length > 0
  const hasGraph = given.text('graph') !== undefined
  if (hasParty === hasGraph) return [problem('call/own-what', { both: hasParty ? 'yes' : 'no' })]
  const sources = [...given.texts('registry'), ...given.texts('dossier')]
  if (hasParty && sources.length === 0) {
    return [problem('call/own-where', { party: given.positionals[0] ?? '' })]
  }
  if (hasGraph && sources.length > 0) return [problem('call/own-graph-alone', {})]
  return []
}

/** `A,B`; a name that holds a comma is quoted. */
function namesIn(text: string): string[] {
  const parts = text.match(/\s*"(?:[^"]|"")*"\s*(?=,|$)|[^,]+/g) ?? []
  return parts
    .map((part) => part.trim())
    .map((part) => (/^".*"$/.test(part) ? part.slice(1, -1).replaceAll('""', '"') : part))
    .filter((part) => part !== '')
}

async function runParty(call: OwnCall, given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { width, colour, locale } = terminal
  const result = await ownParty({
    ...call,
    party: given.positionals[0] ?? '',
    registries: given.texts('registry'),
    dossier: given.text('dossier'),
  })
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const isOne = call.rule !== undefined
  const text = given.flag('json')
    ? ownJson(result.value, result.diagnostics, isOne, locale)
    : renderOwn(result.value, { width, colour, locale, sources: given.flag('sources') })
  await terminal.out(text)
  return 0
}

async function runGraph(
  call: OwnCall & { readonly graph: string },
  given: Arguments,
  terminal: Terminal,
): Promise<ExitCode> {
  const { width, colour, locale } = terminal
  const result = await ownGraphFile(call)
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  if (!given.flag('json')) {
    await terminal.out(renderOwnGraph(result.value, { width, colour, locale }))
    return 0
  }
  const lines = new LinesOut()
  for (const line of ownGraphJson(result.value, result.diagnostics, locale)) lines.add(line)
  await lines.end(terminal)
  return 0
}

export const own: Command = {
  name: 'own',
  positionals: [0, 1],
  options: {
    rule: { type: 'string' },
    on: { type: 'string' },
    registry: { type: 'string', multiple: true },
    dossier: { type: 'string' },
    listed: { type: 'string', multiple: true },
    lists: { type: 'string', multiple: true },
    store: { type: 'string' },
    graph: { type: 'string' },
    sources: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run,
}
