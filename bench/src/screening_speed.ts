/**
 * One measurement of the search in a process of its own: builds the index, asks it, and writes what
 * that cost as JSON. Arguments: the folder of shared data, how many times the names, what searches
 * (`holdfast` or `scan`), how many queries of each sort. Needs `--expose-gc`.
 */
import path from 'node:path'
import type { DesignationList } from '@holdfast/lists'
import { buildScreen, type ScreenQuery, screenName } from '@holdfast/screening'
import { chanceOf } from './chance.ts'
import { jaroWinkler, plainName } from './screening_baselines.ts'
import { countNames, readCustomers, readNameLists, readUnitedNations } from './screening_data.ts'
import { type Latency, PEOPLE, SEED, type SpeedMeasured } from './screening_speed_task.ts'
import { mistyped, multiplied } from './screening_variants.ts'

/** From which likeness on a linear scan would call it a match; only to have something to count. */
const SCAN_MIN = 0.9

const shared = process.argv[2]!
const times = Number(process.argv[3])
const engine = process.argv[4]
const count = Number(process.argv[5])

/**
 * Who is asked for: people of no list, once without and once with their kind, and names of the
 * lists as they stand and mistyped. Each is asked for once, so that no answer is a remembered one.
 */
function queriesOf(lists: readonly DesignationList[]): Record<string, ScreenQuery[]> {
  const chance = chanceOf(SEED)
  const customers = readCustomers(path.join(shared, 'screening/negatives_us.csv'))
  const asked = chance.some(customers, 2 * count).map(({ name }) => name)
  const names = lists.flatMap(({ entries }) => {
    return entries.flatMap((entry) => entry.names.map(({ text }) => text))
  })
  const listed = chance.some(names, 2 * count)
  return {
    customers: asked.slice(0, count).map((name) => ({ name })),
    [PEOPLE]: asked.slice(count).map((name) => ({ name, kind: 'person' })),
    listed: listed.slice(0, count).map((name) => ({ name })),
    mistyped: listed.slice(count).map((name) => ({ name: mistyped(name, chance) })),
  }
}

type Search = (query: ScreenQuery) => number

function searchOf(lists: readonly DesignationList[]): Search {
  if (engine === 'holdfast') {
    const screen = buildScreen(lists)
    return (query) => screenName(screen, query).length
  }
  const plain = lists.flatMap(({ entries }) => {
    return entries.flatMap((entry) => entry.names.map(({ text }) => plainName(text)))
  })
  return ({ name }) => {
    const asked = plainName(name)
    let found = 0
    for (const one of plain) if (jaroWinkler(asked, one) >= SCAN_MIN) found += 1
    return found
  }
}

function latencyOf(queries: readonly ScreenQuery[], search: Search): Latency {
  const millis: number[] = []
  let matched = 0
  const before = process.cpuUsage()
  const start = performance.now()
  for (const query of queries) {
    const begin = performance.now()
    if (search(query) > 0) matched += 1
    millis.push(performance.now() - begin)
  }
  const seconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  millis.sort((a, b) => a - b)
  const at = (share: number): number => millis[Math.ceil(share * millis.length) - 1]!
  return {
    median: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    worst: at(1),
    perSecond: queries.length / seconds,
    perCpuSecond: queries.length / ((user + system) / 1e6),
    matched: matched / queries.length,
  }
}

function heapBytes(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

function measured(): SpeedMeasured {
  const lists = path.join(shared, 'lists')
  const real = [...readNameLists(lists), readUnitedNations(lists)]
  const all = times === 1 ? real : multiplied(real, times, SEED)
  const listBytes = heapBytes()
  const before = process.cpuUsage()
  const start = performance.now()
  const search = searchOf(all)
  const buildSeconds = (performance.now() - start) / 1000
  const { user, system } = process.cpuUsage(before)
  const indexBytes = heapBytes() - listBytes
  const residentBytes = process.memoryUsage().rss
  const peakBytes = process.resourceUsage().maxRSS * 1024
  // The same names of the real lists at every size, so that only the size of the index differs.
  const queries = Object.entries(queriesOf(real))
  // The compiler of the engine warms up on queries that are not measured.
  const unmeasured = Math.ceil(count / 10)
  for (const [, asked] of queries) for (const one of asked.slice(0, unmeasured)) search(one)
  return {
    entries: all.reduce((sum, { entries }) => sum + entries.length, 0),
    names: countNames(all),
    buildSeconds,
    buildCpuSeconds: (user + system) / 1e6,
    listBytes,
    indexBytes,
    residentBytes,
    peakBytes,
    latency: Object.fromEntries(
      queries.map(([sort, asked]) => [sort, latencyOf(asked.slice(unmeasured), search)]),
    ),
  }
}

console.log(JSON.stringify(measured()))
