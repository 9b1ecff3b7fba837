/**
 * A small registry in memory, straight from its sources: nothing is compiled and nothing is lost,
 * the places in the files included. For what a person keeps by hand; a register of a country is
 * compiled.
 *
 * Records that share a key speak of one party; a key that would give one party two numbers of one
 * scheme stays with whom it was first. Linear in records and ties.
 */
import type { Day } from '@holdfast/kernel'
import { partyOnly } from '../party_only.ts'
import type { Mark, OwnershipIntake, PartyKey, PartyRecord, TieRecord } from '../records.ts'
import type { NameCandidate, NumberedTie, RegistryPort, RegistrySource } from './port.ts'
import { mergedProfile } from './profile.ts'

export class RegistryInMemory {
  readonly #records: PartyRecord[] = []
  readonly #ties: TieRecord[] = []
  readonly #sources: RegistrySource[] = []
  /** The first tie of the source that is being read. */
  #first = 0

  /** Takes the records of one source after the other. */
  readonly intake: OwnershipIntake = {
    party: (record) => {
      this.#records.push(record)
    },
    tie: (record) => {
      this.#ties.push(record)
    },
  }

  /** To be called when a source was read: what a cut one says carries the mark. */
  close(source: RegistrySource): void {
    this.#sources.push(source)
    if (!source.whole) {
      for (let at = this.#first; at < this.#ties.length; at += 1) {
        const tie = this.#ties[at] as TieRecord
        this.#ties[at] = { ...tie, marks: [...tie.marks, 'source-cut'] }
      }
    }
    this.#first = this.#ties.length
  }

  /** @param built the day of the clock */
  port(built: Day): RegistryPort {
    const parties = new Parties()
    for (const record of this.#records) parties.add(record)
    const ties = this.#ties.map((tie) => withParties(tie, parties))
    const records = parties.merged()
    const into: NumberedTie[][] = []
    const from: NumberedTie[][] = []
    for (const tie of ties) {
      const owner = parties.find(tie.owner) as number
      const asset = parties.find(tie.asset) as number
      put(into, asset, { owner, asset, tie })
      put(from, owner, { owner, asset, tie })
    }
    return {
      head: { built, sources: this.#sources, parties: records.length, ties: ties.length },
      find: (key) => parties.find(key),
      party: (number) => records[number] as PartyRecord,
      tiesInto: (asset) => into[asset] ?? [],
      tiesFrom: (owner) => from[owner] ?? [],
      named: (name, limit) => named(records, name, limit),
    }
  }
}

function put(into: NumberedTie[][], number: number, tie: NumberedTie): void {
  const known = into[number]
  if (known === undefined) into[number] = [tie]
  else known.push(tie)
}

/** The tie; with a mark, and the party added, where no source has a record of it. */
function withParties(tie: TieRecord, parties: Parties): TieRecord {
  const absent = [tie.owner, tie.asset].filter((key) => parties.find(key) === null)
  if (absent.length === 0) return tie
  for (const key of absent) parties.add(partyOnly(key))
  return { ...tie, marks: [...new Set<Mark>([...tie.marks, 'unknown-party'])] }
}

/** Parties by their keys, each with the records that speak of it. */
class Parties {
  readonly #groupOf = new Map<PartyKey, Group>()
  readonly #groups: Group[] = []

  find(key: PartyKey): number | null {
    return this.#groupOf.get(key)?.number ?? null
  }

  add(record: PartyRecord): void {
    const known = record.keys.map((key) => this.#groupOf.get(key)).find((one) => one !== undefined)
    const group = known ?? { keys: [], records: [], number: 0 }
    if (known === undefined) this.#groups.push(group)
    group.records.push(record)
    for (const key of record.keys) this.#claim(key, group)
  }

  #claim(key: PartyKey, group: Group): void {
    const other = this.#groupOf.get(key)
    if (other === group) return
    const more = other === undefined ? [key] : other.keys
    if (more.some((one) => group.keys.some((known) => schemeOf(known) === schemeOf(one)))) return
    for (const one of more) this.#groupOf.set(one, group)
    group.keys.push(...more)
    if (other === undefined) return
    group.records.push(...other.records)
    this.#groups.splice(this.#groups.indexOf(other), 1)
  }

  /** Numbers the parties in the order of their first records; each with what all records say. */
  merged(): PartyRecord[] {
    return this.#groups.map((group, number) => {
      group.number = number
      return mergedRecord(group)
    })
  }
}

interface Group {
  readonly keys: PartyKey[]
  readonly records: PartyRecord[]
  number: number
}

function schemeOf(key: PartyKey): string {
  return key.slice(0, key.indexOf(':'))
}

function mergedRecord({ keys, records }: Group): PartyRecord {
  const telling = records.find(({ name }) => name !== null) ?? records[0]
  const names = records.flatMap(({ name, otherNames }) => [
    ...(name === null ? [] : [name]),
    ...otherNames,
  ])
  const [name = null, ...otherNames] = new Set(names)
  const [first] = telling?.keys ?? keys
  return {
    ...mergedProfile(records),
    keys: first === undefined ? keys : [first, ...keys.filter((key) => key !== first)],
    name,
    otherNames,
    missing: records.flatMap(({ missing }) => missing),
    source: telling?.source ?? null,
    asOf: telling?.asOf ?? null,
    certainty: telling?.certainty ?? 'stated',
    place: telling?.place ?? null,
  }
}

/** Parties with a word of the name, those with most of its words first. */
function named(records: readonly PartyRecord[], name: string, limit: number): NameCandidate[] {
  const words = new Set(wordsOf(name))
  const found = records.flatMap((record, party) => {
    const names = [record.name ?? '', ...record.otherNames]
    const shared = Math.max(
      ...names.map((one) => wordsOf(one).filter((word) => words.has(word)).length),
    )
    return shared === 0 ? [] : [{ party, name: record.name ?? '', shared }]
  })
  found.sort((a, b) => b.shared - a.shared || a.party - b.party)
  return found.slice(0, limit).map(({ party, name: found }) => ({ party, name: found }))
}

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))]
}
