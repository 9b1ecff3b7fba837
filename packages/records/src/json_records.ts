import type { Place } from '@holdfast/kernel'
import { type ByteSource, headOf } from './bytes.ts'
import { placeOf } from './csv/parse.ts'
import { encodingOfMark } from './decode.ts'
import type { Findings } from './findings.ts'
import { type JsonRecord, jsonRecord } from './json_lines.ts'

/** What decoding needs; declared here because no platform is assumed. */
interface Decoder {
  decode(bytes: Uint8Array): string
}
declare const TextDecoder: new (label: string, options: { readonly fatal: boolean }) => Decoder

export interface JsonRecordsLimits {
  readonly bytes_max: number
  readonly records_max: number
  /** Bytes of one record. */
  readonly record_bytes_max: number
}

/** The largest public file has three million records in some ten gigabytes. */
export const JSON_RECORDS_LIMITS: JsonRecordsLimits = {
  bytes_max: 40_000_000_000,
  records_max: 50_000_000,
  record_bytes_max: 10_000_000,
}

const LF = 0x0a
const QUOTE = 0x22
const COMMA = 0x2c
const COLON = 0x3a
const BACKSLASH = 0x5c
const ARRAY = 0x5b
const ARRAY_END = 0x5d
const OBJECT = 0x7b
const OBJECT_END = 0x7d
const SPACE = 0x20
const EXCERPT_BYTES = 120

/**
 * Reads the objects of an array: of the file's own, or of the arrays that stand in the object that
 * the file is (`{"records": [...]}`). In memory is one object at a time. Linear in the file.
 *
 * Brackets and quotes are counted in the bytes, and `JSON.parse` gets each object alone; so what
 * stands outside of the objects is checked only for its brackets.
 *
 * @param take gets each object with the line on which it begins, from 1
 * @returns the number of objects; null after an error in `found`: `records/empty-file`,
 * `records/file-too-large`, `records/json-encoding`, `records/json-record`,
 * `records/json-record-max`, `records/json-cut`, `records/too-many-rows`
 */
export function readJsonRecords(
  source: ByteSource,
  take: (record: JsonRecord, line: number) => void,
  found: Findings,
  limits: JsonRecordsLimits = JSON_RECORDS_LIMITS,
): number | null {
  const { name: file, size } = source
  if (size > limits.bytes_max) {
    found.error('records/file-too-large', { file, size, max: limits.bytes_max })
    return null
  }
  if (encodingOfMark(headOf(source, 2)) !== null) {
    found.error('records/json-encoding', { file, line: 1 })
    return null
  }
  const splitter = new Splitter(file, take, found, limits)
  for (const chunk of source.chunks()) {
    splitter.write(chunk)
    if (splitter.stopped) return null
  }
  return splitter.close()
}

class Splitter {
  readonly #file: string
  readonly #take: (record: JsonRecord, line: number) => void
  readonly #found: Findings
  readonly #limits: JsonRecordsLimits
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  /** The beginning of the object that is read, as far as earlier pieces had it. */
  #kept: Uint8Array = new Uint8Array(0)
  /** Open brackets outside of objects that are records: none, the root, or root and array. */
  readonly #outer: number[] = []
  /** Open brackets within the record; 0 outside of one. */
  #depth = 0
  #inString = false
  #escaped = false
  #line = 1
  #recordLine = 1
  #records = 0
  #begun = false
  #ended = false
  stopped = false

  constructor(
    file: string,
    take: (record: JsonRecord, line: number) => void,
    found: Findings,
    limits: JsonRecordsLimits,
  ) {
    this.#file = file
    this.#take = take
    this.#found = found
    this.#limits = limits
  }

