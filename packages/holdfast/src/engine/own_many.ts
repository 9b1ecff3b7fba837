/**
 * A cascade's answers about all parties of a graph, of a village or of millions of stakes.
 *
 * A party with few above it is answered in full. Where many stand above it, as in a circle of
 * thousands, a full proof of each would take the square of the graph: the answer then comes from
 * the fixed point of the whole, and its proof has the one step of the party itself.
 */
import {
  BRANCH,
  Cascade,
  type CascadeRule,
  CONTROLS,
  fixedPoint,
  MAY_CONTROL,
  type MissingFact,
  NO,
  OTHERS_UNKNOWN,
  type OwnershipAnswer,
  type PartyGraph,
  type ProofStep,
  type ProvenStake,
  type Share,
  type Start,
  UNKNOWN,
  WHOLE,
  WORLDS,
  YES,
} from '@holdfast/ownership'

/**
 * A party is proven in full when at most so many stand above it: all in a graph of thousands, few
 * in one of a million, whose proofs would else be more than anybody reads.
 */
const ABOVE_MAX = 400
const ABOVE_LEAST = 12
const ABOVE_TOGETHER = 4_000_000
/** Worlds that all searches for missing facts look at together, and what each then still may. */
const WORLDS_TOGETHER = 300_000
const WORLDS_LEAST = 40

export class ManyAnswers {
  readonly #graph: PartyGraph
  readonly #rule: CascadeRule
  readonly #cascade: Cascade
  readonly #state: Uint8Array
  readonly #isStart: Uint8Array
  /** 1 for parties with too many above them. */
  readonly #isDeep: Uint8Array
  #worlds = WORLDS_TOGETHER

  constructor(graph: PartyGraph, rule: CascadeRule, start: Start) {
    this.#graph = graph
    this.#rule = rule
    this.#cascade = new Cascade(graph, rule, start)
    this.#isDeep = deepParties(graph)
    this.#isStart = new Uint8Array(graph.size)
    for (const party of start.certain) this.#isStart[party] = YES
    for (const party of start.possible) this.#isStart[party] ||= UNKNOWN
    const isNeeded = this.#isDeep.includes(1)
    this.#state = isNeeded ? fixedPoint(graph.table, start, rule).state : new Uint8Array(0)
  }

  /** Parties whose proof has one step. */
  get deep(): number {
    return this.#isDeep.reduce((sum, one) => sum + one, 0)
  }

