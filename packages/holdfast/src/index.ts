export { dossierJsonSchema } from '@holdfast/dossier'
export * from './engine/index.ts'
export { type DiffCall, diffOf, keptVersions } from './node/list_history.ts'
export type { KeptVersion } from './node/list_index.ts'
export { type LogCall, logOf } from './node/list_log.ts'
export { type ListReadCall, readListAt } from './node/list_read.ts'
export {
  type Kept,
  type ListStore,
  type Origin,
  openStore,
  storeFolder,
} from './node/list_store.ts'
export { type ListsCall, listsFor } from './node/lists_for.ts'
export {
  type OwnCall,
  type OwnGraphCall,
  type OwnPartyCall,
  ownGraphFile,
  ownParty,
} from './node/own.ts'
export { planFolder } from './node/plan.ts'
export type { PlanCall } from './node/plan_call.ts'
export {
  buildRegistry,
  openRegistryFile,
  type RegistryBuildCall,
  type RegistryShowCall,
  showRegistry,
} from './node/registry.ts'
export {
  type DecideCall,
  decideMatch,
  type ScreenCall,
  type ScreeningRun,
  screenLists,
  screenPairs,
} from './node/screen.ts'
export { writeSecret } from './node/secret_file.ts'
export { type UpdateCall, updateLists } from './node/update_lists.ts'
export {
  type AssessCall,
  assessFolder,
  checkFolder,
  explainInFolder,
  initFolder,
  listedFrom,
} from './node/use_cases.ts'
export { type WatchCall, type Watched, watchFolder } from './node/watch_dossier.ts'
export { writingProblem } from './node/writable.ts'
