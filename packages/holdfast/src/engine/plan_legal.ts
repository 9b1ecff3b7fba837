/** What a change of the law would buy, on the same scale as what money buys. */
import type { PlannedWorld } from '@holdfast/impact'
import type { Regime } from '@holdfast/law'
import { type Course, finishesOf, type LossTable, lossTable, type Period } from '@holdfast/plan'
import { round } from './names.ts'
import type { PlanReport } from './plan_findings.ts'
import type { Told } from './plan_report.ts'

/** A counter-law that covers an order from the first day, which it does not yet. */
export interface LegalChange {
  readonly counterLaw: Regime
  readonly order: Regime
}

export function possibleChanges({ ground }: PlannedWorld): readonly LegalChange[] {
  const counterLaws = ground.regimes.filter(({ kind }) => kind === 'counter-law')
  const orders = ground.regimes.filter(({ forbids }) => forbids !== null)
  return counterLaws.flatMap((counterLaw) =>
    orders
      .filter(({ id }) => counterLaw.annex.every(({ instrument }) => instrument !== id))
      .map((order) => ({ counterLaw, order })),
  )
}

/** The losses under changed law; each is worked out once. */
export class LegalTables {
  readonly #world: PlannedWorld
  readonly #periods: readonly Period[]
  readonly #known = new Map<LegalChange, LossTable>()

  constructor(world: PlannedWorld, periods: readonly Period[]) {
    this.#world = world
    this.#periods = periods
  }

  of(change: LegalChange, courses: readonly Course[]): LossTable {
    let table = this.#known.get(change)
    if (table === undefined) {
      const { counterLaw, order } = change
      const { ground } = this.#world
      const annex = [...counterLaw.annex, { instrument: order.id, from: ground.on }]
      const regimes = ground.regimes.map((one) => (one === counterLaw ? { ...one, annex } : one))
      const world = this.#world.under(regimes)
      table = lossTable({ world, periods: this.#periods }, courses, 'early').table
      this.#known.set(change, table)
    }
    return table
  }
}

export function legalChanges(told: Told): PlanReport['legal'] {
  const { plan, choice, nothing, legal } = told
  return legal.changes.map((change) => {
    const { counterLaw, order } = change
    const table = legal.tables.of(change, plan.courses)
    const doNothing = table.loss(finishesOf(plan.candidates, nothing))
    return {
      regime: order.id,
      counterLaw: counterLaw.id,
      name: `${order.short} -> ${counterLaw.short}`,
      doNothing: round(doNothing),
      plan: round(table.loss(finishesOf(plan.candidates, choice))),
      worth: worthOf(told, doNothing),
    }
  })
}

/** What must be spent to come to a loss by money, between the points of the frontier. */
function worthOf({ plan, money }: Told, loss: number): number | null {
  const points = [...plan.frontier.points].sort((a, b) => a.cost - b.cost)
  for (const [index, point] of points.entries()) {
    if (point.objective > loss) continue
    const before = points[index - 1]
    if (before === undefined || before.objective <= point.objective) return money(point.cost)
    const part = (before.objective - loss) / (before.objective - point.objective)
    return money(Math.round(before.cost + part * (point.cost - before.cost)))
  }
  return null
}
