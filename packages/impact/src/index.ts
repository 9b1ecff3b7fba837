export {
  type Assessment,
  assess,
  type FunctionLikelihood,
  type OtherReading,
  type ScenarioAssessment,
  scenarioGround,
} from './assess.ts'
export type { ChokepointDecision, ChokepointFound } from './chokepoints.ts'
export type { ScenarioGround } from './context.ts'
export { ADVERSE, BENIGN, type Completion, type Ground, type ListPort } from './ground.ts'
export type { Listing, TargetSpan } from './listings.ts'
export { type Outcome, outcomeOf } from './outcome.ts'
export { explainParty } from './party_proof.ts'
export { functionProof } from './proof.ts'
export { memberSupplyId, type Supply } from './supply.ts'
export { spanFrom } from './targets.ts'
export type { FactEffect } from './unknowns.ts'
export { likelihoodOf, type VerdictWord, type Withdrawal } from './withdrawal.ts'
