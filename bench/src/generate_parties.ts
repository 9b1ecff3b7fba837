/** Invented parties: companies under chains of owners, states, partners, officials. */
import type { Chance } from './chance.ts'

export type Yaml = Record<string, unknown>

export interface Parties {
  readonly written: Yaml
  /** Those who supply services. */
  readonly providers: readonly string[]
  readonly officials: readonly string[]
}

const EUROPE = ['NL', 'DE', 'FR', 'BE', 'IE', 'LU', 'ES', 'IT', 'PL', 'SE', 'FI']
const ELSEWHERE = ['CH', 'GB', 'JP', 'CA', 'BR', 'KE', 'SN', 'IN']

const CLASSES_US = ['us-technology', 'us-software', 'card-scheme', 'video-platform', 'security']
const CLASSES_EUROPE = [
  ...['eu-software', 'eu-cloud', 'eu-bank', 'eu-savings-bank', 'telecom', 'insurer', 'courier'],
  ...['travel-agency', 'guard-company', 'hotel', 'contractor', 'satellite-operator', 'airline'],
]

/** How often a party is of which make; the shares follow the example. */
const MAKES: readonly [make: (pool: Pool) => void, share: number][] = [
  [official, 18],
  [usSubsidiary, 14],
  [usCompany, 12],
  [dispersedCompany, 14],
  [wholeCompany, 10],
  [unknownCompany, 18],
  [heldCompany, 16],
  [partner, 5],
  [state, 5],
]

/** Draws parties until there are as many as wanted. */
export function generateParties(count: number, institution: string, chance: Chance): Parties {
  const pool = new Pool(count, institution, chance)
  const makes = MAKES.flatMap(([make, share]) => Array.from({ length: share }, () => make))
  // The first few are there in every dossier, however small.
  for (const make of [official, official, state, usSubsidiary, heldCompany]) make(pool)
  while (pool.missing > 0) chance.pick(makes)(pool)
  return pool
}

class Pool implements Parties {
  readonly written: Yaml = {}
  readonly providers: string[] = []
  readonly officials: string[] = []
  readonly institution: string
  readonly chance: Chance
  readonly #count: number

  constructor(count: number, institution: string, chance: Chance) {
    this.#count = count
    this.institution = institution
    this.chance = chance
  }

  get missing(): number {
    return this.#count - Object.keys(this.written).length
  }

  /** Writes a party under an id of its kind. */
  add(kind: string, party: Yaml): string {
    const id = `${kind}-${Object.keys(this.written).length + 1}`
    this.written[id] = { name: `Invented ${id}`, ...party }
    return id
  }

  supplier(kind: string, party: Yaml): void {
    this.providers.push(this.add(kind, party))
  }
}

function official(pool: Pool): void {
  const nationality = [pool.chance.pick([...EUROPE, ...ELSEWHERE])]
  if (pool.chance.happens(0.1)) nationality.push('US')
  const id = pool.add('official', {
    kind: 'person',
    class: 'staff',
    'belongs-to': pool.institution,
    // Of some nobody ever asked.
    ...(pool.chance.happens(0.08) ? {} : { nationality }),
    residence: 'NL',
  })
  pool.officials.push(id)
}

function usSubsidiary(pool: Pool): void {
  const parent = pool.add('us-parent', { form: 'company', incorporated: 'US', owners: 'dispersed' })
  pool.supplier('subsidiary', {
    form: 'company',
    class: pool.chance.pick(CLASSES_US),
    incorporated: pool.chance.pick(['IE', 'LU', 'NL']),
    owners: [{ party: parent, share: 'consolidated' }],
    source: 'invented register',
  })
}

function usCompany(pool: Pool): void {
  const place = { value: 'US-DE', source: 'invented filing' }
  pool.supplier('us-company', {
    form: 'company',
    class: pool.chance.pick(CLASSES_US),
    incorporated: place,
  })
}

function european(pool: Pool): Yaml {
  return {
    form: 'company',
    class: pool.chance.pick(CLASSES_EUROPE),
    incorporated: pool.chance.pick(EUROPE),
  }
}

function dispersedCompany(pool: Pool): void {
  pool.supplier('listed-company', { ...european(pool), owners: 'dispersed' })
}

function wholeCompany(pool: Pool): void {
  pool.supplier('family-company', { ...european(pool), owners: 'complete' })
}

function unknownCompany(pool: Pool): void {
  const owners = pool.chance.happens(0.5) ? {} : { owners: { value: 'unknown', assumed: true } }
  pool.supplier('company', { ...european(pool), ...owners })
}

/** One or two holdings above, some of them of unknown owners. */
function heldCompany(pool: Pool): void {
  let owner: string | null = null
  for (let level = pool.chance.between(1, 2); level > 0; level -= 1) {
    const stake: unknown[] = owner === null ? [] : [{ party: owner, share: '50-75' }]
    const known = pool.chance.happens(0.6) ? ['complete'] : []
    const place = pool.chance.pick([...EUROPE, ...ELSEWHERE])
    const owners = [...stake, ...known]
    const above = owners.length > 0 ? { owners } : {}
    owner = pool.add('holding', { form: 'company', incorporated: place, ...above })
  }
  const share = pool.chance.between(51, 100)
  const others = pool.chance.happens(0.5) ? ['complete'] : ['unknown']
  pool.supplier('held-company', {
    ...european(pool),
    owners: [{ party: owner, share }, ...others],
    note: 'invented: what a register could say of it',
  })
}

function partner(pool: Pool): void {
  const place = pool.chance.pick([...EUROPE, ...ELSEWHERE])
  pool.supplier('partner', { form: 'nonprofit', class: 'ngo-partner', incorporated: place })
}

function state(pool: Pool): void {
  const place = pool.chance.pick(EUROPE)
  pool.supplier('state', { form: 'state', class: 'state', incorporated: place })
}
