/** Who owns a supplier, in words. */
import type { AssessReport, OwnedParty, OwnerStake, RegistryLaid } from '@holdfast/holdfast'
import type { MessageKey } from './messages/catalogue.ts'
import type { Words } from './messages/words.ts'

/** The parties of the chains by their ids. */
export function ownedOf(report: AssessReport): ReadonlyMap<string, OwnedParty> {
  return new Map((report.owned ?? []).map((party) => [party.party, party]))
}

/**
 * A supplier with its chain: 'X, a subsidiary of Y and through it of Z, organised in Delaware'; the
 * holders where none of them is its parent; the name alone where no owner is known.
 */
export function tellChain(
  words: Words,
  owned: ReadonlyMap<string, OwnedParty>,
  id: string,
  name: string,
): string {
  const party = owned.get(id)
  if (party === undefined) return name
  const parents = party.parents.flatMap((parent) => owned.get(parent) ?? [])
  if (parents.length === 0) {
    const owners = [...new Set(party.owners.map((stake) => tellHolder(words, stake)))]
    return owners.length === 0 ? name : words.text('owner.held', { name, owners })
  }
  const [parent = null, ...above] = parents.map((one) => one.name)
  const organised = parents.at(-1)?.incorporated ?? null
  return words.text('owner.line', { name, parent, above, organised })
}

function tellHolder(words: Words, stake: OwnerStake): string {
  return words.text('owner.holder', { name: stake.name, share: tellStake(words, stake) })
}

/** What a source says of a stake: '29.7%', 'subsidiary, share not stated'. */
export function tellStake(words: Words, { share, kind }: OwnerStake): string {
  const known = `owner.kind.${kind}`
  const params = { share: tellShare(words, share) }
  return words.text((words.has(known) ? known : 'owner.kind.share') as MessageKey, params)
}

function tellShare(words: Words, share: OwnerStake['share']): string {
  if (share === null) return words.text('owner.shareUnknown')
  const { low, high, openLow } = share
  if (low === high) return words.text('owner.share', { share: percent(low) })
  if (openLow && high === 100) return words.text('owner.shareOver', { low: percent(low) })
  return words.text('owner.share', { share: `${percent(low)}–${percent(high)}` })
}

/** As many places as the source gives: 29.65 is not 29.7. */
function percent(value: number): string {
  return String(Number(value.toFixed(6)))
}

/** A registry with its size, and how many of its files were cut. */
export function tellRegistry(words: Words, registry: RegistryLaid): string {
  const { name, built, parties, ties, sources } = registry
  const cut = sources.filter(({ whole }) => !whole).length
  return words.text('registry.laid', { name, built, parties, ties, sources: sources.length, cut })
}
