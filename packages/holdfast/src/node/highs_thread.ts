/** The solver's thread as its owner sees it: questions go in one at a time, and can be ended. */
import { Worker } from 'node:worker_threads'
import { type SolveProgress, SolverFailure } from '@holdfast/plan'
import type { Order, Reply, Told } from './highs_messages.ts'

/** After a signal the thread has so long to end its search before it is ended itself. */
const PATIENCE_MS = 2_000
/** The same after its time is over: a part of that time, within limits. */
const OVERTIME = { part: 0.8, least_ms: 500, most_ms: 10_000 } as const
/** What a timer can wait for. */
const TIMER_MAX_MS = 2 ** 31 - 1
/** Loading HiGHS takes a tenth of a second, so a thread without work waits for more so long. */
const IDLE_MS = 1_000

const NOTHING_TOLD: Told = { incumbent: null, bound: Number.NEGATIVE_INFINITY, columns: null }

/** How a question ended: with an answer, or without one after what had been told. */
export type Outcome =
  | Exclude<Reply, { kind: 'told' | 'failure' }>
  | { readonly kind: 'ended'; readonly told: Told }

export const ENDED: Outcome = { kind: 'ended', told: NOTHING_TOLD }

export interface Asking {
  readonly signal: AbortSignal | null
  readonly told: (progress: SolveProgress) => void
}

export class HighsThread {
  readonly #worker: Worker
  readonly #stop = new Int32Array(new SharedArrayBuffer(4))
  #isLost = false

  constructor() {
    this.#worker = new Worker(new URL('./highs_worker.js', import.meta.url), {
      workerData: { stop: this.#stop },
    })
    const lost = () => {
      this.#isLost = true
    }
    this.#worker.on('error', lost).on('exit', lost)
    this.#worker.unref()
  }

  /** Whether it takes no more questions: it failed, or was ended. */
  get isLost(): boolean {
    return this.#isLost
  }

  async end(): Promise<void> {
    this.#isLost = true
    await this.#worker.terminate()
  }

  /**
   * Sends the order and waits for the end of it. A thread that does not end a search in time is
   * ended itself, and lost.
   *
   * @throws {Error} when the thread fails; it is lost then
   */
  async ask(order: Order, asking: Asking): Promise<Outcome> {
    // Without this, a process that waits for nothing but the answer would end.
    this.#worker.ref()
    try {
      const outcome = await answered(this.#worker, order, this.#stop, asking)
      if (outcome.kind === 'ended') await this.end()
      return outcome
    } catch (error) {
      // What memory holds after a failure is not to be built upon.
      await this.end()
      throw error
    } finally {
      this.#worker.unref()
      Atomics.store(this.#stop, 0, 0)
    }
  }
}

/** Threads without work, each ended after a moment. */
export class IdleThreads {
  readonly #idle = new Map<HighsThread, NodeJS.Timeout>()

  take(): HighsThread {
    for (const [thread, timer] of this.#idle) {
      clearTimeout(timer)
      this.#idle.delete(thread)
      if (!thread.isLost) return thread
    }
    return new HighsThread()
  }

  give(thread: HighsThread): void {
    if (thread.isLost) return
    const end = () => {
      this.#idle.delete(thread)
      void thread.end()
    }
    this.#idle.set(thread, setTimeout(end, IDLE_MS).unref())
  }
}

function answered(worker: Worker, order: Order, stop: Int32Array, asking: Asking) {
  const { signal, told } = asking
  return new Promise<Outcome>((resolve, reject) => {
    let last = NOTHING_TOLD
    let timer = timerAfter(endOfPatience(order.question.seconds), force)
    function done(): void {
      clearTimeout(timer)
      signal?.removeEventListener('abort', aborted)
      worker.off('message', received).off('error', failed).off('exit', ended)
    }
    function force(): void {
      done()
      resolve({ kind: 'ended', told: last })
    }
    function aborted(): void {
      Atomics.store(stop, 0, 1)
      clearTimeout(timer)
      timer = timerAfter(PATIENCE_MS, force)
    }
    function failed(error: Error): void {
      done()
      reject(new SolverFailure(error.message, { cause: error }))
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
    worker.on('message', received).on('error', failed).on('exit', ended)
    signal?.addEventListener('abort', aborted, { once: true })
    worker.postMessage(order)
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
