/** Looks parties up in lists with Node's files: a name, a table of parties, or a dossier's. */
import { existsSync } from 'node:fs'
import { readDossier } from '@holdfast/dossier'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import type { Decision } from '@holdfast/screening'
import { openScreening, type Screening, type ScreenSubject, screenPair } from '../engine/screen.ts'
import { subjectOfParty } from '../engine/screen_dossier.ts'
import type { ScreenedPair } from '../engine/screen_findings.ts'
import { readPairs, readSubjects, type StatedAbout, subjectNamed } from '../engine/screen_table.ts'
import { listSources } from './byte_source.ts'
import { decisionsFile, keepDecision, readDecisions } from './decisions.ts'
import { kindOf, readYamlFolder } from './folder.ts'
import { type ListsCall, listsFor, storeOf } from './lists_for.ts'

export interface ScreenCall extends ListsCall {
  /** A name, a CSV file of parties, or the folder of a dossier. */
  readonly what: string
  /** What is known of a name beside it; tables and dossiers say it themselves. */
  readonly about?: StatedAbout | undefined
  readonly threshold?: number | undefined
  readonly limit?: number | undefined
  /** The file of decisions; that beside the kept lists if absent. */
  readonly decisions?: string | undefined
  /** The day of the clock, `YYYY-MM-DD`. */
  readonly today: string
}

export interface ScreeningRun {
  readonly screening: Screening
  readonly subjects: readonly ScreenSubject[]
}

/** Reads lists, decisions and whoever is to be looked up; the answers are asked one by one. */
export async function screenLists(call: ScreenCall): Promise<Result<ScreeningRun>> {
  const subjects = await subjectsOf(call)
  // What is said of the lists is no use to somebody whose table is wrong.
  if (!subjects.ok) return subjects
  const screening = await screeningFor(call)
  const diagnostics: Diagnostic[] = [...subjects.diagnostics, ...screening.diagnostics]
  if (!screening.ok) return failed(diagnostics)
  return ok({ screening: screening.value, subjects: subjects.value }, diagnostics)
}

async function screeningFor(call: ScreenCall): Promise<Result<Screening>> {
  const file = decisionsOf(call)
  const [lists, decisions] = await Promise.all([listsFor(call), readDecisions(file)])
  if (!lists.ok || !decisions.ok) return failed([...lists.diagnostics, ...decisions.diagnostics])
  const options = { threshold: call.threshold, limit: call.limit }
  const { today } = call
  const opened = openScreening({
    lists: lists.value,
    decisions: decisions.value,
    today: call.on ?? today,
    options,
  })
  const diagnostics = [...lists.diagnostics, ...opened.diagnostics]
  return opened.ok ? ok(opened.value, diagnostics) : failed(diagnostics)
}

function decisionsOf(call: ScreenCall): string {
  return call.decisions ?? decisionsFile(storeOf(call))
}

/** A file or a folder of that name goes before the name. */
async function subjectsOf(call: ScreenCall): Promise<Result<readonly ScreenSubject[]>> {
  const { what } = call
  const kind = await kindOf(what)
  if (kind === 'folder' || (kind === 'file' && /\.ya?ml$/i.test(what))) return partiesOf(what)
  if (kind === 'file') {
    const sources = await listSources(what)
    return sources.ok ? readSubjects(sources.value[0]!) : sources
  }
  // A misspelt path is no name to be cleared, nor is a pipe or a device.
  if (/\.(csv|tsv|ya?ml)$/i.test(what) || (what !== '' && existsSync(what)))
    return failed([problem('call/no-such-path', { path: what })])
  const named = subjectNamed(what, call.about ?? {})
  return named.ok ? ok([named.value]) : named
}

async function partiesOf(folder: string): Promise<Result<readonly ScreenSubject[]>> {
  const files = await readYamlFolder(folder)
  if (!files.ok) return files
  const dossier = readDossier(files.value, null)
  if (!dossier.ok) return dossier
  return ok([...dossier.value.parties.values()].map(subjectOfParty), dossier.diagnostics)
}

/** Scores the pairs of names of a table. */
export async function screenPairs(
  file: string,
  threshold?: number,
): Promise<Result<readonly ScreenedPair[]>> {
  if ((await kindOf(file)) !== 'file') return failed([problem('call/no-such-path', { path: file })])
  const sources = await listSources(file)
  if (!sources.ok) return sources
  const pairs = readPairs(sources.value[0]!)
  if (!pairs.ok) return pairs
  return ok(
    pairs.value.map((pair) => screenPair(pair, threshold)),
    pairs.diagnostics,
  )
}

export interface DecideCall extends ScreenCall {
  readonly list: string
  readonly entry: string
  readonly decided: Pick<Decision, 'outcome' | 'by' | 'why'>
}

/** Keeps what somebody decided about a name and an entry of a list. */
export async function decideMatch(call: DecideCall): Promise<Result<Decision>> {
  const subject = subjectNamed(call.what, call.about ?? {})
  if (!subject.ok) return subject
  const screening = await screeningFor(call)
  if (!screening.ok) return screening
  const decided = { ...call.decided, on: call.today }
  const decision = screening.value.decisionOn(subject.value, call.list, call.entry, decided)
  if (decision === null) {
    const lists = screening.value.lists.map(({ id }) => id)
    const params = { list: call.list, entry: call.entry, lists }
    return failed([problem('screen/no-such-entry', params)])
  }
  const kept = await keepDecision(decisionsOf(call), decision)
  return kept.ok ? ok(decision) : kept
}
