export { type TableAbove, tableAbove } from './above.ts'
export type { MissingFact, OwnershipAnswer, ProofStep, ProvenStake } from './answer.ts'
export { Cascade, WORLDS } from './cascade.ts'
export { answerCeilings, type CeilingAnswer } from './ceilings.ts'
export {
  fixedPoint,
  NO,
  type Start,
  UNKNOWN,
  YES,
} from './fixed_point.ts'
export {
  type ExceptionMeaning,
  exceptionMeaning,
  meansNoParent,
} from './gleif/exceptions.ts'
export { readGleif } from './gleif/read.ts'
export { type PartyGraph, partyGraph } from './graph.ts'
export { groupWith } from './members.ts'
export { writtenKey } from './party_key.ts'
export { ownershipFormatOf, readSource } from './read_source.ts'
export type { OwnershipFormat } from './reading.ts'
export type * from './records.ts'
export { bytesOfRegistry, type RegistryBytes } from './registry/block_reader.ts'
export type { ByteSink } from './registry/block_writer.ts'
export { RegistryBuilder, SOURCES_MAX } from './registry/builder.ts'
export { type Cone, coneAbove, coneAcross } from './registry/cone.ts'
export { RegistryInMemory } from './registry/memory.ts'
export { openRegistry } from './registry/open.ts'
export type * from './registry/port.ts'
export type { StoredRegistry } from './registry/stored.ts'
export type * from './rule_data.ts'
export {
  exactShare,
  isExact,
  PERCENT,
  type Share,
  SOME_SHARE,
  WHOLE,
} from './share.ts'
export { shareText } from './share_text.ts'
export {
  type Choice,
  mayMatterWhoElse,
  rowsInto,
  type Spread,
  settlesShare,
} from './spread.ts'
export {
  BRANCH,
  CONTROLS,
  MAY_CONTROL,
  OPEN_LOW,
  OTHERS_DISPERSED,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  type StakeColumns,
  type StakeTable,
  stakeTable,
} from './stake_table.ts'
export type { Stake } from './stakes.ts'
export { answerTop, type TopAnswer } from './top.ts'
