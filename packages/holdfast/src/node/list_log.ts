/** The use case `lists log`: what the kept versions and the dated table say of somebody. */
import { type Diagnostic, failed, ok, problem, type Result, warning } from '@holdfast/kernel'
import {
  type DesignationList,
  type DesignationRecord,
  type Followed,
  Follower,
  followedBy,
  type ListEntry,
  nameKey,
  normaliseName,
  type PartyLog,
  primaryName,
  recordMatches,
  tableLog,
} from '@holdfast/lists'
import type { ListsLogReport } from '../engine/history_findings.ts'
import { readLaw } from '../engine/law.ts'
import { readLawFiles } from './data.ts'
import { dayOfVersion, type KeptVersion } from './list_index.ts'
import type { ListStore } from './list_store.ts'
import { type ListsCall, storeOf } from './lists_for.ts'

export interface LogCall extends Pick<ListsCall, 'store' | 'environment'> {
  /** A name, words of a name, or a number in a list. */
  readonly asked: string
  /** Only this list's versions. */
  readonly list?: string | undefined
  readonly regimes?: readonly string[] | undefined
}

/** More parties than this are no answer about somebody. */
const PARTIES_MAX = 20
/** Of too many parties so many are named. */
const NAMED_MAX = 6

/**
 * The life of somebody through all kept versions of all lists, over changes of number, with the
 * events of the dated table. A name is looked for whole; only when nobody has it, its words.
 *
 * Errors: `call/nobody`, `call/many-parties`. Warnings: `history/no-versions`, and a version that
 * cannot be read is told and left out.
 */
export async function logOf(call: LogCall): Promise<Result<ListsLogReport>> {
  const lawFiles = await readLawFiles(call.regimes ?? [])
  if (!lawFiles.ok) return lawFiles
  const law = readLaw(lawFiles.value)
  if (!law.ok) return law
  const records = [...law.value.designations.values()].flat()
  const store = storeOf(call)
  const diagnostics: Diagnostic[] = []
  const lists: ListsLogReport['lists'] = []
  const parties: (PartyLog & { list: string | null })[] = []
  const kept = (await store.lists()).filter((one) => (call.list ?? one) === one)
  if (kept.length === 0) diagnostics.push(warning('history/no-versions', { path: store.folder }))
  for (const list of kept) {
    const versions = await store.versions(list)
    diagnostics.push(...versions.diagnostics)
    if (!versions.ok) return failed(diagnostics)
    const days = versions.value.map(dayOfVersion)
    const [first = null, last = null] = [days[0], days.at(-1)]
    lists.push({ list, versions: days.length, first, last })
    const found = await followIn(store, versions.value, call.asked, records, diagnostics)
    parties.push(...found.map((party) => ({ ...party, list })))
  }
  const told = new Set(parties.flatMap((party) => party.records))
  const untold = recordsAbout(call.asked, records, parties.length > 0).filter((one) => {
    return !told.has(one.id)
  })
  parties.push(...untold.map((record) => ({ ...tableLog(record), list: null })))
  if (parties.length === 0) {
    return failed([...diagnostics, problem('call/nobody', { asked: call.asked })])
  }
  if (parties.length > PARTIES_MAX) {
    const names = parties.slice(0, NAMED_MAX).map((party) => party.name)
    const params = { asked: call.asked, count: parties.length, names: names.join('; ') }
    return failed([...diagnostics, problem('call/many-parties', params)])
  }
  const shaped = parties as unknown as ListsLogReport['parties']
  return ok(
    { format: 'holdfast-lists-log/1', asked: call.asked, lists, parties: shaped },
    diagnostics,
  )
}

/** Records of the table about somebody; by words of a name only when nobody was found otherwise. */
function recordsAbout(
  asked: string,
  records: readonly DesignationRecord[],
  isFound: boolean,
): readonly DesignationRecord[] {
  const exact = records.filter((record) => recordMatches(record, asked))
  if (exact.length > 0 || isFound) return exact
  const wanted = normaliseName(asked).split(' ').filter(Boolean)
  return records.filter((record) => {
    return [record.name, ...record.knownAs].some((name) => hasWords(name, wanted))
  })
}

