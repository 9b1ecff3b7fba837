/**
 * `own --graph` from the outside: shares as people write them in a table, against corner reasoning
 * that knows nothing of the engine, and what is missing against tables in which it is known.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { OwnRuleAnswer } from '../src/engine/own_findings.ts'
import { ownGraphFile } from '../src/node/own.ts'

const FOLDER = mkdtempSync(path.join(tmpdir(), 'own-accept-'))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

/** From `low` to `high` in millionths of a percent, without the bounds that are open. */
interface Range {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  readonly openHigh: boolean
}
type Row = readonly [owner: string, asset: string, text: string, range: Range]
interface Village {
  readonly parties: readonly string[]
  readonly rows: readonly Row[]
  readonly listed: readonly string[]
  /** Parties whose owners are all named. */
  readonly complete: ReadonlySet<string>
}

const UNIT = 1_000_000
const ALL = 100 * UNIT
const HALF = 50 * UNIT

/** mulberry32: the same villages in each run. */
function randomOf(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below)
  }
}

function range(low: number, high: number, openLow = false, openHigh = false): Range {
  return { low: Math.round(low * UNIT), high: Math.round(high * UNIT), openLow, openHigh }
}

function share(random: (below: number) => number): readonly [string, Range] {
  const pick = <T>(of: readonly T[]): T => of[random(of.length)] as T
  const kind = random(10)
  if (kind < 4) {
    const exact = pick([0, 10, 20, 25, 33.3333, 40, 49.999999, 50, 50.000001, 51, 60, 75, 100])
    return [pick([`${exact}`, `${exact}%`, ` ${exact} `]), range(exact, exact)]
  }
  if (kind < 7) {
    const [low = 0, high = 0] = [pick([0, 5, 10, 25, 40, 49]), pick([50, 51, 60, 75, 100])]
    return [pick([`${low}-${high}`, `${low} to ${high}`, `${low}–${high}`]), range(low, high, true)]
  }
  if (kind === 7) return pick([['>=25', range(25, 100)] as const, ['>50', range(50, 100, true)]])
  if (kind === 8) return pick([['<50', range(0, 50, false, true)] as const, ['', range(0, 100)]])
  return ['ownership-of-shares-25-to-50-percent', range(25, 50, true)]
}

function village(random: (below: number) => number, name: string): Village {
  const parties = Array.from({ length: 2 + random(5) }, (_, at) => `${name}.${at}`)
  const complete = new Set<string>()
  const rows: Row[] = []
  for (const asset of parties) {
    const owners = parties.filter((one) => one !== asset && random(10) < 4)
    const into = owners.map((owner): Row => [owner, asset, ...share(random)])
    rows.push(...into)
    if (into.length > 0 && random(5) === 0 && fits(into, true)) complete.add(asset)
  }
  const named = parties.filter((one) => rows.some(([owner, asset]) => [owner, asset].includes(one)))
  const listed = named.filter((_, at) => at === 0 || random(4) === 0)
  return { parties: named, rows, listed, complete }
}

/** Whether shares can come to no more than all, and to just all where everyone is named. */
function fits(into: readonly Row[], complete: boolean): boolean {
  const low = into.reduce((sum, [, , , { low }]) => sum + low, 0)
  const high = into.reduce((sum, [, , , { high }]) => sum + high, 0)
  const isOpen = (bound: 'openLow' | 'openHigh'): boolean => into.some((row) => row[3][bound])
  if (low > ALL || (low === ALL && isOpen('openLow'))) return false
  return !complete || high > ALL || (high === ALL && !isOpen('openHigh'))
}

/** Whether the group holds half of an asset in every world, or in some. */
function holds(into: readonly Row[], group: ReadonlySet<string>, all: boolean, every: boolean) {
  const inside = into.filter(([owner]) => group.has(owner)).map((row) => row[3])
  const outside = into.filter(([owner]) => !group.has(owner)).map((row) => row[3])
  const sum = (of: readonly Range[], bound: 'low' | 'high') =>
    of.reduce((total, one) => total + one[bound], 0)
  const isBounded = fits(into, all)
  if (every) {
    const rest = all && isBounded ? ALL - sum(outside, 'high') : 0
    return Math.max(sum(inside, 'low'), rest) >= HALF
  }
  const most = sum(inside, 'high')
  if (inside.length === 0 || most < HALF) return false
  if (most === HALF && inside.some(({ openHigh }) => openHigh)) return false
  if (!isBounded) return true
  const room = ALL - sum(outside, 'low')
  return room > HALF || (room === HALF && !outside.some(({ openLow }) => openLow))
}

