/**
 * `npm run bench:faulttree`: the fault tree engine beside SCRAM on the Aralia models, and what it
 * costs in an assessment.
 *
 * Options: `--models FOLDER` with models in the Open-PSA format, `--only A,B` for some of them,
 * `--runs N` (5), `--without-product`, `--install-scram` (by apt-get, as root), `--write` puts the
 * answer in `bench/FAULTTREE.md`. Without SCRAM the engine is measured alone. The exit code is 1
 * when an answer was wrong.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { cpus, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { explained, type Parts } from './faulttree_document.ts'
import type { EngineShare } from './faulttree_product.ts'
import {
  answered,
  ENGINE_SECONDS_MIN,
  engineMiddle,
  geometricMean,
  isLong,
  type Model,
  type Raced,
  type Runs,
  race,
  raceTable,
  ratiosOf,
  spread,
  wrongAnswers,
} from './faulttree_race.ts'
import { holdfast, scram, scramVersion, sixDigits } from './faulttree_solvers.ts'
import { generateDossier, sizeOf } from './generate.ts'
import { ROOT, runNode } from './process.ts'
import { middleOf, tableOf } from './table.ts'

const ARALIA = path.join(ROOT, 'packages/faulttree/test/aralia')
/** What SCRAM took to count, measured once on a machine of the same kind. */
const COUNTED = path.join(ROOT, '../shared/data/faulttree/scram-results.tsv')
const SEED = 14203

const TARGETS = {
  engineMean: 0.5,
  engineWorst: 3,
  wallMean: 1.1,
  productSeconds: 2,
  boundsSeconds: 60,
  boundsBytes: 4 * 1024 ** 3,
}

const { values: options } = parseArgs({
  options: {
    models: { type: 'string', default: path.join(ARALIA, 'fixtures') },
    only: { type: 'string' },
    runs: { type: 'string', default: '5' },
    'without-product': { type: 'boolean', default: false },
    'install-scram': { type: 'boolean', default: false },
    write: { type: 'boolean', default: false },
  },
})
const RUNS = Math.max(1, Number(options.runs))

/** The rows of a table, each by the heading of its columns. */
function rowsOf(file: string): Map<string, string>[] {
  const [heading, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n')
  const keys = heading!.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return new Map(keys.map((key, i) => [key, cells[i] ?? '']))
  })
}

function models(): Model[] {
  const rows = rowsOf(path.join(ARALIA, 'reference.tsv'))
  const asked = options.only?.split(',')
  const names = readdirSync(options.models).flatMap((file) => /^(.*)\.xml$/.exec(file)?.[1] ?? [])
  const known = (name: string, key: string): string | null => {
    const found = rows.find((row) => row.get('model') === name)?.get(key) ?? 'unknown'
    return found === 'unknown' ? null : found
  }
  return names
    .filter((name) => asked === undefined || asked.includes(name))
    .map((name) => {
      const probability = known(name, 'probability')
      return {
        name,
        file: path.resolve(options.models, `${name}.xml`),
        probability: probability === null ? null : sixDigits(Number(probability)),
        cutSets: known(name, 'cut-sets'),
      }
    })
}

interface Target {
  readonly name: string
  readonly found: number
  readonly most: number
  readonly unit: string
}

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ name, found, most, unit }) => {
    const verdict = found <= most ? 'met' : '**missed**'
    return [name, `${found.toFixed(2)}${unit}`, `${most}${unit}`, verdict]
  })
  return tableOf(['target', 'found', 'at most', ''], rows)
}

function raceTargets(all: readonly Raced[]): Target[] {
  const long = all.filter(isLong).flatMap((one) => ratiosOf(one)?.engine ?? [])
  const wall = all.flatMap((one) => ratiosOf(one)?.wall ?? [])
  const means = (name: string, ratios: readonly number[], most: number): Target[] => {
    if (ratios.length === 0) return []
    return [
      { name: `${name}, ${ratios.length} models`, found: geometricMean(ratios), most, unit: '' },
    ]
  }
  const worst = long.length === 0 ? [] : [Math.max(...long)]
  return [
    ...means('engine by SCRAM’s where that takes > 50 ms, mean', long, TARGETS.engineMean),
    ...worst.map((found) => {
      return { name: 'the same, the worst', found, most: TARGETS.engineWorst, unit: '' }
    }),
    ...means('process by SCRAM’s, mean', wall, TARGETS.wallMean),
  ]
}

