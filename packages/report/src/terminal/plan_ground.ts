import type { LeftOutMeasure, PlanReport } from '@holdfast/holdfast'
import {
  tellCheck,
  tellLoss,
  tellLow,
  tellReason,
  tellShare,
  tellStrikes,
} from '../plan_telling.ts'
import { section } from './findings.ts'
import type { Screen } from './paint.ts'
import { displayWidth, hang, harmless, pad, wrap } from './width.ts'

const PROSE_MAX = 100

/** So many measures without money are put together into a table. */
const TABLE_MIN = 3
const NAME_COLUMNS_MAX = 60

/** Each measure that is not part of the plan, and why; those without money as a table. */
export function leftOutLines(report: PlanReport, screen: Screen): string[] {
  if (report.leftOut.length === 0) return []
  const { words } = screen
  const room = Math.min(screen.width, PROSE_MAX)
  const poor = report.leftOut.filter(({ reason }) => reason === 'budget')
  const tabled = new Set(poor.length < TABLE_MIN ? [] : poor)
  const items = report.leftOut.flatMap((measure) => {
    if (tabled.has(measure)) return []
    const text = `${measure.name}. ${tellReason(words, report, measure)}`
    return [hang(' · ', harmless(text), room)]
  })
  const table = tabled.size === 0 ? [] : [moneyTable([...tabled], screen, room)]
  return section(screen, words.text('plan.leftOut'), [...table, ...items], 0)
}

/** What there is no money for, the most useful first. */
function moneyTable(measures: readonly LeftOutMeasure[], screen: Screen, room: number): string[] {
  const { words } = screen
  const ranked = measures.toSorted((a, b) => b.wouldSave - a.wouldSave || a.cost - b.cost)
  const figures = ranked.map(({ cost, wouldSave }) => {
    const money = words.number(Math.round(cost)).padStart(10)
    return `${money}  ${tellLoss(words, wouldSave).padStart(6)}`
  })
  const names = ranked.map(({ name }) => displayWidth(harmless(name)))
  const columns = Math.min(NAME_COLUMNS_MAX, room - 23, Math.max(...names))
  const intro = words.text('plan.leftOut.money', { count: ranked.length })
  const rows = ranked.flatMap(({ name }, index) => {
    const [first = '', ...more] = wrap(harmless(name), columns)
    const start = `   ${pad(first, columns)}  ${figures[index] ?? ''}`
    return [start, ...more.map((line) => `   ${line}`)]
  })
  return [...hang(' · ', intro, room), ...rows]
}

/** The scenarios that were counted with, and what each loses before and after. */
export function scenarioLines(report: PlanReport, screen: Screen): string[] {
  if (report.scenarios.length === 0) return []
  const { words, paint, width } = screen
  const items = report.scenarios.map((scenario) => {
    const losses = words.text('plan.fromTo', {
      before: tellLoss(words, scenario.doNothing),
      after: tellLoss(words, scenario.plan),
    })
    const counts = words.text('plan.share', { share: tellShare(words, scenario.weight) })
    const under = `${counts} · ${tellStrikes(words, scenario)}`
    return [
      ...hang(' · ', `${harmless(scenario.name)}: ${losses}`, width),
      ...hang('   ', under, width).map(paint.dim),
    ]
  })
  return section(screen, words.text('plan.scenarios'), items, 0)
}

/** The low end, and what came out when the plan was assessed anew. */
export function sureLines(report: PlanReport, screen: Screen): string[] {
  if (report.doNothing === 0) return []
  const { words } = screen
  const items = [tellLow(words, report), tellCheck(words, report)].map((text) => {
    return hang(' · ', text, Math.min(screen.width, PROSE_MAX))
  })
  return section(screen, words.text('plan.sure'), items, 0)
}
