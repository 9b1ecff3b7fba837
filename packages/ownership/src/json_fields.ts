/** What stands under a key of a JSON object, where it is of the type that is asked for. */
import { type Day, parseDateRange, parseDay } from '@holdfast/kernel'
import type { JsonRecord } from '@holdfast/records'

/** The text without the white space around it; null where there is none. */
export function textAt(record: JsonRecord, key: string): string | null {
  const value = Object.hasOwn(record, key) ? record[key] : undefined
  if (typeof value === 'number' && Number.isFinite(value)) return String(value)
  if (typeof value !== 'string') return null
  const text = value.trim()
  return text === '' ? null : text
}

/** The object under a key; an empty one where there is none. */
export function objectAt(record: JsonRecord, key: string): JsonRecord {
  return asObject(Object.hasOwn(record, key) ? record[key] : undefined) ?? {}
}

/** The objects of an array; none where there is no array. */
export function objectsAt(record: JsonRecord, key: string): readonly JsonRecord[] {
  return arrayAt(record, key).flatMap((value) => {
    const object = asObject(value)
    return object === null ? [] : [object]
  })
}

/** The texts of an array, or one text, without empty ones. */
export function textsAt(record: JsonRecord, key: string): readonly string[] {
  return arrayAt(record, key).flatMap((value) => {
    if (typeof value === 'number') return [String(value)]
    return typeof value === 'string' && value.trim() !== '' ? [value.trim()] : []
  })
}

function arrayAt(record: JsonRecord, key: string): readonly unknown[] {
  const value = Object.hasOwn(record, key) ? record[key] : undefined
  if (Array.isArray(value)) return value
  return typeof value === 'string' ? [value] : []
}

function asObject(value: unknown): JsonRecord | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isObject ? (value as JsonRecord) : null
}

/**
 * The first day of a date as sources write it: `2021-03-04`, `2021-03-04T10:00:00Z`, `2021-03`,
 * `2021`; null where it is none.
 */
export function firstDayOf(text: string | null): Day | null {
  return rangeOf(text)?.from ?? null
}

/**
 * The last day of a date: what began some day in 2021 certainly was on the last day of that year.
 */
export function lastDayOf(text: string | null): Day | null {
  return rangeOf(text)?.to ?? null
}

function rangeOf(text: string | null): { readonly from: Day; readonly to: Day } | null {
  if (text === null) return null
  const date = /^(\d{4}(?:-\d{2}(?:-\d{2})?)?)(?:$|[T ])/.exec(text)?.[1]
  if (date === undefined) return null
  const day = parseDay(date)
  return day === null ? parseDateRange(date) : { from: day, to: day }
}
