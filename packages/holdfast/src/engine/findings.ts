/**
 * What an assessment finds, as data: the shape of `holdfast assess --json`.
 *
 * The schemas are the contract: types and the published JSON Schema are derived from them. Dates
 * are ISO days, what does not happen is null, likelihoods are intervals [low, high].
 */
import { z } from 'zod'
import { ownedParty, registryLaid } from './owner_findings.ts'

const isoDay = z.iso.date()
const dayOrNull = isoDay.nullable()
const likelihood = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])

export const place = z.strictObject({
  file: z.string(),
  line: z.int().min(1),
  column: z.int().min(1),
  excerpt: z.string(),
  length: z.int().min(0),
})

const params = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.array(z.string()).readonly(), z.null()]),
)

/** One step of a proof; `because` holds what it rests on. */
export const statement = z.strictObject({
  key: z.string(),
  params,
  get because() {
    return z.array(statement).readonly()
  },
  place: place.exactOptional(),
  source: z.string().exactOptional(),
})

export const diagnostic = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  params,
  places: z.array(place).readonly(),
})

export const verdict = z.enum(['must-stop', 'may-stop', 'contested', 'stays', 'unknown'])

/** A decision of a scenario, or one that a chokepoint consists of. */
export const decision = z.strictObject({
  /** `designate`, `lift`, `license`, `annex`, `withdraw`, `steps-aside`. */
  kind: z.enum(['designate', 'lift', 'license', 'annex', 'withdraw', 'steps-aside']),
  on: dayOrNull,
  /** Who decides: the power's id for a designation, the provider for a withdrawal. */
  by: z.string(),
  byName: z.string(),
  /** The target, the service withdrawn, the instrument annexed, the person who steps aside. */
  what: z.string(),
  whatName: z.string(),
  regime: z.string().nullable(),
  /** All services that go with the decision when several name one cause; else the one. */
  services: z.array(z.string()),
  /** Parties whose designation in place of `what` would do the same. */
  alternatives: z.array(z.string()),
})

export const listUsed = z.strictObject({
  id: z.string(),
  published: dayOrNull,
  provenance: z.enum(['official', 'reconstructed']),
  /** `unproven`: the file does not show by itself that it is whole. */
  whole: z.enum(['proven', 'unproven']),
  entries: z.int(),
  sha256: z.string(),
})

export const designated = z.strictObject({
  party: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  /** The regime's id; the programme, or the list, where no regime at hand has that programme. */
  regime: z.string(),
  /** The list with the entry; absent where no list but a table, a scenario or owners say so. */
  list: z.string().exactOptional(),
  entry: z.string().nullable(),
  since: dayOrNull,
  precision: z.enum(['day', 'month', 'year', 'range', 'unknown']),
  /** `yes` when the party is a target on the day, `unknown` when the facts do not settle it. */
  target: z.enum(['yes', 'unknown']),
  status: z.string(),
  /** How the party was found: number, name, owners, or a scenario that puts it there. */
  basis: z.enum(['number', 'name', 'owned', 'scenario']),
  /** The scenario that designates, or null for the world as it is. */
  scenario: z.string().nullable(),
})

export const functionFinding = z.strictObject({
  id: z.string(),
  name: z.string(),
  weight: z.number(),
  toleranceDays: z.int(),
  certain: dayOrNull,
  possible: dayOrNull,
  /** Probability of stopping within the horizon, given the scenario. */
  probability: likelihood,
  /** The same when all withdrawals depend fully on each other. */
  dependent: likelihood,
  /** Weight times expected days beyond tolerance within the horizon. */
  loss: z.tuple([z.number(), z.number()]),
  /**
   * How many smallest sets of decisions stop it, as a decimal; `chokepoints` tells the first of
   * them. Null when it stops for certain anyway, cannot stop, or the limit was met.
   */
  cutSets: z.string().regex(/^\d+$/).nullable(),
  /** The unknown facts on which this answer depends, ids as in `unknowns`. */
  dependsOn: z.array(z.string()),
  proof: statement,
})

