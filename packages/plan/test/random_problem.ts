/**
 * Small random dossiers with measures of every kind, as texts: few enough measures and periods that
 * all plans can be tried. JSON is YAML.
 */
import fc from 'fast-check'

type Json = Readonly<Record<string, unknown>>

export const FIRST_DAY = '2025-01-01'
const REGIME = 'us-icc-eo-14203'

const PARTIES: Json = {
  prosecutor: person('GB'),
  deputy: person('NL'),
  'us-firm': { name: 'US firm', incorporated: 'US-DE', owners: 'dispersed' },
  'irish-sub': {
    name: 'Irish subsidiary',
    incorporated: 'IE',
    owners: [{ party: 'us-firm', share: 100 }],
  },
  'nl-firm': { name: 'Dutch firm', incorporated: 'NL', owners: 'dispersed' },
  /** Whether a US company owns it is not known. */
  'riddle-firm': { name: 'Firm of unknown owners', incorporated: 'FR', owners: 'unknown' },
}

/** Likelihoods by class; `never` does not withdraw by itself. */
const ASSUMPTIONS: Json = Object.fromEntries(
  Object.entries({ shy: [0.5, 0.9], firm: [0.1, 0.4], calm: [0, 0.05], staff: [0, 0] }).map(
    ([name, interval]) => [name, { class: name, regime: REGIME, interval, evidence: 'made up' }],
  ),
)

function person(nationality: string): Json {
  return {
    name: `A person of ${nationality}`,
    kind: 'person',
    'belongs-to': 'court',
    nationality,
    residence: 'NL',
  }
}

const kind = fc.constantFrom('software', 'hosting', 'account', 'card', 'e-mail')
const provider = fc.constantFrom('us-firm', 'irish-sub', 'nl-firm', 'nl-firm', 'riddle-firm')
const substitute = fc.constantFrom(
  'court',
  'court',
  'nl-firm',
  'nl-firm',
  'irish-sub',
  'riddle-firm',
)
const serviceClass = fc.constantFrom('shy', 'firm', 'firm', 'calm')

const buffer = fc
  .tuple(fc.integer({ min: 5, max: 50 }), fc.constantFrom('refusal', 'refusal', 'payment-failure'))
  .map(([days, survives]) => ({ lasts: `${days}d`, survives }))

function days(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map((count) => `${count}d`)
}

/** Mostly nothing: rules that bind too often leave one plan. */
function seldom<T>(inner: fc.Arbitrary<T>): fc.Arbitrary<T | null> {
  return fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: inner })
}

/** A day so many days after the first. */
function dayAfter(count: number): string {
  return new Date(Date.parse(FIRST_DAY) + count * 86_400_000).toISOString().slice(0, 10)
}

function date(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min, max }).map(dayAfter)
}

/** One thing, all of two or three, any of them, or two of three; now and then with a stock. */
function needOf(ids: readonly string[]): fc.Arbitrary<unknown> {
  const item = fc
    .tuple(fc.constantFrom(...ids), fc.option(buffer, { freq: 3 }))
    .map(([need, own]) => (own === null ? need : { need, buffer: own }))
  const several = fc.array(item, { minLength: 2, maxLength: 3 })
  return fc.oneof(
    several.map((all) => ({ all })),
    several.map((any) => ({ any })),
    fc.tuple(item, item, item).map((of) => ({ 'at-least': 2, of })),
    fc
      .tuple(item, several, buffer)
      .map(([one, any, own]) => ({ all: [one, { any, buffer: own }] })),
  )
}

function service(
  id: string,
  by: fc.Arbitrary<string>,
  below: readonly string[],
): fc.Arbitrary<Json> {
  const needs = below.length === 0 ? fc.constant(null) : fc.option(needOf(below), { freq: 1 })
  return fc
    .record({
      kind,
      provider: by,
      own: serviceClass,
      needs,
      notice: days(0, 20),
      shared: fc.nat(4),
    })
    .map(({ own, needs: needed, notice, shared, ...rest }) => ({
      name: id,
      beneficiary: 'court',
      ...rest,
      // A shared cause is as likely as the likeliest who names it.
      ...(shared === 0 && rest.provider !== 'court'
        ? { class: own, cause: 'storm' }
        : { class: own }),
      contract: { notice },
      ...(needed === null ? {} : { needs: needed }),
    }))
}

