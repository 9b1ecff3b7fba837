/** The invented tribunal of the tests: who supplies what, and which functions need it. */

export interface Supply {
  readonly id: string
  readonly name: string
  readonly provider: string
  readonly beneficiary: string
  /** Other services it needs. */
  readonly needs: readonly string[]
}

export const FUNCTIONS: readonly (readonly [string, string, number, number, string])[] = [
  ['pay-staff', 'Paying staff and pensions', 9, 3, 'salary-account payroll sepa-clearing'],
  ['hearings', 'Holding hearings', 10, 5, 'courtroom video-link interpreters transcripts'],
  ['detention', 'Running the detention unit', 10, 0, 'guards medical detainee-calls'],
  ['witnesses', 'Protecting witnesses', 10, 0, 'relocation secure-phone hotel-booking cards'],
  ['case-record', 'Keeping the case record', 9, 2, 'case-system archive-storage backup'],
  ['evidence', 'Receiving and securing evidence', 8, 7, 'evidence-vault forensics upload-portal'],
  ['mail', 'Corresponding by e-mail', 7, 1, 'mail-prosecutor mail-registry dns'],
  ['travel', 'Sending investigators on mission', 6, 14, 'air-booking cards travel-insurance visas'],
  ['buildings', 'Running the premises', 6, 7, 'power lifts access-control cleaning'],
  ['legal-aid', 'Paying defence counsel', 7, 30, 'salary-account legal-aid-portal fx'],
  ['outreach', 'Publishing decisions and outreach', 3, 30, 'website streaming social'],
  ['insurance', 'Insuring staff and premises', 5, 30, 'health-insurance liability broker'],
]

const SUPPLIES: readonly string[] = [
  'salary-account|Salary account|north-bank||sepa-clearing',
  'payroll|Payroll run|lohnwerk||payroll-hosting',
  'payroll-hosting|Hosting of the payroll run|cumulus-eu|lohnwerk|',
  'sepa-clearing|Clearing of euro payments|clear-house|north-bank|',
  'courtroom|Courtroom equipment|audiovox||',
  'video-link|Video link for remote witnesses|meetly||cdn',
  'interpreters|Interpreters’ booths|linguanet||',
  'transcripts|Real-time transcripts|stenoworks||speech-engine',
  'speech-engine|Speech recognition|cumulus-eu|stenoworks|',
  'guards|Guards of the detention unit|host-state||',
  'medical|Medical care of detainees|haven-clinic||',
  'detainee-calls|Telephone for detainees|telco-south||',
  'relocation|Relocation of witnesses|partner-states||',
  'secure-phone|Encrypted telephones|silent-line||app-store',
  'app-store|Distribution of apps|pomme|silent-line|',
  'hotel-booking|Hotel bookings|roomline||',
  'cards|Corporate payment cards|cardnet||card-issuing',
  'card-issuing|Issuing of the cards|issuer-eu|cardnet|',
  'case-system|Case management system|juridata||case-hosting',
  'case-hosting|Hosting of the case system|cumulus-eu|juridata|dns',
  'archive-storage|Archive storage|keepwell||',
  'backup|Off-site backup|keepwell||',
  'evidence-vault|Evidence vault|own||vault-hardware',
  'vault-hardware|Maintenance of the vault’s hardware|ironside|own|',
  'forensics|Forensic software licence|bytewise||',
  'upload-portal|Portal for submissions|juridata||cdn case-hosting',
  'cdn|Content delivery|edgecast||',
  'mail-prosecutor|Mailbox of the Prosecutor|cumulus-eu|prosecutor|',
  'mail-registry|Mailboxes of the Registry|cumulus-eu||dns',
  'dns|Domain name service|namehold||registry-top',
  'registry-top|Top-level domain|tld-int|namehold|',
  'air-booking|Flight bookings|farewell||gds',
  'gds|Reservation system|skyfare|farewell|',
  'travel-insurance|Travel insurance|mutua||',
  'visas|Visa service|passline||',
  'power|Electricity|grid-west||',
  'lifts|Maintenance of lifts|liftworks||',
  'access-control|Access control|gateguard||gate-cloud',
  'gate-cloud|Cloud of the access control|cumulus-eu|gateguard|',
  'cleaning|Cleaning|brightside||',
  'legal-aid-portal|Portal of defence counsel|own||',
  'fx|Foreign exchange|harbour-bank||swift',
  'swift|Financial messaging|msgnet|harbour-bank|',
  'website|Website|own||cdn dns',
  'streaming|Streaming of hearings|castify||cdn',
  'social|Social media accounts|chirp||',
  'health-insurance|Health insurance of staff|mutua||reinsurance',
  'reinsurance|Reinsurance|bermuda-re|mutua|',
  'liability|Liability insurance|assura||reinsurance',
  'broker|Insurance broker|marsh-field||',
]

