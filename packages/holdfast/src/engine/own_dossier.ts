/** A dossier's parties and declared owners as a registry, so that they are asked like one. */
import type { Dossier, Party, Stake } from '@holdfast/dossier'
import { NEVER } from '@holdfast/kernel'
import {
  type PartyKey,
  type PartyKind,
  type PartyRecord,
  PERCENT,
  RegistryInMemory,
  type Share,
  type TieRecord,
} from '@holdfast/ownership'
import type { ListIdentity } from './own_listed.ts'
import type { RegistryGiven } from './registry_chains.ts'

/** The key of a party of a dossier: no register has its scheme, so that ids never meet numbers. */
export function dossierKey(id: string): PartyKey {
  return `dossier:${id}`
}

/** The registry that a dossier is. A tie without a source is cited by its file and line. */
export function dossierRegistry(dossier: Dossier, name: string): RegistryGiven {
  const memory = new RegistryInMemory()
  for (const party of dossier.parties.values()) memory.intake.party(recordOf(party))
  for (const party of dossier.parties.values()) {
    for (const stake of party.owners.stakes) memory.intake.tie(tieOf(stake, party))
    if (party.branchOf !== null) memory.intake.tie(branchTie(party, party.branchOf))
  }
  return { name, port: memory.port(NEVER), diagnostics: [] }
}

/** Entries of lists that the dossier says a party is, or is not. */
export function identitiesOf(dossier: Dossier): ReadonlyMap<PartyKey, ListIdentity> {
  return new Map([...dossier.parties.values()].map((party) => [dossierKey(party.id), party]))
}

function recordOf(party: Party): PartyRecord {
  const { id, name, aliases, incorporated, seat, owners, registered = [], source } = party
  return {
    keys: [dossierKey(id), ...registered],
    name,
    otherNames: aliases,
    kind: kindOf(party),
    incorporated,
    seat,
    nationality: party.nationality ?? [],
    residence: party.residence?.[0] ?? null,
    active: null,
    others: owners.others,
    missing: [],
    source: source ?? placeText(party),
  }
}

function kindOf({ kind, form }: Party): PartyKind {
  if (kind === 'person') return 'person'
  return form === 'state' ? 'state' : 'organisation'
}

function tieOf(stake: Stake, asset: Party): TieRecord {
  const { consolidated } = stake.share
  return {
    ...plainTie(stake.owner, asset),
    kind: consolidated ? 'subsidiary' : 'share',
    share: consolidated ? null : shareOf(stake.share),
    asOf: stake.asOf ?? null,
    source: stake.source ?? placeText(stake),
    place: stake.place,
  }
}

function branchTie(party: Party, head: string): TieRecord {
  return { ...plainTie(head, party), kind: 'branch', source: party.source ?? placeText(party) }
}

function plainTie(owner: string, asset: Party): TieRecord {
  return {
    owner: dossierKey(owner),
    asset: dossierKey(asset.id),
    kind: 'share',
    share: null,
    direct: true,
    from: null,
    to: null,
    seen: null,
    asOf: null,
    source: null,
    certainty: 'stated',
    marks: [],
    place: asset.place,
  }
}

/** A share that says nothing is none. */
function shareOf({ low, high, openLow, openHigh }: Stake['share']): Share | null {
  if (low === 0 && high === 100) return null
  const units = (percent: number): number => Math.round(percent * PERCENT)
  return { low: units(low), high: units(high), openLow, openHigh: openHigh === true }
}

function placeText({ place }: { readonly place: Party['place'] }): string {
  return `${place.file}:${place.line}`
}
