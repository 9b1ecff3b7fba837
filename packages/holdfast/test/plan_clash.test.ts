/** What is told to clash clashes, and none of it can be left out: by trying every plan. */
import { describe, expect, it } from 'vitest'
import { plannedText } from './plan_setting.ts'

const HEAD = [
  'institution: {id: court, name: Court, seat: NL, form: international-organisation}',
  'services: {mail: {name: Mail, kind: e-mail, provider: court, beneficiary: court}}',
  'functions: {write: {name: Write, tolerance: 1d, needs: mail}}',
  'teams: {it: {name: IT, size: 3, minimum: 1, capacity: 10}}',
  'scenarios: {s: {name: S, decisions: [{on: 2025-02-01, withdraw: mail}]}}',
]

interface Wanted {
  readonly plan: string
  readonly measures: readonly string[]
  readonly fix: readonly string[]
}

async function clashOf({ plan, measures, fix }: Wanted): Promise<readonly string[]> {
  const yaml = [...HEAD, `plan: ${plan}`, 'measures:', ...measures].join('\n')
  const result = await plannedText(yaml, { fix })
  if (result.ok) return []
  const [told] = result.diagnostics.filter(({ code }) => code === 'plan/infeasible')
  return (told?.params.clash ?? []) as readonly string[]
}

const MONEY = '{horizon: 180d, period: 30d, budget: 10 kEUR}'
const ROOM = '{horizon: 180d, period: 30d}'

describe('what clashes', () => {
  it('is the budget and what is fixed beyond it, and not what is cheap', async () => {
    const measures = [
      '  a: {name: A, kind: other, duration: 10d, cost: {once: 6 kEUR}}',
      '  b: {name: B, kind: other, duration: 10d, cost: {once: 6 kEUR}}',
      '  c: {name: C, kind: other, duration: 10d, cost: {once: 1 kEUR}}',
    ]
    const fix = ['a=2025-01-01', 'b=2025-01-31', 'c=2025-01-01']
    const clash = await clashOf({ plan: MONEY, measures, fix })
    expect([...clash].sort()).toEqual([
      'budget 10000.00 EUR',
      'fix a on 2025-01-01',
      'fix b on 2025-01-31',
    ])
  })

  it('is the chain of waiting and the day that comes too soon', async () => {
    const measures = [
      '  a: {name: A, kind: other, duration: 40d}',
      '  b: {name: B, kind: other, duration: 10d, after: [a]}',
    ]
    const clash = await clashOf({ plan: ROOM, measures, fix: ['b=2025-01-31'] })
    expect([...clash].sort()).toEqual(['b after a', 'fix b on 2025-01-31'])
  })

  it('is the time of a team, and two measures that exclude each other', async () => {
    const busy = [
      '  a: {name: A, kind: other, duration: 30d, effort: {it: 6}}',
      '  b: {name: B, kind: other, duration: 30d, effort: {it: 6}}',
    ]
    const fix = ['a=2025-01-01', 'b=2025-01-01']
    const both = ['fix a on 2025-01-01', 'fix b on 2025-01-01']
    expect([...(await clashOf({ plan: ROOM, measures: busy, fix }))].sort()).toEqual([
      'capacity it',
      ...both,
    ])
    const rivals = [
      '  a: {name: A, kind: other, duration: 30d, excludes: [b]}',
      '  b: {name: B, kind: other, duration: 30d}',
    ]
    expect([...(await clashOf({ plan: ROOM, measures: rivals, fix }))].sort()).toEqual([
      'a excludes b',
      ...both,
    ])
  })

  it('is nothing where all can be kept', async () => {
    const measures = ['  a: {name: A, kind: other, duration: 30d, cost: {once: 6 kEUR}}']
    expect(await clashOf({ plan: MONEY, measures, fix: ['a=2025-01-31'] })).toEqual([])
  })
})