/** Parties: id, name, owner, and what the law says: bound, free or unknown. */
const PARTIES: readonly string[] = [
  'own|International Tribunal for the High Seas||free',
  'prosecutor|The Prosecutor||free',
  'north-bank|North Sea Bank N.V.|nsb-group|free',
  'nsb-group|NSB Group Holding|harbour-inc|free',
  'lohnwerk|Lohnwerk GmbH||free',
  'cumulus-eu|Cumulus Ireland Ltd|cumulus|bound',
  'cumulus|Cumulus Systems, Inc.||bound',
  'clear-house|Euro Clearing House||free',
  'audiovox|Audiovox Courtrooms BV||free',
  'meetly|Meetly, Inc.||bound',
  'linguanet|Linguanet SA||free',
  'stenoworks|Stenoworks Europe BV|stenoworks-us|bound',
  'stenoworks-us|Stenoworks LLC||bound',
  'host-state|The host State||free',
  'haven-clinic|Haven Clinic||free',
  'telco-south|Telco South||free',
  'partner-states|Partner States||free',
  'silent-line|Silent Line AG||free',
  'pomme|Pomme, Inc.||bound',
  'roomline|Roomline BV|roomline-us|bound',
  'roomline-us|Roomline Holdings, Inc.||bound',
  'cardnet|Cardnet Europe SA|cardnet-us|bound',
  'cardnet-us|Cardnet, Inc.||bound',
  'issuer-eu|Issuer Europe SE||free',
  'juridata|Juridata SAS||unknown',
  'keepwell|Keepwell Oy||free',
  'ironside|Ironside Servers, Inc.||bound',
  'bytewise|Bytewise Forensics, Inc.||bound',
  'edgecast|Edgecast Networks, Inc.||bound',
  'namehold|Namehold AB||free',
  'tld-int|Registry of the top-level domain||bound',
  'farewell|Farewell Travel GmbH||free',
  'skyfare|Skyfare, Inc.||bound',
  'mutua|Mutua Seguros||free',
  'passline|Passline Ltd||free',
  'grid-west|Grid West||free',
  'liftworks|Liftworks KG||unknown',
  'gateguard|Gateguard AS||free',
  'brightside|Brightside Facilities BV||free',
  'harbour-bank|Harbour Bank Europe SE|harbour-inc|bound',
  'harbour-inc|Harbour Bank, Inc.||bound',
  'msgnet|Msgnet SCRL||free',
  'castify|Castify, Inc.||bound',
  'chirp|Chirp, Inc.||bound',
  'bermuda-re|Bermuda Re Ltd||unknown',
  'assura|Assura AG||free',
  'marsh-field|Marsh & Field LLP||bound',
]

export interface Party {
  readonly id: string
  readonly name: string
  readonly owner: string
  readonly standing: string
}

export const supplies: readonly Supply[] = SUPPLIES.map((line) => {
  const [id = '', name = '', provider = '', beneficiary = '', needs = ''] = line.split('|')
  const list = needs.split(' ').filter((one) => one !== '')
  return { id, name, provider, beneficiary: beneficiary || 'own', needs: list }
})

export const parties: readonly Party[] = PARTIES.map((line) => {
  const [id = '', name = '', owner = '', standing = ''] = line.split('|')
  return { id, name, owner, standing }
})
