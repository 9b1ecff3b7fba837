import { textOf, type XmlElement } from '@holdfast/records'
import type { StatedDate } from '../entry.ts'
import { type EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { dayOf, statedDate, statedInWords, statedYears } from '../stated_date.ts'

const CIRCA = /^(approx\w*|circa|about)\.?$/i

/**
 * A date of birth: TYPE_OF_DATE EXACT or APPROXIMATELY with DATE or YEAR, BETWEEN with FROM_YEAR
 * and TO_YEAR; some stand only in NOTE (`Nov. 1973`), or a month does beside its year. What cannot
 * be read as a date (`30-35 years old`, a day of another calendar) is kept as a fact.
 */
export function addBirth(draft: EntryDraft, birth: XmlElement, intake: Intake): void {
  const part = (name: string): string | null => oneLine(textOf(birth, name))
  const [date, year, from, to] = [part('DATE'), part('YEAR'), part('FROM_YEAR'), part('TO_YEAR')]
  const note = part('NOTE')
  const printed = joined(date, year, joinYears(from, to))
  const monthOfYear = year === null || note === null ? null : statedInWords(`${note} ${year}`)
  const inForm = monthOfYear ?? formOf(date, year, from, to)
  const stated = inForm ?? (printed === null && note !== null ? statedInWords(note) : null)
  const type = part('TYPE_OF_DATE')?.toUpperCase()
  const circa = type === 'APPROXIMATELY' || CIRCA.test(note ?? '')
  if (stated !== null) draft.add('births', circa ? { ...stated, circa: true } : stated)
  if (printed !== null && inForm === null) intake.odd('lists/dates-not-read', birth.line, printed)
  const noteIsRead = note === null || inForm === null || monthOfYear !== null || CIRCA.test(note)
  if (stated === null || !noteIsRead) draft.fact('date of birth', joined(printed, note))
}

function formOf(
  date: string | null,
  year: string | null,
  from: string | null,
  to: string | null,
): StatedDate | null {
  if (date !== null) return statedDate(dayOf(date) ?? date)
  if (year !== null) return statedDate(year)
  if (from !== null && to !== null) return statedYears(from, to)
  return null
}

function joinYears(from: string | null, to: string | null): string | null {
  return from === null && to === null ? null : `${from ?? ''}..${to ?? ''}`
}

export function addBirthPlace(draft: EntryDraft, place: XmlElement): void {
  const [city, region] = [textOf(place, 'CITY'), textOf(place, 'STATE_PROVINCE')]
  const where = joined(city, region, textOf(place, 'COUNTRY'))
  draft.add('birthPlaces', where)
  const note = oneLine(textOf(place, 'NOTE'))
  draft.fact('place of birth', note === null || where === null ? note : `${where}: ${note}`)
}
