import type { PlanReport } from '@holdfast/holdfast'
import { fixturePlan, measureOf } from './fixture_plan.ts'
import { measureLines } from './fixture_plan_data.ts'

const whole = fixturePlan()

/** Nothing can be done. */
const idle: PlanReport = {
  ...whole,
  measures: [],
  leftOut: [],
  objective: whole.doNothing,
  greedy: whole.doNothing,
  bound: whole.doNothing,
  gap: 0,
  spent: 0,
  noRegret: [],
  legal: [],
  frontier: [],
  functions: whole.functions.map((one) => ({ ...one, after: one.before })),
}

/** Nothing is lost, and nothing is known. */
const empty: PlanReport = {
  ...idle,
  currency: null,
  budget: null,
  doNothing: 0,
  objective: 0,
  bound: 0,
  greedy: 0,
  worst: 0,
  low: { objective: 0, doNothing: 0 },
  scenarios: [],
  functions: [],
  teams: [],
  spending: [],
  risk: [],
  prices: { budget: null, teams: [] },
  chokepoints: { closed: [], left: [], closedCount: 0, leftCount: 0 },
  check: { points: 0, largestDifference: 0 },
}

function sixty(): PlanReport {
  const measures = Array.from({ length: 60 }, (_, index) => {
    const one = measureOf(measureLines[index % measureLines.length] ?? [])
    return { ...one, id: `${one.id}-${index}`, after: [], name: `${one.name} ${index}` }
  })
  return { ...whole, measures }
}

/** The report with `before` put in front of every name. */
export function renamed(report: PlanReport, before: string): PlanReport {
  const text = JSON.stringify(report, (key, value) => {
    return /name$/i.test(key) && typeof value === 'string' ? before + value : value
  })
  return JSON.parse(text) as PlanReport
}

function free(): PlanReport {
  const measures = whole.measures.map((one) => ({ ...one, cost: 0, once: 0, yearly: 0 }))
  return { ...whole, currency: null, budget: null, spent: 0, spending: [], measures }
}

function unlimited(): PlanReport {
  const spending = whole.spending.map((one) => ({ ...one, limit: null }))
  return { ...whole, budget: null, spending, prices: { budget: null, teams: [] } }
}

function single(): PlanReport {
  const scenarios = whole.scenarios.slice(2, 3).map((one) => {
    return { ...one, weight: 1, strikes: ['2026-12-01'] }
  })
  return { ...whole, scenarios }
}

const LONG = `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} and 給与の支払い for all who wait `

/** What a plan may be, by what is odd about it. */
export const planVariants: readonly (readonly [string, PlanReport])[] = [
  ['whole', whole],
  ['no measure', idle],
  ['empty', empty],
  ['no budget', unlimited()],
  [
    'no frontier',
    {
      ...whole,
      frontier: [],
      noRegret: [],
      legal: whole.legal.map((one) => ({ ...one, worth: null })),
    },
  ],
  ['one scenario', single()],
  ['no currency', free()],
  ['sixty', sixty()],
  [
    'not proven',
    {
      ...whole,
      status: 'feasible',
      gap: 0.232,
      bound: 806,
      check: { points: 54, largestDifference: 0.41 },
    },
  ],
  ['long names', renamed(whole, LONG)],
]
