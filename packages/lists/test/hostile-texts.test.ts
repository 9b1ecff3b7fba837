import { bytesInMemory, nationalitiesOf } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { formatOf } from '../src/format.ts'
import { type Details, state } from '../src/ofac/details.ts'
import { labelOf } from '../src/ofac/labels.ts'
import { weakAliases } from '../src/ofac/remarks.ts'
import { readStatements } from '../src/ofac/statements.ts'
import { printedDates } from '../src/printed_date.ts'
import { readList } from '../src/read_list.ts'

/** What some readers take as the longest text of one field. */
const LONG = 1_000_000

/** What takes a moment in linear time takes hours in quadratic time. */
const SECONDS_MAX = 5

function textOf(unit: string): string {
  return unit.repeat(Math.ceil(LONG / unit.length))
}

function fileOf(text: string) {
  return bytesInMemory('list.xml', new TextEncoder().encode(text))
}

describe('texts that somebody made to take long', () => {
  const cases: readonly (readonly [what: string, read: () => unknown])[] = [
    ['spaces within nationalities', () => nationalitiesOf(`a${textOf(' ')}b`)],
    ['aliases that nothing closes', () => weakAliases(`${textOf("a.k.a. '")}x`)],
    ['dashes within a label', () => labelOf(`a${textOf('-')}b`)],
    [
      'brackets that nothing closes',
      () => {
        const details: Details = {}
        state(details, { name: textOf(' ('), place: 'measures' }, { number: '1 Jan 2000' })
      },
    ],
    ['many dates', () => printedDates(textOf('1990 '))],
    ['many beginnings of spans', () => printedDates(`${textOf('between ')}1990 and 1991`)],
    ['much between two dates', () => printedDates(`1990${textOf(' ')}x 1991`)],
    ['an alias full of semicolons', () => readStatements(`a.k.a. 'x${textOf(';')}`, {})],
    ['instructions that nothing closes', () => formatOf(fileOf(`<${textOf('<?')}`))],
    ['comments that nothing closes', () => formatOf(fileOf(`<${textOf('<!--')}`))],
    ['nothing but line ends', () => formatOf(fileOf(textOf('\n')))],
  ]
  for (const [what, read] of cases) {
    it(what, () => {
      const start = performance.now()
      read()
      const seconds = (performance.now() - start) / 1000
      expect(seconds).toBeLessThan(SECONDS_MAX)
    })
  }
})

describe('words that every object has', () => {
  it('are no format', () => {
    expect(formatOf(fileOf('<constructor></constructor>'))).toBeNull()
    expect(readList([fileOf('<constructor></constructor>')]).diagnostics).toMatchObject([
      { code: 'lists/unknown-format' },
    ])
  })

  it('are no encoding', () => {
    const file = fileOf('<?xml version="1.0" encoding="constructor"?><sdnList/>')
    expect(readList([file]).diagnostics).toMatchObject([{ code: 'records/xml-encoding' }])
  })

  it('are no kind of party', () => {
    const file = fileOf(`<sdnList><publshInformation><Publish_Date>01/02/2024</Publish_Date>
      <Record_Count>1</Record_Count></publshInformation><sdnEntry><uid>1</uid>
      <lastName>EXAMPLE</lastName><sdnType>constructor</sdnType>
      <programList><program>TEST</program></programList></sdnEntry></sdnList>`)
    expect(readList([file]).diagnostics).toMatchObject([{ code: 'lists/record-value' }])
  })
})
