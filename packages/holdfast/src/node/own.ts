/** The use case `own` with Node's files: registries, the rules, the lists, or one plain graph. */
import path from 'node:path'
import { type Dossier, readDossier, type SourceText } from '@holdfast/dossier'
import {
  type Day,
  type Diagnostic,
  failed,
  formatDay,
  hasErrors,
  ok,
  parseDay,
  problem,
  type Result,
} from '@holdfast/kernel'
import {
  type PartyRecord,
  partyGraph,
  type Rule,
  readSource as readOwners,
  type TieRecord,
} from '@holdfast/ownership'
import { Findings } from '@holdfast/records'
import { readCountries } from '../engine/law.ts'
import { type ListRead, readLists } from '../engine/list.ts'
import { reservationsOf } from '../engine/list_reservations.ts'
import { chosenRules, ownGraph, ownOf } from '../engine/own.ts'
import { dossierRegistry, identitiesOf } from '../engine/own_dossier.ts'
import type { OwnFindings, OwnGraphFindings } from '../engine/own_findings.ts'
import { united } from '../engine/own_graph.ts'
import { readOwnershipRules } from '../engine/ownership_rules.ts'
import { unlessDamaged } from '../engine/registry_damage.ts'
import { asWarning, listSources } from './byte_source.ts'
import { readShipped } from './data.ts'
import { readYamlFolder } from './folder.ts'
import { type ListsCall, listsFor } from './lists_for.ts'
import { registriesFor } from './registries_for.ts'

export interface OwnCall extends ListsCall {
  /** The rule's id; absent: all of them, for a graph `ofac-50`. */
  readonly rule?: string | undefined
  /** Parties that count as listed, each as the call writes it. */
  readonly listed?: readonly string[] | undefined
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string
}

export interface OwnPartyCall extends OwnCall {
  readonly party: string
  /** Compiled registries, or files and folders of their sources. */
  readonly registries: readonly string[]
  /** A dossier's folder: its parties are asked for by their ids, with the registries it names. */
  readonly dossier?: string | undefined
}

export interface OwnGraphCall extends OwnCall {
  /** A plain table of owners, or a folder with it and a table of its parties. */
  readonly graph: string
}

/** Who owns a party, and what each rule asked for answers. */
export async function ownParty(call: OwnPartyCall): Promise<Result<OwnFindings>> {
  const dossier = call.dossier === undefined ? null : await dossierAt(call.dossier)
  const files = dossier?.ok === true ? dossier.value.files : []
  const asOf = dossier?.ok === true ? dossier.value.dossier.institution.asOf : null
  const on = call.on ?? (asOf === null ? undefined : (formatDay(asOf) ?? undefined))
  const [ground, opened] = await Promise.all([
    groundOf({ ...call, on }, call.rule ?? null, true),
    registriesFor(files, call.registries),
  ])
  const diagnostics: Diagnostic[] = [
    ground,
    opened,
    ...(dossier === null ? [] : [dossier]),
  ].flatMap((part) => [...part.diagnostics])
  if (!ground.ok || !opened.ok || dossier?.ok === false) return failed(diagnostics)
  diagnostics.push(...opened.value.flatMap((one) => [...one.diagnostics]))
  const own = dossier === null ? null : dossier.value.dossier
  const declared = own === null ? [] : [dossierRegistry(own, call.dossier ?? '')]
  const asked = ownOf({
    ...ground.value,
    registries: [...declared, ...opened.value],
    party: call.party,
    identities: own === null ? new Map() : identitiesOf(own),
  })
  const found = unlessDamaged(opened.value, asked)
  diagnostics.push(...found.diagnostics)
  return found.ok ? ok(found.value, diagnostics) : failed(diagnostics)
}

interface DossierRead {
  readonly files: readonly SourceText[]
  readonly dossier: Dossier
}

/** A dossier by itself: whether the regimes that it names exist is for `check` to say. */
async function dossierAt(folder: string): Promise<Result<DossierRead>> {
  const files = await readYamlFolder(folder)
  if (!files.ok) return files
  const dossier = readDossier(files.value, null)
  if (!dossier.ok) return dossier
  return ok({ files: files.value, dossier: dossier.value }, dossier.diagnostics)
}

