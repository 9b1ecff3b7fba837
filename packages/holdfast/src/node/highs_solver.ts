/**
 * The solver of plans: HiGHS, compiled to WebAssembly, in a thread for each problem.
 *
 * Every change of a problem is kept here and goes to the thread with the next question. A thread
 * that had to be ended by force is so replaced by another, which is told all changes again.
 */
import type {
  LinearProblem,
  OpenProblem,
  Relaxed,
  Row,
  Solved,
  SolveLimits,
  SolveProgress,
  SolverPort,
} from '@holdfast/plan'
import {
  type Change,
  checkBounds,
  packedColumns,
  packedRows,
  type Question,
} from './highs_messages.ts'
import { type Asking, ENDED, type HighsThread, IdleThreads, type Outcome } from './highs_thread.ts'

export interface HighsSettings {
  /** Ends a search that is going on, and each that is begun later. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Answers come in the order of the calls. A call rejects when the caller breaks the contract (a
 * column that is not there, a value that is no number, a problem without a least value), when the
 * problem is closed while it waits, and when the thread fails, as it does without memory.
 *
 * Values of rows below 1e-9 count as 0, and a row is met within 1e-6.
 */
export function highsSolver({ signal }: HighsSettings = {}): SolverPort {
  const threads = new IdleThreads()
  return { open: async (problem) => new HighsProblem(problem, threads, signal ?? null) }
}

class HighsProblem implements OpenProblem {
  readonly #threads: IdleThreads
  readonly #signal: AbortSignal | null
  readonly #columnCount: number
  #rowCount: number
  readonly #changes: Change[]
  /** So many changes the thread knows. */
  #sent = 0
  /** HiGHS is loaded while the caller goes on. */
  #thread: HighsThread
  #last: Promise<unknown> = Promise.resolve()
  #isAsking = false
  #isClosed = false

  /** @throws {Error} when the problem breaks the contract */
  constructor({ columns, rows }: LinearProblem, threads: IdleThreads, signal: AbortSignal | null) {
    this.#threads = threads
    this.#signal = signal
    this.#columnCount = columns.length
    this.#rowCount = rows.length
    this.#changes = [
      { kind: 'columns', columns: packedColumns(columns) },
      { kind: 'rows', rows: packedRows(rows, columns.length) },
    ]
    this.#thread = threads.take()
  }

  async addRows(rows: readonly Row[]): Promise<void> {
    this.#checkOpen()
    this.#changes.push({ kind: 'rows', rows: packedRows(rows, this.#columnCount) })
    this.#rowCount += rows.length
  }

  async changeRow(row: number, lower: number, upper: number): Promise<void> {
    this.#change({ kind: 'row', index: row, lower, upper }, this.#rowCount)
  }

  async changeColumn(column: number, lower: number, upper: number): Promise<void> {
    this.#change({ kind: 'column', index: column, lower, upper }, this.#columnCount)
  }

  #change(change: Change & { kind: 'row' | 'column' }, count: number): void {
    const { kind, index, lower, upper } = change
    this.#checkOpen()
    if (!Number.isInteger(index) || index < 0 || index >= count) {
      throw new Error(`there is no ${kind} ${index} among ${count}`)
    }
    checkBounds(`${kind} ${index}`, lower, upper)
    this.#changes.push(change)
  }

  async relaxed({ seconds_max }: { readonly seconds_max: number }): Promise<Relaxed> {
    const outcome = await this.#ask({ kind: 'relaxed', seconds: seconds_max }, () => {})
    return outcome.kind === 'relaxed' ? outcome.answer : { status: 'stopped' }
  }

  async solved(
    { seconds_max, gap }: SolveLimits,
    start: Float64Array | null,
    told: (progress: SolveProgress) => void,
  ): Promise<Solved> {
    if (start !== null && !isStart(start, this.#columnCount)) {
      throw new Error(`the start does not give numbers for ${this.#columnCount} columns`)
    }
    const outcome = await this.#ask({ kind: 'solved', seconds: seconds_max, gap, start }, told)
    if (outcome.kind === 'solved') return outcome.answer
    if (outcome.kind === 'relaxed') throw new Error('the solver answered another question')
    const { incumbent, bound, columns } = outcome.told
    if (incumbent === null || columns === null) return { status: 'stopped', bound }
    return { status: 'feasible', objective: incumbent, bound, columns }
  }

  async close(): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    if (this.#isAsking) await this.#thread.end()
    else this.#threads.give(this.#thread)
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new Error('the problem has been closed')
  }

  /** One question at a time: a second waits for the answer of the first. */
  #ask(question: Question, told: Asking['told']): Promise<Outcome> {
    const known = this.#changes.length
    const asked = this.#last.then(() => this.#askNow(question, known, told))
    this.#last = asked.catch(() => {})
    return asked
  }

  async #askNow(question: Question, known: number, told: Asking['told']): Promise<Outcome> {
    this.#checkOpen()
    if (this.#signal?.aborted === true || !(question.seconds > 0)) return ENDED
    if (this.#thread.isLost) {
      this.#thread = this.#threads.take()
      this.#sent = 0
    }
    const changes = this.#changes.slice(this.#sent, known)
    this.#sent = known
    this.#isAsking = true
    try {
      return await this.#thread.ask({ changes, question }, { signal: this.#signal, told })
    } finally {
      this.#isAsking = false
    }
  }
}

function isStart(start: Float64Array, count: number): boolean {
  return start.length === count && start.every((value) => Number.isFinite(value))
}
