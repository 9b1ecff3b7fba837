/**
 * Who owns a party and what a rule makes of it, as data: the shape of `holdfast own --json`.
 *
 * The schema is the contract, as in `findings.ts`. A party is called by its key: the LEI or
 * `scheme:number`; a party that only its own file knows by its name as it is written there.
 */
import { z } from 'zod'
import { type ListUsed, listUsed } from './findings.ts'

const answer = z.enum(['yes', 'no', 'unknown'])
const day = z.string().nullable()
const certainty = z.enum(['stated', 'unverified', 'assumed'])
const percent = z.number().min(0).max(100)

/** A share of which nothing is known has the text `some`. */
const share = z.strictObject({
  /** In percent. */
  low: percent,
  high: percent,
  /** `50`; `25-50` (more than 25, at most 50); `>=25`; `[25, 50)` where no shorter form says it. */
  text: z.string(),
})

/** One source's words about a stake. */
const said = z.strictObject({
  kind: z.string(),
  share: z.string().nullable(),
  source: z.string().nullable(),
  asOf: day,
  from: day,
  /** The first day on which it no longer was. */
  to: day,
  seen: day,
  certainty,
  direct: z.boolean(),
  marks: z.array(z.string()),
})

const stake = z.strictObject({
  owner: z.string(),
  asset: z.string(),
  /** Null when no source states one. */
  share: z.string().nullable(),
  low: percent.nullable(),
  high: percent.nullable(),
  controls: z.boolean(),
  /** Whether the owner is one of those who make the asset a member, in this step. */
  counts: z.boolean(),
  disputed: z.boolean(),
  statements: z.array(said),
})

/** A stake as it stands on the day, apart from any rule. */
const chainStake = stake.omit({ counts: true }).extend({
  /** Why there may be no such stake: stated for later days only, or held through others. */
  doubt: z.enum(['later', 'indirect']).nullable(),
})

const entry = z.strictObject({ list: z.string(), entry: z.string() })

/** A party in a chain of owners. */
const chainParty = z.strictObject({
  party: z.string(),
  name: z.string().nullable(),
  keys: z.array(z.string()),
  kind: z.enum(['organisation', 'person', 'arrangement', 'state', 'unknown']),
  incorporated: z.string().nullable(),
  seat: z.string().nullable(),
  /** What is said of the owners that are not named. */
  others: z.enum(['none', 'dispersed', 'unknown']),
  /** Why a register has no parent of it, in the register's words. */
  missing: z.array(z.strictObject({ of: z.string(), reason: z.string() })),
  /** Where the record itself is stated, beside its file. */
  source: z.string().nullable(),
  asOf: day,
  certainty,
  /** List entries that are this party by a number, or that the call named. */
  listed: z.array(entry),
  /** Entries of the same name, which may be another's. */
  maybeListed: z.array(entry),
})

const step = z.strictObject({
  party: z.string(),
  because: z.string(),
  text: z.string(),
  percent: share.nullable(),
  stakes: z.array(stake),
})

const fact = z.strictObject({
  kind: z.enum(['share', 'owners', 'control', 'sources', 'held', 'organised', 'seat', 'identity']),
  owner: z.string().nullable(),
  asset: z.string(),
  share: z.string().nullable(),
  text: z.string(),
  /** From this share on the answer is yes. */
  yesFrom: z.string().nullable(),
})

/** What one rule answers of one party. */
const ruleAnswer = z.strictObject({
  party: z.string(),
  rule: z.string(),
  answer,
  /** What holders that count hold of the party; null where no share decides. */
  percent: share.nullable(),
  proof: z.array(step),
  /** For unknown: facts that settle the answer; the fewest when `smallest`. */
  missing: z.array(fact),
  smallest: z.boolean(),
  /** What is wrong with records on which the answer rests. */
  marks: z.array(z.string()),
})

/** Of a rule that has several readings, what each answers. */
const reading = z.strictObject({ reading: z.string(), answer })

