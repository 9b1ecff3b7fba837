/** Reads the law's data files: regimes, their tables of designations, groups of countries. */

import type { Assumption } from '@holdfast/dossier'
import {
  readAssumptions,
  readShape,
  readSource,
  SERVICE_KINDS,
  type SourceText,
} from '@holdfast/dossier'
import {
  type Diagnostic,
  failed,
  hasErrors,
  nearest,
  ok,
  type Place,
  problem,
  type Result,
} from '@holdfast/kernel'
import {
  buildRegime,
  countriesFile,
  questionKey,
  type Readings,
  type Regime,
  regimeFile,
} from '@holdfast/law'
import { checkDesignations, type DesignationRecord } from '@holdfast/lists'
import type { Rule } from '@holdfast/ownership'
import type { LawFiles, RegimeFiles } from './inputs.ts'
import { readOwnershipRules } from './ownership_rules.ts'

export interface Law {
  readonly regimes: readonly Regime[]
  readonly designations: ReadonlyMap<string, readonly DesignationRecord[]>
  readonly countryGroups: ReadonlyMap<string, ReadonlySet<string>>
  readonly ownershipRules: readonly Rule[]
  readonly assumptions: readonly Assumption[]
}

/** Reads every file of the law; all problems at once. */
export function readLaw(files: LawFiles): Result<Law> {
  const diagnostics: Diagnostic[] = []
  const take = <T>(result: Result<T>): T | null => {
    diagnostics.push(...result.diagnostics)
    return result.ok ? result.value : null
  }
  const countryGroups = take(readCountries(files.countries))
  const regimes: Regime[] = []
  const designations = new Map<string, readonly DesignationRecord[]>()
  for (const folder of files.regimes) {
    const regime = take(readRegime(folder, countryGroups))
    if (regime === null) continue
    if (regimes.some((other) => other.id === regime.id)) {
      diagnostics.push(problem('law/regime-twice', { id: regime.id, file: folder.regime.name }))
      continue
    }
    regimes.push(regime)
    if (folder.designations === null) continue
    const records = take(readDesignations(folder.designations))
    if (records !== null) designations.set(regime.id, records)
  }
  const assumptions = files.assumptions.flatMap((file) => take(readAssumptions(file)) ?? [])
  const groups = countryGroups ?? new Map()
  const ownershipRules = take(readOwnershipRules(files.ownership, groups)) ?? []
  if (hasErrors(diagnostics) || countryGroups === null) return failed(diagnostics)
  regimes.sort((a, b) => (a.id < b.id ? -1 : 1))
  return ok({ regimes, designations, countryGroups, ownershipRules, assumptions }, diagnostics)
}

function readRegime(
  { regime: file }: RegimeFiles,
  groups: ReadonlyMap<string, unknown> | null,
): Result<Regime> {
  const source = readSource(file)
  if (!source.ok) return source
  const shaped = readShape(source.value, regimeFile)
  if (shaped.value === null) return failed(shaped.diagnostics)
  const problems = Object.entries(shaped.value.questions ?? {}).flatMap(([id, question]) =>
    Object.hasOwn(question.readings, question.default)
      ? []
      : [
          problem(
            'law/no-default-reading',
            { question: id, default: question.default, readings: Object.keys(question.readings) },
            source.value.place(['questions', id, 'default']),
          ),
        ],
  )
  const regime = buildRegime(shaped.value)
  problems.push(...checkRegime(regime, source.value.place([]), groups))
  return problems.length > 0 ? failed(problems) : ok(regime)
}

/** Words that a regime's file may use and no shape knows: kinds of service, groups of countries. */
function checkRegime(
  regime: Regime,
  place: Place,
  groups: ReadonlyMap<string, unknown> | null,
): Diagnostic[] {
  const readings = [...regime.questions.values()].flatMap((one) => [...one.readings.values()])
  const exempts = [regime, ...readings].flatMap((one) => one.exempts)
  const forbidden =
    regime.forbids === null || regime.forbids.kinds === 'all' ? [] : [regime.forbids]
  const kinds = [...exempts, ...forbidden].flatMap((one) => [...(one.kinds as ReadonlySet<string>)])
  const clauses = [regime, ...readings].flatMap((one) => one.binds ?? [])
  return [
    ...kinds
      .filter((kind) => !Object.hasOwn(SERVICE_KINDS, kind))
      .map((kind) => {
        const meant = nearest(kind, Object.keys(SERVICE_KINDS))
        return problem('law/unknown-kind', { kind, meant }, place)
      }),
    ...clauses
      .filter(({ jurisdiction }) => jurisdiction.length !== 2 && groups?.has(jurisdiction) !== true)
      .map(({ jurisdiction }) => problem('law/unknown-countries', { jurisdiction }, place)),
    ...regime.windows
      .filter(({ designated, until }) => until < designated)
      .map(({ licence }) => problem('law/window-backwards', { licence }, place)),
  ]
}

function readDesignations(file: SourceText): Result<readonly DesignationRecord[]> {
  const source = readSource(file)
  if (!source.ok) return source
  return checkDesignations(source.value.value, file.name, (path) => source.value.place(path))
}

/** Groups of countries by their name, `EU`. */
export function readCountries(file: SourceText): Result<ReadonlyMap<string, ReadonlySet<string>>> {
  const source = readSource(file)
  if (!source.ok) return source
  const shaped = readShape(source.value, countriesFile)
  if (shaped.value === null) return failed(shaped.diagnostics)
  return ok(
    new Map(Object.entries(shaped.value.groups).map(([id, group]) => [id, new Set(group.members)])),
  )
}

/** The readings chosen on a call; a name that no question has is an error. */
export function chooseReadings(
  regimes: readonly Regime[],
  chosen: readonly string[],
): Result<Readings> {
  const readings = new Map<string, string>()
  const problems: Diagnostic[] = []
  const known = regimes.flatMap((regime) =>
    [...regime.questions.values()].flatMap((question) =>
      [...question.readings.keys()].map((reading) => ({ regime, question, reading })),
    ),
  )
  for (const text of chosen) {
    const [first, second, rest] = text.split('=')
    const matches = known.filter(
      ({ question, reading }) =>
        rest === undefined &&
        reading === (second ?? first) &&
        (second === undefined || question.id === first),
    )
    const [only] = matches
    if (only === undefined || matches.length > 1) {
      const names = known.map(({ reading }) => reading)
      const params = { reading: text, known: names, meant: nearest(second ?? text, names) }
      problems.push(
        problem(matches.length > 1 ? 'call/reading-ambiguous' : 'call/unknown-reading', params),
      )
      continue
    }
    readings.set(questionKey(only.regime.id, only.question.id), only.reading)
  }
  return problems.length > 0 ? failed(problems) : ok(readings)
}
