/** The chains of owners of all suppliers as findings. */
import type { Dossier, Party, Stake } from '@holdfast/dossier'
import { controls, organisedIn, parentsOf } from '@holdfast/impact'
import { type Day, formatDay } from '@holdfast/kernel'
import type { OwnedParty, OwnerStake, RegistryLaid } from './owner_findings.ts'
import type { RegistryGiven } from './registry_chains.ts'

/** Suppliers with owners in the order of their services, then those above them; each once. */
export function ownedParties(dossier: Dossier, on: Day): OwnedParty[] {
  const suppliers = new Set([...dossier.services.values()].map(({ provider }) => provider))
  const owned = [...suppliers].filter(
    (id) => (dossier.parties.get(id)?.owners.stakes.length ?? 0) > 0,
  )
  const seen = new Set(owned)
  for (const id of seen) {
    for (const { owner } of dossier.parties.get(id)?.owners.stakes ?? []) seen.add(owner)
  }
  return [...seen].flatMap((id) => {
    const party = dossier.parties.get(id)
    return party === undefined ? [] : [ownedParty(dossier, party, suppliers.has(id), on)]
  })
}

function ownedParty(dossier: Dossier, party: Party, supplier: boolean, on: Day): OwnedParty {
  const { id, name, register, owners, source } = party
  const parents = parentsOf(dossier.parties, id, on)
  return {
    party: id,
    name,
    supplier,
    incorporated: organisedIn(party),
    others: owners.others,
    asOf: dayText(register?.asOf),
    certainty: register?.certainty ?? 'stated',
    source,
    parents: parents.map((parent) => parent.id),
    owners: owners.stakes.map((stake) => ownerStake(dossier, stake, on)),
  }
}

function ownerStake(dossier: Dossier, stake: Stake, on: Day): OwnerStake {
  const { owner, share, source, register, asOf } = stake
  const { low, high, openLow, consolidated, openHigh = false } = share
  const isStated = register?.shareStated ?? !(consolidated || (low === 0 && high === 100))
  return {
    party: owner,
    name: dossier.parties.get(owner)?.name ?? owner,
    share: isStated ? { low, high, openLow, openHigh } : null,
    kind: register?.kind ?? (consolidated ? 'consolidation' : 'share'),
    parent: controls(stake, on),
    asOf: dayText(asOf),
    from: dayText(register?.from),
    to: dayText(register?.to),
    certainty: register?.certainty ?? 'stated',
    source,
    registry: register?.registry ?? null,
  }
}

function dayText(day: Day | null | undefined): string | null {
  return day === null || day === undefined ? null : formatDay(day)
}

/** A registry as a report names it. */
export function registryLaid({ name, port }: RegistryGiven): RegistryLaid {
  const { built, parties, ties, sources } = port.head
  return {
    name,
    built: formatDay(built),
    parties,
    ties,
    sources: sources.map(({ file, title, format, date, whole, sha256 }) => {
      return { file, title, format, date: dayText(date), whole, sha256 }
    }),
  }
}
