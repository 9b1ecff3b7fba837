/** Keys of parties: one way of writing each number, so that sources meet in it. */
import { isLei } from '@holdfast/kernel'
import type { PartyKey } from './records.ts'

/**
 * The key of a number in the UK's register of companies, which has eight characters: `7444723` and
 * `07444723` are one company, as are `SC12345` and `SC012345`.
 *
 * @returns null where the text has no character of a number
 */
export function ukCompanyKey(number: string): PartyKey | null {
  const plain = number.toUpperCase().replace(/[^A-Z0-9]/g, '')
  if (plain === '') return null
  const [, letters = '', digits = ''] = /^([A-Z]{0,2})(\d+)$/.exec(plain) ?? []
  const padded = digits === '' ? plain : letters + digits.padStart(8 - letters.length, '0')
  return `gb-coh:${padded}`
}

/** Schemes of identifiers that are the LEI, as org-id.guide and publishers write them. */
const LEI_SCHEMES: ReadonlySet<string> = new Set(['lei', 'xi-lei', 'gleif', 'gleif-lei'])

/**
 * The key of a number in a register by the scheme of org-id.guide: `FI-PRO`, `XI-LEI`, `GB-COH`.
 *
 * @returns null where scheme or number is empty
 */
export function schemeKey(scheme: string, number: string): PartyKey | null {
  const name = scheme
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, '-')
  const plain = number.replace(/\s+/g, '')
  if (name === '' || plain === '') return null
  if (LEI_SCHEMES.has(name)) return `lei:${plain.toUpperCase()}`
  if (name === 'gb-coh') return ukCompanyKey(plain)
  return `${name}:${plain}`
}

const WRITTEN_KEY = /^[a-z][a-z0-9-]*:\S+$/

/**
 * The key of a party as a table of a user's own names it: an LEI by its check digits, a key as
 * written (`gb-coh:07444723`, scheme in lower case, no white space), else a name of that file.
 *
 * @param cell not empty, no white space around it
 */
export function writtenKey(cell: string): PartyKey {
  if (cell.length === 20 && isLei(cell)) return `lei:${cell}`
  if (!cell.includes(':') || !WRITTEN_KEY.test(cell)) return `local:${cell.replace(/\s+/g, ' ')}`
  const colon = cell.indexOf(':')
  return schemeKey(cell.slice(0, colon), cell.slice(colon + 1)) ?? `local:${cell}`
}
