/**
 * The shape of a dossier's files. What a shape cannot say (ids that must exist, cycles, sums) is
 * checked after it, in `check.ts`. The JSON Schema that editors use is made from this file.
 */
import { parseDay, parseDuration, parseMoney } from '@holdfast/kernel'
import { z } from 'zod'
import { SERVICE_KINDS, type ServiceKindId } from './service_kind.ts'

/** A text checked by a reader of the kernel; `expected` keys the sentence of what was expected. */
function textual(expected: string, accepts: (text: string) => boolean, pattern?: string) {
  const schema = z.string().refine(accepts, { error: expected, abort: true })
  return pattern === undefined ? schema : schema.meta({ pattern })
}

const ID_PATTERN = '^[a-z0-9][a-z0-9-]*$'
const ID = new RegExp(ID_PATTERN)

export const id = textual('id', (text) => ID.test(text), ID_PATTERN)
const day = textual('day', (text) => parseDay(text) !== null, '^\\d{4}-\\d{2}-\\d{2}$')
const duration = textual('duration', (text) => parseDuration(text) !== null)
const money = textual('money', (text) => parseMoney(text) !== null)
const country = textual('country', isCountry, '^[A-Z]{2}(-[A-Z0-9]{1,3})?$')
const currency = textual('currency', (text) => /^[A-Z]{3}$/.test(text), '^[A-Z]{3}$')
const text = z.string().min(1)
const sentence = text

/** ISO 3166-1 alpha-2, with a subdivision where it matters (`US-DE`). */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}(-[A-Z0-9]{1,3})?$/.test(code)) return false
  const code2 = code.slice(0, 2)
  if (NO_COUNTRIES.has(code2) || Intl.getCanonicalLocales(`und-${code2}`)[0] !== `und-${code2}`) {
    return false
  }
  countryNames ??= new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })
  return countryNames.of(code2) !== undefined
}

/** Regions with a code of two letters that are no country: unions, and codes for tests. */
const NO_COUNTRIES: ReadonlySet<string> = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ'])

/** Made at the first question: it is slow to make. */
let countryNames: Intl.DisplayNames | null = null

function oneOrMore<T extends z.ZodType>(item: T) {
  return z.union([item, z.array(item).min(1)])
}

const account = z.strictObject({
  account: sentence.describe('What this side says'),
  source: text.optional(),
})

/** What any fact may carry: where it comes from and how sure it is. */
const standing = {
  source: text.optional().describe('Where the fact comes from'),
  assumed: z.boolean().optional().describe('True when nobody has confirmed it'),
  disputed: z.array(account).min(2).optional().describe('The accounts that contradict each other'),
  owner: text.optional().describe('Who keeps this fact up to date'),
  'review-by': day.optional().describe('The day by which it must be looked at again'),
  note: text.optional(),
}

/** A line that may be written plainly or as `{value: …, source: …, assumed: true, …}`. */
function fact<T extends z.ZodType>(inner: T) {
  return z.union([inner, z.strictObject({ value: inner, ...standing })])
}

const BAND = /^(\d{1,3}(?:\.\d+)?)-(\d{1,3}(?:\.\d+)?)$/

/** A share in percent: a number, a band `25-50` (more than 25, at most 50), or `consolidated`. */
const share = z.union([
  z.number().min(0).max(100),
  textual('share', (text) => text === 'consolidated' || text === 'unknown' || BAND.test(text)),
])

const stake = z.strictObject({
  party: id.describe('The owner'),
  share: fact(share).describe('Percent: a number, a band such as 25-50, consolidated, unknown'),
  'as-of': day.optional(),
  ...standing,
})

const ownersWord = z.enum(['complete', 'dispersed', 'unknown'])

const owners = z
  .union([ownersWord, z.array(z.union([ownersWord, stake])).min(1)])
  .describe('Who owns it; end the list with complete or dispersed when nobody else matters')

/** `scheme:number`, or the name alone of a party that only a registry's own file knows. */
const registerKey = textual('register-key', isRegisterKey, '^([a-z0-9-]+:)?\\S+$')

