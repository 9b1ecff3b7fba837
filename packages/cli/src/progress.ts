/** A line on the error stream that is written over while something lasts. */
import type { PlanProgress, UpdateEvent } from '@holdfast/holdfast'
import { renderPlanProgress, renderProgress, type TerminalOptions } from '@holdfast/report'
import type { Terminal } from './terminal.ts'

/** More often than this nobody can read it. */
const PAUSE_MS = 100

/** What lasts: a fetch, or the search for a plan. */
type Lasting = UpdateEvent | PlanProgress

export interface ProgressLine {
  show(event: Lasting): void
  /** Takes the line away, before anything else is written. */
  clear(): void
}

/**
 * The line on a terminal; nothing where the error stream is none, so that a log holds no half
 * lines. Whoever asks for no colours gets none, but still the line.
 */
export function progressLine(
  terminal: Pick<Terminal, 'errorColour' | 'locale'>,
  stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns' | 'write'> = process.stderr,
  now: () => number = Date.now,
): ProgressLine {
  const isShown = stream.isTTY === true && process.env.TERM !== 'dumb'
  let [shownAt, phase, isThere] = [0, '', false]
  return {
    show(event) {
      if (!isShown) return
      const isDue = now() - shownAt >= PAUSE_MS || phaseOf(event) !== phase
      if (!isDue) return
      shownAt = now()
      phase = phaseOf(event)
      // The last column stays free: some terminals break the line when it is written.
      const width = (stream.columns || 80) - 1
      const line = render(event, {
        width,
        colour: terminal.errorColour,
        locale: terminal.locale,
      })
      if (line === '') return
      // Written over and only then cut, in one piece: it does not flicker.
      stream.write(`\r${line}\x1b[K`)
      isThere = true
    },
    clear() {
      if (isThere) stream.write('\r\x1b[K')
      isThere = false
    },
  }
}

/** A new one is shown at once. */
function phaseOf(event: Lasting): string {
  return event.kind === 'plan' ? event.step : event.kind
}

function render(event: Lasting, options: TerminalOptions): string {
  return event.kind === 'plan' ? renderPlanProgress(event, options) : renderProgress(event, options)
}
