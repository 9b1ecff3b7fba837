export {
  boundBy,
  type Completion,
  notBound,
  openFactsOfBound,
  type Subject,
  type WorldPort,
} from './bound.ts'
export {
  bindsUnder,
  buildRegime,
  type Condition,
  type Exemption,
  exemptsUnder,
  forbidsKind,
  type Question,
  questionKey,
  type Reading,
  type Readings,
  type Regime,
  readingTaken,
  type WindDownWindow,
} from './regime.ts'
export { countriesFile, type RegimeFile, regimeFile } from './schema.ts'
