import { attribute, wordTable, type XmlElement } from '@holdfast/records'
import type { IdentifierKind, StatedDate } from '../entry.ts'
import { type EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { dayOf, statedDate, statedYears } from '../stated_date.ts'
import { addRemark, countryOf } from './parts.ts'

/** By the identificationTypeCode; what is not here is `other` with the list's own description. */
const KINDS = wordTable<IdentifierKind>({
  passport: 'passport',
  diplpassport: 'passport',
  id: 'national-id',
  ssn: 'national-id',
  fiscalcode: 'tax',
  taxid: 'tax',
  regnumber: 'registration',
  tradelic: 'registration',
  swiftbic: 'bic',
  imo: 'imo',
})

/** Marks of a document that no longer proves who somebody is. */
const DOUBTS = ['knownFalse', 'knownExpired', 'reportedLost', 'revokedByIssuer'] as const

/**
 * Date and place of birth: a whole date, or year, month and day as far as they are known, or a
 * range of years. A date of another calendar is kept as a fact: its numbers are not ours.
 */
export function addBirth(draft: EntryDraft, birth: XmlElement, intake: Intake): void {
  const part = (name: string): string | null => oneLine(attribute(birth, name))
  const calendar = part('calendarType')?.toUpperCase() ?? 'GREGORIAN'
  const date = part('birthdate')
  const [from, to] = [part('yearRangeFrom'), part('yearRangeTo')]
  const [year, month, day] = [
    part('year'),
    part('monthOfYear') ?? part('month'),
    part('dayOfMonth') ?? part('day'),
  ]
  const range = from === null && to === null ? null : `${from ?? ''}..${to ?? ''}`
  const printed = date ?? range ?? partsAsText(year, month, day)
  const stated = statedBirth(date, partsAsText(year, month, day), from, to)
  if (printed !== null && calendar !== 'GREGORIAN') {
    draft.fact('date of birth', `${printed} (${calendar.toLowerCase()} calendar)`)
  } else if (stated !== null) {
    const circa = part('circa')?.toLowerCase() === 'true'
    draft.add('births', circa ? { ...stated, circa: true } : stated)
  } else if (printed !== null) {
    intake.odd('lists/dates-not-read', birth.line, printed)
    draft.fact('date of birth', printed)
  }
  const country = countryOf(birth) === null ? null : part('countryDescription')
  draft.add(
    'birthPlaces',
    joined(
      part('place'),
      part('city'),
      part('region'),
      part('zipCode'),
      country ?? countryOf(birth),
    ),
  )
  addRemark(draft, 'birth remark', birth)
}

function statedBirth(
  date: string | null,
  parts: string | null,
  from: string | null,
  to: string | null,
): StatedDate | null {
  if (date !== null) return statedDate(dayOf(date) ?? date)
  if (from !== null || to !== null) return statedYears(from ?? to ?? '', to ?? from ?? '')
  return parts === null ? null : statedDate(parts)
}

/** `1961`, `1961-03`, `1961-03-09`; a day without its month says nothing. */
function partsAsText(year: string | null, month: string | null, day: string | null): string | null {
  if (year === null) return joined(month, day)
  if (month === null) return year
  const stem = `${year}-${month.padStart(2, '0')}`
  return day === null ? stem : `${stem}-${day.padStart(2, '0')}`
}

/** A document or a number; `number` and `latinNumber` may both be there, in two scripts. */
export function addIdentification(draft: EntryDraft, one: XmlElement): void {
  const part = (name: string): string | null => oneLine(attribute(one, name))
  const code = part('identificationTypeCode')?.toLowerCase() ?? ''
  const kind = KINDS.get(code) ?? 'other'
  const diplomatic = part('diplomatic')?.toLowerCase() === 'true'
  const description = part('identificationTypeDescription')
  const label = diplomatic ? `${description ?? code} (diplomatic)` : description
  const country = countryOf(one)
  const issued = part('issueDate') ?? part('validFrom')
  const expires = part('validTo')
  const doubts = DOUBTS.filter((name) => part(name)?.toLowerCase() === 'true')
  const numbers = [part('number'), part('latinNumber')].filter((number) => number !== null)
  for (const number of new Set(numbers)) {
    draft.add('identifiers', {
      kind,
      number,
      ...(label === null ? {} : { label }),
      ...(country === null ? {} : { country }),
      ...(issued === null ? {} : { issued: dayOf(issued) ?? issued }),
      ...(expires === null ? {} : { expires: dayOf(expires) ?? expires }),
      ...(doubts.length === 0 ? {} : { doubtful: true as const }),
    })
  }
  const [number = null] = numbers
  const bearer = part('nameOnDocument')
  const issuer = part('issuedBy')
  const note = joined(
    bearer === null ? null : `in the name of ${bearer}`,
    issuer === null ? null : `issued by ${issuer}`,
    ...doubts,
  )
  if (note !== null) draft.fact('document note', joined(number ?? label, note))
  addRemark(draft, 'document remark', one)
}
