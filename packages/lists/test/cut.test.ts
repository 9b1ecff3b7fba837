import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OFAC_LIMITS, readOfacCsv } from '../src/index.ts'
import {
  codes,
  fixture,
  named,
  noShared,
  noteSkipped,
  official,
  readOrThrow,
  sdnRow,
  sharedFile,
} from './sources.ts'

noteSkipped()

/**
 * A file cut after some bytes never passes as whole, and never changes an entry; links are left
 * out, since they find their entries only in the whole list.
 */
function expectHonest(bytes: Uint8Array, at: number, whole: readonly { id: string }[]): void {
  const sdn = named('SDN.CSV', bytes.subarray(0, at))
  const read = readOfacCsv({ sdn, published: null, remarks: 'keep' })
  if (!read.ok) return
  expect(read.value.whole).toBe('unproven')
  expect(codes(read)).toContain('lists/no-end-mark')
  expect(read.value.entries).toEqual(whole.slice(0, read.value.entries.length))
}

function wholeOf(bytes: Uint8Array): ReturnType<typeof readOrThrow> {
  return readOrThrow({ sdn: named('SDN.CSV', bytes), published: null, remarks: 'keep' })
}

describe('cut files', () => {
  it.each(['\r\n', '\n', '\r'])('a small file, cut at every byte, line end %j', (end) => {
    const rows = [
      sdnRow(1, 'FIRST', { type: 'individual', remarks: "a.k.a. 'ONE'." }),
      sdnRow(22, 'SECOND', { programme: 'SDGT] [IRGC' }),
      sdnRow(333, 'THIRD', { type: 'vessel', remarks: 'IMO 1.' }),
    ]
    const { bytes } = named('SDN.CSV', official(...rows).replaceAll('\r\n', end))
    const { entries } = wholeOf(bytes)
    expect(entries.length).toBe(3)
    for (let at = 0; at < bytes.length; at += 1) expectHonest(bytes, at, entries)
  })

  it('the ICC rows, cut at every byte', () => {
    const { bytes } = fixture('sdn-icc-2026-07.csv')
    const { entries } = wholeOf(bytes)
    expect(entries.length).toBe(11)
    for (let at = 0; at < bytes.length; at += 1) expectHonest(bytes, at, entries)
  })

  it.skipIf(noShared)('a real file, cut at any byte', () => {
    const { bytes } = sharedFile('ofac/sdn_2022-02-24.csv')
    const { entries } = wholeOf(bytes)
    const anywhere = fc.integer({ min: 0, max: bytes.length - 1 })
    const nearTheEnd = fc.integer({ min: bytes.length - 400, max: bytes.length - 1 })
    fc.assert(
      fc.property(fc.oneof(anywhere, nearTheEnd), (at) => expectHonest(bytes, at, entries)),
      { numRuns: 60 },
    )
  })

  it.skipIf(noShared)('a set of which ALT.CSV is cut is not proven', () => {
    const sdn = sharedFile('ofac/2021-07-07/sdn.csv')
    const alt = sharedFile('ofac/2021-07-07/alt.csv')
    const rowEnd = 24 * 1024 + Buffer.from(alt.bytes.subarray(24 * 1024)).indexOf('\n') + 1
    const cut = named('ALT.CSV', alt.bytes.subarray(0, rowEnd))
    expect(readOrThrow({ sdn, alt: cut, published: null }).whole).toBe('unproven')
    const inRow = named('ALT.CSV', alt.bytes.subarray(0, rowEnd - 9))
    expect(codes(readOfacCsv({ sdn, alt: inRow, published: null }))).toContain('lists/row-cut')
  })

  it('no bytes make it throw', () => {
    const piece = fc.constantFrom(
      '1,',
      '"A"',
      '-0- ',
      ',',
      '"',
      '\r\n',
      '\n',
      '\x1a',
      '\0',
      'é',
      '<',
    )
    const text = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(fc.oneof(fc.uint8Array({ maxLength: 200 }), text), (given) => {
        const file = named('X.CSV', given)
        const limits = { ...OFAC_LIMITS, rows_max: 5 }
        const read = readOfacCsv({ sdn: file, alt: file, comments: file, published: null, limits })
        expect(read.ok || read.diagnostics.length > 0).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
