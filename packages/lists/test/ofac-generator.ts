import type { ByteSource } from '@holdfast/records'

/**
 * Large files of OFAC's XML formats, made piece by piece: nothing of them is kept. The same seed
 * gives the same bytes. All people, numbers and places are invented.
 */
export interface Generated {
  readonly entries: number
  readonly seed?: number
}

/** A small random source (mulberry32): whole numbers from 0 to below `below`. */
type Random = (below: number) => number

function randomOf(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below)
  }
}

const SYLLABLES = 'ba ke lo mi nu ra se ti vo za dri gor hel ist jam kov lan mor nik ost'.split(' ')
const COUNTRIES = ['Peru', 'Russia', 'Korea, North', 'Iran', 'Panama']

function word(random: Random): string {
  let made = ''
  for (let left = 2 + random(3); left > 0; left -= 1) made += SYLLABLES[random(SYLLABLES.length)]
  return made
}

const CHUNK_CHARS = 65_536

function sourceOf(name: string, pieces: () => Iterable<string>): ByteSource {
  const encoder = new TextEncoder()
  function* chunks(): Generator<Uint8Array> {
    let text = ''
    for (const piece of pieces()) {
      text += piece
      if (text.length < CHUNK_CHARS) continue
      yield encoder.encode(text)
      text = ''
    }
    yield encoder.encode(text)
  }
  let size = 0
  for (const chunk of chunks()) size += chunk.length
  return { name, size, chunks }
}

/** A file like SDN.XML, some 1.9 kB an entry. */
export function generatedSdnXml({ entries, seed = 1 }: Generated): ByteSource {
  return sourceOf('SDN.XML', function* () {
    const random = randomOf(seed)
    const head = `<Publish_Date>07/11/2026</Publish_Date><Record_Count>${entries}</Record_Count>`
    yield `<?xml version="1.0"?>\n<sdnList>\n<publshInformation>${head}</publshInformation>\n`
    for (let id = 1; id <= entries; id += 1) yield sdnEntry(id, random)
    yield '</sdnList>\n'
  })
}

function sdnEntry(id: number, random: Random): string {
  const number = (type: string): string =>
    `<id><uid>${random(1e9)}</uid><idType>${type}</idType><idNumber>${random(1e9)}</idNumber>` +
    `<idCountry>${COUNTRIES[random(COUNTRIES.length)]}</idCountry></id>`
  const aka = (): string =>
    `<aka><uid>${random(1e9)}</uid><type>a.k.a.</type><category>strong</category>` +
    `<lastName>${word(random)}</lastName><firstName>${word(random)}</firstName></aka>`
  return `  <sdnEntry>
    <uid>${id}</uid>
    <firstName>${word(random)} ${word(random)}</firstName>
    <lastName>${word(random).toUpperCase()} ${id}</lastName>
    <sdnType>Individual</sdnType>
    <remarks>(Linked To: ${word(random)} ${word(random)} COMPANY); ${word(random)}</remarks>
    <programList><program>INVENTED-EO${random(40)}</program></programList>
    <idList>${number('Passport')}${number('Tax ID No.')}${number('National ID No.')}</idList>
    <akaList>${aka()}${aka()}${aka()}</akaList>
    <addressList><address><uid>1</uid><address1>${random(999)} ${word(random)} Street</address1>
      <city>${word(random)}</city><country>${COUNTRIES[random(5)]}</country></address></addressList>
    <dateOfBirthList><dateOfBirthItem><uid>1</uid><dateOfBirth>${1930 + random(70)}</dateOfBirth>
      <mainEntry>true</mainEntry></dateOfBirthItem></dateOfBirthList>
    <placeOfBirthList><placeOfBirthItem><uid>1</uid>
      <placeOfBirth>${word(random)}, Peru</placeOfBirth>
      <mainEntry>true</mainEntry></placeOfBirthItem></placeOfBirthList>
  </sdnEntry>\n`
}

/** A file like SDN_ADVANCED.XML: some 6 kB a party, over all sections. */
export function generatedAdvancedXml({ entries, seed = 1 }: Generated): ByteSource {
  return sourceOf('SDN_ADVANCED.XML', function* () {
    const random = randomOf(seed)
    yield `<?xml version="1.0"?>\n<Sanctions Version="1">${date('DateOfIssue', 2026)}`
    yield `${TABLES}\n<Locations>\n`
    for (let id = 1; id <= entries; id += 1) yield location(id, random)
    yield '</Locations>\n<IDRegDocuments>\n'
    for (let id = 1; id <= entries; id += 1) yield document(id, random)
    yield '</IDRegDocuments>\n<DistinctParties>\n'
    for (let id = 1; id <= entries; id += 1) yield party(id, random)
    yield '</DistinctParties>\n<ProfileRelationships>\n'
    for (let id = 1; id <= entries; id += 1) {
      const ends = `From-ProfileID="${id}" To-ProfileID="${1 + random(entries)}"`
      const rest = 'RelationTypeID="1" RelationQualityID="1" Former="false" SanctionsEntryID="1"'
      yield `<ProfileRelationship ID="${id}" ${ends} ${rest}/>\n`
    }
    yield '</ProfileRelationships>\n<SanctionsEntries>\n'
    for (let id = 1; id <= entries; id += 1) yield listing(id, random)
    yield '</SanctionsEntries>\n</Sanctions>\n'
  })
}

const FLAGS = 'YearFixed="false" MonthFixed="false" DayFixed="false"'
const FORM = 'ScriptStatusID="1" Acronym="false"'

