import { describe, expect, it } from 'vitest'
import { Findings } from '../src/findings.ts'
import type { ByteSource, CsvLimits, CsvQuestion } from '../src/index.ts'
import { bytesInMemory, CSV_LIMITS, delimiterOf, readCsv } from '../src/index.ts'

const LIMITS: CsvLimits = { ...CSV_LIMITS, columns_max: 50, rows_max: 100, characters_max: 200 }

/** Pieces of so many bytes: a place where a piece ends must not matter. */
function inPieces(bytes: Uint8Array, size: number): ByteSource {
  return {
    name: 't.csv',
    size: bytes.length,
    *chunks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
    },
  }
}

function read(text: string | Uint8Array, more: Partial<CsvQuestion> = {}, size = 1_000_000) {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const found = new Findings()
  const rows: [number, ...string[]][] = []
  const required = more.required ?? ['a']
  const take: CsvQuestion['take'] = (record) => rows.push([record.line, ...record.fields])
  const head = readCsv(inPieces(bytes, size), { take, ...more, required }, found, LIMITS)
  const [first] = found.diagnostics()
  const at = first?.places[0]
  return {
    head,
    rows,
    code: first?.code ?? null,
    params: first?.params,
    at: at === undefined ? null : `${at.line}:${at.column}`,
    excerpt: at?.excerpt,
  }
}

describe('a table kept by hand', () => {
  it.each([1, 2, 3, 1000])('is read as people mean it, in pieces of %i', (size) => {
    const text = ' A ,b\n "x, y" ,z"w"\n\t"p""q"\t,"r"\n'
    const { head, rows } = read(text, { byHand: true }, size)
    expect(head?.columns).toEqual(['a', 'b'])
    expect(rows).toEqual([
      [2, 'x, y', 'z"w"'],
      [3, 'p"q', 'r'],
    ])
  })

  it.each(['a,b\n"x" y,1\n', 'a,b\n"x" "y",1\n'])('refuses text after a quote: %j', (text) => {
    const { head, code } = read(text, { byHand: true })
    expect(head).toBeNull()
    expect(code).toBe('records/csv-text-after-quote')
  })
})

