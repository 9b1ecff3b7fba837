/**
 * XML text as a tree of elements that know where they stand.
 *
 * The part of XML 1.0 that data needs, and that strictly: elements, attributes, text, CDATA,
 * comments, processing instructions, character references and the five entities that XML names.
 * A document type is refused, so nothing expands and nothing outside the text is fetched. Written
 * here because reading is most of what a small question costs: a general reader (saxes) takes four
 * times as long for a file of 344 kB in a process that has just begun, and some time to load.
 *
 * Input assumed: none; any string. Result: the root, or null with one problem: what follows a
 * fault of syntax says little. Complexity: linear. Limits: those below; nesting uses no call stack.
 */
import { type Problems, shortened } from './problems.ts'

export const TEXT_CHARACTERS_MAX = 256_000_000
export const ELEMENTS_MAX = 4_000_000
export const LEVELS_MAX = 250_000
const ATTRIBUTES_MAX = 100

export interface XmlAttribute {
  readonly name: string
  readonly value: string
}

export interface XmlElement {
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  readonly children: readonly XmlElement[]
  /** What stands between the children, where it is more than white space. */
  readonly text: string
  /** Where its tag begins. */
  readonly offset: number
}

type Open = { -readonly [K in keyof XmlElement]: XmlElement[K] }

const NONE: readonly never[] = []

/** What no XML text holds: control characters, two non-characters, halves of surrogate pairs. */
const FORBIDDEN = new RegExp(
  '[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]' +
    '|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
)

// Surrogates come in pairs once FORBIDDEN has passed, so that a name may take them one by one.
const START =
  ':A-Z_a-z\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d' +
  '\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\udb7f\\udc00-\\udfff\\uf900-\\ufdcf\\ufdf0-\\ufffd'
const NAME_SOURCE = `[${START}][${START}.0-9\\xb7\\u0300-\\u036f\\u203f\\u2040-]*`
const NAME = new RegExp(NAME_SOURCE, 'y')
/** A tag with at most one attribute, of letters that need no second look: nearly every tag. */
const SIMPLE = /<([A-Za-z][\w-]*)(?: ([A-Za-z][\w-]*)="([^"<&\t\r\n]*)")? ?(\/?)>/y
const INK = /[^ \t\r\n]/
const SPECIAL = /[<&\t\r\n]/
const BREAKS = /\r\n|[\t\r\n]/g
const DECLARATION = new RegExp(
  '<\\?xml\\s+version\\s*=\\s*(["\'])1\\.[0-9]+\\1' +
    '(\\s+encoding\\s*=\\s*(["\'])[A-Za-z][\\w.-]*\\3)?' +
    '(\\s+standalone\\s*=\\s*(["\'])(yes|no)\\5)?\\s*\\?>',
  'y',
)
const REFERENCE = /&(?:#([0-9]{1,8})|#x([0-9A-Fa-f]{1,7})|(lt|gt|amp|quot|apos));/g

const ENTITIES: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
}

/** Reads a text; see the head of this file. */
export function parseXml(text: string, problems: Problems): XmlElement | null {
  if (text.length > TEXT_CHARACTERS_MAX) {
    const params = { characters: text.length, characters_max: TEXT_CHARACTERS_MAX }
    problems.error('faulttree/too-large', params, 0)
    return null
  }
  return new XmlReader(text, problems).document()
}

/** Where to go on; negative once a problem has been told. */
type Offset = number
const FAILED: Offset = -1

const LESS_THAN = 0x3c

class XmlReader {
  readonly #text: string
  readonly #problems: Problems
  readonly #open: Open[] = []
  readonly #words = new Map<string, string>()
  #root: XmlElement | null = null
  #elements = 0
  #end: Offset = 0

  constructor(text: string, problems: Problems) {
    this.#text = text
    this.#problems = problems
  }

  document(): XmlElement | null {
    const text = this.#text
    const forbidden = text.search(FORBIDDEN)
    if (forbidden >= 0) {
      const code = text.codePointAt(forbidden)!.toString(16).toUpperCase().padStart(4, '0')
      return this.#refuse('character', code, forbidden)
    }
    let at = this.#declaration(text.charCodeAt(0) === 0xfeff ? 1 : 0)
    while (at >= 0 && at < text.length) {
      const ink = this.#space(at)
      const tag = text.charCodeAt(ink) === LESS_THAN ? ink : text.indexOf('<', ink)
      const end = tag < 0 ? text.length : tag
      if (ink < end && this.#characters(at, end, ink) === FAILED) return null
      at = tag < 0 ? end : this.#markup(tag)
    }
    if (at === FAILED) return null
    const unclosed = this.#open.at(-1)
    if (unclosed !== undefined) return this.#refuse('unclosed', unclosed.name, unclosed.offset)
    return this.#root ?? this.#refuse('no-root', '', 0)
  }

  #refuse(fault: string, name: string, offset: number): null {
    const last = Math.max(0, this.#text.trimEnd().length - 1)
    const params = { fault, name: shortened(name) }
    this.#problems.error('faulttree/xml-syntax', params, Math.min(offset, last))
    return null
  }

  #fail(fault: string, name: string, offset: number): Offset {
    this.#refuse(fault, name, offset)
    return FAILED
  }

