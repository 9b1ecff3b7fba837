/** Where a registry and the dossier say different things of one party. Both are kept. */
import type { Party, Share, Stake } from '@holdfast/dossier'
import { type Diagnostic, type Params, warning } from '@holdfast/kernel'
import type { RegistryRecord } from './registry_party.ts'

/** One warning for each thing in which a registry contradicts what the dossier states itself. */
export function contradictions(
  party: Party,
  records: readonly RegistryRecord[],
  stakes: readonly Stake[],
  nameOf: (id: string) => string,
): Diagnostic[] {
  const found: Diagnostic[] = []
  const tell = (registry: string, params: Params): void => {
    const all = { party: party.name, registry, owner: null, ...params }
    found.push(warning('ownership/contradicts-dossier', all, party.place))
  }
  for (const { registry, record } of records) {
    const { incorporated, seat, name, keys } = record
    if (differ(party.incorporated, incorporated)) {
      tell(registry, { what: 'incorporated', ours: party.incorporated, theirs: incorporated })
    }
    if (differ(party.seat, seat)) tell(registry, { what: 'seat', ours: party.seat, theirs: seat })
    if (name !== null && ![name, ...record.otherNames].some((one) => alike(one, party))) {
      tell(registry, { what: 'name', ours: party.name, theirs: name })
    }
    const lei = keys.find((key) => key.startsWith('lei:'))?.slice(4) ?? null
    if (party.lei !== null && lei !== null && lei !== party.lei) {
      tell(registry, { what: 'lei', ours: party.lei, theirs: lei })
    }
  }
  for (const stake of stakes) {
    const params = stakeContradiction(party, stake)
    if (params !== null) tell(stake.register!.registry, { ...params, owner: nameOf(stake.owner) })
  }
  return found
}

/** `US` and `US-DE` do not contradict each other: one says more. */
function differ(ours: string | null, theirs: string | null): boolean {
  if (ours === null || theirs === null) return false
  return !ours.startsWith(theirs) && !theirs.startsWith(ours)
}

/** Whether a name shares a word of more than two letters with one of the party's. */
function alike(name: string, party: Party): boolean {
  const words = new Set([party.name, ...party.aliases].flatMap(wordsOf))
  const theirs = wordsOf(name)
  return theirs.length === 0 || words.size === 0 || theirs.some((word) => words.has(word))
}

/** What companies are called beside their names; such words tell nobody apart. */
const FORMS = new Set([
  ...['and', 'company', 'corporation', 'corp', 'gmbh', 'group', 'holding', 'holdings', 'inc'],
  ...['international', 'limited', 'llc', 'ltd', 'nv', 'bv', 'plc', 'sarl', 'the'],
])

function wordsOf(name: string): string[] {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = words.filter((word) => word.length > 2 && !FORMS.has(word))
  return telling.length > 0 ? telling : words
}

/** An owner whom the dossier excludes, or to whom it gives a share that the registry does not. */
function stakeContradiction(
  party: Party,
  stake: Stake,
): { what: string; ours: string | null; theirs: string | null } | null {
  const { stakes, others } = party.owners
  const kind = stake.register?.kind
  const own = stakes.filter((one) => one.owner === stake.owner)
  const theirs = shareText(stake.share)
  if (own.length === 0) {
    const excluded = party.owners.stated === true && others === 'none'
    const counts = kind !== 'votes' && kind !== 'control' && stake.share.high > 0
    return excluded && counts ? { what: 'owners', ours: null, theirs } : null
  }
  if (kind !== 'share' || own.some((one) => overlap(one.share, stake.share))) return null
  return { what: 'share', ours: own.map((one) => shareText(one.share)).join(', '), theirs }
}

function overlap(a: Share, b: Share): boolean {
  return Math.max(a.low, b.low) <= Math.min(a.high, b.high)
}

function shareText({ low, high, consolidated }: Share): string | null {
  if (consolidated || (low === 0 && high === 100)) return null
  return low === high ? `${low}` : `${low}-${high}`
}
