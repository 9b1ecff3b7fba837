import type { AssessReport } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderTerminal } from '../src/index.ts'
import { displayWidth } from '../src/terminal/width.ts'
import { fixtureReport } from './fixture_report.ts'

const report = fixtureReport()
const options = { colour: false, locale: 'en', htmlPath: 'out/report.html' }

/** The report with as many scenarios and functions as wanted, some in wide characters. */
function grown(scenarios: number, functions: number): AssessReport {
  const first = report.scenarios[2]!
  const many = Array.from({ length: functions }, (_, index) => ({
    ...first.functions[index % first.functions.length]!,
    id: `f${index}`,
    name: index % 3 === 0 ? `職員への給与の支払い ${index}` : `Function number ${index}`,
  }))
  return {
    ...report,
    scenarios: Array.from({ length: scenarios }, (_, index) => ({
      ...first,
      id: `s${index}`,
      name: `Scenario ${index} 特別な場合`,
      loss: [0, index] as [number, number],
      functions: many,
    })),
  }
}

const ESCAPES = /\p{Cc}\[[\d;]*m/gu

function stripped(text: string): string {
  return text.replaceAll(ESCAPES, '')
}

describe('renderTerminal', () => {
  const widths = [60, 72, 80, 100, 120, 140, 200]

  test.each(widths)('no line is wider than %i columns', (width) => {
    for (const one of [report, grown(1, 2), grown(9, 30), { ...report, scenarios: [] }]) {
      for (const line of renderTerminal(one, { ...options, width }).split('\n')) {
        expect(displayWidth(line), line).toBeLessThanOrEqual(width)
        expect(line).toBe(line.trimEnd())
      }
    }
  })

  test.each(widths)('at %i columns it says what it must', (width) => {
    const text = renderTerminal(report, { ...options, width }).replaceAll(/\s+/g, ' ')
    expect(text).toContain('International Tribunal for the High Seas')
    expect(text).toContain('published 28 Nov 2025, reconstructed, 17,344 entries, not proven whole')
    expect(text).toContain('2026-03-13')
    expect(text).toContain('~2026-02-08?')
    expect(text).toContain('One decision: The United States lists the tribunal → stops')
    expect(text).toContain('Who owns Juridata SAS?')
    expect(text).toContain('18 days left')
    expect(text).toContain('2 facts are past the day of review')
    expect(text).toContain('3 changes since the report of 1 Sep 2025')
    expect(text).toContain('2 reservations')
    expect(text).toContain('out/report.html')
  })

  test('colour stresses, and never says anything by itself', () => {
    const plain = renderTerminal(report, { ...options, width: 100 })
    const coloured = renderTerminal(report, { ...options, width: 100, colour: true })
    expect(coloured).toContain('\x1b[1;31m2026-03-13')
    expect(stripped(coloured)).toBe(plain)
    expect(plain).not.toContain('\x1b')
  })

  test('what does not fit is counted', () => {
    const text = renderTerminal(grown(9, 30), { ...options, width: 80 })
    expect(text).toContain('5 milder scenarios are not shown here')
    expect(text).toContain('16 functions that stand better are not shown here')
    expect(text).toContain('9 Scenario 8')
    expect(text).not.toContain('1 Scenario 0')
  })

  test('a name cannot move the cursor', () => {
    const name = 'Tribunal\x1b[2J\u202e\n of'
    const odd = { ...report, institution: { ...report.institution, name } }
    const text = renderTerminal(odd, { ...options, width: 100 })
    expect(text).toContain('Tribunal[2J of')
    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  test('an empty report is told too', () => {
    const empty = { ...report, scenarios: [], lists: [], chokepoints: [], unknowns: [] }
    expect(renderTerminal(empty, { ...options, width: 80 })).toContain('No list was used.')
  })

  test('the same report gives the same text', () => {
    const again = renderTerminal(fixtureReport(), { ...options, width: 80 })
    expect(again).toBe(renderTerminal(report, { ...options, width: 80 }))
  })
})
