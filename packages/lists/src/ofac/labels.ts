import type { IdentifierKind } from '../entry.ts'

/**
 * The labels of OFAC's statements. The words of `idList` in SDN.XML, of the features and documents
 * of Advanced XML and of Remarks in SDN.CSV are the same, so there is one table. A label that is
 * not here is no error: what it says is kept as a fact.
 * Source: own reading of the lists of 2021 to 2026.
 */
export type Place =
  | 'identifier'
  | 'births'
  | 'birthPlaces'
  | 'established'
  | 'nationalities'
  | 'citizenships'
  | 'countries'
  | 'positions'
  | 'gender'
  | 'contacts'
  | 'links'
  | 'measures'
  | 'facts'

export interface Label {
  /** As OFAC writes it, without the colon or dash behind it. */
  readonly name: string
  readonly place: Place
  /** Only with `identifier`. */
  readonly kind?: IdentifierKind
}

const IDENTIFIERS: readonly (readonly [IdentifierKind, string])[] = [
  ['passport', 'Passport|Diplomatic Passport|Stateless Person Passport|Refugee Travel Document'],
  ['passport', 'British National Overseas Passport|Travel Document Number'],
  ['national-id', 'National ID No.|Cedula No.|Cedula de Ciudadania|Cedula de Extranjeria|D.N.I.'],
  ['national-id', 'C.U.R.P.|C.U.I.P.|Personal ID Card|Identification Number|Identity Card'],
  ['national-id', 'Electoral Registry No.|National Foreign ID Number|Birth Certificate Number'],
  ['national-id', 'SSN|Kuwait Civil ID No.|Turkish Identification Number|Residency Number'],
  ['national-id', "Numero de Identidad|Stateless Person ID Card|N.I.E.|Citizen's Card Number"],
  ['national-id', 'Moroccan Personal ID No.|Bosnian Personal ID No.|Tazkira National ID Card'],
  [
    'national-id',
    "Driver's License No.|Cartilla de Servicio Militar Nacional|Credencial electoral",
  ],
  ['national-id', 'I.F.E.|LE Number|Pasaporte|Interpol: Red Notice. File No.|Tarjeta Profesional'],
  ['national-id', 'Military Registration Number|Military ID|Afghan Money Service Provider License'],
  ['national-id', "Carnet de Identidad|Seafarer's Identification Document|Drivers License"],
  [
    'national-id',
    'Kenyan ID No.|C.U.I.|National Identification Number|Residence Permit|Refugee ID Card',
  ],
  ['tax', 'Tax ID No.|NIT #|NIT|RUC #|RUC|RIF #|RIF|R.F.C.|V.A.T. Number|Italian Fiscal Code'],
  ['tax', 'US FEIN|C.U.I.T.|C.U.I.L.|RTN|Fiscal Code|Numero Unico de Identificacao'],
  ['tax', 'Romanian Tax Registration|Paraguayan tax identification number|N.I.F.|C.I.F.|CNPJ'],
  ['tax', 'Central Registration System Number|Tax Registration Number|C.N.P.J.|C.P.F.|RNC'],
  ['tax', 'N.I.T.|Permanent Account Number|Fiscal Identification Number|SRE Permit No.'],
  ['registration', 'Registration Number|Registration ID|Business Registration Number'],
  ['registration', 'Commercial Registry Number|Company Number|UK Company Number|License'],
  ['registration', 'Trade License No.|C.R. No.|Folio Mercantil No.|Matricula Mercantil No'],
  ['registration', 'Business Registration Document #|Public Registration Number|Company ID'],
  ['registration', 'Unified Social Credit Code (USCC)|Chamber of Commerce Number'],
  ['registration', 'Economic Register Number (CBLS)|Government Gazette Number'],
  ['registration', 'Istanbul Chamber of Comm. No.|Certificate of Incorporation Number'],
  ['registration', 'Business Number|Enterprise Number|Registered Charity No.|Registered Number'],
  [
    'registration',
    'Dubai Chamber of Commerce Membership No.|File Number|RSIN|RSBN|Trademark number',
  ],
  ['registration', 'Organization Code|United Social Credit Code Certificate (USCCC)'],
  ['registration', 'Global Intermediary Identification Number|D-U-N-S Number|Permit Number'],
  ['registration', 'Vessel Registration Number|Other Vessel Registration|Central Registry Number'],
  ['registration', 'Public Security and Immigration No.|MSB Registration Number|CAGE Code'],
  ['registration', 'Branch Unit Number|Certificate of Good Standing|Legal Business Number'],
  ['lei', 'Legal Entity Number|Legal Entity Identifier'],
  ['bic', 'SWIFT/BIC'],
  ['other', 'BIK (RU)|Bank Identifier Code|Bank Account Number|Serial No.|Iranian Ministry ID'],
  ['other', 'Chinese Commercial Code|Equity Ticker|CNA No.'],
  ['imo', 'Vessel Registration Identification|IMO Number|IMO'],
  ['mmsi', 'MMSI'],
  ['call-sign', 'Vessel Call Sign|Call Sign'],
  ['aircraft', 'Aircraft Construction Number (also called L/N or S/N or F/N)'],
  ['aircraft', "Aircraft Manufacturer's Serial Number (MSN)|Aircraft Tail Number"],
  ['aircraft', 'Aircraft Mode S Transponder Code|Previous Aircraft Tail Number'],
  ['aircraft', 'Aircraft Serial Number|Aircraft Serial Identification'],
  ['isin', 'ISIN'],
]

