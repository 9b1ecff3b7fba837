import type { Address, ListEntry, ListedName, StatedDate, StatedFact } from '../entry.ts'
import { stated } from '../stated.ts'
import { partialDate } from '../stated_date.ts'
import { type Joined, numbersOf } from './joined.ts'
import { type FtmEntity, NUMBERS, THINGS } from './model.ts'
import { ftmCountry } from './record.ts'
import { daysAmong } from './sanction.ts'

/** Properties that have a place of their own in an entry. */
const PLACED: ReadonlySet<string> = new Set([
  ...Object.keys(NUMBERS),
  ...['name', 'alias', 'weakAlias', 'previousName', 'abbreviation', 'birthDate', 'birthPlace'],
  ...['deathDate', 'incorporationDate', 'buildDate', 'gender', 'nationality', 'citizenship'],
  ...['country', 'jurisdiction', 'flag', 'mainCountry', 'address', 'addressEntity', 'title'],
  ...['position', 'website', 'email', 'phone', 'notes', 'summary', 'description', 'programId'],
  ...['modifiedAt', 'currency'],
])

/** The entry of a thing that is sanctioned, with what other lines say of it. */
export function ftmEntry(entity: FtmEntity, joined: Joined): ListEntry {
  const all = (...keys: string[]): string[] => {
    return [...new Set(keys.flatMap((key) => entity.properties.get(key) ?? []))]
  }
  const births = datesOf(entity, 'birthDate')
  const [gender] = all('gender')
  const isKnownGender = gender === 'male' || gender === 'female'
  const measures = joined.sanctions(entity.id).map(({ measure }) => measure)
  const programmes = measures.flatMap(({ programme }) => programme ?? [])
  const facts = factsOf(entity, joined, isKnownGender)
  const since = measures.flatMap((measure) => measure.since ?? []).sort()[0]
  const modified = daysAmong(all('modifiedAt')).at(-1)
  const reasons = joined.sanctions(entity.id).flatMap((one) => one.reasons)
  return {
    id: entity.id,
    kind: THINGS.get(entity.schema) ?? 'entity',
    names: namesOf(entity),
    programmes: [...new Set([...all('programId'), ...programmes])],
    remarks: all('notes', 'summary', 'description').join('\n'),
    addresses: addressesOf(entity, joined),
    ...stated('otherIds', entity.referents),
    ...stated('births', births),
    ...stated('birthPlaces', all('birthPlace')),
    ...stated('deaths', datesOf(entity, 'deathDate')),
    ...stated('established', datesOf(entity, 'incorporationDate', 'buildDate')),
    ...(isKnownGender ? { gender } : {}),
    ...stated('nationalities', all('nationality').map(ftmCountry)),
    ...stated('citizenships', all('citizenship').map(ftmCountry)),
    ...stated('countries', [
      ...new Set(all('jurisdiction', 'flag', 'mainCountry', 'country').map(ftmCountry)),
    ]),
    ...stated('identifiers', [...numbersOf(entity), ...joined.papers(entity.id)]),
    ...stated('links', joined.links(entity.id)),
    ...stated('titles', all('title')),
    ...stated('positions', all('position')),
    ...stated('measures', measures),
    ...(since === undefined ? {} : { listedOn: since }),
    ...(modified === undefined ? {} : { modifiedOn: modified }),
    ...stated('contacts', all('website', 'email', 'phone')),
    ...(reasons.length === 0 ? {} : { reasons: [...new Set(reasons)].join('\n') }),
    ...stated('facts', facts),
  }
}

/** The caption first: it is the name that the source of the file would show. */
function namesOf({ caption, id, properties }: FtmEntity): ListedName[] {
  const seen = new Set<string>()
  const names: ListedName[] = []
  const add = (text: string, kind: ListedName['kind'], quality: ListedName['quality']): void => {
    if (seen.has(text) || text === '') return
    seen.add(text)
    names.push({ text, kind: names.length === 0 ? 'primary' : kind, quality })
  }
  const printed = properties.get('name') ?? []
  add(caption === '' ? (printed[0] ?? id) : caption, 'primary', 'strong')
  for (const text of printed) add(text, 'aka', 'strong')
  for (const text of properties.get('alias') ?? []) add(text, 'aka', 'strong')
  for (const text of properties.get('previousName') ?? []) add(text, 'fka', 'strong')
  for (const text of properties.get('weakAlias') ?? []) add(text, 'aka', 'weak')
  for (const text of properties.get('abbreviation') ?? []) add(text, 'aka', 'weak')
  return names
}

function datesOf(entity: FtmEntity, ...keys: readonly string[]): StatedDate[] {
  const values = keys.flatMap((key) => entity.properties.get(key) ?? [])
  return values.flatMap((value) => partialDate(value) ?? [])
}

function addressesOf(entity: FtmEntity, joined: Joined): Address[] {
  const whole = (entity.properties.get('addressEntity') ?? []).flatMap((id) => {
    return joined.address(id) ?? { text: joined.known.get(id)?.caption || id, country: '' }
  })
  const known = new Set(whole.map(({ text }) => text))
  const plain = (entity.properties.get('address') ?? []).filter((text) => !known.has(text))
  return [...whole, ...plain.map((text) => ({ text, country: '' }))]
}

/** Dates that could not be read and all that has no place of its own. */
function factsOf(entity: FtmEntity, joined: Joined, isKnownGender: boolean): StatedFact[] {
  const facts: StatedFact[] = []
  for (const [label, values] of entity.properties) {
    const isDate = /^(birth|death|incorporation|build)Date$/.test(label)
    const rest = isDate ? values.filter((value) => partialDate(value) === null) : values
    if (PLACED.has(label) && !isDate && (label !== 'gender' || isKnownGender)) continue
    for (const text of rest) facts.push({ label, text })
  }
  for (const { fact } of joined.sanctions(entity.id)) if (fact !== null) facts.push(fact)
  for (const dataset of entity.datasets) facts.push({ label: 'dataset', text: dataset })
  if (entity.firstSeen !== '') facts.push({ label: 'first_seen', text: entity.firstSeen })
  if (entity.lastChange !== '') facts.push({ label: 'last_change', text: entity.lastChange })
  return facts
}
