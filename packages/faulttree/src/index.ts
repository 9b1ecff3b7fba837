export { checkModel, type ModelFault } from './check.ts'
export {
  type Bounded,
  type Compiled,
  compile,
  type Importances,
  LIMITS,
  type Limits,
  type Outcome,
  type Overrides,
  type Stopped,
} from './compiled.ts'
export { type CutSets, type Listing, SETS_MAX } from './cutsets.ts'
export type { Importance } from './importance.ts'
export type { BasicEvent, Formula, Model } from './model.ts'
export type { First } from './rank.ts'
export { type Fn, type Literal, ResidualDiagram, type ResidualLimits } from './residual.ts'
export type { Remainder } from './residual_spread.ts'
