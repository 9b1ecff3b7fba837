/** The use case `own`: who owns a party, and what the rules of ownership make of it. */
import {
  type Day,
  type Diagnostic,
  failed,
  formatDay,
  nearest,
  ok,
  problem,
  type Result,
  warning,
} from '@holdfast/kernel'
import type { PartyGraph, PartyKey, Rule } from '@holdfast/ownership'
import type { ListRead } from './list.ts'
import { answerRule, manyAnswers, type RuleGround } from './own_answer.ts'
import { findParty } from './own_find.ts'
import type {
  OwnFindings,
  OwnGraphFindings,
  OwnParty,
  OwnRegistry,
  OwnRuleAnswer,
} from './own_findings.ts'
import { ABOVE_MAX, graphAbove } from './own_graph.ts'
import { oddOfGraph } from './own_graph_odd.ts'
import { type Listed, type ListIdentity, listedByCall, listedOnLists } from './own_listed.ts'
import { chainOf } from './own_told.ts'
import type { RegistryGiven } from './registry_chains.ts'

interface Asked {
  readonly rules: readonly Rule[]
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
  readonly on: Day
  readonly lists: readonly ListRead[]
  /** Parties that the call names as listed, as it writes them. */
  readonly listed: readonly string[]
  /** What a dossier says of its parties and lists. */
  readonly identities?: ReadonlyMap<PartyKey, ListIdentity>
}

export interface OwnInput extends Asked {
  readonly registries: readonly RegistryGiven[]
  /** A key, or a name. */
  readonly party: string
}

/** The rules that a call means: the one it names, or all. */
export function chosenRules(rules: readonly Rule[], id: string | null): Result<readonly Rule[]> {
  if (id === null) return ok(rules)
  const rule = rules.find((one) => one.id === id)
  if (rule !== undefined) return ok([rule])
  const known = rules.map((one) => one.id)
  return failed([problem('call/unknown-rule', { rule: id, known, meant: nearest(id, known) })])
}

/** Who owns a party of the registries, and what each rule answers. */
export function ownOf(input: OwnInput): Result<OwnFindings> {
  const { registries, on } = input
  const ports = registries.map(({ port }) => port)
  const found = findParty(ports, input.party)
  if (!found.ok) return found
  const graph = graphAbove(ports, found.value, on)
  if (graph === null) {
    return failed([problem('own/too-many-owners', { party: input.party, parties_max: ABOVE_MAX })])
  }
  const diagnostics: Diagnostic[] = [...found.diagnostics]
  const findings = findingsOf(input, graph, 0, (one) => diagnostics.push(one))
  diagnostics.push(...registries.flatMap(notWhole))
  const used = registries.filter(({ port: { head } }) => head.sources.length > 0).map(registryUsed)
  return ok({ ...findings, registries: used }, diagnostics)
}

/** What the rules answer of a party of a graph that is there already. */
export function findingsOf(
  input: Asked,
  graph: PartyGraph,
  party: number,
  found: (one: Diagnostic) => void,
): OwnFindings {
  const { rules, groups, on, lists } = input
  const listed = listedIn(input, graph, found)
  const ground: RuleGround = { graph, listed, groups }
  const answers = rules.map((rule) => answerRule(ground, rule, party))
  const chain = chainOf(graph, party, listed)
  const { party: called, name, keys } = chain.parties[0] as OwnParty
  return {
    party: called,
    name,
    keys,
    on: formatDay(on) ?? '',
    chain,
    registries: [],
    lists: lists.map(({ used }) => used),
    answers,
  }
}

function listedIn(input: Asked, graph: PartyGraph, found: (one: Diagnostic) => void): Listed {
  const { certain, possible } = listedOnLists(graph, input.lists, input.identities ?? new Map())
  const named = listedByCall(graph, input.listed, found)
  return { certain: new Map([...certain, ...named]), possible }
}

function registryUsed({ name, port }: RegistryGiven): OwnRegistry {
  const { built, parties, ties, sources } = port.head
  return {
    file: name,
    built: formatDay(built),
    parties,
    ties,
    sources: sources.map(({ file, title, format, date, whole }) => ({
      file,
      title,
      format,
      date: date === null ? null : formatDay(date),
      whole,
    })),
  }
}

function notWhole({ name, port }: RegistryGiven): Diagnostic[] {
  const cut = port.head.sources.filter(({ whole }) => !whole).map(({ file }) => file)
  return cut.length === 0 ? [] : [warning('own/source-not-whole', { file: name, sources: cut })]
}

export interface OwnGraphInput extends Asked {
  readonly graph: PartyGraph
  /** What the graph's file is called, and how many ties it states. */
  readonly file: string
  readonly ties: number
  /** False when a file was not read to its end, or lacks rows. */
  readonly isWhole: boolean
}

/**
 * What the first rule answers of every party of a graph, in the order in which its file first names
 * them. Each answer is computed when it is asked for.
 */
export function ownGraph(input: OwnGraphInput): Result<OwnGraphFindings> {
  const { graph, rules, groups, on, file, ties } = input
  const [rule] = rules
  if (rule === undefined) return failed([])
  const diagnostics: Diagnostic[] = [...oddOfGraph(graph, file)]
  const listed = listedIn(input, graph, (one) => diagnostics.push(one))
  if (rule.kind === 'cascade' && rule.start === 'listed' && listed.certain.size === 0) {
    diagnostics.push(warning('own/nobody-listed', { file }))
  }
  const ground: RuleGround = { graph, listed, groups }
  const many = rule.kind === 'cascade' ? manyAnswers(ground, rule) : null
  if (many !== null && many.deep > 0) {
    diagnostics.push(warning('own/short-proofs', { count: many.deep, file }))
  }
  // What a file has lost may be a stake in any party; only who is listed is so all the same.
  const marked = (answer: OwnRuleAnswer): OwnRuleAnswer =>
    input.isWhole || answer.proof.at(-1)?.because === 'listed'
      ? answer
      : { ...answer, marks: [...new Set([...answer.marks, 'source-cut'])] }
  const answer = (party: number): OwnRuleAnswer =>
    marked(many === null ? answerRule(ground, rule, party) : many.answer(party))
  const answers = {
    *[Symbol.iterator]() {
      for (let party = 0; party < graph.size; party += 1) yield answer(party)
    },
  }
  const about = { rule: rule.id, ruleName: rule.name, on: formatDay(on) ?? '' }
  return ok({ ...about, graph: { file, parties: graph.size, ties }, answers }, diagnostics)
}
