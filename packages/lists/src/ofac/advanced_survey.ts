import { attribute, child, children, textOf, type XmlElement } from '@holdfast/records'
import type { Address, Link, Measure } from '../entry.ts'
import { dayOf, periodOf, shortDate } from './advanced_dates.ts'
import type { ReferenceValues } from './advanced_values.ts'
import { isTrue } from './advanced_values.ts'
import type { Numbered } from './details.ts'
import type { Label } from './labels.ts'
import { labelAt } from './labels.ts'
import { ownCopy } from './own_copy.ts'

/** A document that names an identity. */
export interface Document {
  readonly label: Label
  readonly stated: Numbered
  /** What no field of a number has a place for. */
  readonly notes: readonly string[]
}

export function documentOf(element: XmlElement, values: ReferenceValues): Document {
  const type = values.text(element, 'IDRegDocTypeID', 'IDRegDocType') ?? 'Document'
  const known = labelAt(type)
  const label: Label =
    known?.rest === '' ? known.label : { name: type, place: 'identifier', kind: 'other' }
  let issued: string | null = null
  let expires: string | null = null
  const notes: string[] = []
  for (const one of children(element, 'DocumentDate')) {
    const meaning = values.text(one, 'IDRegDocDateTypeID', 'IDRegDocDateType') ?? 'Date'
    const period = child(one, 'DatePeriod')
    const date = period === null ? null : periodOf(period, values)
    if (date === null) continue
    if (/issue/i.test(meaning)) issued = shortDate(date)
    else if (/expir/i.test(meaning)) expires = shortDate(date)
    else notes.push(`${meaning} ${shortDate(date)}`)
  }
  const validity = values.text(element, 'ValidityID', 'Validity')
  const doubtful = validity !== null && /false|fraud|invalid|forged|stolen|revoked/i.test(validity)
  if (doubtful) notes.push(validity)
  for (const note of [textOf(element, 'IssuingAuthority'), textOf(element, 'Comment')]) {
    if (note !== null) notes.push(ownCopy(note))
  }
  const number = ownCopy(textOf(element, 'IDRegistrationNo') ?? '')
  const country = values.country(element, 'IssuedBy-CountryID')
  return { label, stated: { number, country, issued, expires, doubtful }, notes }
}

/** A location as an address. Its `text` is empty where it names only a country. */
export function locationOf(element: XmlElement, values: ReferenceValues): Address {
  const parts = new Map<string, string>()
  for (const part of children(element, 'LocationPart')) {
    const type = values.text(part, 'LocPartTypeID', 'LocPartType')?.toLowerCase() ?? ''
    const all = children(part, 'LocationPartValue')
    const best = all.find((value) => isTrue(value, 'Primary')) ?? all[0]
    const text = textOf(best ?? null, 'Value')
    if (text !== null) parts.set(type, ownCopy(text))
  }
  const place = child(element, 'LocationCountry')
  const area = child(element, 'LocationAreaCode')
  const code = area === null ? null : values.value(area, 'AreaCodeID', 'AreaCode')
  const country =
    (place === null ? null : values.text(place, 'CountryID', 'Country')) ??
    attribute(code, 'Description') ??
    code?.text
  const [city, region] = [parts.get('city'), parts.get('state/province')]
  const postalCode = parts.get('postal code')
  const street = ['address1', 'address2', 'address3'].map((name) => parts.get(name))
  const town = [city, region].filter((part) => part !== undefined).join(', ')
  const coded = [town, postalCode].filter((part) => part !== undefined && part !== '').join(' ')
  const text = [...street, parts.get('unknown'), coded].filter((part) => part).join(', ')
  const area2 = region ?? parts.get('region')
  return {
    text: text === '' ? (parts.get('region') ?? '') : ownCopy(text),
    country: country ?? '',
    ...(city === undefined ? {} : { city }),
    ...(area2 === undefined ? {} : { region: area2 }),
    ...(postalCode === undefined ? {} : { postalCode }),
  }
}

/** What a SanctionsEntry says of the profile that it lists. */
export interface Listing {
  readonly profile: string
  readonly list: string | null
  readonly programmes: readonly string[]
  readonly measures: readonly Measure[]
  readonly listedOn: string | null
  readonly notes: readonly string[]
}

export function listingOf(element: XmlElement, values: ReferenceValues): Listing {
  const events = children(element, 'EntryEvent').map((event) => ({
    day: dayOf(child(event, 'Date')),
    basis: values.value(event, 'LegalBasisID', 'LegalBasis'),
    note: textOf(event, 'Comment'),
  }))
  const days = events.map(({ day }) => day).filter((day) => day !== null)
  const listedOn = days.toSorted()[0] ?? null
  const basis = events.map((event) => event.basis).find((one) => one !== null) ?? null
  const named = attribute(basis, 'LegalBasisShortRef') ?? basis?.text ?? null
  const programmes: string[] = []
  const measures: Measure[] = []
  for (const one of children(element, 'SanctionsMeasure')) {
    const kind = values.text(one, 'SanctionsTypeID', 'SanctionsType')
    const period = child(one, 'DatePeriod')
    const since = (period === null ? null : periodOf(period, values)?.from) ?? listedOn
    const comment = values.shared(textOf(one, 'Comment'))
    const rest = { ...(named ? { basis: named } : {}), ...(since === null ? {} : { since }) }
    if (comment !== null && (kind === null || kind.toLowerCase() === 'program')) {
      if (!programmes.includes(comment)) programmes.push(comment)
      measures.push({ programme: comment, ...rest })
    } else if (kind !== null && kind.toLowerCase() !== 'program') {
      measures.push({ kind: comment === null ? kind : `${kind}: ${comment}`, ...rest })
    }
  }
  const programme =
    basis === null ? null : values.text(basis, 'SanctionsProgramID', 'SanctionsProgram')
  if (programmes.length === 0 && programme !== null) programmes.push(programme)
  const limits = textOf(element, 'LimitationsToListing')
  const notes = [limits, textOf(element, 'Comment'), ...events.map(({ note }) => note)]
  return {
    profile: attribute(element, 'ProfileID') ?? '',
    list: values.text(element, 'ListID', 'List'),
    programmes,
    measures,
    listedOn,
    notes: notes.filter((note) => note !== null).map(ownCopy),
  }
}

/** A relation between two profiles; the names are added when both are known. */
export interface Relation {
  readonly from: string
  readonly to: string
  readonly kind: string
  readonly symmetrical: boolean
}

export function relationOf(element: XmlElement, values: ReferenceValues): Relation {
  const type = values.value(element, 'RelationTypeID', 'RelationType')
  const former = isTrue(element, 'Former') ? ' (former)' : ''
  const comment = values.shared(textOf(element, 'Comment'))
  return {
    from: attribute(element, 'From-ProfileID') ?? '',
    to: attribute(element, 'To-ProfileID') ?? '',
    kind:
      values.shared(`${type?.text ?? ''}${former}${comment === null ? '' : `: ${comment}`}`) ?? '',
    symmetrical: isTrue(type, 'Symmetrical'),
  }
}

/** The link of one side of a relation. */
export function linkOf(
  relation: Relation,
  profile: string,
  other: { readonly id: string; readonly name: string },
): Link {
  const link = { kind: relation.kind, name: other.name, entry: other.id }
  return relation.symmetrical || relation.from === profile ? link : { ...link, direction: 'to' }
}
