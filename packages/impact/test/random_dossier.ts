/** Small random dossiers with what becomes of their supplies, for properties. */
import type { Dossier, Member, Need, Service, ServiceKindId, Team } from '@holdfast/dossier'
import type { Interval, Place } from '@holdfast/kernel'
import fc from 'fast-check'
import type { Supply } from '../src/supply.ts'
import type { Withdrawal } from '../src/withdrawal.ts'
import type { Ending } from './oracle.ts'

export const PLACE: Place = { file: 'random', line: 1, column: 1, excerpt: '', length: 1 }

const buffer = fc.option(
  fc.record({
    days: fc.nat({ max: 12 }),
    survives: fc.constantFrom('refusal' as const, 'payment-failure' as const),
  }),
  { nil: null, freq: 2 },
)

/** Needs of the things with these ids, nested. */
export function needOf(ids: readonly string[]): fc.Arbitrary<Need> {
  const { need } = fc.letrec<{ need: Need; item: Need; several: Need; some: Need }>((tie) => {
    const parts = fc.array(tie('need'), { minLength: 1, maxLength: 3 })
    return {
      need: fc.oneof(
        { maxDepth: 2, depthIdentifier: 'need' },
        tie('item'),
        tie('several'),
        tie('some'),
      ),
      item: fc.record({
        kind: fc.constant('item' as const),
        id: fc.constantFrom(...ids),
        buffer,
        place: fc.constant(PLACE),
      }),
      several: fc.record({
        kind: fc.constantFrom('all' as const, 'any' as const),
        of: parts,
        buffer,
        place: fc.constant(PLACE),
      }),
      some: fc.record({ of: parts, buffer, part: fc.nat() }).map(({ of, buffer: own, part }) => ({
        kind: 'at-least' as const,
        k: 1 + (part % of.length),
        of,
        buffer: own,
        place: PLACE,
      })),
    }
  })
  return need
}

const KINDS: readonly ServiceKindId[] = ['software', 'hosting', 'account', 'card']

function service(id: string, below: readonly string[]): fc.Arbitrary<Service> {
  const needs = below.length === 0 ? fc.constant(null) : fc.option(needOf(below), { nil: null })
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(id),
    kind: fc.constantFrom(...KINDS),
    provider: fc.constant('provider'),
    beneficiary: fc.constant('institution'),
    needs,
    class: fc.constant(null),
    cause: fc.option(fc.constantFrom('storm', 'order'), { nil: null, freq: 2 }),
    contract: fc.constant({ noticeDays: 0, end: null }),
    source: fc.constant(null),
    place: fc.constant(PLACE),
    providerPlace: fc.constant(PLACE),
    beneficiaryPlace: fc.constant(PLACE),
  })
}

function team(id: string, below: readonly string[]): fc.Arbitrary<Team> {
  const counts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 3 })
  const needs = fc.option(needOf(below), { nil: null, freq: 1 })
  return fc.tuple(counts, fc.nat(), needs).map(([groups, part, own]) => {
    const members = groups.map((count, index) => member(`${id}/${index + 1}`, count))
    const size = groups.reduce((sum, count) => sum + count, 0)
    return {
      id,
      name: id,
      directedBy: 'institution',
      minimum: 1 + (part % size),
      size,
      members,
      class: 'staff',
      contract: { noticeDays: 0, end: null },
      needs: own,
      place: PLACE,
    }
  })
}

function member(id: string, count: number): Member {
  const unknown = { nationality: null, residence: null, employer: null }
  return { id, name: id, count, place: PLACE, ...unknown }
}

export const days = fc
  .tuple(fc.integer({ min: 0, max: 45 }), fc.nat({ max: 20 }))
  .map(([earliest, more]) => ({ earliest, latest: earliest + more }))

/** Twentieths, so that ties and the two ends are frequent. */
const likelihood = fc.oneof(
  { arbitrary: fc.nat({ max: 20 }).map((part) => part / 20), weight: 4 },
  { arbitrary: fc.constant(0), weight: 1 },
)

export const interval: fc.Arbitrary<Interval> = fc
  .tuple(likelihood, likelihood)
  .map(([a, b]) => [Math.min(a, b), Math.max(a, b)])

export interface Case {
  readonly dossier: Dossier
  readonly withdrawals: ReadonlyMap<string, Withdrawal>
  readonly endings: ReadonlyMap<string, Ending>
  readonly horizon: { readonly start: number; readonly end: number }
}

