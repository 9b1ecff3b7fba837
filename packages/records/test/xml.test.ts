import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type ByteSource, bytesInMemory } from '../src/bytes.ts'
import { Findings } from '../src/findings.ts'
import type { XmlElement } from '../src/xml/element.ts'
import { readXml, XML_LIMITS, type XmlLimits } from '../src/xml/read.ts'

interface Read {
  readonly root: XmlElement | null
  readonly records: readonly XmlElement[]
  readonly codes: readonly string[]
  readonly params: Readonly<Record<string, unknown>> | undefined
  readonly line: number | undefined
}

function read(source: ByteSource, limits: XmlLimits = XML_LIMITS): Read {
  const found = new Findings()
  const records: XmlElement[] = []
  const question = {
    roots: new Set(['list']),
    records: new Set(['entry']),
    take: (record: XmlElement) => records.push(record),
  }
  const root = readXml(source, question, found, limits)
  const [first] = found.diagnostics()
  const codes = found.diagnostics().map(({ code }) => code)
  expect(root === null).toBe(found.fatal)
  return { root, records, codes, params: first?.params, line: first?.places[0]?.line }
}

function readText(text: string, limits?: XmlLimits): Read {
  return read(bytesInMemory('list.xml', Buffer.from(text)), limits)
}

function inPieces(bytes: Uint8Array, ...lengths: readonly number[]): ByteSource {
  return {
    name: 'list.xml',
    size: bytes.length,
    chunks: function* () {
      let at = 0
      for (let piece = 0; at < bytes.length; piece += 1) {
        const length = Math.max(1, lengths[piece % lengths.length] ?? 1)
        yield bytes.subarray(at, at + length)
        at += length
      }
    },
  }
}

/** A file without end, for what must stop by itself. */
function endless(head: string, piece: string): ByteSource {
  const bytes = Buffer.from(piece.repeat(Math.ceil(60_000 / piece.length)))
  return {
    name: 'list.xml',
    size: 1_000_000_000,
    chunks: function* () {
      yield Buffer.from(head)
      for (let written = 0; written < 1_000_000_000; written += bytes.length) yield bytes
    },
  }
}

const SMALL = [
  '\ufeff<?xml version="1.0" encoding="UTF-8"?>',
  '<!-- the list of Łódź --><x:list xmlns:x="urn:x" day="2026-01-01">',
  '<other><entry id="1">Ærø &amp; 香港 &#x1F6A2;<a/></entry></other>\r\n',
  '<entry id="2" x:id="3"><![CDATA[<raw> & ]]>more</entry><?go on?>',
  '</x:list>\n<!-- end -->\n',
].join('\n')

describe('well-formed XML', () => {
  it('hands over the records, whole, with local names', () => {
    const { root, records } = readText(SMALL)
    expect(root?.name).toBe('list')
    expect(root?.attributes.get('day')).toBe('2026-01-01')
    expect(records.map(({ text }) => text)).toEqual(['Ærø & 香港 🚢', '<raw> & more'])
    expect(records.map(({ line }) => line)).toEqual([3, 4 + 1])
    expect(records[0]?.children.map(({ name }) => name)).toEqual(['a'])
  })

  it('prefers the attribute without a prefix, whatever stands first', () => {
    expect(readText(SMALL).records[1]?.attributes.get('id')).toBe('2')
    const turned = readText('<list><entry x:id="3" id="2"/></list>')
    expect(turned.records[0]?.attributes.get('id')).toBe('2')
  })

  it('reads the same in pieces of any length, also within characters and tags', () => {
    const bytes = Buffer.from(SMALL)
    const whole = read(bytesInMemory('list.xml', bytes))
    for (let length = 1; length < 20; length += 1) {
      expect(read(inPieces(bytes, length))).toEqual(whole)
    }
    const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(lengths, (some) => {
        expect(read(inPieces(bytes, ...some))).toEqual(whole)
      }),
    )
  })

  it('takes UTF-16 with and without its mark, Latin-1 by its declaration', () => {
    const text = '<?xml version="1.0" encoding="UTF-16"?><list><entry>香港 Ærø</entry></list>'
    const little = Buffer.from(`\ufeff${text}`, 'utf16le')
    const big = Buffer.from(little).swap16()
    for (const bytes of [little, big, little.subarray(2), big.subarray(2)]) {
      expect(read(inPieces(bytes, 7)).records[0]?.text).toBe('香港 Ærø')
    }
    const latin = '<?xml version="1.0" encoding="ISO-8859-1"?><list><entry>Ærø</entry></list>'
    const one = read(bytesInMemory('list.xml', Buffer.from(latin, 'latin1')))
    expect(one.records[0]?.text).toBe('Ærø')
  })

  it('takes names that objects have by themselves', () => {
    const odd = '<list><entry __proto__="1" constructor="2"><__proto__/><toString/></entry></list>'
    const [record] = readText(odd).records
    expect([...(record?.attributes ?? [])]).toEqual([
      ['__proto__', '1'],
      ['constructor', '2'],
    ])
    expect(record?.children.map(({ name }) => name)).toEqual(['__proto__', 'toString'])
  })
})

