import type {
  AssessReport,
  Chokepoint,
  DecisionFinding,
  FunctionFinding,
  ScenarioFinding,
  ServiceFinding,
} from '@holdfast/holdfast'
import { type Statement, state } from '@holdfast/kernel'
import { FUNCTIONS, type Party, parties, type Supply, supplies } from './fixture_data.ts'
import { groundOf } from './fixture_ground.ts'

const REGIME = 'us-eo14203'

interface World {
  readonly id: string
  readonly name: string
  readonly description: string
  /** The day on which the tribunal, or only the Prosecutor, is listed; null when nobody is. */
  readonly strike: string | null
  readonly targets: readonly string[]
  readonly annexed: boolean
}

const WORLDS: readonly World[] = [
  {
    id: 'as-is',
    name: 'The world as it is',
    description: 'The Prosecutor is listed; nothing else is decided.',
    strike: '2025-12-01',
    targets: ['prosecutor'],
    annexed: false,
  },
  {
    id: 'deputies',
    name: 'The deputy prosecutors and two judges are listed too',
    description: 'Four more persons are named; the tribunal is not.',
    strike: '2026-01-15',
    targets: ['prosecutor', 'judge-a', 'judge-b'],
    annexed: false,
  },
  {
    id: 'tribunal',
    name: 'The tribunal is listed',
    description: 'The tribunal itself is designated, with a wind-down licence of 30 days.',
    strike: '2026-02-06',
    targets: ['prosecutor', 'own'],
    annexed: false,
  },
  {
    id: 'tribunal-annexed',
    name: 'The tribunal is listed, and the order stands in the annex of the Blocking Statute',
    description: 'As before, but the Union annexes the order two weeks earlier.',
    strike: '2026-02-06',
    targets: ['prosecutor', 'own'],
    annexed: true,
  },
  {
    id: 'tribunal-banks',
    name: 'The tribunal is listed and North Sea Bank withdraws',
    description: 'The bank closes the accounts out of caution.',
    strike: '2026-02-06',
    targets: ['prosecutor', 'own'],
    annexed: false,
  },
]

const party = (id: string): Party =>
  parties.find((one) => one.id === id) ?? { id, name: id, owner: '', standing: 'free' }

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

function place(file: string, line: number) {
  return { file, line, column: 5, excerpt: '    supplied-by: cumulus-eu', length: 11 }
}

type Case = ServiceFinding['case']

/** The row of the table that a supply falls into, simplified. */
function caseOf(supply: Supply, world: World): { verdict: ServiceFinding['verdict']; row: Case } {
  const provider = party(supply.provider)
  const listed = world.targets.includes(supply.beneficiary)
  const tribunal = world.targets.includes('own')
  if (provider.id === 'own') return { verdict: 'stays', row: 'in-house' }
  if (['host-state', 'grid-west'].includes(provider.id)) {
    return { verdict: 'stays', row: 'unexposed' }
  }
  if (world.id === 'tribunal-banks' && provider.id === 'north-bank') {
    return { verdict: 'must-stop', row: 'decided' }
  }
  if (!tribunal && supply.beneficiary !== 'prosecutor')
    return { verdict: 'stays', row: 'untouched' }
  if (provider.standing === 'unknown') return { verdict: 'unknown', row: 'direct' }
  const bound = provider.standing === 'bound'
  if (bound && listed) {
    const contested = world.annexed && provider.id.endsWith('-eu')
    return { verdict: contested ? 'contested' : 'must-stop', row: 'direct' }
  }
  return bound
    ? { verdict: 'may-stop', row: 'indirect' }
    : { verdict: world.annexed ? 'contested' : 'may-stop', row: 'over-compliance' }
}

function service(supply: Supply, index: number, world: World): ServiceFinding {
  const { verdict, row } = caseOf(supply, world)
  const strike = world.strike ?? '2026-02-06'
  const must = verdict === 'must-stop'
  const stops = verdict !== 'stays'
  const earliest = stops ? later(strike, must ? 30 : index % 9) : null
  const latest = stops ? later(strike, must ? 30 : 30 + (index % 5) * 15) : null
  const provider = party(supply.provider)
  return {
    id: supply.beneficiary === 'own' ? supply.id : `${supply.id}@${supply.beneficiary}`,
    name: supply.name,
    verdict,
    earliest,
    latest,
    kind: stops ? (provider.id.endsWith('bank') ? 'frozen' : 'refused') : null,
    service: supply.id,
    provider: provider.id,
    providerName: provider.name,
    beneficiary: supply.beneficiary,
    beneficiaryName: party(supply.beneficiary).name,
    case: row,
    regime: stops ? REGIME : null,
    likelihood: must ? [1, 1] : stops ? [0.05 + (index % 4) / 20, 0.3 + (index % 5) / 10] : [0, 0],
    certain: must ? latest : null,
    possible: earliest,
    dependsOn: verdict === 'unknown' ? [`owners-of-${provider.id}`] : [],
    proof: serviceProof(supply, provider, verdict, world, { earliest, latest, index }),
  }
}