const fullAnswer = ruleAnswer.extend({
  ruleName: z.string(),
  ruleKind: z.enum(['cascade', 'ceilings', 'top']),
  cite: z.array(z.string()),
  readings: z.array(reading),
  /** The topmost parent, for the rule that asks for it. */
  top: z.string().nullable(),
  /** Companies that hold each other's majority, so that none is the topmost. */
  ring: z.array(z.string()),
  /** Persons and states who surely control the topmost parent. */
  behind: z.array(z.string()),
  /** What the answer leaves aside: `veto-and-board`, `own-seat`, `too-large`. */
  reservations: z.array(z.string()),
})

const noticed = z.strictObject({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  text: z.string(),
  /** The file and line that it concerns first. */
  place: z.string().exactOptional(),
})

const registryUsed = z.strictObject({
  file: z.string(),
  /** The day on which it was compiled; null for sources that are read as they lie there. */
  built: day,
  parties: z.int().min(0),
  ties: z.int().min(0),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      title: z.string(),
      format: z.string(),
      date: day,
      whole: z.boolean(),
    }),
  ),
})

const about = {
  name: z.string().nullable(),
  keys: z.array(z.string()),
  on: z.string(),
  /** Everyone above the party, the party first, and all stakes in them. */
  chain: z.strictObject({ parties: z.array(chainParty), stakes: z.array(chainStake) }),
  registries: z.array(registryUsed),
  lists: z.array(listUsed),
  diagnostics: z.array(noticed),
}

/** `own PARTY --rule RULE --json`. */
const ownOneReport = fullAnswer.extend(about)

/** `own PARTY --json`: all rules. */
const ownAllReport = z.strictObject({ party: z.string(), ...about, answers: z.array(fullAnswer) })

/** `own --graph FILE --json`: every party of a graph. */
const ownGraphReport = z.strictObject({
  rule: z.string(),
  on: z.string(),
  graph: z.strictObject({
    file: z.string(),
    parties: z.int().min(0),
    ties: z.int().min(0),
  }),
  diagnostics: z.array(noticed),
  /** In the order in which the file first names them. */
  answers: z.array(ruleAnswer),
})

export const ownReport = z.union([ownOneReport, ownAllReport, ownGraphReport])

type Untold<T> = Omit<T, 'text'>

/** The findings before they are told: without the sentences of the reader's language. */
export type OwnShare = z.infer<typeof share>
export type OwnSaid = z.infer<typeof said>
export type OwnStake = z.infer<typeof stake>
export type OwnChainStake = z.infer<typeof chainStake>
export type OwnParty = z.infer<typeof chainParty>
export type OwnStep = Untold<z.infer<typeof step>>
export type OwnFact = Untold<z.infer<typeof fact>>
export type OwnRegistry = z.infer<typeof registryUsed>

type Rule = z.infer<typeof ruleAnswer>
export type OwnRuleAnswer = Omit<Rule, 'proof' | 'missing'> & {
  readonly proof: readonly OwnStep[]
  readonly missing: readonly OwnFact[]
}

type Full = z.infer<typeof fullAnswer>
export type OwnFullAnswer = OwnRuleAnswer & Omit<Full, keyof Rule>

/** What `holdfast own PARTY` finds: one answer for each rule asked for. */
export interface OwnFindings {
  readonly party: string
  readonly name: string | null
  readonly keys: readonly string[]
  readonly on: string
  readonly chain: {
    readonly parties: readonly OwnParty[]
    readonly stakes: readonly OwnChainStake[]
  }
  readonly registries: readonly OwnRegistry[]
  readonly lists: readonly ListUsed[]
  readonly answers: readonly OwnFullAnswer[]
}

/** What `holdfast own --graph` finds. The answers are computed as they are asked for. */
export interface OwnGraphFindings {
  readonly rule: string
  readonly ruleName: string
  readonly on: string
  readonly graph: { readonly file: string; readonly parties: number; readonly ties: number }
  readonly answers: Iterable<OwnRuleAnswer>
}
