import type { DecisionFinding, PlannedMeasure, PlanReport } from '@holdfast/holdfast'

/** A plan of an invented tribunal: sums agree with each other, figures are made up. */

const FROM = '2026-11-25'
const DAYS = 540
const PERIOD = 30

export const TEAMS = ['registry-it', 'finance', 'procurement', 'investigators'] as const
type TeamId = (typeof TEAMS)[number]

const TEAM_NAMES: Readonly<Record<TeamId, string>> = {
  'registry-it': 'Information technology of the registry',
  finance: 'Finance and treasury',
  procurement: 'Procurement and legal office',
  investigators: 'Investigators and analysts of the prosecution',
}

/** id, name, kind, start (period), days, once, yearly, team, person-days, after, saves, sure. */
type Row = [
  string,
  string,
  string,
  number,
  number,
  number,
  number,
  TeamId,
  number,
  string,
  number,
  boolean,
]

const ROWS: readonly Row[] = [
  [
    'm-prepaid-salaries',
    'Salaries of one quarter paid ahead',
    'buffer',
    0,
    20,
    40_000,
    0,
    'finance',
    10,
    '',
    212,
    true,
  ],
  [
    'm-contract',
    'Framework contract for a sovereign workplace',
    'other',
    0,
    45,
    60_000,
    0,
    'procurement',
    20,
    '',
    684,
    true,
  ],
  [
    'm-second-name',
    'A second name under a European registry',
    'second-source',
    0,
    20,
    15_000,
    1_000,
    'registry-it',
    12,
    '',
    61,
    true,
  ],
  [
    'm-offline',
    'A longer offline copy of the evidence',
    'buffer',
    0,
    40,
    85_000,
    20_000,
    'registry-it',
    25,
    '',
    188,
    true,
  ],
  [
    'm-mail-officials',
    'Second mailbox for the deputy who would direct',
    'second-source',
    0,
    7,
    2_000,
    1_000,
    'registry-it',
    2,
    '',
    9.4,
    true,
  ],
  [
    'm-public-bank',
    'Account at a public bank of another state',
    'account',
    0,
    90,
    20_000,
    6_000,
    'finance',
    15,
    '',
    396,
    true,
  ],
  [
    'm-certificates',
    'Certificates of a European authority',
    'second-source',
    1,
    25,
    8_000,
    10_000,
    'registry-it',
    8,
    '',
    34,
    false,
  ],
  [
    'm-disks',
    'Disclosure sets for half a year on disks',
    'buffer',
    1,
    30,
    30_000,
    0,
    'registry-it',
    12,
    '',
    47,
    false,
  ],
  [
    'm-field-cash',
    'Cash in the field for two months',
    'buffer',
    1,
    25,
    60_000,
    25_000,
    'finance',
    8,
    '',
    58,
    false,
  ],
  [
    'm-shield',
    'European shield of the web site',
    'substitute',
    1,
    30,
    20_000,
    60_000,
    'registry-it',
    10,
    '',
    12.5,
    false,
  ],
  [
    'm-identity',
    'Own accounts and sign-in (part of the sovereign workplace)',
    'substitute',
    2,
    90,
    240_000,
    90_000,
    'registry-it',
    120,
    'm-contract',
    603,
    true,
  ],
  [
    'm-chat',
    'Messenger on the sovereign workplace',
    'second-source',
    2,
    45,
    70_000,
    45_000,
    'registry-it',
    25,
    'm-contract',
    41,
    false,
  ],
  [
    'm-partners',
    'Agreements with two more partners',
    'second-source',
    2,
    90,
    25_000,
    120_000,
    'investigators',
    15,
    '',
    77,
    false,
  ],
  [
    'm-review-own',
    'Own search over exported evidence',
    'second-source',
    2,
    60,
    150_000,
    0,
    'registry-it',
    70,
    '',
    164,
    false,
  ],
  [
    'm-satphones',
    'Satellite phones of a second operator',
    'second-source',
    3,
    35,
    75_000,
    55_000,
    'procurement',
    4,
    '',
    52,
    false,
  ],
  [
    'm-mail',
    'E-mail on the sovereign workplace',
    'substitute',
    5,
    75,
    210_000,
    120_000,
    'registry-it',
    90,
    'm-identity',
    355,
    false,
  ],
  [
    'm-files',
    'Files on the sovereign workplace',
    'substitute',
    5,
    120,
    280_000,
    120_000,
    'registry-it',
    110,
    'm-identity',
    201,
    false,
  ],
  [
    'm-printed',
    'Printed files of all open cases',
    'buffer',
    5,
    50,
    45_000,
    0,
    'investigators',
    30,
    '',
    29,
    false,
  ],
  [
    'm-store',
    'A plain store of our own beside the evidence platform',
    'second-source',
    8,
    100,
    200_000,
    20_000,
    'registry-it',
    90,
    '',
    118,
    false,
  ],
  [
    'm-reserve',
    'Working capital for a year',
    'buffer',
    3,
    270,
    90_000,
    0,
    'finance',
    20,
    '',
    73,
    false,
  ],
]

