import { parseDay } from '@holdfast/kernel'
import { describe, expect, it } from 'vitest'
import type { DesignationRecord } from '../src/index.ts'
import { Follower, followedBy, recordMatches, tableLog } from '../src/index.ts'
import { born, entry, list } from './history.made.ts'

const jane = entry({ id: '7', name: 'DOE, Jane', ...born('1970-05-06') })
const other = entry({ id: '1', name: 'OTHER, Party' })
const again = entry({ ...jane, id: '70', name: 'DOE, Jane', remarks: 'listed again' })

const day = (text: string) => parseDay(text) ?? 0
const record: DesignationRecord = {
  id: 'doe',
  name: 'DOE, Jane',
  knownAs: ['Jane Doe'],
  role: 'judge',
  nationality: null,
  programme: 'MADE',
  entries: ['7', '70'],
  events: [
    {
      event: 'enjoined',
      on: { from: day('2024-02-10'), to: day('2024-02-10'), precision: 'day' },
      entry: null,
      by: 'a court',
      source: 'made',
      note: null,
    },
  ],
}

function follow(...versions: (readonly [string, ...(typeof jane)[]])[]) {
  const follower = new Follower(followedBy([jane]))
  for (const [published, ...entries] of versions) follower.take(list(published, entries), published)
  return follower
}

describe('the log of a party', () => {
  it('goes on over a gap and a new number, with the reasons, and the table in its place', () => {
    const follower = follow(
      ['2024-01-01', other],
      ['2024-02-01', other, jane],
      ['2024-03-01', other, { ...jane, programmes: ['MADE', 'MORE'] }],
      ['2024-04-01', other],
      ['2024-05-01', other],
      ['2024-06-01', other, again],
    )
    const [log, ...rest] = follower.logs([record])
    expect(rest).toEqual([])
    expect(log).toMatchObject({ name: 'DOE, Jane', numbers: ['7', '70'], onList: true })
    expect(log?.events.map(({ event, from, to, number }) => [event, from, to, number])).toEqual([
      ['came', '2024-01-01', '2024-02-01', '7'],
      ['enjoined', '2024-02-10', '2024-02-10', null],
      ['changed', '2024-02-01', '2024-03-01', '7'],
      ['went', '2024-03-01', '2024-04-01', '7'],
      ['rekeyed', '2024-05-01', '2024-06-01', '70'],
    ])
    const last = log?.events.at(-1)
    expect([last?.before, last?.sure]).toEqual(['7', 'certain'])
    expect(last?.reasons.map(({ key }) => key)).toContain('rekey.birth')
  })

  it('a namesake that is somebody else has a log of its own', () => {
    const namesake = entry({ id: '70', name: 'DOE, Jane', ...born('1980-01-01') })
    const follower = follow(['2024-01-01', jane], ['2024-02-01', other], ['2024-03-01', namesake])
    expect(follower.logs([]).map(({ numbers, onList }) => [numbers, onList])).toEqual([
      [['7'], false],
      [['70'], true],
    ])
  })

  it('of the first version it knows no day before', () => {
    const [log] = follow(['2024-01-01', jane]).logs([])
    expect(log?.events.map(({ event, from, to }) => [event, from, to])).toEqual([
      ['on-list', null, '2024-01-01'],
    ])
  })

  it('a record is found by number, by name, and as people write it', () => {
    for (const asked of ['70', 'DOE, Jane', 'jane doe']) {
      expect(recordMatches(record, asked), asked).toBe(true)
    }
    expect(recordMatches(record, 'Jane')).toBe(false)
    expect(tableLog(record)).toMatchObject({ onList: null, kind: null, records: ['doe'] })
  })
})
