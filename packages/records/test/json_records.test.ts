import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ByteSource,
  Findings,
  JSON_RECORDS_LIMITS,
  type JsonRecord,
  readJsonRecords,
} from '../src/index.ts'

function inPieces(text: string | Uint8Array, size: number): ByteSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return {
    name: 't.json',
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}

function read(source: ByteSource, limits = JSON_RECORDS_LIMITS) {
  const found = new Findings()
  const records: [JsonRecord, number][] = []
  const count = readJsonRecords(
    source,
    (record, line) => void records.push([record, line]),
    found,
    limits,
  )
  return { count, records, codes: found.diagnostics().map(({ code }) => code) }
}

describe('objects of an array', () => {
  it('are those of JSON.parse, however the file is cut into pieces', () => {
    const objects = fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { maxLength: 5 })
    const form = fc.constantFrom(
      (text: string) => text,
      (text: string) => `{"head": {"n": [1, "]"]}, "records": ${text}, "end": "}"}`,
      (text: string) => `\ufeff\n${text}\n`,
    )
    fc.assert(
      fc.property(
        objects,
        form,
        fc.constantFrom(undefined, 2),
        fc.integer({ min: 1, max: 40 }),
        (list, put, indent, size) => {
          const text = put(JSON.stringify(list, null, indent))
          const { codes, records } = read(inPieces(text, size))
          expect(codes).toEqual([])
          expect(records.map(([record]) => record)).toEqual(JSON.parse(JSON.stringify(list)))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('stand in the arrays of the object that the file is', () => {
    const text = '{"made": "]}",\n"records": [{"a": 1},\n{"a": [{"b": "}"}]}], "n": 2}'
    expect(read(inPieces(text, 3)).records).toEqual([
      [{ a: 1 }, 2],
      [{ a: [{ b: '}' }] }, 3],
    ])
  })

  it.each([
    ['', ['records/empty-file']],
    ['   ', ['records/empty-file']],
    ['[{"a": 1}, {"a"', ['records/json-cut']],
    ['[{"a": 1}', ['records/json-cut']],
    ['{"records": [{"a": 1}]', ['records/json-cut']],
    ['[1]', ['records/json-record']],
    ['[{"a": 1}, 2]', ['records/json-record']],
    ['[[{"a": 1}]]', ['records/json-record']],
    ['[{"a": 1]]', ['records/json-record']],
    ['[{"a": nothing}]', ['records/json-record']],
    ['[{"a": 1}] {', ['records/json-record']],
    ['owner,asset', ['records/json-record']],
  ])('%j', (text, codes) => {
    for (const size of [1, 2, 100]) expect(read(inPieces(text, size)).codes).toEqual(codes)
  })

  it('are refused beyond a limit', () => {
    const limits = { ...JSON_RECORDS_LIMITS, records_max: 2, record_bytes_max: 50 }
    expect(read(inPieces('[{},{},{}]', 4), limits).codes).toEqual(['records/too-many-rows'])
    const long = `[{"a": "${'x'.repeat(100)}"}]`
    expect(read(inPieces(long, 10), limits).codes).toEqual(['records/json-record-max'])
    expect(read(inPieces('[]', 1), { ...limits, bytes_max: 1 }).codes).toEqual([
      'records/file-too-large',
    ])
  })

  it('are refused where they are no UTF-8', () => {
    const bytes = Uint8Array.of(0x5b, 0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d, 0x5d)
    expect(read(inPieces(bytes, 2)).codes).toEqual(['records/json-encoding'])
    expect(read(inPieces(Uint8Array.of(0xff, 0xfe, 0x5b, 0), 2)).codes).toEqual([
      'records/json-encoding',
    ])
  })
})
