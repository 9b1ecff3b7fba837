import type { Place, Result } from '@holdfast/kernel'
import { failed, ok, parseDay } from '@holdfast/kernel'
import { Findings, wordTable } from '@holdfast/records'
import type { DesignationList, EntryKind, ListEntry, ListedName, Provenance } from '../entry.ts'
import { recognise } from '../recognise.ts'
import type { NamedText, SourceText } from '../source.ts'
import { decodeSource, placeInLine } from '../source.ts'
import { isFew, knownSize } from '../whole.ts'
import { columnDetails } from './columns.ts'
import type { Draft } from './draft.ts'
import { joinAddresses, joinAliases, joinComments } from './join.ts'
import { NameIndex, resolveLinks } from './links.ts'
import type { OfacListId } from './list_id.ts'
import { ListGuess } from './list_id.ts'
import { REMARKS_CHARS_MAX, weakAliases } from './remarks.ts'
import type { Row } from './rows.ts'
import { readRows } from './rows.ts'
import { readStatements } from './statements.ts'
import type { OfacLimits, OfacTable } from './tables.ts'
import { OFAC_LIMITS, SDN } from './tables.ts'

/** The files of one publication. Files of different days do not belong together. */
export interface OfacFiles {
  readonly sdn: NamedText
  readonly alt?: NamedText | undefined
  readonly add?: NamedText | undefined
  readonly comments?: NamedText | undefined
  /** The day of publication, `YYYY-MM-DD`; the files themselves do not state it. */
  readonly published: string | null
  /** `official` unless stated. */
  readonly provenance?: Provenance | undefined
  /** Which list it is; told by the programmes of its entries unless stated. */
  readonly list?: OfacListId | undefined
  /**
   * `parse` unless stated: Remarks and columns fill the optional fields of an entry. `keep` leaves
   * them unread, for who asks only for names and numbers: a quarter of the time.
   */
  readonly remarks?: 'parse' | 'keep' | undefined
  /** `OFAC_LIMITS` unless stated. */
  readonly limits?: OfacLimits | undefined
}

const KINDS = wordTable<EntryKind>({
  individual: 'person',
  vessel: 'vessel',
  aircraft: 'aircraft',
})

/**
 * Reads the official CSV set: SDN.CSV with ALT.CSV, ADD.CSV and SDN_COMMENTS.CSV as far as given.
 *
 * Entries come in the order of SDN.CSV; their names primary first, then the strong aliases in the
 * order of ALT.CSV, then the weak ones of Remarks. An error in any row fails the whole reading: a
 * list with a hole reads like a list on which somebody is not. `whole` is `proven` only when SDN,
 * ALT and ADD as far as given end with OFAC's end mark and the count fits what is known of its
 * time. Linear in the size of the files.
 */
export function readOfacCsv(files: OfacFiles): Result<DesignationList> {
  const found = new Findings()
  const limits = files.limits ?? OFAC_LIMITS
  const { published } = files
  if (published !== null && parseDay(published) === null) {
    found.error('lists/bad-published', { text: published })
  }
  const open = (file: NamedText | undefined, table: OfacTable): Opened | null =>
    file === undefined ? null : openTable(file, table, limits, found)
  const sdn = open(files.sdn, 'SDN.CSV')
  const alt = open(files.alt, 'ALT.CSV')
  const add = open(files.add, 'ADD.CSV')
  const comments = open(files.comments, 'SDN_COMMENTS.CSV')
  if (found.fatal || sdn === null) return failed(found.diagnostics())
  const drafts = draftEntries(sdn, found)
  if (comments !== null) joinComments(drafts, comments.source, comments.rows, found)
  const cut = warnOfCutRemarks(drafts, files.sdn.name, comments?.rows ?? [], found)
  if (alt !== null) joinAliases(drafts, alt.source, alt.rows, found)
  if (alt === null) found.warn('lists/no-aliases', { file: files.sdn.name })
  if (add !== null) joinAddresses(drafts, add.source, add.rows, found)
  if (found.fatal) return failed(found.diagnostics())
  const entries = files.remarks === 'keep' ? namesOf(drafts) : detailedEntries(drafts, cut)
  const id = files.list ?? guessed(entries)
  const whole = wholeness({ ...files, list: id }, [sdn, alt, add, comments], entries.length, found)
  const provenance = files.provenance ?? 'official'
  return ok({ id, published, provenance, whole, entries }, found.diagnostics())
}

interface Opened {
  readonly table: OfacTable
  readonly source: SourceText
  readonly rows: readonly Row[]
}

function openTable(
  file: NamedText,
  table: OfacTable,
  limits: OfacLimits,
  found: Findings,
): Opened | null {
  const other = recognise(file.bytes)
  if (other !== null) {
    found.error('lists/wrong-file', { file: file.name, wanted: table, found: other })
    return null
  }
  const source = decodeSource(file, limits, found)
  if (source === null) return null
  const rows = readRows(source, table, limits, found)
  if (rows.length === 0 && !found.fatal && table !== 'SDN_COMMENTS.CSV') {
    found.error('records/empty-file', { file: file.name })
  }
  return { table, source, rows }
}