export const serviceFinding = z.strictObject({
  id: z.string(),
  name: z.string(),
  verdict,
  earliest: dayOrNull,
  latest: dayOrNull,
  /** What a withdrawal does: `refused`, a substitute can restore; `frozen`, a holder keeps it. */
  kind: z.enum(['refused', 'frozen']).nullable(),
  service: z.string(),
  provider: z.string(),
  providerName: z.string(),
  beneficiary: z.string(),
  beneficiaryName: z.string(),
  /** Which row of the semantics' section 5 decided, over all regimes. */
  case: z.enum([
    'exempt',
    'licensed',
    'direct',
    'indirect',
    'over-compliance',
    'in-house',
    'unexposed',
    'untouched',
    'decided',
  ]),
  regime: z.string().nullable(),
  likelihood,
  /** Days on which the service itself fails, its own needs included. */
  certain: dayOrNull,
  possible: dayOrNull,
  dependsOn: z.array(z.string()),
  proof: statement,
})

export const teamFinding = z.strictObject({
  id: z.string(),
  name: z.string(),
  size: z.int(),
  minimum: z.int(),
  mustStop: z.int(),
  mayStop: z.int(),
  contested: z.int(),
  stays: z.int(),
  unknown: z.int(),
  /** Members that can still be lost beside those who must stop; negative when too few are left. */
  margin: z.int(),
})

/** A counter-law covers the withdrawal: a file to open under it. */
export const legalFile = z.strictObject({
  service: z.string(),
  provider: z.string(),
  regime: z.string(),
  counterLaw: z.string(),
  from: isoDay,
  /** True when the class has no interval of its own for a contested withdrawal. */
  intervalKept: z.boolean(),
})

export const scenarioFinding = z.strictObject({
  id: z.string(),
  name: z.string(),
  description: z.string().nullable(),
  decisions: z.array(decision),
  functions: z.array(functionFinding),
  services: z.array(serviceFinding),
  teams: z.array(teamFinding),
  legalFiles: z.array(legalFile),
  /** Expected loss over all functions: weight times days. */
  loss: z.tuple([z.number(), z.number()]),
})

export const chokepoint = z.strictObject({
  scenario: z.string(),
  function: z.string(),
  functionName: z.string(),
  decisions: z.array(decision),
  order: z.int(),
  /** Product of the decisions' likelihoods; null when it holds a decision nobody estimated. */
  probability: likelihood.nullable(),
  /** Other functions that the same decisions stop in the scenario. */
  alsoStops: z.array(z.string()),
  /** Weight of all functions that the decisions stop. */
  weight: z.number(),
})

export const unknownFact = z.strictObject({
  id: z.string(),
  /** The party, service or member the fact is about. */
  about: z.string(),
  aboutName: z.string(),
  /** `owners`, `nationality`, `incorporated`, `identity`, `share`, ... */
  fact: z.string(),
  params,
  /** The largest change of expected loss between its completions, over the scenarios. */
  effect: z.number(),
  /** Functions whose answer depends on it, over the scenarios. */
  functions: z.array(z.string()),
  /** Services whose verdict depends on it, over the scenarios. */
  services: z.array(z.string()),
})

const change = z.strictObject({
  scenario: z.string(),
  /** A function's or service's id, and which of its answers changed. */
  about: z.string(),
  aboutName: z.string(),
  what: z.enum(['certain', 'possible', 'verdict', 'probability', 'appeared', 'gone']),
  from: z.string().nullable(),
  to: z.string().nullable(),
})

export const readingUsed = z.strictObject({
  regime: z.string(),
  question: z.string(),
  questionText: z.string(),
  reading: z.string(),
  name: z.string(),
  argument: z.string(),
  source: z.string().nullable(),
  others: z.array(
    z.strictObject({
      reading: z.string(),
      name: z.string(),
      argument: z.string(),
      /** What changes in the answer under this reading. */
      changes: z.array(change),
    }),
  ),
})

/** A line of the dossier with its standing. `about` is the thing's id, `fact` the line's name. */
const factLine = {
  about: z.string(),
  fact: z.string(),
  value: z.string(),
  source: z.string().nullable(),
  place: place.exactOptional(),
}

export const assumedFact = z.strictObject(factLine)

export const disputedFact = z.strictObject({
  ...factLine,
  accounts: z.array(z.strictObject({ account: z.string(), source: z.string().nullable() })),
})

export const overdueFact = z.strictObject({
  ...factLine,
  reviewBy: isoDay,
  owner: z.string().nullable(),
})

