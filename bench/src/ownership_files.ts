/**
 * A graph of owners in the files that the engines of the race read: columns of numbers for
 * Holdfast, the same as CSV for the rivals, and the plain table that `holdfast own` reads.
 */
import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import { PERCENT, type StakeColumns, WHOLE } from '@holdfast/ownership'

/** What `graph.json` says. */
export interface GraphHead {
  readonly parties: number
  readonly stakes: number
  readonly seed: number
}

export interface GraphRead {
  readonly columns: StakeColumns
  readonly listed: readonly number[]
}

const COLUMNS = ['owner', 'asset', 'low', 'high', 'flags', 'others'] as const
const LINES_AT_ONCE = 20_000

/** Writes `graph.json`, `columns.bin`, `stakes.csv` and `listed.csv` into a folder. */
export function writeGraph(
  folder: string,
  columns: StakeColumns,
  listed: Uint32Array,
  seed: number,
): void {
  const head: GraphHead = { parties: columns.parties, stakes: columns.owner.length, seed }
  writeFileSync(path.join(folder, 'graph.json'), JSON.stringify(head))
  const file = openSync(path.join(folder, 'columns.bin'), 'w')
  for (const name of COLUMNS) writeWhole(file, columns[name])
  closeSync(file)
  const { owner, asset, low, high, flags } = columns
  writeLines(path.join(folder, 'stakes.csv'), 'owner,asset,low,high,open', owner.length, (at) => {
    return `${owner[at]},${asset[at]},${low[at]},${high[at]},${flags[at]}`
  })
  writeLines(path.join(folder, 'listed.csv'), 'party', listed.length, (at) => `${listed[at]}`)
}

/** The table `owner,asset,share` of `holdfast own --graph`; a stake of unknown size has none. */
export function writePlain(file: string, columns: StakeColumns): void {
  const { owner, asset, low, high } = columns
  const percent = (value: number): string => String(value / PERCENT)
  writeLines(file, 'owner,asset,share', owner.length, (at) => {
    const [least, most] = [low[at]!, high[at]!]
    const isUnknown = least === 0 && most === WHOLE
    const range = least === most ? percent(least) : `${percent(least)}-${percent(most)}`
    return `p${owner[at]},p${asset[at]},${isUnknown ? '' : range}`
  })
}

/** Reads what `writeGraph` wrote. */
export function readGraph(folder: string): GraphRead {
  const { parties, stakes } = readHead(folder)
  const bytes = readFileSync(path.join(folder, 'columns.bin'))
  const wide = (column: number): Uint32Array => {
    return new Uint32Array(bytes.buffer, bytes.byteOffset + 4 * column * stakes, stakes)
  }
  const flags = new Uint8Array(bytes.buffer, bytes.byteOffset + 16 * stakes, stakes)
  const others = new Uint8Array(bytes.buffer, bytes.byteOffset + 17 * stakes, parties)
  const [owner, asset, low, high] = [wide(0), wide(1), wide(2), wide(3)]
  const lines = readFileSync(path.join(folder, 'listed.csv'), 'utf8').trimEnd().split('\n')
  return {
    columns: { parties, owner, asset, low, high, flags, others },
    listed: lines.slice(1).map(Number),
  }
}

export function readHead(folder: string): GraphHead {
  return JSON.parse(readFileSync(path.join(folder, 'graph.json'), 'utf8')) as GraphHead
}

function writeWhole(file: number, column: Uint32Array | Uint8Array): void {
  const bytes = new Uint8Array(column.buffer, column.byteOffset, column.byteLength)
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

function writeLines(
  name: string,
  heading: string,
  count: number,
  line: (at: number) => string,
): void {
  const file = openSync(name, 'w')
  writeSync(file, `${heading}\n`)
  for (let from = 0; from < count; from += LINES_AT_ONCE) {
    const to = Math.min(count, from + LINES_AT_ONCE)
    const lines = Array.from({ length: to - from }, (_, i) => `${line(from + i)}\n`)
    writeWhole(file, Buffer.from(lines.join('')))
  }
  closeSync(file)
}
