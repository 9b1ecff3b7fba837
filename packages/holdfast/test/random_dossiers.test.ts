/** Whole answers about random courts against brute force over all sets of decisions. */
import { compile } from '@holdfast/faulttree'
import { readOpenPsa } from '@holdfast/faulttree/open-psa'
import { NEVER, parseDay } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Ending, Oracle } from '../../impact/test/oracle.ts'
import { randomDossier } from '../../impact/test/random_dossier.ts'
import { openPsaOf } from '../src/engine/open_psa.ts'
import { assessedText, fn, reportOf, scenario } from './assess_yaml.ts'
import { after, assumption, designate, dossierText, functionOf, supply } from './dossier_text.ts'

type Dossier = typeof randomDossier extends fc.Arbitrary<infer D> ? D : never
type Need =
  Dossier['functions'] extends ReadonlyMap<string, { readonly needs: infer N }> ? N : never

const START = '2025-01-01'
const DAY = '2025-03-01'
const HORIZON = 120

/** Who supplies each service, and what its class is assumed to do. */
interface Supplier {
  readonly bound: boolean
  readonly notice: number
  readonly interval: readonly [number, number]
}

const supplier: fc.Arbitrary<Supplier> = fc.record({
  bound: fc.boolean(),
  notice: fc.nat({ max: 60 }),
  interval: fc
    .tuple(fc.nat({ max: 20 }), fc.nat({ max: 20 }))
    .map(([a, b]) => [Math.min(a, b) / 20, Math.max(a, b) / 20] as const),
})

interface Court {
  readonly dossier: Dossier
  readonly suppliers: readonly Supplier[]
  readonly members: readonly Supplier[]
  readonly windDown: number
}

const court: fc.Arbitrary<Court> = randomDossier.chain((dossier) =>
  fc.record({
    dossier: fc.constant(dossier),
    suppliers: fc.array(supplier, { minLength: 6, maxLength: 6 }),
    members: fc.array(supplier, { minLength: 3, maxLength: 3 }),
    windDown: fc.nat({ max: 60 }),
  }),
)

/** Members of a team share a class and a contract; a cause is shared by like suppliers only. */
function supplierOf({ dossier, suppliers, members }: Court, id: string): Supplier {
  const service = dossier.services.get(id)
  if (service === undefined) {
    const index = Number(id.split('/')[1]) - 1
    return { ...members[0]!, bound: members[index]!.bound }
  }
  const index = [...dossier.services.keys()].indexOf(id)
  const own = suppliers[index]!
  return service.cause === null ? own : { ...own, interval: suppliers[5]!.interval }
}

function needText(need: Need): unknown {
  const { buffer } = need
  const stocked =
    buffer === null ? {} : { buffer: { lasts: `${buffer.days}d`, survives: buffer.survives } }
  if (need.kind === 'item') return { need: need.id, ...stocked }
  const of = need.of.map(needText)
  if (need.kind === 'at-least') return { 'at-least': need.k, of, ...stocked }
  return { [need.kind]: of, ...stocked }
}

function courtText(one: Court): string {
  const { dossier } = one
  const services = [...dossier.services.values()].map(({ id, kind, cause, needs }) => {
    const { bound, notice } = supplierOf(one, id)
    const more = {
      class: `class-${id}`,
      contract: { notice: `${notice}d` },
      ...(cause === null ? {} : { cause }),
      ...(needs === null ? {} : { needs: needText(needs) }),
    }
    return [id, supply(kind, bound ? 'us-firm' : 'nl-firm', 'court', more)] as const
  })
  const [team] = [...dossier.teams.values()]
  const members = team!.members.map(({ id, count }) => ({
    group: id,
    count,
    nationality: supplierOf(one, id).bound ? 'US' : 'NL',
  }))
  const assumptions = [...dossier.services.keys()].map((id) => {
    return [`about-${id}`, assumption(`class-${id}`, supplierOf(one, id).interval)] as const
  })
  const staff = supplierOf(one, team!.members[0]!.id)
  return dossierText({
    institution: { horizon: `${HORIZON}d` },
    services: Object.fromEntries(services),
    teams: {
      team: {
        name: 'Team',
        minimum: team!.minimum,
        members,
        class: 'people',
        contract: { notice: `${staff.notice}d` },
        ...(team!.needs === null ? {} : { needs: needText(team!.needs) }),
      },
    },
    functions: Object.fromEntries(
      [...dossier.functions.values()].map(({ id, needs, toleranceDays, weight }) => {
        return [id, functionOf(needText(needs), `${toleranceDays}d`, { weight })]
      }),
    ),
    assumptions: {
      ...Object.fromEntries(assumptions),
      'about-people': assumption('people', staff.interval),
    },
    scenarios: {
      s: [designate('court', DAY, { 'wind-down-until': after(DAY, one.windDown) })],
    },
  })
}