function teamOf(name: string): fc.Arbitrary<Json> {
  const capacity = fc.option(fc.integer({ min: 4, max: 30 }), { freq: 4 })
  return fc
    .record({
      dutch: fc.integer({ min: 1, max: 3 }),
      american: fc.nat(2),
      least: fc.nat(),
      capacity,
    })
    .chain(({ dutch, american, least, capacity: stated }) =>
      fc.constantFrom('court', 'prosecutor').map((directed) => ({
        name,
        'directed-by': directed,
        class: 'staff',
        minimum: 1 + (least % (dutch + american)),
        members: [
          { group: 'Dutch', count: dutch, nationality: 'NL' },
          ...(american === 0 ? [] : [{ group: 'American', count: american, nationality: 'US' }]),
        ],
        ...(stated === null ? {} : { capacity: stated }),
      })),
    )
}

const SERVICES = ['s1', 's2', 's3']

/** What a measure does, by the ids of what it brings and of what its forerunners bring. */
function effectsOf(own: string, coming: readonly string[]): fc.Arbitrary<readonly Json[]> {
  const old = fc.constantFrom(...SERVICES, ...coming)
  const one = fc.oneof(
    { weight: 3, arbitrary: old.map((from) => ({ replace: from, with: own })) },
    { weight: 3, arbitrary: old.map((from) => ({ beside: from, add: own })) },
    {
      weight: 3,
      arbitrary: fc
        .tuple(
          fc.constantFrom('f', 'g', 's1', 'team'),
          fc.constantFrom(...SERVICES, 'team'),
          buffer,
        )
        .filter(([on, of]) => on !== of && !(on === 'team' && of === 's1'))
        .map(([on, of, laid]) => ({ 'buffer-on': on, of, buffer: laid })),
    },
    { weight: 1, arbitrary: fc.constantFrom('l1', 'l2').map((licence) => ({ licence })) },
  )
  return fc.array(one, { minLength: 1, maxLength: 3 })
}

function measureOf(index: number): fc.Arbitrary<Json> {
  const own = `n${index}`
  const before = Array.from({ length: index - 1 }, (_, at) => at + 1)
  const subset = fc.subarray(before)
  const waits = fc.oneof(fc.constant<number[]>([]), subset)
  return waits.chain((after) => {
    const coming = after.map((at) => `n${at}`)
    return fc
      .record({
        service: service(own, substitute, coming.length === 0 ? ['s3'] : [...SERVICES, ...coming]),
        effects: effectsOf(own, coming),
        once: fc.integer({ min: 0, max: 20_000 }),
        yearly: fc.integer({ min: 0, max: 20_000 }),
        duration: days(0, 30),
        effort: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 1 }),
        excludes: seldom(fc.constantFrom(0, ...before.filter((at) => !after.includes(at)))),
        earliest: seldom(date(1, 60)),
        deadline: seldom(date(40, 110)),
      })
      .map(({ service: brought, once, yearly, effort, excludes, earliest, deadline, ...rest }) => ({
        ...rest,
        name: `Measure ${index}`,
        kind: 'other',
        cost: { once: `${once} EUR`, yearly: `${yearly} EUR` },
        services: { [own]: brought },
        after: after.map((at) => `m${at}`),
        ...(effort === null ? {} : { effort: { team: effort } }),
        ...(excludes === null || excludes === 0 ? {} : { excludes: [`m${excludes}`] }),
        ...(earliest === null ? {} : { earliest }),
        ...(deadline === null || (earliest !== null && deadline < earliest) ? {} : { deadline }),
      }))
  })
}

function licence(who: string): fc.Arbitrary<Json> {
  return fc
    .record({ until: fc.option(date(20, 150)), from: fc.option(date(0, 60)) })
    .map(({ until, from }) => ({
      name: `Licence for ${who}`,
      regime: REGIME,
      status: 'applied',
      for: who,
      ...(from === null || (until !== null && from > until) ? {} : { from }),
      ...(until === null ? {} : { until }),
    }))
}

const strike = fc.oneof(
  { weight: 3, arbitrary: fc.constant('uniform') },
  fc.constant('dated'),
  date(0, 110),
)

const decisions: fc.Arbitrary<readonly Json[]> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(date(0, 60), fc.nat(30)).map(([on, wind]) => {
      const last = dayAfter((Date.parse(on) - Date.parse(FIRST_DAY)) / 86_400_000 + wind)
      return [{ on, designate: 'court', under: REGIME, 'wind-down-until': last }]
    }),
  },
  date(0, 60).map((on) => [
    { on: dayAfter(-3), annex: REGIME, to: 'eu-blocking-statute' },
    { on, designate: 'court', under: REGIME },
  ]),
  date(0, 60).map((on) => [{ on, designate: 'prosecutor', under: REGIME }]),
  fc.tuple(date(0, 60), fc.constantFrom(...SERVICES), date(0, 60)).map(([on, withdraw, later]) => [
    { on, withdraw },
    { on: later, designate: 'court', under: REGIME },
  ]),
)

