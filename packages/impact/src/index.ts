export {
  type Assessment,
  assess,
  type FunctionLikelihood,
  type OtherReading,
  type ScenarioAssessment,
} from './assess.ts'
export { eventOf, type GateMeaning } from './boolean.ts'
export type { ChokepointDecision, ChokepointFound, Chokepoints } from './chokepoints.ts'
export type { ScenarioGround } from './context.ts'
export type { Completion, Ground, ListPort } from './ground.ts'
export type { LikelihoodModel } from './likelihood.ts'
export type { Listing, TargetSpan } from './listings.ts'
export { applyMeasures } from './measures.ts'
export type { Outcome } from './outcome.ts'
export { controls, organisedIn, parentsOf } from './parentage.ts'
export { explainParty } from './party_proof.ts'
export {
  type LossStretch,
  type PlannedLosses,
  plannedLosses,
  type StruckScenario,
} from './planned.ts'
export {
  ALWAYS_HOLDS,
  type LossGroup,
  type LossPart,
  type MeasureCondition,
  NEVER_HOLDS,
} from './planned_parts.ts'
export { PlannedWorld } from './planned_world.ts'
export { functionProof } from './proof.ts'
export { Reassessment, type StopDay } from './reassess.ts'
export { strikeDay, strikingOn } from './strike.ts'
export { memberSupplyId, type Supply } from './supply.ts'
export type { FactEffect } from './unknowns.ts'
export { likelihoodOf, type VerdictWord, type Withdrawal } from './withdrawal.ts'
