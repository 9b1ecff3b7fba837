/**
 * The smallest set of facts that settles a cascade's answer, whatever they turn out to be.
 *
 * A set settles when no two completions that agree on it give different answers. Members only grow
 * with shares, so it is enough to try, for the facts of the set, values at which something changes
 * (ends of a share, just below the threshold), with all other facts at their low and at their high
 * ends. A fact without which all others do not settle is in every such set; most often these
 * suffice, else sets are tried by size. The search has a budget; when it ends, the set told still
 * suffices, but may not be the smallest.
 */
import { membersOf, type Start } from './fixed_point.ts'
import { isMember } from './members.ts'
import type { CascadeRule } from './rule_data.ts'
import { PERCENT, WHOLE } from './share.ts'
import { HIGH, LOW, mayMatterWhoElse, settlesShare } from './spread.ts'
import {
  CONTROLS,
  MAY_CONTROL,
  OPEN_HIGH,
  OPEN_LOW,
  OTHERS_DISPERSED,
  OTHERS_NONE,
  type StakeTable,
} from './stake_table.ts'

/** A fact that is open in a table: about a row, or about a party. */
export type OpenFact =
  | { readonly kind: 'share'; readonly row: number }
  | { readonly kind: 'half' | 'owners' | 'start'; readonly party: number }

/** How many worlds of a few stakes a search may still look at; of larger ones fewer. */
export interface Budget {
  worlds: number
}

export interface Settling {
  readonly facts: readonly OpenFact[]
  /** False when the search ended at its budget: no smaller set was ruled out. */
  readonly smallest: boolean
}

interface Question {
  readonly table: StakeTable
  readonly rule: CascadeRule
  readonly start: Start
  readonly party: number
}

/** The smallest set of open facts that settles whether a party is a member. */
export function settlingFacts(question: Question, budget: Budget): Settling {
  const all = relevantFacts(question)
  const search = new Search(question, budget, all.length)
  const needed = all.filter((fact) => search.settles(all.filter((one) => one !== fact)) !== 'yes')
  const first = search.settles(needed)
  if (first === 'yes') return { facts: needed, smallest: !search.ended }
  const rest = all.filter((fact) => !needed.includes(fact))
  for (let size = 1; size < rest.length && !search.ended; size += 1) {
    for (const more of subsets(rest, size)) {
      const facts = [...needed, ...more]
      if (search.settles(facts) === 'yes') return { facts, smallest: !search.ended }
      if (search.ended) break
    }
  }
  return { facts: all, smallest: !search.ended }
}

/**
 * The least share of a row from which a party is a member, all other facts at their low ends; null
 * when no share of the row's range makes it one, or the budget is used up. In millionths of a
 * percent.
 */
export function yesFrom(question: Question, row: number, budget: Budget): number | null {
  const { table, rule, start, party } = question
  if (budget.worlds <= 0) return null
  const isYes = (share: number): boolean => {
    budget.worlds -= costOfWorld(table)
    const low = table.low.slice()
    const high = table.high.slice()
    const flags = table.flags.slice()
    low[row] = share
    high[row] = share
    flags[row]! &= ~(OPEN_LOW | OPEN_HIGH)
    return isMember({ ...table, low, high, flags }, rule, start, party, LOW) === 'yes'
  }
  let lowest = table.low[row]!
  let highest = table.high[row]! - ((table.flags[row]! & OPEN_HIGH) !== 0 ? 1 : 0)
  if (!isYes(highest)) return null
  while (lowest < highest) {
    const middle = Math.floor((lowest + highest) / 2)
    if (isYes(middle)) highest = middle
    else lowest = middle + 1
  }
  return lowest
}