const OTHERS: readonly (readonly [Place, string])[] = [
  ['births', 'DOB|Birthdate|Date of Birth'],
  ['birthPlaces', 'POB|Place of Birth'],
  ['established', 'Organization Established Date|Aircraft Manufacture Date|Vessel Year of Build'],
  ['established', 'Aircraft Manufactured Date'],
  ['nationalities', 'nationality|Nationality Country|Nationality'],
  ['citizenships', 'citizen|Citizenship Country|Citizenship'],
  ['countries', 'Nationality of Registration|Vessel Flag|Country of Registration'],
  ['positions', 'Title'],
  ['gender', 'Gender'],
  [
    'contacts',
    'Website|Email Address|Phone Number|Phone No.|Phone|Telephone No.|Telephone|Fax|Cell Phone',
  ],
  ['links', 'Linked To|Aircraft Operator|Vessel Owner'],
  ['facts', 'Additional Sanctions Information|Secondary sanctions risk|Target Type|Issuer Name'],
  ['facts', 'Executive Order 13662 Directive Determination|Organization Type|Vessel Type'],
  ['facts', 'Executive Order 14024 Directive Information|Executive Order 14059 information'],
  ['facts', 'Executive Order 14014 Directive Information|CAATSA Section 235 Information'],
  [
    'facts',
    'Transactions Prohibited For Persons Owned or Controlled By U.S. Financial Institutions',
  ],
  ['facts', 'Former Vessel Flag|Aircraft Model|Other Vessel Flag|Other Vessel Call Sign'],
  ['facts', 'Other Vessel Type|Gross Registered Tonnage|Tonnage|Vessel Gross Registered Tonnage'],
  ['facts', 'Vessel Gross Tonnage|Dead Weight Tonnage|Height|Weight|Eyes|Hair|Complexion|Build'],
  ['facts', 'PEESA Information|IFCA Determination|Executive Order 13846 information'],
  ['facts', 'Executive Order 13645 Determination|Tribe|Ethnicity|Physical Description'],
]

/** `Listing Date (CMIC)`, `Effective Date (EO 14024 Directive 2):`. */
const DATED = /^((?:Listing|Effective|Purchase\/Sales For Divestment) Date \([^)]*\))/i
const WALLET = /^(Digital Currency Address - [A-Z0-9]{2,10})(?= |$)/

const byWord = new Map<string, (readonly [key: string, label: Label])[]>()
for (const [kind, names] of IDENTIFIERS) {
  for (const name of names.split('|')) insert({ name, place: 'identifier', kind })
}
for (const [place, names] of OTHERS) {
  for (const name of names.split('|')) insert({ name, place })
}
for (const labels of byWord.values()) labels.sort(([a], [b]) => b.length - a.length)

function insert(label: Label): void {
  const key = label.name.toLowerCase()
  const first = firstWord(key)
  const labels = byWord.get(first)
  if (labels === undefined) byWord.set(first, [[key, label]])
  else labels.push([key, label])
}

function firstWord(text: string): string {
  const space = /[ :]/.exec(text)
  return space === null ? text : text.slice(0, space.index)
}

/** The label at the beginning of a statement and what stands behind it; null when none is known. */
export function labelAt(text: string): { label: Label; rest: string } | null {
  const lower = text.toLowerCase()
  for (const [key, label] of byWord.get(firstWord(lower)) ?? []) {
    if (!lower.startsWith(key)) continue
    const after = lower.charAt(key.length)
    if (after !== '' && after !== ' ' && after !== ':') continue
    return {
      label,
      rest: text
        .slice(key.length)
        .replace(/^[\s:-]+(?=\s|$)|^\s+/, '')
        .trim(),
    }
  }
  const dated = DATED.exec(text)
  if (dated !== null) return labelled(text, dated[0], { name: dated[0], place: 'measures' })
  const wallet = WALLET.exec(text)
  if (wallet === null) return null
  return labelled(text, wallet[0], { name: wallet[0], place: 'identifier', kind: 'wallet' })
}

function labelled(text: string, head: string, label: Label): { label: Label; rest: string } {
  return { label, rest: text.slice(head.length).replace(/^:/, '').trim() }
}

/** The label that is the whole text, as in `idType`; a fact's of that name when it is not known. */
export function labelOf(text: string): Label {
  let end = text.length
  while (end > 0 && /[\s:-]/.test(text.charAt(end - 1))) end -= 1
  const name = text.slice(0, end).trim()
  const found = labelAt(name)
  if (found !== null && found.rest === '') return found.label
  return { name, place: 'facts' }
}
