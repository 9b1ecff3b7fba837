/** What is wrong with a plain graph as a whole: told once for each party, beside the marks. */
import { type Diagnostic, warning } from '@holdfast/kernel'
import { type PartyGraph, PERCENT } from '@holdfast/ownership'
import { calledOf } from './own_told.ts'

/** How many warnings of one kind are told before they are only counted. */
const TOLD_MAX = 20

/**
 * Warnings `own/sum-over-100` for each party of which the owners hold more than all,
 * `own/stated-twice` for each stake of which one source states two shares, and
 * `ownership/more-like-this`
 * for those beyond the first twenty of each.
 */
export function oddOfGraph(graph: PartyGraph, file: string): readonly Diagnostic[] {
  return [...told(overfull(graph, file), file), ...told(statedTwice(graph, file), file)]
}

function* overfull(graph: PartyGraph, file: string): Iterable<Diagnostic> {
  const { start, low } = graph.table
  for (let party = 0; party < graph.size; party += 1) {
    if (!graph.marksOf(party).includes('sum-over-100')) continue
    let sum = 0
    for (let row = start[party]!; row < start[party + 1]!; row += 1) sum += low[row]!
    yield warning('own/sum-over-100', { file, asset: named(graph, party), percent: sum / PERCENT })
  }
}

function* statedTwice(graph: PartyGraph, file: string): Iterable<Diagnostic> {
  const { owner, asset } = graph.table
  for (let row = 0; row < asset.length; row += 1) {
    if (!graph.stake(row).marks.includes('stated-twice')) continue
    const params = { owner: named(graph, owner[row]!), asset: named(graph, asset[row]!) }
    yield warning('own/stated-twice', { file, ...params })
  }
}

function named(graph: PartyGraph, party: number): string {
  return graph.record(party).name ?? calledOf(graph.keys[party]!)
}

function told(all: Iterable<Diagnostic>, file: string): readonly Diagnostic[] {
  const first: Diagnostic[] = []
  let count = 0
  for (const one of all) {
    count += 1
    if (count <= TOLD_MAX) first.push(one)
  }
  const [{ code } = { code: '' }] = first
  const rest = count - first.length
  return rest === 0
    ? first
    : [...first, warning('ownership/more-like-this', { file, count: rest, code })]
}