function hasWords(name: string, wanted: readonly string[]): boolean {
  const words = normaliseName(name).split(' ')
  return wanted.length > 0 && wanted.every((word) => words.includes(word))
}

/** The parties of one list that were asked for. Goes through the versions twice. */
async function followIn(
  store: ListStore,
  versions: readonly KeptVersion[],
  asked: string,
  records: readonly DesignationRecord[],
  diagnostics: Diagnostic[],
): Promise<PartyLog[]> {
  const seeds = new Seeds(asked, records)
  await throughVersions(store, versions, diagnostics, (list) => seeds.take(list))
  const found = seeds.found()
  if (found.length === 0) return []
  const follower = new Follower(withRecords(followedBy(found), asked, records))
  await throughVersions(store, versions, [], (list, day) => follower.take(list, day))
  // Namesakes were followed too, since one of them could have been the same party.
  const numbers = new Set(found.map((entry) => entry.id))
  return follower.logs(records).filter((party) => party.numbers.some((one) => numbers.has(one)))
}

function withRecords(
  followed: Followed,
  asked: string,
  records: readonly DesignationRecord[],
): Followed {
  const known = records.filter((record) => recordMatches(record, asked))
  const numbers = known.flatMap((record) => record.entries)
  return { ...followed, numbers: new Set([...followed.numbers, ...numbers]) }
}

async function throughVersions(
  store: ListStore,
  versions: readonly KeptVersion[],
  diagnostics: Diagnostic[],
  take: (list: DesignationList, day: string) => void,
): Promise<void> {
  for (const version of versions) {
    const read = await store.read(version)
    if (read.ok) take(read.value, dayOfVersion(version))
    else {
      const left = read.diagnostics.map((one) => ({ ...one, severity: 'warning' as const }))
      diagnostics.push(...left)
    }
  }
}

/** Finds the entries that are meant, each version's new ones only. */
class Seeds {
  readonly #asked: string
  readonly #words: readonly string[]
  readonly #names: readonly string[]
  readonly #numbers: ReadonlySet<string>
  readonly #seen = new WeakSet<ListEntry>()
  readonly #exact = new Map<string, ListEntry>()
  readonly #loose = new Map<string, ListEntry>()

  constructor(asked: string, records: readonly DesignationRecord[]) {
    this.#asked = asked.trim()
    this.#words = normaliseName(asked).split(' ').filter(Boolean)
    const known = records.filter((record) => recordMatches(record, asked))
    this.#names = [asked, ...known.map((record) => record.name)]
    this.#numbers = new Set([this.#asked, ...known.flatMap((record) => record.entries)])
  }

  take(list: DesignationList): void {
    for (const entry of list.entries) {
      if (this.#seen.has(entry)) continue
      this.#seen.add(entry)
      if (this.#isMeant(entry)) this.#exact.set(entry.id, entry)
      else if (this.#exact.size === 0 && this.#hasWords(entry)) this.#loose.set(entry.id, entry)
    }
  }

  found(): ListEntry[] {
    const found = this.#exact.size > 0 ? this.#exact : this.#loose
    return [...found.values()].sort((a, b) => {
      const [one, other] = [primaryName(a), primaryName(b)]
      return one < other ? -1 : one > other ? 1 : 0
    })
  }

  #isMeant(entry: ListEntry): boolean {
    if ([entry.id, ...(entry.otherIds ?? [])].some((id) => this.#numbers.has(id))) return true
    const keys = this.#names.map((name) => nameKey(name, entry.kind)).filter(Boolean)
    return entry.names.some(({ text, quality }) => {
      return quality === 'strong' && keys.includes(nameKey(text, entry.kind))
    })
  }

  #hasWords(entry: ListEntry): boolean {
    return entry.names.some(({ text }) => hasWords(text, this.#words))
  }
}
