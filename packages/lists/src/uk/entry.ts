import { countryOrText, nationalitiesOf, wordTable } from '@holdfast/records'
import type { EntryKind, ListEntry } from '../entry.ts'
import { EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { statedBySlashes } from '../stated_date.ts'
import { addIdentifiers } from './identifiers.ts'
import { plainText } from './markup.ts'
import { addNames } from './names.ts'
import type { UkAddress, UkField, UkRecord } from './record.ts'

const KINDS = wordTable<EntryKind>({
  individual: 'person',
  entity: 'entity',
  ship: 'vessel',
})

/** Fields whose texts go into one field of the entry as they are. */
const PLAIN = [
  ['group', 'otherIds'],
  ['unReference', 'otherIds'],
  ['title', 'titles'],
  ['regime', 'programmes'],
  ['position', 'positions'],
  ['phone', 'contacts'],
  ['website', 'contacts'],
] as const satisfies readonly (readonly [UkField, keyof ListEntry])[]

/** Relations, in the list's words. */
const LINKS: readonly (readonly [UkField, string])[] = [
  ['owner', 'current owner/operator'],
  ['formerOwner', 'previous owner/operator'],
  ['parent', 'parent company'],
  ['subsidiary', 'subsidiary'],
]

/** What has no place of its own, in the list's words. */
const FACTS: readonly (readonly [UkField, string])[] = [
  ['source', 'designation source'],
  ['entityType', 'type of entity'],
  ['formerFlag', 'previous flag'],
  ['shipType', 'type of ship'],
  ['tonnage', 'tonnage of ship'],
  ['length', 'length of ship'],
]

/** The entry of a party; null after an error in `intake`: no name, an unknown kind. */
export function ukEntry(record: UkRecord, intake: Intake): ListEntry | null {
  const { texts, line } = record
  const kind = KINDS.get(record.kind.toLowerCase())
  if (record.kind === '') return intake.missing(line, 'Designation Type')
  if (kind === undefined) return intake.unknown(line, 'Designation Type', record.kind)
  const draft = new EntryDraft(record.id, kind)
  addNames(draft, record, intake)
  if (draft.names.length === 0) return intake.missing(line, 'Name 6')
  for (const [field, key] of PLAIN) {
    for (const text of texts[field]) draft.add(key, oneLine(text))
  }
  for (const [field, relation] of LINKS) {
    for (const name of texts[field])
      draft.add('links', { kind: relation, name: oneLine(name) ?? '' })
  }
  for (const [field, label] of FACTS)
    for (const text of texts[field]) draft.fact(label, oneLine(text))
  for (const text of texts.email) {
    for (const one of text.split(/[;,\s]+/)) draft.add('contacts', one)
  }
  for (const text of texts.nationality) {
    for (const country of nationalitiesOf(text)) draft.add('nationalities', country)
  }
  for (const text of texts.flag) draft.add('countries', countryOrText(text))
  for (const text of texts.information) draft.addRemarks(plainText(text))
  draft.set('reasons', texts.reasons.map(plainText).join('\n'))
  for (const text of texts.gender) addGender(draft, text)
  for (const address of record.addresses) addAddress(draft, address)
  for (const { town, country } of record.births) draft.add('birthPlaces', joined(town, country))
  addIdentifiers(draft, record)
  addDates(draft, record, intake)
  addMeasures(draft, record)
  return draft.build()
}

function addGender(draft: EntryDraft, text: string): void {
  const gender = text.toLowerCase()
  if (gender === 'male' || gender === 'female') draft.set('gender', gender)
  else draft.fact('gender', text)
}

function addAddress(draft: EntryDraft, { lines, postalCode, country }: UkAddress): void {
  const text = joined(...lines)
  if (text === null && postalCode === '' && country === '') return
  const city = oneLine(lines[5] ?? null)
  draft.add('addresses', {
    text: text ?? '',
    country,
    ...(city === null ? {} : { city }),
    ...(postalCode === '' ? {} : { postalCode }),
  })
}

/** Days of birth, of building, of listing and of change; what is no date is kept as a fact. */
function addDates(draft: EntryDraft, record: UkRecord, intake: Intake): void {
  const { texts, line } = record
  const dayIn = (field: 'designated' | 'updated', label: string): readonly string[] =>
    texts[field].flatMap((text) => {
      const stated = statedBySlashes(text)
      if (stated?.precision === 'day') return [stated.from]
      intake.odd('lists/dates-not-read', line, text)
      draft.fact(label, text)
      return []
    })
  draft.set('listedOn', [...dayIn('designated', 'date designated')].sort()[0] ?? null)
  draft.set('modifiedOn', [...dayIn('updated', 'last updated')].sort().at(-1) ?? null)
  for (const text of texts.birth) {
    const stated = statedBySlashes(text)
    if (stated === null) {
      intake.odd('lists/dates-not-read', line, text)
      draft.fact('date of birth', text)
    } else {
      draft.add('births', stated)
    }
  }
  for (const text of texts.built) {
    const stated = statedBySlashes(text)
    if (stated === null) draft.fact('year built', text)
    else draft.add('established', stated)
  }
}

/** `Asset freeze|Travel Ban` is two measures, each under the regime. */
function addMeasures(draft: EntryDraft, { texts }: UkRecord): void {
  const [programme] = texts.regime
  for (const text of texts.sanctions) {
    for (const kind of text.split('|').map((one) => oneLine(one))) {
      if (kind === null) continue
      draft.add('measures', programme === undefined ? { kind } : { kind, programme })
    }
  }
}
