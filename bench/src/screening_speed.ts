/**
 * One measurement of the search in a process of its own: builds the index, asks it, and writes what
 * that cost as JSON. Arguments: the folder of shared data, how many times the names, what searches
 * (`holdfast` or `scan`), how many queries of each sort. Needs `--expose-gc`.
 */
import path from 'node:path'
import type { DesignationList } from '@holdfast/lists'
import { buildScreen, screenName } from '@holdfast/screening'
import { chanceOf } from './chance.ts'
import { jaroWinkler, plainName } from './screening_baselines.ts'
import { countNames, readCustomers, readNameLists, readUnitedNations } from './screening_data.ts'
import { type Latency, SEED, type SpeedMeasured } from './screening_speed_task.ts'
import { mistyped, multiplied } from './screening_variants.ts'

/** From which likeness on a linear scan would call it a match; only to have something to count. */
const SCAN_MIN = 0.9

const shared = process.argv[2]!
const times = Number(process.argv[3])
const engine = process.argv[4]
const count = Number(process.argv[5])

/** Who is asked for: people of no list, and names of the lists as they stand and mistyped. */
function queriesOf(lists: readonly DesignationList[]): Record<string, string[]> {
  const chance = chanceOf(SEED)
  const customers = readCustomers(path.join(shared, 'screening/negatives_us.csv'))
  const names = lists.flatMap(({ entries }) => {
    return entries.flatMap((entry) => entry.names.map(({ text }) => text))
  })
  const listed = chance.some(names, count)
  return {
    customers: chance.some(customers, count).map(({ name }) => name),
    listed,
    mistyped: listed.map((name) => mistyped(name, chance)),
  }
}

function searchOf(lists: readonly DesignationList[]): (name: string) => number {
  if (engine === 'holdfast') {
    const screen = buildScreen(lists)
    return (name) => screenName(screen, { name }).length
  }
  const plain = lists.flatMap(({ entries }) => {
    return entries.flatMap((entry) => entry.names.map(({ text }) => plainName(text)))
  })
  return (name) => {
    const asked = plainName(name)
    let found = 0
    for (const one of plain) if (jaroWinkler(asked, one) >= SCAN_MIN) found += 1
    return found
  }
}

function latencyOf(queries: readonly string[], search: (name: string) => number): Latency {
  const millis: number[] = []
  let matched = 0
  const before = process.cpuUsage()
  const start = performance.now()
  for (const name of queries) {
    const begin = performance.now()
    if (search(name) > 0) matched += 1
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
  for (const [, names] of queries) for (const name of names.slice(0, 300)) search(name)
  return {
    entries: all.reduce((sum, { entries }) => sum + entries.length, 0),
    names: countNames(all),
    buildSeconds,
    buildCpuSeconds: (user + system) / 1e6,
    listBytes,
    indexBytes,
    residentBytes,
    peakBytes,
    latency: Object.fromEntries(queries.map(([sort, names]) => [sort, latencyOf(names, search)])),
  }
}

console.log(JSON.stringify(measured()))
