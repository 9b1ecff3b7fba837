export { dossierJsonSchema } from '@holdfast/dossier'
export * from './engine/index.ts'
export type { KeptVersion } from './node/list_index.ts'
export { type ListReadCall, readListAt } from './node/list_read.ts'
export {
  type Kept,
  type ListStore,
  type Origin,
  openStore,
  storeFolder,
} from './node/list_store.ts'
export {
  type AssessCall,
  assessFolder,
  checkFolder,
  explainInFolder,
  initFolder,
  listedFrom,
} from './node/use_cases.ts'
