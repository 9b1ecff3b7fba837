/** The dossier as the law and the ownership rules see it. */
import type { Member, Party, Stake } from '@holdfast/dossier'
import { formatDay, type Statement, state } from '@holdfast/kernel'
import type { Subject, WorldPort } from '@holdfast/law'
import {
  groupOf,
  type Holding,
  mayHaveUndeclaredHolder,
  OFAC_50,
  type OwnershipGraph,
  type OwnershipStake,
  openFacts,
  ownersAbove,
  ownersFact,
  ownershipGraph,
  SUBSIDIARY,
} from '@holdfast/ownership'
import type { Completion, Ground } from './ground.ts'
import { type ParentParams, parentParams, parentsOf, shareOn } from './parentage.ts'

export class World implements WorldPort {
  readonly graph: OwnershipGraph
  readonly #ground: Ground
  readonly #subjects = new Map<string, Subject>()
  /** What the dossier or a registry says of a stake of the graph. */
  readonly #said = new WeakMap<OwnershipStake, Stake>()

  constructor(ground: Ground) {
    this.#ground = ground
    const { parties } = ground.dossier
    const stakes = [...parties.values()].flatMap((party) =>
      party.owners.stakes.flatMap((stake) => {
        const { owner, place } = stake
        const share = shareOn(stake, ground.on)
        if (share === null) return []
        const source = stake.source ?? party.source
        const counted: OwnershipStake = { owner, asset: party.id, share, source, place }
        this.#said.set(counted, stake)
        return counted
      }),
    )
    this.graph = ownershipGraph(stakes, (asset) => parties.get(asset)?.owners.others === 'unknown')
  }

  subject = (id: string): Subject | null => {
    const known = this.#subjects.get(id)
    if (known !== undefined) return known
    const party = this.#ground.dossier.parties.get(id)
    if (party === undefined) return null
    const subject = partySubject(party)
    this.#subjects.set(id, subject)
    return subject
  }

  ownersAbove = (party: string): readonly string[] => ownersAbove(this.graph, party)

  ownershipFacts = (party: string): readonly string[] => openFacts(this.graph, party, SUBSIDIARY)

  countries = (group: string): ReadonlySet<string> | null =>
    this.#ground.countryGroups.get(group) ?? null

  /**
   * The group of one root at a time: two owners that are strangers to each other make nobody a
   * subsidiary of both. Undeclared owners, completed adversely, may be the root itself or one
   * bound parent of their own.
   */
  subsidiaryChain = (
    party: string,
    isRoot: (id: string) => boolean,
    adverse: Completion,
  ): Statement | null => {
    const above = this.ownersAbove(party)
    const hidden = above.filter(
      (id) => mayHaveUndeclaredHolder(this.graph, id, SUBSIDIARY) && adverse(ownersFact(id)),
    )
    if (hidden.includes(party)) return this.#hiddenOwner(party)
    for (const root of above.filter((id) => id !== party && isRoot(id))) {
      const group = groupOf(this.graph, [root, ...hidden], SUBSIDIARY, adverse)
      if (group.has(party)) return this.#chain(party, group, isRoot)
    }
    const group = groupOf(this.graph, hidden, SUBSIDIARY, adverse)
    return group.has(party) ? this.#chain(party, group, isRoot) : null
  }

  /** Entities that the targets own by OFAC's rule, beside the targets themselves. */
  ownedByTargets(targets: Iterable<string>, adverse: Completion): ReadonlyMap<string, Holding> {
    return groupOf(this.graph, targets, OFAC_50, adverse)
  }

