/** Who owns whom on a day: parties and stakes made from what sources say, in any number. */
import type { Day } from '@holdfast/kernel'
import { partyOnly } from './party_only.ts'
import type { Mark, PartyKey, PartyRecord, TieRecord } from './records.ts'
import { WHOLE } from './share.ts'
import { rowsInto } from './spread.ts'
import {
  OPEN_LOW,
  OTHERS_DISPERSED,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  type StakeTable,
  stakeTable,
} from './stake_table.ts'
import { type Stake, stakeOf, tableFlags } from './stakes.ts'

export interface PartyGraph {
  readonly on: Day
  /** Parties have the numbers from 0 to `size - 1`. */
  readonly size: number
  /** The key by which each party goes. */
  readonly keys: readonly PartyKey[]
  readonly numberOf: (key: PartyKey) => number | null
  /** A party that only ties name has a record with nothing but its key. */
  readonly record: (party: number) => PartyRecord
  readonly table: StakeTable
  /** The stake of a row of the table. */
  readonly stake: (row: number) => Stake
  /** What is wrong with a party itself, or with its owners as a whole. */
  readonly marksOf: (party: number) => readonly Mark[]
}

const OTHERS = { unknown: OTHERS_UNKNOWN, none: OTHERS_NONE, dispersed: OTHERS_DISPERSED } as const

/** Persons and states have no owners, whatever is said or not said of them. */
function othersOf({ kind, others }: PartyRecord): number {
  return kind === 'person' || kind === 'state' ? OTHERS_NONE : OTHERS[others]
}

/**
 * Makes the graph of a day. Parties come first in the order given, then those that only ties name.
 * Ties of a party in itself are left out: they decide nothing, and its reader marked them.
 */
export function partyGraph(
  parties: readonly PartyRecord[],
  ties: readonly TieRecord[],
  on: Day,
): PartyGraph {
  const keys: PartyKey[] = []
  const records: PartyRecord[] = []
  const numbers = new Map<PartyKey, number>()
  for (const record of parties) {
    const known = record.keys.find((key) => numbers.has(key))
    const number = known === undefined ? keys.length : (numbers.get(known) as number)
    if (known === undefined) {
      keys.push(record.keys[0] as PartyKey)
      records.push(record)
    }
    for (const key of record.keys) numbers.set(key, number)
  }
  const numberFor = (key: PartyKey): number => {
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, keys.length)
    keys.push(key)
    records.push(partyOnly(key))
    return keys.length - 1
  }
  const pairs = pairsOf(ties, numberFor)
  const size = keys.length
  const marks = new Map<number, Mark[]>()
  const rows = rowsOf(pairs, on)
  const table = tableOf(rows, records, size)
  markSums(table, marks)
  for (const tie of ties) if (tie.owner === tie.asset) mark(marks, numberFor(tie.asset), tie.marks)
  const stakes = stakesInOrder(rows, table)
  return {
    on,
    size,
    keys,
    numberOf: (key) => numbers.get(key) ?? null,
    record: (party) => records[party] as PartyRecord,
    table,
    stake: (row) => stakes[row] as Stake,
    marksOf: (party) => marks.get(party) ?? [],
  }
}

interface Pair {
  readonly owner: number
  readonly asset: number
  readonly ties: TieRecord[]
}

function pairsOf(ties: readonly TieRecord[], numberFor: (key: PartyKey) => number): Pair[] {
  const pairs: Pair[] = []
  const known = new Map<number, Pair>()
  for (const tie of ties) {
    const owner = numberFor(tie.owner)
    const asset = numberFor(tie.asset)
    if (owner === asset) continue
    const id = owner * 2 ** 26 + asset
    const pair = known.get(id)
    if (pair === undefined) {
      const fresh = { owner, asset, ties: [tie] }
      known.set(id, fresh)
      pairs.push(fresh)
    } else {
      pair.ties.push(tie)
    }
  }
  return pairs
}

interface Row {
  readonly owner: number
  readonly asset: number
  readonly stake: Stake
}

function rowsOf(pairs: readonly Pair[], on: Day): Row[] {
  const byAsset = new Map<number, Row[]>()
  for (const { owner, asset, ties } of pairs) {
    const stake = stakeOf(ties, on)
    if (stake === null) continue
    const rows = byAsset.get(asset)
    if (rows === undefined) byAsset.set(asset, [{ owner, asset, stake }])
    else rows.push({ owner, asset, stake })
  }
  return [...byAsset.values()].flatMap(settled)
}

/**
 * Owners of one asset who hold more than all of it, by sources of which none says so alone: each
 * source may be right, so whoever is not named by all of them may hold nothing.
 */
function settled(rows: readonly Row[]): readonly Row[] {
  const sum = rows.reduce((total, { stake }) => total + stake.share.low, 0)
  if (sum <= WHOLE) return rows
  const sources = new Set(rows.flatMap(({ stake }) => stake.ties.map((tie) => tie.source)))
  if (sources.size < 2 || isOver(rows, sources)) return rows
  return rows.map((row) => {
    const named = new Set(row.stake.ties.map((tie) => tie.source))
    if (named.size === sources.size) return row
    const share = { ...row.stake.share, low: 0, openLow: false }
    return { ...row, stake: { ...row.stake, share, disputed: true } }
  })
}

/** Whether one source alone says that the owners hold more than all. */
function isOver(rows: readonly Row[], sources: ReadonlySet<string | null>): boolean {
  return [...sources].some((source) => {
    const own = rows.filter(({ stake }) => stake.ties.some((tie) => tie.source === source))
    return own.reduce((total, { stake }) => total + stake.share.low, 0) > WHOLE
  })
}

function tableOf(rows: readonly Row[], records: readonly PartyRecord[], size: number): StakeTable {
  return stakeTable({
    parties: size,
    owner: Uint32Array.from(rows, (row) => row.owner),
    asset: Uint32Array.from(rows, (row) => row.asset),
    low: Uint32Array.from(rows, (row) => row.stake.share.low),
    high: Uint32Array.from(rows, (row) => row.stake.share.high),
    flags: Uint8Array.from(rows, (row) => tableFlags(row.stake)),
    others: Uint8Array.from(records, othersOf),
  })
}

/** The stakes in the order of the table's rows: by asset, within one as they came. */
function stakesInOrder(rows: readonly Row[], table: StakeTable): readonly Stake[] {
  const next = table.start.slice()
  const stakes: Stake[] = new Array(rows.length)
  for (const row of rows) {
    stakes[next[row.asset] as number] = row.stake
    next[row.asset]! += 1
  }
  return stakes
}

function markSums(table: StakeTable, marks: Map<number, Mark[]>): void {
  for (let asset = 0; asset < table.parties; asset += 1) {
    let sum = 0
    let open = false
    for (const row of rowsInto(table, asset)) {
      sum += table.low[row]!
      open ||= (table.flags[row]! & OPEN_LOW) !== 0
    }
    if (sum > WHOLE || (sum === WHOLE && open)) mark(marks, asset, ['sum-over-100'])
  }
}

function mark(marks: Map<number, Mark[]>, party: number, more: readonly Mark[]): void {
  const known = marks.get(party) ?? []
  marks.set(party, [...new Set([...known, ...more])])
}
