/** Places as companies tell them to the UK's register: free text. */
import { countryCode, nationalitiesOf } from '@holdfast/records'

const UK =
  /\b(united kingdom|great britain|england|wales|scotland|northern ireland|companies house|uk)\b/i

/** Whether a place of registration is one of the United Kingdom's. */
export function isUnitedKingdom(text: string): boolean {
  return UK.test(text.replace(/\bnew (england|south wales)\b/gi, ''))
}

/** States of the United States whose law companies name without the country, by ISO 3166-2. */
const US_STATES: ReadonlyMap<string, string> = new Map(
  [
    'AL Alabama|AK Alaska|AZ Arizona|AR Arkansas|CA California|CO Colorado|CT Connecticut',
    'DE Delaware|FL Florida|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas',
    'KY Kentucky|LA Louisiana|ME Maine|MD Maryland|MA Massachusetts|MI Michigan|MN Minnesota',
    'MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey',
    'NM New Mexico|NY New York|NC North Carolina|ND North Dakota|OH Ohio|OK Oklahoma|OR Oregon',
    'PA Pennsylvania|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas',
    'UT Utah|VT Vermont|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  ]
    .join('|')
    .split('|')
    .map((state) => [state.slice(3).toLowerCase(), `US-${state.slice(0, 2)}`]),
)

/**
 * The law that a company is organised under, by the country it is registered in: ISO 3166-1, for
 * the United States with the state where one is named (`Delaware, USA`). Georgia is the country.
 *
 * @returns null where the text names no place that is known, or several
 */
export function jurisdictionOf(text: string): string | null {
  const whole = placeOf(text)
  if (whole !== null) return whole
  const found = new Set(text.split(/[,;/()-]/).flatMap((part) => placeOf(part) ?? []))
  const states = [...found].filter((code) => code.startsWith('US-'))
  if (states.length > 0) found.delete('US')
  return found.size === 1 ? ([...found][0] ?? null) : null
}

/** The ISO 3166-1 code of a country as it is written; null where none is known. */
export function countryOf(text: string): string | null {
  return jurisdictionOf(text)?.slice(0, 2) ?? null
}

/** The ISO 3166-1 codes of nationalities as `British, American`; those not known are left out. */
export function nationalitiesIn(text: string): string[] {
  const codes = text.split(/[,;/]|\band\b/i).flatMap((part) => nationalitiesOf(part.trim()))
  return [...new Set(codes.filter((code) => /^[A-Z]{2}$/.test(code)))]
}

function placeOf(text: string): string | null {
  const name = text
    .trim()
    .replace(/^(?:the )?state of /i, '')
    .replace(/\./g, '')
  if (name === '') return null
  const state = US_STATES.get(name.toLowerCase())
  if (state !== undefined) return state
  if (isUnitedKingdom(name)) return 'GB'
  return countryCode(name.length <= 3 ? name.toUpperCase() : name)
}
