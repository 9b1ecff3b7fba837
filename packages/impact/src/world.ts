/** The dossier as the law and the ownership rules see it. */
import type { Member, Party } from '@holdfast/dossier'
import { formatDay, type Statement, state } from '@holdfast/kernel'
import type { Readings, Subject, WorldPort } from '@holdfast/law'
import { type CascadeRule, shareText, type TieRecord, WHOLE } from '@holdfast/ownership'
import type { Completion, Ground } from './ground.ts'
import { type CountedStake, type Group, Owners } from './owners.ts'
import { type ParentParams, parentParams, parentsOf } from './parentage.ts'

/** The rule of ownership that says what a subsidiary is, and that of what targets own. */
const SUBSIDIARY = 'eo-14203'
const OWNED = 'ofac-50'

export class World implements WorldPort {
  readonly owners: Owners
  readonly #ground: Ground
  readonly #subjects = new Map<string, Subject>()
  readonly #bound = new WeakMap<Readings, WeakMap<Completion, Map<string, Statement | null>>>()

  constructor(ground: Ground) {
    this.#ground = ground
    this.owners = new Owners(ground.dossier, ground.on)
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

  /**
   * What is known of whom a regime binds, by regime and subject: it hangs on readings and on how
   * unknown facts are completed, and not on any scenario.
   */
  boundKnown(readings: Readings, completion: Completion): Map<string, Statement | null> {
    let byCompletion = this.#bound.get(readings)
    if (byCompletion === undefined) {
      byCompletion = new WeakMap()
      this.#bound.set(readings, byCompletion)
    }
    let known = byCompletion.get(completion)
    if (known === undefined) {
      known = new Map()
      byCompletion.set(completion, known)
    }
    return known
  }

  ownersAbove = (party: string): readonly string[] => this.owners.above(party)

  ownershipFacts = (party: string): readonly string[] =>
    this.owners.openFacts(party, this.#rule(SUBSIDIARY))

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
    const group = this.owners.groupAbove(party, isRoot, this.#rule(SUBSIDIARY), adverse)
    return group === null ? null : this.#chain(party, group, isRoot)
  }

  /** Entities that the targets own by OFAC's rule, beside the targets themselves. */
  ownedByTargets(targets: Iterable<string>, adverse: Completion): Group {
    return this.owners.groupBelow(targets, this.#rule(OWNED), adverse)
  }

  /** The facts about shares of what a target owns. */
  openSharesOf(target: string): readonly string[] {
    return this.owners.openShares(target, this.#rule(OWNED))
  }

  #rule(id: string): CascadeRule {
    const rule = this.#ground.ownershipRules.find((one) => one.id === id)
    if (rule?.kind !== 'cascade') throw new Error(`data/ownership/rules.yaml has no rule ${id}`)
    return rule
  }

  /** The proof that a group holds a party: its stakes, and those above them up to the root. */
  #chain(party: string, group: Group, isRoot: (id: string) => boolean): Statement {
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

  /** What was said of a stake: one statement, or several sources' that stand against each other. */
  stakeStatement({ owner, asset, stake }: CountedStake): Statement {
    const said = stake.ties.map((tie) => this.#tieStatement(tie))
    const [only] = said
    if (said.length === 1 && only !== undefined) return only
    const params = { owner: this.#name(owner), party: this.#name(asset) }
    return state('proof.holds-by-sources', { ...params, disputed: `${stake.disputed}` }, said)
  }

  #tieStatement(tie: TieRecord): Statement {
    const params = {
      owner: this.#name(tie.owner),
      party: this.#name(tie.asset),
      share: tie.share === null ? null : shareText(tie.share),
      asOf: tie.asOf === null ? null : formatDay(tie.asOf),
      certainty: tie.certainty,
    }
    const at = { place: tie.place ?? undefined, source: tie.source ?? undefined }
    return state(tieKey(tie), params, [], at)
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

function tieKey({ kind, share }: TieRecord): string {
  if (kind === 'branch') return 'proof.is-branch'
  if (kind === 'votes' || kind === 'control') return 'proof.controls'
  if (share !== null && (share.low > 0 || share.high < WHOLE)) return 'proof.holds-share'
  if (kind === 'share') return 'proof.holds-some'
  return kind === 'subsidiary' ? 'proof.calls-subsidiary' : 'proof.consolidates'
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
