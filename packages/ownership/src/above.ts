/** The part of a table on which an answer about one party depends: all who stand above it. */
import { type StakeTable, stakeTable } from './stake_table.ts'

export interface TableAbove {
  readonly table: StakeTable
  /** For each party of the part its number in the whole; the party asked for is the first. */
  readonly parties: readonly number[]
  /** For each row of the part its row in the whole. */
  readonly rows: readonly number[]
  /** The number in the part of a party of the whole; null when it is not above. */
  readonly numberOf: (party: number) => number | null
}

/**
 * Everyone above a party along stakes of any size, the party first. Linear in their stakes.
 *
 * @param most how many parties at most: further ones are left out with their stakes, so that a
 *   caller who takes no more than so many sees that there are more
 */
export function tableAbove(
  whole: StakeTable,
  party: number,
  most = Number.POSITIVE_INFINITY,
): TableAbove {
  const numbers = new Map([[party, 0]])
  const parties = [party]
  const rows: number[] = []
  for (let next = 0; next < parties.length; next += 1) {
    const asset = parties[next]!
    const end = whole.start[asset + 1]!
    for (let row = whole.start[asset]!; row < end; row += 1) {
      const owner = whole.owner[row]!
      const isKnown = numbers.has(owner)
      if (!isKnown && parties.length >= most) continue
      rows.push(row)
      if (isKnown) continue
      numbers.set(owner, parties.length)
      parties.push(owner)
    }
  }
  const number = (one: number): number => numbers.get(one)!
  // Rows come by asset in the order of the part's numbers, so sorting keeps them where they are.
  const table = stakeTable({
    parties: parties.length,
    owner: Uint32Array.from(rows, (row) => number(whole.owner[row]!)),
    asset: Uint32Array.from(rows, (row) => number(whole.asset[row]!)),
    low: Uint32Array.from(rows, (row) => whole.low[row]!),
    high: Uint32Array.from(rows, (row) => whole.high[row]!),
    flags: Uint8Array.from(rows, (row) => whole.flags[row]!),
    others: Uint8Array.from(parties, (one) => whole.others[one]!),
  })
  return { table, parties, rows, numberOf: (one) => numbers.get(one) ?? null }
}
