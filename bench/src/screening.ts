/**
 * `npm run bench:screening`: how well names are told apart, who is found, and how fast, beside
 * other engines.
 *
 * Options: `--shared FOLDER` with the shared data, `--pairs FILE` for other labelled pairs,
 * `--rivals FOLDER` where they are installed, `--install-rivals` fetches them there,
 * `--only pairs,recall,speed`, `--runs N` (3) of each measurement of speed, `--negatives N` for
 * Holdfast (50,000), `--write` puts the answer in `bench/SCREENING.md`. Without rivals Holdfast is
 * measured alone.
 */
import { writeFile } from 'node:fs/promises'
import { cpus, loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { chanceOf } from './chance.ts'
import { ROOT, runNode } from './process.ts'
import { jaroWinkler, levenshteinLikeness, plainName } from './screening_baselines.ts'
import { Retrieval } from './screening_candidates.ts'
import {
  type Pair,
  readCustomers,
  readNameLists,
  readPairs,
  readUnitedNations,
} from './screening_data.ts'
import {
  explained,
  type PairsPart,
  type Parts,
  type RivalSpeed,
  type SpeedPart,
} from './screening_document.ts'
import { holdfastFinds, holdfastScores, OWN_THRESHOLD } from './screening_engine.ts'
import type { Scored } from './screening_quality.ts'
import { positivesOf, type RecallRow, rivalFinds } from './screening_recall.ts'
import { askRival, installRivals, type Rival, rivalEntity, rivalsIn } from './screening_rivals.ts'
import { SEED, type SpeedMeasured } from './screening_speed_task.ts'

const { values: options } = parseArgs({
  options: {
    shared: { type: 'string', default: path.join(ROOT, '../shared') },
    pairs: { type: 'string' },
    rivals: { type: 'string', default: path.join(tmpdir(), 'holdfast-rivals') },
    'install-rivals': { type: 'boolean', default: false },
    only: { type: 'string', default: 'pairs,recall,speed' },
    runs: { type: 'string', default: '3' },
    negatives: { type: 'string', default: '50000' },
    write: { type: 'boolean', default: false },
  },
})
const DATA = path.resolve(options.shared, 'data')
const SCREENING = path.join(DATA, 'screening')
const RUNS = Math.max(1, Number(options.runs))
/** Rivals are slower, so that they are asked for fewer. */
const RIVAL_NEGATIVES = 5_000
const RIVAL_QUERIES = 200
const SCAN_QUERIES = 20
const QUERIES = 2_000
/** What yente hands to nomenklatura for a request. */
const CANDIDATES = 50
/** In recall the engines that others use today; the rest stands in the table of pairs only. */
const IN_RECALL = /logic-v|ofac|watchman/

const isAsked = (part: string): boolean => options.only.split(',').includes(part)

/** `Person` of FollowTheMoney and the like stay as they are: the rivals take them. */
function rivalPairs(pairs: readonly Pair[]) {
  return pairs.map(({ schema, left, right }) => {
    return [
      { schema, names: [left] },
      { schema, names: [right] },
    ] as const
  })
}

async function measurePairs(rivals: readonly Rival[]): Promise<PairsPart> {
  const file = options.pairs ?? path.join(SCREENING, 'name_pairs_dev.csv')
  const pairs = readPairs(file)
  const ours = holdfastScores(pairs)
  const all: Scored[] = [ours]
  for (const rival of rivals) {
    console.error(`pairs: ${rival.name}`)
    const { scores } = await askRival(rival, { pairs: rivalPairs(pairs) })
    all.push({ engine: rival.name, scores: scores!, ownThreshold: rival.ownThreshold })
  }
  const baselines = { Levenshtein: levenshteinLikeness, 'Jaro-Winkler': jaroWinkler }
  for (const [engine, likeness] of Object.entries(baselines)) {
    const scores = pairs.map(({ left, right }) => likeness(plainName(left), plainName(right)))
    all.push({ engine, scores, ownThreshold: null })
  }
  return { file: path.basename(file), pairs, ours, all }
}

async function measureRecall(rivals: readonly Rival[]): Promise<RecallRow[]> {
  const list = readUnitedNations(path.join(DATA, 'lists'))
  const read = (name: string) => readCustomers(path.join(SCREENING, name))
  const positives = positivesOf(
    read('positives_un_untreated.csv'),
    read('positives_un_treated.csv'),
    list.entries,
    chanceOf(SEED),
  )
  const people = read('negatives_us.csv')
  const chance = chanceOf(SEED)
  const few = chance.some(people, Math.min(RIVAL_NEGATIVES, Number(options.negatives)))
  const many = people.slice(0, Number(options.negatives))
  const rows: RecallRow[] = []
  for (const withBirths of [false, true]) {
    console.error(`recall: Holdfast, ${withBirths ? 'with' : 'without'} births`)
    const found = holdfastFinds(list, positives, many, withBirths)
    rows.push({ engine: 'Holdfast', withBirths, found, ownThreshold: OWN_THRESHOLD })
  }
  const retrieval = new Retrieval(list.entries.map(({ names }) => names.map(({ text }) => text)))
  for (const rival of rivals.filter(({ name }) => IN_RECALL.test(name))) {
    for (const withBirths of [false, true]) {
      console.error(`recall: ${rival.name}, ${withBirths ? 'with' : 'without'} births`)
      const found = await rivalFinds(rival, list, retrieval, positives, few, withBirths)
      const { name: engine, ownThreshold } = rival
      rows.push({ engine, withBirths, found, ownThreshold })
    }
  }
  return rows
}

async function speedOf(times: number, engine: string, queries: number): Promise<SpeedMeasured> {
  const script = path.join(ROOT, 'bench/dist/screening_speed.js')
  const words = ['--expose-gc', script, DATA, String(times), engine, String(queries)]
  return JSON.parse((await runNode(words)).output) as SpeedMeasured
}

async function measureSpeed(rivals: readonly Rival[]): Promise<SpeedPart> {
  const once: SpeedMeasured[] = []
  const tenfold: SpeedMeasured[] = []
  for (let run = 0; run < RUNS; run += 1) {
    console.error(`speed: run ${run + 1} of ${RUNS}`)
    once.push(await speedOf(1, 'holdfast', QUERIES))
    tenfold.push(await speedOf(10, 'holdfast', QUERIES))
  }
  const scan = await speedOf(1, 'scan', SCAN_QUERIES)
  const folder = path.join(DATA, 'lists')
  const entries = [...readNameLists(folder), readUnitedNations(folder)].flatMap((list) => {
    return list.entries
  })
  const chance = chanceOf(SEED)
  const customers = chance.some(
    readCustomers(path.join(SCREENING, 'negatives_us.csv')),
    RIVAL_QUERIES,
  )
  const retrieval = new Retrieval(entries.map(({ names }) => names.map(({ text }) => text)))
  const asked: RivalSpeed[] = []
  for (const rival of rivals.filter(({ name }) => /logic-v|watchman/.test(name))) {
    console.error(`speed: ${rival.name}`)
    const isScan = rival.algorithm === null
    const queries = customers.slice(0, isScan ? SCAN_QUERIES : RIVAL_QUERIES).map(({ name }) => {
      const query = { schema: 'Person', names: [name] }
      return { query, against: isScan ? [] : retrieval.find(name, CANDIDATES) }
    })
    const index = entries.map((entry) => rivalEntity(entry, false))
    const answer = await askRival(rival, { index, queries })
    const scored = isScan ? 'every entry' : `${CANDIDATES} candidates, handed to it`
    const alarmed = answer.rows?.filter((scores) => {
      return scores.some((score) => score >= (rival.ownThreshold ?? 1))
    })
    const alarms = alarmed === undefined ? null : alarmed.length / queries.length
    asked.push({ engine: rival.name, scored, millis: answer.millis!, alarms })
  }
  return { once, tenfold, scan, rivals: asked }
}

async function machine(rivals: readonly Rival[]): Promise<string> {
  const all = cpus()
  const processor = all[0]?.model.trim() ?? 'unknown processor'
  const day = new Date().toISOString().slice(0, 10)
  const versions: string[] = []
  for (const name of ['nomenklatura', 'watchman']) {
    const rival = rivals.find((one) => one.name.startsWith(name))
    const version = rival === undefined ? 'not installed' : (await askRival(rival, {})).version
    versions.push(`${name} ${version}`)
  }
  const load = `load ${loadavg()[0]!.toFixed(1)} before`
  const parts = [`${all.length} cores`, processor, load, `Node ${process.version}`, ...versions]
  return `${parts.join(', ')}; ${day}`
}

async function main(): Promise<void> {
  if (options['install-rivals']) installRivals(options.rivals)
  const rivals = rivalsIn(options.rivals)
  if (rivals.length === 0) console.error('No rivals are installed: Holdfast is measured alone.')
  const parts: Parts = {
    runs: RUNS,
    seed: SEED,
    machine: await machine(rivals),
    pairs: isAsked('pairs') ? await measurePairs(rivals) : null,
    recall: isAsked('recall') ? await measureRecall(rivals) : null,
    speed: isAsked('speed') ? await measureSpeed(rivals) : null,
  }
  const text = explained(parts)
  console.log(text)
  if (options.write) await writeFile(path.join(ROOT, 'bench', 'SCREENING.md'), text)
}

await main()
