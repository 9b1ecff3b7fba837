/** An invented house to plan for: suppliers, shared infrastructure, departments with their work. */
import type { Chance } from './chance.ts'

export type Yaml = Record<string, unknown>

export const HOUSE = 'house'
export const REGIME = 'us-icc-eo-14203'

/** A service that a measure may be about. */
export interface Target {
  readonly id: string
  readonly kind: string
  /** Which thing needs it, if only one does. */
  readonly neededBy: string | null
  /** How much of the house stands on it. */
  readonly reach: 'house' | 'department'
  /** Its supplier is under the law of the power that decides. */
  readonly isBound: boolean
}

export interface House {
  readonly parties: Yaml
  readonly services: Yaml
  readonly functions: Yaml
  readonly targets: readonly Target[]
  readonly officials: readonly string[]
  /** Those of whom a measure may buy. */
  readonly europeans: readonly string[]
  readonly subsidiaries: readonly string[]
  readonly banks: readonly string[]
}

export interface HouseSize {
  readonly services: number
  readonly functions: number
  readonly teams: readonly string[]
}

/** Who supplies a service: a company or bank of some country, or the house itself. */
type Supplier = 'us' | 'eu' | 'bank' | 'house'

const EUROPE = ['NL', 'DE', 'FR', 'BE', 'AT', 'ES', 'IT', 'SE', 'FI', 'PL']

interface Shared {
  readonly id: string
  readonly kind: string
  readonly by: Supplier
  readonly needs?: unknown
  readonly neededBy?: string
}

/** What departments have in common, who supplies it, and what it needs itself. */
const SHARED: readonly Shared[] = [
  { id: 'power', kind: 'utilities', by: 'house' },
  { id: 'line-a', kind: 'internet', by: 'eu' },
  { id: 'line-b', kind: 'internet', by: 'eu' },
  { id: 'network', kind: 'internet', by: 'house', needs: { any: ['line-a', 'line-b'] } },
  { id: 'virtual-machines', kind: 'software', by: 'us', neededBy: 'data-centre' },
  {
    id: 'data-centre',
    kind: 'hosting',
    by: 'house',
    needs: ['power', 'network', { need: 'virtual-machines', buffer: stock(45) }],
  },
  { id: 'sign-in', kind: 'identity', by: 'us' },
  { id: 'mail', kind: 'e-mail', by: 'us', needs: ['sign-in', 'network'] },
  { id: 'files', kind: 'platform', by: 'us', needs: 'sign-in' },
  { id: 'meetings', kind: 'video-conference', by: 'house', needs: 'network' },
  { id: 'system-updates', kind: 'updates', by: 'us', neededBy: 'laptops' },
  {
    id: 'laptops',
    kind: 'device',
    by: 'house',
    needs: { need: 'system-updates', buffer: stock(60) },
  },
  { id: 'ledger', kind: 'software', by: 'eu', neededBy: 'payroll' },
  { id: 'bank-first', kind: 'account', by: 'bank' },
  { id: 'bank-second', kind: 'account', by: 'bank' },
  { id: 'cards', kind: 'card', by: 'us', needs: 'bank-first' },
  {
    id: 'payroll',
    kind: 'payroll',
    by: 'house',
    needs: [{ any: ['bank-first', 'bank-second'] }, 'ledger'],
  },
]

/** What an application stands on beside its own suppliers, and what functions need of all that. */
const BASES = ['data-centre', 'data-centre', 'network', 'network', 'laptops', 'power']
const COMMON = ['mail', 'files', 'meetings', 'payroll', 'cards', 'laptops']

const KINDS = ['software', 'platform', 'evidence', 'records', 'translation', 'transport', 'courier']
const LEAVES = [
  'hosting',
  'updates',
  'software',
  'consultancy',
  'hardware',
  'telephone',
  'insurance',
]

export function stock(days: number): Yaml {
  return { lasts: `${days}d`, survives: 'refusal' }
}

export function houseOf(size: HouseSize, chance: Chance): House {
  const builder = new Builder(size, chance)
  builder.shared()
  for (let index = 0; index < size.functions; index += 1) builder.department(index)
  return builder
}

class Builder implements House {
  readonly parties: Yaml = {}
  readonly services: Yaml = {}
  readonly functions: Yaml = {}
  readonly targets: Target[] = []
  readonly officials: string[]
  readonly europeans: string[]
  readonly subsidiaries: string[]
  readonly banks: string[]
  readonly #americans: string[]
  readonly #size: HouseSize
  readonly #chance: Chance

