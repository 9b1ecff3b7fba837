/** The use cases that need no file system: they take files as bytes and give findings. */
import { readDossier } from '@holdfast/dossier'
import { type Assessment, assess } from '@holdfast/impact'
import { failed, nearest, ok, parseDay, problem, type Result } from '@holdfast/kernel'
import { type DesignationRecord, listedOn } from '@holdfast/lists'
import { missedDeadlines } from '@holdfast/plan'
import type { AssessReport, ListedRow, ListUsed } from './findings.ts'
import { prepare } from './ground.ts'
import type { AssessInput, DossierFiles, LawFiles, ListFiles } from './inputs.ts'
import { readLaw } from './law.ts'
import { readList } from './list.ts'
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
  return ok(summary, [...law.diagnostics, ...dossier.diagnostics, ...late])
}

export interface ListedInput {
  readonly law: LawFiles
  readonly list: ListFiles
  readonly programme: string | null
  readonly on: string | null
}

export interface ListedAnswer {
  readonly rows: readonly ListedRow[]
  readonly list: ListUsed
}

/** Who is on the list on a day, with role, dates and source. */
export function listed(input: ListedInput): Result<ListedAnswer> {
  const law = readLaw(input.law)
  const list = readList(input.list)
  const day = input.on === null ? undefined : parseDay(input.on)
  const bad = day === null ? [problem('call/bad-day', { value: input.on })] : []
  const diagnostics = [...law.diagnostics, ...list.diagnostics, ...bad]
  if (!law.ok || !list.ok || day === null) return failed(diagnostics)
  const records = recordsOf(law.value, list.value.used.id)
  const programmes = programmesOf(list.value.list.entries, records)
  if (input.programme !== null && !programmes.has(input.programme)) {
    const meant = nearest(input.programme, programmes)
    const params = { programme: input.programme, list: list.value.used.id, meant }
    return failed([...diagnostics, problem('call/unknown-programme', params)])
  }
  const answer = listedOn({
    list: list.value.list,
    records,
    programme: input.programme ?? undefined,
    day,
  })
  if (!answer.ok) return failed([...diagnostics, ...answer.diagnostics])
  const rows = answer.value.map((row) => ({ ...row, history: [...row.history] }))
  return ok({ rows, list: list.value.used }, [...diagnostics, ...answer.diagnostics])
}

/** The dated records of regimes that name the list, and of those whose table is all there is. */
function recordsOf(
  law: { readonly designations: ReadonlyMap<string, readonly DesignationRecord[]> } & {
    readonly regimes: readonly { readonly id: string; lists: readonly { list: string }[] }[]
  },
  list: string,
): DesignationRecord[] {
  return law.regimes
    .filter(({ lists }) => lists.length === 0 || lists.some((one) => one.list === list))
    .flatMap((regime) => law.designations.get(regime.id) ?? [])
}

function programmesOf(
  entries: readonly { readonly programmes: readonly string[] }[],
  records: readonly DesignationRecord[],
): Set<string> {
  const tags = new Set(records.map((record) => record.programme))
  for (const entry of entries) for (const programme of entry.programmes) tags.add(programme)
  return tags
}
