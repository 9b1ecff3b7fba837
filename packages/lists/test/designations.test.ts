import { readFileSync } from 'node:fs'
import path from 'node:path'
import { NEVER, parseDateRange, parseDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import type { DesignationEvent, DesignationRecord, EventKind } from '../src/index.ts'
import { checkDesignations, listedOn, numberOn, readSnapshot, statusOn } from '../src/index.ts'
import { codes, root } from './sources.ts'

const file = 'data/regimes/us-icc-eo-14203/designations.yaml'
const raw = parse(readFileSync(path.join(root, file), 'utf8'))
const checked = checkDesignations(raw, file)
if (!checked.ok) throw new Error(JSON.stringify(checked.diagnostics))
const records = checked.value
const snapshot = 'data/lists/ofac-sdn-2026-07-11.tsv'
const read = readSnapshot(readFileSync(path.join(root, snapshot), 'utf8'), snapshot)
if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
const list = read.value
const programme = 'ICC-EO14203'

function day(text: string): number {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(text)
  return parsed
}

function event(kind: EventKind, on: string, entry: string | null = null): DesignationEvent {
  const range = parseDateRange(on)
  if (range === null) throw new Error(on)
  return { event: kind, on: range, entry, by: null, source: 'test', note: null }
}

function rowsOn(text: string) {
  const answer = listedOn({ list, records, programme, day: day(text) })
  if (!answer.ok) throw new Error('no answer')
  return answer.value
}

function rapporteurOn(text: string) {
  return rowsOn(text).find((row) => row.role === 'rapporteur')
}

describe('the table of designations', () => {
  it('has the 15 of the list under their present numbers', () => {
    const tagged = list.entries.filter((entry) => entry.programmes.includes(programme))
    const numbers = records.map((record) => numberOn(record, NEVER)).sort()
    expect(numbers).toEqual(tagged.map((entry) => entry.id).sort())
    const names = new Map(tagged.map((entry) => [entry.id, entry.names[0]?.text]))
    for (const record of records) expect(names.get(record.entries.at(-1) ?? '')).toBe(record.name)
  })

  it('is sorted by the first event', () => {
    const starts = records.map((record) => record.events[0]?.on.from ?? NEVER)
    expect(starts).toEqual(starts.toSorted((a, b) => a - b))
  })
})

describe('listed on a day', () => {
  it.each([
    ['2025-02-05', 0],
    ['2025-02-06', 1],
    ['2025-06-05', 5],
    ['2025-07-31', 6],
    ['2025-08-20', 10],
    ['2025-12-05', 13],
    ['2025-12-17', 13],
    ['2025-12-18', 15],
    ['2026-07-11', 15],
    ['2026-11-01', 15],
  ])('%s: %i', (text, count) => {
    expect(rowsOn(text).length).toBe(count)
  })

  it('counts roles on 5 December 2025', () => {
    const count: Record<string, number> = {}
    for (const { role } of rowsOn('2025-12-05')) count[role ?? ''] = (count[role ?? ''] ?? 0) + 1
    expect(count).toEqual({
      prosecutor: 1,
      'deputy-prosecutor': 2,
      judge: 6,
      organisation: 3,
      rapporteur: 1,
    })
  })

  it('has exactly these keys, in order of date, then name', () => {
    const rows = rowsOn('2025-12-18')
    const told = ['name', 'role', 'programme', 'entry', 'since', 'precision', 'source', 'status']
    const keys = [...told, 'history']
    for (const row of rows) expect(Object.keys(row).sort()).toEqual([...keys].sort())
    expect(rows[0]).toMatchObject({ name: 'KHAN, Karim Asad Ahmad', since: '2025-02-06' })
    const order = rows.map((row) => `${row.since} ${row.name}`)
    expect(order).toEqual(order.toSorted())
  })

  it('follows the rapporteur through injunction and re-listing', () => {
    expect(rapporteurOn('2025-06-30')).toBeUndefined()
    expect(rapporteurOn('2025-07-15')).toMatchObject({ status: 'uncertain', entry: '54707' })
    const listed = { status: 'listed', since: '2025-07-01', precision: 'month', entry: '54707' }
    expect(rapporteurOn('2025-12-05')).toMatchObject(listed)
    expect(rapporteurOn('2026-05-13')).toMatchObject({ status: 'enjoined', since: '2026-05-13' })
    expect(rapporteurOn('2026-05-20')?.status).toBe('uncertain')
    const again = { status: 'listed', since: '2026-05-14', precision: 'range', entry: '57795' }
    expect(rapporteurOn('2026-06-01')).toMatchObject(again)
  })

  it('without a day gives the latest knowledge of the whole list', () => {
    const answer = listedOn({ list, records })
    expect(answer.diagnostics).toEqual([])
    if (!answer.ok) throw new Error('no answer')
    expect(answer.value.length).toBe(19_143)
    expect(answer.value.every((row) => row.status === 'listed')).toBe(true)
    expect(answer.value.filter((row) => row.since !== null).length).toBe(15)
    expect(answer.value.at(-1)).toMatchObject({ since: null, precision: 'unknown', role: null })
  })

  it('before the day of the list an entry without a record is uncertain', () => {
    const query = { list, records, programme: 'CUBA' }
    const before = listedOn({ ...query, day: day('2026-07-10') })
    const from = listedOn({ ...query, day: day('2026-07-11') })
    expect(before.ok && before.value[0]).toMatchObject({ status: 'uncertain', since: null })
    expect(from.ok && from.value[0]?.status).toBe('listed')
  })
})

describe('table and list in conflict', () => {
  const prost = records.find((record) => record.id === 'prost') as DesignationRecord
  const entry = list.entries.find((one) => one.id === '54217')!
  const only = (...entries: (typeof entry)[]) => ({ ...list, entries })

  it('a record that the list lacks stays, with a warning', () => {
    const answer = listedOn({ list: only(), records: [prost] })
    expect(answer.ok && answer.value.length).toBe(1)
    expect(codes(answer)).toEqual(['lists/record-not-in-list'])
    const earlier = { list: { ...only(), published: '2025-06-01' }, records: [prost] }
    expect(codes(listedOn(earlier))).toEqual([])
  })

  it('a new number under the same name is the same designation', () => {
    const answer = listedOn({ list: only({ ...entry, id: '60000' }), records: [prost] })
    expect(answer.ok && answer.value.map((row) => row.entry)).toEqual(['60000'])
    expect(codes(answer)).toEqual(['lists/new-number'])
  })

  it('a delisted record that the list still has is uncertain', () => {
    const gone = { ...prost, events: [...prost.events, event('delisted', '2026-01-01')] }
    const answer = listedOn({ list: only(entry), records: [gone] })
    expect(answer.ok && answer.value[0]).toMatchObject({ status: 'uncertain', entry: '54217' })
    expect(codes(answer)).toEqual(['lists/record-contradicts-list'])
    const before = listedOn({ list: only(entry), records: [gone], day: day('2026-02-01') })
    expect(before.ok && before.value).toEqual([])
  })
})

describe('the status on a day', () => {
  const events = [
    event('listed', '2025-07', '1'),
    event('enjoined', '2026-05-13'),
    event('relisted', '2026-05-13..2026-05-31', '2'),
    event('delisted', '2027'),
  ]
  it.each([
    ['2025-06-30', 'not-listed', null],
    ['2025-07-01', 'uncertain', '2025-07-01'],
    ['2025-07-31', 'listed', '2025-07-01'],
    ['2026-05-12', 'listed', '2025-07-01'],
    ['2026-05-13', 'uncertain', '2026-05-13'],
    ['2026-05-31', 'listed', '2026-05-13'],
    ['2027-06-01', 'uncertain', '2027-01-01'],
    ['2027-12-31', 'delisted', '2027-01-01'],
  ])('%s: %s', (text, status, since) => {
    const answer = statusOn(events, day(text))
    expect(answer.status).toBe(status)
    expect(answer.since?.from ?? null).toBe(since === null ? null : day(since))
  })

  it('names both readings and the events that decide', () => {
    const answer = statusOn(events, day('2026-05-20'))
    expect(answer.readings).toEqual(['enjoined', 'listed'])
    expect(answer.events.map((one) => one.event)).toEqual(['enjoined', 'relisted'])
  })

  it('an imprecise event that changes nothing is no doubt', () => {
    const twice = [event('listed', '2025-07-01'), event('relisted', '2025-08')]
    const answer = statusOn(twice, day('2025-08-10'))
    expect([answer.status, answer.since?.from]).toEqual(['listed', day('2025-07-01')])
  })
})

describe('what a table must be', () => {
  const event = { event: 'listed', on: '2025-01-01', entry: '1', source: 's' }
  const good = { id: 'a', name: 'A', role: 'judge', entries: ['1'], events: [event] }
  const table = (...designations: unknown[]) => ({ programme: 'P', designations })

  it('accepts a plain record and numbers without quotes', () => {
    const answer = checkDesignations(table({ ...good, entries: [1] }), 'f')
    expect(answer.ok && answer.value[0]?.entries).toEqual(['1'])
  })

  it.each([
    ['no mapping', null, 'lists/table-type', '.'],
    ['no programme', { designations: [good] }, 'lists/table-missing', 'programme'],
    ['no rows', { programme: 'P', designations: [] }, 'lists/table-type', 'designations'],
    ['no name', table({ ...good, name: ' ' }), 'lists/table-type', 'designations[0].name'],
    ['role', table({ ...good, role: '' }), 'lists/table-type', 'designations[0].role'],
    ['key', table({ ...good, rol: 1 }), 'lists/table-unknown-key', 'designations[0].rol'],
    ['twice', table(good, good), 'lists/table-duplicate', 'designations[1]'],
    [
      'date',
      table({ ...good, events: [{ ...event, on: '2025-02-30' }] }),
      'lists/table-date',
      'designations[0].events[0].on',
    ],
    [
      'order',
      table({ ...good, events: [event, { ...event, on: '2024-01-01' }] }),
      'lists/table-order',
      'designations[0].events[1]',
    ],
    [
      'number',
      table({ ...good, events: [{ ...event, entry: '2' }] }),
      'lists/table-number',
      'designations[0].events[0].entry',
    ],
  ])('%s', (_, bad, code, at) => {
    const answer = checkDesignations(bad, 'f')
    expect(answer.ok).toBe(false)
    expect(answer.diagnostics[0]).toMatchObject({ code, params: { path: at } })
  })

  it('uses the places of whoever parsed it', () => {
    const place = { file: 'f', line: 3, column: 1, excerpt: 'x', length: 1 }
    const answer = checkDesignations(table({ ...good, role: '' }), 'f', () => place)
    expect(answer.diagnostics[0]?.places).toEqual([place])
  })
})