function later(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}

const FUNCTIONS: readonly [
  string,
  string,
  number,
  number,
  number,
  number,
  number | null,
  number | null,
][] = [
  ['investigate', 'Investigate', 10, 3, 1010, 214, 9, 61],
  ['evidence', 'Receive and keep evidence', 10, 2, 842, 161, 30, null],
  ['pay-staff', 'Pay the staff', 8, 5, 701, 120, 16, null],
  ['hearings', 'Hold hearings', 8, 7, 566, 174, 21, 96],
  ['witnesses', 'Protect witnesses', 10, 1, 431, 200, 4, 12],
  ['defence', 'Defence, victims and legal aid', 7, 14, 290, 71, 40, null],
  ['warrants', 'Decide on warrants and send them', 9, 3, 204, 48, 33, null],
  ['public', 'Speak with states, parties and the public', 5, 10, 106, 42, 10, 33],
  ['detained', 'Keep detained persons safely', 8, 1, 60, 20, null, null],
  ['assembly', 'Hold the annual assembly of states', 3, 30, 0, 0, null, null],
]

const SCENARIOS = [
  ['as-is', 'The world as it is', 0.2, 0.02, null],
  ['four-tranches', 'Four tranches, as in 2025', 0.4, 0.23, 18],
  ['listed', 'The tribunal itself is listed', 0.25, 0.55, 18],
  ['eu-first', 'The EU adds the order to its statute, then the tribunal is listed', 0.15, 0.2, 1],
] as const

function measureOf(row: Row): PlannedMeasure {
  const [id, name, kind, start, days, once, yearly, team, personDays, after, saves, sure] = row
  const begin = later(FROM, start * PERIOD)
  const running = Math.max(0, DAYS - start * PERIOD - days)
  return {
    id,
    name,
    kind,
    start: begin,
    finish: later(begin, days),
    deadline: id === 'm-prepaid-salaries' ? later(begin, 60) : null,
    cost: once + Math.round((yearly * running) / 365),
    once,
    yearly,
    effort: [
      { team, name: TEAM_NAMES[team], personDays },
      ...(id === 'm-public-bank'
        ? [{ team: 'procurement', name: TEAM_NAMES.procurement, personDays: 5 }]
        : []),
    ],
    after: after === '' ? [] : [after],
    saves,
    helps: FUNCTIONS.slice(start % 5, (start % 5) + 2).map(([one]) => one),
    fixed: id === 'm-printed',
    noRegret: sure,
  }
}

function decision(
  kind: DecisionFinding['kind'],
  byName: string,
  whatName: string,
  services: readonly string[] = ['s'],
): DecisionFinding {
  const by = byName.toLowerCase().replaceAll(' ', '-')
  const what = whatName.toLowerCase().replaceAll(' ', '-')
  return {
    kind,
    on: null,
    by,
    byName,
    what,
    whatName,
    regime: null,
    services: [...services],
    alternatives: [],
  }
}

