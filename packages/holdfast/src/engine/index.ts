/** What runs anywhere, in a browser too: the use cases on files as bytes. */
export {
  assessDossier,
  checkDossier,
  type DossierSummary,
  type ListedAnswer,
  type ListedInput,
  listed,
} from './assess.ts'
export { type Explanation, explain } from './explain.ts'
export * from './fault_tree_findings.ts'
export * from './findings.ts'
export * from './history_findings.ts'
export type {
  AssessInput,
  DossierFiles,
  LawFiles,
  ListFiles,
  RegimeFiles,
} from './inputs.ts'
export * from './list_read_findings.ts'
export * from './own_findings.ts'
export * from './owner_findings.ts'
export { misspeltWords } from './plan_call_check.ts'
export * from './plan_findings.ts'
export type { RegistryGiven } from './registry_chains.ts'
export { type RegistryReport, registryReport } from './registry_findings.ts'
export type { Screening, ScreenSubject } from './screen.ts'
export * from './screen_findings.ts'
export { changesSince } from './since.ts'
export * from './update_findings.ts'
export type { UpdateEvent } from './update_progress.ts'
export * from './watch_findings.ts'
