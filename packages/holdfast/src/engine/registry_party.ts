/** A registry's records and ties in the words of a dossier. */
import type { Party, Share, Stake } from '@holdfast/dossier'
import { type PartyRecord, PERCENT, type TieKind, type TieRecord } from '@holdfast/ownership'

/** What one registry says of a party. */
export interface RegistryRecord {
  readonly registry: string
  readonly record: PartyRecord
}

const CONSOLIDATES: ReadonlySet<TieKind> = new Set([
  'consolidation',
  'ultimate-consolidation',
  'subsidiary',
])

/** A tie as a stake of the dossier; `place` stands in where the tie has none of its own. */
export function stakeOf(
  tie: TieRecord,
  owner: string,
  registry: string,
  place: Stake['place'],
): Stake {
  const { kind, direct, from, to, seen, asOf, certainty, marks } = tie
  const shareStated = tie.share !== null
  return {
    owner,
    share: shareOf(tie),
    source: tie.source ?? registry,
    place: tie.place ?? place,
    asOf,
    register: { registry, kind, shareStated, direct, from, to, seen, certainty, marks },
  }
}

function shareOf({ share, kind }: TieRecord): Share {
  if (share === null) {
    return { low: 0, high: 100, openLow: false, consolidated: CONSOLIDATES.has(kind) }
  }
  const { low, high, openLow, openHigh } = share
  return {
    low: low / PERCENT,
    high: high / PERCENT,
    openLow,
    consolidated: false,
    ...(openHigh ? { openHigh } : {}),
  }
}

/** A party that only registries know. */
export function fromRecord(
  id: string,
  { registry, record }: RegistryRecord,
  place: Party['place'],
): Party {
  const kind = record.kind === 'person' ? 'person' : 'organisation'
  const ownerless = kind === 'person' || record.kind === 'state'
  const lei = leiOf(record)
  return {
    id,
    name: record.name ?? id,
    kind,
    form: record.kind === 'state' ? 'state' : 'company',
    class: null,
    role: null,
    belongsTo: null,
    aliases: record.otherNames,
    incorporated: record.incorporated,
    seat: record.seat,
    branchOf: null,
    nationality: record.nationality.length === 0 ? null : record.nationality,
    residence: record.residence === null ? null : [record.residence],
    employer: null,
    owners: { stakes: [], others: ownerless ? 'none' : record.others, stated: false },
    lei,
    registered: record.keys,
    register: registered(registry, record),
    listedAs: new Map(),
    notListedAs: new Map(),
    source: record.source ?? registry,
    place: record.place ?? place,
  }
}

function registered(registry: string, record: PartyRecord): NonNullable<Party['register']> {
  const { asOf = null, certainty = 'stated' } = record
  return { registry, asOf, certainty }
}

function leiOf({ keys }: PartyRecord): string | null {
  return keys.find((key) => key.startsWith('lei:'))?.slice(4) ?? null
}

/** A party with what registries add: the first that says something where it says nothing itself. */
export function enriched(
  party: Party,
  records: readonly RegistryRecord[],
  stakes: readonly Stake[],
): Party {
  const say = <T>(own: T | null, of: (record: PartyRecord) => T | null): T | null =>
    own ?? records.map(({ record }) => of(record)).find((value) => value !== null) ?? null
  const branches = stakes.filter(({ register }) => register?.kind === 'branch')
  const incorporated = say(party.incorporated, (record) => record.incorporated)
  const from = records.find(({ record }) => record.incorporated === incorporated)
  const isOwn = party.incorporated !== null || from === undefined
  const said = say<string>(null, ({ others }) => (others === 'unknown' ? null : others))
  const isOpen = party.owners.stated !== true && party.owners.others === 'unknown'
  return {
    ...party,
    incorporated,
    seat: say(party.seat, (record) => record.seat),
    branchOf: party.branchOf ?? branches[0]?.owner ?? null,
    lei: say(party.lei, leiOf),
    owners: {
      stakes: [...party.owners.stakes, ...stakes.filter((one) => !branches.includes(one))],
      others: isOpen
        ? ((said as Party['owners']['others'] | null) ?? 'unknown')
        : party.owners.others,
      ...(party.owners.stated === undefined ? {} : { stated: party.owners.stated }),
    },
    ...(isOwn ? {} : { register: registered(from.registry, from.record) }),
    source: party.source ?? (isOwn ? null : (from.record.source ?? from.registry)),
  }
}