function periodsOf() {
  return Array.from({ length: DAYS / PERIOD }, (_, index) => {
    const from = later(FROM, index * PERIOD)
    return { from, until: later(from, PERIOD - 1) }
  })
}

function leftOut(): PlanReport['leftOut'] {
  const row = (
    id: string,
    name: string,
    reason: PlanReport['leftOut'][number]['reason'],
    because: string[],
    cost: number,
    wouldSave: number,
  ) => ({ id, name, kind: 'substitute', reason, because, cost, wouldSave })
  return [
    row('m-review-eu', 'European software for the review of evidence', 'budget', [], 1_210_000, 96),
    row(
      'm-devices',
      'Laptops that run without the present maker of the system',
      'waits',
      ['m-firewall'],
      1_480_000,
      0,
    ),
    row('m-firewall', 'Firewalls of a European maker', 'capacity', ['registry-it'], 236_000, 18.2),
    row(
      'm-cloud-eu',
      'A second cloud, of the European subsidiary of the same group',
      'falls-too',
      ['cloud-second'],
      300_000,
      0,
    ),
    row(
      'm-cards',
      'Duty travel without a card scheme',
      'adds-nothing',
      ['m-public-bank', 'm-field-cash'],
      25_000,
      0,
    ),
    row('m-tower', 'An own radio tower', 'too-late', [], 900_000, 0),
    row(
      'm-hosting',
      'Move the hosting of the evidence platform',
      'excluded',
      ['m-store'],
      450_000,
      0,
    ),
    row('m-fax', 'Fax machines', 'changes-nothing', [], 4_000, 0),
    row('m-images', 'Contract with the public imagery centre', 'not-wanted', [], 5_000, 31),
    row('m-lunch', 'A kitchen of our own', 'not-worth', [], 12_000, 0.03),
  ]
}

function frontierOf(objective: number, doNothing: number, spent: number): PlanReport['frontier'] {
  const shares = [1, 0.62, 0.44, 0.335, 0.28, 0.25, 0.236, 0.225, 0.218]
  return shares.map((share, index) => {
    const budget = index * 400_000
    const value = index === 6 ? objective : Math.round(doNothing * share)
    return {
      budget,
      cost: index === 6 ? spent : Math.max(0, budget - 7_000 * index),
      objective: value,
      bound: value * 0.993,
      gap: 0.007,
      measures: ROWS.slice(0, index * 3).map(([id]) => id),
      knee: index === 3,
    }
  })
}

function functionsOf(): PlanReport['functions'] {
  return FUNCTIONS.map(([id, name, weight, toleranceDays, before, after, stop, then]) => ({
    id,
    name,
    weight,
    toleranceDays,
    before,
    after,
    scenarios: SCENARIOS.map(([scenario], index) => ({
      scenario,
      before: {
        certain: index === 2 ? stop : null,
        possible: index === 0 || stop === null ? (index === 2 ? 44 : null) : Math.max(0, stop - 3),
      },
      after: { certain: null, possible: index === 2 ? then : null },
    })),
  }))
}

function riskOf(
  doNothing: number,
  greedy: number,
  plan: number,
  measures: readonly PlannedMeasure[],
) {
  const periods = periodsOf()
  const curve = (total: number, shape: (x: number) => number) => {
    const raw = periods.map((_, index) => shape((index + 0.5) / periods.length))
    const sum = raw.reduce((a, b) => a + b, 0) * PERIOD
    return raw.map((value) => (value * total) / sum)
  }
  const before = curve(doNothing, (x) => x)
  const shape = (x: number) => x * (0.184 + 0.816 * Math.exp(-5 * x))
  const best = curve(plan, shape)
  const beside = curve(greedy, (x) => x * (0.22 + 0.78 * Math.exp(-4.2 * x)))
  return periods.map(({ from, until }, index) => ({
    from,
    until,
    doNothing: before[index] ?? 0,
    greedy: beside[index] ?? 0,
    plan: best[index] ?? 0,
    finished: measures
      .filter(({ finish }) => finish >= from && finish <= until)
      .map(({ id }) => id),
  }))
}

