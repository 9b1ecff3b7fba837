import type { Address } from '../entry.ts'

/**
 * The parts of `City, State/Province Postal code` of ADD.CSV. A last word with digits is a postal
 * code, with the one before it when both hold digits (`WC1 8AA`); what a comma parts from the town
 * is the region. Codes written without digits are not found.
 */
export function cityParts(text: string): Pick<Address, 'city' | 'region' | 'postalCode'> {
  const parts: { city?: string; region?: string; postalCode?: string } = {}
  const words = text.split(' ')
  let end = words.length
  while (
    end > 0 &&
    words.length - end < 2 &&
    /^[A-Z0-9-]*\d[A-Z0-9-]*$/.test(words[end - 1] ?? '')
  ) {
    end -= 1
  }
  if (end < words.length) parts.postalCode = words.slice(end).join(' ')
  const place = words.slice(0, end).join(' ').replace(/,$/, '')
  const comma = place.indexOf(', ')
  const city = comma === -1 ? place : place.slice(0, comma)
  if (city !== '') parts.city = city
  if (comma !== -1) parts.region = place.slice(comma + 2)
  return parts
}
