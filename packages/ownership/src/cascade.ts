/** A cascade's answer about one party: yes or no with a proof, or unknown with what is missing. */

import { type TableAbove, tableAbove } from './above.ts'
import type { MissingFact, OwnershipAnswer, ProofStep } from './answer.ts'
import type { Start } from './fixed_point.ts'
import type { PartyGraph } from './graph.ts'
import { groupWith } from './members.ts'
import { type Budget, type OpenFact, settlingFacts, yesFrom } from './missing.ts'
import { CascadeProof } from './proof.ts'
import type { Mark } from './records.ts'
import type { CascadeRule } from './rule_data.ts'
import { exactUnits } from './share.ts'
import { HIGH, LOW } from './spread.ts'

/** Worlds that the search for one answer's missing facts looks at, unless the caller says. */
export const WORLDS = 6000

/** Asks one rule about the parties of one graph. */
export class Cascade {
  readonly #graph: PartyGraph
  readonly #rule: CascadeRule
  readonly #certain: ReadonlySet<number>
  readonly #possible: ReadonlySet<number>

  constructor(graph: PartyGraph, rule: CascadeRule, start: Start) {
    this.#graph = graph
    this.#rule = rule
    this.#certain = new Set(start.certain)
    this.#possible = new Set(start.possible.filter((party) => !this.#certain.has(party)))
  }

  /** The answer about one party. Looks only at those above it. */
  answer(party: number, budget: Budget = { worlds: WORLDS }): OwnershipAnswer {
    const above = tableAbove(this.#graph.table, party)
    const rule = this.#rule
    const start = this.#startAbove(above)
    const all = [...start.certain, ...start.possible]
    const low = groupWith(above.table, rule, start.certain, LOW, 0)
    const high = groupWith(above.table, rule, all, HIGH, 0)
    const proof = new CascadeProof(this.#graph, rule, above, start)
    const answer = low !== null ? 'yes' : high === null ? 'no' : 'unknown'
    const steps = low !== null ? proof.yes(low) : high === null ? proof.no() : proof.open()
    const settling =
      answer === 'unknown'
        ? settlingFacts({ table: above.table, rule, start, party: 0 }, budget)
        : { facts: [], smallest: true }
    const yesBudget = { worlds: WORLDS }
    return {
      party,
      rule: rule.id,
      answer,
      percent: steps.find((step) => step.party === party)?.percent ?? null,
      proof: steps,
      missing: settling.facts.map((fact) => this.#missing(above, start, fact, yesBudget)),
      smallest: settling.smallest,
      marks: this.#marks(above, steps, settling.facts),
    }
  }

  #startAbove(above: TableAbove): Start {
    const certain: number[] = []
    const possible: number[] = []
    for (const [number, party] of above.parties.entries()) {
      if (this.#certain.has(party)) certain.push(number)
      else if (this.#possible.has(party)) possible.push(number)
    }
    return { certain, possible }
  }

  #missing(above: TableAbove, start: Start, fact: OpenFact, budget: Budget): MissingFact {
    if (fact.kind !== 'share') {
      const asset = above.parties[fact.party]!
      const kind = ({ half: 'control', owners: 'owners', start: 'organised' } as const)[fact.kind]
      return { kind, asset, owner: null, share: null, yesFrom: null }
    }
    const row = above.rows[fact.row]!
    const { share, doubt, disputed } = this.#graph.stake(row)
    const question = { table: above.table, rule: this.#rule, start, party: 0 }
    const from = yesFrom(question, fact.row, budget)
    return {
      kind: doubt === 'later' ? 'held' : disputed ? 'sources' : 'share',
      asset: this.#graph.table.asset[row]!,
      owner: this.#graph.table.owner[row]!,
      share,
      yesFrom: from === null ? null : exactUnits(from),
    }
  }

  /** Marks of what the answer rests on: all that the proof names, or that is asked for. */
  #marks(
    above: TableAbove,
    steps: readonly ProofStep[],
    facts: readonly OpenFact[],
  ): readonly Mark[] {
    const marks = new Set<Mark>()
    for (const step of steps) {
      for (const mark of this.#graph.marksOf(step.party)) marks.add(mark)
      for (const stake of step.stakes) {
        for (const tie of stake.ties) for (const mark of tie.marks) marks.add(mark)
      }
    }
    for (const fact of facts) {
      if (fact.kind !== 'share') continue
      for (const mark of this.#graph.stake(above.rows[fact.row]!).marks) marks.add(mark)
    }
    return [...marks]
  }
}
