import { readFileSync } from 'node:fs'
// region example
import { readDossier } from '@holdfast/dossier'
import { PlannedWorld } from '@holdfast/impact'
import { formatDay, parseDay, parseMoney } from '@holdfast/kernel'
import { type Plan, periodsOf, planOf, type SolverPort } from '@holdfast/plan'
// endregion
import { expect, test, vi } from 'vitest'
import { highsSolver } from '../../holdfast/src/node/highs_solver.ts'

// region example
const text = `
institution: { id: court, name: A court, seat: NL, form: international-organisation }
parties: { host: { name: Host B.V., incorporated: NL, owners: dispersed } }
services: { mail: { name: E-mail, kind: e-mail, provider: host, beneficiary: court } }
functions: { write: { name: Write, tolerance: 3d, needs: mail } }
scenarios: { leaves: { name: Host leaves, decisions: [{ on: 2026-12-01, withdraw: mail }] } }
measures:
  contract: { name: Contract, kind: other, cost: { once: 1 kEUR }, duration: 45d }
  own-mail:
    name: A mail server of our own
    kind: second-source
    cost: { once: 20 kEUR, yearly: 6 kEUR }
    duration: 75d
    after: [contract]
    services: { mail-own: { name: Own, kind: e-mail, provider: court, beneficiary: court } }
    effects: [{ beside: mail, add: mail-own }]
`

/** The plan for the text within an amount of money. */
async function planFor(budget: string, solver: SolverPort): Promise<Plan> {
  const read = readDossier([{ name: 'court.yaml', bytes: new TextEncoder().encode(text) }], null)
  if (!read.ok) throw new Error('the dossier has errors')
  const on = parseDay('2026-11-01') ?? 0
  const world = new PlannedWorld({
    ...{ dossier: read.value, regimes: [], readings: new Map(), lists: [], on, horizonDays: 365 },
    ...{ designations: new Map(), assumptions: [], countryGroups: new Map(), ownershipRules: [] },
  })
  const planned = await planOf(
    {
      ...{ world, scenarios: [...read.value.scenarios.values()], strike: null },
      periods: periodsOf(on, 365, 30),
      terms: { budget: parseMoney(budget), perPeriod: null, windows: [] },
      wishes: { fixed: new Map(), without: new Set() },
      ...{ wantsFrontier: false, gap: 0.01, secondsLeft: () => 60, told: () => {} },
    },
    solver,
  )
  if (!planned.ok) throw new Error('what is fixed cannot be done')
  return planned.plan
}

async function example(solver: SolverPort): Promise<void> {
  const { candidates, found } = await planFor('30kEUR', solver)
  for (const [index, { measure, starts }] of candidates.entries()) {
    const start = starts[found.choice[index] ?? -1]
    if (start !== undefined) console.log(measure.id, formatDay(start.day), formatDay(start.finish))
  }
  console.log(found.objective.toFixed(1), found.bound.toFixed(1), found.proven)
}
// endregion

const own = readFileSync(new URL('readme.test.ts', import.meta.url), 'utf8')
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const regions = [...own.matchAll(/^\/\/ region example\n(.*?)^\/\/ endregion$/gms)].map(
  ([, of]) => of!,
)

test('the example of the README gives what stands below it', async () => {
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  await example(highsSolver())
  const printed = log.mock.calls.map((words) => `// ${words.join(' ')}\n`)
  log.mockRestore()
  expect(readme).toContain(`${regions.at(-1)}${printed.join('')}\`\`\``)
})

test('the example of the README is this one', () => {
  expect(regions.length).toBe(2)
  for (const text of regions) expect(readme).toContain(text)
})