/** Counting beside what SCRAM took to count. */
function countTable(counted: readonly (readonly [Model, Runs])[]): string {
  const rows = existsSync(COUNTED) ? rowsOf(COUNTED) : []
  const theirs = (name: string): string | undefined => {
    const row = rows.find((one) => one.get('model') === name && one.get('option') === 'bdd-mcs')
    return row?.get('status') === 'ok' ? row.get('scram_internal_times') : row?.get('status')
  }
  const ratios: number[] = []
  const lines = counted.map(([model, runs]) => {
    const rival = theirs(model.name) ?? 'not measured'
    const seconds = answered(runs).map((run) => run.engineSeconds)
    const ratio = seconds.length === 0 ? Number.NaN : middleOf(seconds) / Number(rival)
    if (Number(rival) > ENGINE_SECONDS_MIN && Number.isFinite(ratio)) ratios.push(ratio)
    const figure = Number.isFinite(ratio) ? ratio.toFixed(2) : '–'
    const theirTime = Number.isFinite(Number(rival)) ? spreadOfOne(Number(rival)) : rival
    const ours = typeof runs === 'string' ? runs : spread(seconds)
    return [model.name, model.cutSets ?? '?', theirTime, ours, figure]
  })
  const mean = ratios.length === 0 ? '' : `\n\n${meanText(ratios)}`
  return tableOf(['model', 'cut sets', 'SCRAM', 'Holdfast', 'ratio'], lines) + mean
}

function spreadOfOne(seconds: number): string {
  return spread([seconds]).split(' (')[0]!
}

function meanText(ratios: readonly number[]): string {
  const figures = [geometricMean(ratios), Math.max(...ratios)].map((one) => one.toFixed(2))
  const where = `Where SCRAM took more than 50 ms (${ratios.length} models)`
  return `${where}: geometric mean ${figures[0]}, worst ${figures[1]}.`
}

function megabytes(runs: Runs): string {
  const peaks = answered(runs).flatMap((run) => run.peakBytes ?? [])
  return peaks.length === 0 ? '–' : (Math.max(...peaks) / 1024 ** 2).toFixed(0)
}

function memoryTable(all: readonly Raced[], counted: readonly (readonly [Model, Runs])[]): string {
  const rows = all.map(({ model, rival, ours }) => {
    const count = counted.find(([one]) => one === model)?.[1] ?? []
    return [model.name, megabytes(rival), megabytes(ours), megabytes(count)]
  })
  return tableOf(['peak memory, MB', 'SCRAM', 'Holdfast', 'Holdfast, sets too'], rows)
}

/** A model that nobody has solved: how narrow an interval, in what time and memory. */
async function boundsOf(model: Model, folder: string): Promise<[text: string, targets: Target[]]> {
  // The rest of the minute is for starting, reading and writing.
  const limits = ['--only', 'probability', '--seconds', '55']
  const one = await holdfast(folder, limits)(model.file)
  const { name } = model
  if (typeof one === 'string') return [`${name}: ${one}.`, []]
  const [low, high] = one.interval ?? [0, 1]
  const ends = [low, high].map((end) => end.toPrecision(6)).join(' to ')
  const width = (100 * (high / low - 1)).toFixed(2)
  const text = `${name}: ${ends}, the upper end ${width} % above the lower.`
  const seconds = { found: one.wallSeconds, most: TARGETS.boundsSeconds, unit: ' s' }
  const targets: Target[] = [{ name: `bounds of ${name}: process`, ...seconds }]
  if (one.peakBytes !== null) {
    const gigabyte = 1024 ** 3
    const memory = { found: one.peakBytes / gigabyte, most: TARGETS.boundsBytes / gigabyte }
    targets.push({ name: `bounds of ${name}: memory`, ...memory, unit: ' GB' })
  }
  return [text, targets]
}