describe('a table that is right', () => {
  const TEXT = 'a,b\r\n1,"x, ""y"""\r\n"two\nlines",\r\n\r\n3,"é\r\nü"\n'
  const ROWS = [
    [2, '1', 'x, "y"'],
    [3, 'two\nlines', ''],
    [6, '3', 'é\r\nü'],
  ]

  it.each([1, 2, 3, 5, 7, 100])('in pieces of %i bytes', (size) => {
    const { head, rows, code } = read(TEXT, {}, size)
    expect(code).toBeNull()
    expect(rows).toEqual(ROWS)
    expect(head).toEqual({ columns: ['a', 'b'], preface: [], rows: 3 })
  })

  it.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf8')],
    ['UTF-16 with its mark', Buffer.from(`\ufeff${TEXT}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16()],
  ])('in %s', (_, bytes) => {
    for (const size of [1, 3, 1_000]) expect(read(bytes, {}, size).rows).toEqual(ROWS)
  })

  it('with line ends of CR, and none behind the last record', () => {
    expect(read('a,b\r1,2\r3,4').rows).toEqual([
      [2, '1', '2'],
      [3, '3', '4'],
    ])
  })

  it('with semicolons, and a title above the header', () => {
    const { head, rows } = read('Report of 2026\na;b\n1;2,5\n', { delimiter: ';', preface_max: 2 })
    expect(head?.preface).toEqual([['Report of 2026']])
    expect(rows).toEqual([[3, '1', '2,5']])
  })

  it('gives fields by the name of their column', () => {
    const seen: string[] = []
    read(' a ,b\n 1 ,2\n', { take: ({ get }) => seen.push(get('a'), get('b'), get('c')) })
    expect(seen).toEqual(['1', '2', ''])
  })

  it('has no record but a header', () => {
    expect(read('a,b\n').head?.rows).toBe(0)
  })
})

describe('a table that is wrong', () => {
  it.each([
    ['nothing', '', 'records/csv-empty', null],
    ['only line ends', '\r\n\n', 'records/csv-empty', null],
    ['cut in a quoted field', 'a,b\n1,"two\nlines', 'records/csv-cut', '2:3'],
    ['text behind a quote', 'a,b\n1,"x"y\n', 'records/csv-text-after-quote', '2:6'],
    ['a quote in a field without', 'a,b\n1,x"y\n', 'records/csv-quote-inside', '2:4'],
    ['too few fields', 'a,b\n1,2\n3\n', 'records/csv-columns', '3:1'],
    ['too many fields', 'a,b\n1,2,3\n', 'records/csv-columns', '2:1'],
    ['a control character', 'a,b\n1,x\x00\n', 'records/csv-control', '2:4'],
    ['a control character in quotes', 'a,b\n1,"x\x1b"\n', 'records/csv-control', '2:5'],
    ['a column twice', 'a,b,a\n1,2,3\n', 'records/csv-column-twice', '1:1'],
    ['no such column', 'c,b\n1,2\n', 'records/csv-no-column', '1:1'],
    ['a long field', `a\n${'x'.repeat(201)}\n`, 'records/csv-field-max', '2:1'],
    ['a long field in quotes', `a\n"${'x'.repeat(201)}"\n`, 'records/csv-field-max', '2:1'],
    ['many columns', `a${',b'.repeat(60)}\n`, 'records/csv-columns-max', '1:100'],
    ['many rows', `a\n${'1\n'.repeat(101)}`, 'records/csv-rows-max', '102:1'],
  ])('%s', (_, text, code, at) => {
    for (const size of [1, 4, 1_000]) {
      const result = read(text, {}, size)
      expect([result.head, result.code, result.at]).toEqual([null, code, at])
    }
  })

  it('is told with the beginning of its line', () => {
    expect(read('a,b\n1,x"y\n', {}, 2).excerpt).toMatch(/^1,x/)
    expect(read('a,b\n1,"two\nlines').excerpt).toBe('1,"two')
  })

  it('in another encoding than it says', () => {
    const latin = Buffer.from('a,b\n1,\xe9t\xe9\n', 'latin1')
    for (const size of [1, 3, 1_000]) {
      const { at, code } = read(latin, {}, size)
      expect([code, at]).toEqual(['records/csv-encoding', '2:1'])
    }
    const odd = Buffer.from('\ufeffa,b\n1,2\n', 'utf16le').subarray(0, -1)
    expect(read(odd).code).toBe('records/csv-encoding')
  })

  it('never reads as whole when it is cut and its writer ends every line', () => {
    const bytes = new TextEncoder().encode('a,b\n1,"x ""y"""\n"two\nlines",é\n')
    const question = { endsWithLineEnd: true }
    for (let cut = 0; cut < bytes.length; cut += 1) {
      const { head, rows } = read(bytes.subarray(0, cut), question)
      const atLineEnd = cut === 4 || cut === 16
      expect([cut, head !== null]).toEqual([cut, atLineEnd])
      if (head !== null) expect(rows.length).toBe(head.rows)
    }
    expect(read(bytes, question).head?.rows).toBe(2)
  })

  it('is told once for each row that has another number of fields', () => {
    const found = new Findings()
    const text = `a,b\n${'1\n'.repeat(30)}`
    const source = bytesInMemory('t.csv', new TextEncoder().encode(text))
    expect(readCsv(source, { required: ['a'], take: () => {} }, found)).toBeNull()
    expect(found.diagnostics().length).toBe(21)
    expect(found.diagnostics().at(-1)?.code).toBe('records/more-problems')
  })
})

describe('the delimiter', () => {
  it.each([
    ['name,born\n', ','],
    ['"last, first";born\n', ';'],
    ['name\tborn\n', '\t'],
    ['name\n', ','],
  ])('of %j', (text, delimiter) => {
    expect(delimiterOf(bytesInMemory('t.csv', new TextEncoder().encode(text)))).toBe(delimiter)
  })
})
