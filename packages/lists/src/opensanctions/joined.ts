import type { Address, Identifier, Link } from '../entry.ts'
import { partialDate } from '../stated_date.ts'
import { EDGES, type FtmEntity, NUMBERS } from './model.ts'
import { ftmCountry } from './record.ts'
import { type FtmSanction, sanctionOf } from './sanction.ts'

/** What is known of a thing before its line is read for good. */
export interface Known {
  readonly caption: string
  /** Its topics say that it is sanctioned. */
  readonly topic: boolean
}

/** What stands on lines of its own and belongs to others. Made in the first pass over a file. */
export class Joined {
  readonly known = new Map<string, Known>()
  readonly #addresses = new Map<string, Address>()
  readonly #sanctions = new Map<string, FtmSanction[]>()
  readonly #papers = new Map<string, Identifier[]>()
  readonly #edges = new Map<string, Edge[]>()
  readonly datasets = new Set<string>()
  /** The latest day on which a line was seen at its source: the day of the file. */
  day = ''

  /** Takes what belongs to others out of a line; false when the id was on an earlier line. */
  take(entity: FtmEntity): boolean {
    if (this.known.has(entity.id)) return false
    const topics = entity.properties.get('topics') ?? []
    const topic = topics.includes('sanction')
    this.known.set(entity.id, { caption: entity.caption, topic })
    for (const dataset of entity.datasets) this.datasets.add(dataset)
    const seen = entity.lastSeen.slice(0, 10)
    if (seen > this.day && partialDate(seen)?.precision === 'day') this.day = seen
    this.#takeParts(entity)
    return true
  }

  #takeParts(entity: FtmEntity): void {
    const { properties, schema } = entity
    const all = (key: string): readonly string[] => properties.get(key) ?? []
    if (schema === 'Address') this.#addresses.set(entity.id, addressOf(entity))
    if (schema === 'Sanction') {
      const sanction = sanctionOf(entity)
      for (const id of all('entity')) add(this.#sanctions, id, sanction)
    }
    if (schema === 'Passport' || schema === 'Identification') {
      for (const id of all('holder')) add(this.#papers, id, ...papersOf(entity))
    }
    const ends = EDGES.get(schema)
    if (ends === undefined) return
    for (const from of all(ends[0])) {
      for (const to of all(ends[1])) {
        const kind = kindOfEdge(entity)
        add(this.#edges, from, { kind, other: to, isTo: false })
        add(this.#edges, to, { kind, other: from, isTo: true })
      }
    }
  }

  /** Sanctioned: by its topics, or by a Sanction that has not ended on the day of the file. */
  isListed(id: string): boolean {
    if (this.known.get(id)?.topic === true) return true
    return this.sanctions(id).some(({ until }) => until === null || until > this.day)
  }

  sanctions(id: string): readonly FtmSanction[] {
    return this.#sanctions.get(id) ?? []
  }

  papers(id: string): readonly Identifier[] {
    return this.#papers.get(id) ?? []
  }

  address(id: string): Address | null {
    return this.#addresses.get(id) ?? null
  }

  /** The relations of a thing; the other's number only where the other is an entry too. */
  links(id: string): readonly Link[] {
    const edges = this.#edges.get(id) ?? []
    return edges.map(({ isTo, kind, other }) => {
      const name = this.known.get(other)?.caption || other
      const entry = this.isListed(other) ? { entry: other } : {}
      return { kind, name, ...entry, ...(isTo ? { direction: 'to' as const } : {}) }
    })
  }
}

interface Edge {
  readonly kind: string
  readonly other: string
  readonly isTo: boolean
}

function add<Value>(map: Map<string, Value[]>, key: string, ...values: readonly Value[]): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [...values])
  else list.push(...values)
}

function addressOf({ caption, properties }: FtmEntity): Address {
  const first = (key: string): string | undefined => properties.get(key)?.[0]
  const [city, region, postalCode] = [first('city'), first('region'), first('postalCode')]
  const parts = [first('street'), first('street2'), first('postOfficeBox'), city]
  return {
    text: first('full') ?? (parts.filter((part) => part !== undefined).join(', ') || caption),
    country: ftmCountry(first('country') ?? ''),
    ...(city === undefined ? {} : { city }),
    ...(region === undefined ? {} : { region }),
    ...(postalCode === undefined ? {} : { postalCode }),
  }
}

function papersOf({ properties, schema }: FtmEntity): Identifier[] {
  const first = (key: string): string | undefined => properties.get(key)?.[0]
  const numbers = [...(properties.get('number') ?? []), ...(properties.get('passportNumber') ?? [])]
  const [label, country] = [first('type'), first('country')]
  const [issued, expires] = [first('startDate'), first('endDate')]
  return numbers.map((number) => ({
    kind: schema === 'Passport' ? 'passport' : 'national-id',
    number,
    ...(label === undefined ? {} : { label }),
    ...(country === undefined ? {} : { country: ftmCountry(country) }),
    ...(issued === undefined ? {} : { issued }),
    ...(expires === undefined ? {} : { expires }),
  }))
}

/** Properties of an edge that say what it is, and those that say how much and how long. */
const ROLES = ['role', 'relationship', 'status', 'summary'] as const
const MORE = [
  ['percentage', '%'],
  ['sharesCount', 'shares'],
] as const

/** `Ownership: subsidiary of, 49 %, from 2016-03-29 until 2023-01-01`. */
function kindOfEdge({ properties, schema }: FtmEntity): string {
  const all = (key: string): string => (properties.get(key) ?? []).join(' / ')
  const roles = ROLES.map(all).filter((text) => text !== '')
  const amounts = MORE.flatMap(([key, unit]) => (all(key) === '' ? [] : [`${all(key)} ${unit}`]))
  const from = all('startDate') || all('date')
  const times = [from && `from ${from}`, all('endDate') && `until ${all('endDate')}`]
  const time = times.filter((text) => text !== '').join(' ')
  const details = [...roles, ...amounts, ...(time === '' ? [] : [time])]
  return details.length === 0 ? schema : `${schema}: ${details.join(', ')}`
}

/** The numbers that stand on a thing itself. */
export function numbersOf(entity: FtmEntity): Identifier[] {
  const numbers: Identifier[] = []
  for (const [property, values] of entity.properties) {
    const known = NUMBERS[property]
    if (known === undefined) continue
    const isPlane = entity.schema === 'Airplane' && property === 'registrationNumber'
    const kind = isPlane ? 'aircraft' : known.kind
    const label = kind === 'wallet' ? entity.properties.get('currency')?.[0] : known.label
    for (const number of values) {
      numbers.push({ kind, number, ...(label === undefined ? {} : { label }) })
    }
  }
  return numbers
}
