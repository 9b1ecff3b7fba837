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
  shareFact,
  type ShareRange,
} from './graph.ts'
export { OFAC_50, type OwnershipRule, SUBSIDIARY } from './rule.ts'
