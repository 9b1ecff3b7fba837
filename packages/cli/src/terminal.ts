/** The terminal as the commands see it: where text goes, how wide it is, with colour or not. */

export interface Terminal {
  readonly width: number
  readonly colour: boolean
  readonly errorColour: boolean
  readonly locale: string
  /** The day of the clock in the machine's time zone, `YYYY-MM-DD`. */
  readonly today: string
  /** Text, or its bytes in UTF-8. */
  out(text: string | Uint8Array): Promise<void>
  error(text: string): void
}

const WIDTH_DEFAULT = 100
const WIDTH_MIN = 40
const WIDTH_MAX = 200

/**
 * The terminal of the process; `NO_COLOR`, `FORCE_COLOR` and `COLUMNS` are respected. A stream of
 * Node is made when it is first asked for, which takes a millisecond, so nothing is asked here.
 */
export function processTerminal(environment: NodeJS.ProcessEnv): Terminal {
  return {
    get width() {
      const columns = Number(environment.COLUMNS) || process.stdout.columns || WIDTH_DEFAULT
      return Math.min(WIDTH_MAX, Math.max(WIDTH_MIN, columns))
    },
    get colour() {
      return wantsColour(environment, process.stdout)
    },
    get errorColour() {
      return wantsColour(environment, process.stderr)
    },
    locale: 'en',
    get today() {
      const now = new Date()
      const two = (value: number): string => String(value).padStart(2, '0')
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
    },
    out: (text) =>
      new Promise((resolve) => {
        quiet(process.stdout).write(text, () => resolve())
      }),
    error: (text) => {
      quiet(process.stderr).write(text)
    },
  }
}

function wantsColour(environment: NodeJS.ProcessEnv, stream: NodeJS.WriteStream): boolean {
  if ((environment.NO_COLOR ?? '') !== '' || environment.TERM === 'dumb') return false
  if ((environment.FORCE_COLOR ?? '') !== '') return environment.FORCE_COLOR !== '0'
  return stream.isTTY === true
}

/** Whoever reads the output may have read enough: `holdfast … | head`. */
function quiet(stream: NodeJS.WriteStream): NodeJS.WriteStream {
  if (stream.listenerCount('error') === 0) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      process.exit(error.code === 'EPIPE' ? 0 : 2)
    })
  }
  return stream
}
