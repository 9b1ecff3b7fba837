import { attribute, child, children, textOf, wordTable, type XmlElement } from '@holdfast/records'
import type { Address, EntryKind, ListedName, NameKind, NameParts } from '../entry.ts'
import { periodOf, shortDate } from './advanced_dates.ts'
import type { ReferenceValues } from './advanced_values.ts'
import { isTrue } from './advanced_values.ts'
import type { Details } from './details.ts'
import { add, addMeasure, fact, state } from './details.ts'
import { labelOf } from './labels.ts'

const PARTY_KINDS = wordTable<EntryKind>({
  individual: 'person',
  entity: 'entity',
  location: 'asset',
})

/** Person, organisation, vessel or aircraft; null for a type that is none of those known. */
export function kindOf(profile: XmlElement, values: ReferenceValues): EntryKind | null {
  const subtype = values.value(profile, 'PartySubTypeID', 'PartySubType')
  if (subtype === null) return null
  const word = subtype.text.toLowerCase()
  if (word === 'vessel' || word === 'aircraft') return word
  const type = values.text(subtype, 'PartyTypeID', 'PartyType')?.toLowerCase() ?? ''
  return PARTY_KINDS.get(type) ?? null
}

const NAME_KINDS = wordTable<NameKind>({
  'a.k.a.': 'aka',
  'f.k.a.': 'fka',
  'n.k.a.': 'nka',
  name: 'aka',
})

const PARTS = wordTable<keyof NameParts>({
  'last name': 'family',
  'first name': 'given',
  'middle name': 'middle',
  patronymic: 'patronymic',
  'maiden name': 'maiden',
})

/**
 * The names of a profile, of all its identities: the primary alias of the primary identity in Latin
 * letters first. What it is called in other scripts, and under false identities, are further names.
 */
export function namesOf(profile: XmlElement, values: ReferenceValues): ListedName[] {
  const names: ListedName[] = []
  for (const identity of children(profile, 'Identity')) {
    const groups = groupsOf(identity, values)
    const primary = attribute(identity, 'Primary') === null || isTrue(identity, 'Primary')
    for (const alias of children(identity, 'Alias')) {
      const type = values.text(alias, 'AliasTypeID', 'AliasType') ?? ''
      const kind = NAME_KINDS.get(type.toLowerCase()) ?? 'aka'
      const weak = isTrue(alias, 'LowQuality') || isTrue(identity, 'False')
      for (const documented of children(alias, 'DocumentedName')) {
        const name = nameOf(documented, groups, values)
        if (name === null) continue
        const first = primary && isTrue(alias, 'Primary') && name.script === undefined
        const before = names[0]?.kind === 'primary'
        const listed: ListedName = {
          ...name,
          kind: first && !before ? 'primary' : kind,
          quality: weak ? 'weak' : 'strong',
        }
        if (listed.kind === 'primary') names.unshift(listed)
        else names.push(listed)
      }
    }
  }
  return names.map((name, at) => (at === 0 ? { ...name, kind: 'primary' } : name))
}

/** What the parts of an identity's names are, by the number of their group. */
function groupsOf(identity: XmlElement, values: ReferenceValues): ReadonlyMap<string, string> {
  const groups = new Map<string, string>()
  for (const master of children(child(identity, 'NamePartGroups'), 'MasterNamePartGroup')) {
    for (const group of children(master, 'NamePartGroup')) {
      const type = values.text(group, 'NamePartTypeID', 'NamePartType') ?? ''
      groups.set(attribute(group, 'ID') ?? '', type.toLowerCase())
    }
  }
  return groups
}

