import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteSource, CSV_LIMITS, Findings, readColumns, readCsv } from '../src/index.ts'

/** Pieces of so many bytes: a place where a piece ends must not matter. */
function inPieces(text: string | Uint8Array, size: number): ByteSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return {
    name: 't.csv',
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}

interface Outcome {
  readonly rows: readonly (readonly [number, readonly string[]])[]
  readonly codes: readonly string[]
  readonly lines: readonly unknown[]
  readonly count: number | null
}

const LIMITS = { ...CSV_LIMITS, columns_max: 6, rows_max: 8, characters_max: 40 }

function outcome(found: Findings, rows: Outcome['rows'], count: number | null): Outcome {
  const all = found.diagnostics()
  const codes = all.map(({ code }) => code)
  return { rows, codes, lines: all.map(({ params }) => params.line), count }
}

function byColumns(source: ByteSource, wanted: readonly string[], limits = LIMITS): Outcome {
  const found = new Findings()
  const rows: [number, string[]][] = []
  const take = (values: readonly string[], line: number): void => {
    rows.push([line, [...values]])
  }
  const head = readColumns(source, { required: ['id'], wanted, take }, found, limits)
  return outcome(found, rows, head?.rows ?? null)
}

function byRecords(source: ByteSource, wanted: readonly string[], limits = LIMITS): Outcome {
  const found = new Findings()
  const rows: [number, string[]][] = []
  const head = readCsv(
    source,
    { required: ['id'], take: ({ get, line }) => void rows.push([line, wanted.map(get)]) },
    found,
    limits,
  )
  return outcome(found, rows, head?.rows ?? null)
}

const cell = fc.oneof(
  fc.constant(''),
  fc.constant('""'),
  fc.string({ unit: fc.constantFrom('a', 'é', '中', ' ', '1', '\u00a0'), maxLength: 20 }),
  fc
    .string({ unit: fc.constantFrom('a', 'é', ',', '""', '\n', '\r\n', '\r'), maxLength: 12 })
    .map((text) => `"${text}"`),
)
const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map((cells) => cells.join(','))
const lineEnd = fc.constantFrom('\n', '\r\n', '\r', '\n\n')

describe('some columns of a table', () => {
  it('are those that reading all of it gives, however it is cut into pieces', () => {
    const table = fc.tuple(fc.array(row, { maxLength: 6 }), lineEnd, fc.boolean())
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 30 }), ([rows, end, isEnded], size) => {
        const text = ['id,b,"c"', ...rows].join(end) + (isEnded ? end : '')
        const wanted = ['c', 'id', 'none']
        expect(byColumns(inPieces(text, size), wanted)).toEqual(
          byRecords(inPieces(text, 7), wanted),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('of a table that is wrong are refused for the same reason in the same line', () => {
    const noise = fc.string({
      unit: fc.constantFrom('a', 'é', ',', '"', '\n', '\r', '\u0001', ' '),
      maxLength: 40,
    })
    fc.assert(
      fc.property(noise, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const table = `id,b\n${text}`
        const ours = byColumns(inPieces(table, size), ['id', 'b'])
        const theirs = byRecords(inPieces(table, size), ['id', 'b'])
        expect([ours.codes, ours.lines, ours.count]).toEqual([
          theirs.codes,
          theirs.lines,
          theirs.count,
        ])
      }),
      { numRuns: 2_000 },
    )
  })

  it.each([
    ['', ['records/csv-empty']],
    ['name,b\n1,2\n', ['records/csv-no-column']],
    ['id,b,b\n1,2,3\n', ['records/csv-column-twice']],
    ['id,b\n1,2,3\n4,5\n', ['records/csv-columns']],
    ['id,b\n1,"2\n', ['records/csv-cut']],
    ['id,b\n1,"2" \n', ['records/csv-text-after-quote']],
    ['id,b,c,d,e,f,g\n', ['records/csv-columns-max']],
    ['id,b\n,,,,,,', ['records/csv-columns-max']],
    [`id\n${'1\n'.repeat(9)}`, ['records/csv-rows-max']],
    [`id\n${'x'.repeat(41)}\n`, ['records/csv-field-max']],
    [`id\n"${'x'.repeat(400)}\n`, ['records/csv-field-max']],
  ])('%j', (text, codes) => {
    expect(byColumns(inPieces(text, 5), ['id']).codes).toEqual(codes)
  })

  it('are refused where a wanted field is no UTF-8, and read where another is none', () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode('id,b\n1,'), 0xff, 0x0a)
    expect(byColumns(inPieces(bytes, 4), ['id', 'b']).codes).toEqual(['records/csv-encoding'])
    expect(byColumns(inPieces(bytes, 4), ['id']).rows).toEqual([[2, ['1']]])
  })

  it('of a table in UTF-16 are read by the reader of all of it', () => {
    const text = '\ufeffid,b\n1,é\n'
    const bytes = new Uint8Array(text.length * 2)
    for (let at = 0; at < text.length; at += 1) {
      bytes.set([text.charCodeAt(at) & 0xff, text.charCodeAt(at) >> 8], at * 2)
    }
    expect(byColumns(inPieces(bytes, 3), ['b']).rows).toEqual([[2, ['é']]])
  })

  it('are not mixed up where texts share a place of memory', () => {
    const ids = Array.from({ length: 20_000 }, (_, n) => `k${n}`)
    const limits = { ...CSV_LIMITS }
    const { rows } = byColumns(inPieces(`id\n${ids.join('\n')}\n`, 4_096), ['id'], limits)
    expect(rows.map(([, [id]]) => id)).toEqual(ids)
  })
})
