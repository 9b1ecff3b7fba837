import type { ListsDiffReport, ListsLogReport, ListsVersionsReport } from '@holdfast/holdfast'
import { describe, expect, it } from 'vitest'
import { renderListsDiff, renderListsLog, renderListsVersions } from '../src/index.ts'

const options = { width: 100, colour: false, locale: 'en', limit: 2 }
const side = {
  ...({ list: 'made', provenance: 'official', whole: 'proven', entries: 9 } as const),
  published: '2026-01-01',
  from: 'made@2026-01-01',
}
const party = { id: '1', kind: 'person', name: 'DOE, Jane', programmes: ['A', 'B'] } as const
const reason = { key: 'rekey.birth', params: { value: '1970-05-06' }, because: [] }
const rekeyed = {
  ...({ from: '7', to: '70', kind: 'person', name: 'DOE, Jane', sure: 'certain' } as const),
  reasons: [{ ...reason, key: 'rekey.name', params: { name: 'DOE, Jane' } }, reason],
  fields: [],
}

function diff(more: Partial<ListsDiffReport>): ListsDiffReport {
  return {
    ...({ format: 'holdfast-lists-diff/1', before: side, after: side } as const),
    counts: { added: 0, removed: 0, changed: 0, rekeyed: 0, unchanged: 9 },
    ...{ added: [], removed: [], changed: [], rekeyed: [], notCompared: [] },
    ...more,
  }
}

describe('what changed between two lists', () => {
  it('nothing: one sentence', () => {
    const text = renderListsDiff(diff({}), options)
    expect(text).toContain('\nThe two lists say the same.\n')
    expect(text).toContain('made@2026-01-01: made, published 1 Jan 2026, official file, 9 entries')
  })

  it('tells each sort up to the limit and counts the rest', () => {
    const counts = { added: 3, removed: 0, changed: 1, rekeyed: 1, unchanged: 5 }
    const fields = [
      { field: 'programmes', removed: ['A'], added: ['C'] },
      { field: 'remarks', removed: ['old'], added: ['new'] },
    ]
    const changed = [{ ...party, fields }]
    const added = [party, { ...party, id: '2' }, { ...party, id: '3' }]
    const report = diff({ counts, added, changed, rekeyed: [rekeyed] })
    const text = renderListsDiff(report, options)
    expect(text).toContain('3 added, 0 removed, 1 changed, 1 under a new number, 5 unchanged')
    expect(text).toContain('  7 → 70  DOE, Jane (person), certain\n')
    expect(text).toContain('because: both are named DOE, Jane; born 6 May 1970\n')
    expect(text).toContain('  + 2  DOE, Jane (person; A; B)\n  1 more; --limit 0 shows all')
    expect(text).toContain('      programmes: − A  + C\n')
    expect(text).not.toContain('remarks')
    expect(renderListsDiff(report, { ...options, limit: 0 })).not.toContain('more;')
  })

  it('a name cannot move the cursor, and long values are cut', () => {
    const fields = [{ field: 'remarks', removed: [], added: ['x '.repeat(500)] }]
    const changed = [{ ...party, name: 'A\u001b[2JB', fields }]
    const text = renderListsDiff(diff({ changed }), options)
    expect(text).not.toContain('\u001b')
    expect(text).toContain('…')
    expect(Math.max(...text.split('\n').map((line) => line.length))).toBeLessThanOrEqual(100)
  })
})

describe('the life of a party', () => {
  const event = {
    ...({ from: null, to: '2026-01-01', precision: 'unknown', number: '7', before: null } as const),
    ...{ sure: null, reasons: [], fields: [], by: null, source: null, note: null },
  }
  const report: ListsLogReport = {
    format: 'holdfast-lists-log/1',
    asked: 'doe',
    lists: [{ list: 'made', versions: 2, first: '2026-01-01', last: '2026-02-01' }],
    parties: [
      {
        ...({ list: 'made', name: 'DOE, Jane', kind: 'person', numbers: ['7', '70'] } as const),
        ...{ onList: false, records: [] },
        events: [
          { ...event, event: 'on-list' },
          { ...event, event: 'enjoined', from: '2026-01-05', to: '2026-01-05', source: 'a court' },
          { ...event, event: 'went', from: '2026-01-01', to: '2026-02-01' },
        ],
      },
    ],
  }

  it('by date, with what is known of the day', () => {
    const text = renderListsLog(report, options)
    expect(text).toContain('made: 2 versions, 1 Jan 2026 to 1 Feb 2026\n')
    expect(text).toContain('  made, numbers 7 and 70; not on the newest kept version\n')
    expect(text).toMatch(/\n {2}by 1 Jan 2026 +on the list, number 7; the oldest version/)
    expect(text).toMatch(/\n {2}5 Jan 2026 +enforcement enjoined; source: a court\n/)
    expect(text).toMatch(/\n {2}1 Jan 2026 to 1 Feb 2026 +number 7 no longer on the list\n/)
  })

  it('of who is only in the dated table', () => {
    const [party] = report.parties
    const parties = [{ ...party!, list: null, kind: null, onList: null, numbers: [] }]
    const text = renderListsLog({ ...report, lists: [], parties }, options)
    expect(text).toContain('DOE, Jane\n  in no kept version; only in the dated table\n')
  })
})

describe('what is kept', () => {
  it('nothing: what to do', () => {
    const report: ListsVersionsReport = {
      ...{ format: 'holdfast-lists-versions/1', store: '/made', lists: [] },
    }
    expect(renderListsVersions(report, options)).toContain('‘holdfast lists update’')
  })
})
