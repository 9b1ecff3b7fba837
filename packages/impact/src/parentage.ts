/** Whose subsidiary a party is, as a sentence tells it: what is declared, not what a rule finds. */
import type { Party, Share, Stake } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'

/** Parents that are told one above the other. */
const PARENTS_MAX = 20

/**
 * The chain of parents of a party on a day, the nearest first: at each step the first owner that
 * holds more than half or consolidates it. Persons are no parents. Empty where there is none; ends
 * where it goes round.
 */
export function parentsOf(
  parties: ReadonlyMap<string, Party>,
  id: string,
  on: Day,
): readonly Party[] {
  const parents: Party[] = []
  const seen = new Set([id])
  for (let party = parties.get(id); party !== undefined; ) {
    const { owner = '' } = party.owners.stakes.find((stake) => controls(stake, on)) ?? {}
    const parent = seen.has(owner) ? undefined : parties.get(owner)
    if (parent === undefined || parent.kind === 'person') break
    if (parents.length === PARENTS_MAX) break
    seen.add(owner)
    parents.push(parent)
    party = parent
  }
  return parents
}

const COUNTS = new Set(['share', 'consolidation', 'subsidiary', undefined])

/**
 * The share that a stake is on a day, as far as its own source says: null when it is none, or of a
 * kind that holds no capital; from nothing up when it is stated for later days only.
 */
export function shareOn({ share, register, asOf = null }: Stake, on: Day): Share | null {
  if (!COUNTS.has(register?.kind) || register?.direct === false) return null
  if (register !== undefined && register.to !== null && register.to <= on) return null
  const first = register?.from ?? register?.seen ?? asOf
  if (first === null || first <= on) return share
  return register?.from === first ? null : { ...share, low: 0, openLow: false, consolidated: false }
}

/** Whether a stake makes its owner a parent on a day. */
export function controls(stake: Stake, on: Day): boolean {
  const share = shareOn(stake, on)
  if (share === null) return false
  const { low, openLow, consolidated } = share
  const isCalledSo = stake.register?.kind === 'subsidiary' && share === stake.share
  return consolidated || isCalledSo || low > 50 || (low === 50 && openLow)
}

/** What a sentence says of a party's parents. */
export type ParentParams = {
  /** The nearest. */
  readonly parent: string | null
  /** Those above it. */
  readonly above: readonly string[]
  /** Under which law the topmost is organised; the party itself where it has no parent. */
  readonly organised: string | null
}

/** @param line the party and its parents, the nearest first */
export function parentParams(line: readonly Party[]): ParentParams {
  const [parent = null, ...above] = line.slice(1).map(({ name }) => name)
  return { parent, above, organised: organisedIn(line.at(-1)) }
}

/** The law under which a party is organised; no law organises a state. */
export function organisedIn(party: Party | undefined): string | null {
  return party === undefined || party.form === 'state' ? null : party.incorporated
}