function isRegisterKey(text: string): boolean {
  return /^(?:[a-z0-9-]+:)?[^\s:]+$/.test(text)
}

const listNumbers = z.record(id, oneOrMore(text))

export const party = z
  .strictObject({
    name: fact(text),
    kind: z.enum(['organisation', 'person']).optional(),
    form: z
      .enum(['company', 'nonprofit', 'public-body', 'international-organisation', 'state'])
      .optional()
      .describe('Only a company has owners'),
    class: text.optional().describe('The class by which assumptions speak of it'),
    role: text.optional(),
    'belongs-to': id.optional().describe('The institution whose official or member this person is'),
    aliases: z.array(text).optional(),
    incorporated: fact(country).optional().describe('The law it is organised under'),
    seat: fact(country).optional(),
    'branch-of': id.optional(),
    nationality: fact(oneOrMore(country)).optional().describe('All nationalities of the person'),
    residence: fact(oneOrMore(country))
      .optional()
      .describe('All countries where the person lives or may live permanently'),
    employer: fact(id).optional(),
    owners: fact(owners).optional(),
    lei: text.optional().describe('Legal entity identifier; finds its owners in registries'),
    registered: oneOrMore(registerKey)
      .optional()
      .describe('Its keys in registries: gb-coh:01234567, local:kpn'),
    'listed-as': listNumbers.optional().describe('Numbers on official lists: ofac-sdn: "54217"'),
    'not-listed-as': listNumbers.optional().describe('Entries that only share the name'),
    ...standing,
  })
  .describe('An organisation or a person')

const buffer = z
  .strictObject({
    lasts: fact(duration).describe('How long the need stays met after its source stops'),
    survives: z
      .enum(['refusal', 'payment-failure'])
      .describe('refusal: a stock or an offline copy; payment-failure: paid ahead'),
  })
  .describe('How long a need stays met after its source stops, and what it survives')

export type NeedInput =
  | string
  | NeedInput[]
  | { need: string; buffer?: z.input<typeof buffer> | undefined }
  | { all: NeedInput[]; buffer?: z.input<typeof buffer> | undefined }
  | { any: NeedInput[]; buffer?: z.input<typeof buffer> | undefined }
  | { 'at-least': number; of: NeedInput[]; buffer?: z.input<typeof buffer> | undefined }

const need: z.ZodType<NeedInput, NeedInput> = z
  .lazy(() =>
    z.union([
      id,
      z.array(need).min(1),
      z.strictObject({ need: id, buffer: buffer.optional() }),
      z.strictObject({ all: z.array(need).min(1), buffer: buffer.optional() }),
      z.strictObject({ any: z.array(need).min(1), buffer: buffer.optional() }),
      z.strictObject({
        'at-least': z.int().min(1),
        of: z.array(need).min(1),
        buffer: buffer.optional(),
      }),
    ]),
  )
  .meta({ id: 'need' })
  .describe('A name, a list (all of them), {all: …}, {any: …}, or {at-least: k, of: …}')

const contract = z.strictObject({
  notice: fact(duration).optional().describe('Notice the provider must give'),
  start: day.optional(),
  end: fact(day).optional(),
  ...standing,
})

const kindNames = Object.keys(SERVICE_KINDS) as [ServiceKindId, ...ServiceKindId[]]
export const serviceKind = z.enum(kindNames)

export const service = z
  .strictObject({
    name: text,
    kind: serviceKind,
    provider: fact(id).describe('Who supplies it; the institution itself for what is in-house'),
    beneficiary: fact(id).describe('For whom: the institution, a person of it, another service'),
    needs: need.optional(),
    class: text.optional().describe('Speaks for the provider in the assumptions, for this service'),
    cause: text.optional().describe('Withdrawals that name one cause happen together'),
    contract: contract.optional(),
    'data-in': fact(oneOrMore(country)).optional(),
    currency: currency.optional(),
    balance: fact(money).optional(),
    ...standing,
  })
  .describe('Something supplied by a provider for a beneficiary')

