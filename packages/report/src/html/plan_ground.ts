import type { LeftOutMeasure, PlanReport } from '@holdfast/holdfast'
import {
  moneyHeading,
  tellCheck,
  tellKind,
  tellLoss,
  tellLow,
  tellReason,
  tellShare,
  tellStrikes,
} from '../plan_telling.ts'
import { h } from './markup.ts'
import { type Column, type Section, table } from './page.ts'
import type { PlanPage } from './plan_page.ts'
import { diagnosticList } from './sources.ts'

/** Each measure that is not part of the plan, and why. */
export function leftOutSection({ report, words }: PlanPage): Section | null {
  if (report.leftOut.length === 0) return null
  const columns: Column<LeftOutMeasure>[] = [
    {
      heading: 'plan.col.what',
      cell: ({ name, kind }) => [name, h('small', {}, tellKind(words, kind))],
    },
    { heading: 'plan.col.why', cell: (measure) => tellReason(words, report, measure) },
    {
      heading: 'plan.col.cost',
      title: moneyHeading(words, 'plan.col.cost', report.currency),
      cell: ({ cost }) => words.number(Math.round(cost)),
      class: 'number',
    },
    {
      heading: 'plan.col.wouldSave',
      cell: ({ wouldSave }) => tellLoss(words, wouldSave),
      class: 'number',
    },
  ]
  return {
    id: 'left-out',
    title: words.text('plan.leftOut'),
    body: table(words, words.text('plan.html.leftOutCaption'), columns, report.leftOut),
  }
}

/** What was counted with. */
export function scenarioSection({ report, words }: PlanPage): Section | null {
  if (report.scenarios.length === 0) return null
  const columns: Column<PlanReport['scenarios'][number]>[] = [
    { heading: 'plan.col.scenario', cell: ({ name }) => name },
    { heading: 'plan.col.counts', cell: ({ weight }) => tellShare(words, weight), class: 'number' },
    { heading: 'plan.col.strikes', cell: (scenario) => tellStrikes(words, scenario) },
    {
      heading: 'plan.col.before',
      cell: ({ doNothing }) => tellLoss(words, doNothing),
      class: 'number',
    },
    { heading: 'plan.col.after', cell: ({ plan }) => tellLoss(words, plan), class: 'number' },
  ]
  return {
    id: 'scenarios',
    title: words.text('plan.scenarios'),
    body: table(words, words.text('plan.html.scenariosCaption'), columns, report.scenarios),
  }
}

/** The low end, and what came out when the plan was assessed anew. */
export function sureSection({ report, words }: PlanPage): Section | null {
  if (report.doNothing === 0) return null
  return {
    id: 'sure',
    title: words.text('plan.sure'),
    body: h(
      'ul',
      { class: 'points' },
      h('li', {}, tellLow(words, report)),
      h('li', {}, tellCheck(words, report)),
    ),
  }
}

/** What was noticed on the way. */
export function warningSection({ report, words }: PlanPage): Section | null {
  if (report.diagnostics.length === 0) return null
  return {
    id: 'diagnostics',
    title: words.text('html.diagnostics', { count: report.diagnostics.length }),
    body: diagnosticList(words, report.diagnostics),
  }
}
