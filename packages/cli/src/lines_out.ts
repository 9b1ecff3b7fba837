/** Many lines of output, in memory for few of them at a time. */
import { writeSync } from 'node:fs'
import type { Terminal } from './terminal.ts'

/** So much is held before it is written. */
const HELD_CHARS = 262_144
/** How long to wait for a pipe that is full, in milliseconds. */
const WAIT_MS = 2

/**
 * Takes lines from work that cannot wait. A stream of Node would hold all of them until that work
 * ends, so whatever is more than a few goes straight to the file of the output, which is waited for
 * here; a small answer goes to the terminal as all others do.
 */
export class LinesOut {
  #held = ''

  add(line: string): void {
    this.#held += `${line}\n`
    if (this.#held.length < HELD_CHARS) return
    write(Buffer.from(this.#held))
    this.#held = ''
  }

  /** Writes what is left. */
  async end(terminal: Terminal): Promise<void> {
    if (this.#held !== '') await terminal.out(this.#held)
  }
}

function write(bytes: Uint8Array): void {
  let at = 0
  while (at < bytes.length) {
    try {
      at += writeSync(1, bytes, at)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : null
      // Whoever reads the output may have read enough: `holdfast … | head`.
      if (code === 'EPIPE') process.exit(0)
      if (code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAIT_MS)
    }
  }
}
