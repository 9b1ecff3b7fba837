/**
 * The solver of plans: HiGHS, compiled to WebAssembly, in a thread of its own for each problem.
 *
 * Every change of a problem is kept here and goes to the thread with the next question. A thread
 * that had to be ended by force is so replaced by another, which is told all changes again.
 */
import { Worker } from 'node:worker_threads'
import type {
  LinearProblem,
  Relaxed,
  Row,
  Solved,
  SolveLimits,
  SolveProgress,
  SolverPort,
  SolverSession,
} from '@holdfast/plan'
import {
  type Change,
  checkBounds,
  type Order,
  packedColumns,
  packedRows,
  type Question,
  type Reply,
  type Told,
} from './highs_messages.ts'

/** After a signal the thread has so long to end its search before it is ended itself. */
const PATIENCE_MS = 2_000
/** The same after its time is over: a part of that time, within limits. */
const OVERTIME = { part: 0.8, least_ms: 500, most_ms: 10_000 } as const
/** What a timer can wait for. */
const TIMER_MAX_MS = 2 ** 31 - 1

export interface HighsSettings {
  /** Ends a search that is going on, and each that is begun later. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Answers come in the order of the calls. A call rejects when the caller breaks the contract (a
 * column that is not there, a value that is no number, a problem without a least value) and when
 * the thread fails, as it does without memory.
 */
export function highsSolver({ signal }: HighsSettings = {}): SolverPort {
  return {
    open: async (problem) => new HighsSession(problem, signal ?? null),
  }
}

/** How a question ended: with a reply, or by force after what had been told. */
type Outcome = Exclude<Reply, { kind: 'told' | 'failure' }> | { kind: 'forced'; told: Told }

const NOTHING_TOLD: Told = { incumbent: null, bound: Number.NEGATIVE_INFINITY, columns: null }

class HighsSession implements SolverSession {
  readonly #signal: AbortSignal | null
  readonly #columnCount: number
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))
  readonly #changes: Change[]
  #rowCount: number
  /** So many changes the thread knows. */
  #sent = 0
  #thread: Worker | null = null
  #last: Promise<unknown> = Promise.resolve()
  #closed = false

  /** @throws {Error} when the problem breaks the contract */
  constructor({ columns, rows }: LinearProblem, signal: AbortSignal | null) {
    this.#signal = signal
    this.#columnCount = columns.length
    this.#rowCount = rows.length
    this.#changes = [
      { kind: 'columns', columns: packedColumns(columns) },
      { kind: 'rows', rows: packedRows(rows, columns.length) },
    ]
    // HiGHS is loaded while the caller goes on.
    this.#startThread()
  }

  async addRows(rows: readonly Row[]): Promise<void> {
    this.#checkOpen()
    this.#changes.push({ kind: 'rows', rows: packedRows(rows, this.#columnCount) })
    this.#rowCount += rows.length
  }

  async changeRow(row: number, lower: number, upper: number): Promise<void> {
    this.#change('row', this.#rowCount, row, lower, upper)
  }

  async changeColumn(column: number, lower: number, upper: number): Promise<void> {
    this.#change('column', this.#columnCount, column, lower, upper)
  }

  #change(kind: 'row' | 'column', count: number, index: number, lower: number, upper: number) {
    this.#checkOpen()
    if (!Number.isInteger(index) || index < 0 || index >= count) {
      throw new Error(`there is no ${kind} ${index} among ${count}`)
    }
    checkBounds(`${kind} ${index}`, lower, upper)
    this.#changes.push({ kind, index, lower, upper })
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
    const { incumbent, bound, columns } = outcome.kind === 'forced' ? outcome.told : NOTHING_TOLD
    if (incumbent === null || columns === null) return { status: 'stopped', bound }
    return { status: 'feasible', objective: incumbent, bound, columns }
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#endThread()
  }

  #checkOpen(): void {
    if (this.#closed) throw new Error('the problem has been closed')
  }

  /** One question at a time: a second waits for the answer of the first. */
  #ask(question: Question, told: (progress: SolveProgress) => void): Promise<Outcome> {
    const changes = this.#changes.length
    const asked = this.#last.then(() => this.#askNow(question, changes, told))
    this.#last = asked.catch(() => {})
    return asked
  }

  async #askNow(
    question: Question,
    changes: number,
    told: (progress: SolveProgress) => void,
  ): Promise<Outcome> {
    this.#checkOpen()
    if (this.#signal?.aborted === true || !(question.seconds > 0)) {
      return { kind: 'forced', told: NOTHING_TOLD }
    }
    const thread = this.#thread ?? this.#startThread()
    const order: Order = { changes: this.#changes.slice(this.#sent, changes), question }
    this.#sent = changes
    // Without this, a process that waits for nothing but the answer would end.
    thread.ref()
    try {
      const outcome = await answered(thread, order, this.#stop, this.#signal, told)
      if (outcome.kind === 'forced') await this.#endThread()
      return outcome
    } catch (error) {
      // What memory holds after a failure is not to be built upon.
      await this.#endThread()
      throw error
    } finally {
      thread.unref()
    }
  }

  #startThread(): Worker {
    this.#sent = 0
    Atomics.store(this.#stop, 0, 0)
    const thread = new Worker(new URL('./highs_worker.js', import.meta.url), {
      workerData: { stop: this.#stop },
    })
    // A thread that ends outside of a question is replaced with the next one.
    const lost = () => {
      if (this.#thread === thread) this.#thread = null
    }
    thread.on('error', lost).on('exit', lost)
    thread.unref()
    this.#thread = thread
    return thread
  }

  async #endThread(): Promise<void> {
    const thread = this.#thread
    this.#thread = null
    await thread?.terminate()
  }
}

function isStart(start: Float64Array, count: number): boolean {
  return start.length === count && start.every((value) => Number.isFinite(value))
}

/**
 * Sends the order and waits for the end of it.
 *
 * @throws {Error} when the thread fails or ends
 */
function answered(
  thread: Worker,
  order: Order,
  stop: Int32Array,
  signal: AbortSignal | null,
  told: (progress: SolveProgress) => void,
): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    let last = NOTHING_TOLD
    let timer = timerAfter(endOfPatience(order.question.seconds), force)
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', aborted)
      thread.off('message', received).off('error', failed).off('exit', ended)
    }
    function force(): void {
      done()
      resolve({ kind: 'forced', told: last })
    }
    function aborted(): void {
      Atomics.store(stop, 0, 1)
      clearTimeout(timer)
      timer = timerAfter(PATIENCE_MS, force)
    }
    function failed(error: Error): void {
      done()
      reject(new Error(`the solver has failed: ${error.message}`, { cause: error }))
    }
    function ended(code: number): void {
      failed(new Error(`its thread ended with the code ${code}`))
    }
    function received(reply: Reply): void {
      if (reply.kind === 'told') {
        last = { ...reply.told, columns: reply.told.columns ?? last.columns }
        told({ incumbent: last.incumbent, bound: last.bound })
      } else if (reply.kind === 'failure') {
        failed(new Error(reply.message))
      } else {
        done()
        resolve(reply)
      }
    }
    thread.on('message', received).on('error', failed).on('exit', ended)
    signal?.addEventListener('abort', aborted, { once: true })
    thread.postMessage(order)
  })
}

function timerAfter(ms: number, act: () => void): NodeJS.Timeout | undefined {
  return ms > TIMER_MAX_MS ? undefined : setTimeout(act, ms)
}

/** Milliseconds after which a search that was given so many seconds is ended by force. */
function endOfPatience(seconds: number): number {
  const { part, least_ms, most_ms } = OVERTIME
  const ms = seconds * 1000
  return ms + Math.min(Math.max(ms * part, least_ms), most_ms)
}
