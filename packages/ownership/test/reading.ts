/** Reading a file in memory, for tests of readers. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { formatDay } from '@holdfast/kernel'
import { bytesInMemory, Findings } from '@holdfast/records'
import { readSource } from '../src/read_source.ts'
import type { OwnershipSource } from '../src/reading.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import { shareText } from '../src/share_text.ts'

const shared = path.resolve(import.meta.dirname, '../../../../shared/data')

/** Whether files that others made are at hand; a clean checkout does not have them. */
export const noShared = !existsSync(shared)

export function sharedFile(name: string): Uint8Array {
  return new Uint8Array(readFileSync(path.join(shared, name)))
}

export interface Read {
  readonly source: OwnershipSource | null
  readonly parties: readonly PartyRecord[]
  readonly ties: readonly TieRecord[]
  readonly codes: readonly string[]
  readonly errors: readonly string[]
}

export function read(name: string, content: string | Uint8Array): Read {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const found = new Findings()
  const parties: PartyRecord[] = []
  const ties: TieRecord[] = []
  const intake = {
    party: (record: PartyRecord): void => void parties.push(record),
    tie: (record: TieRecord): void => void ties.push(record),
  }
  const source = readSource(bytesInMemory(name, bytes), intake, found)
  const diagnostics = found.diagnostics()
  return {
    source,
    parties,
    ties,
    codes: diagnostics.map((one) => one.code),
    errors: diagnostics.flatMap((one) => (one.severity === 'error' ? [one.code] : [])),
  }
}

/** A tie as a line: `A -> B share 25-50 from 2020-01-01`. */
export function told(tie: TieRecord): string {
  const day = (name: string, value: number | null): string =>
    value === null ? '' : ` ${name} ${formatDay(value)}`
  return [
    `${tie.owner} -> ${tie.asset} ${tie.kind}`,
    tie.share === null ? '' : ` ${shareText(tie.share)}`,
    tie.direct ? '' : ' indirect',
    day('from', tie.from),
    day('to', tie.to),
    day('seen', tie.seen),
    day('asOf', tie.asOf),
    tie.marks.length === 0 ? '' : ` [${tie.marks.join(' ')}]`,
  ].join('')
}
