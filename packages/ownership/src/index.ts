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
export { fixedPoint, NO, type Start, UNKNOWN, YES } from './fixed_point.ts'
export { type Cone, coneAbove, coneAcross } from './registry/cone.ts'
export { OFAC_50, type OwnershipRule, SUBSIDIARY } from './rule.ts'
export type { CascadeRule } from './rule_data.ts'
export { PERCENT, WHOLE } from './share.ts'
export {
  OPEN_LOW,
  OTHERS_DISPERSED,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  type StakeColumns,
  type StakeTable,
  stakeTable,
} from './stake_table.ts'