/** People of one team; the model has an entry for each. */
const PEOPLE_MAX = 2_000

/** Of a weight, and of person-days: a plan's solver loses small numbers beside larger ones. */
const AMOUNT_MAX = 1_000_000

const amount = z.number().min(0).max(AMOUNT_MAX)

const group = z.strictObject({
  group: text.optional(),
  count: z.int().min(1).max(PEOPLE_MAX),
  nationality: fact(oneOrMore(country)).optional(),
  residence: fact(oneOrMore(country)).optional(),
  employer: fact(id).optional(),
  ...standing,
})

export const team = z
  .strictObject({
    name: text,
    'directed-by': fact(id).optional().describe('Who directs the work; the institution if absent'),
    size: z
      .int()
      .min(1)
      .max(PEOPLE_MAX)
      .optional()
      .describe('All members; those not described are unknown'),
    minimum: z.int().min(1).max(PEOPLE_MAX).describe('How many must remain for the work to go on'),
    members: z.array(z.union([id, group])).optional(),
    residence: fact(country).optional().describe('Where members live; the seat if absent'),
    class: text.optional(),
    contract: contract.optional(),
    needs: need.optional(),
    capacity: fact(amount)
      .optional()
      .describe('Person-days in 30 days that the team can give to measures'),
    ...standing,
  })
  .describe('People who work together; it fails when fewer than its minimum remain')

export const functionSchema = z
  .strictObject({
    name: text,
    weight: amount.optional(),
    tolerance: fact(duration).describe('The longest outage that can be borne, in hours or days'),
    needs: need,
    ...standing,
  })
  .describe('What the institution must keep doing')

const interval = z.tuple([z.number().min(0).max(1), z.number().min(0).max(1)])

export const assumption = z
  .strictObject({
    class: text,
    regime: id,
    case: z
      .enum(['any', 'direct', 'indirect', 'association', 'contested'])
      .optional()
      .describe('What the interval is for; any if absent'),
    interval: interval.optional().describe('Lowest and highest likelihood of a withdrawal'),
    unexposed: z.boolean().optional().describe('True: this class never withdraws by itself'),
    evidence: sentence,
    source: text.optional(),
  })
  .describe('How likely a class of providers is to withdraw')

const licenceTerms = {
  for: oneOrMore(id).describe('The parties that may be dealt with, or may deal'),
  kinds: z.array(serviceKind).min(1).optional().describe('Kinds of service; all if absent'),
  from: day.optional(),
  until: day.optional().describe('The last day on which it permits'),
  permits: z.enum(['service', 'wind-down']).optional(),
}

export const licence = z
  .strictObject({
    name: text,
    regime: id,
    status: z.enum(['held', 'applied']),
    ...licenceTerms,
    reference: text.optional(),
    ...standing,
  })
  .describe('A licence held or applied for')

const on = day.describe('The day of the decision')
const under = id.describe('The regime')

export const decision = z.union([
  z.strictObject({
    on,
    designate: oneOrMore(id),
    under,
    'wind-down-until': day.optional().describe('The last day of a wind-down licence'),
    ...standing,
  }),
  z.strictObject({ on, lift: oneOrMore(id), under, ...standing }),
  z.strictObject({ on, license: z.strictObject(licenceTerms), under, ...standing }),
  z.strictObject({ on, annex: id, to: id.describe('The counter-law'), ...standing }),
  z.strictObject({ on, withdraw: oneOrMore(id), ...standing }),
  z.strictObject({ on, 'steps-aside': id, for: id.describe('Who takes over'), ...standing }),
])

/** No day that is known, the days as written, or the day of its first decision. */
const strike = textual(
  'strike',
  (text) => text === 'uniform' || text === 'dated' || parseDay(text) !== null,
  '^(uniform|dated|\\d{4}-\\d{2}-\\d{2})$',
)

