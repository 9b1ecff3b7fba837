import { FieldText } from '../csv/field_text.ts'
import type { XmlElement } from './element.ts'
import { entityValue } from './entity_value.ts'
import type { XmlQuestion } from './read.ts'

const TAB = 0x09
const LF = 0x0a
const CR = 0x0d
const SPACE = 0x20
const BANG = 0x21
const QUOTE = 0x22
const AMPERSAND = 0x26
const APOSTROPHE = 0x27
const SLASH = 0x2f
const COLON = 0x3a
const SEMICOLON = 0x3b
const LESS = 0x3c
const EQUALS = 0x3d
const GREATER = 0x3e
const QUESTION = 0x3f
const BRACKET_END = 0x5d

/** The piece ends within what is read. */
const MORE = -1
/** What is read is not plain. */
const ODD = -2

const DEPTH_MAX = 60
const ATTRIBUTES_MAX = 100
const RECORD_BYTES_MAX = 1_000_000
const REMEMBERED_BYTES = 64
const REFERENCE_BYTES_MAX = 12

/** Which bytes a name may begin with (2) or hold (1): ASCII only. */
const NAME = new Uint8Array(256)
for (const character of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_') {
  NAME[character.charCodeAt(0)] = 2
}
for (const character of '0123456789-.:') NAME[character.charCodeAt(0)] = 1

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()
const NO_CHILDREN: readonly XmlElement[] = []

/** An outer element that is open: names with their prefixes. */
interface Outer {
  readonly name: string
}

/**
 * Reads the plain XML that programs write, from its bytes: elements, attributes in double quotes,
 * text with references to characters. Whatever is not so plain, or not well-formed, makes it `odd`,
 * and it is for `readXml` to say whether it is right: what is read here `readXml` reads the same.
 *
 * In memory is one record at a time; linear in the bytes.
 */
export class PlainXml {
  readonly #question: XmlQuestion
  readonly #names = new FieldText(REMEMBERED_BYTES)
  readonly #values = new FieldText(REMEMBERED_BYTES)
  readonly #texts = new FieldText()
  readonly #outer: Outer[] = []
  #line = 1
  #root: XmlElement | null = null
  #ended = false
  /** Of the start tag read last. */
  #name = ''
  #colon = 0
  #nameEnd = 0
  #attributes: ReadonlyMap<string, string> = NO_ATTRIBUTES
  #isEmpty = false
  #tagLine = 1
  /** The element read last. */
  #element: XmlElement | null = null
  odd = false
  /** Records handed over. */
  records = 0

  constructor(question: XmlQuestion) {
    this.#question = question
  }

  /** The root without its children, once it has ended. */
  get root(): XmlElement | null {
    return this.#ended ? this.#root : null
  }

  /** Reads what is whole; returns where the rest begins. */
  read(bytes: Uint8Array, start: number): number {
    let at = start
    while (at < bytes.length && !this.odd) {
      const line = this.#line
      const next = bytes[at] === LESS ? this.#markup(bytes, at) : this.#between(bytes, at)
      if (next === MORE) {
        this.#line = line
        if (bytes.length - at > RECORD_BYTES_MAX) this.odd = true
        return at
      }
      if (next === ODD) this.odd = true
      else at = next
    }
    return at
  }

