import { type ByteSource, delimiterOf, type Findings, firstRecord } from '@holdfast/records'
import { readBods } from './bods/read.ts'
import { readFtmOwnership } from './ftm/read.ts'
import { readGleif } from './gleif/read.ts'
import { gleifFileOf } from './gleif/recognise.ts'
import { headText } from './json_objects.ts'
import { PARTY_COLUMNS, readPlainParties } from './plain/parties.ts'
import { readPlainTies, TIE_COLUMNS } from './plain/ties.ts'
import { readPsc } from './psc/read.ts'
import type { OwnershipFormat, OwnershipReader, OwnershipSource } from './reading.ts'
import type { OwnershipIntake } from './records.ts'

const READERS: Readonly<Record<OwnershipFormat, OwnershipReader>> = {
  'gleif-lei': readGleif,
  'gleif-rr': readGleif,
  'gleif-repex': readGleif,
  'uk-psc': readPsc,
  bods: readBods,
  ftm: readFtmOwnership,
  'plain-ties': readPlainTies,
  'plain-parties': readPlainParties,
}

/** Keys of JSON that stand near the beginning of a format's files and of no other's. */
const KEYS: readonly (readonly [RegExp, OwnershipFormat])[] = [
  [/"(?:recordType|statementType)"\s*:\s*"/, 'bods'],
  [/"schema"\s*:\s*"[A-Z]/, 'ftm'],
  [/"company_number"\s*:|"kind"\s*:\s*"[^"]*significant[-_]control/, 'uk-psc'],
]

/** Recognises a file by what it holds; null when it is none that is read. */
export function ownershipFormatOf(source: ByteSource): OwnershipFormat | null {
  const gleif = gleifFileOf(source)
  if (gleif !== null) return gleif.format
  const head = headText(source).trimStart()
  if (/^[[{]/.test(head)) return KEYS.find(([key]) => key.test(head))?.[1] ?? null
  if (head.startsWith('<')) return null
  const columns = firstRecord(source, delimiterOf(source)).map((name) => name.trim().toLowerCase())
  if (TIE_COLUMNS.every((column) => columns.includes(column))) return 'plain-ties'
  return PARTY_COLUMNS.every((column) => columns.includes(column)) ? 'plain-parties' : null
}

/**
 * Reads a file of any format that is known: GLEIF's, the UK's register of people with significant
 * control, the Beneficial Ownership Data Standard, FollowTheMoney, or a plain table.
 *
 * @returns null after an error in `found`, or the warning `ownership/unknown-format` for a file
 * that is none of these: a folder may hold others
 */
export function readSource(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const format = ownershipFormatOf(source)
  if (format === null) {
    found.warn('ownership/unknown-format', { file: source.name })
    return null
  }
  return READERS[format](source, intake, found)
}
