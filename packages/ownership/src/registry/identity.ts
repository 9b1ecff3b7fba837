/**
 * Which keys belong to one party. Records that share a key speak of one party; two numbers of one
 * scheme are two parties, however many records put them together, unless one record gives both and
 * nobody else has claimed the second.
 *
 * Contract: records in the order of trust, earlier ones win. The parties are numbered by their
 * first record, then those that are only named by others. Near linear in keys and records.
 * Source: union by size with path halving (Tarjan, van Leeuwen 1984).
 */
import { type Grouped, groupRows } from './column.ts'
import type { KeyTable, PartyRows } from './party_rows.ts'
import type { TieRows } from './tie_rows.ts'

/** A key that belongs to nobody. */
const NOBODY = 0xffff_ffff

/** A key that a record gives and that does not become its party's. */
export interface ContradictedKey {
  readonly key: number
  /** A key of the record's party. */
  readonly party: number
  /** The other key of the same scheme that the party has; null when another party has the key. */
  readonly instead: number | null
}

export interface Identity {
  readonly parties: number
  /** Party of each key; of keys that nothing rests on a number that is no party's. */
  readonly partyOf: Uint32Array
  /** Keys of each party, the one it goes by first. */
  readonly keys: Grouped
  readonly contradicted: readonly ContradictedKey[]
  /** How many there are in all. */
  readonly contradictedCount: number
}

/** What is noted of a scheme: the row's party had it before the row, or has it by the row. */
const BEFORE = 1
const NOW = 2

/** Of contradictions only so many are told one by one. */
const TOLD_MAX = 20

export function identify(keys: KeyTable, rows: PartyRows, ties: TieRows): Identity {
  const groups = new KeyGroups(keys)
  for (let row = 0; row < rows.length; row += 1) groups.claim(rows, row)
  const number = new Uint32Array(keys.texts.size).fill(NOBODY)
  let parties = 0
  const see = (key: number): void => {
    const root = groups.rootOf(key)
    if (number[root] !== NOBODY) return
    number[root] = parties
    parties += 1
  }
  for (let row = 0; row < rows.length; row += 1) see(rows.rowKeys.get(rows.keyStart.get(row)))
  for (let at = 0; at < rows.missingKey.length; at += 1) see(rows.missingKey.get(at))
  for (let tie = 0; tie < ties.length; tie += 1) {
    see(ties.owner.get(tie))
    see(ties.asset.get(tie))
  }
  const partyOf = groups.parent
  // Roots first have to be found while the parents still stand.
  for (let key = 0; key < partyOf.length; key += 1) partyOf[key] = groups.rootOf(key)
  for (let key = 0; key < partyOf.length; key += 1) partyOf[key] = number[partyOf[key]!]!
  const { contradicted, contradictedCount } = groups
  const grouped = keysByParty(keys, partyOf, parties)
  return { parties, partyOf, keys: grouped, contradicted, contradictedCount }
}

class KeyGroups {
  readonly parent: Uint32Array
  readonly contradicted: ContradictedKey[] = []
  contradictedCount = 0
  readonly #keys: KeyTable
  readonly #size: Uint8Array
  /** From each root a ring through one key of each scheme that its group has. */
  readonly #ring: Uint32Array
  readonly #isClaimed: Uint8Array
  readonly #local: number
  #seen = new Uint8Array(0)

  constructor(keys: KeyTable) {
    const size = keys.texts.size
    this.#keys = keys
    this.parent = new Uint32Array(size)
    this.#ring = new Uint32Array(size)
    for (let key = 0; key < size; key += 1) {
      this.parent[key] = key
      this.#ring[key] = key
    }
    this.#size = new Uint8Array(size).fill(1)
    this.#isClaimed = new Uint8Array(size)
    this.#local = keys.schemes.indexOf('local')
    this.#seen = new Uint8Array(keys.schemes.length)
  }

