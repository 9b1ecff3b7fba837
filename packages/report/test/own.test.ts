/** Who owns a party, on a screen: circles, long chains, hostile names, narrow terminals. */
import type {
  OwnChainStake,
  OwnFindings,
  OwnFullAnswer,
  OwnParty,
  OwnStep,
} from '@holdfast/holdfast'
import { describe, expect, test } from 'vitest'
import { renderOwn } from '../src/index.ts'
import { displayWidth } from '../src/terminal/width.ts'

function party(id: string, more: Partial<OwnParty> = {}): OwnParty {
  return {
    party: id,
    name: null,
    keys: [`local:${id}`],
    kind: 'organisation',
    incorporated: null,
    seat: null,
    others: 'none',
    missing: [],
    source: null,
    asOf: null,
    certainty: 'stated',
    listed: [],
    maybeListed: [],
    ...more,
  }
}

function stake(owner: string, asset: string, more: Partial<OwnChainStake> = {}): OwnChainStake {
  const said = {
    kind: 'share',
    share: '60',
    source: 'register of companies',
    asOf: '2026-03-01',
    from: null,
    to: null,
    seen: null,
    certainty: 'stated' as const,
    direct: true,
    marks: [],
  }
  const about = { owner, asset, share: '60', low: 60, high: 60, controls: false, disputed: false }
  return { ...about, doubt: null, statements: [said], ...more }
}

function step(id: string, because: string, holder?: string): OwnStep {
  const { doubt: _, ...held } = stake(holder ?? '', id)
  const percent = { low: 60, high: 60, text: '60' }
  if (holder === undefined) return { party: id, because, percent: null, stakes: [] }
  return { party: id, because, percent, stakes: [{ ...held, counts: true }] }
}

function answer(id: string, more: Partial<OwnFullAnswer> = {}): OwnFullAnswer {
  return {
    party: id,
    rule: 'ofac-50',
    ruleName: 'OFAC 50 percent rule',
    ruleKind: 'cascade',
    cite: ['31 CFR 587.406'],
    answer: 'no',
    percent: null,
    proof: [],
    missing: [],
    smallest: true,
    marks: [],
    readings: [],
    top: null,
    ring: [],
    behind: [],
    reservations: [],
    ...more,
  }
}

function findings(
  parties: readonly OwnParty[],
  stakes: readonly OwnChainStake[],
  more: Partial<OwnFullAnswer> = {},
): OwnFindings {
  const { party: id, name, keys } = parties[0]!
  const about = { party: id, name, keys, on: '2026-11-25', registries: [], lists: [] }
  return { ...about, chain: { parties, stakes }, answers: [answer(id, more)] }
}

function render(found: OwnFindings, width = 100): string {
  return renderOwn(found, { width, colour: false, locale: 'en' })
}

const CHAIN = Array.from({ length: 101 }, (_, at) => `C${at}`)

function chain(): OwnFindings {
  const proof = [
    ...CHAIN.slice(0, -1).map((id, at) => step(id, 'held', CHAIN[at + 1])),
    step('C100', 'listed'),
  ].reverse()
  const stakes = CHAIN.slice(1).map((owner, at) => stake(owner, CHAIN[at]!))
  return findings(
    CHAIN.map((id) => party(id)),
    stakes,
    { answer: 'yes', proof },
  )
}

describe('the tree of owners', () => {
  test('of a chain of 100 ends with how many more there are', () => {
    const text = render(chain())
    expect(text).toContain('… 86 more parties above it; --json has them all')
    expect(text).toContain('and so on over 97 more links up to C100, listed')
    expect(text.split('\n').length).toBeLessThan(45)
  })

  test('keeps to the width, also of a narrow terminal', () => {
    for (const width of [40, 60, 100]) {
      for (const line of render(chain(), width).split('\n')) {
        expect(displayWidth(line)).toBeLessThanOrEqual(width)
      }
    }
  })

  test('shows a circle once', () => {
    const parties = [party('A'), party('B'), party('C')]
    const text = render(findings(parties, [stake('B', 'A'), stake('C', 'B'), stake('A', 'C')]))
    expect(text.match(/60% {2}A/g)).toHaveLength(1)
    expect(text).toContain('↺ owns in a circle, see above')
  })

  test('tells the owners of a party once, and then points up', () => {
    const parties = [party('A'), party('B'), party('C'), party('D')]
    const stakes = [stake('B', 'A'), stake('C', 'A'), stake('C', 'B'), stake('D', 'C')]
    const text = render(findings(parties, stakes))
    expect(text.match(/60% {2}D/g)).toHaveLength(1)
    expect(text).toContain('60%  C  ↑ see above')
  })

  test('tells every source of a stake that sources contradict each other about', () => {
    const [first] = stake('B', 'A').statements
    const statements = [first!, { ...first!, share: '40', source: 'annual report', asOf: null }]
    const disputed = stake('B', 'A', {
      share: '40-60',
      low: 40,
      high: 60,
      disputed: true,
      statements,
    })
    const text = render(findings([party('A'), party('B')], [disputed]))
    expect(text).toContain('40–60%  B  [disputed]')
    expect(text).toContain('share 60: register of companies, as of 1 Mar 2026')
    expect(text).toContain('share 40: annual report')
  })

  test('lets no name move the cursor', () => {
    const name = 'Evil\u001b[2J\u202eLtd\nsecond line'
    const text = render(findings([party('A', { name }), party('B', { name })], [stake('B', 'A')]))
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/)
  })

  test('counts the owners that it leaves out', () => {
    const ids = Array.from({ length: 40 }, (_, at) => `O${at}`)
    const stakes = ids.map((id) => stake(id, 'A', { share: '2', low: 2, high: 2 }))
    const text = render(findings([party('A'), ...ids.map((id) => party(id))], stakes))
    expect(text).toContain('… 16 more owners; --json has them all')
  })
})

describe('what is not known', () => {
  test('is told with what settles it', () => {
    const fact = { kind: 'share' as const, owner: 'B', asset: 'A', share: '40-60' }
    const text = render(
      findings([party('A'), party('B')], [stake('B', 'A', { share: '40-60' })], {
        answer: 'unknown',
        missing: [{ ...fact, yesFrom: '>50' }],
        marks: ['share-not-read'],
      }),
    )
    expect(text).toContain('Whether A is blocked by OFAC’s 50 percent rule is not known.')
    expect(text).toContain('? How much of A does B hold? Known is 40–60%. From more than 50% on')
    expect(text).toContain('! A share could not be read and counts as some share.')
  })
})
