/** What a change of the law would buy, on the same scale as what money buys. */
import type { Regime } from '@holdfast/law'
import { finishesOf, lossTable } from '@holdfast/plan'
import { round } from './names.ts'
import type { PlanReport } from './plan_findings.ts'
import type { Told } from './plan_report.ts'

/** Each order that a counter-law does not cover yet, as if it did from the first day. */
export function legalChanges(told: Told): PlanReport['legal'] {
  const { ground } = told.request.world
  const counterLaws = ground.regimes.filter(({ kind }) => kind === 'counter-law')
  const orders = ground.regimes.filter(({ forbids }) => forbids !== null)
  return counterLaws.flatMap((counterLaw) =>
    orders
      .filter(({ id }) => counterLaw.annex.every(({ instrument }) => instrument !== id))
      .map((order) => legalChange(told, counterLaw, order)),
  )
}

function legalChange(told: Told, counterLaw: Regime, order: Regime): PlanReport['legal'][number] {
  const { request, plan, choice, nothing } = told
  const { ground } = request.world
  const annex = [...counterLaw.annex, { instrument: order.id, from: ground.on }]
  const regimes = ground.regimes.map((one) => (one === counterLaw ? { ...one, annex } : one))
  const { table } = lossTable(
    { ...request, world: request.world.under(regimes) },
    plan.courses,
    'early',
  )
  const doNothing = table.loss(finishesOf(plan.candidates, nothing))
  return {
    regime: order.id,
    counterLaw: counterLaw.id,
    name: `${order.short} -> ${counterLaw.short}`,
    doNothing: round(doNothing),
    plan: round(table.loss(finishesOf(plan.candidates, choice))),
    worth: worthOf(told, doNothing),
  }
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
