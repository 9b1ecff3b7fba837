/** Vectors of the rules, through the answer about one party and through the whole fixed point. */
import { readFileSync } from 'node:fs'
import { parseDay, type Tri } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { Cascade } from '../src/cascade.ts'
import { fixedPoint, NO, type Start, YES } from '../src/fixed_point.ts'
import { type PartyGraph, partyGraph } from '../src/graph.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import type { CascadeRule } from '../src/rule_data.ts'
import { shareOf } from './chains.ts'
import { EO_14203, OFAC, party, tie } from './small.ts'

type Written = number | string | null
type More = Partial<Record<'from' | 'to' | 'asOf' | 'kind' | 'source', string>>
type WrittenStake = readonly [owner: string, asset: string, share: Written, more?: More | undefined]

interface Vector {
  readonly id: string
  readonly cite?: string
  readonly tests?: string
  readonly parties?: Readonly<Record<string, Partial<PartyRecord>>>
  readonly on?: string
  readonly blocked: readonly string[]
  readonly stakes: readonly WrittenStake[]
  readonly expect: Readonly<Record<string, Tri | boolean>>
}

function vectorsOf(file: string): readonly Vector[] {
  const text = readFileSync(new URL(`./vectors/${file}.json`, import.meta.url), 'utf8')
  return (JSON.parse(text) as { vectors: readonly Vector[] }).vectors
}

/** Territories that `data/countries.yaml` counts as the United States. */
const UNITED_STATES = new Set(['US', 'AS', 'GU', 'MP', 'PR', 'VI'])

function dayOf(text: string | undefined): number | null {
  return text === undefined ? null : parseDay(text)
}

function tieOf([owner, asset, written, more = {}]: WrittenStake): TieRecord {
  const range = typeof written === 'string' ? written.split('-').map(Number) : null
  const share =
    range !== null
      ? shareOf([range[0]!, range[1]!])
      : typeof written === 'number'
        ? shareOf(written)
        : null
  return tie(owner, asset, share, {
    kind: (more.kind ?? 'share') as TieRecord['kind'],
    from: dayOf(more.from),
    to: dayOf(more.to),
    asOf: dayOf(more.asOf),
    source: more.source ?? null,
  })
}

/** `['X', 'c1..c100', 50]` is a chain: X holds c1, c1 holds c2, and so on. */
function linksOf([owner, asset, share, more]: WrittenStake): readonly WrittenStake[] {
  const chain = /^c(\d+)\.\.c(\d+)$/.exec(asset)
  if (chain === null) return [[owner, asset, share, more]]
  const [first, last] = [Number(chain[1]), Number(chain[2])]
  return Array.from({ length: last - first + 1 }, (_, at): WrittenStake => {
    const link = first + at
    return [at === 0 ? owner : `c${link - 1}`, `c${link}`, share, more]
  })
}

function graphOf({ stakes, parties = {}, on = '2026-07-01' }: Vector): PartyGraph {
  const records = Object.entries(parties).map(([key, more]) => party(key, more))
  return partyGraph(records, stakes.flatMap(linksOf).map(tieOf), dayOf(on)!)
}

function startOf(graph: PartyGraph, rule: CascadeRule, { blocked }: Vector): Start {
  if (rule.start === 'listed') {
    const known = blocked.map(graph.numberOf).filter((number) => number !== null)
    return { certain: known, possible: [] }
  }
  const certain: number[] = []
  const possible: number[] = []
  for (let number = 0; number < graph.size; number += 1) {
    const { incorporated, kind } = graph.record(number)
    if (incorporated !== null && UNITED_STATES.has(incorporated.slice(0, 2))) certain.push(number)
    if (incorporated === null && kind !== 'person' && kind !== 'state') possible.push(number)
  }
  return { certain, possible }
}

function check(vector: Vector, rule: CascadeRule): void {
  const graph = graphOf(vector)
  const start = startOf(graph, rule, vector)
  const cascade = new Cascade(graph, rule, start)
  const { state } = fixedPoint(graph.table, start, rule)
  for (const [key, expected] of Object.entries(vector.expect)) {
    const right = expected === true ? 'yes' : expected === false ? 'no' : expected
    const number = graph.numberOf(key)
    expect(number, `${vector.id} names ${key}`).not.toBeNull()
    expect(`${key}: ${cascade.answer(number!).answer}`).toBe(`${key}: ${right}`)
    const whole = state[number!] === YES ? 'yes' : state[number!] === NO ? 'no' : 'unknown'
    expect(`${key} of all: ${whole}`).toBe(`${key} of all: ${right}`)
  }
}

describe.each([
  ['ofac-50-published', OFAC],
  ['ofac-50', OFAC],
  ['eo-14203', EO_14203],
] as const)('vectors of %s', (file, rule) => {
  it.each(
    vectorsOf(file).map((vector) => [vector.cite ?? 'published', vector.id, vector] as const),
  )('%s: %s', (_, __, vector) => check(vector, rule))
})

it('has an id, a citation and a reason for every own vector', () => {
  const own = ['ofac-50', 'eo-14203'].flatMap(vectorsOf)
  expect(new Set(own.map(({ id, cite }) => `${id} ${cite}`)).size).toBe(own.length)
  for (const { cite, tests } of own) expect([cite, tests]).not.toContain(undefined)
  expect(vectorsOf('ofac-50').length).toBeGreaterThanOrEqual(25)
})
