/**
 * When each measure can be finished at the earliest: after its prerequisites, not before its own
 * earliest day (the forward pass of the critical path method, Kelley and Walker 1959).
 *
 * Teams and money are not yet limits here: what comes out is a lower bound that no plan beats.
 */
import type { Dossier, Measure } from '@holdfast/dossier'
import { type Day, type Diagnostic, formatDay, warning } from '@holdfast/kernel'
import { inOrderOfWaiting } from './candidate.ts'

export interface EarliestDates {
  readonly measure: Measure
  readonly start: Day
  /** The first day on which the measure is in effect. */
  readonly finish: Day
}

/**
 * The earliest dates of every measure, in the order of the dossier.
 *
 * @param on the day on which work may begin
 */
export function earliestDates(dossier: Dossier, on: Day): ReadonlyMap<string, EarliestDates> {
  const dates = new Map<string, EarliestDates>()
  for (const measure of inOrderOfWaiting(dossier)) {
    const before = measure.after.map((id) => dates.get(id)!.finish)
    const start = Math.max(on, measure.earliest ?? on, ...before)
    dates.set(measure.id, { measure, start, finish: start + measure.durationDays })
  }
  return new Map([...dossier.measures.keys()].map((id) => [id, dates.get(id)!]))
}

/** A warning for every measure that cannot be finished by its deadline, however much is spent. */
export function missedDeadlines(dossier: Dossier, on: Day): Diagnostic[] {
  return [...earliestDates(dossier, on).values()].flatMap(({ measure, finish }) => {
    if (measure.deadline === null || finish <= measure.deadline) return []
    const params = {
      id: measure.id,
      finish: formatDay(finish),
      deadline: formatDay(measure.deadline),
    }
    return [warning('plan/deadline-missed', params, measure.place)]
  })
}
