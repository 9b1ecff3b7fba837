import { type ByteSource, headOf } from '../bytes.ts'
import type { Findings } from '../findings.ts'
import type { XmlElement } from './element.ts'
import { PlainXml } from './plain.ts'
import { readXml, XML_LIMITS, type XmlLimits, type XmlQuestion } from './read.ts'

const HEAD_BYTES = 200

const VERSION = String.raw`version=(?:"1\.0"|'1\.0')`
const ENCODING = `encoding=(?:"utf-8"|'utf-8')`
const STANDALONE = `standalone=(?:"(?:yes|no)"|'(?:yes|no)')`

/** What a file may begin with: a mark, a declaration of UTF-8, or neither; then an element. */
const BEGINNING = new RegExp(
  String.raw`^(?:\xef\xbb\xbf)?` +
    String.raw`(?:<\?xml ${VERSION}(?: ${ENCODING})?(?: ${STANDALONE})? ?\?>)?(?=\s*<[a-z_])`,
  'i',
)

/**
 * Reads a file as `readXml` does, many times faster where it is large and plain, as files of whole
 * registers are: its records are found in its bytes. Where the file stops being plain, `readXml`
 * begins again and passes over the records that were handed over; it alone says what is wrong.
 *
 * Memory is one record's; linear in the file.
 *
 * @returns as `readXml`, with the same errors in `found`
 */
export function readXmlRecords(
  source: ByteSource,
  question: XmlQuestion,
  found: Findings,
  limits: XmlLimits = XML_LIMITS,
): XmlElement | null {
  const start = source.size > limits.bytes_max ? null : plainStart(source)
  if (start === null) return readXml(source, question, found, limits)
  const plain = new PlainXml(question)
  if (readPlain(source, plain, start) && plain.root !== null) return plain.root
  let passed = plain.records
  const take = (record: XmlElement): void => {
    if (passed > 0) passed -= 1
    else question.take(record)
  }
  return readXml(source, { ...question, take }, found, limits)
}

/** Where the first element or the white space before it begins; null for what is not plain. */
function plainStart(source: ByteSource): number | null {
  let head = ''
  for (const byte of headOf(source, HEAD_BYTES)) head += String.fromCharCode(byte)
  return BEGINNING.exec(head)?.[0].length ?? null
}

/** Whether the file is plain to its end. */
function readPlain(source: ByteSource, plain: PlainXml, start: number): boolean {
  let kept: Uint8Array = new Uint8Array(0)
  let skip = start
  for (const chunk of source.chunks()) {
    let bytes = chunk
    if (kept.length > 0) {
      bytes = new Uint8Array(kept.length + chunk.length)
      bytes.set(kept)
      bytes.set(chunk, kept.length)
    }
    // Pieces shorter than the head are gathered until the head is whole.
    const rest = bytes.length < skip ? 0 : plain.read(bytes, skip)
    if (rest >= skip) skip = 0
    kept = bytes.subarray(rest)
    if (plain.odd) return false
  }
  return kept.length === 0 && skip === 0
}