function teamsOf(measures: readonly PlannedMeasure[]): PlanReport['teams'] {
  const capacity = { 'registry-it': 60, finance: 20, procurement: 25, investigators: null }
  return TEAMS.map((team) => ({
    team,
    name: TEAM_NAMES[team],
    capacity: capacity[team],
    used: periodsOf().map(({ from, until }) => {
      const busy = measures.filter(({ start, finish }) => start <= until && finish > from)
      const effort = busy.flatMap((one) =>
        one.effort
          .filter((part) => part.team === team)
          .map(({ personDays }) => {
            const days = (Date.parse(one.finish) - Date.parse(one.start)) / 86_400_000
            return (personDays / days) * Math.min(PERIOD, days)
          }),
      )
      const sum = effort.reduce((a, b) => a + b, 0)
      return Math.min(capacity[team] ?? sum, Math.round(sum * 10) / 10)
    }),
  }))
}

/** The whole of it; a test changes what it is about. */
export function fixturePlan(): PlanReport {
  const measures = ROWS.map(measureOf)
  const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
  const doNothing = sum(FUNCTIONS.map((row) => row[4]))
  const objective = sum(FUNCTIONS.map((row) => row[5]))
  const spent = sum(measures.map(({ cost }) => cost))
  const closed = [
    {
      function: 'pay-staff',
      functionName: 'Pay the staff',
      decisions: [decision('withdraw', 'North Sea Bank', 'the accounts', ['a', 'b', 'c'])],
    },
    {
      function: 'investigate',
      functionName: 'Investigate',
      decisions: [decision('designate', 'The United States', 'the tribunal')],
    },
    {
      function: 'evidence',
      functionName: 'Receive and keep evidence',
      decisions: [
        decision('withdraw', 'Cumulus Cloud', 'hosting'),
        decision('withdraw', 'Lattice', 'the evidence platform'),
      ],
    },
  ]
  const left = [
    {
      function: 'witnesses',
      functionName: 'Protect witnesses',
      decisions: [
        decision('withdraw', 'Orbital', 'satellite telephones'),
        decision('withdraw', 'North Sea Bank', 'the accounts'),
      ],
    },
  ]
  return {
    institution: {
      id: 'tribunal',
      name: 'International Tribunal for Crimes against the Record (invented)',
    },
    on: FROM,
    horizon: { from: FROM, until: later(FROM, DAYS - 1), days: DAYS },
    periodDays: PERIOD,
    periods: periodsOf(),
    currency: 'EUR',
    scenarios: SCENARIOS.map(([id, name, weight, share, strikes]) => ({
      id,
      name,
      weight,
      strikes:
        strikes === null
          ? null
          : periodsOf()
              .slice(0, strikes)
              .map(({ from }) => later(from, 15)),
      doNothing: (doNothing * share) / weight,
      plan: (objective * share) / weight,
    })),
    status: 'optimal',
    gapAsked: 0.01,
    objective,
    bound: objective * 0.9914,
    gap: 0.0086,
    doNothing,
    greedy: 1310,
    low: { objective: 96, doNothing: 610 },
    worst: 40_000,
    budget: 2_400_000,
    spent,
    spending: periodsOf().map(({ from, until }) => ({
      from,
      until,
      amount: sum(measures.filter(({ start }) => start === from).map(({ once }) => once)),
      limit: 600_000,
    })),
    teams: teamsOf(measures),
    measures,
    leftOut: leftOut(),
    risk: riskOf(doNothing, 1310, objective, measures),
    functions: functionsOf(),
    chokepoints: { closed, left, closedCount: 21, leftCount: 13 },
    frontier: frontierOf(objective, doNothing, spent),
    noRegret: measures.filter(({ noRegret }) => noRegret).map(({ id }) => id),
    prices: {
      budget: { step: 100_000, saves: 11.2 },
      teams: [{ team: 'registry-it', name: TEAM_NAMES['registry-it'], step: 10, saves: 26 }],
    },
    legal: [
      {
        regime: 'us-eo14203',
        counterLaw: 'eu-blocking',
        name: 'The EU adds Executive Order 14203 to its Blocking Statute',
        doNothing: 3110,
        plan: 802,
        worth: 290_000,
      },
    ],
    check: { points: 54, largestDifference: 2e-9 },
    names: { 'cloud-second': 'Second cloud' },
    diagnostics: [],
  }
}

