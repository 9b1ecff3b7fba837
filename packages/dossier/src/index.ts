export { checkDossier, type KnownRegimes, neededIds } from './check.ts'
export * from './model.ts'
export { readAssumptions, readDossier } from './read.ts'
export { dossierJsonSchema } from './schema.ts'
export {
  SERVICE_KINDS,
  type ServiceKind,
  type ServiceKindId,
} from './service_kind.ts'
export { readShape, where } from './shape.ts'
export { type Path, readSource, Source, type SourceText } from './source.ts'
