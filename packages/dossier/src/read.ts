/** Reads a dossier from its files: every problem of every file at once, or the checked dossier. */
import {
  type Diagnostic,
  failed,
  hasErrors,
  ok,
  type Place,
  parseDay,
  parseDuration,
  problem,
  type Result,
} from '@holdfast/kernel'
import { z } from 'zod'
import { Builder } from './build.ts'
import { checkDossier, type KnownRegimes } from './check.ts'
import type * as model from './model.ts'
import { assumption, type DossierFileInput, dossierFile } from './schema.ts'
import { readShape } from './shape.ts'
import { readSource, type Source, type SourceText } from './source.ts'

interface ReadFile {
  readonly source: Source
  readonly value: DossierFileInput
}

/** Files that a dossier may have at most. */
export const FILES_MAX = 2_000

/**
 * Reads and checks a dossier.
 *
 * @param files the YAML files in any order; their names are what messages call them
 * @param regimes the regimes known, or null when names of regimes are not to be checked
 * @returns the dossier with warnings, or every error found, file by file
 */
export function readDossier(
  files: readonly SourceText[],
  regimes: KnownRegimes,
): Result<model.Dossier> {
  if (files.length === 0) return failed([problem('dossier/no-files', {})])
  if (files.length > FILES_MAX) {
    return failed([
      problem('dossier/too-many-files', { files: files.length, files_max: FILES_MAX }),
    ])
  }
  const diagnostics: Diagnostic[] = []
  const read: ReadFile[] = []
  for (const file of files) {
    const source = readSource(file)
    diagnostics.push(...source.diagnostics)
    if (!source.ok || source.value.value === null) continue
    const shaped = readShape(source.value, dossierFile)
    diagnostics.push(...shaped.diagnostics)
    if (shaped.value !== null) read.push({ source: source.value, value: shaped.value })
  }
  diagnostics.push(...duplicateIds(read))
  // A file that could not be read takes its ids along: references into it would be false alarms.
  if (hasErrors(diagnostics)) return failed(diagnostics)
  const institutions = read.filter((file) => file.value.institution !== undefined)
  if (institutions.length !== 1)
    return failed([...diagnostics, ...institutionProblem(institutions)])
  const plans = read.filter((file) => file.value.plan !== undefined)
  if (plans.length > 1) {
    const places = plans.map((file) => file.source.keyPlace(['plan']))
    return failed([...diagnostics, problem('dossier/two-plans', {}, ...places)])
  }
  const dossier = build(read, institutions[0]!)
  diagnostics.push(...checkDossier(dossier, regimes))
  return hasErrors(diagnostics) ? failed(diagnostics) : ok(dossier, diagnostics)
}

function institutionProblem(found: readonly ReadFile[]): Diagnostic[] {
  if (found.length === 0) return [problem('dossier/no-institution', {})]
  const places = found.map((file) => file.source.keyPlace(['institution']))
  return [problem('dossier/two-institutions', {}, ...places)]
}

const KINDS = [
  'parties',
  'teams',
  'services',
  'functions',
  'licences',
  'scenarios',
  'measures',
  'assumptions',
] as const

/** An id stands for one thing over all files and kinds. */
function duplicateIds(files: readonly ReadFile[]): Diagnostic[] {
  const first = new Map<string, Place>()
  const problems: Diagnostic[] = []
  const note = (id: string, place: Place): void => {
    const earlier = first.get(id)
    if (earlier === undefined) first.set(id, place)
    else problems.push(problem('dossier/duplicate-id', { id }, place, earlier))
  }
  for (const { source, value } of files) {
    if (value.institution !== undefined)
      note(value.institution.id, source.place(['institution', 'id']))
    for (const kind of KINDS) {
      for (const id of Object.keys(value[kind] ?? {})) note(id, source.keyPlace([kind, id]))
    }
    for (const [id, measure] of Object.entries(value.measures ?? {})) {
      for (const kind of ['parties', 'services'] as const) {
        for (const inner of Object.keys(measure[kind] ?? {})) {
          note(inner, source.keyPlace(['measures', id, kind, inner]))
        }
      }
    }
  }
  return problems
}

