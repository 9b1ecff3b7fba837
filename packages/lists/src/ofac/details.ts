import { countryOrText } from '@holdfast/records'
import type { Identifier, IdentifierKind, Link, Measure, StatedDate, StatedFact } from '../entry.ts'
import { isoOrText, ofacDate } from './dates.ts'
import type { Label } from './labels.ts'

/** What may be added to an entry one by one. */
interface Addable {
  births: StatedDate
  birthPlaces: string
  established: StatedDate
  nationalities: string
  citizenships: string
  countries: string
  identifiers: Identifier
  links: Link
  positions: string
  measures: Measure
  contacts: string
  facts: StatedFact
}

/** The optional fields of an entry while they are collected; absent is what nobody stated. */
export type Details = { -readonly [K in keyof Addable]?: Addable[K][] } & {
  gender?: 'male' | 'female'
}

export function add<K extends keyof Addable>(details: Details, key: K, value: Addable[K]): void {
  const list = details[key] as Addable[K][] | undefined
  if (list === undefined) (details as Record<K, Addable[K][]>)[key] = [value]
  else if (typeof value !== 'string' || !list.includes(value)) list.push(value)
}

/** What a number is stated with. */
export interface Numbered {
  readonly number: string
  readonly country?: string | null
  readonly issued?: string | null
  readonly expires?: string | null
  readonly doubtful?: boolean
}

/**
 * Puts one statement, of which the label is known, in its place: a row of `idList`, a feature of
 * Advanced XML and a part of Remarks say the same things in the same words. What the place cannot
 * hold (a date that is none, a gender of another word) becomes a fact.
 */
export function state(details: Details, label: Label, stated: Numbered): void {
  const text = stated.number
  const { name, place } = label
  if (place === 'identifier') addNumber(details, label, stated)
  else if (place === 'births' || place === 'established') addDate(details, name, place, text)
  else if (place === 'birthPlaces' || place === 'positions') add(details, place, text)
  else if (place === 'nationalities' || place === 'citizenships' || place === 'countries') {
    add(details, place, countryOrText(text))
  } else if (place === 'contacts') add(details, place, name === 'Fax' ? `Fax ${text}` : text)
  else if (place === 'links') add(details, place, { kind: name, name: text })
  else if (place === 'gender') addGender(details, name, text)
  else if (place === 'measures') addMeasure(details, name, text, dayIn(text))
  else fact(details, name, written(stated))
}

function addDate(
  details: Details,
  label: string,
  place: 'births' | 'established',
  text: string,
): void {
  const date = ofacDate(text)
  if (date === null) fact(details, label, text)
  else add(details, place, date)
}

export function fact(details: Details, label: string, text: string): void {
  add(details, 'facts', { label, text })
}

/** A number as one text, for a label that is no kind of number. */
function written({ country, expires, issued, number }: Numbered): string {
  const place = country ? ` (${country})` : ''
  const from = issued ? ` issued ${issued}` : ''
  return `${number}${place}${from}${expires ? ` expires ${expires}` : ''}`
}

function addGender(details: Details, label: string, text: string): void {
  const gender = text.toLowerCase()
  if (gender === 'male' || gender === 'female') details.gender = gender
  else fact(details, label, text)
}

/**
 * `Listing Date (EO 14024 Directive 2)` with its day, or with a text that is none: a measure and
 * what it rests on, else a fact.
 */
export function addMeasure(details: Details, name: string, text: string, day: string | null): void {
  // The brackets at the end, with none closed within.
  const open = name.endsWith(')') ? name.indexOf(' (', name.lastIndexOf(')', name.length - 2)) : -1
  if (open <= 0 || day === null) {
    fact(details, name, text)
    return
  }
  const [kind, basis] = [name.slice(0, open), name.slice(open + 2, -1)]
  add(details, 'measures', { kind, basis, since: day })
}

function dayIn(text: string): string | null {
  const date = ofacDate(text)
  return date?.precision === 'day' ? date.from : null
}

/** Kinds whose name says all that OFAC's word says. */
const PLAIN: ReadonlySet<string> = new Set([
  'Passport',
  'MMSI',
  'ISIN',
  'SWIFT/BIC',
  'Legal Entity Number',
  'Vessel Registration Identification',
  'Vessel Call Sign',
])

const WITHHELD = /^\(?withheld\)?$/i

function addNumber(details: Details, label: Label, stated: Numbered): void {
  // A copy of the list may leave out a person's number: that is no number.
  if (stated.number === '' || WITHHELD.test(stated.number)) {
    fact(details, label.name, written(stated).trim())
    return
  }
  const { kind, number } = numberOf(label, stated.number)
  const identifier: { -readonly [K in keyof Identifier]: Identifier[K] } = { kind, number }
  const word = kind === 'wallet' ? label.name.replace(/^.* - /, '') : label.name
  if (!PLAIN.has(word)) identifier.label = word
  if (stated.country) identifier.country = countryOrText(stated.country)
  if (stated.issued) identifier.issued = isoOrText(stated.issued)
  if (stated.expires) identifier.expires = isoOrText(stated.expires)
  if (stated.doubtful === true) identifier.doubtful = true
  add(details, 'identifiers', identifier)
}

/** `IMO 7406784` says its kind itself; other registrations stand under the same label. */
function numberOf(label: Label, text: string): { kind: IdentifierKind; number: string } {
  const imo = /^IMO[ :]*(?=\d)/i.exec(text)
  if (imo !== null) return { kind: 'imo', number: text.slice(imo[0].length) }
  const kind = label.kind ?? 'other'
  return { kind: kind === 'imo' ? 'registration' : kind, number: text }
}