function serviceProof(
  supply: Supply,
  provider: Party,
  verdict: ServiceFinding['verdict'],
  world: World,
  at: { earliest: string | null; latest: string | null; index: number },
): Statement {
  const here = { place: place('dossier/services.yaml', 12 + at.index * 7) }
  const days = { earliest: at.earliest, latest: at.latest, low: 5, high: 40 }
  const params = { provider: provider.name, service: supply.name, ...days }
  if (verdict === 'stays') return state('proof.untouched', params, [], here)
  const target = party(supply.beneficiary).name
  const listed = state(
    'proof.on-list-by-number',
    { party: target, entry: '52011', list: 'ofac-sdn (reconstructed)', name: target },
    [],
    { source: `OFAC SDN list, published 28 Nov 2025 (reconstructed), as of ${world.strike}` },
  )
  const owned = state(
    'proof.holds-share',
    { owner: party(provider.owner).name, share: '100', party: provider.name },
    [],
    { place: place('dossier/parties.yaml', 30 + at.index * 4), source: 'Register, 2025-10-14' },
  )
  const bound = state(
    'proof.bound',
    { party: provider.name, regime: 'Executive Order 14203' },
    provider.owner === '' ? [] : [owned],
    { source: 'Executive Order 14203 of 6 February 2025, section 8(c), 90 FR 9369' },
  )
  const key = verdict === 'must-stop' ? 'proof.must-stop' : 'proof.may-stop'
  return state(key, params, provider.standing === 'bound' ? [listed, bound] : [listed], here)
}

const worst = (days: readonly (string | null)[]): string | null =>
  days.filter((day) => day !== null).toSorted()[0] ?? null

function withNeeds(id: string): string[] {
  const supply = supplies.find((one) => one.id === id)
  return [id, ...(supply?.needs ?? []).flatMap(withNeeds)]
}

function func(index: number, services: readonly ServiceFinding[]): FunctionFinding {
  const [id = '', name = '', weight = 1, toleranceDays = 0, needs = ''] = FUNCTIONS[index] ?? []
  const all = new Set(needs.split(' ').flatMap(withNeeds))
  const used = services.filter((one) => all.has(one.service))
  const shift = (day: string | null) => (day === null ? null : later(day, toleranceDays))
  const certain = shift(worst(used.map((one) => one.certain)))
  const possible = shift(worst(used.map((one) => one.possible)))
  const unknown = used.flatMap((one) => one.dependsOn)
  const high = certain === null ? 1 - used.reduce((p, s) => p * (1 - s.likelihood[1]), 1) : 1
  const low = certain === null ? 1 - used.reduce((p, s) => p * (1 - s.likelihood[0]), 1) : 1
  const reasons = used.filter((one) => one.verdict !== 'stays').map((one) => one.proof)
  const key = certain ? 'stops-certainly' : possible ? 'stops-possibly' : 'holds'
  const said = { day: certain ?? possible, tolerance: toleranceDays, outage: possible }
  const at = { place: place('dossier/functions.yaml', 4 + index * 9) }
  return {
    id,
    name,
    weight,
    toleranceDays,
    certain,
    possible,
    probability: [low, high],
    dependent: [low / 2, high * 0.7],
    loss: [weight * low * 40, weight * high * 120],
    cutSets: '3',
    dependsOn: certain === null ? [...new Set(unknown)] : [],
    proof: state(`proof.${key}`, said, reasons, at),
  }
}

function decisionsOf(world: World): DecisionFinding[] {
  if (world.strike === null) return []
  const target = world.targets.at(-1) ?? 'own'
  const decisions: DecisionFinding[] = world.id === 'as-is' ? [] : [designate(target, world.strike)]
  if (world.annexed) {
    decisions.push({
      kind: 'annex',
      on: '2026-01-23',
      by: 'eu',
      byName: 'The European Union',
      what: REGIME,
      whatName: 'Executive Order 14203',
      regime: 'eu-blocking-statute',
      services: [],
      alternatives: [],
    })
  }
  if (world.id === 'tribunal-banks') decisions.push(withdraw('north-bank', 'salary-account'))
  return decisions
}

function designate(target: string, on: string | null): DecisionFinding {
  return {
    kind: 'designate',
    on,
    by: 'us',
    byName: 'The United States',
    what: target,
    whatName: target === 'own' ? 'the tribunal' : 'a judge of the tribunal',
    regime: REGIME,
    services: [],
    alternatives: [],
  }
}

function withdraw(provider: string, what: string, more: readonly string[] = []): DecisionFinding {
  const name = supplies.find((one) => one.id === what)?.name ?? what
  return {
    kind: 'withdraw',
    on: null,
    by: provider,
    byName: party(provider).name,
    what,
    whatName: `“${name}”`,
    regime: REGIME,
    services: [what, ...more],
    alternatives: [],
  }
}

