/** Invented measures about an invented house: of every kind, with what they wait for. */
import type { Chance } from './chance.ts'
import { HOUSE, type House, stock, type Target, type Yaml } from './plan_house.ts'

export interface PlannedMeasure {
  readonly id: string
  readonly written: Yaml
  /** In thousands of euro. */
  readonly once: number
  readonly yearly: number
  readonly effort: Readonly<Record<string, number>>
}

/** What a measure is before its costs, its days and its people are known. */
interface Draft {
  readonly kind: string
  readonly effects: readonly Yaml[]
  readonly services?: Yaml
  /** How large it is beside others. */
  readonly size: number
  readonly after?: readonly string[]
  readonly excludes?: readonly string[]
}

/** How often each kind of measure is drawn. */
const MAKES: readonly [make: (yard: Yard, id: string) => void, share: number][] = [
  [substitute, 7],
  [secondSource, 5],
  [buffer, 5],
  [chain, 3],
  [rivals, 2],
  [trap, 2],
]

/** Draws until there are as many as wanted. */
export function measuresOf(
  count: number,
  house: House,
  teams: readonly string[],
  chance: Chance,
): PlannedMeasure[] {
  const yard = new Yard(house, teams, chance)
  const makes = MAKES.flatMap(([make, share]) => Array.from({ length: share }, () => make))
  for (const licence of ['licence-cards', 'licence-domain']) {
    yard.add({ kind: 'licence', effects: [{ licence }], size: 0.3 })
  }
  while (yard.made.length < count) chance.pick(makes)(yard, yard.nextId)
  return yard.made.slice(0, count)
}

class Yard {
  readonly made: PlannedMeasure[] = []
  readonly house: House
  readonly chance: Chance
  readonly #teams: readonly string[]
  /** What no measure restores yet, by how much a decision abroad would stop with it. */
  readonly #waiting: Target[]
  readonly #bound: readonly Target[]

  constructor(house: House, teams: readonly string[], chance: Chance) {
    this.house = house
    this.chance = chance
    this.#teams = teams
    const rank = ({ isBound, reach }: Target): number => {
      return (isBound ? 0 : 2) + (reach === 'house' ? 0 : 1)
    }
    const mixed = chance.some(house.targets, house.targets.length)
    this.#waiting = mixed.sort((a, b) => rank(a) - rank(b))
    this.#bound = mixed.filter(({ isBound }) => isBound)
  }

  get nextId(): string {
    return `measure-${this.made.length + 1}`
  }

  /** Something that no measure restores yet; mostly what carries the most. */
  target(): Target {
    const index = this.chance.happens(0.9) ? 0 : this.chance.between(0, this.#waiting.length - 1)
    const [target] = this.#waiting.splice(index, 1)
    if (target === undefined) throw new Error('there are more measures than services')
    return target
  }

  /** Something that a decision abroad would stop, whatever else there is for it. */
  bound(): Target {
    return this.chance.pick(this.#bound)
  }

  /** A service in the place of another, in-house or of somebody else. */
  service(target: Target, id: string, provider: string): Yaml {
    return {
      [id]: {
        name: `Invented ${id}`,
        kind: target.kind,
        provider,
        beneficiary: HOUSE,
        ...(provider === HOUSE ? { needs: ['power'] } : {}),
      },
    }
  }

  supplier(): string {
    const { chance, house } = this
    return chance.happens(0.35) ? HOUSE : chance.pick(house.europeans)
  }

  add({ kind, effects, services, size, after, excludes }: Draft): string {
    const { chance } = this
    const id = this.nextId
    const once = Math.round(size * chance.between(20, 400))
    const yearly = chance.happens(0.6) ? Math.round((once * chance.between(10, 40)) / 100) : 0
    const months = chance.between(1, Math.ceil(1 + size * 4)) / 2
    const effort = Object.fromEntries(
      chance
        .some(this.#teams, chance.pick([1, 1, 2]))
        .map((team) => [team, Math.ceil(months * chance.between(2, 9))]),
    )
    const written = {
      name: `Invented ${id}`,
      kind,
      cost: {
        once: { value: `${once} kEUR`, assumed: true },
        ...(yearly === 0 ? {} : { yearly: { value: `${yearly} kEUR`, assumed: true } }),
      },
      duration: `${30 * months}d`,
      effort,
      ...(after === undefined ? {} : { after }),
      ...(excludes === undefined ? {} : { excludes }),
      ...(chance.happens(0.1) ? { earliest: '2027-03-01' } : {}),
      ...(chance.happens(0.05) ? { deadline: '2028-03-01' } : {}),
      ...(services === undefined ? {} : { services }),
      effects,
    }
    this.made.push({ id, written, once, yearly, effort })
    return id
  }
}

function replaced(
  yard: Yard,
  own: string,
  provider: string,
  target: Target,
): Pick<Draft, 'services' | 'effects'> {
  const services = yard.service(target, own, provider)
  return { services, effects: [{ replace: target.id, with: own }] }
}

function substitute(yard: Yard, id: string): void {
  yard.add({
    kind: 'substitute',
    size: 1,
    ...replaced(yard, `new-${id}`, yard.supplier(), yard.target()),
  })
}

function secondSource(yard: Yard, id: string): void {
  const target = yard.target()
  const add = `second-${id}`
  const isMoney = target.kind === 'account'
  const provider = isMoney ? yard.chance.pick(yard.house.banks) : yard.supplier()
  const services = yard.service(target, add, provider)
  const kind = isMoney ? 'account' : 'second-source'
  yard.add({ kind, size: 0.6, services, effects: [{ beside: target.id, add }] })
}

function buffer(yard: Yard): void {
  const target = yard.bound()
  const of = target.id
  const days = 30 * yard.chance.between(1, 6)
  // Of what many need each has a stock of its own, and some do not need it: that buys nothing.
  const on = target.neededBy ?? yard.chance.pick(Object.keys(yard.house.functions))
  const effects = [{ 'buffer-on': on, of, buffer: stock(days) }]
  yard.add({ kind: 'buffer', size: 0.25, effects })
}

/** A contract without which two or three substitutes cannot be had, one after the other. */
function chain(yard: Yard): void {
  let before = yard.add({ kind: 'other', size: 0.2, effects: [] })
  for (let links = yard.chance.between(1, 3); links > 0; links -= 1) {
    const own = `new-${yard.nextId}`
    const draft = replaced(yard, own, yard.supplier(), yard.target())
    before = yard.add({ kind: 'substitute', size: 0.8, ...draft, after: [before] })
  }
}

/** Two ways to the same end, of which only one can be gone. */
function rivals(yard: Yard): void {
  const target = yard.target()
  const way = (size: number, excludes: readonly string[]): string => {
    const own = `new-${yard.nextId}`
    const services = yard.service(target, own, yard.supplier())
    const effects = [{ replace: target.id, with: own }]
    return yard.add({ kind: 'substitute', size, services, effects, excludes })
  }
  way(0.6, [way(1.2, [])])
}

/** Cheap and quick, and of a company that the same decision reaches. */
function trap(yard: Yard, id: string): void {
  const provider = yard.chance.pick(yard.house.subsidiaries)
  yard.add({
    kind: 'substitute',
    size: 0.3,
    ...replaced(yard, `new-${id}`, provider, yard.bound()),
  })
}