export type Variant = [name: string, report: PlanReport]

/** What else a plan may be: nothing, much, without limits, with long names. */
export function planVariants(): Variant[] {
  const plan = fixturePlan()
  const sixty = Array.from({ length: 60 }, (_, index): PlannedMeasure => {
    const one = measureOf(ROWS[index % ROWS.length]!)
    return { ...one, id: `${one.id}-${index}`, after: [], name: `${one.name} ${index}` }
  })
  const long = `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} and 給与の支払い for all who wait `
  const none: PlanReport = {
    ...plan,
    measures: [],
    leftOut: [],
    objective: plan.doNothing,
    greedy: plan.doNothing,
    bound: plan.doNothing,
    gap: 0,
    spent: 0,
    noRegret: [],
    legal: [],
    frontier: [],
  }
  const empty: PlanReport = {
    ...none,
    currency: null,
    budget: null,
    doNothing: 0,
    objective: 0,
    bound: 0,
    greedy: 0,
    worst: 0,
    low: { objective: 0, doNothing: 0 },
    scenarios: [],
    functions: [],
    teams: [],
    spending: [],
    risk: [],
    prices: { budget: null, teams: [] },
    chokepoints: { closed: [], left: [], closedCount: 0, leftCount: 0 },
    check: { points: 0, largestDifference: 0 },
  }
  return [
    ['whole', plan],
    ['no measure', none],
    ['empty', empty],
    [
      'no budget',
      {
        ...plan,
        budget: null,
        spending: plan.spending.map((one) => ({ ...one, limit: null })),
        prices: { budget: null, teams: [] },
      },
    ],
    [
      'no frontier',
      { ...plan, frontier: [], noRegret: [], legal: [{ ...plan.legal[0]!, worth: null }] },
    ],
    [
      'one scenario',
      {
        ...plan,
        scenarios: plan.scenarios
          .slice(2, 3)
          .map((one) => ({ ...one, weight: 1, strikes: ['2026-12-01'] })),
      },
    ],
    [
      'no currency',
      {
        ...plan,
        currency: null,
        budget: null,
        spent: 0,
        measures: plan.measures.map((one) => ({ ...one, cost: 0, once: 0, yearly: 0 })),
      },
    ],
    ['sixty', { ...plan, measures: sixty }],
    [
      'not proven',
      {
        ...plan,
        status: 'feasible',
        gap: 0.232,
        bound: 806,
        check: { points: 54, largestDifference: 0.41 },
      },
    ],
    [
      'long names',
      {
        ...plan,
        institution: { id: 'x', name: long },
        measures: plan.measures.map((one) => ({ ...one, name: long + one.name })),
        leftOut: plan.leftOut.map((one) => ({ ...one, name: long + one.name })),
        functions: plan.functions.map((one) => ({ ...one, name: long + one.name })),
        scenarios: plan.scenarios.map((one) => ({ ...one, name: long + one.name })),
        teams: plan.teams.map((one) => ({ ...one, name: long + one.name })),
      },
    ],
  ]
}