  constructor(size: HouseSize, chance: Chance) {
    this.#size = size
    this.#chance = chance
    this.officials = this.#people(24)
    this.#americans = this.#companies('us-firm', 10, () => ({
      incorporated: 'US-DE',
      owners: 'dispersed',
      class: chance.pick(['us-technology', 'us-software']),
    }))
    this.subsidiaries = this.#companies('subsidiary', 12, () => ({
      incorporated: chance.pick(['IE', 'LU', 'NL']),
      owners: [{ party: chance.pick(this.#americans), share: 'consolidated' }],
      class: chance.pick(['us-technology', 'us-software']),
    }))
    const classes = ['eu-sovereign-vendor', 'eu-sovereign-vendor', 'eu-sovereign-vendor', 'telecom']
    this.europeans = this.#companies('company', 60, () => ({
      incorporated: chance.pick(EUROPE),
      // Of some nobody knows who owns them.
      owners: chance.happens(0.04) ? 'unknown' : 'complete',
      class: chance.pick(classes),
    }))
    this.banks = this.#companies('bank', 5, () => ({
      incorporated: chance.pick(EUROPE),
      owners: 'dispersed',
      class: chance.pick(['eu-savings-bank', 'public-bank']),
    }))
  }

  #people(count: number): string[] {
    return Array.from({ length: count }, (_, index) => {
      const id = `official-${index + 1}`
      this.parties[id] = {
        name: `Invented ${id}`,
        kind: 'person',
        class: 'staff',
        'belongs-to': HOUSE,
        nationality: this.#chance.pick(EUROPE),
        residence: 'NL',
      }
      return id
    })
  }

  #companies(kind: string, count: number, make: () => Yaml): string[] {
    return Array.from({ length: count }, (_, index) => {
      const id = `${kind}-${index + 1}`
      this.parties[id] = { name: `Invented ${id}`, form: 'company', ...make() }
      return id
    })
  }

  #supplier(by: Supplier): string {
    if (by === 'house') return HOUSE
    if (by === 'bank') return this.#chance.pick(this.banks)
    if (by === 'eu') return this.#chance.pick(this.europeans)
    return this.#chance.pick([...this.subsidiaries, ...this.#americans])
  }

  #service(id: string, kind: string, by: Supplier, needs: unknown): void {
    const notice = this.#chance.happens(0.3) ? { contract: { notice: '30d' } } : {}
    this.services[id] = {
      name: `Invented ${id}`,
      kind,
      provider: this.#supplier(by),
      beneficiary: HOUSE,
      ...notice,
      ...(needs === null ? {} : { needs }),
    }
  }

  /** Whoever supplies what one department uses: mostly the house, seldom who must stop. */
  #ordinary(): Supplier {
    if (this.#chance.happens(0.04)) return 'us'
    return this.#chance.happens(0.94) ? 'house' : 'eu'
  }

  shared(): void {
    for (const { id, kind, by, needs = null, neededBy = null } of SHARED) {
      this.#service(id, kind, by, needs)
      this.targets.push({ id, kind, neededBy, reach: 'house', isBound: by === 'us' })
    }
  }

  /** A function and its own services: applications, and what each of these stands on. */
  department(index: number): void {
    const chance = this.#chance
    const { services, functions } = this.#size
    const of = services - SHARED.length
    const [first, next] = [index, index + 1].map((at) => Math.round((at * of) / functions))
    const id = `function-${index + 1}`
    const applications: string[] = []
    for (let at = first!; at < next!; ) {
      const leaves = Math.min(chance.between(1, 3), next! - at - 1)
      applications.push(this.#application(`${at + 1}`, leaves, id))
      at += 1 + leaves
    }
    this.functions[id] = {
      name: `Invented ${id}`,
      weight: chance.between(1, 10),
      tolerance: chance.pick(['24h', '3d', '7d', '14d']),
      needs: this.#needs(applications),
    }
  }

  /** An application with its suppliers below it, on the shared infrastructure. */
  #application(number: string, leaves: number, above: string): string {
    const chance = this.#chance
    const kind = chance.pick(KINDS)
    const id = `${kind}-${number}`
    const below = Array.from({ length: leaves }, (_, index) => {
      const leaf = `${chance.pick(LEAVES)}-${number}-${index + 1}`
      const by = this.#ordinary()
      this.#service(leaf, leaf.replace(/-.*/, ''), by, null)
      this.targets.push({
        id: leaf,
        kind: leaf.replace(/-.*/, ''),
        neededBy: id,
        reach: 'department',
        isBound: by === 'us',
      })
      return chance.happens(0.3) ? { need: leaf, buffer: stock(15 * chance.between(1, 6)) } : leaf
    })
    const base = chance.pick(BASES)
    const pair = below.length > 1 && chance.happens(0.3) ? [{ any: below }] : below
    const by = this.#ordinary()
    this.#service(id, kind, by, [...pair, base])
    this.targets.push({ id, kind, neededBy: above, reach: 'department', isBound: by === 'us' })
    return id
  }

  /** Four to ten things: a team, what all use, applications, some of which stand in for others. */
  #needs(applications: readonly string[]): unknown[] {
    const chance = this.#chance
    const common = chance.some(COMMON, chance.between(1, 2))
    const needs: unknown[] = [chance.pick(this.#size.teams), ...common]
    const left = [...applications]
    for (let wanted = chance.between(2, 6); wanted > 0 && left.length > 0; wanted -= 1) {
      const [one, ...others] = left.splice(0, chance.pick([1, 1, 2, 3]))
      if (others.length === 2) needs.push({ 'at-least': 2, of: [one, ...others] })
      else if (others.length === 1) needs.push({ any: [one, ...others] })
      else
        needs.push(
          chance.happens(0.3) ? { need: one, buffer: stock(7 * chance.between(1, 6)) } : one,
        )
    }
    return needs
  }
}
