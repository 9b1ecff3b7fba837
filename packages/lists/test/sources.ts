import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { DesignationList, NamedText } from '../src/index.ts'
import { type OfacFiles, readOfacCsv } from '../src/index.ts'

export const root = path.resolve(import.meta.dirname, '../../..')

/** Real official files, which a clean checkout does not have. */
const shared = path.resolve(root, '../shared/data/lists')
export const noShared = !existsSync(shared)

/** For the files with tests on whole official files: says why they are skipped. */
export function noteSkipped(): void {
  if (noShared) console.log('skipped: the tests on whole official files, ../shared is not here')
}

export function named(name: string, text: string | Uint8Array): NamedText {
  const bytes = typeof text === 'string' ? Buffer.from(text, 'utf8') : text
  return { name, bytes: new Uint8Array(bytes) }
}

export function sharedFile(name: string): NamedText {
  return named(name, readFileSync(path.join(shared, name)))
}

export function fixture(name: string): NamedText {
  return named(name, readFileSync(path.join(import.meta.dirname, 'fixtures', name)))
}

/** The list, or a failure of the test with the diagnostics. */
export function readOrThrow(files: OfacFiles): DesignationList {
  const read = readOfacCsv(files)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics, null, 1))
  return read.value
}

/** One row of SDN.CSV. */
export function sdnRow(
  number: number | string,
  name: string,
  options: { type?: string; programme?: string; remarks?: string } = {},
): string {
  const quoted = (text: string | undefined): string => (text === undefined ? '-0- ' : `"${text}"`)
  const { programme = 'SDGT', remarks, type } = options
  const nulls = Array.from({ length: 7 }, () => '-0- ')
  return [number, quoted(name), quoted(type), quoted(programme), ...nulls, quoted(remarks)].join(
    ',',
  )
}

/** Rows as OFAC writes a file: CRLF behind each, then the end mark. */
export function official(...rows: readonly string[]): string {
  return `${rows.map((row) => `${row}\r\n`).join('')}\x1a`
}

/** The codes of a result's diagnostics. */
export function codes(result: { diagnostics: readonly { code: string }[] }): string[] {
  return result.diagnostics.map((diagnostic) => diagnostic.code)
}