/** The share of the engine in an assessment. */
async function product(folder: string): Promise<[table: string, target: Target]> {
  const large = { ...sizeOf(36), services: 5_000, functions: 200, scenarios: 1 }
  const sizes = [
    ['5,000 services, 200 functions, one scenario', large],
    ['the same, 5 scenarios', { ...large, scenarios: sizeOf(1).scenarios }],
    ['ten times the example, 5 scenarios', { ...sizeOf(10), scenarios: sizeOf(1).scenarios }],
  ] as const
  const rows: string[][] = []
  const middles: number[] = []
  for (const [i, [name, size]] of sizes.entries()) {
    const dossier = path.join(folder, `dossier-${i}`)
    await mkdir(dossier)
    for (const { name: file, text } of generateDossier(size, SEED)) {
      await writeFile(path.join(dossier, file), text)
    }
    const found: EngineShare[] = []
    for (let run = 0; run < RUNS; run += 1) {
      const script = path.join(ROOT, 'bench/dist/faulttree_product.js')
      found.push(JSON.parse((await runNode([script, dossier])).output) as EngineShare)
    }
    const engine = found.map((one) => one.engineSeconds)
    middles.push(middleOf(engine))
    rows.push([
      name,
      String(found[0]!.calls),
      spread(engine),
      spread(found.map((one) => one.seconds)),
    ])
  }
  const heading = ['invented institution', 'questions', 'in the engine', 'whole assessment']
  const most = TARGETS.productSeconds
  const target = { name: 'engine, 5,000 services', found: middles[0]!, most, unit: ' s' }
  return [tableOf(heading, rows), target]
}

function machine(version: string | null): string {
  const all = cpus()
  const rival = version ?? 'SCRAM is not there: `apt-get install scram`, or `--install-scram`'
  const processor = all[0]?.model.trim() ?? 'unknown processor'
  const day = new Date().toISOString().slice(0, 10)
  return `${all.length} cores, ${processor}, Node ${process.version}, ${rival}; ${day}`
}

async function measure(folder: string): Promise<[text: string, wrong: string[]]> {
  const version = scramVersion(options['install-scram'])
  const rival = version === null ? null : scram(folder)
  const all: Raced[] = []
  const counted: [Model, Runs][] = []
  const open: Model[] = []
  const wrong: string[] = []
  for (const model of models()) {
    console.error(model.name)
    if (model.probability === null) {
      open.push(model)
      const [theirs] = await race(model, [rival], 1)
      all.push({ model, rival: theirs!, ours: [] })
      continue
    }
    const probability = holdfast(folder, ['--only', 'probability'])
    const [theirs, ours] = await race(model, [rival, probability], RUNS)
    const [count] = await race(model, [holdfast(folder, [])], RUNS)
    const raced = { model, rival: theirs!, ours: ours! }
    all.push(raced)
    counted.push([model, count!])
    wrong.push(...wrongAnswers(raced, count!))
  }
  const bounds: [string, Target[]][] = []
  for (const model of open) bounds.push(await boundsOf(model, folder))
  const share = options['without-product'] ? null : await product(folder)
  const targets = [
    ...raceTargets(all),
    ...bounds.flatMap(([, found]) => found),
    ...(share === null ? [] : [share[1]]),
  ]
  const large = all.filter(({ ours }) => {
    const runs = answered(ours)
    return runs.length > 0 && engineMiddle(runs) > 1
  })
  const parts: Parts = {
    runs: RUNS,
    seed: SEED,
    machine: machine(version),
    wrong,
    targets: targetTable(targets),
    race: raceTable(all),
    count: countTable(counted),
    memory: memoryTable(large, counted),
    bounds: bounds.map(([text]) => text).join('\n'),
    product: share === null ? 'Not measured.' : share[0],
  }
  return [explained(parts), wrong]
}

async function main(): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'holdfast-bench-'))
  try {
    const [text, wrong] = await measure(folder)
    console.log(text)
    if (options.write) await writeFile(path.join(ROOT, 'bench', 'FAULTTREE.md'), text)
    process.exitCode = wrong.length === 0 ? 0 : 1
  } finally {
    await rm(folder, { recursive: true })
  }
}

await main()