function draftEntries(sdn: Opened, found: Findings): Map<string, Draft> {
  const drafts = new Map<string, Draft>()
  const programmesOf = programmeReader()
  for (const { fields, line } of sdn.rows) {
    const { source } = sdn
    const places = (): Place[] => [placeInLine(source, line, line.start, line.end - line.start)]
    const at = { file: source.name, line: line.number }
    const id = fields[SDN.number] ?? ''
    const [name, type] = [fields[SDN.name], fields[SDN.type]]
    const programme = fields[SDN.programme]
    const kind = type === null || type === undefined ? 'entity' : KINDS.get(type.toLowerCase())
    if (kind === undefined) {
      found.error('lists/unknown-type', { ...at, text: type ?? '' }, places)
    } else if (!name) {
      found.error('lists/missing-field', { ...at, column: 'SDN_Name' }, places)
    } else if (!programme) {
      found.error('lists/missing-field', { ...at, column: 'Program' }, places)
    } else if (drafts.has(id)) {
      const first = drafts.get(id) as Draft
      const both = (): Place[] => [
        ...places(),
        placeInLine(source, first.line, first.line.start, 1),
      ]
      found.error('lists/duplicate-number', { ...at, number: id, first: first.line.number }, both)
    } else {
      const names: ListedName[] = [{ text: name, kind: 'primary', quality: 'strong' }]
      const remarks = fields[SDN.remarks] ?? ''
      const programmes = programmesOf(programme)
      drafts.set(id, {
        source,
        line,
        details: columnDetails(fields),
        entry: { id, kind, names, programmes, remarks, addresses: [] },
      })
    }
  }
  return drafts
}

/** Splits `A] [B`. A few hundred combinations come thousands of times: one array for each. */
function programmeReader(): (field: string) => readonly string[] {
  const known = new Map<string, readonly string[]>()
  return (field) => {
    const before = known.get(field)
    if (before !== undefined) return before
    const programmes = field.split(/\]\s*\[/).map((programme) => programme.trim())
    known.set(field, programmes)
    return programmes
  }
}

/**
 * Remarks of full length without a comment that continues them: the rest is missing.
 *
 * @returns their numbers
 */
function warnOfCutRemarks(
  drafts: ReadonlyMap<string, Draft>,
  file: string,
  comments: readonly Row[],
  found: Findings,
): ReadonlySet<string> {
  const continued = new Set(comments.map((row) => row.fields[0]))
  const cut: Draft[] = []
  for (const draft of drafts.values()) {
    const { id, remarks } = draft.entry
    if (remarks.length >= REMARKS_CHARS_MAX && !continued.has(id)) cut.push(draft)
  }
  const first = cut[0]
  if (first === undefined) return new Set()
  const numbers = cut.map((draft) => draft.entry.id)
  const place = placeInLine(first.source, first.line, first.line.start, first.entry.id.length)
  const params = { file, count: cut.length, first: numbers.slice(0, 5) }
  found.warn('lists/remarks-cut', params, place)
  return new Set(numbers)
}

function namesOf(drafts: ReadonlyMap<string, Draft>): ListEntry[] {
  return Array.from(drafts.values(), ({ entry }) => ({ ...entry, names: allNames(entry) }))
}

/** The entries with all that their columns and Remarks state, their links resolved. */
function detailedEntries(
  drafts: ReadonlyMap<string, Draft>,
  cut: ReadonlySet<string>,
): ListEntry[] {
  const index = new NameIndex()
  for (const { entry } of drafts.values()) {
    const [primary, ...aliases] = entry.names
    index.addPrimary(primary?.text ?? '', entry.id)
    for (const alias of aliases) index.addAlias(alias.text, entry.id)
  }
  return Array.from(drafts.values(), ({ details, entry }) => {
    readStatements(entry.remarks, details, cut.has(entry.id))
    if (details.links !== undefined) {
      details.links = resolveLinks(details.links, index, entry.id)
    }
    return { ...entry, names: allNames(entry), ...details }
  })
}

function allNames({ names, remarks }: Draft['entry']): readonly ListedName[] {
  const weak = weakAliases(remarks)
  return weak.length === 0 ? names : [...names, ...weak]
}

function guessed(entries: readonly ListEntry[]): OfacListId {
  const guess = new ListGuess()
  for (const { programmes } of entries) guess.take(programmes)
  return guess.id
}

function wholeness(
  files: OfacFiles,
  opened: readonly (Opened | null)[],
  count: number,
  found: Findings,
): 'proven' | 'unproven' {
  let proven = true
  for (const one of opened) {
    if (one === null || one.source.ended) continue
    // OFAC itself has published SDN_COMMENTS without the mark: said, but no doubt on the entries.
    if (one.table !== 'SDN_COMMENTS.CSV') proven = false
    found.warn('lists/no-end-mark', { file: one.source.name })
  }
  const known = knownSize(files.list ?? 'ofac-sdn', files.published)
  const expected = known?.entries ?? 0
  if (known !== null && isFew(count, expected)) {
    proven = false
    const params = { file: files.sdn.name, count, expected, day: known.day }
    found.warn('lists/few-entries', params)
  }
  return proven ? 'proven' : 'unproven'
}
