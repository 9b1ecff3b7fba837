/** The use cases with Node's files: each reads what it needs and asks the engine. */
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readDossier, type SourceText } from '@holdfast/dossier'
import { type Diagnostic, failed, formatDay, ok, problem, type Result } from '@holdfast/kernel'
import { assessAll } from '../engine/assess.ts'
import {
  type AssessInput,
  type AssessReport,
  assessReport,
  changesSince,
  checkDossier,
  type DossierSummary,
  type Explanation,
  explain,
  type ListedAnswer,
  listed,
} from '../engine/index.ts'
import { unlessDamaged } from '../engine/registry_damage.ts'
import { readLawFiles, STARTING_DOSSIER } from './data.ts'
import { kindOf, readYamlFolder } from './folder.ts'
import { parsedJson } from './json_text.ts'
import { type ListsCall, listsFor, usesKeptLists } from './lists_for.ts'
import { registriesFor } from './registries_for.ts'
import { writeSecret } from './secret_file.ts'

export interface AssessCall extends ListsCall {
  readonly dossier: string
  /** Names of scenarios, or YAML files that bring some. */
  readonly scenarios?: readonly string[] | undefined
  readonly readings?: readonly string[] | undefined
  /** Folders of further regimes. */
  readonly regimes?: readonly string[] | undefined
  /** Registries of owners beside those that the dossier names: compiled files, sources, folders. */
  readonly registries?: readonly string[] | undefined
  readonly horizonDays?: number | undefined
  /** An earlier report, as `assess --json` wrote it. */
  readonly since?: string | undefined
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string
}

/** Assesses a dossier's folder, and writes the fault trees behind it where a file is named. */
export async function assessFolder(
  call: AssessCall & { readonly exportOpenPsa?: string | undefined },
): Promise<Result<AssessReport>> {
  const input = await inputOf(call)
  if (!input.ok) return input
  const assessed = unlessDamaged(input.value.registries ?? [], assessAll(input.value))
  if (!assessed.ok) return assessed
  const { report, assessment } = assessed.value
  const earlier = call.since === undefined ? null : await readEarlier(call.since)
  if (earlier?.ok === false) return earlier
  if (call.exportOpenPsa !== undefined) {
    const { openPsaOf } = await import('../engine/open_psa.ts')
    const written = await writeSecret(
      call.exportOpenPsa,
      openPsaOf(report.institution.id, assessment),
    )
    if (!written.ok) return written
  }
  if (earlier === null) return ok(report, assessed.diagnostics)
  const changes = changesSince(earlier.value, report)
  return ok({ ...report, since: { on: earlier.value.on, changes } }, assessed.diagnostics)
}

/** The whole proof of one id of a dossier's folder. */
export async function explainInFolder(
  call: AssessCall,
  id: string,
): Promise<Result<readonly Explanation[]>> {
  const input = await inputOf(call)
  if (!input.ok) return input
  return unlessDamaged(input.value.registries ?? [], explain(input.value, id))
}

/** Everything that an assessment and a plan read, or every problem of reading it. */
export async function inputOf(call: AssessCall): Promise<Result<AssessInput>> {
  const scenarios = call.scenarios ?? []
  const files = scenarios.filter((name) => /\.ya?ml$/i.test(name))
  const [dossier, law, ...brought] = await Promise.all([
    readYamlFolder(call.dossier),
    readLawFiles(call.regimes ?? []),
    ...files.map(readYamlFolder),
  ])
  const on = call.on ?? (dossier.ok ? await dayOfKeptLists(call, dossier.value) : undefined)
  const [lists, registries] = await Promise.all([
    listsFor({ ...call, on, remarks: 'keep' }),
    registriesFor(dossier.ok ? dossier.value : [], call.registries ?? []),
  ])
  const diagnostics: Diagnostic[] = [dossier, law, lists, registries, ...brought].flatMap(
    (part) => [...part.diagnostics],
  )
  if (!dossier.ok || !law.ok || !lists.ok || !registries.ok) return failed(diagnostics)
  if (brought.some((part) => !part.ok)) return failed(diagnostics)
  return ok({
    dossier: { files: dossier.value },
    law: law.value,
    lists: lists.value,
    registries: registries.value,
    scenarioFiles: brought.flatMap((part) => (part.ok ? [...part.value] : [])),
    scenarios,
    on: call.on ?? null,
    today: call.today,
    readings: call.readings ?? [],
    horizonDays: call.horizonDays ?? null,
  })
}

/**
 * The dossier's own day, where kept lists are asked for and so one of several versions is chosen.
 * Reading a dossier takes a moment, so it is read here only then.
 */
async function dayOfKeptLists(
  call: AssessCall,
  files: readonly SourceText[],
): Promise<string | undefined> {
  if (!(await usesKeptLists(call))) return undefined
  const dossier = readDossier(files, null)
  const asOf = dossier.ok ? dossier.value.institution.asOf : null
  return asOf === null ? undefined : (formatDay(asOf) ?? undefined)
}

async function readEarlier(file: string): Promise<Result<AssessReport>> {
  if ((await kindOf(file)) !== 'file') return failed([problem('call/no-such-path', { path: file })])
  const parsed = assessReport.safeParse(parsedJson(await readFile(file, 'utf8')))
  return parsed.success ? ok(parsed.data) : failed([problem('call/not-a-report', { path: file })])
}

/** Reads and checks a dossier's folder, and looks its parties up in registries. */
export async function checkFolder(call: {
  readonly dossier: string
  readonly regimes: readonly string[]
  readonly registries?: readonly string[]
  readonly today: string
}): Promise<Result<DossierSummary>> {
  const [files, law] = await Promise.all([readYamlFolder(call.dossier), readLawFiles(call.regimes)])
  const registries = await registriesFor(files.ok ? files.value : [], call.registries ?? [])
  if (!files.ok || !law.ok || !registries.ok) {
    return failed([files, law, registries].flatMap((part) => [...part.diagnostics]))
  }
  const checked = checkDossier({
    dossier: { files: files.value },
    law: law.value,
    registries: registries.value,
    today: call.today,
  })
  return unlessDamaged(registries.value, checked)
}

export interface ListedCall extends ListsCall {
  readonly programme?: string | undefined
  /** Folders of further regimes. */
  readonly regimes?: readonly string[] | undefined
}

/** Who is on the lists on a day. */
export async function listedFrom(call: ListedCall): Promise<Result<ListedAnswer>> {
  const [law, lists] = await Promise.all([
    readLawFiles(call.regimes ?? []),
    listsFor({ ...call, remarks: 'keep' }),
  ])
  if (!law.ok || !lists.ok) return failed([...law.diagnostics, ...lists.diagnostics])
  return listed({
    law: law.value,
    lists: lists.value,
    programme: call.programme ?? null,
    on: call.on ?? null,
  })
}

/** Starts a dossier in a folder that is empty or not there yet; never overwrites. */
export async function initFolder(folder: string): Promise<Result<{ readonly file: string }>> {
  if (folder === '') return failed([problem('call/not-a-folder', { path: folder })])
  const kind = await kindOf(folder)
  if (kind === 'file') return failed([problem('call/not-a-folder', { path: folder })])
  if (kind === 'folder' && (await readdir(folder)).length > 0) {
    return failed([problem('call/folder-not-empty', { path: folder })])
  }
  await mkdir(folder, { recursive: true })
  const file = path.join(folder, 'dossier.yaml')
  await copyFile(STARTING_DOSSIER, file)
  return ok({ file })
}
