import { type Interval, type Param, type Params, parseDay } from '@holdfast/kernel'
import { type Catalogue, catalogueOf, type MessageKey } from './catalogue.ts'
import { compileMessage, type Display, formatMessage, type Message } from './icu.ts'
import { PlaceNames } from './place_names.ts'

/** Gives the text of a key with its parameters filled in. */
export type Translate = (key: string, params?: Params) => string

/** Everything that a renderer needs to speak one language. */
export interface Words {
  /** The language's tag, for `lang`. */
  readonly tag: string
  /** A text of the catalogue. */
  text(key: MessageKey, params?: Params): string
  /** A text whose key comes with the findings; an unknown key is shown with its parameters. */
  sentence(key: string, params?: Params): string
  has(key: string): boolean
  /** An ISO day as '6 Feb 2025'. */
  day(iso: string): string
  number(value: number): string
  list(items: readonly string[]): string
  /** A likelihood as '3–12%'. */
  percent(interval: Interval): string
}

/** Sentences that name the laws of places. */
const TELLS_PLACES = /^(?:proof|owner|own)\./

/** A day of the calendar as the findings write it. */
const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/

type Texts = Readonly<Record<string, string>>

/**
 * The texts of a language: `(key, params) => string`.
 *
 * Lists of strings are joined with "and", ISO days are shown as day, month, year. An unknown
 * locale speaks English; an unknown key is shown with its parameters, so that nothing is lost.
 */
export function translator(locale: string): Translate {
  return wordsOf(locale).sentence
}

const spoken = new Map<string, Words>()

/** The words of a locale; made once and kept. */
export function wordsOf(locale: string): Words {
  const known = spoken.get(locale)
  if (known !== undefined) return known
  const words = makeWords(catalogueOf(locale))
  spoken.set(locale, words)
  return words
}

function makeWords(catalogue: Catalogue): Words {
  const messages: Texts = catalogue
  const compiled = new Map<string, Message | string>()
  const tag = messages['locale.tag'] ?? 'en'
  const display = makeDisplay(messages)
  const places = new PlaceNames(messages)

  const sentence: Translate = (key, params = {}) => {
    const text = Object.hasOwn(messages, key) ? messages[key] : undefined
    if (text === undefined) return untold(key, params, display)
    if (!text.includes('{') && !text.includes("'")) return text
    let message = compiled.get(key)
    if (message === undefined) {
      message = compileMessage(text) ?? text
      compiled.set(key, message)
    }
    if (typeof message === 'string') return message
    return formatMessage(message, TELLS_PLACES.test(key) ? places.told(params) : params, display)
  }
  return {
    tag,
    text: sentence,
    sentence,
    has: (key) => Object.hasOwn(messages, key),
    day: (iso) => display.show(iso),
    number: (value) => display.show(value),
    list: (items) => display.show(items),
    percent: (interval) => percent(interval, sentence),
  }
}

/**
 * How values of one language are shown: from the catalogue alone, because the formatters of Intl
 * cost 20 ms at the first use. Only plural rules come from Intl, when they are first needed.
 */
function makeDisplay(messages: Texts): Display {
  let plurals: Intl.PluralRules | undefined
  const show = (value: Param | undefined): string => {
    if (value === null || value === undefined) return '—'
    if (typeof value === 'number') return showNumber(value, messages)
    return typeof value === 'string' ? showDay(value, messages) : join(value.map(show), messages)
  }
  return {
    show,
    pluralCase(count) {
      plurals ??= new Intl.PluralRules(messages['locale.tag'])
      return plurals.select(count)
    },
  }
}

/** An ISO day in the language's own order; any other text as it is. */
function showDay(text: string, messages: Texts): string {
  if (!ISO_DAY.test(text) || parseDay(text) === null) return text
  const [year = '', month = '', day = ''] = text.split('-')
  const months = (messages['date.months'] ?? '').split(' ')
  return (messages['date.day'] ?? '{day} {month} {year}')
    .replace('{day}', String(Number(day)))
    .replace('{month}', months[Number(month) - 1] ?? month)
    .replace('{year}', year)
}

/** A number to one decimal, its thousands grouped. */
function showNumber(value: number, messages: Texts): string {
  const [whole = '', decimal = '0'] = Math.abs(value).toFixed(1).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, messages['number.group'] ?? '')
  const fraction = decimal === '0' ? '' : `${messages['number.point'] ?? '.'}${decimal}`
  const nothing = grouped === '0' && fraction === ''
  return `${value < 0 && !nothing ? '−' : ''}${grouped}${fraction}`
}

/** The list patterns of the language, as CLDR has them; `Intl.ListFormat` alone costs 10 ms. */
function join(items: readonly string[], messages: Texts): string {
  const [first = '', second = ''] = items
  if (items.length < 2) return first
  const put = (pattern: string, before: string, after: string) =>
    (messages[pattern] ?? '{before}, {after}')
      .replace('{before}', () => before)
      .replace('{after}', () => after)
  if (items.length === 2) return put('list.two', first, second)
  const start = items.slice(0, -1).reduce((text, item) => put('list.middle', text, item))
  return put('list.end', start, items.at(-1) ?? '')
}

function untold(key: string, params: Params, display: Display): string {
  const shown = Object.entries(params).map(([name, value]) => `${name}: ${display.show(value)}`)
  return shown.length === 0 ? key : `${key} (${shown.join(', ')})`
}

function percent(interval: Interval, text: (key: MessageKey, params: Params) => string): string {
  const [low, high] = interval.map(wholePercent)
  if (low === high) return text('number.percent', { value: low ?? '0' })
  const wide = /[<>]/.test(`${low}${high}`)
  const key = wide ? 'number.percentsWide' : 'number.percents'
  return text(key, { low: low ?? '0', high: high ?? '100' })
}

/** Whole percents; what is neither never nor certain is not shown as 0 or 100. */
function wholePercent(probability: number): string {
  if (probability > 0 && probability < 0.01) return '<1'
  if (probability < 1 && probability > 0.99) return '>99'
  return String(Math.round(probability * 100))
}
