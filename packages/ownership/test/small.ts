/** Rules and records in few words, for tests. */
import type { PartyRecord, TieRecord } from '../src/records.ts'
import type { CascadeRule } from '../src/rule_data.ts'
import type { Share } from '../src/share.ts'

export const OFAC: CascadeRule = {
  id: 'ofac-50',
  name: 'OFAC 50 percent rule',
  kind: 'cascade',
  start: 'listed',
  threshold: 50,
  strict: false,
  aggregate: true,
  control: 'unknown',
  branches: false,
  undeclared: 'closed',
  cite: [],
}

export const EO_14203: CascadeRule = {
  ...OFAC,
  id: 'eo-14203',
  name: 'United States person',
  start: { organisedUnder: 'US' },
  strict: true,
  aggregate: false,
  control: 'holds',
  branches: true,
  undeclared: 'open',
}

export function party(key: string, more: Partial<PartyRecord> = {}): PartyRecord {
  return {
    keys: [key],
    name: key,
    otherNames: [],
    kind: 'organisation',
    incorporated: null,
    seat: null,
    nationality: [],
    residence: null,
    active: null,
    others: 'unknown',
    missing: [],
    ...more,
  }
}

export function tie(
  owner: string,
  asset: string,
  share: Share | null,
  more: Partial<TieRecord> = {},
): TieRecord {
  return {
    owner,
    asset,
    kind: 'share',
    share,
    direct: true,
    from: null,
    to: null,
    seen: null,
    asOf: null,
    source: null,
    certainty: 'stated',
    marks: [],
    place: null,
    ...more,
  }
}
