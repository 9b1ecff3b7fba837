import type { PartyKey, PartyRecord } from './records.ts'

/** A party of which nothing is known but its key. */
export function partyOnly(...keys: readonly [PartyKey, ...PartyKey[]]): PartyRecord {
  return {
    keys,
    name: null,
    otherNames: [],
    kind: 'unknown',
    incorporated: null,
    seat: null,
    nationality: [],
    residence: null,
    active: null,
    others: 'unknown',
    missing: [],
  }
}