describe('cut files', () => {
  it('a small file, cut at every byte: an error, except behind the end tag of its root', () => {
    const bytes = Buffer.from(SMALL)
    const end = bytes.indexOf('</x:list>') + '</x:list>'.length
    const comment = bytes.indexOf('<!-- end')
    for (let at = 0; at < bytes.length; at += 1) {
      const { codes } = read(bytesInMemory('list.xml', bytes.subarray(0, at)))
      const isWhole = at >= end && (at <= comment || at >= bytes.length - 1)
      expect([at, codes.length > 0]).toEqual([at, !isWhole])
    }
  })

  it('UTF-16, cut at every byte', () => {
    const bytes = Buffer.from('\ufeff<list><entry>香港</entry></list>', 'utf16le')
    for (let at = 0; at < bytes.length; at += 1) {
      expect(read(bytesInMemory('list.xml', bytes.subarray(0, at))).root).toBe(null)
    }
  })

  it('says that it is cut, and where', () => {
    const cut = readText('<list>\n<entry>\n<a>text')
    expect([cut.codes, cut.line]).toEqual([['records/xml-cut'], 3])
    expect(readText('   \n').codes).toEqual(['records/xml-cut'])
    expect(readText('').codes).toEqual(['records/empty-file'])
  })
})

describe('what is no list', () => {
  it.each([
    ['text before', 'hello <list/>', 'records/xml-broken'],
    ['text behind the root', '<list/>\nmore', 'records/xml-broken'],
    ['a second root', '<list/><list/>', 'records/xml-broken'],
    ['the end mark of another format', '<list/>\x1a', 'records/xml-broken'],
    ['another root', '<html><body/></html>', 'records/xml-root'],
    ['an end tag of another element', '<list><entry></list></entry>', 'records/xml-broken'],
    ['an attribute twice', '<list><entry id="1" id="2"/></list>', 'records/xml-broken'],
    ['an attribute without quotes', '<list><entry id=1/></list>', 'records/xml-broken'],
    ['an ampersand alone', '<list><entry>A & B; C</entry></list>', 'records/xml-broken'],
    ['an entity nobody declared', '<list><entry>&company;</entry></list>', 'records/xml-broken'],
    ['a control byte', '<list><entry>A\x02B</entry></list>', 'records/xml-broken'],
    ['a zero', '<list><entry>A\0B</entry></list>', 'records/xml-broken'],
    ['a control character by its number', '<list><entry>&#2;</entry></list>', 'records/xml-broken'],
    ['a zero by its number', '<list><entry>&#0;</entry></list>', 'records/xml-broken'],
    ['a tag within a tag', '<list><entry <a>></entry></list>', 'records/xml-broken'],
    ['a JSON file', '{"list": []}', 'records/xml-broken'],
    ['an HTML page', '<!DOCTYPE html><html></html>', 'records/xml-doctype'],
    ['an HTML page in small letters', '<!doctype html><html></html>', 'records/xml-broken'],
    [
      'an unknown encoding',
      '<?xml version="1.0" encoding="EBCDIC"?><list/>',
      'records/xml-encoding',
    ],
    [
      'UTF-16 that is not',
      '<?xml version="1.0" encoding="utf-16"?><list/>',
      'records/xml-encoding',
    ],
  ])('%s', (_, text, code) => {
    expect(readText(text).codes).toEqual([code])
  })

  it('Latin-1 within UTF-8: the line of the byte, whatever the pieces', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<list>\n${'<entry>ü</entry>\n'.repeat(5_000)}<entry>H`),
      Buffer.from([0xf6]),
      Buffer.from('hler</entry></list>'),
    ])
    for (const source of [bytesInMemory('list.xml', bytes), inPieces(bytes, 999)]) {
      const { codes, line, params } = read(source)
      expect([codes, line, params?.encoding]).toEqual([['records/xml-encoding'], 5_002, 'utf-8'])
    }
  })

  it('halves of surrogates in UTF-8 and overlong forms', () => {
    for (const hex of ['eda080', 'c080', 'f8888080', 'ff', 'e28c']) {
      const bytes = Buffer.concat([
        Buffer.from('<list><entry>'),
        Buffer.from(hex, 'hex'),
        Buffer.from('</entry></list>'),
      ])
      expect(read(bytesInMemory('list.xml', bytes)).codes).toEqual(['records/xml-encoding'])
    }
  })
})

describe('files made to do harm', () => {
  const bomb = (declarations: string): string =>
    `<?xml version="1.0"?>\n<!DOCTYPE list [${declarations}]>\n<list><entry>&z;</entry></list>`

  it.each([
    ['a bomb of entities', '<!ENTITY a "ha"><!ENTITY z "&a;&a;&a;&a;&a;&a;&a;&a;">'],
    ['an entity of another file', '<!ENTITY z SYSTEM "file:///etc/passwd">'],
    ['a parameter entity', '<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd"> %p;'],
  ])('%s is refused', (_, declarations) => {
    const { codes, records } = readText(bomb(declarations))
    expect(codes).toEqual(['records/xml-doctype'])
    expect(records).toEqual([])
  })

  it('depth ends at its limit, outside of records too', () => {
    const deep = '<a>'.repeat(70)
    for (const text of [`<list>${deep}`, `<list><entry>${deep}`, '<list>'.repeat(1_000_000)]) {
      const { codes, params } = readText(text)
      expect([codes, params?.what, params?.max]).toEqual([['records/xml-limit'], 'depth', 64])
    }
  })

  it('a million attributes end at their limit', () => {
    const many = Array.from({ length: 1_000_000 }, (_, at) => ` a${at}="${at}"`).join('')
    for (const text of [`<list><entry${many}/></list>`, `<list${many}/>`]) {
      const { codes, params } = readText(text)
      expect([codes, params?.what, params?.max]).toEqual([
        ['records/xml-limit'],
        'attributes',
        1_000,
      ])
    }
  })

  it.each([
    ['a record of elements', '<list><entry>', '<a/>', 'elements'],
    ['a record of text with tags', '<list><entry>', 'text <a/>', 'elements'],
    ['a text', '<list><entry>', 'text ', 'characters'],
    ['a text outside of records', '<list>', 'text ', 'characters'],
    ['white space before the root', '', '    \n', 'characters'],
    ['a comment', '<list><!-- ', 'text ', 'characters'],
    ['a section of raw text', '<list><entry><![CDATA[', 'text ', 'characters'],
    ['a value of an attribute', '<list><entry a="', 'text ', 'characters'],
    ['the name of an element', '<list><e', 'eeee', 'characters'],
    ['an instruction', '<?go ', 'on ', 'characters'],
    ['a DOCTYPE', '<!DOCTYPE ', 'list ', 'characters'],
  ])('%s without end is not read to its end', (_, head, piece, what) => {
    const limits = { ...XML_LIMITS, elements_max: 50_000, characters_max: 1_000_000 }
    const { codes, params } = read(endless(head, piece), limits)
    expect([codes, params?.what]).toEqual([['records/xml-limit'], what])
  })

  it('names of entities without end are no entities', () => {
    expect(read(endless('<list><entry>&', 'amp')).codes.length).toBe(1)
  })

  it('a namespace for each element costs nothing more', () => {
    const entries = Array.from({ length: 20_000 }, (_, at) => `<p${at}:entry xmlns:p${at}="u"/>`)
    const started = performance.now()
    expect(readText(`<list>${entries.join('')}</list>`).records.length).toBe(20_000)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('a file larger than the limit is not opened', () => {
    const huge = { name: 'list.xml', size: 3_000_000_000, chunks: () => expect.fail('opened') }
    expect(read(huge).codes).toEqual(['records/file-too-large'])
  })

  it('no bytes make it throw', () => {
    const piece = fc.constantFrom(
      ...[
        '<list>',
        '</list>',
        '<entry',
        '>',
        ' a="1"',
        '/>',
        '</entry>',
        '<!--',
        '-->',
        '<![CDATA[',
      ],
      ...[']]>', '<?x', '?>', '&amp;', '&', '&#', ';', 'é', '\0', '\r', '<!DOCTYPE', '[', '%', '"'],
    )
    const text = fc.array(piece, { maxLength: 40 }).map((pieces) => Buffer.from(pieces.join('')))
    const bytes = fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some))
    fc.assert(
      fc.property(fc.oneof(text, bytes), fc.integer({ min: 1, max: 9 }), (some, length) => {
        const whole = read(bytesInMemory('list.xml', some))
        // Of two errors, the pieces decide which is met first.
        expect(read(inPieces(some, length)).root).toEqual(whole.root)
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('size', () => {
  it('memory is that of one record, not of the file', () => {
    const entry = `<entry id="1"><name>${'n'.repeat(2_000)}</name></entry>\n`
    const block = Buffer.from(entry.repeat(50))
    const source: ByteSource = {
      name: 'list.xml',
      size: block.length * 1_000,
      chunks: function* () {
        yield Buffer.from('<list>')
        for (let at = 0; at < 1_000; at += 1) yield block
        yield Buffer.from('</list>')
      },
    }
    let count = 0
    let most = 0
    const question = {
      roots: new Set(['list']),
      records: new Set(['entry']),
      take: () => {
        count += 1
        if (count % 5_000 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
      },
    }
    const before = process.memoryUsage().heapUsed
    expect(readXml(source, question, new Findings())).not.toBe(null)
    expect(count).toBe(50_000)
    // The file is 100 MB.
    expect(most - before).toBeLessThan(80_000_000)
  })
})
