/**
 * What a schedule of measures loses, by the engine's own figures: for dossiers of any size, where
 * `LossOracle` would have too many sets of decisions to try.
 */
import { scenarioGround } from '../../impact/src/assess.ts'
import { ADVERSE, type Ground } from '../../impact/src/ground.ts'
import { Likelihood } from '../../impact/src/likelihood.ts'
import { listings } from '../../impact/src/listings.ts'
import { applyMeasures } from '../../impact/src/measures.ts'
import { outcomeOf } from '../../impact/src/outcome.ts'
import { World } from '../../impact/src/world.ts'
import type { Course, Finishes, Stretch } from './brute_force_loss.ts'

/**
 * Expected loss at the high end over all courses and functions. Where one function may stop on
 * more than 52 days of a stretch the engine puts neighbours together, and this is an upper bound.
 */
export function engineLoss(
  ground: Ground,
  courses: readonly Course[],
  { on, end }: Stretch,
  finishes: Finishes,
): number {
  const inside = [...finishes.values()].filter((day) => day > on && day < end)
  const starts = [...new Set([on, ...inside])].sort((a, b) => a - b)
  let sum = 0
  for (const { scenario, strike, weight } of courses) {
    const first = Math.min(on, ...scenario.decisions.map((decision) => decision.on))
    for (const [index, from] of starts.entries()) {
      const by = (day: number): Set<string> =>
        new Set([...finishes].flatMap(([id, finish]) => (finish <= day ? [id] : [])))
      const dossier = applyMeasures(ground.dossier, by(from), by(Math.min(from, strike ?? on)))
      const applied = { ...ground, dossier, horizonDays: end - first }
      const world = new World(applied)
      const of = scenarioGround(applied, world, listings(applied), scenario)
      const { withdrawals } = outcomeOf(of, ADVERSE)
      const window = { ...of, start: from, end: starts[index + 1] ?? end }
      const figures = new Likelihood(window, withdrawals, 'early').of([
        ...of.dossier.functions.values(),
      ])
      for (const { loss } of figures.values()) sum += weight * loss
    }
  }
  return sum
}
