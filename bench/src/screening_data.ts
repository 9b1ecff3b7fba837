/** The labelled names and the lists that the bench of screening works on. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import {
  type DesignationList,
  type EntryKind,
  type ListEntry,
  readUnXml,
  readWhole,
} from '@holdfast/lists'
import { bytesInMemory } from '@holdfast/records'

/** A labelled pair of names. */
export interface Pair {
  readonly group: string
  /** What it is in the words of FollowTheMoney: `Person`, `Company`, `Vessel`. */
  readonly schema: string
  readonly left: string
  readonly right: string
  readonly isMatch: boolean
}

export interface Customer {
  readonly name: string
  /** `YYYY-MM-DD`, `YYYY`, or empty. */
  readonly born: string
}

/** A row of a file with the names of its columns. */
export type Row = ReadonlyMap<string, string>

/** Reads a CSV with a heading, quotes doubled within quotes. */
export function rowsOfCsv(file: string): Row[] {
  const text = readFileSync(file, 'utf8')
  const rows: string[][] = [[]]
  for (const [, quoted, plain, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end !== ',') rows.push([])
  }
  const [heading, ...filled] = rows.filter((cells) => cells.some((cell) => cell !== ''))
  return filled.map((cells) => new Map(heading!.map((key, i) => [key, cells[i] ?? ''])))
}

export function readPairs(file: string): Pair[] {
  return rowsOfCsv(file).map((row) => {
    const cell = (key: string): string => row.get(key) ?? ''
    return {
      group: cell('case_group'),
      schema: cell('schema') === '' ? 'LegalEntity' : cell('schema'),
      left: cell('name1'),
      right: cell('name2'),
      isMatch: cell('is_match') === 'true',
    }
  })
}

/** `Person` and the like as the kind of an entry; null where it says only that it is somebody. */
export function kindOf(schema: string): EntryKind | null {
  if (schema === 'Person') return 'person'
  if (schema === 'Vessel') return 'vessel'
  if (schema === 'Airplane') return 'aircraft'
  return schema === 'Company' || schema === 'Organization' ? 'entity' : null
}

export function readCustomers(file: string): Customer[] {
  return rowsOfCsv(file).map((row) => {
    return { name: row.get('full_name') ?? '', born: row.get('date_of_birth') ?? '' }
  })
}

/** Names only, in the shape of the collected lists. */
function bareEntry(id: string, kind: EntryKind, names: readonly string[]): ListEntry {
  return {
    id,
    kind,
    names: names.map((text, i) => {
      return { text, kind: i === 0 ? ('primary' as const) : ('aka' as const), quality: 'strong' }
    }),
    programmes: [],
    remarks: '',
    addresses: [],
  }
}

function listOf(id: string, published: string, entries: readonly ListEntry[]): DesignationList {
  return { id, published, provenance: 'reconstructed', whole: 'unproven', entries }
}

interface OfacRow {
  readonly uid: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly type: string
}

interface NamesRow {
  readonly id: number
  readonly full_name: string
  readonly aliases: readonly string[]
}

function json<T>(file: string): T {
  return JSON.parse(readFileSync(file, 'utf8')) as T
}

/** The names of OFAC, the EU and the United Kingdom of June and July 2026, without birth dates. */
export function readNameLists(folder: string): DesignationList[] {
  const kinds: Record<string, EntryKind> = {
    individual: 'person',
    vessel: 'vessel',
    aircraft: 'aircraft',
  }
  const sdn = json<{ entries: OfacRow[] }>(path.join(folder, 'ofac/2026-07-11/sdn.json'))
  const ofac = sdn.entries.map(({ uid, type, name, aliases }) => {
    return bareEntry(uid, kinds[type] ?? 'entity', [name, ...aliases])
  })
  const bare = (id: string, file: string, published: string): DesignationList => {
    const rows = json<NamesRow[]>(path.join(folder, file))
    const entries = rows.map((row) => {
      // These copies do not say what an entry is: a word for a company is the best hint.
      const kind = /\b(?:ltd|llc|limited|company|jsc|ooo|bank|corporation|inc|co)\b/i
      const names = [row.full_name, ...row.aliases]
      return bareEntry(`${row.id}`, kind.test(row.full_name) ? 'entity' : 'person', names)
    })
    return listOf(id, published, entries)
  }
  return [
    listOf('ofac-sdn', '2026-07-11', ofac),
    bare('eu-fsf', 'eu/eu_names_2026-06.json', '2026-06-05'),
    bare('uk-sanctions', 'uk_names_2026-06.json', '2026-06-10'),
  ]
}

/**
 * The list of the United Nations of 27 February 2026.
 *
 * @throws when the file is not one
 */
export function readUnitedNations(folder: string): DesignationList {
  const name = 'un/un_consolidated_2026-02-27.xml'
  const read = readWhole(readUnXml, bytesInMemory(name, readFileSync(path.join(folder, name))))
  if (!read.ok) throw new Error(`${name}: ${read.diagnostics.map(({ code }) => code).join(', ')}`)
  return read.value
}

export function countNames(lists: readonly DesignationList[]): number {
  let count = 0
  for (const { entries } of lists) for (const { names } of entries) count += names.length
  return count
}
