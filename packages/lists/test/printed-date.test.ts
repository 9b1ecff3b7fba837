import { valuesOfCell } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { printedDates } from '../src/printed_date.ts'
import { partialDate } from '../src/stated_date.ts'

/** `from..to precision ~ +text`, short enough to compare. */
function told(text: string): string[] {
  return printedDates(text).map(({ from, to, precision, circa, text: more }) => {
    const days = from === to ? from : `${from}..${to}`
    return `${days} ${precision}${circa === true ? ' ~' : ''}${more === undefined ? '' : ' +'}`
  })
}

describe('dates as acts print them', () => {
  it.each([
    ['12.4.1963', ['1963-04-12 day']],
    ['7.02.1944', ['1944-02-07 day']],
    ['2 December 1985', ['1985-12-02 day']],
    ['26 Feb. 2011', ['2011-02-26 day']],
    ['4 Sept.1944', ['1944-09-04 day']],
    ['Feb. 1971', ['1971-02-01..1971-02-28 month']],
    ['1971', ['1971-01-01..1971-12-31 year']],
    ['Approximately 1958', ['1958-01-01..1958-12-31 year ~']],
    ['1952 or 1953', ['1952-01-01..1952-12-31 year', '1953-01-01..1953-12-31 year']],
    ['Between 1969 and 1973', ['1969-01-01..1973-12-31 range']],
    ['1969-1973', ['1969-01-01..1973-12-31 range']],
    ['1960/1961', ['1960-01-01..1960-12-31 year', '1961-01-01..1961-12-31 year']],
    ['(a) 1.1.1970, (b) 2.2.1972', ['1970-01-01 day', '1972-02-02 day']],
    ['7.2.1944 (passport)', ['1944-02-07 day +']],
    ['31.2.1944', []],
    ['unknown', []],
    ['no. 19631', []],
  ])('%s', (text, dates) => expect(told(text)).toEqual(dates))
})

describe('dates in parts', () => {
  it.each([
    ['2011', '2011-01-01..2011-12-31'],
    ['2011-02', '2011-02-01..2011-02-28'],
    ['2011-02-28T10:00:00', '2011-02-28..2011-02-28'],
    ['2011-02-30', null],
    ['Feb 2011', null],
  ])('%s', (text, days) => {
    const date = partialDate(text)
    expect(date === null ? null : `${date.from}..${date.to}`).toBe(days)
  })
})

describe('cells with several values', () => {
  it.each([
    ['', []],
    [' one ', ['one']],
    ['Foo; Bar', ['Foo', 'Bar']],
    ['Foo;Bar;', ['Foo', 'Bar']],
    ['"Foo; Bar"; Baz', ['Foo; Bar', 'Baz']],
    ['"Foo ""X"""', ['Foo "X"']],
    ['"Foo', null],
    ['"Foo" bar; Baz', null],
  ])('%j', (cell, values) => expect(valuesOfCell(cell)).toEqual(values))
})