  rootOf(key: number): number {
    let at = key
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!
      at = this.parent[at]!
    }
    return at
  }

  /** Gives a row's keys to its party, which is that of its first key. */
  claim(rows: PartyRows, row: number): void {
    const start = rows.keyStart.get(row)
    const end = rows.keysEnd(row)
    const main = rows.rowKeys.get(start)
    const wasClaimed = this.#isClaimed[main] === 1
    this.#isClaimed[main] = 1
    if (end === start + 1) return
    this.#note(main, wasClaimed ? BEFORE : NOW)
    for (let at = start + 1; at < end; at += 1) {
      const key = rows.rowKeys.get(at)
      if (this.rootOf(key) === this.rootOf(main)) continue
      const isClaimed = this.#isClaimed[key] === 1
      if (isClaimed ? this.#contradicts(key) : this.#isAnother(key)) {
        this.contradictedCount += 1
        if (this.contradictedCount > TOLD_MAX) continue
        const instead = isClaimed ? null : this.#ofScheme(main, this.#keys.texts.tag(key))
        this.contradicted.push({ key, party: main, instead })
        continue
      }
      this.#join(main, key)
      this.#note(main, isClaimed ? BEFORE : NOW)
      this.#isClaimed[key] = 1
    }
    this.#forget(main)
  }

  /** Whether the group of a key has a scheme that the row's party has. */
  #contradicts(key: number): boolean {
    const root = this.rootOf(key)
    let at = root
    do {
      const scheme = this.#keys.texts.tag(at)
      if (scheme !== this.#local && this.#seen[scheme] !== 0) return true
      at = this.#ring[at]!
    } while (at !== root)
    return false
  }

  /** Whether the row's party had a key of this scheme before the row, and it was another one. */
  #isAnother(key: number): boolean {
    const scheme = this.#keys.texts.tag(key)
    return scheme !== this.#local && this.#seen[scheme] === BEFORE
  }

  /** The key of a scheme in the ring of a group that has one. */
  #ofScheme(key: number, scheme: number): number {
    const root = this.rootOf(key)
    let at = root
    do {
      if (this.#keys.texts.tag(at) === scheme) return at
      at = this.#ring[at]!
    } while (at !== root)
    return root
  }

  /** Notes the schemes of a group, as far as nothing is noted of them yet. */
  #note(key: number, value: number): void {
    const root = this.rootOf(key)
    let at = root
    do {
      const scheme = this.#keys.texts.tag(at)
      if (this.#seen[scheme] === 0) this.#seen[scheme] = value
      at = this.#ring[at]!
    } while (at !== root)
  }

  #forget(key: number): void {
    const root = this.rootOf(key)
    let at = root
    do {
      this.#seen[this.#keys.texts.tag(at)] = 0
      at = this.#ring[at]!
    } while (at !== root)
  }

  #join(one: number, other: number): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)]
    const [large, small] = this.#size[a]! >= this.#size[b]! ? [a, b] : [b, a]
    this.parent[small] = large
    const ring = this.#ring
    if (ring[large] === large && ring[small] === small) {
      // Almost every group is of one LEI and one number.
      const { texts } = this.#keys
      if (texts.tag(large) !== texts.tag(small)) [ring[large], ring[small]] = [small, large]
    } else this.#link(large, small)
    this.#size[large] = Math.min(255, this.#size[large]! + this.#size[small]!)
  }

  /** Puts a key of each scheme that the larger group has not into its ring. */
  #link(large: number, small: number): void {
    const schemes = new Set<number>()
    let at = large
    do {
      schemes.add(this.#keys.texts.tag(at))
      at = this.#ring[at]!
    } while (at !== large)
    at = small
    do {
      const next = this.#ring[at]!
      const scheme = this.#keys.texts.tag(at)
      if (!schemes.has(scheme)) {
        schemes.add(scheme)
        this.#ring[at] = this.#ring[large]!
        this.#ring[large] = at
      }
      at = next
    } while (at !== small)
  }
}

/** Keys of each party: the LEI, then national numbers, then what only a file knows. */
function keysByParty(keys: KeyTable, partyOf: Uint32Array, parties: number): Grouped {
  // Keys that nothing rests on go behind the last party.
  const grouped = groupRows(partyOf.length, parties + 1, (key) => {
    return Math.min(partyOf[key]!, parties)
  })
  const lei = keys.schemes.indexOf('lei')
  const local = keys.schemes.indexOf('local')
  const rank = (key: number): number => {
    const tag = keys.texts.tag(key)
    return tag === lei ? 0 : tag === local ? 2 : 1
  }
  for (let party = 0; party < parties; party += 1) {
    const [from, to] = [grouped.start[party]!, grouped.start[party + 1]!]
    if (to - from < 2) continue
    grouped.order.subarray(from, to).sort((a, b) => rank(a) - rank(b) || a - b)
  }
  return grouped
}
