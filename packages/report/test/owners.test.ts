import type { AssessReport, OwnedParty, OwnerStake } from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderHtml, renderTerminal, translator } from '../src/index.ts'
import { wordsOf } from '../src/messages/words.ts'
import { tellChain, tellRegistry, tellStake } from '../src/owner_telling.ts'
import { fixtureReport } from './fixture_report.ts'

const words = wordsOf('en')
const made = fixtureReport()

function stake(name: string, more: Partial<OwnerStake> = {}): OwnerStake {
  return {
    party: name.toLowerCase(),
    name,
    share: { low: 100, high: 100, openLow: false, openHigh: false },
    kind: 'share',
    parent: true,
    asOf: null,
    from: null,
    to: null,
    certainty: 'stated',
    source: 'annual report',
    registry: null,
    ...more,
  }
}

function party(name: string, owners: OwnerStake[], more: Partial<OwnedParty> = {}): OwnedParty {
  return {
    party: name.toLowerCase(),
    name,
    supplier: false,
    incorporated: null,
    others: 'unknown',
    asOf: null,
    certainty: 'stated',
    source: null,
    parents: [],
    owners,
    ...more,
  }
}

function chainOf(...parties: OwnedParty[]): string {
  const owned = new Map(parties.map((one) => [one.party, one]))
  return tellChain(words, owned, parties[0]!.party, parties[0]!.name)
}

describe('a chain in words', () => {
  test('names the parent and where it is organised', () => {
    const unit = party('Unit', [stake('Parent')], { parents: ['parent'] })
    const parent = party('Parent', [], { incorporated: 'US-WA' })
    expect(chainOf(unit, parent)).toBe(
      'Unit, a subsidiary of Parent, organised in Washington State (US-WA)',
    )
  })

  test('names those above the parent', () => {
    const unit = party('Unit', [stake('Parent')], { parents: ['parent', 'top'] })
    const parent = party('Parent', [stake('Top')], { incorporated: 'NL' })
    const top = party('Top', [], { incorporated: 'NL' })
    expect(chainOf(unit, parent, top)).toBe(
      'Unit, a subsidiary of Parent and through it of Top, organised in the Netherlands',
    )
  })

  test('names the holders where none is the parent', () => {
    const half = { low: 50, high: 50, openLow: false, openHigh: false }
    const holders = [stake('One', { share: half }), stake('Two', { share: null })]
    expect(chainOf(party('Unit', holders))).toBe(
      'Unit, held by One (50%) and Two (share not stated)',
    )
  })

  test('is the name alone where nobody is known above', () => {
    expect(chainOf(party('Unit', []))).toBe('Unit')
    expect(tellChain(words, new Map(), 'unit', 'Unit')).toBe('Unit')
  })
})

test.each([
  [{ share: { low: 29.65, high: 29.65, openLow: false, openHigh: false } }, '29.65%'],
  [{ share: { low: 25, high: 50, openLow: true, openHigh: false } }, '25–50%'],
  [{ share: { low: 75, high: 100, openLow: true, openHigh: false } }, 'over 75%'],
  [{ share: null, kind: 'subsidiary' }, 'subsidiary, share not stated'],
  [{ kind: 'votes' }, '100% of the votes'],
  [{ kind: 'branch', share: null }, 'branch'],
  [{ kind: 'no-such-kind' }, '100%'],
])('a stake %j', (more, told) => {
  expect(tellStake(words, stake('Owner', more))).toBe(told)
})

describe('places in proofs', () => {
  const say = translator('en')
  const organised = (country: string) => say('proof.organised', { party: 'A', country })

  test.each([
    ['US-WA', 'Washington State (US-WA)'],
    ['US', 'the United States'],
    ['IE', 'Ireland'],
    ['CA-QC', 'Canada (CA-QC)'],
    ['EU', 'the European Union'],
    ['QQ', 'QQ'],
  ])('%s', (code, name) => {
    expect(organised(code)).toBe(`A is organised under the law of ${name}`)
  })

  test('what only looks like a code stays where it is no place', () => {
    expect(say('proof.bound', { party: 'IE', regime: 'US' })).toBe('IE is bound by US')
  })
})

describe('the report', () => {
  const unit = party('Unit', [stake('Parent', { certainty: 'unverified', asOf: '2026-05-01' })], {
    supplier: true,
    parents: ['parent'],
  })
  const registry = {
    name: 'owners.hfreg',
    built: '2026-05-02',
    parties: 2,
    ties: 1,
    sources: [
      { file: 'o.csv', title: 'o.csv', format: 'bods', date: null, whole: false, sha256: '' },
    ],
  }
  const report: AssessReport = {
    ...made,
    registries: [registry],
    owned: [unit, party('Parent', [], { incorporated: 'US', certainty: 'unverified' })],
  }

  test('shows each link with its source, day and certainty', () => {
    const page = renderHtml(report, { locale: 'en' })
    const from = page.indexOf('<section id="owners"')
    const section = page.slice(from, page.indexOf('</section>', from))
    for (const text of ['annual report', '2026-05-01', 'not verified', 'the United States']) {
      expect(section).toContain(text)
    }
  })

  test('has no such section where no owner is known', () => {
    expect(renderHtml(made, { locale: 'en' })).not.toContain('id="owners"')
  })

  test('names the registries beside the lists', () => {
    const told = 'owners.hfreg, 2 parties and 1 stake from 1 file, compiled on 2 May 2026'
    expect(tellRegistry(words, registry)).toBe(`${told}, one of them cut`)
    const screen = renderTerminal(report, { width: 100, colour: false, locale: 'en' })
    expect(screen).toContain(`Registry: ${told}`)
  })
})