function scenario(world: World): ScenarioFinding {
  const services = supplies.map((supply, index) => service(supply, index, world))
  const functions = FUNCTIONS.map((_, index) => func(index, services))
  const tribunal = world.targets.includes('own')
  return {
    id: world.id,
    name: world.name,
    description: world.description,
    decisions: decisionsOf(world),
    functions,
    services,
    teams: [
      team('investigators', 'Investigators of situation 4', 12, 8, tribunal ? 3 : 0),
      team('it', 'Information technology', 9, 6, tribunal ? 4 : 0),
      team('finance', 'Finance', 7, 4, tribunal ? 1 : 0),
    ],
    legalFiles: services
      .filter((one) => one.verdict === 'contested')
      .map((one, index) => ({
        service: one.service,
        provider: one.provider,
        regime: REGIME,
        counterLaw: 'eu-blocking-statute',
        from: '2026-01-23',
        intervalKept: index % 2 === 0,
      })),
    loss: [
      functions.reduce((sum, one) => sum + one.loss[0], 0),
      functions.reduce((sum, one) => sum + one.loss[1], 0),
    ],
  }
}

function team(id: string, name: string, size: number, minimum: number, mustStop: number) {
  const unknown = id === 'it' ? 1 : 0
  const stays = size - mustStop - unknown
  const margin = size - mustStop - minimum
  return { id, name, size, minimum, mustStop, mayStop: 0, contested: 0, stays, unknown, margin }
}

function chokepoint(
  of: string,
  decisions: DecisionFinding[],
  also: string[],
  probability: Chokepoint['probability'],
): Chokepoint {
  const found = FUNCTIONS.find(([id]) => id === of)
  const stopped = [of, ...also]
  const weight = FUNCTIONS.filter(([id]) => stopped.includes(id)).reduce((sum, f) => sum + f[2], 0)
  return {
    scenario: 'as-is',
    function: of,
    functionName: found?.[1] ?? of,
    decisions,
    order: decisions.length,
    probability,
    alsoStops: also,
    weight,
  }
}

function chokepoints(): Chokepoint[] {
  const listing = designate('own', null)
  const cumulus = withdraw('cumulus-eu', 'case-hosting', ['mail-registry', 'payroll-hosting'])
  const banks = [withdraw('north-bank', 'salary-account'), withdraw('harbour-bank', 'fx')]
  return [
    chokepoint('pay-staff', [cumulus], ['case-record', 'mail'], [0.05, 0.4]),
    chokepoint(
      'hearings',
      [listing],
      ['witnesses', 'mail', 'travel', 'evidence', 'outreach'],
      null,
    ),
    chokepoint('legal-aid', banks, [], [0.01, 0.12]),
    chokepoint('outreach', [withdraw('edgecast', 'cdn')], ['evidence'], [0.05, 0.3]),
    chokepoint(
      'travel',
      [withdraw('cardnet', 'cards'), withdraw('roomline', 'hotel-booking')],
      [],
      [0.004, 0.09],
    ),
  ]
}

function graph(): AssessReport['graph'] {
  const nodes = [
    ...FUNCTIONS.map(([id, name]) => ({ id, name, layer: 'function' as const })),
    ...supplies.map(({ id, name }) => ({ id, name, layer: 'service' as const })),
    { id: 'investigators', name: 'Investigators of situation 4', layer: 'team' as const },
    ...parties.map(({ id, name }) => ({ id, name, layer: 'party' as const })),
  ]
  const edges = [
    ...FUNCTIONS.flatMap(([id, , , , needs]) =>
      needs.split(' ').map((to) => ({ from: id, to, kind: 'needs' as const })),
    ),
    { from: 'evidence', to: 'investigators', kind: 'needs' as const },
    ...supplies.flatMap(({ id, provider, needs }) => [
      ...needs.map((to) => ({ from: id, to, kind: 'needs' as const })),
      { from: id, to: provider, kind: 'supplied-by' as const },
    ]),
    ...parties
      .filter(({ owner }) => owner !== '')
      .map(({ id, owner }) => ({ from: id, to: owner, kind: 'owned-by' as const })),
  ]
  return { nodes, edges }
}

/** A whole report of the invented tribunal: 12 functions, 5 scenarios, 50 services. */
export function fixtureReport(): AssessReport {
  return {
    format: 'holdfast-assess/1',
    institution: {
      id: 'own',
      name: 'International Tribunal for the High Seas',
      note: 'An invented institution with invented suppliers.',
    },
    on: '2025-12-01',
    horizonDays: 365,
    scenarios: WORLDS.map(scenario),
    chokepoints: chokepoints(),
    graph: graph(),
    ...groundOf(REGIME),
  }
}
