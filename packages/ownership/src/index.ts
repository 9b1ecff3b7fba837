export {
  type Completion,
  groupOf,
  type Holding,
  mayHaveUndeclaredHolder,
  openFacts,
  ownersAbove,
} from './cascade.ts'
export {
  type OwnershipGraph,
  type OwnershipStake,
  ownersFact,
  ownershipGraph,
  type ShareRange,
  shareFact,
} from './graph.ts'
export { type Cone, coneAbove, coneAcross } from './registry/cone.ts'
export { OFAC_50, type OwnershipRule, SUBSIDIARY } from './rule.ts'
