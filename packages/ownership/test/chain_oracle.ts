/**
 * A slow oracle for the topmost parent and for ceilings: every completion of a small graph over a
 * grid of shares, owners unnamed, seats and rulings, each judged by the words of the rule. It
 * shares no code with the engines.
 */

/** A stake of more than `low` and at most `high` whole percent; exact when both are the same. */
export interface OracleStake {
  readonly owner: string
  readonly asset: string
  readonly low: number
  readonly high: number
}

export interface OracleGraph {
  readonly parties: readonly string[]
  readonly stakes: readonly OracleStake[]
  readonly others: Readonly<Record<string, 'none' | 'dispersed' | 'unknown'>>
}

/** One completion: exact stakes, the unnamed ones included, and who controls without a majority. */
export interface World {
  readonly stakes: readonly { owner: string; asset: string; percent: number }[]
  /** Percent of an asset that many small holders from outside have between them. */
  readonly small: ReadonlyMap<string, number>
  readonly ruling: ReadonlyMap<string, string>
}

export const HIDDEN = '?'
export const TOGETHER = '*'

/** A hundredth stands for "a little more than": whole percents never meet it by chance. */
const LITTLE = 0.01

function product<T>(choices: readonly (readonly T[])[]): T[][] {
  let all: T[][] = [[]]
  for (const choice of choices) all = all.flatMap((one) => choice.map((value) => [...one, value]))
  return all
}

const round = (percent: number): number => Math.round(percent * 100) / 100

function grid({ low, high }: OracleStake, between: readonly number[]): number[] {
  if (low === high) return [low]
  const inner = between.flatMap((one) => [one, one + LITTLE])
  return [...new Set([low + LITTLE, ...inner.filter((one) => one > low && one < high), high])]
}

function heldOf(stakes: World['stakes'], asset: string): number {
  return round(stakes.reduce((sum, one) => sum + (one.asset === asset ? one.percent : 0), 0))
}

/** Whether all owners of an asset are named, and may hold all of it. */
function isComplete({ stakes, others }: OracleGraph, asset: string): boolean {
  const most = stakes.reduce((sum, one) => sum + (one.asset === asset ? one.high : 0), 0)
  return others[asset] === 'none' && most >= 100
}

/** The shares as chosen, the last open one of a complete asset as large as the others leave it. */
function filled(graph: OracleGraph, shares: readonly number[]): World['stakes'] {
  const exact = graph.stakes.map(({ owner, asset }, at) => ({ owner, asset, percent: shares[at]! }))
  for (const asset of graph.parties) {
    if (!isComplete(graph, asset)) continue
    const open = (one: OracleStake): boolean => one.asset === asset && one.low < one.high
    const last = graph.stakes.findLastIndex(open)
    if (last < 0) continue
    exact[last]!.percent = 0
    exact[last]!.percent = round(100 - heldOf(exact, asset))
  }
  return exact
}

/** All completions of shares and unnamed owners; rulings come on top. */
export function* worldsOf(
  graph: OracleGraph,
  between: readonly number[],
  rulings: (world: World, asset: string) => readonly string[],
): Iterable<World> {
  const { stakes, others, parties } = graph
  for (const shares of product(stakes.map((stake) => grid(stake, between)))) {
    const exact = filled(graph, shares)
    const held = (asset: string): number => heldOf(exact, asset)
    const fits = stakes.every(({ low, high }, at) => {
      const { percent } = exact[at]!
      return low === high ? percent === low : percent > low && percent <= high
    })
    const whole = parties.every((asset) =>
      isComplete(graph, asset) ? held(asset) === 100 : held(asset) <= 100,
    )
    if (!whole) continue
    if (!fits) continue
    const rest = (asset: string): number => round(100 - held(asset))
    const choices = parties.map((asset): readonly { one?: string; small?: number }[] => {
      if (others[asset] === 'dispersed') return [{}, { small: rest(asset) }]
      if (others[asset] !== 'unknown' || rest(asset) === 0) return [{}]
      const ones = [HIDDEN, ...parties.filter((one) => one !== asset)].map((one) => ({ one }))
      return [{}, { small: rest(asset) }, ...ones]
    })
    for (const choice of product(choices)) {
      const small = new Map<string, number>()
      const more = parties.flatMap((asset, at) => {
        const { one, small: many } = choice[at]!
        if (many !== undefined) small.set(asset, many)
        return one === undefined ? [] : [{ owner: one, asset, percent: rest(asset) }]
      })
      const world = { stakes: [...exact, ...more], small, ruling: new Map<string, string>() }
      const ruled = parties.map((asset) => ['', ...rulings(world, asset)])
      for (const names of product(ruled)) {
        yield { ...world, ruling: new Map(parties.map((asset, at) => [asset, names[at]!])) }
      }
    }
  }
}

/** What members hold of an asset, and the largest stake of anybody else. */
export function heldIn(
  world: World,
  asset: string,
  members: ReadonlySet<string>,
): { readonly sum: number; readonly largestOther: number } {
  let sum = 0
  const other = new Map<string, number>()
  for (const one of world.stakes) {
    if (one.asset !== asset) continue
    if (members.has(one.owner)) sum += one.percent
    else other.set(one.owner, (other.get(one.owner) ?? 0) + one.percent)
  }
  return { sum: round(sum), largestOther: Math.max(0, ...other.values()) }
}

/** All that a holder controls: by more than half, or by a ruling where it holds enough. */
export function groupIn(
  world: World,
  parties: readonly string[],
  starts: readonly string[],
  enough: (held: { readonly sum: number; readonly largestOther: number }) => boolean,
): Set<string> {
  const members = new Set(starts)
  for (let grown = true; grown; ) {
    grown = false
    for (const asset of parties) {
      if (members.has(asset)) continue
      const held = heldIn(world, asset, members)
      const ruled = members.has(world.ruling.get(asset) ?? '') && enough(held)
      if (held.sum <= 50 && !ruled) continue
      members.add(asset)
      grown = true
    }
  }
  return members
}
