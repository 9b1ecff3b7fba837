/** The plans of the examples, put into their dossiers and added up anew by the engine's figures. */
import { fileURLToPath } from 'node:url'
import { parseDay } from '@holdfast/kernel'
import { expect, test } from 'vitest'
import { broken } from '../../plan/test/brute_force_rules.ts'
import { engineLoss } from '../../plan/test/engine_loss.ts'
import { planFolder } from '../src/index.ts'
import { inputOf } from '../src/node/use_cases.ts'
import { settingIn } from './plan_setting.ts'

const TODAY = '2026-11-01'

/** The tribunal on the days of its decisions: all strikes of it would take minutes. */
const EXAMPLES = [
  ['rights-ngo', undefined],
  ['mandate-holder', undefined],
  ['tribunal', 'dated'],
] as const

test.each(EXAMPLES)(
  'the plan of %s loses what it says, and keeps every rule',
  async (name, strike) => {
    const dossier = fileURLToPath(new URL(`../../../examples/${name}`, import.meta.url))
    const call = { dossier, today: TODAY, strike, fix: [], without: [], frontier: false }
    const planned = await planFolder(call)
    const input = await inputOf(call)
    if (!planned.ok || !input.ok) throw new Error(JSON.stringify(planned.diagnostics))
    const { ground, courses, limits } = settingIn(
      input.value,
      strike === undefined ? null : { kind: strike },
    )
    const { measures, objective, doNothing, gap } = planned.value
    const starts = new Map(measures.map(({ id, start }) => [id, parseDay(start)!]))
    const finishes = new Map(measures.map(({ id, finish }) => [id, parseDay(finish)!]))
    expect(broken(ground.dossier, limits, starts)).toEqual([])
    const near = (expected: number): number => 1e-6 * Math.max(1, expected)
    const none = engineLoss(ground, courses, limits, new Map())
    expect(Math.abs(none - doNothing)).toBeLessThanOrEqual(near(none))
    const done = engineLoss(ground, courses, limits, finishes)
    expect(Math.abs(done - objective)).toBeLessThanOrEqual(near(done))
    expect(objective).toBeLessThan(doNothing)
    expect(gap).toBeLessThanOrEqual(0.01)
  },
  180_000,
)
