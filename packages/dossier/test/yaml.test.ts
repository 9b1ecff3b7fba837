/** YAML's own ways of going wrong: encodings, limits, and values that are not what they seem. */
import { describe, expect, it } from 'vitest'
import { readDossier, readSource } from '../src/index.ts'
import {
  codes,
  dossierOf,
  HOLDS,
  INSTITUTION,
  OWN,
  only,
  read,
  readTexts,
  told,
  utf8,
} from './dossiers.ts'

function readBytes(bytes: Uint8Array) {
  return readDossier([{ name: 'a.yaml', bytes }], null)
}

function ids(text: string): string[] {
  return [...dossierOf(text).parties.keys()]
}

describe('the bytes of a file', () => {
  const text = `${INSTITUTION}parties: {x: {name: "Café"}}\n`

  it('are UTF-8, with or without a byte order mark', () => {
    const mark = Uint8Array.from([0xef, 0xbb, 0xbf])
    expect(readBytes(utf8(text)).ok).toBe(true)
    expect(readBytes(Uint8Array.from([...mark, ...utf8(text)])).ok).toBe(true)
    const wrong = readBytes(Uint8Array.from([...mark, ...utf8('zzz: 1\n')]))
    expect(told(wrong)).toEqual(['dossier/unknown-key 1:1 zzz'])
  })

  it('are told when they are another encoding', () => {
    const utf16 = (mark: number[]): Uint8Array =>
      Uint8Array.from([...mark, ...[...text].flatMap((c) => [c.charCodeAt(0), 0])])
    const latin1 = Uint8Array.from([...text].map((c) => c.charCodeAt(0)))
    for (const bytes of [utf16([0xff, 0xfe]), utf16([]), latin1, utf8('a: "\u0000"\n')]) {
      expect(codes(readBytes(bytes))).toEqual(['dossier/not-utf8'])
    }
    expect(only(readBytes(latin1)).places[0]).toMatchObject({ file: 'a.yaml', line: 1, column: 1 })
  })

  it('may end lines as Windows does', () => {
    const windows = `${text}teams: {t: {name: T, minimum: 0}}\n`.replaceAll('\n', '\r\n')
    expect(told(readBytes(utf8(windows)))).toEqual(['dossier/number-too-small 3:31 0'])
    expect(only(readBytes(utf8(windows))).places[0]?.excerpt).not.toContain('\r')
  })

  it('keep the excerpt right after a carriage return within a text', () => {
    const result = read('parties: {x: {name: "a\rb"}}\nzzz: 1\n')
    expect(only(result).places[0]?.excerpt).toBe('zzz: 1')
  })

  it('may hold nothing, and other files are read', () => {
    for (const empty of ['', '\n\n', '# nothing here\n', '---\n', '~\n', '\ufeff']) {
      expect(codes(readTexts({ 'a.yaml': empty }))).toEqual(['dossier/no-institution'])
      expect(readTexts({ 'a.yaml': text, 'b.yaml': empty }).ok).toBe(true)
    }
  })
})

describe('a file of several documents', () => {
  it('is told, and nothing of it is dropped silently', () => {
    const more = 'parties: {y: {name: Y}}\n'
    for (const between of ['---\n', '...\n', '...\n---\n', '--- # next\n']) {
      const result = read(`parties: {x: {name: X}}\n${between}${more}`)
      expect(result.ok, between).toBe(false)
      expect(codes(result), between).toEqual(['dossier/two-documents'])
    }
    expect(only(read(`---\n${more}`)).places[0]).toMatchObject({ line: 2, column: 1 })
  })

  it('may open and close the only one', () => {
    expect(readTexts({ 'a.yaml': `---\n${INSTITUTION}` }).ok).toBe(true)
    expect(readTexts({ 'a.yaml': `${INSTITUTION}...\n` }).ok).toBe(true)
  })
})