export const scenario = z
  .strictObject({
    name: text,
    description: text.optional(),
    weight: fact(amount)
      .optional()
      .describe('How much it counts in a plan beside the others; 1 if absent'),
    strike: strike
      .optional()
      .describe('When it strikes, for a plan: uniform (if absent), dated, or a day'),
    decisions: z.array(decision),
  })
  .describe('Dated decisions put on top of the world as it is')

const effect = z.union([
  z.strictObject({ replace: id, with: id }),
  z.strictObject({ beside: id, add: id }),
  z.strictObject({ 'buffer-on': id, of: id, buffer }),
  z.strictObject({ licence: id }),
])

export const measure = z
  .strictObject({
    name: text,
    kind: z.enum([
      'substitute',
      'second-source',
      'buffer',
      'account',
      'licence',
      'legal-step',
      'hiring',
      'other',
    ]),
    description: text.optional(),
    cost: z
      .strictObject({ once: fact(money).optional(), yearly: fact(money).optional() })
      .optional(),
    duration: fact(duration),
    effort: z.record(id, amount).optional().describe('Person-days by team'),
    after: z.array(id).optional().describe('Measures that must be finished first'),
    excludes: z.array(id).optional(),
    earliest: day.optional(),
    deadline: day.optional(),
    parties: z.record(id, party).optional().describe('Parties that come with the measure'),
    services: z.record(id, service).optional().describe('Services that come with the measure'),
    effects: z.array(effect).optional().describe('What it changes from the day it is finished'),
    ...standing,
  })
  .describe('Something the institution can do')

export const spendingWindow = z
  .strictObject({
    from: day.describe('The first day of the window'),
    until: day.describe('The last day of the window'),
    'at-most': fact(money),
  })
  .describe('What may be spent within a window of days')

export const plan = z
  .strictObject({
    budget: fact(money).optional().describe('What all measures together may cost'),
    'per-period': fact(money).optional().describe('What may be spent in each period'),
    windows: z.array(spendingWindow).optional(),
    horizon: duration.optional().describe('How far the plan looks ahead'),
    period: duration.optional().describe('Work on a measure starts on the first day of a period'),
  })
  .describe('Within what limits a plan of measures is drawn; once in a dossier')

export const institution = z
  .strictObject({
    id,
    name: text,
    note: text.optional(),
    seat: country,
    form: z
      .enum(['international-organisation', 'public-body', 'nonprofit', 'company', 'person'])
      .optional(),
    incorporated: country.optional(),
    nationality: oneOrMore(country).optional().describe('For a person who is the institution'),
    residence: oneOrMore(country).optional(),
    'as-of': day.optional().describe('The day the answers are for, unless the command names one'),
    horizon: duration.optional(),
    regimes: z.array(id).optional().describe('The regimes to lay on it; all known if absent'),
    registry: oneOrMore(text)
      .optional()
      .describe('Registries of owners: compiled files, or folders of sources, from this file on'),
    'listed-as': listNumbers.optional(),
    aliases: z.array(text).optional(),
  })
  .describe('The institution whose dossier this is')

export const dossierFile = z
  .strictObject({
    institution: institution.optional(),
    parties: z.record(id, party).optional(),
    teams: z.record(id, team).optional(),
    services: z.record(id, service).optional(),
    functions: z.record(id, functionSchema).optional(),
    assumptions: z.record(id, assumption).optional(),
    licences: z.record(id, licence).optional(),
    scenarios: z.record(id, scenario).optional(),
    measures: z.record(id, measure).optional(),
    plan: plan.optional(),
  })
  .describe('One file of a dossier; the kinds may be split over files in any way')

export type DossierFileInput = z.infer<typeof dossierFile>
export type PlanInput = z.infer<typeof plan>
export type ScenarioInput = z.infer<typeof scenario>

/** The JSON Schema of one file of a dossier, for editors. */
export function dossierJsonSchema(): Record<string, unknown> {
  return {
    ...z.toJSONSchema(dossierFile, { io: 'input' }),
    title: 'Holdfast dossier',
  }
}