function build(files: readonly ReadFile[], first: ReadFile): model.Dossier {
  const raw = first.value.institution!
  const parties = new Map<string, model.Party>()
  const teams = new Map<string, model.Team>()
  const services = new Map<string, model.Service>()
  const functions = new Map<string, model.InstitutionFunction>()
  const assumptions = new Map<string, model.Assumption>()
  const licences = new Map<string, model.Licence>()
  const scenarios = new Map<string, model.Scenario>()
  const measures = new Map<string, model.Measure>()
  const facts: model.FactLine[] = []
  let plan: model.PlanTerms | null = null
  parties.set(raw.id, institutionParty(first))
  for (const { source, value } of files) {
    const builder = new Builder(source, raw)
    const each = <T, R>(
      kind: (typeof KINDS)[number],
      things: Record<string, T> | undefined,
      into: Map<string, R>,
      read: (id: string, thing: T, path: string[]) => R,
    ): void => {
      for (const [id, thing] of Object.entries(things ?? {}))
        into.set(id, read(id, thing, [kind, id]))
    }
    each('parties', value.parties, parties, (id, thing, path) => builder.party(id, thing, path))
    each('teams', value.teams, teams, (id, thing, path) => builder.team(id, thing, path))
    each('services', value.services, services, (id, thing, path) =>
      builder.service(id, thing, path),
    )
    each('functions', value.functions, functions, (id, t, path) => builder.function(id, t, path))
    each('assumptions', value.assumptions, assumptions, (id, thing, path) =>
      builder.assumption(id, thing, path, true),
    )
    each('licences', value.licences, licences, (id, thing, path) =>
      builder.licence(id, thing, path),
    )
    each('scenarios', value.scenarios, scenarios, (id, t, path) => builder.scenario(id, t, path))
    each('measures', value.measures, measures, (id, thing, path) =>
      builder.measure(id, thing, path),
    )
    if (value.plan !== undefined) plan = builder.plan(value.plan)
    facts.push(...builder.facts)
  }
  for (const [id, team] of teams) teams.set(id, withPersons(team, parties))
  return {
    institution: institutionOf(raw, first.source),
    parties,
    teams,
    services,
    functions,
    assumptions,
    licences,
    scenarios,
    measures,
    plan,
    facts,
  }
}

type RawInstitution = NonNullable<DossierFileInput['institution']>

function institutionOf(raw: RawInstitution, source: Source): model.Institution {
  return {
    id: raw.id,
    name: raw.name,
    note: raw.note ?? null,
    seat: raw.seat,
    asOf: raw['as-of'] === undefined ? null : parseDay(raw['as-of']),
    horizonDays: raw.horizon === undefined ? null : (parseDuration(raw.horizon)?.days ?? null),
    regimes: raw.regimes ?? null,
    registries: namedRegistries(raw, source),
  }
}

function namedRegistries(raw: RawInstitution, source: Source): model.NamedRegistry[] {
  const at = ['institution', 'registry']
  const one = typeof raw.registry === 'string'
  const paths = typeof raw.registry === 'string' ? [raw.registry] : (raw.registry ?? [])
  return paths.map((path, index) => ({ path, place: source.place(one ? at : [...at, index]) }))
}

/** The institution is a party like others: it provides, it benefits, it can be a target. */
function institutionParty(file: ReadFile): model.Party {
  const raw = file.value.institution!
  const person = raw.form === 'person'
  const builder = new Builder(file.source, raw)
  const party = builder.party(
    raw.id,
    {
      name: raw.name,
      kind: person ? 'person' : 'organisation',
      seat: raw.seat,
      owners: 'complete',
      ...(raw.incorporated === undefined ? {} : { incorporated: raw.incorporated }),
      ...(raw.nationality === undefined ? {} : { nationality: raw.nationality }),
      ...(raw.residence === undefined ? {} : { residence: raw.residence }),
      ...(raw.aliases === undefined ? {} : { aliases: raw.aliases }),
      ...(raw['listed-as'] === undefined ? {} : { 'listed-as': raw['listed-as'] }),
    },
    ['institution', 'id'],
  )
  const form = person || raw.form === undefined || raw.form === 'person' ? party.form : raw.form
  return { ...party, form, place: file.source.place(['institution', 'id']) }
}

/** Members that are persons of the dossier bring what the dossier says of them. */
function withPersons(team: model.Team, parties: ReadonlyMap<string, model.Party>): model.Team {
  const members = team.members.map((member) => {
    const person = parties.get(member.id)
    if (person === undefined) return member
    const { name, nationality, residence, employer } = person
    return { ...member, name, nationality, residence, employer }
  })
  return { ...team, members }
}

/** Reads one file of assumptions that ships with the product. */
export function readAssumptions(file: SourceText): Result<readonly model.Assumption[]> {
  const source = readSource(file)
  if (!source.ok) return source
  const schema = z.strictObject({ assumptions: z.record(z.string(), assumption) })
  const shaped = readShape(source.value, schema)
  if (shaped.value === null) return failed(shaped.diagnostics)
  const builder = new Builder(source.value, { id: '', seat: '' })
  return ok(
    Object.entries(shaped.value.assumptions).map(([id, raw]) =>
      builder.assumption(id, raw, ['assumptions', id], false),
    ),
  )
}
