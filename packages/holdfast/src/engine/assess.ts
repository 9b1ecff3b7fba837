/** The use cases that need no file system: they take files as bytes and give findings. */
import { readDossier } from '@holdfast/dossier'
import { type Assessment, assess } from '@holdfast/impact'
import {
  type Diagnostic,
  failed,
  nearest,
  ok,
  parseDay,
  problem,
  type Result,
} from '@holdfast/kernel'
import {
  byDayAndName,
  type DesignationList,
  type DesignationRecord,
  listedOn,
} from '@holdfast/lists'
import { missedDeadlines } from '@holdfast/plan'
import type { AssessReport, ListedRow, ListUsed } from './findings.ts'
import { chainedDossier, prepare } from './ground.ts'
import type { AssessInput, DossierFiles, LawFiles, ListFiles } from './inputs.ts'
import { readLaw } from './law.ts'
import { readLists } from './list.ts'
import type { RegistryGiven } from './registry_chains.ts'
import { reportOf } from './report.ts'

/** What stops, when and why: the findings, or every problem of the inputs. */
export function assessDossier(input: AssessInput): Result<AssessReport> {
  const assessed = assessAll(input)
  return assessed.ok ? ok(assessed.value.report, assessed.diagnostics) : assessed
}

/** The findings with what they were made from, for those who write more of it than findings. */
export function assessAll(
  input: AssessInput,
): Result<{ readonly report: AssessReport; readonly assessment: Assessment }> {
  const prepared = prepare(input)
  if (!prepared.ok) return prepared
  const assessment = assess(prepared.value.ground, prepared.value.scenarios)
  const report = reportOf(prepared.value, assessment)
  return ok({ report, assessment }, prepared.value.diagnostics)
}

export interface DossierSummary {
  readonly institution: string
  readonly functions: number
  readonly services: number
  readonly teams: number
  readonly parties: number
  readonly scenarios: number
  readonly measures: number
}

/** Reads and checks a dossier without assessing it. */
export function checkDossier(input: {
  readonly dossier: DossierFiles
  readonly law: LawFiles
  /** Registries of owners; absent: none is read, and what the dossier names is told. */
  readonly registries?: readonly RegistryGiven[]
  /** The day of the clock, for a dossier that states no day of its own. */
  readonly today: string
}): Result<DossierSummary> {
  const law = readLaw(input.law)
  if (!law.ok) return law
  const regimes = new Set(law.value.regimes.map((regime) => regime.id))
  const dossier = readDossier(input.dossier.files, regimes)
  if (!dossier.ok) return failed([...law.diagnostics, ...dossier.diagnostics])
  const { institution, functions, services, teams, parties, scenarios, measures } = dossier.value
  const summary: DossierSummary = {
    institution: institution.name,
    functions: functions.size,
    services: services.size,
    teams: teams.size,
    // The institution is a party to the engine, not to whoever wrote the dossier.
    parties: parties.size - 1,
    scenarios: scenarios.size,
    measures: measures.size,
  }
  const on = dossier.value.institution.asOf ?? parseDay(input.today) ?? 0
  const late = missedDeadlines(dossier.value, on)
  const chained = chainedDossier(dossier.value, input.registries)
  const noticed = [...chained.diagnostics, ...late]
  return ok(summary, [...law.diagnostics, ...dossier.diagnostics, ...noticed])
}

export interface ListedInput {
  readonly law: LawFiles
  readonly lists: readonly ListFiles[]
  readonly programme: string | null
  readonly on: string | null
}

export interface ListedAnswer {
  readonly rows: readonly ListedRow[]
  readonly lists: readonly ListUsed[]
}

/** Who is on the lists on a day, with role, dates and source. */
export function listed(input: ListedInput): Result<ListedAnswer> {
  const law = readLaw(input.law)
  const lists = readLists(input.lists)
  const day = input.on === null ? undefined : parseDay(input.on)
  const bad = day === null ? [problem('call/bad-day', { value: input.on })] : []
  const diagnostics = [...law.diagnostics, ...lists.diagnostics, ...bad]
  if (!law.ok || !lists.ok || day === null) return failed(diagnostics)
  const asked = lists.value.map(({ list }, index) => ({
    list,
    records: recordsOf(law.value, list.id, index === 0),
  }))
  const unknown = unknownProgramme(input.programme, asked)
  if (unknown !== null) return failed([...diagnostics, unknown])
  const rows: ListedRow[] = []
  for (const { list, records } of asked) {
    const answer = listedOn({ list, records, programme: input.programme ?? undefined, day })
    diagnostics.push(...answer.diagnostics)
    if (!answer.ok) return failed(diagnostics)
    for (const row of answer.value) rows.push({ list: list.id, ...row, history: [...row.history] })
  }
  if (asked.length > 1) rows.sort(byDayAndName)
  return ok({ rows, lists: lists.value.map((list) => list.used) }, diagnostics)
}

interface Asked {
  readonly list: DesignationList
  readonly records: readonly DesignationRecord[]
}

/** A programme that no list and no table names is most likely misspelt. */
function unknownProgramme(programme: string | null, asked: readonly Asked[]): Diagnostic | null {
  if (programme === null) return null
  const known = new Set(asked.flatMap((one) => [...programmesOf(one)]))
  if (known.has(programme)) return null
  const lists = asked.map(({ list }) => list.id)
  const meant = nearest(programme, known)
  return problem('call/unknown-programme', { programme, list: lists, meant })
}

/**
 * The dated records of regimes that name the list; with the first list also those of regimes that
 * name none, whose table is all there is.
 */
function recordsOf(
  law: { readonly designations: ReadonlyMap<string, readonly DesignationRecord[]> } & {
    readonly regimes: readonly { readonly id: string; lists: readonly { list: string }[] }[]
  },
  list: string,
  isFirst: boolean,
): DesignationRecord[] {
  return law.regimes
    .filter(({ lists }) => {
      return lists.length === 0 ? isFirst : lists.some((one) => one.list === list)
    })
    .flatMap((regime) => law.designations.get(regime.id) ?? [])
}

function programmesOf({ list, records }: Asked): Set<string> {
  const tags = new Set(records.map((record) => record.programme))
  for (const entry of list.entries) for (const programme of entry.programmes) tags.add(programme)
  return tags
}
