/** The place of every value is where its text stands, in any layout of YAML. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stringify } from 'yaml'
import { type Path, readSource, type Source } from '../src/index.ts'
import { utf8 } from './dossiers.ts'

/** A text that is found nowhere else: its number stands in it. */
type Tree = string | Tree[] | { [key: string]: Tree }

const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom('text', 'two words', 'a: colon', '# sharp', 'Ünïcödé', '"quoted"', '', '😀'),
    fc.array(tie('tree'), { maxLength: 4 }),
    fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/), tie('tree'), { maxKeys: 4 }),
  ),
}))

/** The tree with every text numbered, and the text at each path. */
function numbered(value: Tree, path: Path, found: Map<string, [Path, string]>): Tree {
  if (typeof value === 'string') {
    const text = `${value} (${found.size})`
    found.set(path.join('/'), [path, text])
    return text
  }
  if (Array.isArray(value)) return value.map((item, n) => numbered(item, [...path, n], found))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, numbered(item, [...path, key], found)]),
  )
}

/** What stands at a place, up to the length that is underlined. */
function textAt(source: string, line: number, column: number, length: number): string {
  const row = source.split('\n')[line - 1] ?? ''
  return row.slice(column - 1, column - 1 + length)
}

const layout = fc.record({
  indent: fc.integer({ min: 1, max: 6 }),
  lineWidth: fc.constant(0),
  collectionStyle: fc.constantFrom('any' as const, 'block' as const, 'flow' as const),
  defaultStringType: fc.constantFrom('PLAIN' as const, 'QUOTE_DOUBLE' as const),
  indentSeq: fc.constant(true),
  comments: fc.integer({ min: 0, max: 5 }),
})

function sourceOf(text: string): Source {
  const read = readSource({ name: 'a.yaml', bytes: utf8(text) })
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return read.value
}

describe('the place of a value', () => {
  it('is where its text stands, and of a key where the key stands', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tree),
        layout,
        (value, style) => {
          const found = new Map<string, [Path, string]>()
          const input = numbered(value, [], found)
          const { comments, ...options } = style
          const text = `${'# a comment\n\n'.repeat(comments)}${stringify(input, options)}`
          const source = sourceOf(text)
          expect(source.value).toEqual(input)
          for (const [path, expected] of found.values()) {
            const place = source.place(path)
            const shown = textAt(text, place.line, place.column, place.length)
            const written = [expected, JSON.stringify(expected), `'${expected}'`]
            expect(written.filter((one) => one.startsWith(shown))).not.toEqual([])
            if (place.column + expected.length < 158) expect(written).toContain(shown)
            const last = path.at(-1)
            if (typeof last !== 'string') continue
            const key = source.keyPlace(path)
            if (key.column + last.length > 158) continue
            expect(textAt(text, key.line, key.column, key.length)).toMatch(
              new RegExp(`^["']?${last}["']?$`),
            )
          }
        },
      ),
      { numRuns: 300 },
    )
  })

  it('of what is not there is that of the nearest around it', () => {
    const source = sourceOf('a:\n  b: {c: d}\n')
    expect(source.place(['a', 'b', 'x', 3, 'y'])).toEqual(source.place(['a', 'b']))
    expect(source.place(['zzz'])).toEqual(source.place([]))
    expect(source.keyPlace(['a', 'zzz'])).toEqual(source.place(['a']))
    expect(source.place(['a', 'b'])).toMatchObject({ line: 2, column: 6, length: 6 })
  })

  it('underlines no more than its first line shows', () => {
    const source = sourceOf('a:\n  - one\n  - two\nb: |\n  many\n  lines\n')
    expect(source.place(['a'])).toMatchObject({ line: 2, column: 3, excerpt: '  - one', length: 5 })
    expect(source.place(['b'])).toMatchObject({ line: 4, column: 4, excerpt: 'b: |', length: 1 })
  })

  it('counts columns in UTF-16 units, as editors do, and lines of both kinds', () => {
    const source = sourceOf('a: "😀"\r\nb: {c: "é", d: x}\r\n')
    expect(source.place(['b', 'd'])).toMatchObject({ line: 2, column: 16, length: 1 })
    expect(source.place(['b', 'd']).excerpt).toBe('b: {c: "é", d: x}')
  })

  it('of a path with an index is not that of a key with the same name', () => {
    const source = sourceOf('a: [x, y]\nb: {"0": z}\n')
    expect(source.place(['a', 1])).toMatchObject({ line: 1, column: 8 })
    expect(source.place(['b', '0'])).toMatchObject({ line: 2, column: 10 })
  })
})
