/** The invented dossiers of `npm run bench:plan`: valid, the same each time, and with a choice. */
import { createHash } from 'node:crypto'
import { type Dossier, readDossier } from '@holdfast/dossier'
import { describe, expect, it } from 'vitest'
import { generatePlanDossier, type PlanSize } from '../bench/src/plan_generate.ts'

const SMALL: PlanSize = {
  services: 120,
  functions: 6,
  measures: 24,
  scenarios: 7,
  teams: 3,
  periods: 12,
}

const REGIMES = new Set(['us-icc-eo-14203', 'eu-blocking-statute'])

function read(size: PlanSize, seed: number): Dossier {
  const files = generatePlanDossier(size, seed).map(({ name, text }) => {
    return { name, bytes: new TextEncoder().encode(text) }
  })
  const result = readDossier(files, REGIMES)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  expect(result.diagnostics).toEqual([])
  return result.value
}

function hashOf(size: PlanSize, seed: number): string {
  const hash = createHash('sha256')
  for (const { name, text } of generatePlanDossier(size, seed)) hash.update(name).update(text)
  return hash.digest('hex').slice(0, 16)
}

describe('an invented dossier to plan for', () => {
  it('is the same bytes for the same seed, on every machine', () => {
    expect(hashOf(SMALL, 1)).toBe(hashOf(SMALL, 1))
    expect(hashOf(SMALL, 1)).toBe('7d1978a59a4d3c5f')
    expect(hashOf(SMALL, 2)).not.toBe(hashOf(SMALL, 1))
  })

  it('has no errors, and as many things as were asked for', () => {
    for (const seed of [1, 2, 3, 4]) {
      const dossier = read(SMALL, seed)
      expect(dossier.services.size).toBe(SMALL.services)
      expect(dossier.functions.size).toBe(SMALL.functions)
      expect(dossier.measures.size).toBe(SMALL.measures)
      expect(dossier.scenarios.size).toBe(SMALL.scenarios)
      expect(dossier.plan).toMatchObject({ horizonDays: 360, periodDays: 30 })
    }
  })

  it('has money for a part of what there is to do, and teams for a few at a time', () => {
    const { plan, measures, teams } = read(SMALL, 1)
    const once = [...measures.values()].reduce(
      (sum, { costOnce }) => sum + (costOnce?.minor ?? 0n),
      0n,
    )
    expect(Number(plan!.budget!.minor)).toBeLessThan(0.6 * Number(once))
    for (const { id, capacity } of teams.values()) {
      const work = [...measures.values()].reduce(
        (sum, { effort }) => sum + (effort.get(id) ?? 0),
        0,
      )
      expect(capacity! * SMALL.periods).toBeLessThan(2 * work)
      expect(capacity! * SMALL.periods).toBeGreaterThan(work)
    }
  })

  it('has measures of every kind, that wait for others, exclude each other, or buy nothing', () => {
    const { measures, parties, plan } = read(
      { ...SMALL, services: 500, functions: 20, measures: 60 },
      1,
    )
    const all = [...measures.values()]
    const effects = new Set(all.flatMap((one) => one.effects.map(({ kind }) => kind)))
    expect(effects).toEqual(new Set(['replace', 'beside', 'buffer', 'licence']))
    expect(all.some(({ after }) => after.length > 0)).toBe(true)
    expect(all.some(({ excludes }) => excludes.length > 0)).toBe(true)
    expect(all.some(({ earliest }) => earliest !== null)).toBe(true)
    const trapped = all.flatMap((one) => [...one.services.values()])
    const owned = trapped.filter(({ provider }) => parties.get(provider)!.owners.stakes.length > 0)
    expect(owned.length).toBeGreaterThan(0)
    expect(plan!.budget!.currency).toBe('EUR')
  })
})
