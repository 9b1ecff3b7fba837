import { countryCode } from './country.ts'

/**
 * How legal acts write nationalities, parted by bars, by ISO 3166-1 alpha-2. `Congolese` is not
 * here: it is of one of two countries.
 */
const DEMONYMS: Readonly<Record<string, string>> = {
  AE: 'emirati',
  AF: 'afghan|afghani',
  AL: 'albanian',
  AM: 'armenian',
  AR: 'argentinian|argentine',
  AT: 'austrian',
  AU: 'australian',
  AZ: 'azerbaijani',
  BA: 'bosnian',
  BD: 'bangladeshi',
  BE: 'belgian',
  BG: 'bulgarian',
  BH: 'bahraini',
  BI: 'burundian',
  BR: 'brazilian',
  BY: 'belarusian|belarussian',
  CA: 'canadian',
  CD: 'drc',
  CH: 'swiss',
  CN: 'chinese|prc',
  CU: 'cuban',
  CY: 'cypriot',
  CZ: 'czech',
  DE: 'german',
  DJ: 'djiboutian',
  DK: 'danish',
  DZ: 'algerian',
  EE: 'estonian',
  EG: 'egyptian',
  ER: 'eritrean',
  ES: 'spanish',
  ET: 'ethiopian',
  FI: 'finnish',
  FR: 'french',
  GB: 'british',
  GE: 'georgian',
  GN: 'guinean',
  GR: 'greek',
  GT: 'guatemalan',
  HR: 'croatian',
  HT: 'haitian',
  HU: 'hungarian',
  ID: 'indonesian',
  IE: 'irish',
  IL: 'israeli',
  IN: 'indian',
  IQ: 'iraqi',
  IR: 'iranian',
  IT: 'italian',
  JO: 'jordanian',
  JP: 'japanese',
  KE: 'kenyan',
  KG: 'kyrgyz',
  KP: 'dprk|north korean',
  KW: 'kuwaiti',
  KZ: 'kazakh|kazakhstani',
  LB: 'lebanese',
  LK: 'sri lankan',
  LT: 'lithuanian',
  LV: 'latvian',
  LY: 'libyan',
  MA: 'moroccan',
  MD: 'moldovan',
  ML: 'malian',
  MM: 'burmese|myanmar|myanmar/burma|myanmar/ burma',
  MR: 'mauritanian',
  MT: 'maltese',
  MY: 'malaysian',
  NG: 'nigerian',
  NI: 'nicaraguan',
  NL: 'dutch',
  NO: 'norwegian',
  OM: 'omani',
  PH: 'filipino|philippine',
  PK: 'pakistani',
  PL: 'polish',
  PS: 'palestinian',
  PT: 'portuguese',
  QA: 'qatari',
  RO: 'romanian',
  RS: 'serbian',
  RU: 'russian',
  RW: 'rwandan',
  SA: 'saudi|saudi arabian',
  SD: 'sudanese',
  SE: 'swedish',
  SK: 'slovak',
  SL: 'sierra leonean',
  SN: 'senegalese',
  SO: 'somali',
  SS: 'south sudanese',
  SY: 'syrian',
  TJ: 'tajik',
  TM: 'turkmen',
  TN: 'tunisian',
  TR: 'turkish',
  TT: 'trinidadian',
  TZ: 'tanzanian',
  UA: 'ukrainian',
  UG: 'ugandan',
  US: 'american',
  UZ: 'uzbek',
  VE: 'venezuelan',
  YE: 'yemeni',
  ZW: 'zimbabwean',
}

let made: ReadonlyMap<string, string> | null = null

function codeOf(text: string): string | null {
  made ??= new Map(
    Object.entries(DEMONYMS).flatMap(([code, words]) =>
      words.split('|').map((word): [string, string] => [word, code]),
    ),
  )
  return made.get(text.toLowerCase()) ?? countryCode(text)
}

/**
 * The nationalities that a text of a legal act names: `Russian`, `Ukrainian, Russian`, `(a) German,
 * (b) Moroccan`, as ISO 3166-1 alpha-2. The text as printed where any part of it is not recognised.
 */
export function nationalitiesOf(text: string): readonly string[] {
  const parts = text
    .split(/\([a-z]\)|[,;]|\band\b/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const codes = parts.map((part) => codeOf(part.replace(/\.$/, '')))
  const whole = codeOf(text)
  if (whole !== null) return [whole]
  return codes.length > 0 && codes.every((code) => code !== null) ? (codes as string[]) : [text]
}
