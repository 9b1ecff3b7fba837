import {
  type ByteSource,
  delimiterOf,
  encodingOfMark,
  firstRecord,
  headOf,
} from '@holdfast/records'
import { GLEIF_COLUMNS } from './from_csv.ts'
import type { GleifFormat } from './intake.ts'

/** How a file of GLEIF is written. */
export interface GleifFile {
  readonly format: GleifFormat
  readonly as: 'csv' | 'json' | 'xml'
}

const HEAD_BYTES = 65_536

const ROOTS: readonly (readonly [RegExp, GleifFormat])[] = [
  [/<(?:[\w-]+:)?LEIData[\s>]/, 'gleif-lei'],
  [/<(?:[\w-]+:)?RelationshipData[\s>]/, 'gleif-rr'],
  [/<(?:[\w-]+:)?ReportingExceptionData[\s>]/, 'gleif-repex'],
]

/** Keys that stand in the first record of a file of JSON, and in no other register. */
const KEYS: readonly (readonly [string, GleifFormat])[] = [
  ['"LegalName"', 'gleif-lei'],
  ['"StartNode"', 'gleif-rr'],
  ['"ExceptionCategory"', 'gleif-repex'],
]

/** What a file is by what it holds; null when it is none of GLEIF. */
export function gleifFileOf(source: ByteSource): GleifFile | null {
  const head = headOf(source, HEAD_BYTES)
  if (encodingOfMark(head) !== null) return tableOf(source)
  const text = asciiOf(head).replace(/^[^\x21-\x7e]+/, '')
  if (text.startsWith('<')) {
    const root = ROOTS.find(([pattern]) => pattern.test(text))
    return root === undefined ? null : { format: root[1], as: 'xml' }
  }
  if (text.startsWith('{') || text.startsWith('[')) {
    const first = KEYS.map(([key, format]) => ({ at: text.indexOf(key), format }))
      .filter(({ at }) => at !== -1)
      .sort((one, other) => one.at - other.at)[0]
    const isGleif = text.includes('"LEI"') || text.includes('"StartNode"')
    return first === undefined || !isGleif ? null : { format: first.format, as: 'json' }
  }
  return tableOf(source)
}

function tableOf(source: ByteSource): GleifFile | null {
  const columns = firstRecord(source, delimiterOf(source)).map((column) => column.trim())
  for (const format of ['gleif-lei', 'gleif-rr', 'gleif-repex'] as const) {
    const { required } = GLEIF_COLUMNS[format]
    if (required.every((column) => columns.includes(column))) return { format, as: 'csv' }
  }
  return null
}

function asciiOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
