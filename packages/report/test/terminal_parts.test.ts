import type { ListedRow } from '@holdfast/holdfast'
import { problem, state, warning } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import {
  renderDiagnostics,
  renderJson,
  renderListed,
  renderProof,
  renderSince,
  translator,
} from '../src/index.ts'
import { displayWidth, fit, pad, wrap } from '../src/terminal/width.ts'
import { fixtureReport } from './fixture_report.ts'

const say = translator('en')
const options = { width: 80, colour: false, locale: 'en' }
const report = fixtureReport()

describe('width', () => {
  test('counts columns', () => {
    expect(displayWidth('Führung')).toBe(7)
    expect(displayWidth('給与')).toBe(4)
    expect(displayWidth('e\u0301')).toBe(1)
    expect(displayWidth('👩‍⚖️')).toBe(2)
    expect(pad(fit('給与の支払い', 8), 8)).toBe('給与の… ')
  })

  test('wraps at spaces, and in words when it must', () => {
    expect(wrap('one two three', 7)).toEqual(['one two', 'three'])
    expect(wrap('給与の支払い', 6)).toEqual(['給与の', '支払い'])
    expect(wrap('', 6)).toEqual([''])
  })
})

describe('renderDiagnostics', () => {
  const at = (file: string, line: number, column: number, excerpt: string, length: number) => {
    return { file, line, column, excerpt, length }
  }

  test('shows place, line, mark, sentence, advice and further places', () => {
    const found = [
      problem(
        'dossier/unknown-id',
        { id: 'bank-z' },
        at('dossier.yaml', 12, 18, '    supplied-by: bank-z', 6),
      ),
      warning(
        'dossier/duplicate-id',
        { id: 'mail' },
        at('dossier.yaml', 30, 3, '  mail:', 4),
        at('dossier.yaml', 8, 3, '  mail:', 4),
      ),
    ]
    expect(renderDiagnostics(found, options)).toBe(
      [
        'error[dossier/unknown-id] dossier.yaml:12:18',
        '  12 │     supplied-by: bank-z',
        '     │                  ^^^^^^',
        `  ${say('diagnostic.dossier/unknown-id', { id: 'bank-z' })}`,
        `  → ${say('diagnostic.dossier/unknown-id.do', { id: 'bank-z' })}`,
        '',
        'warning[dossier/duplicate-id] dossier.yaml:30:3',
        '  30 │   mail:',
        '     │   ^^^^',
        `  ${say('diagnostic.dossier/duplicate-id', { id: 'mail' })}`,
        `  → ${say('diagnostic.dossier/duplicate-id.do', { id: 'mail' })}`,
        `  dossier.yaml:8:3: ${say('diagnostic.dossier/duplicate-id.also')}`,
        '  8 │   mail:',
        '    │   ^^^^',
        '',
        '1 error, 1 warning.',
        '',
      ].join('\n'),
    )
    expect(renderDiagnostics([], options)).toBe('')
  })

  test('a long line is shown from near the mark, a wide one marked in columns', () => {
    const long = `${'x'.repeat(200)} 職員: bank-z ${'y'.repeat(200)}`
    const found = [problem('dossier/unknown-id', {}, at('d.yaml', 1, 206, long, 6))]
    const lines = renderDiagnostics(found, options).split('\n')
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(80)
    const column = displayWidth((lines[1] ?? '').split('bank-z')[0] ?? '')
    expect(displayWidth((lines[2] ?? '').split('^')[0] ?? '')).toBe(column)
    expect(lines[2]).toMatch(/│ +\^{6}$/)
  })
})

test('renderProof draws the tree', () => {
  const place = { file: 'd.yaml', line: 4, column: 1, excerpt: '', length: 0 }
  const share = { owner: 'C', share: '60', party: 'B' }
  const proof = state('proof.party', { party: 'A' }, [
    state('proof.bound', { party: 'B', regime: 'R' }, [
      state('proof.holds-share', share, [], { place }),
    ]),
    state('proof.bound', { party: 'D', regime: 'R' }, [], { source: 'Order, section 8(c)' }),
  ])
  expect(renderProof(proof, options)).toBe(
    [
      say('proof.party', { party: 'A' }),
      `├─ ${say('proof.bound', { party: 'B', regime: 'R' })}`,
      `│  └─ ${say('proof.holds-share', share)}`,
      '│        d.yaml:4',
      `└─ ${say('proof.bound', { party: 'D', regime: 'R' })}`,
      '      Order, section 8(c)',
      '',
    ].join('\n'),
  )
})

test('renderProof keeps to the width where it can', () => {
  for (const finding of report.scenarios[2]!.functions) {
    const text = renderProof(finding.proof, { ...options, width: 60 })
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60)
  }
})

const ROWS: readonly ListedRow[] = [
  {
    list: 'ofac-sdn',
    name: 'KHAN, Karim Asad Ahmad',
    role: 'Prosecutor',
    programme: 'ICC-EO14203',
    entry: '52011',
    since: '2025-02-13',
    precision: 'month',
    source: 'SDN list',
    status: 'listed',
    history: [
      {
        event: 'listed',
        from: '2025-02-01',
        to: '2025-02-28',
        precision: 'month',
        by: 'an order',
        source: 'SDN list',
        note: null,
      },
      {
        event: 'enjoined',
        from: '2025-03-01',
        to: '2025-03-01',
        precision: 'day',
        by: null,
        source: 'a court',
        note: 'for a time',
      },
    ],
  },
  {
    list: 'ofac-sdn',
    name: 'A person with a name that is longer than most names are, even written in full',
    role: null,
    programme: 'ICC-EO14203',
    entry: null,
    since: null,
    precision: 'unknown',
    source: null,
    status: 'delisted',
    history: [],
  },
]

describe('renderListed', () => {
  test.each([50, 60, 80, 120, 200])('keeps to %i columns and shows every party', (width) => {
    const lists = report.lists
    const text = renderListed(ROWS, { ...options, width, lists })
    for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width)
    expect(text.replaceAll(/\s+/g, ' ')).toContain('reconstructed')
    expect(text).toContain('2025-02')
    expect(text).not.toContain('2025-02-13')
    expect(text).toContain('2 listed parties.')
    expect(text.replaceAll(/\s+/g, ' ')).toContain('enforcement enjoined on 1 Mar 2025')
    expect(text).toContain('[1] SDN list')
  })
})

test('renderSince groups by scenario', () => {
  const changes = report.since?.changes ?? []
  const scenarioName = (id: string) => `<${id}>`
  const text = renderSince(changes, { ...options, on: '2025-09-01', scenarioName })
  expect(text).toContain('3 changes since the report of 1 Sep 2025')
  expect(text).toContain('<tribunal>')
  expect(text).toContain('  · Holding hearings: stops for certain on 13 Mar 2026 (before: not)')
  expect(renderSince([], options)).toBe('Nothing changed since the earlier report\n')
})

test('renderJson keeps its order whatever the order given', () => {
  const text = renderJson(report)
  const reversed = JSON.parse(text, (_, value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).toReversed())
      : value,
  )
  expect(renderJson(reversed)).toBe(text)
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report)))
  expect(text.startsWith('{\n  "format": "holdfast-assess/1"')).toBe(true)
  expect(text.endsWith('}\n')).toBe(true)
})
