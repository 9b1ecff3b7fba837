/** Stakes above a party as proofs tell them, and what is wrong with the records behind them. */
import type { ProvenStake } from './answer.ts'
import type { PartyGraph } from './graph.ts'
import type { Holders } from './group.ts'
import type { Mark } from './records.ts'

/**
 * The stakes in one asset.
 *
 * @param counted for each holder 1 when it counts in the step that tells of them
 */
export function provenStakes(
  graph: PartyGraph,
  holders: Holders,
  asset: number,
  counted: Uint8Array,
): readonly ProvenStake[] {
  return holders.stakesIn[asset]!.flatMap(({ row, owner, controls }) => {
    if (row === null) return []
    const { share, disputed, ties } = graph.stake(row)
    const [from, of] = [holders.parties[owner]!, holders.parties[asset]!]
    const counts = counted[owner] === 1
    return [{ owner: from, asset: of, share, controls, counts, disputed, ties }]
  })
}

/** All marks of parties and stakes above a party, each once. */
export function marksAbove(graph: PartyGraph, holders: Holders): readonly Mark[] {
  const rows = holders.stakesIn.flat().flatMap(({ row }) => (row === null ? [] : [row]))
  const marks = rows.flatMap((row) => graph.stake(row).marks)
  return [...new Set([...marks, ...holders.parties.flatMap((one) => graph.marksOf(one))])]
}