  answer(party: number): OwnershipAnswer {
    if (this.#isDeep[party] === 1) return this.#shortAnswer(party)
    const budget = { worlds: Math.max(WORLDS_LEAST, Math.min(WORLDS, this.#worlds)) }
    const before = budget.worlds
    const answer = this.#cascade.answer(party, budget)
    this.#worlds -= before - Math.max(0, budget.worlds)
    return answer
  }

  #shortAnswer(party: number): OwnershipAnswer {
    const state = this.#state[party]!
    const step = this.#step(party, state)
    const stakes = step.stakes.flatMap(({ ties }) => ties)
    const marks = [...this.#graph.marksOf(party), ...stakes.flatMap((tie) => tie.marks)]
    return {
      party,
      rule: this.#rule.id,
      answer: state === YES ? 'yes' : state === NO ? 'no' : 'unknown',
      percent: step.percent,
      proof: [step],
      missing: state === UNKNOWN ? this.#openAt(party) : [],
      smallest: state !== UNKNOWN,
      marks: [...new Set(marks)],
    }
  }

  #step(party: number, state: number): ProofStep {
    const { owner, flags } = this.#graph.table
    if (this.#isStart[party] === YES) {
      const because = this.#rule.start === 'listed' ? 'listed' : 'organised'
      return { party, because, percent: null, stakes: [] }
    }
    const rows = this.#rowsInto(party)
    const least = state === YES ? YES : UNKNOWN
    const counting = rows.filter((row) => this.#state[owner[row]!]! >= least)
    const controls = CONTROLS | (this.#rule.branches ? BRANCH : 0)
    const ruling =
      state === YES && this.#rule.control === 'holds'
        ? counting.find((row) => (flags[row]! & controls) !== 0)
        : undefined
    const counted = ruling === undefined ? counting : [ruling]
    const stakes = rows.map((row) => this.#stake(row, counted.includes(row)))
    if (ruling !== undefined) {
      const because = (flags[ruling]! & BRANCH) !== 0 ? 'branch' : 'consolidated'
      return { party, because, percent: null, stakes }
    }
    const percent = counted.length === 0 ? null : this.#sum(counted)
    return { party, because: becauseOf(state, rows.length, counted.length), percent, stakes }
  }

  /** What those who count hold together; the others leave no more than the rest. */
  #sum(rows: readonly number[]): Share {
    const { table } = this.#graph
    const sumOf = (bounds: Uint32Array): number =>
      Math.min(
        WHOLE,
        rows.reduce((sum, row) => sum + bounds[row]!, 0),
      )
    return { low: this.#certain(rows), high: sumOf(table.high), openLow: false, openHigh: false }
  }

  #certain(rows: readonly number[]): number {
    const { owner, low } = this.#graph.table
    const sure = rows.filter((row) => this.#state[owner[row]!] === YES)
    return Math.min(
      WHOLE,
      sure.reduce((sum, row) => sum + low[row]!, 0),
    )
  }

  /** What is open right at a party; owners that are open themselves are questions of their own. */
  #openAt(party: number): readonly MissingFact[] {
    const { owner, low, high, flags, others } = this.#graph.table
    const isImprecise = (row: number): boolean =>
      low[row] !== high[row] || (flags[row]! & MAY_CONTROL) !== 0
    const shares = this.#rowsInto(party).flatMap((row): MissingFact[] => {
      if (this.#state[owner[row]!] === NO || !isImprecise(row)) return []
      const { share, doubt, disputed } = this.#graph.stake(row)
      const kind = doubt === 'later' ? 'held' : disputed ? 'sources' : 'share'
      return [{ kind, asset: party, owner: owner[row]!, share, yesFrom: null }]
    })
    const isOpen = this.#rule.undeclared === 'open' && others[party] === OTHERS_UNKNOWN
    const about = { asset: party, owner: null, share: null, yesFrom: null }
    return [
      ...shares,
      ...(isOpen ? [{ kind: 'owners' as const, ...about }] : []),
      ...(this.#isStart[party] === UNKNOWN ? [{ kind: 'organised' as const, ...about }] : []),
    ]
  }

  #rowsInto(party: number): number[] {
    const { start } = this.#graph.table
    const count = start[party + 1]! - start[party]!
    return Array.from({ length: count }, (_, at) => start[party]! + at)
  }

  #stake(row: number, counts: boolean): ProvenStake {
    const { owner, asset, flags } = this.#graph.table
    const { share, disputed, ties } = this.#graph.stake(row)
    return {
      owner: owner[row]!,
      asset: asset[row]!,
      share: ties.some((tie) => tie.share !== null) ? share : null,
      controls: (flags[row]! & (CONTROLS | BRANCH)) !== 0,
      counts,
      disputed,
      ties,
    }
  }
}

function becauseOf(state: number, rows: number, counted: number): ProofStep['because'] {
  if (state === YES) return 'held'
  if (state === UNKNOWN) return 'open'
  if (counted > 0) return 'not-enough'
  return rows > 0 ? 'no-owner-counts' : 'top'
}

/**
 * Parties with too many above them. Whoever is held by such a one is one itself, so a
 * search ends at the first that it meets.
 */
function deepParties({ table, size }: PartyGraph): Uint8Array {
  const { start, owner } = table
  const most = Math.min(ABOVE_MAX, Math.max(ABOVE_LEAST, Math.floor(ABOVE_TOGETHER / size)))
  const deep = new Uint8Array(size)
  const seenBy = new Int32Array(size).fill(-1)
  for (let party = 0; party < size; party += 1) {
    const queue = [party]
    seenBy[party] = party
    for (let next = 0; next < queue.length && deep[party] === 0; next += 1) {
      const asset = queue[next]!
      for (let row = start[asset]!; row < start[asset + 1]!; row += 1) {
        const one = owner[row]!
        if (seenBy[one] === party) continue
        seenBy[one] = party
        queue.push(one)
        if (deep[one] === 1 || queue.length > most) deep[party] = 1
      }
    }
  }
  return deep
}