const GRAPH_RULE = 'ofac-50'

/** What a rule answers of every party of a graph. */
export async function ownGraphFile(call: OwnGraphCall): Promise<Result<OwnGraphFindings>> {
  // A plain graph has names of its own: a list is laid on it only when the call names one.
  const wantsLists = (call.lists ?? []).length > 0
  const [ground, sources] = await Promise.all([
    groundOf(call, call.rule ?? GRAPH_RULE, wantsLists),
    listSources(call.graph, 'left-out'),
  ])
  const diagnostics: Diagnostic[] = [...ground.diagnostics, ...sources.diagnostics]
  if (!ground.ok || !sources.ok) return failed(diagnostics)
  const parties: PartyRecord[] = []
  const ties: TieRecord[] = []
  const intake = {
    party: (record: PartyRecord) => void parties.push(record),
    // Of a table of millions the places of the rows are most of what is read.
    tie: (record: TieRecord) => void ties.push({ ...record, place: null }),
  }
  const found = new Findings()
  const read = sources.value.map((source) => readOwners(source, intake, found))
  // A file that could not be read at all is one that is lost; one of another kind never was one.
  const isWhole =
    sources.diagnostics.length === 0 &&
    !hasErrors(found.diagnostics()) &&
    read.every((source) => source === null || source.whole)
  const isAny = ties.length > 0
  diagnostics.push(...(isAny ? found.diagnostics().map(asWarning) : found.diagnostics()))
  if (!isAny) diagnostics.push(problem('own/no-owners', { file: call.graph }))
  if (hasErrors(diagnostics)) return failed(diagnostics)
  const graph = partyGraph(united(parties), ties, ground.value.on)
  const file = path.basename(call.graph)
  const answered = ownGraph({ ...ground.value, graph, file, ties: ties.length, isWhole })
  diagnostics.push(...answered.diagnostics)
  return answered.ok ? ok(answered.value, diagnostics) : failed(diagnostics)
}

interface OwnGround {
  readonly rules: readonly Rule[]
  readonly groups: ReadonlyMap<string, ReadonlySet<string>>
  readonly on: Day
  readonly lists: readonly ListRead[]
  readonly listed: readonly string[]
}

/** What both questions need: the rules asked for, the day, the lists where a rule starts there. */
async function groundOf(
  call: OwnCall,
  rule: string | null,
  wantsLists: boolean,
): Promise<Result<OwnGround>> {
  const diagnostics: Diagnostic[] = []
  const take = <T>(result: Result<T>): T | null => {
    diagnostics.push(...result.diagnostics)
    return result.ok ? result.value : null
  }
  const on = parseDay(call.on ?? call.today)
  if (on === null) diagnostics.push(problem('call/bad-day', { value: call.on ?? call.today }))
  const groups = take(readCountries(await readShipped('countries.yaml')))
  if (groups === null) return failed(diagnostics)
  const all = take(readOwnershipRules(await readShipped('ownership', 'rules.yaml'), groups))
  const rules = all === null ? null : take(chosenRules(all, rule))
  if (rules === null || on === null) return failed(diagnostics)
  const starts = rules.some((one) => one.kind === 'cascade' && one.start === 'listed')
  const lists = wantsLists && starts ? take(await listsOn(call, on)) : []
  if (lists === null) return failed(diagnostics)
  return ok({ rules, groups, on, lists, listed: call.listed ?? [] }, diagnostics)
}

async function listsOn(call: OwnCall, on: Day): Promise<Result<readonly ListRead[]>> {
  const files = await listsFor({ ...call, remarks: undefined })
  if (!files.ok) return files
  const read = readLists(files.value)
  const diagnostics = [...files.diagnostics, ...read.diagnostics]
  if (!read.ok) return failed(diagnostics)
  const used = read.value.map((one) => one.used)
  return ok(read.value, [...diagnostics, ...reservationsOf(used, [], on)])
}