  /** White space outside of records; any other text there is for `readXml`. */
  #between(bytes: Uint8Array, start: number): number {
    return this.#blank(bytes, start, true)
  }

  /**
   * Behind white space. A CR that no LF follows is odd, as it ends a line of its own.
   *
   * @param only whether anything but white space before the next `<` is odd
   */
  #blank(bytes: Uint8Array, start: number, only: boolean): number {
    let at = start
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number
      if (byte > SPACE) break
      if (byte === LF) this.#line += 1
      else if (byte === CR) {
        if (at + 1 >= bytes.length) return MORE
        if (bytes[at + 1] !== LF) return ODD
      } else if (byte !== SPACE && byte !== TAB) return ODD
    }
    if (only && at < bytes.length && bytes[at] !== LESS) return ODD
    return at
  }

  #markup(bytes: Uint8Array, at: number): number {
    if (at + 1 >= bytes.length) return MORE
    const byte = bytes[at + 1] as number
    if (byte === BANG || byte === QUESTION) return ODD
    if (byte === SLASH) return this.#outerEnd(bytes, at + 2)
    if (this.#ended) return ODD
    const line = this.#line
    const next = this.#startTag(bytes, at + 1)
    if (next < 0) return next
    const name = this.#name.slice(this.#name.indexOf(':') + 1)
    const attributes = this.#attributes
    if (this.#root === null) {
      if (!this.#question.roots.has(name)) return ODD
      this.#root = { name, attributes, children: [], text: '', line: this.#tagLine }
    } else if (this.#question.records.has(name)) {
      return this.#record(bytes, at, line)
    }
    if (!this.#isEmpty) this.#outer.push({ name: this.#name })
    else if (this.#outer.length === 0) this.#ended = true
    return this.#outer.length > DEPTH_MAX ? ODD : next
  }

  #record(bytes: Uint8Array, at: number, line: number): number {
    this.#line = line
    const end = this.#within(bytes, at + 1, this.#outer.length + 1)
    if (end >= 0 && this.#element !== null) {
      this.records += 1
      this.#question.take(this.#element)
    }
    return end
  }

  #outerEnd(bytes: Uint8Array, at: number): number {
    const name = this.#outer.at(-1)?.name
    if (name === undefined) return ODD
    if (at + name.length >= bytes.length) return MORE
    for (let n = 0; n < name.length; n += 1) {
      if (bytes[at + n] !== name.charCodeAt(n)) return ODD
    }
    if (bytes[at + name.length] !== GREATER) return ODD
    this.#outer.pop()
    this.#ended = this.#outer.length === 0
    return at + name.length + 1
  }

  /** Reads an element whole, from its name on; it is then in `#element`. */
  #within(bytes: Uint8Array, start: number, depth: number): number {
    if (depth > DEPTH_MAX) return ODD
    let at = this.#startTag(bytes, start)
    if (at < 0) return at
    const line = this.#tagLine
    const nameEnd = this.#nameEnd
    const attributes = this.#attributes
    const name = this.#names.of(bytes, this.#colon, nameEnd, false) ?? ''
    let text = ''
    let children: XmlElement[] | null = null
    while (!this.#isEmpty) {
      const first = this.#blank(bytes, at, false)
      if (first < 0) return first
      if (first >= bytes.length) return MORE
      if (bytes[first] !== LESS || (text !== '' && first > at)) {
        const end = bytes[first] === LESS ? first : this.#textEnd(bytes, first)
        if (end < 0) return end
        const piece = this.#text(bytes, at, end)
        if (piece === null) return ODD
        text += piece
        at = end
      } else at = first
      if (at + 1 >= bytes.length) return MORE
      const byte = bytes[at + 1] as number
      if (byte === SLASH) {
        at = endTag(bytes, at + 2, start, nameEnd)
        if (at < 0) return at
        break
      }
      if (byte === BANG || byte === QUESTION) return ODD
      at = this.#within(bytes, at + 1, depth + 1)
      if (at < 0) return at
      if (this.#element !== null) {
        if (children === null) children = [this.#element]
        else children.push(this.#element)
      }
      this.#isEmpty = false
    }
    this.#element = { name, attributes, children: children ?? NO_CHILDREN, text: text.trim(), line }
    return at
  }

  /** Behind a start tag, from its name on. */
  #startTag(bytes: Uint8Array, start: number): number {
    if (start >= bytes.length) return MORE
    if (NAME[bytes[start] as number] !== 2) return ODD
    let at = start
    this.#colon = start
    for (; at < bytes.length && NAME[bytes[at] as number] !== 0; at += 1) {
      if (bytes[at] === COLON) {
        if (this.#colon !== start) return ODD
        this.#colon = at + 1
      }
    }
    if (at >= bytes.length) return MORE
    this.#nameEnd = at
    // A line end behind the name counts with it, as in the general reader.
    const isLineEnd = bytes[at] === LF || bytes[at] === CR
    this.#tagLine = isLineEnd ? this.#line + 1 : this.#line
    this.#attributes = NO_ATTRIBUTES
    this.#isEmpty = false
    if (bytes[at] !== GREATER) {
      at = this.#attributesEnd(bytes, at)
      if (at < 0) return at
    }
    this.#name = this.#names.of(bytes, start, this.#nameEnd, false) ?? ''
    return at + 1
  }

  /** Where the `>` of a start tag stands, from the end of its name on. */
  #attributesEnd(bytes: Uint8Array, start: number): number {
    let at = start
    const names: string[] = []
    const attributes = new Map<string, string>()
    for (;;) {
      const before = at
      at = this.#blank(bytes, at, false)
      if (at < 0) return at
      if (at >= bytes.length) return MORE
      if (bytes[at] === GREATER) break
      if (bytes[at] === SLASH) {
        if (at + 1 >= bytes.length) return MORE
        if (bytes[at + 1] !== GREATER) return ODD
        this.#isEmpty = true
        at += 1
        break
      }
      if (at === before || names.length >= ATTRIBUTES_MAX) return ODD
      at = this.#attribute(bytes, at, names, attributes)
      if (at < 0) return at
    }
    if (names.length > 0) this.#attributes = attributes
    return at
  }

  #attribute(
    bytes: Uint8Array,
    start: number,
    names: string[],
    attributes: Map<string, string>,
  ): number {
    if (NAME[bytes[start] as number] !== 2) return ODD
    let equals = start
    while (equals < bytes.length && NAME[bytes[equals] as number] !== 0) equals += 1
    if (equals + 1 >= bytes.length) return MORE
    const mark = bytes[equals + 1]
    if (bytes[equals] !== EQUALS || (mark !== QUOTE && mark !== APOSTROPHE)) return ODD
    let end = equals + 2
    for (; end < bytes.length && bytes[end] !== mark; end += 1) {
      const byte = bytes[end] as number
      if (byte < SPACE || byte === LESS || byte === AMPERSAND) return ODD
    }
    if (end >= bytes.length) return MORE
    // Spaces at the ends belong to an attribute's value.
    if (bytes[equals + 2] === SPACE || bytes[end - 1] === SPACE) return ODD
    const name = this.#names.of(bytes, start, equals, false) ?? ''
    const value = this.#values.of(bytes, equals + 2, end, false)
    if (value === null || names.includes(name) || ODD_CHARACTER.test(value)) return ODD
    names.push(name)
    const local = name.slice(name.indexOf(':') + 1)
    if (local === name || !attributes.has(local)) attributes.set(local, value)
    return end + 1
  }

  /** Where the `<` behind a text stands. */
  #textEnd(bytes: Uint8Array, start: number): number {
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at] as number
      if (byte === LESS) return at
      if (byte === BRACKET_END && bytes[at + 1] === BRACKET_END) return ODD
      if (byte >= SPACE) continue
      if (byte === LF) this.#line += 1
      else if (byte !== TAB) return ODD
    }
    return MORE
  }

  /** A text with its references resolved; null where it is odd. */
  #text(bytes: Uint8Array, start: number, end: number): string | null {
    let text = ''
    let from = start
    for (let at = start; at < end; at += 1) {
      if (bytes[at] !== AMPERSAND) continue
      const limit = Math.min(end, at + REFERENCE_BYTES_MAX)
      let close = at + 1
      while (close < limit && bytes[close] !== SEMICOLON) close += 1
      if (close >= limit) return null
      const reference = this.#texts.of(bytes, at + 1, close, false)
      const value = reference === null ? null : entityValue(reference)
      const before = this.#piece(bytes, from, at)
      if (value === null || before === null) return null
      text += before + value
      from = close + 1
      at = close
    }
    const rest = this.#piece(bytes, from, end)
    return rest === null ? null : text + rest
  }

  /** A part of a text with the spaces at its ends, which stand between references. */
  #piece(bytes: Uint8Array, start: number, end: number): string | null {
    let from = start
    let to = end
    let before = ''
    let behind = ''
    for (; from < to && (bytes[from] as number) <= SPACE; from += 1) {
      before += String.fromCharCode(bytes[from] as number)
    }
    for (; to > from && (bytes[to - 1] as number) <= SPACE; to -= 1) {
      behind = String.fromCharCode(bytes[to - 1] as number) + behind
    }
    const text = this.#texts.exactly(bytes, from, to)
    if (text === null || ODD_CHARACTER.test(text)) return null
    if (before === '' && behind === '') return text
    // XML makes one LF of CR and LF.
    return before.replaceAll('\r\n', '\n') + text + behind
  }
}

/** Characters that are none of XML 1.0, beside those that are found by their bytes. */
const ODD_CHARACTER = /[\ufffe\uffff]/

/** Behind an end tag, from its name on, which is to be that of the start tag. */
function endTag(bytes: Uint8Array, at: number, start: number, end: number): number {
  const length = end - start
  if (at + length >= bytes.length) return MORE
  for (let n = 0; n < length; n += 1) if (bytes[at + n] !== bytes[start + n]) return ODD
  return bytes[at + length] === GREATER ? at + length + 1 : ODD
}