/** At most six services, a team, two functions, of which the second may need the first. */
export const randomDossier: fc.Arbitrary<Dossier> = fc
  .integer({ min: 1, max: 6 })
  .chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `s${index + 1}`)
    const services = fc.tuple(...ids.map((id, index) => service(id, ids.slice(index + 1))))
    const item = (id: string, below: readonly string[]) =>
      fc.record({
        id: fc.constant(id),
        name: fc.constant(id),
        weight: fc.nat({ max: 3 }),
        toleranceDays: fc.nat({ max: 8 }),
        needs: needOf(below),
        place: fc.constant(PLACE),
      })
    const functions = fc.tuple(item('f', [...ids, 'team']), item('g', [...ids, 'team', 'f']))
    return fc
      .tuple(services, team('team', ids), functions)
      .map(([made, staff, [f, g]]) => dossierOf(made, [staff], [f, g]))
  })

function dossierOf(
  services: readonly Service[],
  teams: readonly Team[],
  functions: readonly (Dossier['functions'] extends ReadonlyMap<string, infer F> ? F : never)[],
): Dossier {
  const byId = <T extends { readonly id: string }>(things: readonly T[]) =>
    new Map(things.map((thing) => [thing.id, thing]))
  return {
    institution: {
      id: 'institution',
      name: 'institution',
      note: null,
      seat: 'NL',
      asOf: null,
      horizonDays: null,
      regimes: null,
    },
    parties: new Map(),
    teams: byId(teams),
    services: byId(services),
    functions: byId(functions),
    assumptions: new Map(),
    licences: new Map(),
    scenarios: new Map(),
    measures: new Map(),
    facts: [],
  }
}

/** A service of the institution that needs nothing. */
export function serviceNamed(id: string, cause: string | null): Service {
  return {
    id,
    name: id,
    kind: 'software',
    provider: 'provider',
    beneficiary: 'institution',
    needs: null,
    class: null,
    cause,
    contract: { noticeDays: 0, end: null },
    source: null,
    place: PLACE,
    providerPlace: PLACE,
    beneficiaryPlace: PLACE,
  }
}

/** A dossier of one function `f` of weight 1 without tolerance. */
export function smallDossier(services: readonly Service[], needs: Need): Dossier {
  const item = { id: 'f', name: 'f', weight: 1, toleranceDays: 0, needs, place: PLACE }
  return dossierOf(services, [], [item])
}

/** A dossier and what becomes of each of its supplies. */
export const randomCase: fc.Arbitrary<Case> = randomDossier.chain((dossier) => {
  const supplies = suppliesIn(dossier)
  const ending = fc.record({
    must: fc.option(days, { nil: null, freq: 1 }),
    may: fc.option(
      fc.tuple(days, interval).map(([range, chance]) => ({ ...range, interval: chance })),
      { nil: null, freq: 3 },
    ),
  })
  return fc
    .tuple(fc.tuple(...supplies.map(() => ending)), fc.integer({ min: 0, max: 25 }))
    .map(([all, end]) => {
      // Who never follows a shared cause is no part of it: a test of its own tells that.
      const drawn = all.map(({ must, may }, index) =>
        supplies[index]!.cause !== null && may?.interval[1] === 0
          ? { must, may: null }
          : { must, may },
      )
      const endings = new Map(
        supplies.map(({ id, cause }, index) => {
          const event = cause === null ? `withdraw:${id}` : `cause:${cause}`
          return [id, { ...drawn[index]!, event }] as const
        }),
      )
      const withdrawals = new Map(
        supplies.map(({ id, cause }, index) => [id, withdrawal(id, cause, drawn[index]!)] as const),
      )
      return { dossier, endings, withdrawals, horizon: { start: 5, end: 20 + 2 * end } }
    })
})

function suppliesIn(dossier: Dossier): { id: string; cause: string | null }[] {
  const services = [...dossier.services.values()].map(({ id, cause }) => ({ id, cause }))
  const members = [...dossier.teams.values()].flatMap((one) =>
    one.members.map((person) => ({ id: `${one.id}#${person.id}`, cause: null })),
  )
  return [...services, ...members]
}

/** The parts of a withdrawal that days and likelihoods follow from. */
export function withdrawal(
  id: string,
  cause: string | null,
  { must, may }: Pick<Ending, 'must' | 'may'>,
): Withdrawal {
  return {
    supply: { id, cause } as Supply,
    verdict: must !== null ? 'must-stop' : may !== null ? 'may-stop' : 'stays',
    case: 'direct',
    regime: 'a-regime',
    must,
    may,
    kind: 'refused',
    assumptions: [],
    unestimated: false,
    legalFiles: [],
    prove: () => {
      throw new Error('no proof is asked for')
    },
  }
}