/** The open facts at a party and above it that can matter: of assets that may be members. */
function relevantFacts({ table, rule, start, party }: Question): readonly OpenFact[] {
  const all = [...start.certain, ...start.possible]
  const high = new Set(membersOf(table, all, rule, HIGH))
  const low = new Set(membersOf(table, start.certain, rule, LOW))
  const possible = new Set(start.possible)
  const facts: OpenFact[] = []
  const seen = new Set([party])
  for (const asset of seen) {
    if (low.has(asset) || !high.has(asset)) continue
    if (possible.has(asset)) facts.push({ kind: 'start', party: asset })
    if (mayMatterWhoElse(table, rule, asset)) facts.push({ kind: 'owners', party: asset })
    if (isExactlyHalf(table, rule, asset, high)) facts.push({ kind: 'half', party: asset })
    const end = table.start[asset + 1]!
    for (let row = table.start[asset]!; row < end; row += 1) {
      const owner = table.owner[row]!
      if (!high.has(owner)) continue
      seen.add(owner)
      if (!settlesShare(table, rule, row)) facts.push({ kind: 'share', row })
    }
  }
  return facts
}

/** True when exact shares of possible members come to just the threshold of a strict rule. */
function isExactlyHalf(
  table: StakeTable,
  rule: CascadeRule,
  asset: number,
  high: ReadonlySet<number>,
): boolean {
  if (!rule.strict) return false
  const end = table.start[asset + 1]!
  let sum = 0
  let largest = 0
  for (let row = table.start[asset]!; row < end; row += 1) {
    if (!high.has(table.owner[row]!) || table.low[row] !== table.high[row]) continue
    sum += table.low[row]!
    largest = Math.max(largest, table.low[row]!)
  }
  const half = Math.round(rule.threshold * PERCENT)
  // Without aggregation one owner's half counts beside another's.
  return sum === half || (!rule.aggregate && (largest === half || sum > half))
}

function* subsets<T>(of: readonly T[], size: number, from = 0): Iterable<readonly T[]> {
  if (size === 0) {
    yield []
    return
  }
  for (let at = from; at <= of.length - size; at += 1) {
    for (const rest of subsets(of, size - 1, at + 1)) yield [of[at] as T, ...rest]
  }
}

/** What a mode of a group of facts changes in a world. */
interface World {
  readonly low: Uint32Array
  readonly high: Uint32Array
  readonly flags: Uint8Array
  readonly others: Uint8Array
  readonly halves: Map<number, boolean>
  readonly hidden: Set<number>
  readonly starts: Map<number, boolean>
}

type Mode = (world: World) => void

class Search {
  readonly #question: Question
  readonly #budget: Budget
  readonly #certain: ReadonlySet<number>
  readonly #all: number
  readonly #cost: number
  readonly #modes = new Map<number | string, readonly Mode[]>()
  ended = false

  /** @param all how many facts are open: who knows them all has no question left */
  constructor(question: Question, budget: Budget, all: number) {
    this.#question = question
    this.#budget = budget
    this.#all = all
    this.#cost = costOfWorld(question.table)
    const { table, start, rule } = question
    this.#certain = new Set(membersOf(table, start.certain, rule, LOW))
  }

  /** Whether the answer is the same in all worlds that agree on the facts; `limit`: not known. */
  settles(facts: readonly OpenFact[]): 'yes' | 'no' | 'limit' {
    if (facts.length === this.#all) return 'yes'
    if (this.#budget.worlds <= 0) {
      this.ended = true
      return 'limit'
    }
    return this.#tryAll(this.#modesOf(facts), [])
  }

  /** @param chosen a mode of each of the first groups; left as it was */
  #tryAll(groups: readonly (readonly Mode[])[], chosen: Mode[]): 'yes' | 'no' | 'limit' {
    if (chosen.length === groups.length) {
      if (this.#budget.worlds <= 0) {
        this.ended = true
        return 'limit'
      }
      this.#budget.worlds -= this.#cost
      return this.#isOpenIn(chosen) ? 'no' : 'yes'
    }
    for (const mode of groups[chosen.length] as readonly Mode[]) {
      chosen.push(mode)
      const answer = this.#tryAll(groups, chosen)
      chosen.pop()
      if (answer !== 'yes') return answer
    }
    return 'yes'
  }