  #declaration(at: number): Offset {
    if (!/^<\?xml[ \t\r\n]/.test(this.#text.slice(at, at + 6))) return at
    DECLARATION.lastIndex = at
    return DECLARATION.test(this.#text) ? DECLARATION.lastIndex : this.#fail('declaration', '', at)
  }

  /** What stands between two tags; `ink` is its first character that is no white space. */
  #characters(from: number, to: number, ink: number): Offset {
    const segment = this.#text.slice(from, to)
    const parent = this.#open.at(-1)
    if (parent === undefined) return this.#fail('outside', '', ink)
    const end = segment.indexOf(']]>')
    if (end >= 0) return this.#fail('cdata-end', '', from + end)
    const decoded = this.#decoded(segment, from)
    if (decoded === null) return FAILED
    parent.text += decoded
    return to
  }

  #markup(at: number): Offset {
    const next = this.#text[at + 1]
    if (next === '/') return this.#endTag(at)
    if (next === '!') return this.#exclamation(at)
    if (next === '?') return this.#instruction(at)
    return next === undefined ? this.#fail('cut', '', at) : this.#startTag(at)
  }

  #startTag(at: number): Offset {
    const text = this.#text
    SIMPLE.lastIndex = at
    const simple = SIMPLE.exec(text)
    if (simple !== null) {
      const value = simple[3]
      const attributes =
        value === undefined ? NONE : [{ name: this.#word(simple[2]!), value: this.#word(value) }]
      return this.#element(this.#word(simple[1]!), attributes, at, simple[4] !== '')
        ? SIMPLE.lastIndex
        : FAILED
    }
    NAME.lastIndex = at + 1
    if (!NAME.test(text)) return this.#fail('tag', '', at)
    const name = this.#word(text.slice(at + 1, NAME.lastIndex))
    const attributes = this.#attributes(name, at)
    if (attributes === null) return FAILED
    const close = this.#space(this.#end)
    const empty = text[close] === '/'
    const end = empty ? close + 1 : close
    if (text[end] !== '>') return this.#fail(end < text.length ? 'attribute' : 'cut', name, at)
    return this.#element(name, attributes, at, empty) ? end + 1 : FAILED
  }

  /** Hangs an element into the tree; false once a problem is told. */
  #element(name: string, attributes: readonly XmlAttribute[], at: number, empty: boolean): boolean {
    const open = this.#open
    if (open.length === 0 && this.#root !== null) {
      this.#fail('two-roots', name, at)
      return false
    }
    this.#elements += 1
    if (this.#elements > ELEMENTS_MAX || open.length >= LEVELS_MAX) return this.#beyond(at)
    const element: Open = { name, attributes, children: NONE, text: '', offset: at }
    const parent = open[open.length - 1]
    if (parent === undefined) this.#root = element
    else if (parent.children.length === 0) parent.children = [element]
    else (parent.children as XmlElement[]).push(element)
    if (!empty) open.push(element)
    return true
  }

  #beyond(at: number): boolean {
    const deep = this.#open.length >= LEVELS_MAX
    if (deep) this.#problems.error('faulttree/too-deep', { levels_max: LEVELS_MAX }, at)
    else this.#problems.error('faulttree/too-many-elements', { elements_max: ELEMENTS_MAX }, at)
    return false
  }

  /** The attributes from an offset on; `#end` is then where they end. Null: a problem was told. */
  #attributes(element: string, at: number): readonly XmlAttribute[] | null {
    const text = this.#text
    let list: readonly XmlAttribute[] = NONE
    this.#end = at + 1 + element.length
    for (;;) {
      const from = this.#space(this.#end)
      NAME.lastIndex = from
      if (from === this.#end || !NAME.test(text)) return list
      const name = this.#word(text.slice(from, NAME.lastIndex))
      const equals = this.#space(NAME.lastIndex)
      const open = this.#space(equals + 1)
      const quote = text[open]
      if (text[equals] !== '=' || (quote !== '"' && quote !== "'")) {
        return this.#refuse(open < text.length ? 'attribute' : 'cut', element, at)
      }
      const close = text.indexOf(quote, open + 1)
      if (close < 0) return this.#refuse('cut', element, at)
      const value = this.#value(name, text.slice(open + 1, close), open + 1)
      if (value === null) return null
      if (list.some((one) => one.name === name)) return this.#refuse('twice', name, at)
      if (list.length === ATTRIBUTES_MAX) return this.#refuse('attributes', element, at)
      // A list that grows by pushing keeps room for more: most have one attribute.
      const one = { name, value }
      list = list.length === 0 ? [one] : [...list, one]
      this.#end = close + 1
    }
  }

