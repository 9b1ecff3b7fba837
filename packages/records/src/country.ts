import { COUNTRY_NAMES } from './country_names.ts'

/** Words that countries are written with and without. */
const FILLERS: ReadonlySet<string> = new Set(['the', 'of', 'and'])

/** `Region: West Bank` is how OFAC writes an area in the place of a country. */
const REGION = /^region:\s*/i

interface CountryTable {
  readonly codes: ReadonlyMap<string, string>
  readonly names: ReadonlyMap<string, string>
}

/** Made when it is first asked, since not every use of a list needs it. */
let made: CountryTable | null = null
/** Lists write some two hundred spellings many thousand times. */
const known = new Map<string, string | null>()
const KNOWN_MAX = 5_000
/** The longest spelling has some 70; what is longer is a text and names no country. */
const CHARACTERS_MAX = 200

/**
 * The ISO 3166-1 alpha-2 code of a country as a list writes it: `Korea, North`, `Iran (Islamic
 * Republic of)`, `RUS`, `GB`. Case, accents, punctuation and the order of words do not matter in a
 * name. A code counts only in capitals: the UN list writes `na` where it knows nothing. Countries
 * that are no more keep the codes they had (`SU`, `YU`, `CS`, `DD`, `AN`); renamed ones get that of
 * today. Palestine and its parts are `PS`, Kosovo is `XK`.
 *
 * @returns null where the text names no country, or an area that several claim (Crimea)
 */
export function countryCode(text: string): string | null {
  if (text.length > CHARACTERS_MAX) return null
  const before = known.get(text)
  if (before !== undefined) return before
  const code = lookUp(text.trim())
  if (known.size >= KNOWN_MAX) known.clear()
  known.set(text, code)
  return code
}

/** The code where the country is recognised, else the text as printed. */
export function countryOrText(text: string): string {
  return countryCode(text) ?? text
}

function lookUp(text: string): string | null {
  made ??= makeTable()
  if (/^[A-Z]{2,3}$/.test(text)) {
    const code = made.codes.get(text)
    if (code !== undefined) return code
  }
  return made.names.get(keyOf(text.replace(REGION, ''))) ?? null
}

function makeTable(): CountryTable {
  // The EU writes EL for Greece; UK is how the kingdom writes itself.
  const codes = new Map([
    ['EL', 'GR'],
    ['UK', 'GB'],
  ])
  const names = new Map<string, string>()
  for (const line of COUNTRY_NAMES) {
    const [alpha2, alpha3, ...spellings] = line.split('|') as [string, string, ...string[]]
    codes.set(alpha2, alpha2)
    codes.set(alpha3, alpha2)
    for (const spelling of spellings) names.set(keyOf(spelling), alpha2)
  }
  return { codes, names }
}

/** The words of a name in an order of their own, so that `Korea, North` is `North Korea`. */
function keyOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}'\u2018\u2019.]/gu, '')
    .toLowerCase()
    .split(/[^a-z]+/)
    .map((word) => (word === 'st' ? 'saint' : word))
    .filter((word) => word !== '' && !FILLERS.has(word))
    .sort()
    .join(' ')
}
