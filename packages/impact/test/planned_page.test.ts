import { readFileSync } from 'node:fs'
// region example
import { readDossier } from '@holdfast/dossier'
import { applyMeasures, PlannedWorld, plannedLosses } from '@holdfast/impact'
import { parseDay } from '@holdfast/kernel'
// endregion
import { expect, test } from 'vitest'

// region example
const text = `
institution: { id: court, name: A court, seat: NL, form: international-organisation }
parties: { host: { name: Host B.V., incorporated: NL, owners: dispersed } }
services: { mail: { name: E-mail, kind: e-mail, provider: host, beneficiary: court } }
functions: { write: { name: Write, tolerance: 3d, needs: mail } }
scenarios: { leaves: { name: Host leaves, decisions: [{ on: 2026-12-01, withdraw: mail }] } }
measures:
  own-mail:
    name: A mail server of our own
    kind: second-source
    duration: 75d
    services: { mail-own: { name: Own, kind: e-mail, provider: court, beneficiary: court } }
    effects: [{ beside: mail, add: mail-own }]
`
const bytes = new TextEncoder().encode(text)
const read = readDossier([{ name: 'court.yaml', bytes }], null)
if (!read.ok) throw new Error('the dossier has errors')
const done = applyMeasures(read.value, new Set(['own-mail']))
const needs = done.functions.get('write')?.needs

const on = parseDay('2026-11-01') ?? 0
const world = new PlannedWorld({
  ...{ dossier: read.value, regimes: [], readings: new Map(), lists: [], on, horizonDays: 365 },
  ...{ designations: new Map(), assumptions: [], countryGroups: new Map(), ownershipRules: [] },
})
const scenario = [...read.value.scenarios.values()][0]!
const courses = [{ scenario, strikes: [on + 30] }]
const losses = plannedLosses(world, courses, { from: on, to: on + 365 }, 'early')
const [stretch] = losses.stretches
const [ways] = losses.groups[stretch?.groups[0] ?? 0] ?? []
const [part] = ways?.parts ?? []
const condition = losses.conditions[part?.[0]?.condition ?? 0]
// endregion

test('what measures change, and what is lost by what is done, is what MEASURES.md says', () => {
  expect(needs?.kind).toBe('any')
  expect(losses.stretches).toHaveLength(1)
  expect([stretch!.from - on, stretch!.to - on]).toEqual([33, 365])
  expect(ways!.probability).toBe(1)
  expect(part).toEqual([{ probability: 1, condition: expect.any(Number) }])
  expect(condition).toEqual({
    root: 0,
    decisions: [{ measure: 'own-mail', when: 'done', finished: -1, missing: -2, free: 'finished' }],
  })
})

test('the example of MEASURES.md is this one', () => {
  const own = readFileSync(new URL('planned_page.test.ts', import.meta.url), 'utf8')
  const page = readFileSync(new URL('../MEASURES.md', import.meta.url), 'utf8')
  const regions = [...own.matchAll(/^\/\/ region example\n(.*?)^\/\/ endregion$/gms)]
  expect(regions.length).toBe(2)
  for (const [, of] of regions) expect(page).toContain(of)
})
