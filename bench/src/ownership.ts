/**
 * `npm run bench:ownership`: the 50 percent rule over invented graphs of up to ten million stakes,
 * and everyone above one party, beside DuckDB's recursive SQL and networkx.
 *
 * Options: `--sizes 10000,100000` in stakes (up to ten million), `--entities N` of the registry
 * (3,000,000), `--runs N` (3), `--seed N`, `--only exact,ends,hard,chains,registry`,
 * `--seconds-max N` (60) for one run, `--rivals FOLDER` where they are, `--install-rivals` fetches
 * them there, `--write` puts the answer in `bench/OWNERSHIP.md`. Without rivals Holdfast is
 * measured alone. The exit code is 1 when an answer differs from Holdfast's.
 */
import { readFileSync, statSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { explained, type HardCase } from './ownership_document.ts'
import type { ChainPart, ChainRow, RegistryPart } from './ownership_parties.ts'
import { disagreements, type Race, raceOwners, secondsText } from './ownership_race.ts'
import {
  askEngine,
  type Engine,
  EO_14203_ONLY,
  type Figures,
  HOLDFAST,
  installOwnershipRivals,
  ownershipRivals,
  REGISTRY,
  runRegistry,
  runStep,
} from './ownership_rivals.ts'
import { ROOT } from './process.ts'
import { middleOf } from './table.ts'

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000,10000000' },
    runs: { type: 'string', default: '3' },
    // 31 CFR 587.406
    seed: { type: 'string', default: '587406' },
    rivals: { type: 'string', default: path.join(tmpdir(), 'holdfast-rivals') },
    'install-rivals': { type: 'boolean', default: false },
    only: { type: 'string', default: 'exact,ends,hard,chains,registry' },
    entities: { type: 'string', default: '3000000' },
    'seconds-max': { type: 'string', default: '60' },
    write: { type: 'boolean', default: false },
  },
})
const SIZES = options.sizes.split(',').map(Number)
const RUNS = Math.max(1, Number(options.runs))
const SEED = Number(options.seed)
const SECONDS_MAX = Number(options['seconds-max'])
/** Of the parties that nobody owns, so many are listed. */
const LISTED = 0.05
/** Of the stakes, so many are not known exactly. */
const IMPRECISE = 0.3
/** The chains are asked for over the largest size up to this. */
const CHAIN_STAKES_MAX = 100_000
const ASKED = 1_000
/** Engines that were late, and are not asked again. */
const late = new Set<string>()
/** About what GLEIF has. */
const GLEIF = { entities: Number(options.entities), relations: Number(options.entities) / 5 }

const isAsked = (part: string): boolean => options.only.split(',').includes(part)

interface Made {
  readonly folder: string
  readonly parties: number
}

async function makeGraph(
  scratch: string,
  stakes: number,
  listed: number,
  imprecise: number,
): Promise<Made> {
  const folder = path.join(scratch, `graph-${stakes}-${listed}-${imprecise}`)
  await mkdir(folder)
  const words = [stakes, listed, imprecise, SEED].map(String)
  await runStep(['make', folder, ...words], scratch)
  const head = JSON.parse(readFileSync(path.join(folder, 'graph.json'), 'utf8')) as Made
  return { folder, parties: head.parties }
}

/** One race for each size; an engine that was late at one is not asked at a larger one. */
async function measureRaces(
  question: 'exact' | 'ends',
  rivals: readonly Engine[],
  scratch: string,
): Promise<Race[]> {
  const races: Race[] = []
  for (const stakes of SIZES) {
    console.error(`${question}: ${stakes} stakes`)
    const imprecise = question === 'ends' ? IMPRECISE : 0
    const { folder, parties } = await makeGraph(scratch, stakes, LISTED, imprecise)
    const engines = [HOLDFAST, ...rivals].filter(({ name }) => !late.has(name))
    const entrants = await raceOwners(engines, question, folder, RUNS, SECONDS_MAX)
    races.push({ stakes, parties, entrants })
    for (const { name, runs } of entrants) if (typeof runs === 'string') late.add(name)
    await rm(folder, { recursive: true })
  }
  return races
}

/** At the largest size: Holdfast beside the best of DuckDB where nearly everyone is reached. */
async function measureHard(rivals: readonly Engine[], scratch: string): Promise<HardCase[]> {
  const stakes = Math.max(...SIZES)
  const cases: HardCase[] = []
  for (const question of ['exact', 'ends'] as const) {
    console.error(`hardest, ${question}: ${stakes} stakes`)
    const { folder } = await makeGraph(scratch, stakes, 1, question === 'ends' ? IMPRECISE : 0)
    const what = `OFAC, all listed, ${question === 'ends' ? 'imprecise' : 'exact'} shares`
    const [ours] = await raceOwners([HOLDFAST], question, folder, RUNS, SECONDS_MAX)
    // One run tells enough of what takes a minute.
    const both = [HOLDFAST, ...rivals.slice(0, 1)]
    const [, ...theirs] = await raceOwners(both, question, folder, 1, SECONDS_MAX)
    cases.push({ what, stakes, engine: 'Holdfast', runs: ours!.runs, agrees: null })
    for (const { name: engine, runs, agrees } of theirs) {
      cases.push({ what, stakes, engine, runs, agrees })
    }
    await rm(folder, { recursive: true })
  }
  console.error(`EO 14203: ${stakes} stakes`)
  const { folder } = await makeGraph(scratch, stakes, LISTED, IMPRECISE)
  const [ours] = await raceOwners([EO_14203_ONLY], 'ends', folder, RUNS, 2 * SECONDS_MAX)
  const what = 'EO 14203, imprecise shares'
  cases.push({ what, stakes, engine: 'Holdfast', runs: ours!.runs, agrees: null })
  await rm(folder, { recursive: true })
  return cases
}