const scenario = fc
  .record({ decisions, strike, weight: fc.integer({ min: 1, max: 3 }) })
  .map((given) => ({ name: 'A scenario', ...given }))

const plan = fc
  .record({
    horizon: fc.integer({ min: 70, max: 120 }),
    periods: fc.integer({ min: 3, max: 5 }),
    budget: fc.option(fc.integer({ min: 5_000, max: 45_000 }), { freq: 4 }),
    perPeriod: seldom(fc.integer({ min: 5_000, max: 25_000 })),
    window: seldom(fc.tuple(fc.nat(60), fc.nat(60), fc.integer({ min: 0, max: 20_000 }))),
  })
  .map(({ horizon, periods, budget, perPeriod, window }) => ({
    horizon: `${horizon}d`,
    period: `${Math.ceil(horizon / periods)}d`,
    ...(budget === null ? {} : { budget: `${budget} EUR` }),
    ...(perPeriod === null ? {} : { 'per-period': `${perPeriod} EUR` }),
    ...(window === null
      ? {}
      : {
          windows: [
            {
              from: dayAfter(window[0]),
              until: dayAfter(window[0] + window[1]),
              'at-most': `${window[2]} EUR`,
            },
          ],
        }),
  }))

export interface RandomProblem {
  /** Of a dossier whose prosecutor, now and then, has the number 1 on the list. */
  readonly text: string
  readonly scenarios: readonly string[]
}

/** @param measuresMax measures of one dossier at most */
export function randomProblem(measuresMax: number): fc.Arbitrary<RandomProblem> {
  const measures = fc
    .integer({ min: Math.min(2, measuresMax), max: measuresMax })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => measureOf(at + 1))))
  const functionOf = (below: readonly string[]) =>
    fc
      .record({
        weight: fc.integer({ min: 1, max: 3 }),
        tolerance: days(0, 8),
        needs: needOf(below),
      })
      .map((given) => ({ name: 'A function', ...given }))
  return fc
    .record({
      services: fc.tuple(
        service('s1', provider, ['s2', 's3']),
        service('s2', provider, ['s3']),
        service('s3', provider, []),
      ),
      team: teamOf('Team'),
      functions: fc.tuple(
        functionOf([...SERVICES, 'team']),
        functionOf([...SERVICES, 'team', 'f']),
      ),
      licences: fc.tuple(licence('us-firm'), licence('court')),
      measures,
      scenarios: fc.array(scenario, { minLength: 1, maxLength: 2 }),
      listed: seldom(fc.constantFrom('today', 'only-today')),
      plan,
    })
    .map((given) => ({
      scenarios: [
        ...(given.listed === null ? [] : ['today']),
        ...(given.listed === 'only-today'
          ? []
          : given.scenarios.map((_, index) => `case-${index + 1}`)),
      ],
      text: JSON.stringify({
        institution: {
          id: 'court',
          name: 'A court',
          seat: 'NL',
          form: 'international-organisation',
        },
        parties:
          given.listed === null
            ? PARTIES
            : { ...PARTIES, prosecutor: { ...person('GB'), 'listed-as': { 'ofac-sdn': '1' } } },
        assumptions: ASSUMPTIONS,
        services: numbered('s', given.services),
        teams: { team: given.team },
        functions: { f: given.functions[0], g: given.functions[1] },
        licences: numbered('l', given.licences),
        measures: withoutClashes(numbered('m', given.measures)),
        scenarios: numbered('case-', given.scenarios),
        plan: given.plan,
      }),
    }))
}

/** No measure may wait for two that exclude each other: such exclusions are left out. */
function withoutClashes(measures: Readonly<Record<string, Json>>): Json {
  const needed = (id: string): Set<string> => {
    const found = new Set([id])
    for (const one of found)
      for (const before of (measures[one]?.after ?? []) as string[]) found.add(before)
    return found
  }
  const together = Object.keys(measures).map(needed)
  return Object.fromEntries(
    Object.entries(measures).map(([id, measure]) => {
      const { excludes, ...rest } = measure
      const [other] = (excludes ?? []) as string[]
      const isFree = other !== undefined && !together.some((all) => all.has(id) && all.has(other))
      return [id, isFree ? { ...rest, excludes: [other] } : rest]
    }),
  )
}

function numbered<T>(prefix: string, all: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(all.map((one, index) => [`${prefix}${index + 1}`, one]))
}