/** A name in one script. People in Latin letters are printed as in the CSV files: `LAST, First`. */
function nameOf(
  documented: XmlElement,
  groups: ReadonlyMap<string, string>,
  values: ReferenceValues,
): Pick<ListedName, 'text' | 'script' | 'parts'> | null {
  const words: string[] = []
  const parts: { -readonly [K in keyof NameParts]: NameParts[K] } = {}
  let family = ''
  let others = ''
  let script: string | null = null
  for (const part of children(documented, 'DocumentedNamePart')) {
    const value = child(part, 'NamePartValue')
    if (value === null || value.text === '') continue
    const group = attribute(value, 'NamePartGroupID') ?? ''
    const type = groups.get(group)
    if (type === undefined) values.unresolved(value, 'NamePartGroup', group)
    script ??= values.script(value)
    const leading = part.attributes.get('LeadingChars') ?? ''
    words.push(`${leading}${value.text}${part.attributes.get('TrailingChars') ?? ''}`)
    const key = PARTS.get(type ?? '')
    if (key !== undefined) parts[key] = joined(parts[key] ?? '', value.text)
    if (key === 'family') family = joined(family, value.text)
    else others = joined(others, value.text)
  }
  if (words.length === 0) return null
  const latin = script === null || script === 'Latn'
  const personal = latin && family !== '' && others !== ''
  return {
    text: personal ? `${family}, ${others}` : words.join(' ').trim(),
    ...(latin ? {} : { script: script as string }),
    ...(Object.keys(parts).length === 0 ? {} : { parts }),
  }
}

function joined(before: string, more: string): string {
  return before === '' ? more : `${before} ${more}`
}

/** Locations of pass 1, by their numbers. */
export type Locations = ReadonlyMap<string, Address>

/** Puts the features of a profile in their places; the addresses go into `addresses`. */
export function stateFeatures(
  profile: XmlElement,
  values: ReferenceValues,
  locations: Locations,
  details: Details,
  addresses: Address[],
): void {
  for (const feature of children(profile, 'Feature')) {
    const type = values.text(feature, 'FeatureTypeID', 'FeatureType') ?? 'Feature'
    for (const version of children(feature, 'FeatureVersion')) {
      stateVersion(type, version, values, locations, details, addresses)
    }
  }
}

function stateVersion(
  type: string,
  version: XmlElement,
  values: ReferenceValues,
  locations: Locations,
  details: Details,
  addresses: Address[],
): void {
  const label = labelOf(type)
  const places = locationsOf(version, values, locations)
  const texts = children(version, 'VersionDetail').flatMap((one) => {
    const text = one.text || values.text(one, 'DetailReferenceID', 'DetailReference')
    return text ? [text] : []
  })
  const periods = children(version, 'DatePeriod')
  for (const period of periods) {
    const date = periodOf(period, values)
    const text = textOf(period, 'Comment')
    if (date === null) texts.push(text ?? 'unknown date')
    else if (label.place === 'births' || label.place === 'established') {
      add(details, label.place, text === null ? date : { ...date, text })
    } else if (label.place === 'measures') addMeasure(details, label.name, date.from, date.from)
    else texts.push(shortDate(date))
  }
  for (const place of places) {
    if (type.toLowerCase() === 'location') addresses.push(place)
    else texts.push(printed(place))
  }
  for (const text of texts) state(details, label, { number: text })
  const comment = textOf(version, 'Comment')
  if (comment !== null) fact(details, label.name, comment)
  const reliability = values.text(version, 'ReliabilityID', 'Reliability')
  if (reliability !== null && /false|doubt|low|unreliable/i.test(reliability)) {
    fact(details, `${label.name} reliability`, reliability)
  }
}

function locationsOf(
  version: XmlElement,
  values: ReferenceValues,
  locations: Locations,
): readonly Address[] {
  return children(version, 'VersionLocation').flatMap((one) => {
    const id = attribute(one, 'LocationID') ?? ''
    const place = locations.get(id)
    if (place === undefined) values.unresolved(one, 'Location', id)
    return place ?? []
  })
}

/** A place in one line; only its country where it is no more than that. */
function printed({ country, text }: Address): string {
  if (text === '') return country
  return country === '' ? text : `${text}, ${country}`
}
