import type { Place } from '@holdfast/kernel'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { ByteSource } from '../bytes.ts'
import type { Findings } from '../findings.ts'
import { badByteLine, decodeXml } from './decode.ts'
import type { XmlElement } from './element.ts'

export interface XmlLimits {
  readonly bytes_max: number
  readonly depth_max: number
  /** Elements of one record. */
  readonly elements_max: number
  /** Attributes of one element. */
  readonly attributes_max: number
  /** Characters of text and attributes of one record; also of one tag, comment or text alone. */
  readonly characters_max: number
}

/** The largest official file is 120 MB; its largest record has some thousand elements. */
export const XML_LIMITS: XmlLimits = {
  bytes_max: 2_000_000_000,
  depth_max: 64,
  elements_max: 500_000,
  attributes_max: 1_000,
  characters_max: 20_000_000,
}

/** What an XML file is read for. */
export interface XmlQuestion {
  /** Local names of the root that are right. */
  readonly roots: ReadonlySet<string>
  /** Local names of the elements that are handed over whole; what is outside of them is skipped. */
  readonly records: ReadonlySet<string>
  /** Gets each record when it ends, in the order of their ends. Records do not nest. */
  readonly take: (record: XmlElement) => void
}

/** An element while it is read. */
interface Open {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: XmlElement[]
  text: string
  readonly line: number
}

/**
 * Reads an XML file record by record, in memory for one record at a time.
 *
 * Strict: what is not well-formed ends the reading with an error, also after records were handed
 * over. A DOCTYPE is refused, so no entity can be declared, expanded or fetched. A file that reads
 * without an error has its root's end tag: it is not cut. Linear in the file.
 *
 * @returns the root with its attributes and without children; null after an error in `found`:
 * `records/empty-file`, `records/file-too-large`, `records/xml-encoding`, `records/xml-broken`,
 * `records/xml-doctype`, `records/xml-cut`, `records/xml-root`, `records/xml-limit`
 */
export function readXml(
  source: ByteSource,
  question: XmlQuestion,
  found: Findings,
  limits: XmlLimits = XML_LIMITS,
): XmlElement | null {
  if (source.size === 0) {
    found.error('records/empty-file', { file: source.name })
    return null
  }
  if (source.size > limits.bytes_max) {
    const params = { file: source.name, size: source.size, max: limits.bytes_max }
    found.error('records/file-too-large', params)
    return null
  }
  const reading = new Reading(source.name, question, found, limits)
  for (const piece of decodeXml(source)) {
    if (!piece.ok) reading.wrongEncoding(piece.encoding, badByteLine(source, piece.encoding))
    else reading.write(piece.text)
    if (reading.stopped) return null
  }
  return reading.close()
}

/** The place of an element of a file whose text is not kept. */
export function lineOf(file: string, line: number, excerpt = ''): Place {
  return { file, line, column: 1, excerpt, length: Math.max(1, excerpt.length) }
}

class Reading {
  readonly #file: string
  readonly #question: XmlQuestion
  readonly #found: Findings
  readonly #limits: XmlLimits
  readonly #parser = new SaxesParser({ xmlns: false })
  /** The elements that are open within a record, the record first; empty between records. */
  readonly #open: Open[] = []
  #depth = 0
  #elements = 0
  #characters = 0
  #root: XmlElement | null = null
  #line = 1
  #ended = false
  /** Attributes of the tag that is read. */
  #attributes = 0
  /** Characters since the parser last handed something over: it keeps them all until then. */
  #silent = 0
  stopped = false

