import type { DecisionFinding, PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import {
  CAPACITY,
  functionLines,
  leftOutLines,
  measureLines,
  TEAM_NAMES,
} from './fixture_plan_data.ts'

/** A plan of an invented tribunal: sums agree with each other, figures are made up. */

const FROM = '2026-11-25'
const DAYS = 540
const PERIOD = 30
const DAY_MS = 86_400_000

const SCENARIOS = [
  ['as-is', 'The world as it is', 0.2, 0.02, null],
  ['four-tranches', 'Four tranches, as in 2025', 0.4, 0.23, 18],
  ['listed', 'The tribunal itself is listed', 0.25, 0.55, 18],
  ['eu-first', 'The EU adds the order to its statute, then the tribunal is listed', 0.15, 0.2, 1],
] as const

const PERIODS = Array.from({ length: DAYS / PERIOD }, (_, index) => {
  const from = later(FROM, index * PERIOD)
  return { from, until: later(from, PERIOD - 1) }
})

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0)
}

export function measureOf(line: readonly string[]): PlannedMeasure {
  const [id = '', kind = '', ...rest] = line
  const [start = 0, days = 0, once = 0, yearly = 0] = rest.map(Number)
  const [team = '', personDays, saves, sure, after = '-', name = ''] = rest.slice(4)
  const begin = later(FROM, start * PERIOD)
  const running = Math.max(0, DAYS - start * PERIOD - days)
  const effort = (of: string, count: number) => {
    return { team: of, name: TEAM_NAMES[of] ?? of, personDays: count }
  }
  return {
    id,
    name,
    kind,
    start: begin,
    finish: later(begin, days),
    deadline: id === 'm-prepaid-salaries' ? later(begin, 60) : null,
    cost: once + Math.round((yearly * running) / 365),
    once,
    yearly: Math.round((yearly * running) / 365),
    effort: [
      effort(team, Number(personDays)),
      ...(id === 'm-public-bank' ? [effort('procurement', 5)] : []),
    ],
    after: after === '-' ? [] : [after],
    saves: Number(saves),
    helps: functionLines.slice(start % 5, (start % 5) + 2).map(([one = '']) => one),
    fixed: id === 'm-printed',
    noRegret: sure === 'sure',
  }
}

function decision(kind: DecisionFinding['kind'], byName: string, whatName: string, services = 1) {
  const slug = (name: string) => name.toLowerCase().replaceAll(' ', '-')
  return {
    kind,
    on: null,
    by: slug(byName),
    byName,
    what: slug(whatName),
    whatName,
    regime: null,
    services: Array.from({ length: services }, (_, index) => `s${index}`),
    alternatives: [],
  }
}

function chokepoints(): PlanReport['chokepoints'] {
  const accounts = decision('withdraw', 'North Sea Bank', 'the accounts', 3)
  const point = (id: string, functionName: string, ...decisions: DecisionFinding[]) => {
    return { function: id, functionName, decisions }
  }
  return {
    closed: [
      point('pay-staff', 'Pay the staff', accounts),
      point(
        'investigate',
        'Investigate',
        decision('designate', 'The United States', 'the tribunal'),
      ),
      point(
        'evidence',
        'Receive and keep evidence',
        decision('withdraw', 'Cumulus Cloud', 'hosting'),
        decision('withdraw', 'Lattice', 'the evidence platform'),
      ),
    ],
    left: [
      point(
        'witnesses',
        'Protect witnesses',
        decision('withdraw', 'Orbital', 'satellite telephones'),
        accounts,
      ),
    ],
    closedCount: 21,
    leftCount: 13,
  }
}

function leftOut(): PlanReport['leftOut'] {
  return leftOutLines.map(([id = '', reason, because = '', cost, saves, name = '']) => ({
    id,
    name,
    kind: 'substitute',
    reason: reason as PlanReport['leftOut'][number]['reason'],
    because: because === '-' ? [] : because.split(','),
    cost: Number(cost),
    wouldSave: Number(saves),
  }))
}

function frontierOf(objective: number, doNothing: number, spent: number): PlanReport['frontier'] {
  const shares = [1, 0.62, 0.44, 0.335, 0.28, 0.262, 0, 0.24, 0.236]
  return shares.map((share, index) => {
    const budget = index * 400_000
    const value = index === 6 ? objective : Math.round(doNothing * share)
    return {
      budget,
      cost: index === 6 ? spent : Math.max(0, budget - 7_000 * index),
      objective: value,
      bound: value * 0.993,
      gap: 0.007,
      measures: measureLines.slice(0, index * 3).map(([id = '']) => id),
      knee: index === 3,
    }
  })
}

function functionsOf(): PlanReport['functions'] {
  const day = (text: string | undefined) => (text === '-' ? null : Number(text))
  return functionLines.map(
    ([id = '', weight, tolerance, before, after, first, then, name = '']) => {
      const stop = day(first)
      const possible = (index: number) => {
        if (index === 0 || stop === null) return index === 2 ? 44 : null
        return Math.max(0, stop - 3)
      }
      return {
        id,
        name,
        weight: Number(weight),
        toleranceDays: Number(tolerance),
        before: Number(before),
        after: Number(after),
        scenarios: SCENARIOS.map(([scenario], index) => ({
          scenario,
          before: { certain: index === 2 ? stop : null, possible: possible(index) },
          after: { certain: null, possible: index === 2 ? day(then) : null },
        })),
      }
    },
  )
}