async function measureChains(rivals: readonly Engine[], scratch: string): Promise<ChainPart> {
  const fitting = SIZES.filter((size) => size <= CHAIN_STAKES_MAX)
  const stakes = Math.max(...(fitting.length === 0 ? [CHAIN_STAKES_MAX] : fitting))
  console.error(`chains: ${stakes} stakes`)
  const { folder } = await makeGraph(scratch, stakes, LISTED, 0)
  const registry = path.join(folder, 'owners.registry')
  await runStep(['ask', folder, String(ASKED), String(SEED)], scratch)
  await runStep(['plain', folder, path.join(folder, 'owners.csv')], scratch)
  const compiled = await runRegistry(
    ['compile', path.join(folder, 'owners.csv'), registry],
    scratch,
  )
  const table = { ...HOLDFAST, name: 'Holdfast, table' }
  const engines: readonly [Engine, (figures: Figures) => string][] = [
    [table, ({ seconds }) => `sorting ${secondsText(seconds)}`],
    [
      REGISTRY,
      ({ seconds }) => {
        return `compiling ${secondsText(compiled.seconds)}, opening ${secondsText(seconds)}`
      },
    ],
    ...rivals.slice(0, 1).map((rival): [Engine, (figures: Figures) => string] => {
      return [rival, ({ seconds }) => `indexing ${secondsText(seconds)}`]
    }),
  ]
  const rows: ChainRow[] = []
  const into = (engine: Engine): string => path.join(folder, `chains-${engine.name}`)
  for (const [engine, before] of engines) {
    const figures = await askEngine(engine, 'chains', folder, into(engine), SECONDS_MAX)
    if (typeof figures === 'string') {
      rows.push({ engine: engine.name, before: figures, millis: [], agrees: true })
      continue
    }
    const agrees = readFileSync(into(engine)).equals(readFileSync(into(table)))
    rows.push({ engine: engine.name, before: before(figures), millis: figures.millis!, agrees })
  }
  const found = JSON.parse(readFileSync(into(table), 'utf8')) as readonly number[][]
  const sizes = found.map((parties) => parties.length - 1)
  await rm(folder, { recursive: true })
  const above = { median: middleOf(sizes), most: Math.max(...sizes) }
  return { stakes, asked: ASKED, above, rows }
}

/** Compiled once, then opened and asked: what GLEIF's size costs. */
async function measureRegistry(scratch: string): Promise<RegistryPart> {
  const { entities, relations } = GLEIF
  console.error(`registry: ${entities} entities`)
  const folder = path.join(scratch, 'gleif')
  const file = path.join(scratch, 'gleif.registry')
  await mkdir(folder)
  await runRegistry(['gleif', folder, String(entities), String(relations), String(SEED)], scratch)
  const compiled: Figures[] = []
  const asked: Figures[] = []
  for (let run = 0; run < Math.min(2, RUNS); run += 1) {
    compiled.push(await runRegistry(['compile', folder, file], scratch))
    const words = ['ask', file, String(entities), String(ASKED), String(SEED + run)]
    asked.push(await runRegistry(words, scratch))
  }
  const fileBytes = statSync(file).size
  await rm(folder, { recursive: true })
  return { entities, relations, fileBytes, compiled, asked }
}

async function machine(rivals: readonly Engine[], scratch: string): Promise<string> {
  const all = cpus()
  const processor = all[0]?.model.trim() ?? 'unknown processor'
  const day = new Date().toISOString().slice(0, 10)
  const load = `load ${loadavg()[0]!.toFixed(1)} before`
  const parts = [`${all.length} cores`, processor, load, `Node ${process.version}`]
  if (rivals.length > 0) {
    const { folder } = await makeGraph(scratch, 1_000, LISTED, 0)
    for (const rival of [rivals[0]!, rivals.at(-1)!]) {
      const figures = await askEngine(rival, 'exact', folder, path.join(folder, 'x'), SECONDS_MAX)
      const version = typeof figures === 'string' ? figures : figures.version
      parts.push(`${rival.name.split(',')[0]} ${version}`)
    }
    await rm(folder, { recursive: true })
  }
  return `${parts.join(', ')}; ${day}`
}

async function main(): Promise<void> {
  if (options['install-rivals']) installOwnershipRivals(options.rivals)
  const rivals = ownershipRivals(options.rivals)
  if (rivals.length === 0) console.error('No rivals are installed: Holdfast is measured alone.')
  const scratch = await mkdtemp(path.join(tmpdir(), 'holdfast-owners-'))
  try {
    const told = await machine(rivals, scratch)
    const exact = isAsked('exact') ? await measureRaces('exact', rivals, scratch) : []
    const ends = isAsked('ends') ? await measureRaces('ends', rivals, scratch) : []
    const hard = isAsked('hard') ? await measureHard(rivals, scratch) : []
    const chains = isAsked('chains') ? await measureChains(rivals, scratch) : null
    const registry = isAsked('registry') ? await measureRegistry(scratch) : null
    const others = [...hard, ...(chains?.rows ?? [])].filter(({ agrees }) => agrees === false)
    const wrong = [
      ...disagreements('exact shares', exact),
      ...disagreements('imprecise shares', ends),
      ...others.map(({ engine }) => `${engine} answers otherwise`),
    ]
    const text = explained({
      runs: RUNS,
      seed: SEED,
      machine: told,
      secondsMax: SECONDS_MAX,
      listedShare: LISTED,
      imprecise: IMPRECISE,
      exact,
      ends,
      hard,
      chains,
      registry,
      wrong,
    })
    console.log(text)
    if (options.write) await writeFile(path.join(ROOT, 'bench', 'OWNERSHIP.md'), text)
    if (wrong.length > 0) process.exitCode = 1
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

await main()