  constructor(file: string, question: XmlQuestion, found: Findings, limits: XmlLimits) {
    this.#file = file
    this.#question = question
    this.#found = found
    this.#limits = limits
    const parser = this.#parser
    parser.on('error', (error) => this.#broken(error.message))
    parser.on('doctype', () => this.#stop('records/xml-doctype', {}))
    // The parser's line of a start tag is that of its end; that of its name is nearer.
    parser.on('opentagstart', () => {
      this.#line = parser.line
      this.#attributes = 0
      this.#silent = 0
    })
    parser.on('attribute', (attribute) => this.#attribute(attribute.value))
    parser.on('opentag', (tag) => this.#start(tag))
    parser.on('closetag', () => this.#end())
    parser.on('text', (text) => this.#take(text))
    parser.on('cdata', (text) => this.#take(text))
    const heard = (): void => {
      this.#silent = 0
    }
    parser.on('comment', heard)
    parser.on('processinginstruction', heard)
  }

  write(text: string): void {
    this.#silent += text.length
    // A parser that has met an error goes on after it; what it says then is no use.
    try {
      this.#parser.write(text)
      if (this.#silent > this.#limits.characters_max) this.#limit('characters')
    } catch (error) {
      if (!this.stopped) throw error
    }
  }

  wrongEncoding(encoding: string, line: number | null): void {
    const place = lineOf(this.#file, line ?? this.#parser.line)
    this.#found.error('records/xml-encoding', { file: this.#file, encoding }, () => [place])
    this.stopped = true
  }

  /** The root, after the last piece. */
  close(): XmlElement | null {
    try {
      if (this.#root === null || !this.#ended) this.#stop('records/xml-cut', {})
      this.#parser.close()
    } catch (error) {
      if (!this.stopped) throw error
    }
    return this.stopped ? null : this.#root
  }

  #broken(message: string): void {
    // `12:3: text.` is how the parser begins; the place is told otherwise.
    const reason = message.replace(/^\d+:\d+:\s*/, '').replace(/\.$/, '')
    this.#stop('records/xml-broken', { reason })
  }

  /** Ends the reading: the parser is left by an exception that `write` takes. */
  #stop(code: string, params: Readonly<Record<string, string | number>>): never {
    const { line, column } = this.#parser
    const place = { ...lineOf(this.#file, line), column: Math.max(1, column) }
    if (!this.stopped) this.#found.error(code, { file: this.#file, ...params }, () => [place])
    this.stopped = true
    throw new Stopped()
  }

  #limit(what: 'depth' | 'elements' | 'attributes' | 'characters'): never {
    this.#stop('records/xml-limit', { what, max: this.#limits[`${what}_max`] })
  }

  #attribute(value: string): void {
    this.#silent = 0
    this.#attributes += 1
    this.#characters += value.length
    if (this.#attributes > this.#limits.attributes_max) this.#limit('attributes')
    if (this.#characters > this.#limits.characters_max) this.#limit('characters')
  }

  #start(tag: SaxesTagPlain): void {
    this.#silent = 0
    this.#depth += 1
    const name = localName(tag.name)
    if (this.#depth > this.#limits.depth_max) this.#limit('depth')
    if (this.#root === null) {
      if (!this.#question.roots.has(name)) this.#stop('records/xml-root', { name })
      const attributes = attributesOf(tag)
      this.#root = { name, attributes, children: [], text: '', line: this.#line }
      this.#characters = 0
      return
    }
    if (this.#open.length === 0) {
      this.#elements = 0
      this.#characters = 0
      if (!this.#question.records.has(name)) return
    }
    this.#elements += 1
    if (this.#elements > this.#limits.elements_max) this.#limit('elements')
    const attributes = attributesOf(tag)
    this.#open.push({ name, attributes, children: [], text: '', line: this.#line })
  }

  #take(text: string): void {
    this.#silent = 0
    const open = this.#open.at(-1)
    if (open === undefined) return
    this.#characters += text.length
    if (this.#characters > this.#limits.characters_max) this.#limit('characters')
    open.text += text
  }

  #end(): void {
    this.#silent = 0
    this.#depth -= 1
    if (this.#depth === 0) this.#ended = true
    const open = this.#open.pop()
    if (open === undefined) return
    open.text = open.text.trim()
    const parent = this.#open.at(-1)
    if (parent === undefined) this.#question.take(open)
    else parent.children.push(open)
  }
}

class Stopped extends Error {}

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map()

function attributesOf(tag: SaxesTagPlain): ReadonlyMap<string, string> {
  const names = Object.keys(tag.attributes)
  if (names.length === 0) return NO_ATTRIBUTES
  const attributes = new Map<string, string>()
  for (const name of names) {
    const local = localName(name)
    // Where `id` and `x:id` stand together, the one without a prefix is the list's own.
    if (local === name || !attributes.has(local)) attributes.set(local, tag.attributes[name] ?? '')
  }
  return attributes
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
