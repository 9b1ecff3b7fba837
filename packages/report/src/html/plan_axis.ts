import type { PlanReport } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import { monthsOf, tellMonth } from '../plan_telling.ts'
import { h, type Markup } from './markup.ts'

const DAY_MS = 86_400_000
/** Least distance of two labels of months. */
const MONTH_PITCH = 66

/** The box of a chart in its own units; the y axis points down. */
export interface Frame {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

export function round(value: number): number {
  return Math.round(value * 10) / 10
}

/** Maps 0 to `top` onto the height of a frame. */
export function upwards(frame: Frame, top: number): (value: number) => number {
  const height = frame.bottom - frame.top
  return (value) => round(frame.bottom - (top <= 0 ? 0 : (value / top) * height))
}

/** Maps the days of a horizon onto the width of a frame; days outside end at its edges. */
export function alongDays(frame: Frame, { from, days }: PlanReport['horizon']) {
  return (day: string): number => {
    const share = (Date.parse(day) - Date.parse(from)) / DAY_MS / Math.max(1, days)
    return round(frame.left + Math.min(1, Math.max(0, share)) * (frame.right - frame.left))
  }
}

/** Round values from 0 to at least `top`, some `count` of them: steps of 1, 2 or 5. */
export function ticksTo(top: number, count: number): number[] {
  if (top <= 0) return [0]
  const rough = top / count
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((part) => part * power).find((one) => one >= rough) ?? rough
  const steps = Math.ceil(top / step - 1e-9)
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(6)))
}

/** Lines across the frame with their values at the left. */
export function valueGrid(
  words: Words,
  frame: Frame,
  ticks: readonly number[],
  y: (value: number) => number,
): Markup[] {
  return ticks.map((tick) =>
    h(
      'g',
      { class: tick === 0 ? 'grid zero' : 'grid' },
      h('path', { d: `M${frame.left} ${y(tick)}H${frame.right}` }),
      h('text', { x: frame.left - 8, y: y(tick) + 4, class: 'end' }, words.number(tick)),
    ),
  )
}

/** A line at the first of each month, and the names of as many months as fit. */
export function monthGrid(
  words: Words,
  frame: Frame,
  horizon: PlanReport['horizon'],
  labelY: number,
): Markup[] {
  const x = alongDays(frame, horizon)
  let free = frame.left
  return monthsOf(horizon).map((month) => {
    const at = x(month)
    const shown = at >= free && at + MONTH_PITCH * 0.8 <= frame.right
    if (shown) free = at + MONTH_PITCH
    return h(
      'g',
      { class: shown ? 'grid' : 'grid faint' },
      h('path', { d: `M${at} ${frame.top}V${frame.bottom}` }),
      shown ? h('text', { x: at + 3, y: labelY }, tellMonth(words, month)) : null,
    )
  })
}

/** The attributes of a chart that is as wide as its box allows. */
export function chartAttributes(id: string, width: number, height: number) {
  return {
    viewBox: `0 0 ${width} ${height}`,
    class: 'chart',
    role: 'img',
    'aria-labelledby': `${id}-title ${id}-desc`,
  }
}

/** What a screen reader says of a chart. */
export function chartTitle(id: string, title: string, description: string): Markup[] {
  return [h('title', { id: `${id}-title` }, title), h('desc', { id: `${id}-desc` }, description)]
}