describe('values that are not what they seem', () => {
  it('are text where YAML 1.2 says text', () => {
    const person = dossierOf(
      'parties: {x: {name: off, kind: person, nationality: NO, residence: [NO, "NO"], role: y}}\n',
    ).parties.get('x')
    expect(person).toMatchObject({ name: 'off', nationality: ['NO'], residence: ['NO', 'NO'] })
    const name = (text: string) => dossierOf(`parties: {x: {name: ${text}}}`).parties.get('x')?.name
    expect(['yes', 'No', 'ON', '1:30', '2025-02-06', '0o7x', '1_000'].map(name)).toEqual([
      ...['yes', 'No', 'ON', '1:30', '2025-02-06', '0o7x', '1_000'],
    ])
  })

  it('are told where they are numbers, truths or nothing', () => {
    for (const value of [
      '12',
      '1.5',
      '0x1F',
      '0o17',
      '1e3',
      'true',
      'False',
      'null',
      '~',
      '.inf',
    ]) {
      expect(codes(read(`parties: {x: {name: ${value}}}`)), value).toEqual(['dossier/wrong-type'])
    }
    const under = (version: string) => readTexts({ 'a.yaml': `${version}\n---\n${INSTITUTION}` })
    expect(under('%YAML 1.2').ok).toBe(true)
  })

  it('are days without quotes', () => {
    const institution = 'institution: {id: us, name: Us, seat: NL, as-of: 2026-11-01}\n'
    const result = readTexts({ 'a.yaml': institution })
    expect(result.ok && result.value.institution.asOf).toBe(20_758)
  })

  it('are ids only where they are text', () => {
    expect(ids('parties: {"123": {name: X}, 1a: {name: Y}}')).toEqual(['us', '123', '1a'])
    for (const key of ['123', 'true', 'null', '1.5', '[a]', '{a: b}', '? ', '__proto__']) {
      const result = read(`parties: {${key}: {name: X}}`)
      expect(told(result).join(), key).toMatch(/key-not-text 2:|bad-id 2:/)
    }
    expect(ids('parties: {constructor: {name: X}, tostring: {name: Y}}').slice(1)).toEqual([
      ...['constructor', 'tostring'],
    ])
  })

  it('never reach the prototype of an object', () => {
    for (const text of ['__proto__: {institution: 1}', 'parties: {x: {__proto__: {name: X}}}']) {
      expect(read(text).ok).toBe(false)
    }
    const key = 'parties: {x: {name: X, listed-as: {constructor: "1"}}}'
    expect(dossierOf(key).parties.get('x')?.listedAs.get('constructor')).toEqual(['1'])
    expect(({} as Record<string, unknown>).name).toBeUndefined()
  })

  it('are told where a key is no text', () => {
    const first = read('parties: {1: {name: X}}')
    expect(told(first)).toEqual(['dossier/key-not-text 2:11 1'])
  })

  it('are all told where several keys are no text', () => {
    expect(codes(read('parties: {1: {name: X}, 2: {name: Y}}'))).toHaveLength(2)
  })

  it('are told of a merge key, which YAML 1.2 does not know', () => {
    const result = read('parties:\n  x: &x {name: X}\n  y: {<<: *x, name: Y}\n')
    expect(told(result)).toEqual(['dossier/unknown-key 4:7 <<'])
  })

  it('are told of a tag that nobody knows', () => {
    expect(told(read('parties: {x: {name: !secret X}}'))).toEqual([
      'dossier/yaml-syntax 2:21 !secret',
    ])
  })

  it('are told once when they are binary', () => {
    const { diagnostics } = read(`parties: {x: {name: !!binary ${'QUFB'.repeat(50)}}}`)
    expect(diagnostics.length).toBe(1)
  })
})

describe('anchors', () => {
  it('may be used where a line repeats', () => {
    const text = 'parties:\n  x: &x {name: X, seat: &nl NL}\n  y: *x\n  z: {name: Z, seat: *nl}\n'
    const { parties } = dossierOf(text)
    expect(parties.get('y')).toMatchObject({ id: 'y', name: 'X', seat: 'NL' })
    expect(parties.get('z')?.seat).toBe('NL')
    expect(parties.get('y')?.place).toMatchObject({ line: 4, column: 3 })
  })

  it('that explode are told at once', () => {
    const lines = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let n = 1; n < 12; n += 1) {
      lines.push(
        `a${n}: &a${n} [${Array(9)
          .fill(`*a${n - 1}`)
          .join(', ')}]`,
      )
    }
    expect(codes(readTexts({ 'a.yaml': lines.join('\n') }))).toEqual(['dossier/too-many-values'])
  })

  it('that hold themselves, or that are none, are told', () => {
    expect(codes(read('parties: &p {x: *p}'))).toEqual(['dossier/too-deep'])
    const nobody = read('parties: {x: {name: *nobody}}')
    expect(codes(nobody)).toEqual(['dossier/no-anchor'])
    expect(told(nobody)[0]).toContain(' 2:21 *nobody')
  })

  it('may take a name again, which then stands for the later', () => {
    const text = 'a: &a [&b one]\nb: &b two\nc: *a\nd: *b\n'
    const source = readSource({ name: 'a.yaml', bytes: utf8(text) })
    expect(source.ok && source.value.value).toMatchObject({ c: ['one'], d: 'two' })
  })

  it('may stand on a key', () => {
    const source = readSource({ name: 'a.yaml', bytes: utf8('&k x: 1\ny: *k\n') })
    expect(source.ok && source.value.value).toEqual({ x: 1, y: 'x' })
  })

  it('are found, however many there are', () => {
    const party = `parties: {x: {name: &a X, aliases: [${'*a, '.repeat(3000)}]}}\n`
    const result = read(`${HOLDS}services:\n${OWN}${party}`)
    expect(result.ok && result.value.parties.get('x')?.aliases).toHaveLength(3000)
  })
})

