import type { PlanProgress } from '@holdfast/holdfast'
import { tellLoss, tellShare } from '../plan_telling.ts'
import { screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, fit } from './width.ts'

const GAP = '  '

/**
 * One line that says how far a search is: the step, the best plan so far, below what no plan can
 * be, and the gap between the two. What does not fit is left out, the bound first; the line is
 * never wider than `width`, which may be as narrow as the terminal is.
 */
export function renderPlanProgress(event: PlanProgress, options: TerminalOptions): string {
  const { words, paint } = screenOf(options)
  const width = Math.max(1, Math.floor(options.width))
  const { step, incumbent, bound, gap, done, of } = event
  const name = words.text(`plan.progress.${step}`)
  const count = of > 1 ? ` ${words.text('plan.progress.of', { done, of })}` : ''
  const told = (key: 'best' | 'bound', value: number | null) => {
    return value === null
      ? ''
      : words.text(`plan.progress.${key}`, { value: tellLoss(words, value) })
  }
  const best = told('best', incumbent)
  const below = told('bound', bound)
  const open = gap === null ? '' : words.text('plan.progress.gap', { value: tellShare(words, gap) })
  const join = (parts: readonly string[]) => parts.filter((part) => part !== '').join(GAP)
  const wholes = [join([best, below, open]), join([best, open]), open]
  const start = `${name}${count}`
  const rest = wholes.find((one) => displayWidth(join([start, one])) <= width)
  if (rest === undefined || rest === '') return paint.accent(fit(start, width))
  return `${paint.accent(start)}${GAP}${rest}`
}