const TABLES = `<ReferenceValueSets>
<AliasType ID="1">A.K.A.</AliasType><AliasType ID="2">Name</AliasType>
<CalendarType ID="1">Gregorian</CalendarType><Country ID="1" ISO2="PE">Peru</Country>
<FeatureType ID="1">Birthdate</FeatureType><FeatureType ID="2">Location</FeatureType>
<FeatureType ID="3">Website</FeatureType><IDRegDocType ID="1">Passport</IDRegDocType>
<IDRegDocDateType ID="1">Issue Date</IDRegDocDateType><List ID="1">SDN List</List>
<LocPartType ID="1">ADDRESS1</LocPartType><LocPartType ID="2">CITY</LocPartType>
<NamePartType ID="1">Last Name</NamePartType><NamePartType ID="2">First Name</NamePartType>
<PartyType ID="1">Individual</PartyType><PartySubType ID="4" PartyTypeID="1">Unknown</PartySubType>
<RelationType ID="1" Symmetrical="false">Owned or Controlled By</RelationType>
<SanctionsType ID="1">Program</SanctionsType><Script ID="215" ScriptCode="Latn">Latin</Script>
<Script ID="220" ScriptCode="Cyrl">Cyrillic</Script>
</ReferenceValueSets>`

function date(name: string, year: number): string {
  return `<${name} CalendarTypeID="1"><Year>${year}</Year><Month>7</Month><Day>11</Day></${name}>`
}

function period(year: number): string {
  const point = (name: string, month: number, day: number): string =>
    `<${name}><Year>${year}</Year><Month>${month}</Month><Day>${day}</Day></${name}>`
  return `<DatePeriod CalendarTypeID="1" ${FLAGS}>
      <Start Approximate="false" ${FLAGS}>${point('From', 1, 1)}${point('To', 1, 1)}</Start>
      <End Approximate="false" ${FLAGS}>${point('From', 12, 31)}${point('To', 12, 31)}</End>
    </DatePeriod>`
}

function location(id: number, random: Random): string {
  const part = (type: number, value: string): string =>
    `<LocationPart LocPartTypeID="${type}"><LocationPartValue Primary="true" ` +
    `LocPartValueTypeID="1" LocPartValueStatusID="1"><Comment/><Value>${value}</Value>` +
    '</LocationPartValue></LocationPart>'
  return `<Location ID="${id}"><LocationCountry CountryID="1" CountryRelevanceID="1"/>
  ${part(1, `${random(999)} ${word(random)} Street`)}${part(2, word(random))}</Location>\n`
}

function document(id: number, random: Random): string {
  const ids = `ID="${id}" IDRegDocTypeID="1" IdentityID="${id}" IssuedBy-CountryID="1"`
  return `<IDRegDocument ${ids}>
  <Comment/><IDRegistrationNo>X${random(1e9)}</IDRegistrationNo>
  <DocumentDate IDRegDocDateTypeID="1">${period(1990 + random(30))}</DocumentDate>
  </IDRegDocument>\n`
}

function party(id: number, random: Random): string {
  const part = (group: number, script: number, text: string): string =>
    `<DocumentedNamePart><NamePartValue NamePartGroupID="${group}" ScriptID="${script}" ${FORM}>` +
    `${text}</NamePartValue></DocumentedNamePart>`
  const name = (script: number): string =>
    `<DocumentedName ID="${id}" FixedRef="${id}" DocNameStatusID="1">` +
    `${part(1, script, `${word(random)}-${id}`)}${part(2, script, word(random))}</DocumentedName>`
  const alias = (type: number, script: number): string =>
    `<Alias FixedRef="${id}" AliasTypeID="${type}" Primary="${type === 2}" LowQuality="false">` +
    `${name(script)}</Alias>`
  const group = (one: number): string =>
    `<MasterNamePartGroup><NamePartGroup ID="${one}" NamePartTypeID="${one}"/>` +
    '</MasterNamePartGroup>'
  const feature = (type: number, version: string): string =>
    `<Feature ID="${random(1e9)}" FeatureTypeID="${type}">
    <FeatureVersion ID="${random(1e9)}">${version}</FeatureVersion>
    <IdentityReference IdentityID="${id}" IdentityFeatureLinkTypeID="1"/></Feature>`
  return `<DistinctParty FixedRef="${id}"><Comment/><Profile ID="${id}" PartySubTypeID="4">
  <Identity ID="${id}" FixedRef="${id}" Primary="true" False="false">
    ${alias(2, 215)}${alias(1, 215)}${alias(1, 220)}${alias(1, 215)}
    <NamePartGroups>${group(1)}${group(2)}</NamePartGroups>
  </Identity>
  ${feature(1, period(1930 + random(70)))}${feature(2, `<VersionLocation LocationID="${id}"/>`)}
  ${feature(3, `<VersionDetail DetailTypeID="1">www.${word(random)}.example.org</VersionDetail>`)}
  </Profile></DistinctParty>\n`
}

function listing(id: number, random: Random): string {
  return `<SanctionsEntry ID="${id}" ProfileID="${id}" ListID="1">
  <EntryEvent ID="${id}" EntryEventTypeID="1"><Comment/>
  ${date('Date', 2000 + random(26))}</EntryEvent>
  <SanctionsMeasure ID="${id}" SanctionsTypeID="1"><Comment>INVENTED-EO${random(40)}</Comment>
  ${period(2020)}</SanctionsMeasure></SanctionsEntry>\n`
}
