/** The two that solve the same files: `holdfast faulttree solve`, and SCRAM. */
import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { type Missing, type Run, runCommand } from './faulttree_process.ts'

/** One run; `engineSeconds` leaves out the start of the process and the reading of the file. */
export interface Solved extends Run {
  readonly engineSeconds: number
  /** With six digits; null where there is only an interval. */
  readonly probability: string | null
  readonly interval: readonly [number, number] | null
  readonly cutSets: string | null
}

export type Solve = (model: string) => Promise<Solved | Missing>

/** A run that does not end by itself until then is ended. */
export const SECONDS_MAX = 70

/** The digits in which probabilities are compared; SCRAM prints no more. */
export function sixDigits(probability: number): string {
  return probability.toExponential(5)
}

interface Top {
  readonly probability: number | null
  readonly interval: readonly [number, number] | null
  readonly cutSets: string | null
  readonly seconds: number
  readonly cutSetSeconds: number
}

export function holdfast(folder: string, options: readonly string[]): Solve {
  const program = [process.execPath, 'packages/cli/bin/holdfast.js', 'faulttree', 'solve']
  return async (model) => {
    const command = [...program, model, '--json', ...options]
    const run = await runCommand(command, SECONDS_MAX, path.join(folder, 'account'))
    if (typeof run === 'string') return run
    const { top } = JSON.parse(run.output) as { readonly top: readonly Top[] }
    const { probability, interval, cutSets, seconds, cutSetSeconds } = top[0]!
    const engineSeconds = seconds + cutSetSeconds
    const digits = probability === null ? null : sixDigits(probability)
    return { ...run, engineSeconds, probability: digits, interval, cutSets }
  }
}

/** The probability by SCRAM's BDD; it lists no cut set beyond order 1, which costs it nothing. */
export function scram(folder: string): Solve {
  const report = path.join(folder, 'report.xml')
  return async (model) => {
    const command = ['scram', '--bdd', '-l', '1', '--probability', 'true', model, '-o', report]
    const run = await runCommand(command, SECONDS_MAX, path.join(folder, 'account'))
    if (typeof run === 'string') return run
    const text = await readFile(report, 'utf8')
    const times = ['products', 'probability'].map((name) => {
      return Number(new RegExp(`<${name}>([^<]*)</${name}>`).exec(text)?.[1])
    })
    const probability = Number(/<sum-of-products[^>]* probability="([^"]*)"/.exec(text)?.[1])
    return {
      ...run,
      engineSeconds: times.reduce((sum, seconds) => sum + seconds, 0),
      probability: sixDigits(probability),
      interval: null,
      cutSets: null,
    }
  }
}

/** What SCRAM calls itself; null when it is not there. `isToBeInstalled`: by apt-get, as root. */
export function scramVersion(isToBeInstalled: boolean): string | null {
  try {
    return execFileSync('scram', ['--version'], { encoding: 'utf8' }).split(/ *[\n(]/)[0]!
  } catch {
    if (!isToBeInstalled || process.getuid?.() !== 0) return null
  }
  try {
    execFileSync('apt-get', ['install', '-y', 'scram'], { stdio: 'ignore' })
  } catch {
    return null
  }
  return scramVersion(false)
}
