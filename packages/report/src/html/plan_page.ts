import type { PlanReport } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'

/** What every section of a plan's page is written from. */
export interface PlanPage {
  readonly report: PlanReport
  readonly words: Words
  /** The name of a measure, function, team or service by its id. */
  readonly name: (id: string) => string
}