  #value(name: string, raw: string, offset: number): string | null {
    if (!SPECIAL.test(raw)) return raw
    if (raw.includes('<')) return this.#refuse('less-than', name, offset)
    return this.#decoded(raw, offset)?.replace(BREAKS, ' ') ?? null
  }

  /** The same word, once in memory however often it occurs: names do. */
  #word(word: string): string {
    const known = this.#words.get(word)
    if (known !== undefined) return known
    this.#words.set(word, word)
    return word
  }

  /** The first offset from `at` on that is no white space. */
  #space(at: number): number {
    const text = this.#text
    let end = at
    for (;;) {
      const code = text.charCodeAt(end)
      if (code !== 32 && code !== 10 && code !== 13 && code !== 9) return end
      end += 1
    }
  }

  #endTag(at: number): Offset {
    const text = this.#text
    const element = this.#open.pop()
    if (element !== undefined && text.startsWith(element.name, at + 2)) {
      const close = at + 2 + element.name.length
      if (text[close] === '>') return close + 1
    }
    NAME.lastIndex = at + 2
    if (!NAME.test(text)) return this.#fail(at + 2 < text.length ? 'tag' : 'cut', '', at)
    const name = text.slice(at + 2, NAME.lastIndex)
    const close = this.#space(NAME.lastIndex)
    if (close >= text.length) return this.#fail('cut', name, at)
    if (text[close] !== '>') return this.#fail('tag', name, at)
    if (element === undefined) return this.#fail('stray-end', name, at)
    return element.name === name ? close + 1 : this.#mismatch(element, name, at)
  }

  #mismatch(element: XmlElement, name: string, at: number): Offset {
    const params = { fault: 'mismatch', name: shortened(element.name), end: shortened(name) }
    this.#problems.error('faulttree/xml-syntax', params, at, element.offset)
    return FAILED
  }

  /** A comment, CDATA, or what is refused. */
  #exclamation(at: number): Offset {
    const text = this.#text
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('--', at + 4)
      if (end < 0) return this.#fail('cut', '!--', at)
      return text[end + 2] === '>' ? end + 3 : this.#fail('comment', '', end)
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9)
      if (end < 0) return this.#fail('cut', '![CDATA[', at)
      const parent = this.#open.at(-1)
      if (parent === undefined) return this.#fail('outside', '', at)
      const characters = text.slice(at + 9, end)
      if (INK.test(characters)) parent.text += characters
      return end + 3
    }
    if (!text.startsWith('<!DOCTYPE', at)) return this.#fail('tag', '', at)
    this.#problems.error('faulttree/document-type', {}, at)
    return FAILED
  }

  #instruction(at: number): Offset {
    NAME.lastIndex = at + 2
    const name = NAME.exec(this.#text)?.[0] ?? ''
    const end = this.#text.indexOf('?>', at + 2)
    if (end < 0) return this.#fail('cut', `?${name}`, at)
    const known = name !== '' && name.toLowerCase() !== 'xml'
    return known ? end + 2 : this.#fail('instruction', '', at)
  }

  /** The text with its references resolved; null once a problem has been told. */
  #decoded(raw: string, offset: number): string | null {
    if (!raw.includes('&')) return raw
    let bad = -1
    const decoded = raw.replace(REFERENCE, (_, decimal, hex, entity, at: number) => {
      if (entity !== undefined) return ENTITIES[entity]!
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)
      const character = code > 0x10ffff ? '\0' : String.fromCodePoint(code)
      if (FORBIDDEN.test(character) && bad < 0) bad = at
      return character
    })
    // An ampersand that is left belongs to no reference.
    const left = raw.replace(REFERENCE, (all) => ' '.repeat(all.length))
    const stray = bad >= 0 ? bad : left.indexOf('&')
    if (stray < 0) return decoded
    const name = /^&[^;\s<&]{0,40};?/.exec(raw.slice(stray))?.[0] ?? '&'
    return this.#refuse('reference', name, offset + stray)
  }
}