function expected({ parties, rows, listed, complete }: Village): ReadonlyMap<string, string> {
  const grown = (every: boolean): ReadonlySet<string> => {
    const group = new Set(listed)
    for (let before = -1; before !== group.size; ) {
      before = group.size
      for (const one of parties) {
        const into = rows.filter(([, asset]) => asset === one)
        if (holds(into, group, complete.has(one), every)) group.add(one)
      }
    }
    return group
  }
  const [surely, maybe] = [grown(true), grown(false)]
  const answer = (one: string) => (surely.has(one) ? 'yes' : maybe.has(one) ? 'unknown' : 'no')
  return new Map(parties.map((one) => [one, answer(one)]))
}

async function asked(villages: readonly Village[]): Promise<ReadonlyMap<string, OwnRuleAnswer>> {
  const lines = villages.flatMap(({ rows, complete }) => [
    ...rows.map(([owner, asset, text]) => `${owner},${asset},${text}`),
    ...[...complete].map((asset) => `*,${asset},complete`),
  ])
  const graph = path.join(FOLDER, 'owners.csv')
  writeFileSync(graph, ['owner,asset,share', ...lines].join('\n'))
  const listed = villages.flatMap((one) => one.listed)
  const result = await ownGraphFile({ graph, listed, rule: 'ofac-50', today: '2026-11-25' })
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const answers = [...result.value.answers]
  expect(new Set(answers.map(({ party }) => party)).size).toBe(answers.length)
  return new Map(answers.map((one) => [one.party, one]))
}

/** The village with the missing facts of an answer known; null where such shares do not fit. */
function known(one: Village, { missing }: OwnRuleAnswer, random: (n: number) => number) {
  const rows = one.rows.map((row): Row => {
    const [owner, asset, , { low, high, openLow, openHigh }] = row
    if (!missing.some((fact) => fact.owner === owner && fact.asset === asset)) return row
    const [least, most] = [low + (openLow ? 1 : 0), high - (openHigh ? 1 : 0)]
    const values = [least, most, HALF, HALF - 1, least + random(most - least + 1)]
    const fitting = values.filter((value) => value >= least && value <= most)
    const value = fitting[random(fitting.length)] as number
    return [owner, asset, `${value / UNIT}`, range(value / UNIT, value / UNIT)]
  })
  const into = (asset: string) => rows.filter((row) => row[1] === asset)
  return one.parties.every((asset) => fits(into(asset), one.complete.has(asset)))
    ? { ...one, rows }
    : null
}

function renamed({ parties, rows, listed, complete }: Village, as: string): Village {
  return {
    parties: parties.map((one) => as + one),
    rows: rows.map(([owner, asset, text, range]) => [as + owner, as + asset, text, range]),
    listed: listed.map((one) => as + one),
    complete: new Set([...complete].map((one) => as + one)),
  }
}

function villagesOf(seed: number): readonly Village[] {
  const random = randomOf(seed)
  return Array.from({ length: 120 }, (_, at) => village(random, `v${at}`))
}

describe('random villages of owners', () => {
  test.each([1, 2, 3, 4])('are answered as all their completions are, seed %i', async (seed) => {
    const villages = villagesOf(seed)
    const answers = await asked(villages)
    const want = new Map(villages.flatMap((one) => [...expected(one)]))
    expect(new Map([...answers].map(([party, { answer }]) => [party, answer]))).toEqual(want)
  })

  test.each([5, 6])('are settled by what is missing, seed %i', async (seed) => {
    const random = randomOf(seed + 100)
    const villages = villagesOf(seed)
    const answers = await asked(villages)
    const parties: string[] = []
    const variants: Village[] = []
    for (const one of villages) {
      for (const party of one.parties) {
        const answer = answers.get(party)
        if (answer?.answer !== 'unknown') continue
        expect(answer.missing.length).toBeGreaterThan(0)
        for (let turn = 0; turn < 8; turn += 1) {
          const more = known(one, answer, random)
          if (more === null) continue
          parties.push(`${variants.length}:${party}`)
          variants.push(renamed(more, `${variants.length}:`))
        }
      }
    }
    const settled = await asked(variants)
    expect(variants.length).toBeGreaterThan(100)
    expect(parties.filter((party) => settled.get(party)?.answer === 'unknown')).toEqual([])
  })
})
