/** Reads all that an assessment stands on, and the scenarios asked for. */
import { type Dossier, readDossier, type Scenario, type SourceText } from '@holdfast/dossier'
import type { Ground } from '@holdfast/impact'
import {
  type Day,
  type Diagnostic,
  failed,
  hasErrors,
  nearest,
  ok,
  parseDay,
  problem,
  type Result,
  warning,
} from '@holdfast/kernel'
import type { ListUsed } from './findings.ts'
import type { AssessInput } from './inputs.ts'
import { chooseReadings, readLaw } from './law.ts'
import { readLists } from './list.ts'
import { reservationsOf } from './list_reservations.ts'
import { type Chained, type RegistryGiven, withChains } from './registry_chains.ts'

export const HORIZON_DAYS = 365

/** The scenario that is always there: the world as it is. */
const TODAY = 'today'

export interface Prepared {
  readonly ground: Ground
  readonly scenarios: readonly Scenario[]
  readonly lists: readonly ListUsed[]
  readonly registries: readonly RegistryGiven[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Every problem of every input at once, or what the engine needs. */
export function prepare(input: AssessInput): Result<Prepared> {
  const law = readLaw(input.law)
  const lists = readLists(input.lists)
  const regimes = law.ok ? new Set(law.value.regimes.map((regime) => regime.id)) : null
  const dossier = readDossier([...input.dossier.files, ...input.scenarioFiles], regimes)
  const on = dayOf(input, dossier.ok ? dossier.value.institution.asOf : null)
  const parts = [law, lists, dossier, on]
  const diagnostics = parts.flatMap((part) => [...part.diagnostics])
  if (!law.ok || !lists.ok || !dossier.ok || !on.ok) return failed(diagnostics)
  const asked = dossier.value.institution.regimes
  const laid = law.value.regimes.filter((regime) => asked === null || asked.includes(regime.id))
  const readings = chooseReadings(laid, input.readings)
  const scenarios = chooseScenarios(dossier.value.scenarios, input.scenarios, input.scenarioFiles)
  diagnostics.push(...readings.diagnostics, ...scenarios.diagnostics)
  if (!readings.ok || !scenarios.ok) return failed(diagnostics)
  const used = lists.value.map((list) => list.used)
  diagnostics.push(...reservationsOf(used, laid, on.value))
  const chained = chainedDossier(dossier.value, input.registries)
  diagnostics.push(...chained.diagnostics, ...unverified(chained.dossier))
  return ok({
    ground: {
      dossier: chained.dossier,
      regimes: laid,
      readings: readings.value,
      lists: lists.value.map((list) => list.port),
      designations: law.value.designations,
      assumptions: [...dossier.value.assumptions.values(), ...law.value.assumptions],
      countryGroups: law.value.countryGroups,
      ownershipRules: law.value.ownershipRules,
      on: on.value,
      horizonDays: input.horizonDays ?? dossier.value.institution.horizonDays ?? HORIZON_DAYS,
    },
    scenarios: scenarios.value,
    lists: used,
    registries: input.registries ?? [],
    diagnostics: diagnostics.filter((diagnostic) => !hasErrors([diagnostic])),
  })
}

/** The dossier with what registries know of its parties, and what was noticed on the way. */
export function chainedDossier(
  dossier: Dossier,
  registries: readonly RegistryGiven[] | undefined,
): Chained {
  // Whoever opens no files gives none, and a dossier that names some must not pass for whole.
  if (registries === undefined) {
    const missing = (dossier.institution.registries ?? []).map(({ path, place }) =>
      warning('registry/not-given', { path }, place),
    )
    return { dossier, diagnostics: missing }
  }
  const chained = withChains(dossier, registries)
  const noticed = registries.flatMap((one) => one.diagnostics)
  return { dossier: chained.dossier, diagnostics: [...noticed, ...chained.diagnostics] }
}

/** What registries say and nobody has verified, counted: answers may rest on it. */
function unverified({ parties }: Dossier): Diagnostic[] {
  const all = [...parties.values()]
  const isUnsure = (certainty: string | undefined) =>
    certainty === 'unverified' || certainty === 'assumed'
  const stakes = all.flatMap(({ owners }) => owners.stakes)
  const links = stakes.filter(({ register }) => isUnsure(register?.certainty)).length
  const places = all.filter(({ register }) => isUnsure(register?.certainty)).length
  return links + places === 0 ? [] : [warning('ownership/unverified', { links, places })]
}

function dayOf(input: AssessInput, asOf: Day | null): Result<Day> {
  if (input.on === null) return ok(asOf ?? parseDay(input.today) ?? 0)
  const day = parseDay(input.on)
  return day === null ? failed([problem('call/bad-day', { value: input.on })]) : ok(day)
}

function chooseScenarios(
  known: ReadonlyMap<string, Scenario>,
  asked: readonly string[],
  files: readonly SourceText[],
): Result<readonly Scenario[]> {
  const today: Scenario = known.get(TODAY) ?? {
    id: TODAY,
    file: '',
    name: TODAY,
    description: null,
    decisions: [],
  }
  const all = [today, ...[...known.values()].filter((scenario) => scenario.id !== TODAY)]
  const problems: Diagnostic[] = []
  const fromFiles = new Set(files.map((file) => file.name))
  const chosen = asked.filter((name) => !fromFiles.has(name))
  for (const name of chosen) {
    if (all.some((scenario) => scenario.id === name)) continue
    const ids = all.map((scenario) => scenario.id)
    const params = { scenario: name, known: ids, meant: nearest(name, ids) }
    problems.push(problem('call/unknown-scenario', params))
  }
  if (problems.length > 0) return failed(problems)
  if (chosen.length === 0 && files.length === 0) return ok(all)
  // A file asks for the scenarios that it brings.
  const brought = new Set(files.flatMap((file) => scenariosIn(file, known)))
  return ok(all.filter(({ id }) => chosen.includes(id) || brought.has(id)))
}

function scenariosIn(file: SourceText, known: ReadonlyMap<string, Scenario>): string[] {
  return [...known.values()]
    .filter((scenario) => scenario.file === file.name)
    .map((scenario) => scenario.id)
}
