export { checkModel, type ModelFault } from './check.ts'
export {
  type Compiled,
  compile,
  LIMITS,
  type Limits,
  type Order,
  type Outcome,
  type Overrides,
} from './compiled.ts'
export { type CutSets, type Listing, SETS_MAX } from './cutsets.ts'
export type { BasicEvent, Formula, Model } from './model.ts'