/** What section 5 says of each supply when the court is designated. */
function endings(one: Court): Map<string, Ending> {
  const day = parseDay(DAY)!
  const of = (id: string, event: string): Ending => {
    const { bound, notice, interval } = supplierOf(one, id)
    const must = { earliest: day, latest: day + one.windDown + 1 }
    const may = { earliest: day, latest: day + notice, interval }
    return { must: bound ? must : null, may: bound ? null : may, event }
  }
  const found = new Map<string, Ending>()
  for (const { id, cause } of one.dossier.services.values()) {
    found.set(id, of(id, cause === null ? `withdraw:${id}` : `cause:${cause}`))
  }
  for (const { id, members } of one.dossier.teams.values()) {
    for (const member of members) {
      found.set(`${id}#${member.id}`, of(member.id, `withdraw:${id}#${member.id}`))
    }
  }
  return found
}

test('days, probabilities, losses and chokepoints are those of all worlds', async () => {
  const start = parseDay(START)!
  const end = start + HORIZON
  const property = fc.asyncProperty(court, async (one) => {
    const report = await reportOf(courtText(one), { on: START })
    const oracle = new Oracle(one.dossier, endings(one))
    const day = (text: string | null) => (text === null ? NEVER : parseDay(text))
    for (const { id } of one.dossier.functions.values()) {
      const found = fn(report, 's', id)
      expect(day(found.certain)).toBe(oracle.certain(id))
      expect(day(found.possible)).toBe(oracle.possible(id))
      for (const [index, side] of (['latest', 'earliest'] as const).entries()) {
        expect(found.probability[index]).toBeCloseTo(oracle.probability(id, end, side), 7)
        expect(found.dependent[index]).toBeCloseTo(oracle.dependent(id, end, side), 7)
        expect(found.loss[index]).toBeCloseTo(oracle.loss(id, start, end, side), 4)
      }
      const sets = oracle.minimalCutSets(id, end).filter((set) => set.length > 0)
      const told = report.chokepoints.filter(
        (point) => point.scenario === 's' && point.function === id,
      )
      // Of many only the first are told.
      if (sets.length > 12 || sets.some((set) => set.length > 4)) continue
      const products = sets.map((set) => oracle.product(set)[1].toFixed(6)).sort()
      expect(told.map(({ probability }) => probability![1].toFixed(6)).sort()).toEqual(products)
      expect(told.map(({ order }) => order).sort()).toEqual(sets.map((set) => set.length).sort())
    }
    expect(scenario(report, 's').services).toHaveLength(one.dossier.services.size)
  })
  await fc.assert(property, { numRuns: 100, interruptAfterTimeLimit: 15_000 })
})

test('the fault trees that are written give the same likelihoods', async () => {
  const property = fc.asyncProperty(court, async (one) => {
    const { report, assessment } = await assessedText(courtText(one), { on: START })
    const read = readOpenPsa(openPsaOf(report.institution.id, assessment), 'court.xml')
    if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
    expect(read.diagnostics).toEqual([])
    const compiled = compile(read.value.model)
    const lowOf = (outcome: ReturnType<typeof compiled.dependentProbability>) =>
      outcome.ok && outcome.value !== null ? outcome.value[0] : Number.NaN
    for (const { id, functions } of report.scenarios) {
      for (const { id: item, probability, dependent } of functions) {
        for (const [side, end] of ['lower', 'upper'].entries()) {
          const top = `${end}_${id}_${item}`
          expect(read.value.tops).toContain(top)
          expect(lowOf(compiled.probability(top))).toBeCloseTo(probability[side]!, 8)
          expect(lowOf(compiled.dependentProbability(top))).toBeCloseTo(dependent[side]!, 8)
        }
      }
    }
  })
  await fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 15_000 })
})

test('without a designation nothing stops, and each chokepoint needs one', async () => {
  const property = fc.asyncProperty(court, async (one) => {
    const report = await reportOf(courtText(one), { on: START, scenarios: ['today'] })
    for (const { possible, probability, loss } of scenario(report, 'today').functions) {
      expect({ possible, probability, loss }).toEqual({
        possible: null,
        probability: [0, 0],
        loss: [0, 0],
      })
    }
    for (const { decisions, probability } of report.chokepoints) {
      expect(decisions.filter(({ kind }) => kind === 'designate')).toHaveLength(1)
      expect(probability).toBeNull()
    }
  })
  await fc.assert(property, { numRuns: 40, interruptAfterTimeLimit: 15_000 })
})
