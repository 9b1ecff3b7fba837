/** One record of the UK's register of people with significant control, as parties and ties. */
import type { JsonRecord } from '@holdfast/records'
import { firstDayOf, lastDayOf, objectAt, objectsAt, textAt, textsAt } from '../json_fields.ts'
import { ukCompanyKey } from '../party_key.ts'
import { partyOnly } from '../party_only.ts'
import type { MissingOwner, PartyKey, PartyRecord, TieRecord } from '../records.ts'
import { countryOf, isUnitedKingdom, jurisdictionOf, nationalitiesIn } from './country.ts'
import { type Nature, natureOf } from './natures.ts'

const SOURCE = 'Companies House, register of people with significant control'

/** What a record says. */
export type PscRecord =
  | { readonly kind: 'holder'; readonly owner: PartyRecord; readonly ties: readonly TieRecord[] }
  | { readonly kind: 'missing'; readonly missing: readonly MissingOwner[] }

/** Where a holder's record is told apart from others, and what becomes odd in it. */
export interface PscContext {
  readonly company: PartyKey
  /** Tells a holder without a link apart. */
  readonly line: number
  readonly unknownNature: (nature: string) => void
}

/** Beginnings of kinds; `-beneficial-owner` is what overseas entities have. */
const HOLDER =
  /^(individual|corporate-entity|legal-person|super-secure)-(?:person|beneficial-owner)/

/**
 * Reads the `data` of a record of a company.
 *
 * @returns null for a kind that is not known
 */
export function pscRecord(data: JsonRecord, context: PscContext): PscRecord | null {
  const kind = textAt(data, 'kind') ?? ''
  if (kind === 'exemptions') return { kind: 'missing', missing: exemptions(data) }
  if (kind.startsWith('persons-with-significant-control-statement')) {
    return { kind: 'missing', missing: statement(data) }
  }
  const form = HOLDER.exec(kind)?.[1]
  return form === undefined ? null : holder(data, kind, form, context)
}

/**
 * Statements and exemptions say why there may be no holder in the register. None says that there
 * are no owners: only holders above 25 percent are registered.
 */
function statement(data: JsonRecord): readonly MissingOwner[] {
  const reason = textAt(data, 'statement')
  const isOver = textAt(data, 'ceased_on') !== null
  return reason === null || isOver ? [] : [{ of: 'owners', reason }]
}

function exemptions(data: JsonRecord): readonly MissingOwner[] {
  const named = objectAt(data, 'exemptions')
  return Object.keys(named).flatMap((key) => {
    const one = objectAt(named, key)
    const items = objectsAt(one, 'items')
    const isOver = items.length > 0 && items.every((item) => textAt(item, 'exempt_to') !== null)
    const reason = textAt(one, 'exemption_type') ?? key.replace(/_/g, '-')
    return isOver ? [] : [{ of: 'owners', reason } as const]
  })
}

function holder(
  data: JsonRecord,
  kind: string,
  form: string,
  context: PscContext,
): PscRecord | null {
  const owner = {
    ...partyOnly(holderKey(data, form, context)),
    ...(form === 'individual' || form === 'super-secure' ? person(data) : body(data)),
    ...(form === 'super-secure' ? { missing: [{ of: 'owners', reason: kind } as const] } : {}),
  }
  // Super-secure records say only that they have ended, not when: they no longer stand.
  if (data.ceased === true && textAt(data, 'ceased_on') === null) {
    return { kind: 'holder', owner, ties: [] }
  }
  const natures = textsAt(data, 'natures_of_control')
  const known = natures.flatMap((text) => {
    const nature = natureOf(text)
    if (nature === null) context.unknownNature(text)
    return nature ?? []
  })
  const stated = known.length > 0 ? known : [NOT_STATED]
  return { kind: 'holder', owner, ties: stated.map((nature) => tie(data, owner, nature, context)) }
}

/** Without a nature that is known, a holder holds something, nobody knows how much. */
const NOT_STATED: Nature = { kind: 'share', share: null, direct: true }

/**
 * `notified_on` is the day on which the register was told, or the holder's first day by that
 * notice: the first on which the register is known to have said so, which is all that is relied on.
 */
function tie(data: JsonRecord, owner: PartyRecord, nature: Nature, context: PscContext): TieRecord {
  return {
    owner: owner.keys[0] as PartyKey,
    asset: context.company,
    ...nature,
    from: null,
    to: firstDayOf(textAt(data, 'ceased_on')),
    seen: lastDayOf(textAt(data, 'notified_on')),
    asOf: null,
    source: SOURCE,
    certainty: 'stated',
    marks: [],
    place: null,
  }
}

/**
 * The key of a company in the UK's register where the record gives its number, else the record's
 * own: a person has one in each company, since the register does not say who is the same.
 */
function holderKey(data: JsonRecord, form: string, context: PscContext): PartyKey {
  const isBody = form === 'corporate-entity' || form === 'legal-person'
  const company = isBody ? registeredInUk(objectAt(data, 'identification')) : null
  if (company !== null) return company
  const link = textAt(objectAt(data, 'links'), 'self')?.split('/').at(-1)
  const number = context.company.slice(context.company.indexOf(':') + 1)
  return `gb-psc:${link ?? `${number}.${context.line}`}`
}

/** Numbers of the UK's register: eight digits or fewer, or two letters and six or fewer. */
const UK_NUMBER = /^(?:\d{1,8}|[A-Z]{2}\d{1,6})$/

function registeredInUk(identification: JsonRecord): PartyKey | null {
  const number = textAt(identification, 'registration_number')?.replace(/\s+/g, '').toUpperCase()
  if (number === undefined || !UK_NUMBER.test(number)) return null
  const places = ['country_registered', 'place_registered'].flatMap(
    (key) => textAt(identification, key) ?? [],
  )
  return places.some(isUnitedKingdom) ? ukCompanyKey(number) : null
}

function body(data: JsonRecord): Partial<PartyRecord> {
  const identification = objectAt(data, 'identification')
  const place = textAt(identification, 'country_registered')
  return {
    name: textAt(data, 'name'),
    kind: 'organisation',
    incorporated: place === null ? null : lawOf(place, identification),
  }
}

/** The United States alone says no state; the law or the register may name it. */
function lawOf(place: string, identification: JsonRecord): string | null {
  const country = jurisdictionOf(place)
  if (country !== 'US') return country
  const others = ['legal_authority', 'place_registered'].flatMap((key) => {
    const law = textAt(identification, key)
    return law === null ? [] : (jurisdictionOf(law) ?? [])
  })
  return others.find((law) => law.startsWith('US-')) ?? country
}

/** Of a person only what rules ask: name, nationality, country of residence. */
function person(data: JsonRecord): Partial<PartyRecord> {
  const parts = objectAt(data, 'name_elements')
  const name = ['forename', 'middle_name', 'surname'].flatMap((key) => textAt(parts, key) ?? [])
  const nationality = textAt(data, 'nationality')
  const residence = textAt(data, 'country_of_residence')
  return {
    name: name.length > 0 ? name.join(' ') : textAt(data, 'name'),
    kind: 'person',
    nationality: nationality === null ? [] : nationalitiesIn(nationality),
    residence: residence === null ? null : countryOf(residence),
  }
}
