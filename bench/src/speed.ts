/**
 * `npm run bench`: what an answer costs, as a cold process and by stages.
 *
 * Beside Holdfast stand two rivals in the same run: an empty Node, which is the floor, and the
 * `yaml` library that only parses the same files. `--write` puts the tables in `bench/RESULTS.md`.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateDossier, type Size, sizeOf } from './generate.ts'
import { type Cost, costOf, ROOT, runNode } from './process.ts'
import type { Stages } from './stages.ts'
import { middleOf, tableOf, timesText } from './table.ts'

const RUNS = 7
const SEED = 14203

interface Case {
  readonly name: string
  readonly program: string
  readonly words: readonly string[]
  /** Seconds of user time it should stay below. */
  readonly target: number | null
}

const CLI = `import('./packages/cli/bin/holdfast.js')`

const PARSE_ONLY = `
const { readdirSync, readFileSync } = require('node:fs')
const path = require('node:path')
import('yaml').then(({ parse }) => {
  const folder = process.argv[2]
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.yaml')) parse(readFileSync(path.join(folder, name), 'utf8'))
  }
})
`

interface Dossier {
  readonly name: string
  readonly folder: string
  readonly target: number | null
}

function casesOf(dossiers: readonly Dossier[]): Case[] {
  const floor = { name: 'an empty Node (floor)', program: '', words: [], target: null }
  const answers = dossiers.map(({ name, folder, target }) => ({
    name: `**holdfast assess**, ${name}`,
    program: CLI,
    words: ['assess', folder],
    target,
  }))
  const parsers = dossiers.map(({ name, folder }) => ({
    name: `\`yaml\` alone, ${name}`,
    program: PARSE_ONLY,
    words: [folder],
    target: null,
  }))
  return [floor, ...parsers, ...answers]
}

/** The cases take turns, so that a slow moment of the machine meets all of them. */
async function costs(cases: readonly Case[]): Promise<Cost[][]> {
  const found: Cost[][] = cases.map(() => [])
  for (let run = 0; run < RUNS; run += 1) {
    for (const [index, { program, words }] of cases.entries()) {
      found[index]?.push(await costOf(program, words))
    }
  }
  return found
}

async function costTable(dossiers: readonly Dossier[]): Promise<string> {
  const cases = casesOf(dossiers)
  const found = await costs(cases)
  const rows = cases.map(({ name, target }, index) => {
    const user = found[index]!.map(({ userSeconds }) => userSeconds)
    const wall = found[index]!.map(({ wallSeconds }) => wallSeconds)
    return [name, timesText(user), timesText(wall), targetText(target, middleOf(user))]
  })
  return tableOf(['cold process', 'user time, s', 'wall time, s', 'target, user time'], rows)
}

function targetText(target: number | null, seconds: number): string {
  if (target === null) return '–'
  return `< ${target} s: ${seconds < target ? 'met' : '**missed**'}`
}

async function stageTable(dossiers: readonly Dossier[]): Promise<string> {
  const script = fileURLToPath(new URL('./stages.js', import.meta.url))
  const rows: string[][] = []
  for (const { name, folder } of dossiers) {
    const found: Stages[] = []
    for (let run = 0; run < RUNS; run += 1) {
      found.push(JSON.parse((await runNode([script, folder])).output) as Stages)
    }
    const stages = ['read', 'assess', 'terminal', 'html'] as const
    rows.push([name, ...stages.map((stage) => timesText(found.map((one) => one[stage])))])
  }
  return tableOf(['wall time in one process, s', 'read', 'assess', 'terminal', 'HTML'], rows)
}

async function generated(folder: string, name: string, size: Size): Promise<string> {
  const where = path.join(folder, name)
  await mkdir(where)
  for (const file of generateDossier(size, SEED)) {
    await writeFile(path.join(where, file.name), file.text)
  }
  return where
}

async function dossiersIn(folder: string): Promise<Dossier[]> {
  const once = sizeOf(1)
  // As many scenarios as the example has: ten times the institution, asked the same questions.
  const ten = { ...sizeOf(10), scenarios: once.scenarios }
  return [
    { name: 'examples/tribunal', folder: 'examples/tribunal', target: 1 },
    {
      name: 'generated, as large as the example',
      folder: await generated(folder, 'once', once),
      target: null,
    },
    {
      name: 'generated, ten times the example',
      folder: await generated(folder, 'ten', ten),
      target: 3,
    },
  ]
}

function machine(): string {
  const all = cpus()
  const model = all[0]?.model.trim() ?? 'unknown processor'
  return `${all.length} cores, ${model}, Node ${process.version}`
}

function explained(tables: readonly string[]): string {
  return `# What an answer costs

Median of ${RUNS} runs, in brackets the fastest and the slowest. Machine: ${machine()}.
User time is that of all threads of the process. The stages are from processes of their own:
\`read\` is files, YAML and checks; \`assess\` holds the reading of the designation list.
Ten times the example: ten times its functions, services, parties, teams and measures, and as many
scenarios; generated from seed ${SEED}.

${tables.join('\n\n')}
`
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-bench-'))
  try {
    const dossiers = await dossiersIn(folder)
    const text = explained([await costTable(dossiers), await stageTable(dossiers)])
    console.log(text)
    if (process.argv.includes('--write')) {
      await writeFile(path.join(ROOT, 'bench', 'RESULTS.md'), text)
    }
  } finally {
    await rm(folder, { recursive: true })
  }
}

await main()