  write(chunk: Uint8Array): void {
    const before = this.#kept.length
    let bytes = chunk
    if (before > 0) {
      bytes = new Uint8Array(before + chunk.length)
      bytes.set(this.#kept)
      bytes.set(chunk, before)
    }
    let start = before > 0 ? 0 : -1
    let at = before
    while (at < bytes.length && !this.stopped) {
      if (this.#inString) at = this.#string(bytes, at)
      else if (this.#depth > 0) {
        at = this.#within(bytes, at)
        if (this.#depth > 0) continue
        this.#record(bytes.subarray(start, at))
        start = -1
      } else {
        if (this.#outside(bytes, at)) start = at
        at += 1
      }
    }
    this.#kept = start < 0 ? new Uint8Array(0) : bytes.subarray(start)
    if (this.#kept.length > this.#limits.record_bytes_max) this.#tooLong(this.#kept)
  }

  /** The number of records, after the last piece. */
  close(): number | null {
    if (this.stopped) return null
    if (!this.#begun) this.#found.error('records/empty-file', { file: this.#file })
    else if (!this.#ended) {
      const begun = this.#depth > 0 ? this.#recordLine : this.#line
      this.#stop('records/json-cut', { line: this.#line }, this.#kept, begun)
    } else return this.#records
    return null
  }

  /** Behind the string, or the end of the piece. */
  #string(bytes: Uint8Array, start: number): number {
    let at = start
    if (this.#escaped) {
      this.#escaped = false
      at += 1
    }
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at]
      if (byte === QUOTE) {
        this.#inString = false
        return at + 1
      }
      if (byte !== BACKSLASH) continue
      at += 1
      if (at >= bytes.length) this.#escaped = true
    }
    return bytes.length
  }

  /** Behind the record, where its depth is 0; else behind a quote, or the end of the piece. */
  #within(bytes: Uint8Array, start: number): number {
    let depth = this.#depth
    for (let at = start; at < bytes.length; at += 1) {
      const byte = bytes[at] as number
      if (byte <= QUOTE) {
        if (byte === LF) this.#line += 1
        if (byte !== QUOTE) continue
        this.#inString = true
        this.#depth = depth
        return at + 1
      }
      // Square and curly brackets differ in one bit.
      const bracket = byte | 0x20
      if (bracket === OBJECT) depth += 1
      else if (bracket === OBJECT_END) {
        depth -= 1
        if (depth > 0) continue
        this.#depth = 0
        return at + 1
      }
    }
    this.#depth = depth
    return bytes.length
  }

  /** True when a record begins with this byte. */
  #outside(bytes: Uint8Array, at: number): boolean {
    const byte = bytes[at] as number
    if (byte === LF) this.#line += 1
    const inArray = this.#isInRecords()
    const isBlank = byte <= SPACE || (!this.#begun && byte >= 0x80)
    if (isBlank) return false
    if (this.#ended || (!this.#begun && byte !== OBJECT && byte !== ARRAY)) {
      this.#wrong(bytes, at)
    } else if (inArray && byte === OBJECT) {
      this.#depth = 1
      this.#recordLine = this.#line
      return true
    } else if (byte === OBJECT || byte === ARRAY) {
      if (inArray) this.#wrong(bytes, at)
      this.#begun = true
      this.#outer.push(byte)
    } else if (byte === OBJECT_END || byte === ARRAY_END) {
      this.#outer.pop()
      this.#ended = this.#outer.length === 0
    } else if (inArray && byte !== COMMA) {
      this.#wrong(bytes, at)
    } else if (byte === QUOTE) {
      this.#inString = true
    } else if (byte === COLON && inArray) {
      this.#wrong(bytes, at)
    }
    return false
  }

  /** Within the array that the file is, or one of the object that it is; deeper ones hold none. */
  #isInRecords(): boolean {
    const [root, inner] = this.#outer
    if (this.#outer.length === 1) return root === ARRAY
    return this.#outer.length === 2 && root === OBJECT && inner === ARRAY
  }

  #record(bytes: Uint8Array): void {
    this.#records += 1
    const line = this.#recordLine
    if (bytes.length > this.#limits.record_bytes_max) {
      this.#tooLong(bytes)
      return
    }
    if (this.#records > this.#limits.records_max) {
      this.#stop('records/too-many-rows', { max: this.#limits.records_max }, bytes)
      return
    }
    let text = ''
    try {
      text = this.#decoder.decode(bytes)
    } catch {
      this.#stop('records/json-encoding', { line }, bytes)
      return
    }
    const record = jsonRecord(text)
    if (record === null) this.#stop('records/json-record', { line }, bytes)
    else this.#take(record, line)
  }

  #wrong(bytes: Uint8Array, at: number): void {
    this.#recordLine = this.#line
    this.#stop('records/json-record', { line: this.#line }, bytes.subarray(at))
  }

  #tooLong(bytes: Uint8Array): void {
    const params = { line: this.#recordLine, max: this.#limits.record_bytes_max }
    this.#stop('records/json-record-max', params, bytes)
  }

  /** @param line the line on which the bytes begin */
  #stop(
    code: string,
    params: Readonly<Record<string, string | number>>,
    bytes: Uint8Array,
    line = this.#recordLine,
  ): void {
    this.stopped = true
    const place = (): readonly Place[] => [
      placeOf(this.#file, line, Number.POSITIVE_INFINITY, excerptOf(bytes)),
    ]
    this.#found.error(code, { file: this.#file, ...params }, place)
  }
}

/** The beginning of the first line of some bytes, ASCII only. */
function excerptOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    if (byte === LF || text.length >= EXCERPT_BYTES) break
    text += byte < 0x80 ? String.fromCharCode(byte) : '\uFFFD'
  }
  return text
}
