/** Assesses a dossier given as YAML text on the law that ships and a list of the test's making. */
import type { ListEntry } from '@holdfast/lists'
import { writeSnapshot } from '@holdfast/lists'
import { assessAll } from '../src/engine/assess.ts'
import {
  type AssessInput,
  type AssessReport,
  assessDossier,
  type FunctionFinding,
  type LawFiles,
  type ScenarioFinding,
  type ServiceFinding,
} from '../src/engine/index.ts'
import { readLawFiles } from '../src/node/data.ts'

export interface Given {
  readonly on?: string
  readonly readings?: readonly string[]
  readonly scenarios?: readonly string[]
  readonly entries?: readonly ListEntry[]
  readonly published?: string
  readonly regimes?: readonly string[]
}

/** What ships states likelihoods for its own classes; a test's dossier states its own. */
async function lawWithoutAssumptions(regimes: readonly string[]): Promise<LawFiles> {
  const files = await readLawFiles(regimes)
  if (!files.ok) throw new Error(JSON.stringify(files.diagnostics))
  return { ...files.value, assumptions: [] }
}

export async function assessText(yaml: string, given: Given = {}) {
  return assessDossier(await inputOf(yaml, given))
}

/** The findings with what they were made from. */
export async function assessedText(yaml: string, given: Given = {}) {
  const result = assessAll(await inputOf(yaml, given))
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  return result.value
}

async function inputOf(yaml: string, given: Given): Promise<AssessInput> {
  const snapshot = writeSnapshot({
    id: 'ofac-sdn',
    published: given.published ?? '2025-01-01',
    provenance: 'official',
    whole: 'proven',
    entries: given.entries ?? [],
  })
  return {
    dossier: { files: [{ name: 'dossier.yaml', bytes: new TextEncoder().encode(yaml) }] },
    law: await lawWithoutAssumptions(given.regimes ?? []),
    lists: [{ kind: 'snapshot', name: 'list.tsv', text: snapshot, sha256: '0'.repeat(64) }],
    scenarioFiles: [],
    scenarios: given.scenarios ?? [],
    on: given.on ?? '2025-01-01',
    today: '2025-01-01',
    readings: given.readings ?? [],
    horizonDays: null,
  }
}

export async function reportOf(yaml: string, given: Given = {}): Promise<AssessReport> {
  const result = await assessText(yaml, given)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  return result.value
}

export function scenario(report: AssessReport, id: string): ScenarioFinding {
  const found = report.scenarios.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no scenario ${id}`)
  return found
}

export function service(report: AssessReport, inScenario: string, id: string): ServiceFinding {
  const found = scenario(report, inScenario).services.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no service ${id}`)
  return found
}

export function fn(report: AssessReport, inScenario: string, id: string): FunctionFinding {
  const found = scenario(report, inScenario).functions.find((one) => one.id === id)
  if (found === undefined) throw new Error(`no function ${id}`)
  return found
}