  #isOpenIn(modes: readonly Mode[]): boolean {
    const { table, rule, start, party } = this.#question
    const world: World = {
      low: table.low.slice(),
      high: table.high.slice(),
      flags: table.flags.slice(),
      others: table.others.slice(),
      halves: new Map(),
      hidden: new Set(),
      starts: new Map(),
    }
    for (const mode of modes) mode(world)
    const told: StakeTable = { ...table, ...world }
    if (!this.#isPossible(told)) return false
    const certain = [...start.certain, ...start.possible.filter((one) => world.starts.get(one))]
    const possible = start.possible.filter((one) => !world.starts.has(one))
    const high = {
      ...HIGH,
      half: (asset: number) => world.halves.get(asset) ?? true,
    }
    const low = {
      ...LOW,
      half: (asset: number) => world.halves.get(asset) ?? false,
      undeclared: (asset: number) => world.hidden.has(asset),
    }
    return isMember(told, rule, { certain, possible }, party, high, low) === 'unknown'
  }

  /** Whether the shares fit together in every asset in which they did before. */
  #isPossible(told: StakeTable): boolean {
    const { table } = this.#question
    for (let asset = 0; asset < told.parties; asset += 1) {
      const end = told.start[asset + 1]!
      let low = 0
      let high = 0
      let lowBefore = 0
      let highBefore = 0
      for (let row = told.start[asset]!; row < end; row += 1) {
        low += told.low[row]!
        high += told.high[row]!
        lowBefore += table.low[row]!
        highBefore += table.high[row]!
      }
      if (low > WHOLE && lowBefore <= WHOLE) return false
      const complete = told.others[asset] === OTHERS_NONE
      if (complete && high < WHOLE && highBefore >= WHOLE) return false
    }
    return true
  }

  /** For each asset of the facts, and for each other fact, the values worth trying. */
  #modesOf(facts: readonly OpenFact[]): readonly (readonly Mode[])[] {
    const rowsOf = new Map<number, number[]>()
    const groups: (readonly Mode[])[] = []
    for (const fact of facts) {
      if (fact.kind !== 'share') groups.push(twoModes(fact))
      else {
        const asset = this.#question.table.asset[fact.row]!
        const rows = rowsOf.get(asset)
        if (rows === undefined) rowsOf.set(asset, [fact.row])
        else rows.push(fact.row)
      }
    }
    for (const rows of rowsOf.values()) groups.push(this.#modesOfRows(rows))
    return groups
  }

  #modesOfRows(rows: readonly number[]): readonly Mode[] {
    const key = rows.length === 1 ? rows[0]! : rows.join()
    const known = this.#modes.get(key)
    if (known !== undefined) return known
    const modes = this.#shareModes(rows)
    this.#modes.set(key, modes)
    return modes
  }

  /**
   * Shares worth trying for the owners of one asset: as much as possible, as little as possible,
   * and as much as possible with some members just below the threshold. Which of those who may be
   * members count there is decided elsewhere in the graph, so each set of them is tried.
   */
  #shareModes(rows: readonly number[]): readonly Mode[] {
    const { table } = this.#question
    const asset = table.asset[rows[0]!]!
    const into = range(table.start[asset]!, table.start[asset + 1]!)
    const certain = into.filter((row) => this.#certain.has(table.owner[row]!))
    const maybe = into.filter((row) => !certain.includes(row))
    const some = maybe.length <= SUBSETS_OF ? [...allSubsets(maybe)] : [[], maybe]
    const first = (row: number): boolean => certain.includes(row)
    return [
      (world) => this.#raise(world, rows.toSorted(by(first)), into, true),
      (world) => this.#raise(world, rows.toSorted(by((row) => !first(row))), into, true),
      ...some.flatMap((members): Mode[] => {
        const counting = [...certain, ...members]
        const below: Mode = (world) => this.#justBelow(world, rows, into, counting)
        if (table.others[asset] !== OTHERS_NONE) return [below]
        return [below, (world) => this.#justReach(world, rows, into, counting)]
      }),
      (world) => {
        for (const row of rows) set(world, row, bottom(table, row))
      },
    ]
  }

  /** Raises rows one after the other as far as all the owners of their asset leave room. */
  #raise(
    world: World,
    rows: readonly number[],
    into: readonly number[],
    controls: boolean,
    limit = Number.POSITIVE_INFINITY,
  ): void {
    const { table } = this.#question
    let room = WHOLE
    for (const row of into) room -= rows.includes(row) ? bottom(table, row) : world.low[row]!
    room = Math.min(room, limit)
    for (const row of rows) {
      const least = bottom(table, row)
      const share = Math.max(least, Math.min(top(table, row), least + room))
      room -= share - least
      const may = (world.flags[row]! & MAY_CONTROL) !== 0
      set(world, row, share)
      if (may && controls) world.flags[row]! |= CONTROLS
    }
  }

  /** Those that do not count hold so much that the complete rest may just reach the threshold. */
  #justReach(
    world: World,
    rows: readonly number[],
    into: readonly number[],
    counting: readonly number[],
  ): void {
    const { table, rule } = this.#question
    const others = into.filter((row) => !counting.includes(row))
    let room = WHOLE - Math.round(rule.threshold * PERCENT)
    for (const row of others) room -= rows.includes(row) ? bottom(table, row) : table.low[row]!
    for (const row of rows) set(world, row, bottom(table, row))
    const strangers = rows.filter((row) => others.includes(row))
    this.#raise(world, strangers, into, false, Math.max(0, room))
    const rest = rows.filter((row) => !others.includes(row))
    this.#raise(world, rest, into, false)
  }

  /** The rows that count up to just below the threshold together, then the others to their tops. */
  #justBelow(
    world: World,
    rows: readonly number[],
    into: readonly number[],
    counting: readonly number[],
  ): void {
    const { table, rule } = this.#question
    let room = Math.round(rule.threshold * PERCENT) - 1
    for (const row of counting) room -= rows.includes(row) ? bottom(table, row) : table.low[row]!
    const below = rows.filter((row) => counting.includes(row))
    for (const row of rows) set(world, row, bottom(table, row))
    this.#raise(world, below, into, false, Math.max(0, room))
    const rest = rows.filter((row) => !counting.includes(row))
    this.#raise(world, rest, into, false)
  }
}

