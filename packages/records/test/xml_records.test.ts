import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type ByteSource,
  Findings,
  readXml,
  readXmlRecords,
  type XmlElement,
} from '../src/index.ts'
import { PlainXml } from '../src/xml/plain.ts'

function inPieces(text: string | Uint8Array, size: number): ByteSource {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return {
    name: 't.xml',
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}

const QUESTION = { roots: new Set(['list']), records: new Set(['entry', 'head']) }

function read(by: typeof readXml, source: ByteSource): unknown {
  const found = new Findings()
  const records: XmlElement[] = []
  const take = (record: XmlElement): void => void records.push(record)
  const root = by(source, { ...QUESTION, take }, found)
  const told = found.diagnostics().map(({ code, params, places }) => ({ code, params, places }))
  return { records, root, told }
}

function expectSame(text: string | Uint8Array, size: number): void {
  expect(read(readXmlRecords, inPieces(text, size))).toEqual(read(readXml, inPieces(text, size)))
}

/** Whether the whole text is read from its bytes, without the general reader. */
function isPlain(text: string): boolean {
  const bytes = new TextEncoder().encode(text)
  const plain = new PlainXml({ ...QUESTION, take: () => undefined })
  plain.read(bytes, 0)
  return plain.root !== null && !plain.odd
}

const name = fc.constantFrom('a', 'b', 'x:a', 'entry', 'l:entry', 'head', 'A-1.b_')
const content = fc.string({
  unit: fc.constantFrom(
    't',
    ' ',
    '\n',
    'é',
    '中',
    '😀',
    '&amp;',
    '&#233;',
    '&#x1F600;',
    '&lt;',
    ']',
  ),
  maxLength: 8,
})
const attribute = fc
  .tuple(fc.constantFrom('id', 'x:id', 'y:id', 'xmlns:x'), fc.constantFrom('1', 'é "', "it's", ''))
  .map(([key, value]) => (value.includes('"') ? `${key}='${value.trim()}'` : `${key}="${value}"`))
const space = fc.constantFrom('', ' ', '\n  ', '\r\n\t')

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.array(attribute, { maxLength: 3 }),
      fc.array(fc.oneof({ depthSize: 'small' }, content, space, tie('element')), { maxLength: 4 }),
      space,
      fc.boolean(),
    )
    .map(([tag, attributes, inner, blank, isShort]) => {
      const start = [tag, ...attributes].join(' ')
      const body = inner.join('')
      return body === '' && isShort ? `<${start}${blank}/>` : `<${start}${blank}>${body}</${tag}>`
    }),
}))

const declaration = fc.constantFrom('', '<?xml version="1.0" encoding="UTF-8"?>\n', '\ufeff')
const document = fc
  .tuple(declaration, fc.array(fc.oneof(element, space), { maxLength: 5 }), space)
  .map(([first, inner, last]) => `${first}<n:list xmlns:n="u">${inner.join('')}</n:list>${last}`)

describe('records found in the bytes', () => {
  it('are those of the general reader, with its root and its errors', () => {
    fc.assert(
      fc.property(document, fc.integer({ min: 1, max: 60 }), (text, size) =>
        expectSame(text, size),
      ),
      { numRuns: 1_500 },
    )
  })

  it('of a damaged file are so too', () => {
    const damage = fc.constantFrom(
      ...['<', '>', '&', '"', '/', '</entry>', '<entry>', '<!--c-->', '<![CDATA[<]]>', '<?p?>'],
      ...[
        '\u0001',
        '\r',
        ']]>',
        '&nbsp;',
        '&#0;',
        '&#xFFFE;',
        '\uffff',
        '<!DOCTYPE list>',
        '=',
        '',
      ],
    )
    fc.assert(
      fc.property(document, damage, fc.nat(400), fc.nat(3), (text, put, place, drop) => {
        const at = Math.min(place, text.length)
        expectSame(text.slice(0, at) + put + text.slice(at + drop), 17)
      }),
      { numRuns: 3_000 },
    )
  })

  it('of a file cut anywhere are so too', () => {
    const text = '<list><entry id="é"><a>&amp;x</a></entry>\n<entry><b/></entry></list>'
    const bytes = new TextEncoder().encode(text)
    for (let at = 0; at <= bytes.length; at += 1) expectSame(bytes.subarray(0, at), 5)
  })

  it('of a plain file need no other reader', () => {
    const record = '<l:entry a="1">\r\n <l:name>A &amp; B</l:name>\n<l:c/></l:entry>'
    expect(isPlain(`<l:list xmlns:l="u">\n${record}${record}</l:list>\n`)).toBe(true)
    expect(isPlain('<list><entry><!-- no --></entry></list>')).toBe(false)
  })

  it('are handed over once, also where the file stops being plain', () => {
    const entry = (n: number): string => `<entry><n>${n}</n></entry>`
    const text = `<list>${entry(1)}${entry(2)}<!-- from here on -->${entry(3)}</list>`
    expectSame(text, 7)
  })

  it('are not looked for in another encoding', () => {
    const text = '<?xml version="1.0" encoding="ISO-8859-1"?><list><entry>\u00e9</entry></list>'
    expectSame(
      Uint8Array.from(text, (character) => character.charCodeAt(0)),
      9,
    )
  })
})