  /** The proof that a group holds a party: its stakes, and those above them up to the root. */
  #chain(
    party: string,
    group: ReadonlyMap<string, Holding>,
    isRoot: (id: string) => boolean,
  ): Statement {
    const seen = new Set<string>()
    const start = (id: string): Statement =>
      isRoot(id) ? this.#rootStatement(id) : this.#hiddenOwner(id)
    const prove = (id: string): Statement => {
      const holding = group.get(id)
      if (holding === undefined || holding.kind === 'root' || seen.has(id)) return start(id)
      seen.add(id)
      const because = holding.by.flatMap((stake) => [
        this.stakeStatement(stake),
        prove(stake.owner),
      ])
      const params = { party: this.#name(id), owners: holding.by.map((s) => this.#name(s.owner)) }
      return state('proof.subsidiary', params, because)
    }
    return prove(party)
  }

  stakeStatement(stake: OwnershipStake): Statement {
    const said = this.#said.get(stake)
    const asOf = said?.asOf ?? null
    const params = {
      owner: this.#name(stake.owner),
      party: this.#name(stake.asset),
      share: shareText(stake),
      asOf: asOf === null ? null : formatDay(asOf),
      certainty: said?.register?.certainty ?? 'stated',
    }
    const at = { place: stake.place ?? undefined, source: stake.source ?? undefined }
    return state(stakeKey(stake, said), params, [], at)
  }

  /** The parents of a party for a sentence about it: `parent`, `above`, `organised`. */
  parents(id: string): ParentParams {
    const { dossier, on } = this.#ground
    const party = dossier.parties.get(id)
    const parents = parentsOf(dossier.parties, id, on)
    return parentParams(party === undefined ? parents : [party, ...parents])
  }

  #rootStatement(id: string): Statement {
    const subject = this.subject(id)
    const params = { party: this.#name(id), country: subject?.incorporated ?? null }
    return state('proof.organised', params, subject === null ? [] : [subject.statement])
  }

  #hiddenOwner(id: string): Statement {
    const subject = this.subject(id)
    const because = subject === null ? [] : [subject.statement]
    return state('proof.if-owned', { party: this.#name(id) }, because)
  }

  #name(id: string): string {
    return this.#ground.dossier.parties.get(id)?.name ?? id
  }
}

function stakeKey({ share }: OwnershipStake, said: Stake | undefined): string {
  if (!share.consolidated) {
    return share.low === 0 && share.high === 100 ? 'proof.holds-some' : 'proof.holds-share'
  }
  return said?.register?.kind === 'subsidiary' ? 'proof.calls-subsidiary' : 'proof.consolidates'
}

function shareText({ share }: OwnershipStake): string {
  return share.low === share.high ? `${share.low}` : `${share.low}-${share.high}`
}

function partySubject(party: Party): Subject {
  const underNationalLaw = party.form !== 'state' && party.form !== 'international-organisation'
  const facts =
    party.kind === 'person'
      ? { nationality: list(party.nationality), residence: list(party.residence) }
      : { incorporated: party.incorporated, seat: party.seat, ...registeredFacts(party) }
  const key = party.kind === 'person' ? 'proof.person' : 'proof.organisation'
  const at = { place: party.place, source: party.source ?? undefined }
  return {
    id: party.id,
    name: party.name,
    kind: party.kind,
    underNationalLaw,
    incorporated: party.incorporated,
    branchOf: party.branchOf,
    nationality: party.nationality,
    residence: party.residence,
    employer: party.employer,
    statement: state(key, { party: party.name, ...facts }, [], at),
  }
}

/** From when and how sure what a registry says of a party is. */
function registeredFacts({ register }: Party) {
  const asOf = register?.asOf ?? null
  const certainty = register?.certainty ?? 'stated'
  return { asOf: asOf === null ? null : formatDay(asOf), certainty }
}

function list(values: readonly string[] | null): string | null {
  return values === null ? null : values.join(', ')
}

/** A member of a team as the law sees it: a person, or several of one description. */
export function memberSubject(member: Member): Subject {
  const facts = { nationality: list(member.nationality), residence: list(member.residence) }
  return {
    id: member.id,
    name: member.name,
    kind: 'person',
    underNationalLaw: false,
    incorporated: null,
    branchOf: null,
    nationality: member.nationality,
    residence: member.residence,
    employer: member.employer,
    statement: state('proof.person', { party: member.name, ...facts }, [], { place: member.place }),
  }
}
