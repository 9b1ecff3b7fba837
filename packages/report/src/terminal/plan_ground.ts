import type { PlanReport } from '@holdfast/holdfast'
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
import { hang, harmless } from './width.ts'

const PROSE_MAX = 100

/** Each measure that is not part of the plan, and why. */
export function leftOutLines(report: PlanReport, screen: Screen): string[] {
  if (report.leftOut.length === 0) return []
  const { words } = screen
  const room = Math.min(screen.width, PROSE_MAX)
  const items = report.leftOut.map((measure) => {
    const text = `${measure.name}. ${tellReason(words, report, measure)}`
    return hang(' · ', harmless(text), room)
  })
  return section(screen, words.text('plan.leftOut'), items, 0)
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
