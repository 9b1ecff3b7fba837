/** The invented graphs of `npm run bench:ownership`, and that what it measures is the rule. */
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import {
  fixedPoint,
  NO,
  OPEN_LOW,
  OTHERS_NONE,
  PERCENT,
  type StakeColumns,
  stakeTable,
  UNKNOWN,
  WHOLE,
  YES,
} from '@holdfast/ownership'
import { afterAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readGraph, writeGraph, writePlain } from '../bench/src/ownership_files.ts'
import { blurred, ownersMade } from '../bench/src/ownership_graphs.ts'
import { EO_14203, OFAC } from '../bench/src/ownership_rules.ts'

const made = ownersMade(20_000, 0.2, 1)
const imprecise = blurred(made.columns, 0.3, 1)

function hashOf({ owner, asset, low, high, flags, others }: StakeColumns): string {
  const hash = createHash('sha256')
  for (const column of [owner, asset, low, high, flags, others]) hash.update(column)
  return hash.digest('hex').slice(0, 16)
}

/** The rule word for word, in rounds over all stakes: who is listed, and what they hold. */
function slowMembers(columns: StakeColumns, listed: Iterable<number>): Uint8Array {
  const state = new Uint8Array(columns.parties)
  for (const party of listed) state[party] = YES
  for (let changed = true; changed; ) {
    changed = false
    const held = new Float64Array(columns.parties)
    for (const [at, owner] of columns.owner.entries()) {
      if (state[owner] === YES) held[columns.asset[at]!]! += columns.low[at]!
    }
    for (let party = 0; party < columns.parties; party += 1) {
      if (held[party]! < 50 * PERCENT || state[party] === YES) continue
      state[party] = YES
      changed = true
    }
  }
  return state
}

describe('invented owners', () => {
  it('are the same bytes for the same seed, on every machine', () => {
    expect(hashOf(ownersMade(20_000, 0.2, 1).columns)).toBe(hashOf(made.columns))
    expect(hashOf(made.columns)).toBe('1db7f9b355459d17')
    expect(hashOf(imprecise)).toBe('0e1cf9fbf95ce701')
    expect(hashOf(ownersMade(20_000, 0.05, 2).columns)).not.toBe(hashOf(made.columns))
  })

  it('are as many stakes as were asked for, in the shares of the shapes', () => {
    for (const stakes of [100, 1_000, 20_000]) {
      expect(ownersMade(stakes, 0.05, 3).columns.owner.length).toBe(stakes)
    }
    expect(made.shapes.star / 20_000).toBeCloseTo(0.3, 1)
    expect(made.shapes.ring / 20_000).toBeCloseTo(0.05, 1)
  })

  it('name no owner of an asset twice, and nobody as its own owner', () => {
    const { owner, asset, parties } = made.columns
    const pairs = new Set<number>()
    for (const [at, one] of owner.entries()) {
      expect(one).not.toBe(asset[at])
      expect(one).toBeLessThan(parties)
      pairs.add(one * parties + asset[at]!)
    }
    expect(pairs.size).toBe(owner.length)
  })

  it('hold no more than all of an asset, and all of it where there are no others', () => {
    for (const columns of [made.columns, imprecise]) {
      const least = new Float64Array(columns.parties)
      const isOwned = new Uint8Array(columns.parties)
      for (const [at, asset] of columns.asset.entries()) {
        least[asset]! += columns.low[at]!
        isOwned[asset] = 1
      }
      expect(Math.max(...least)).toBeLessThanOrEqual(WHOLE)
      for (let party = 0; party < columns.parties; party += 1) {
        if (columns.others[party] === OTHERS_NONE && isOwned[party] === 1) {
          expect(least[party]).toBe(WHOLE)
        }
      }
    }
  })

  it('are imprecise in the stated share, with the exact share within', () => {
    let open = 0
    for (const [at, exact] of made.columns.low.entries()) {
      const [low, high] = [imprecise.low[at]!, imprecise.high[at]!]
      if (imprecise.flags[at] !== OPEN_LOW) {
        expect([low, high]).toEqual([exact, exact])
        continue
      }
      open += 1
      expect(exact).toBeGreaterThan(low)
      expect(exact).toBeLessThanOrEqual(high)
    }
    expect(open / 20_000).toBeCloseTo(0.3, 1)
  })

  it('have rings, long chains, and few owners of very many', () => {
    const degrees = new Uint32Array(made.columns.parties)
    for (const owner of made.columns.owner) degrees[owner]! += 1
    const sorted = degrees.toSorted()
    expect(sorted.at(-1)).toBeGreaterThan(100)
    expect(sorted[Math.floor(0.9 * sorted.length)]).toBeLessThan(10)
    const table = stakeTable(made.columns)
    // Layers of owners that own nobody yet unaccounted for, from the top down; rings stay over.
    const waiting = new Uint32Array(table.parties)
    for (const asset of table.asset) waiting[asset]! += 1
    let layer = [...waiting.keys()].filter((party) => waiting[party] === 0)
    let [depth, reached] = [0, 0]
    while (layer.length > 0) {
      depth += 1
      reached += layer.length
      const next: number[] = []
      for (const owner of layer) {
        for (let at = table.ownerStart[owner]!; at < table.ownerStart[owner + 1]!; at += 1) {
          const asset = table.asset[table.byOwner[at]!]!
          waiting[asset]! -= 1
          if (waiting[asset] === 0) next.push(asset)
        }
      }
      layer = next
    }
    expect(depth).toBeGreaterThan(80)
    expect(reached).toBeLessThan(table.parties)
  })
})

