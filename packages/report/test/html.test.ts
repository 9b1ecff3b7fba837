import type { AssessReport } from '@holdfast/holdfast'
import { type Statement, state } from '@holdfast/kernel'
import { describe, expect, test } from 'vitest'
import { renderHtml } from '../src/index.ts'
import { fixtureReport } from './fixture_report.ts'
import { faultsOf, valuesOf } from './html_shape.ts'

const report = fixtureReport()
const html = renderHtml(report, { locale: 'en' })

function withoutAnything(): AssessReport {
  return {
    ...report,
    lists: [],
    designated: [],
    scenarios: [],
    chokepoints: [],
    unknowns: [],
    readings: [],
    assumptions: [],
    assumed: [],
    disputed: [],
    overdue: [],
    licences: [],
    graph: { nodes: [], edges: [] },
    since: null,
    diagnostics: [],
  }
}

/** Every name in the report becomes an attack. */
function hostile(): AssessReport {
  const attack = `<script>alert("x")</script>&'\u202e`
  const text = JSON.stringify(report, (key, value) =>
    /name$/i.test(key) && typeof value === 'string' ? `${attack}${value}` : value,
  )
  return JSON.parse(text) as AssessReport
}

describe('renderHtml', () => {
  test('is well-formed', () => {
    expect(faultsOf(html)).toEqual([])
    expect(faultsOf(renderHtml(withoutAnything(), { locale: 'en' }))).toEqual([])
  })

  test('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<(script|link|img|iframe|object|embed|base|form)\b/i)
    expect(html).not.toMatch(/\son[a-z]+=|javascript:|url\(|@import|src=/i)
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;')
    const addresses = valuesOf(html, 'href').filter((href) => !href.startsWith('#'))
    expect(addresses).toEqual(['https://example.org/statement-of-the-supplier'])
    expect(html).toMatch(/rel="noreferrer"/)
  })

  test('escapes every text of the dossier', () => {
    const attacked = renderHtml(hostile(), { locale: 'en' })
    expect(attacked).not.toContain('<script')
    expect(attacked).not.toContain('\u202e')
    expect(attacked).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;&#39;')
    expect(faultsOf(attacked)).toEqual([])
  })

  test('a source that is no whole address never becomes a link', () => {
    const [fact] = report.disputed
    const accounts = [{ account: 'x', source: 'javascript:alert(1)' }]
    const odd = { ...report, disputed: fact === undefined ? [] : [{ ...fact, accounts }] }
    expect(valuesOf(renderHtml(odd, { locale: 'en' }), 'href').join(' ')).not.toContain(
      'javascript',
    )
  })

  test('can be read by a screen reader', () => {
    expect(html).toContain('<html lang="en-GB">')
    for (const head of html.matchAll(/<th\b[^>]*>/g)) expect(head[0]).toMatch(/scope="(row|col)"/)
    const tables = html.match(/<table\b/g)?.length ?? 0
    expect(tables).toBeGreaterThan(8)
    expect(html.match(/<table[^>]*><caption>[^<]+/g)?.length).toBe(tables)
    expect(html).toMatch(/<svg[^>]*role="img"[^>]*aria-labelledby="picture-title picture-desc"/)
    const levels = [...html.matchAll(/<h([1-6])\b/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.forEach((level, at) => {
      expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
  })

  test('every link inside the page arrives, and no id stands twice', () => {
    const ids = valuesOf(html, 'id')
    expect(new Set(ids).size).toBe(ids.length)
    for (const href of valuesOf(html, 'href').filter((one) => one.startsWith('#'))) {
      expect(ids).toContain(href.slice(1))
    }
  })

  test('says which list was used, reconstructed and not proven whole', () => {
    expect(html).toContain('reconstructed, 17,344 entries, not proven whole')
    expect(html).toContain('by ofac-sdn (reconstructed, not proven whole)')
    expect(html).toContain(report.lists[0]?.sha256)
  })

  test('shows every function, service, chokepoint, reading and both accounts', () => {
    for (const [scenario] of report.scenarios.entries()) {
      expect(html).toContain(`id="scenario-${scenario + 1}"`)
    }
    for (const account of report.disputed.flatMap((fact) => fact.accounts)) {
      expect(html).toContain(account.account)
    }
    expect(html).toContain('Otherwise: Entities, branches and persons only')
    expect(html).toContain('dossier/services.yaml:12')
  })

  test('the same report gives the same file', () => {
    expect(renderHtml(fixtureReport(), { locale: 'en' })).toBe(html)
  })

  test('stays small, whatever the proofs', () => {
    expect(html.length).toBeLessThan(1_000_000)
    const grown = renderHtml(withProofs(8, 4), { locale: 'en' })
    expect(grown.length).toBeLessThan(3_000_000)
    expect(grown).toMatch(/unfolded above, at \(\d+\)/)
    expect(faultsOf(grown)).toEqual([])
  })

  test('a proof that is all different is cut, and says so', () => {
    const grown = renderHtml(withProofs(4, 4, true), { locale: 'en' })
    expect(grown.length).toBeLessThan(6_000_000)
    expect(grown).toMatch(/further steps stand in the JSON of this report/)
  })
})

/** The report with every proof a tree of the given depth and breadth. */
function withProofs(depth: number, breadth: number, different = false): AssessReport {
  let count = 0
  const grow = (level: number): Statement => {
    count += 1
    const params = { name: different ? `n${count}` : `n${level}`, regime: 'r' }
    if (level === 0) return state('proof.bound', params)
    const shared = different ? null : grow(level - 1)
    const because = Array.from({ length: breadth }, () => shared ?? grow(level - 1))
    return state('proof.bound', params, because)
  }
  const scenarios = report.scenarios.map((scenario) => ({
    ...scenario,
    functions: scenario.functions.map((one) => ({ ...one, proof: grow(depth) })),
    services: scenario.services.map((one) => ({ ...one, proof: grow(depth) })),
  }))
  return { ...report, scenarios } as AssessReport
}
