/** What runs anywhere, in a browser too: the use cases on files as bytes. */
export {
  assessDossier,
  checkDossier,
  type DossierSummary,
  listed,
  type ListedAnswer,
  type ListedInput,
} from './assess.ts'
export { explain, type Explanation } from './explain.ts'
export * from './findings.ts'
export type {
  AssessInput,
  DossierFiles,
  LawFiles,
  ListFiles,
  RegimeFiles,
} from './inputs.ts'
export { changesSince } from './since.ts'