describe('what is measured', () => {
  const start = { certain: [...made.listed], possible: [] }

  it('is the rule: rounds over all stakes find the same', () => {
    const { state } = fixedPoint(stakeTable(made.columns), start, OFAC)
    expect(state).toEqual(slowMembers(made.columns, made.listed))
    expect(state.filter((one) => one === YES).length).toBeGreaterThan(2 * made.listed.length)
  })

  it('keeps the exact answer between the ends of the imprecise one', () => {
    const exact = slowMembers(made.columns, made.listed)
    const { state } = fixedPoint(stakeTable(imprecise), start, OFAC)
    for (const [party, answer] of state.entries()) {
      if (answer !== UNKNOWN) expect(answer).toBe(exact[party])
    }
    expect(new Set(state)).toEqual(new Set([NO, UNKNOWN, YES]))
  })

  it('asks by the rules as the data states them', () => {
    const file = new URL('../data/ownership/rules.yaml', import.meta.url)
    const { rules } = parse(readFileSync(file, 'utf8'))
    for (const { id, name: _, cite: __, start: from, ...rest } of [OFAC, EO_14203]) {
      expect(rules[id]).toMatchObject(rest)
      const told = typeof from === 'string' ? from : { 'organised-under': from.organisedUnder }
      expect(rules[id].start).toEqual(told)
    }
  })
})

describe('the files of the race', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-owners-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  it('are read as they were written', () => {
    writeGraph(folder, imprecise, made.listed, 1)
    const { columns, listed } = readGraph(folder)
    expect(hashOf(columns)).toBe(hashOf(imprecise))
    expect(listed).toEqual([...made.listed])
  })

  it('tell a plain table what is known of a share', () => {
    const file = path.join(folder, 'owners.csv')
    writePlain(file, {
      parties: 4,
      owner: Uint32Array.of(0, 0, 0),
      asset: Uint32Array.of(1, 2, 3),
      low: Uint32Array.of(33_330_000, 25_000_000, 0),
      high: Uint32Array.of(33_330_000, 50_000_000, WHOLE),
      flags: Uint8Array.of(0, OPEN_LOW, OPEN_LOW),
      others: new Uint8Array(4),
    })
    expect(readFileSync(file, 'utf8')).toBe('owner,asset,share\np0,p1,33.33\np0,p2,25-50\np0,p3,\n')
  })
})
