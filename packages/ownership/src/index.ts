export {
  type OwnershipGraph,
  type OwnershipStake,
  ownersFact,
  ownershipGraph,
  type ShareRange,
  shareFact,
} from './declared.ts'
export {
  type Completion,
  groupOf,
  type Holding,
  mayHaveUndeclaredHolder,
  openFacts,
  ownersAbove,
} from './declared_cascade.ts'
export { type Cone, coneAbove, coneAcross } from './registry/cone.ts'
export { OFAC_50, type OwnershipRule, SUBSIDIARY } from './rule.ts'
