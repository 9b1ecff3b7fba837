/**
 * Engines of others, beside which Holdfast is held. They are optional: `--install-rivals` fetches
 * them from the registries of Python and Go into a folder outside the repository.
 */
import { execFileSync, spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import type { ListEntry } from '@holdfast/lists'
import { ROOT } from './process.ts'

const NOMENKLATURA = '4.17.4'
const WATCHMAN = 'v0.55.0'
const SCRIPT = path.join(ROOT, 'bench/rivals/nomenklatura_score.py')
const PROGRAM = path.join(ROOT, 'bench/rivals/watchman/main.go')

/** A party as the rivals take it. */
export interface RivalEntity {
  /** In the words of FollowTheMoney. */
  readonly schema: string
  readonly names: readonly string[]
  /** Names of which the list warns. */
  readonly weak?: readonly string[]
  readonly births?: readonly string[]
}

export interface RivalTask {
  readonly pairs?: readonly (readonly [RivalEntity, RivalEntity])[]
  readonly index?: readonly RivalEntity[]
  /** `against`: places in `index`; watchman takes none as all and gives the highest score. */
  readonly queries?: readonly { readonly query: RivalEntity; readonly against: readonly number[] }[]
}

export interface RivalAnswer {
  readonly version: string
  /** One of each pair. */
  readonly scores: readonly number[] | null
  /** Of each query the score of each of `against`. */
  readonly rows: readonly (readonly number[])[] | null
  /** Of each query. */
  readonly millis: readonly number[] | null
}

export interface Rival {
  readonly name: string
  /** From which score on its makers call it a match; null where they name none. */
  readonly ownThreshold: number | null
  readonly command: readonly string[]
  /** Goes into the task. */
  readonly algorithm: string | null
}

/** The rivals that are installed in the folder. */
export function rivalsIn(folder: string): Rival[] {
  const python = path.join(folder, 'venv/bin/python')
  const watchman = path.join(folder, 'watchman-rival')
  const algorithms = ['logic-v2', 'logic-v1', 'name-based', 'ofac', 'er-unstable']
  const found: Rival[] = []
  if (existsSync(python)) {
    for (const algorithm of algorithms) {
      const command = [python, SCRIPT]
      const ownThreshold = algorithm === 'er-unstable' ? 0.5 : 0.7
      found.push({ name: `nomenklatura ${algorithm}`, ownThreshold, command, algorithm })
    }
  }
  if (existsSync(watchman)) {
    const command = [watchman]
    found.push({ name: 'watchman', ownThreshold: 0.75, command, algorithm: null })
  }
  return found
}

/** Fetches the rivals through the ordinary clients of their registries. */
export function installRivals(folder: string): void {
  const run = (command: string, words: readonly string[], cwd: string): string =>
    execFileSync(command, words, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  mkdirSync(path.join(folder, 'watchman'), { recursive: true })
  run('python3', ['-m', 'venv', 'venv'], folder)
  run('venv/bin/pip', ['install', '--quiet', `nomenklatura==${NOMENKLATURA}`], folder)
  const go = path.join(folder, 'watchman')
  const wanted = `github.com/moov-io/watchman@${WATCHMAN}`
  copyFileSync(PROGRAM, path.join(go, 'main.go'))
  if (!existsSync(path.join(go, 'go.mod'))) run('go', ['mod', 'init', 'rival'], go)
  run('go', ['mod', 'edit', `-require=${wanted}`], go)
  // The hashes that watchman itself states, for a place that reaches no checksum database.
  const { Dir } = JSON.parse(run('go', ['mod', 'download', '-json', wanted], go)) as { Dir: string }
  run('cp', ['--no-preserve=mode', path.join(Dir, 'go.sum'), 'go.sum'], go)
  run('go', ['build', '-mod=mod', '-o', '../watchman-rival', '.'], go)
}

/**
 * Lets a rival work on a task in a process of its own.
 *
 * @throws when the process fails
 */
export async function askRival(rival: Rival, task: RivalTask): Promise<RivalAnswer> {
  const [command, ...words] = rival.command
  const child = spawn(command!, words, { stdio: ['pipe', 'pipe', 'pipe'] })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8')
  })
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString('utf8')
  })
  child.stdin.end(JSON.stringify({ ...task, algorithm: rival.algorithm }))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  if (code !== 0) throw new Error(`${rival.name} ended with ${code}: ${complaint}`)
  return JSON.parse(output) as RivalAnswer
}

const SCHEMAS = {
  person: 'Person',
  entity: 'Organization',
  vessel: 'Vessel',
  aircraft: 'Airplane',
  asset: 'LegalEntity',
} as const

/** An entry as OpenSanctions states it: a month or years where the list states no day. */
export function rivalEntity(entry: ListEntry, withBirths: boolean): RivalEntity {
  const strong = entry.names.filter(({ quality }) => quality === 'strong')
  const weak = entry.names.filter(({ quality }) => quality === 'weak')
  const births = (entry.births ?? []).flatMap(({ from, to, precision }) => {
    if (precision === 'day') return [from]
    if (precision === 'month') return [from.slice(0, 7)]
    return [...new Set([from.slice(0, 4), to.slice(0, 4)])]
  })
  return {
    schema: SCHEMAS[entry.kind],
    names: strong.map(({ text }) => text),
    weak: weak.map(({ text }) => text),
    births: withBirths ? births : [],
  }
}