/** A world with so many stakes more costs as much of the budget as two small ones. */
const STAKES_OF_A_WORLD = 50

function costOfWorld(table: StakeTable): number {
  return 1 + table.asset.length / STAKES_OF_A_WORLD
}

/** Of more owners who may count than this, only none and all are tried. */
const SUBSETS_OF = 4

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from }, (_, at) => from + at)
}

function* allSubsets<T>(of: readonly T[]): Iterable<readonly T[]> {
  for (let size = 0; size <= of.length; size += 1) yield* subsets(of, size)
}

/** Sorts those first for which a condition holds. */
function by(first: (row: number) => boolean): (a: number, b: number) => number {
  return (a, b) => Number(first(b)) - Number(first(a))
}

function twoModes(fact: Extract<OpenFact, { party: number }>): readonly Mode[] {
  const { kind, party } = fact
  if (kind === 'half') return [true, false].map((is) => (world) => world.halves.set(party, is))
  if (kind === 'start') return [true, false].map((is) => (world) => world.starts.set(party, is))
  return [
    (world) => world.hidden.add(party),
    (world) => {
      world.others[party] = OTHERS_DISPERSED
    },
  ]
}

function set(world: World, row: number, share: number): void {
  world.low[row] = share
  world.high[row] = share
  world.flags[row]! &= ~(OPEN_LOW | OPEN_HIGH | MAY_CONTROL)
}

function bottom(table: StakeTable, row: number): number {
  return table.low[row]! + ((table.flags[row]! & OPEN_LOW) !== 0 ? 1 : 0)
}

function top(table: StakeTable, row: number): number {
  return table.high[row]! - ((table.flags[row]! & OPEN_HIGH) !== 0 ? 1 : 0)
}
