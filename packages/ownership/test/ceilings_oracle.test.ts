/** The ceilings, by control and in proportion, against all completions of small graphs. */
import type { Tri } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { answerCeilings } from '../src/ceilings.ts'
import {
  type CeilingCase,
  ceilingCases,
  ceilingRulings,
  graphOfCase,
  seatsOf,
  withinByControl,
  withinInProportion,
} from './ceiling_worlds.ts'
import { worldsOf } from './chain_oracle.ts'
import { CEILINGS, isEu, numberIn } from './chains.ts'

function check(
  one: CeilingCase,
  reading: 'control' | 'proportion',
  within: typeof withinByControl,
): void {
  const engine = graphOfCase(one)
  for (const of of new Set(one.graph.stakes.map(({ asset }) => asset))) {
    const right = completed(one, reading, within, of)
    // No completion at all: what is stated contradicts itself.
    if (right === null) continue
    const { readings } = answerCeilings(engine, numberIn(engine, of), CEILINGS, isEu)
    expect(`${of}: ${readings[reading].answer}`).toBe(`${of}: ${right}`)
  }
}

function completed(
  { graph, outside }: CeilingCase,
  reading: 'control' | 'proportion',
  within: typeof withinByControl,
  of: string,
): Tri | null {
  const found = new Set<boolean>()
  const ruled = reading === 'control' ? ceilingRulings : () => []
  for (const world of worldsOf(graph, [24, 39, 40, 50], ruled)) {
    for (const seats of seatsOf(outside)) found.add(within(graph, world, seats, of))
    if (found.size === 2) return 'unknown'
  }
  return found.size === 0 ? null : found.has(true) ? 'yes' : 'no'
}

it('agrees with all completions by control', () => {
  fc.assert(
    fc.property(ceilingCases, (one) => check(one, 'control', withinByControl)),
    { numRuns: 150 },
  )
}, 120_000)

it('agrees with all completions in proportion', () => {
  fc.assert(
    fc.property(ceilingCases, (one) => check(one, 'proportion', withinInProportion)),
    { numRuns: 60 },
  )
}, 120_000)
