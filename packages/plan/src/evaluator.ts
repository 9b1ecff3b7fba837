/** The loss of choices that differ little from one that is at hand. */
import type { Candidate } from './candidate.ts'
import { type Choice, finishesOf } from './choice.ts'
import type { LossTable } from './loss_table.ts'

export class Evaluator {
  readonly table: LossTable
  readonly #candidates: readonly Candidate[]
  #base: Choice
  #losses: Float64Array
  /** Of the base. */
  loss: number
  /** Other choices whose loss was asked for. */
  asked = 0

  constructor(table: LossTable, candidates: readonly Candidate[], base: Choice) {
    this.table = table
    this.#candidates = candidates
    this.#base = base
    const finishes = finishesOf(candidates, base)
    this.#losses = Float64Array.from(table.rows, (row) => table.rowLoss(row, finishes))
    this.loss = sum(this.#losses)
  }

  get base(): Choice {
    return this.#base
  }

  /** The loss of another choice: only rows are asked that depend on what differs. */
  of(choice: Choice): number {
    this.asked += 1
    const finishes = finishesOf(this.#candidates, choice)
    let change = 0
    for (const index of this.#touched(choice)) {
      change += this.table.rowLoss(this.table.rows[index]!, finishes) - this.#losses[index]!
    }
    return this.loss + change
  }

  /** Takes another choice as the base. */
  move(choice: Choice): void {
    const finishes = finishesOf(this.#candidates, choice)
    for (const index of this.#touched(choice)) {
      this.#losses[index] = this.table.rowLoss(this.table.rows[index]!, finishes)
    }
    this.#base = choice
    this.loss = sum(this.#losses)
  }

  #touched(choice: Choice): ReadonlySet<number> {
    const touched = new Set<number>()
    for (const [measure, start] of choice.entries()) {
      if (start === this.#base[measure]) continue
      for (const row of this.table.rowsOf(measure)) touched.add(row)
    }
    return touched
  }
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0)
}
