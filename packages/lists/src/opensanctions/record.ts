import { countryOrText, type JsonRecord } from '@holdfast/records'
import { FORMER, type FtmEntity } from './model.ts'

/**
 * Checks one line.
 *
 * @returns the name of the key that is missing or of another type, where it is no entity
 */
export function entityOf(record: JsonRecord): FtmEntity | string {
  const { id, properties, schema } = record
  if (typeof id !== 'string' || id === '') return 'id'
  if (typeof schema !== 'string' || schema === '') return 'schema'
  if (typeof properties !== 'object' || properties === null || Array.isArray(properties)) {
    return 'properties'
  }
  const known = new Map<string, readonly string[]>()
  for (const [key, value] of Object.entries(properties)) {
    const texts = textsOf(value)
    if (texts === null) return `properties.${key}`
    if (texts.length > 0) known.set(key, texts)
  }
  const referents = textsOf(record.referents ?? [])
  if (referents === null) return 'referents'
  const datasets = textsOf(record.datasets ?? [])
  if (datasets === null) return 'datasets'
  const text = (key: string): string => {
    const value = record[key]
    return typeof value === 'string' ? value : ''
  }
  return {
    id,
    schema,
    caption: text('caption'),
    referents,
    datasets,
    firstSeen: text('first_seen'),
    lastSeen: text('last_seen'),
    lastChange: text('last_change'),
    properties: known,
  }
}

/** The texts of a list, without empty ones; null when it is none. */
function textsOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null
  const texts: string[] = []
  for (const one of value) {
    if (typeof one !== 'string') return null
    if (one.trim() !== '') texts.push(one.trim())
  }
  return texts
}

/** `ru` as `RU`, `suhh` as `SU`; what is no country's code as it stands. */
export function ftmCountry(code: string): string {
  return FORMER.get(code) ?? countryOrText(/^[a-z]{2}$/.test(code) ? code.toUpperCase() : code)
}
