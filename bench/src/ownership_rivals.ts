/**
 * Who is asked the same question about owners: Holdfast, DuckDB's recursive SQL, and a plain
 * program over networkx. The rivals are optional: `--install-rivals` fetches them from the registry
 * of Python into a folder outside the repository.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'
import { type Missing, runCommand } from './faulttree_process.ts'
import { ROOT } from './process.ts'

const DUCKDB = '2.0.1'
const NETWORKX = '3.6.1'
const NUMPY = '2.4.6'
const SCRIPTS = path.join(ROOT, 'bench/rivals')
const OURS = path.join(ROOT, 'bench/dist/ownership_process.js')
const REGISTRIES = path.join(ROOT, 'bench/dist/ownership_registry.js')

/** What a process says of its work. */
export interface Figures {
  readonly seconds: number
  /** Bringing the stakes into memory; of Holdfast from its columns, of the rivals from CSV. */
  readonly loadSeconds?: number
  /** Of Holdfast: two counting sorts of the columns. */
  readonly sortSeconds?: number
  readonly peakBytes: number | null
  readonly millis?: readonly number[]
  /** Of Holdfast: parties with no, unknown, yes. */
  readonly counts?: readonly number[]
  readonly version?: string
}

export interface Engine {
  readonly name: string
  readonly isIndexed?: boolean
  /** Answers a question about a graph into a file. */
  readonly command: (question: Question, folder: string, into: string) => readonly string[]
}

/** Exact shares; both ends of imprecise ones; everyone above a party. */
export type Question = 'exact' | 'ends' | 'chains'

export const HOLDFAST: Engine = {
  name: 'Holdfast',
  command: (question, folder, into) => {
    const words =
      question === 'chains' ? ['chains', folder, into] : ['cascade', folder, 'ofac-50', into]
    return [process.execPath, OURS, ...words]
  },
}

/** Another rule over the same stakes, which no rival is asked. */
export const EO_14203_ONLY: Engine = {
  name: 'Holdfast',
  command: (_, folder, into) => [process.execPath, OURS, 'cascade', folder, 'eo-14203', into],
}

/** Walks from owner to owner in `owners.registry` of the graph's folder; for chains only. */
export const REGISTRY: Engine = {
  name: 'Holdfast, registry',
  command: (_, folder, into) => {
    const file = path.join(folder, 'owners.registry')
    return [process.execPath, REGISTRIES, 'walk', file, folder, into]
  },
}

/** The rivals that are installed in the folder; the first is the best of DuckDB. */
export function ownershipRivals(folder: string): Engine[] {
  const python = path.join(folder, 'owners/bin/python')
  if (!existsSync(python)) return []
  const duckdb = (name: string, method: string, threads: string): Engine => ({
    name: `DuckDB, ${name}`,
    command: (question, graph, into) => {
      const words = question === 'chains' ? 'chains' : `${method}-${question}`
      return [python, path.join(SCRIPTS, 'ownership_duckdb.py'), words, graph, threads, into]
    },
  })
  const networkx: Engine = {
    name: 'networkx',
    isIndexed: true,
    command: (question, graph, into) => {
      return [python, path.join(SCRIPTS, 'ownership_networkx.py'), question, graph, '1', into]
    },
  }
  return [
    duckdb('one query', 'keyed', '1'),
    duckdb('one query, all cores', 'keyed', '0'),
    duckdb('rounds', 'rounds', '1'),
    networkx,
  ]
}

/** Fetches the rivals through the ordinary client of their registry. */
export function installOwnershipRivals(folder: string): void {
  mkdirSync(folder, { recursive: true })
  const run = (command: string, words: readonly string[]): void => {
    execFileSync(command, words, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })
  }
  run('python3', ['-m', 'venv', 'owners'])
  const wanted = [`duckdb==${DUCKDB}`, `networkx==${NETWORKX}`, `numpy==${NUMPY}`]
  run('owners/bin/pip', ['install', '--quiet', ...wanted])
}

/** Lets an engine work in a process of its own, until it is late. */
export async function askEngine(
  engine: Engine,
  question: Question,
  folder: string,
  into: string,
  secondsMax: number,
): Promise<Figures | Missing> {
  return figuresOf(engine.command(question, folder, into), secondsMax, `${into}.account`)
}

/** Runs a step of `ownership_process.ts`. */
export async function runStep(words: readonly string[], scratch: string): Promise<Figures> {
  return stepOf([process.execPath, OURS, ...words], scratch)
}

/** Runs a step of `ownership_registry.ts`. */
export async function runRegistry(words: readonly string[], scratch: string): Promise<Figures> {
  return stepOf([process.execPath, REGISTRIES, ...words], scratch)
}

async function stepOf(command: readonly string[], scratch: string): Promise<Figures> {
  const figures = await figuresOf(command, 600, path.join(scratch, 'account'))
  if (typeof figures === 'string') throw new Error(`${command.join(' ')}: ${figures}`)
  return figures
}

async function figuresOf(
  command: readonly string[],
  secondsMax: number,
  account: string,
): Promise<Figures | Missing> {
  const run = await runCommand(command, secondsMax, account)
  return typeof run === 'string' ? run : (JSON.parse(run.output) as Figures)
}
