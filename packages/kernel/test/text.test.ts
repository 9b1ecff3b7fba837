import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  decodeUtf8,
  failed,
  hasErrors,
  nearest,
  ok,
  problem,
  state,
  warning,
} from '../src/index.ts'

/** Edit distance by the definition, without rows or limits. */
function distance(a: string, b: string): number {
  if (a === '') return b.length
  if (b === '') return a.length
  const same = a[0] === b[0] ? 0 : 1
  return Math.min(
    distance(a.slice(1), b.slice(1)) + same,
    distance(a.slice(1), b) + 1,
    distance(a, b.slice(1)) + 1,
  )
}

describe('the nearest word', () => {
  it('is the one that is meant', () => {
    const known = ['provider', 'beneficiary', 'parties', 'services', 'needs']
    expect(nearest('provder', known)).toBe('provider')
    expect(nearest('beneficary', known)).toBe('beneficiary')
    expect(nearest('Party', known)).toBeNull()
    expect(nearest('PARTIES', known)).toBe('parties')
    expect(nearest('parites', known)).toBe('parties')
    expect(nearest('ned', known)).toBeNull()
    expect(nearest('need', known)).toBe('needs')
    expect(nearest('elephant', known)).toBeNull()
    expect(nearest('x', [])).toBeNull()
    expect(nearest('', ['a', 'bc'])).toBe('a')
    expect(nearest('', ['bc'])).toBeNull()
  })

  it('is at the least edit distance, at most a third of the word, or two letters', () => {
    const word = fc.stringMatching(/^[ab]{0,5}$/)
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 4 }), (given, candidates) => {
        const allowed = Math.max(given.length < 4 ? 1 : 2, Math.floor(given.length / 3))
        const distances = candidates.map((one) => distance(given, one))
        const best = Math.min(...distances)
        const found = nearest(given, candidates)
        if (best > allowed) expect(found).toBeNull()
        else expect(found).toBe(candidates[distances.indexOf(best)])
      }),
      { numRuns: 300 },
    )
  })

  it('is found among many long words', () => {
    const long = Array.from({ length: 2000 }, (_, index) => `${'service-'.repeat(20)}${index}`)
    expect(nearest(`${'servise-'.repeat(20)}7`, long)).not.toBeNull()
  })
})

describe('bytes', () => {
  const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values)

  it('are text when they are UTF-8, without the byte order mark', () => {
    expect(decodeUtf8(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe('a')
    expect(decodeUtf8(bytes(0x61, 0xef, 0xbb, 0xbf))).toBe('a\ufeff')
    expect(decodeUtf8(bytes())).toBe('')
    expect(decodeUtf8(bytes(0xe9))).toBeNull()
    expect(decodeUtf8(bytes(0xff, 0xfe, 0x61, 0x00))).toBeNull()
    expect(decodeUtf8(bytes(0xc0, 0x80))).toBeNull()
    expect(decodeUtf8(bytes(0xed, 0xa0, 0x80))).toBeNull()
    expect(decodeUtf8(bytes(0xf0, 0x9f, 0x98))).toBeNull()
  })

  it('come back from any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.startsWith('\ufeff'))
        expect(decodeUtf8(new TextEncoder().encode(text))).toBe(text)
      }),
    )
  })
})

describe('what is told', () => {
  const place = { file: 'a.yaml', line: 1, column: 1, excerpt: 'x', length: 1 }

  it('is an error or a warning', () => {
    const error = problem('dossier/x', { id: 'a' }, place)
    const mild = warning('dossier/y', {})
    expect(error).toEqual({
      code: 'dossier/x',
      severity: 'error',
      params: { id: 'a' },
      places: [place],
    })
    expect(mild.severity).toBe('warning')
    expect([hasErrors([]), hasErrors([mild]), hasErrors([mild, error])]).toEqual([
      false,
      false,
      true,
    ])
    expect(ok(1)).toEqual({ ok: true, value: 1, diagnostics: [] })
    expect(ok(1, [mild]).diagnostics).toEqual([mild])
    expect(failed([error])).toEqual({ ok: false, diagnostics: [error] })
  })

  it('carries a place and a source only where there is one', () => {
    expect(state('proof.x')).toEqual({ key: 'proof.x', params: {}, because: [] })
    const full = state('proof.y', { a: 1 }, [state('proof.x')], { place, source: 'Art. 1' })
    expect(full).toMatchObject({ place, source: 'Art. 1', because: [{ key: 'proof.x' }] })
    expect('place' in state('proof.x', {}, [], { place: undefined, source: 'a' })).toBe(false)
  })
})