function riskOf(report: Pick<PlanReport, 'doNothing' | 'greedy' | 'objective' | 'measures'>) {
  const curve = (total: number, rest: number, speed: number) => {
    const raw = PERIODS.map((_, index) => {
      const x = (index + 0.5) / PERIODS.length
      return x * (rest + (1 - rest) * Math.exp(-speed * x))
    })
    return raw.map((value) => (value * total) / sum(raw) / PERIOD)
  }
  const before = curve(report.doNothing, 1, 0)
  const beside = curve(report.greedy, 0.22, 4.2)
  const best = curve(report.objective, 0.184, 5)
  return PERIODS.map(({ from, until }, index) => ({
    from,
    until,
    doNothing: before[index] ?? 0,
    greedy: beside[index] ?? 0,
    plan: best[index] ?? 0,
    finished: report.measures
      .filter(({ finish }) => finish >= from && finish <= until)
      .map(({ id }) => id),
  }))
}

function teamsOf(measures: readonly PlannedMeasure[]): PlanReport['teams'] {
  const share = (team: string, from: string, until: string) => (one: PlannedMeasure) => {
    if (one.start > until || one.finish <= from) return 0
    const days = (Date.parse(one.finish) - Date.parse(one.start)) / DAY_MS
    const effort = one.effort.filter((part) => part.team === team)
    return sum(effort.map(({ personDays }) => (personDays / days) * Math.min(PERIOD, days)))
  }
  return Object.entries(TEAM_NAMES).map(([team, name]) => {
    const capacity = CAPACITY[team] ?? null
    const used = PERIODS.map(({ from, until }) => {
      const days = sum(measures.map(share(team, from, until)))
      return Math.min(capacity ?? days, Math.round(days * 10) / 10)
    })
    return { team, name, capacity, used }
  })
}

function scenariosOf(doNothing: number, objective: number): PlanReport['scenarios'] {
  return SCENARIOS.map(([id, name, weight, share, strikes]) => ({
    id,
    name,
    weight,
    strikes: strikes === null ? null : PERIODS.slice(0, strikes).map(({ from }) => later(from, 15)),
    doNothing: doNothing * share,
    plan: objective * share,
  }))
}

/** What money and people buy. */
function pricesOf(): Pick<PlanReport, 'prices' | 'legal'> {
  const team = { team: 'registry-it', name: TEAM_NAMES['registry-it'] ?? '', step: 10, saves: 26 }
  const law = {
    regime: 'us-eo14203',
    counterLaw: 'eu-blocking',
    name: 'The EU adds Executive Order 14203 to its Blocking Statute',
  }
  return {
    prices: { budget: { step: 100_000, saves: 11.2 }, teams: [team] },
    legal: [{ ...law, doNothing: 3110, plan: 802, worth: 290_000 }],
  }
}

/** The whole of it; a test changes what it is about. */
export function fixturePlan(): PlanReport {
  const measures = measureLines.map(measureOf)
  const functions = functionsOf()
  const doNothing = sum(functions.map(({ before }) => before))
  const objective = sum(functions.map(({ after }) => after))
  const spent = sum(measures.map(({ cost }) => cost))
  const greedy = 1310
  return {
    institution: { id: 'tribunal', name: 'International Tribunal for Crimes (invented)' },
    on: FROM,
    horizon: { from: FROM, until: later(FROM, DAYS - 1), days: DAYS },
    periodDays: PERIOD,
    periods: PERIODS,
    currency: 'EUR',
    scenarios: scenariosOf(doNothing, objective),
    status: 'optimal',
    gapAsked: 0.01,
    objective,
    bound: objective * 0.9914,
    gap: 0.0086,
    doNothing,
    greedy,
    low: { objective: 96, doNothing: 610 },
    worst: 40_000,
    budget: 2_400_000,
    spent,
    spending: PERIODS.map(({ from, until }) => {
      const begun = measures.filter(({ start }) => start === from)
      return { from, until, amount: sum(begun.map(({ once }) => once)), limit: 600_000 }
    }),
    teams: teamsOf(measures),
    measures,
    leftOut: leftOut(),
    risk: riskOf({ doNothing, greedy, objective, measures }),
    functions,
    chokepoints: chokepoints(),
    frontier: frontierOf(objective, doNothing, spent),
    noRegret: measures.filter(({ noRegret }) => noRegret).map(({ id }) => id),
    ...pricesOf(),
    check: { points: 54, largestDifference: 2e-9 },
    names: {
      'cloud-second': 'Second cloud',
      'us-eo14203': 'EO 14203',
      'eu-blocking': 'Blocking Statute',
    },
    diagnostics: [],
  }
}