describe('limits', () => {
  it('hold nesting', () => {
    const nested = (levels: number): string => `a: ${'['.repeat(levels)}${']'.repeat(levels)}\n`
    expect(codes(readTexts({ 'a.yaml': nested(61) }))).toEqual(['dossier/too-deep'])
    expect(codes(readTexts({ 'a.yaml': nested(20) }))).toEqual(['dossier/unknown-key'])
    for (const text of [
      nested(10_000),
      '['.repeat(10_000),
      '- '.repeat(10_000),
      '{a: '.repeat(9000),
    ]) {
      const result = readTexts({ 'a.yaml': text })
      expect(result.ok).toBe(false)
      expect(result.diagnostics.length).toBeGreaterThan(0)
    }
  })

  it('are told as limits, not as the end of a stack', () => {
    const result = readTexts({ 'a.yaml': `a: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n` })
    expect(codes(result)).toEqual(['dossier/too-deep'])
  })

  it('count no brackets that stand in texts and comments', () => {
    const notes = '# a list [in brackets\n'.repeat(201)
    expect(readTexts({ 'a.yaml': `${notes}${INSTITUTION}` }).ok).toBe(true)
  })

  it('hold the size of a file and the number of its values', () => {
    const large = new Uint8Array(8_000_001).fill(0x20)
    expect(only(readBytes(large))).toMatchObject({
      code: 'dossier/too-large',
      params: { bytes: 8_000_001, bytes_max: 8_000_000 },
    })
    const many = `a: [${'1,'.repeat(400_001)}]\n`
    expect(codes(readTexts({ 'a.yaml': many }))).toEqual(['dossier/too-many-values'])
  })

  it('do not hold the length of a line, and cut its excerpt', () => {
    const name = 'x'.repeat(500_000)
    const text = `parties: {p: {name: ${name}, zzz: 1}}`
    const { places } = only(read(text))
    expect(places[0]?.excerpt).toBe(text.slice(0, 160))
    expect(places[0]?.column).toBe(text.indexOf('zzz') + 1)
    expect(dossierOf(`parties: {p: {name: ${name}}}`).parties.get('p')?.name).toBe(name)
  })
})

describe('a syntax error', () => {
  it('is told with line and column', () => {
    expect(told(read('parties:\n\tx: {name: X}\n'))).toEqual(['dossier/yaml-syntax 3:1 \t'])
    expect(told(read('parties: {x: {name: X}\n'))[0]).toMatch(/^dossier\/yaml-syntax 2:22/)
    expect(told(read('a: b: c\n'))).toEqual(['dossier/yaml-syntax 2:4 b'])
    const { params } = only(read('a: b: c\n'))
    expect(String(params.detail)).not.toMatch(/line \d/)
  })

  it('is told for each file, and hides no other', () => {
    const result = readTexts({ 'a.yaml': 'a: [', 'b.yaml': 'b: "', 'c.yaml': 'zzz: 1' })
    const files = new Set(result.diagnostics.map(({ places }) => places[0]?.file))
    expect(files).toEqual(new Set(['a.yaml', 'b.yaml', 'c.yaml']))
  })

  it('leaves no source behind', () => {
    expect(readSource({ name: 'a.yaml', bytes: utf8('a: [') }).ok).toBe(false)
  })
})
