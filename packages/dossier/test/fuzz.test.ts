/** Whatever the bytes are: no throw, places that exist, and nothing dropped silently. */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readDossier, type SourceText } from '../src/index.ts'

const EXAMPLES = fileURLToPath(new URL('../../../examples/', import.meta.url))

const examples = new Map(
  readdirSync(EXAMPLES, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry): [string, SourceText[]] => {
      const folder = path.join(EXAMPLES, entry.name)
      const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'))
      return [
        entry.name,
        names.map((name) => ({ name, bytes: readFileSync(path.join(folder, name)) })),
      ]
    })
    .filter(([name]) => name !== 'scenarios-for-tribunal'),
)

const KINDS = [
  ...(['parties', 'teams', 'services', 'functions'] as const),
  ...(['assumptions', 'licences', 'scenarios', 'measures'] as const),
]

/** The ids of each kind as a plain YAML parser finds them. */
function plainIds(files: readonly SourceText[]): Record<string, string[]> {
  const found: Record<string, string[]> = Object.fromEntries(KINDS.map((kind) => [kind, []]))
  for (const { bytes } of files) {
    const value = parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown> | null
    for (const kind of KINDS) found[kind]?.push(...Object.keys(value?.[kind] ?? {}))
    const institution = value?.institution as { id: string } | undefined
    if (institution !== undefined) found.parties?.push(institution.id)
  }
  for (const ids of Object.values(found)) ids.sort()
  return found
}

/** Reads files and holds what must hold of any answer; true when they are a dossier. */
function readAny(files: readonly SourceText[]): boolean {
  const result = readDossier(files, null)
  for (const { code, severity, places } of result.diagnostics) {
    expect(code).toMatch(/^dossier\/[a-z0-9-]+$/)
    expect(['error', 'warning']).toContain(severity)
    for (const { file, line, column, length, excerpt } of places) {
      const bytes = files.find(({ name }) => name === file)?.bytes
      const lines = Buffer.from(bytes ?? [])
        .toString('latin1')
        .split(/\r\n|\n|\r/).length
      expect(line).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(length).toBeGreaterThanOrEqual(0)
      expect(excerpt.length).toBeLessThanOrEqual(160)
    }
  }
  const errors = result.diagnostics.some(({ severity }) => severity === 'error')
  expect(result.ok).toBe(!errors)
  if (!result.ok) return false
  const { value } = result
  for (const [kind, ids] of Object.entries(plainIds(files))) {
    expect([...value[kind as 'parties'].keys()].sort(), kind).toEqual(ids)
  }
  return true
}

describe('the examples', () => {
  for (const [name, files] of examples) {
    it(`of ${name} are read without loss`, () => {
      expect(readAny(files)).toBe(true)
    })

    it(`of ${name} are the same in any order of files`, () => {
      const ids = (order: readonly SourceText[]) => {
        const result = readDossier(order, null)
        return result.ok ? [...result.value.parties.keys()].sort() : []
      }
      expect(ids(files.toReversed())).toEqual(ids(files))
    })
  }
})

const small = [...examples.values()].flat().filter(({ bytes }) => bytes.length < 20_000)

/** A change of a file's bytes: a piece replaced by another, from the file or invented. */
const change = fc.record({
  file: fc.nat(),
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  by: fc.oneof(
    fc.uint8Array({ maxLength: 6 }),
    fc
      .constantFrom(
        ...[
          '\n',
          ': ',
          '- ',
          '{',
          '}',
          '[',
          ']',
          '"',
          "'",
          '#',
          '&a ',
          '*a',
          '<<: ',
          '---\n',
          '? ',
        ],
        ...[
          '\t',
          '\r',
          '\r\n',
          '\ufeff',
          '\u0000',
          '!x ',
          '|\n',
          '>-\n',
          '%',
          '@',
          '`',
          'null',
          '~',
        ],
        ...[
          '__proto__: ',
          'constructor: ',
          '1e999',
          '-0',
          'NO',
          'needs: ',
          'id',
          '  ',
          ',',
          '\u2028',
        ],
      )
      .map((text) => new Uint8Array(Buffer.from(text))),
  ),
})

type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

function changed(bytes: Uint8Array, { from, length, by }: Change): Uint8Array {
  const start = Math.floor(from * bytes.length)
  return Uint8Array.from([...bytes.subarray(0, start), ...by, ...bytes.subarray(start + length)])
}

describe('any bytes', () => {
  it('are read or told', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 60 }), { maxLength: 3 }), (files) => {
        readAny(files.map((bytes, n) => ({ name: `${n}.yaml`, bytes })))
      }),
      { numRuns: 1000 },
    )
  })

  it('that look like YAML are read or told', () => {
    const piece = fc.constantFrom(
      ...[
        'a',
        'institution',
        'parties',
        'id',
        'name',
        ': ',
        ':\n',
        '\n',
        '  ',
        '- ',
        '{',
        '}',
        '[',
      ],
      ...[
        ']',
        ',',
        '"',
        "'",
        '#',
        '&a ',
        '*a',
        '!!',
        '|',
        '>',
        '?',
        '\t',
        '---\n',
        '...\n',
        '%',
        '~',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        readAny([{ name: 'a.yaml', bytes: new Uint8Array(Buffer.from(pieces.join(''))) }])
      }),
      { numRuns: 3000 },
    )
  })
})

describe('a changed example', () => {
  it('is read without loss, or told', () => {
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const [first] = changes
        const name = small[first!.file % small.length]!.name
        const files = [...examples.values()].find((all) =>
          all.includes(small[first!.file % small.length]!),
        )!
        const bytes = changes.reduce(changed, files.find((file) => file.name === name)!.bytes)
        readAny(files.map((file) => (file.name === name ? { name, bytes } : file)))
      }),
      { numRuns: 250 },
    )
  }, 120_000)

  it('of one file is read without loss, or told', () => {
    const minimal = examples.get('minimal')![0]!
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
        readAny([{ name: 'dossier.yaml', bytes: changes.reduce(changed, minimal.bytes) }])
      }),
      { numRuns: 1500 },
    )
  }, 120_000)
})
