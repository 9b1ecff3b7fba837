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
  questionKey,
  type Question,
  type Reading,
  type Readings,
  readingTaken,
  type Regime,
  type WindDownWindow,
} from './regime.ts'
export { countriesFile, type RegimeFile, regimeFile } from './schema.ts'
