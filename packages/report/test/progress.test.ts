import type { UpdatedList, UpdateEvent } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderProgress, renderUpdated } from '../src/index.ts'
import { displayWidth } from '../src/terminal/width.ts'

const bytes = { kind: 'bytes', list: 'ofac-sdn', file: 'SDN.CSV', at: 1, of: 4 } as const
const plain = { colour: false, locale: 'en' }

describe('the line of a fetch', () => {
  test.for([
    [{ ...bytes, bytes: 0, total: 5_672_451, seconds: 0 }, '━', 0],
    [{ ...bytes, bytes: 2_836_226, total: 5_672_451, seconds: 2 }, '━', 15],
    [{ ...bytes, bytes: 5_672_450, total: 5_672_451, seconds: 4 }, '━', 29],
    [{ ...bytes, bytes: 5_672_451, total: 5_672_451, seconds: 4 }, '━', 30],
  ] as const)('shows a part as a part', ([event, sign, count]) => {
    const line = renderProgress(event, { ...plain, width: 99 })
    expect(line.split(sign).length - 1).toBe(count)
  })

  test('tells list, file, bytes and rate', () => {
    const event = { ...bytes, bytes: 2_836_226, total: 5_672_451, seconds: 2 }
    expect(renderProgress(event, { ...plain, width: 99 })).toBe(
      `ofac-sdn 1/4  ${'━'.repeat(15)}${'─'.repeat(15)}  2.8 MB of 5.7 MB  1.4 MB/s`,
    )
    expect(renderProgress({ ...event, of: 1, total: null }, { ...plain, width: 99 })).toBe(
      'ofac-sdn  2.8 MB  1.4 MB/s',
    )
    expect(renderProgress({ ...event, bytes: 900, total: 900 }, { ...plain, width: 99 })).toContain(
      '1 kB of 1 kB',
    )
  })

  test('is never wider than the terminal, with colours or without', () => {
    const event: UpdateEvent = { ...bytes, bytes: 2_836_226, total: 5_672_451, seconds: 2 }
    const others: UpdateEvent[] = [
      { kind: 'wait', list: 'ofac-sdn', file: 'SDN.CSV', seconds: 1.5 },
      { kind: 'read', list: 'ofac-sdn', bytes: 9_000_000 },
    ]
    for (const one of [event, { ...event, total: null }, ...others]) {
      for (let width = 1; width <= 120; width += 1) {
        const line = renderProgress(one, { ...plain, width })
        expect(displayWidth(line), `${width}: ${line}`).toBeLessThanOrEqual(width)
        const painted = renderProgress(one, { ...plain, colour: true, width })
        // biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
        expect(painted.replace(/\x1b\[[0-9;]*m/g, '')).toBe(line)
      }
    }
  })

  test('is empty for what is told otherwise', () => {
    const result = { list: 'a', outcome: 'failed' } as UpdatedList
    expect(renderProgress({ kind: 'done', result }, { ...plain, width: 80 })).toBe('')
  })
})

const version = {
  name: 'un-sc@2026-02-27',
  published: '2026-02-27',
  retrieved: '2026-03-01T06:00:00.000Z',
  entries: 1003,
  names: 4133,
  size: 2_000_000,
  sha256: 'ab',
  provenance: 'official',
  whole: 'proven',
} as const

describe('what became of a list', () => {
  const list = { list: 'un-sc', source: ['https://a/b'], version: null, previous: null }
  const told = (updated: Partial<UpdatedList>) => {
    const whole = { ...list, outcome: 'new', diagnostics: [], ...updated } as UpdatedList
    return renderUpdated(whole, { ...plain, width: 100 }).trimEnd()
  }

  test.for([
    [
      { outcome: 'new', version },
      'un-sc: new version of 27 Feb 2026, 1,003 entries, 4,133 names, whole',
    ],
    [
      { outcome: 'new', version, previous: { ...version, entries: 1010 } },
      'un-sc: new version of 27 Feb 2026, 1,003 entries (−7), 4,133 names, whole',
    ],
    [
      { outcome: 'new', version, previous: { ...version, published: '2026-03-01' } },
      'un-sc: version of 27 Feb 2026 added to the history, 1,003 entries, 4,133 names, whole',
    ],
    [
      { outcome: 'unchanged', version, previous: version },
      'un-sc: unchanged, the version of 27 Feb 2026 is kept already',
    ],
    [
      { outcome: 'refused', version, previous: version },
      'un-sc: refused; the version of 27 Feb 2026 stays',
    ],
    [
      { outcome: 'new', version: { ...version, provenance: 'reconstructed', whole: 'unproven' } },
      'un-sc: new version of 27 Feb 2026 (reconstructed), 1,003 entries, 4,133 names, ' +
        'not proven whole',
    ],
    [{ outcome: 'failed' }, 'un-sc: failed; no version is kept'],
    [{ outcome: 'failed', list: null }, 'the file: failed; no version is kept'],
    [{ outcome: 'skipped' }, 'un-sc: skipped; no version is kept'],
    [{ outcome: 'planned' }, 'un-sc: would be fetched; no version is kept\n  https://a/b'],
  ] as const)('%s', ([updated, text]) => {
    expect(told(updated as Partial<UpdatedList>)).toBe(text)
  })
})
