/**
 * `npm run bench:plan`: the plan of the example and of invented dossiers of several sizes, beside
 * doing nothing and a greedy plan.
 *
 * Options: `--only tribunal,small,wanted,large`, `--runs N` (3), `--seed N`, `--gap SHARE` (0.01),
 * `--seconds-max N` (120) for one search, `--write` puts the answer in `bench/PLAN.md`. The exit
 * code is 1 when the engine, with a plan put into the dossier, finds another loss than the search.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { checkFolder } from '@holdfast/holdfast'
import { explained, type Planned } from './plan_document.ts'
import { generatePlanDossier, type PlanSize } from './plan_generate.ts'
import type { PlanFigures } from './plan_process.ts'
import { ROOT, runNode } from './process.ts'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', default: 'tribunal,small,wanted,large' },
    runs: { type: 'string', default: '3' },
    seed: { type: 'string', default: '1' },
    gap: { type: 'string', default: '0.01' },
    'seconds-max': { type: 'string', default: '120' },
    write: { type: 'boolean', default: false },
  },
})
const RUNS = Math.max(1, Number(options.runs))
const SEED = Number(options.seed)
const DIFFERENCE_MAX = 1e-6

interface Case {
  readonly key: string
  readonly name: string
  readonly size: PlanSize | null
  readonly target: number | null
}

const CASES: readonly Case[] = [
  { key: 'tribunal', name: '`examples/tribunal`', size: null, target: 5 },
  {
    key: 'small',
    name: '20 measures',
    size: { services: 170, functions: 8, measures: 20, scenarios: 8, teams: 3, periods: 18 },
    target: null,
  },
  {
    key: 'wanted',
    name: '60 measures',
    size: { services: 500, functions: 20, measures: 60, scenarios: 20, teams: 5, periods: 24 },
    target: 60,
  },
  {
    key: 'large',
    name: '120 measures',
    size: { services: 800, functions: 30, measures: 120, scenarios: 20, teams: 6, periods: 36 },
    target: null,
  },
]

async function folderOf({ key, size }: Case, scratch: string): Promise<string> {
  if (size === null) return path.join(ROOT, 'examples', key)
  const folder = path.join(scratch, key)
  await mkdir(folder)
  for (const { name, text } of generatePlanDossier(size, SEED)) {
    await writeFile(path.join(folder, name), text)
  }
  return folder
}

async function measured(one: Case, scratch: string): Promise<Planned> {
  const { name, target } = one
  const dossier = await folderOf(one, scratch)
  const checked = await checkFolder({ dossier, regimes: [], today: '2026-11-01' })
  const services = checked.ok ? `${checked.value.services}` : 'unknown'
  const script = fileURLToPath(new URL('./plan_process.js', import.meta.url))
  const runs: PlanFigures[] = []
  for (let run = 0; run < RUNS; run += 1) {
    console.error(`${name}: run ${run + 1}`)
    const words = [script, dossier, options.gap, options['seconds-max']]
    const figures = JSON.parse((await runNode(words)).output) as PlanFigures
    if (figures.status === undefined) {
      return { name, services, target, runs: figures.problems.join(', ') }
    }
    runs.push(figures)
  }
  return { name, services, target, runs }
}

function machine(): string {
  const all = cpus()
  const processor = all[0]?.model.trim() ?? 'unknown processor'
  const day = new Date().toISOString().slice(0, 10)
  const load = `load ${loadavg()[0]!.toFixed(1)} before`
  return `${all.length} cores, ${processor}, ${load}, Node ${process.version}; ${day}`
}

async function main(): Promise<void> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'holdfast-plans-'))
  try {
    const on = machine()
    const asked = options.only.split(',')
    const planned: Planned[] = []
    for (const one of CASES) {
      if (asked.includes(one.key)) planned.push(await measured(one, scratch))
    }
    const words = process.argv.slice(2).filter((word) => word !== '--write')
    const text = explained({
      runs: RUNS,
      seed: SEED,
      machine: on,
      command: ['npm run bench:plan', ...(words.length === 0 ? [] : ['--', ...words])].join(' '),
      secondsMax: Number(options['seconds-max']),
      gap: Number(options.gap),
      planned,
    })
    console.log(text)
    if (options.write) await writeFile(path.join(ROOT, 'bench', 'PLAN.md'), text)
    const differs = planned.some(
      ({ runs }) =>
        typeof runs !== 'string' &&
        runs.some(({ largestDifference }) => largestDifference > DIFFERENCE_MAX),
    )
    if (differs) process.exitCode = 1
  } finally {
    await rm(scratch, { recursive: true })
  }
}

await main()
