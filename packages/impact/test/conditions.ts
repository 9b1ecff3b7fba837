/** Conditions on measures as their words say them: one decision after the other. */
import { ALWAYS_HOLDS, type MeasureCondition, type MeasureDecision } from '../src/planned_parts.ts'

/** Whether a condition holds, by what is finished. */
export function conditionHolds(
  { root, decisions }: MeasureCondition,
  isFinished: (measure: string, when: MeasureDecision['when']) => boolean,
): boolean {
  let at = root
  while (at >= 0) {
    const { measure, when, finished, missing } = decisions[at]!
    at = isFinished(measure, when) ? finished : missing
  }
  return at === ALWAYS_HOLDS
}
