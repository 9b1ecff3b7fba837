export { dossierJsonSchema } from '@holdfast/dossier'
export * from './engine/index.ts'
export {
  type AssessCall,
  assessFolder,
  checkFolder,
  explainInFolder,
  initFolder,
  listedFrom,
} from './node/use_cases.ts'