export const assumptionUsed = z.strictObject({
  id: z.string(),
  class: z.string(),
  regime: z.string(),
  case: z.string(),
  interval: likelihood,
  evidence: z.string(),
  source: z.string().nullable(),
  /** True when the dossier states it, false when it comes with the product. */
  own: z.boolean(),
  /** Services whose likelihood it gives. */
  services: z.array(z.string()),
})

export const licenceFinding = z.strictObject({
  id: z.string(),
  name: z.string(),
  regime: z.string(),
  status: z.enum(['held', 'applied', 'expired']),
  until: dayOrNull,
  daysLeft: z.int().nullable(),
  source: z.string().nullable(),
})

/** The dependency picture: what needs what, in layers from functions down to owners. */
export const graphNode = z.strictObject({
  id: z.string(),
  name: z.string(),
  layer: z.enum(['function', 'service', 'team', 'party']),
})

export const graphEdge = z.strictObject({
  from: z.string(),
  to: z.string(),
  /** `needs`: from needs to; `supplied-by`: the provider; `owned-by`: the owner. */
  kind: z.enum(['needs', 'supplied-by', 'owned-by']),
})

export const assessReport = z.strictObject({
  format: z.literal('holdfast-assess/1'),
  institution: z.strictObject({
    id: z.string(),
    name: z.string(),
    note: z.string().nullable(),
  }),
  on: isoDay,
  horizonDays: z.int(),
  lists: z.array(listUsed),
  /** Registries of owners that were laid on the dossier; absent when there were none. */
  registries: z.array(registryLaid).exactOptional(),
  /** Suppliers with owners, and everyone above them; absent in reports of earlier versions. */
  owned: z.array(ownedParty).exactOptional(),
  designated: z.array(designated),
  scenarios: z.array(scenarioFinding),
  chokepoints: z.array(chokepoint),
  unknowns: z.array(unknownFact),
  readings: z.array(readingUsed),
  assumptions: z.array(assumptionUsed),
  assumed: z.array(assumedFact),
  disputed: z.array(disputedFact),
  overdue: z.array(overdueFact),
  licences: z.array(licenceFinding),
  graph: z.strictObject({ nodes: z.array(graphNode), edges: z.array(graphEdge) }),
  /** What changed since an earlier report; null when none was given. */
  since: z.strictObject({ on: isoDay, changes: z.array(change) }).nullable(),
  diagnostics: z.array(diagnostic),
})

export const listedRow = z.strictObject({
  /** The list; for a record of a table that belongs to no list, the first of those asked. */
  list: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  programme: z.string(),
  /** The number in force that day; null when it is not known. */
  entry: z.string().nullable(),
  since: dayOrNull,
  precision: z.enum(['day', 'month', 'year', 'range', 'unknown']),
  source: z.string().nullable(),
  status: z.string(),
  /** What has happened until that day, the earliest first; empty where only the list is known. */
  history: z.array(
    z.strictObject({
      event: z.string(),
      from: isoDay,
      to: isoDay,
      precision: z.enum(['day', 'month', 'year', 'range', 'unknown']),
      by: z.string().nullable(),
      source: z.string(),
      note: z.string().nullable(),
    }),
  ),
})

export const listedReport = z.array(listedRow)

export type AssessReport = z.infer<typeof assessReport>
export type ScenarioFinding = z.infer<typeof scenarioFinding>
export type FunctionFinding = z.infer<typeof functionFinding>
export type ServiceFinding = z.infer<typeof serviceFinding>
export type TeamFinding = z.infer<typeof teamFinding>
export type Chokepoint = z.infer<typeof chokepoint>
export type DecisionFinding = z.infer<typeof decision>
export type UnknownFact = z.infer<typeof unknownFact>
export type ReadingUsed = z.infer<typeof readingUsed>
export type Change = z.infer<typeof change>
export type Designated = z.infer<typeof designated>
export type ListedRow = z.infer<typeof listedRow>
export type ListUsed = z.infer<typeof listUsed>
export type LegalFile = z.infer<typeof legalFile>
export type LicenceFinding = z.infer<typeof licenceFinding>
export type AssumptionUsed = z.infer<typeof assumptionUsed>
export type AssumedFact = z.infer<typeof assumedFact>
export type DisputedFact = z.infer<typeof disputedFact>
export type OverdueFact = z.infer<typeof overdueFact>
export type Verdict = z.infer<typeof verdict>
