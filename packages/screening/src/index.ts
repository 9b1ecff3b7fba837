export { comparability, comparePair, type PairScore, pairTerms } from './compare.ts'
export {
  type Decided,
  type Decision,
  DecisionMemory,
  type DecisionOutcome,
  subjectKey,
} from './decision.ts'
export { type Terms, THRESHOLD } from './model.ts'
export { WORDS_MAX } from './name_form.ts'
export type { ScreenQuery } from './query.ts'
export { buildScreen, type Screen } from './screen.ts'
export { type Match, type ScreenOptions, screenName } from './screen_name.ts'
