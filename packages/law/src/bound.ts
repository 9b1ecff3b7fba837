/**
 * Who is bound: a regime's conditions asked of a party, with the proof.
 *
 * Facts that are not declared are completed by the caller (`adverse`): an adverse completion binds
 * to a sanctions regime and frees from a counter-law. Yes, no or unknown follows from both ends.
 */
import { type Statement, state } from '@holdfast/kernel'
import type { Condition, Regime } from './regime.ts'

/** What the law asks of a party or a member of a team. Null is: not declared. */
export interface Subject {
  readonly id: string
  readonly name: string
  readonly kind: 'organisation' | 'person'
  /** False for states and international organisations, which no national law organises. */
  readonly underNationalLaw: boolean
  readonly incorporated: string | null
  readonly branchOf: string | null
  readonly nationality: readonly string[] | null
  readonly residence: readonly string[] | null
  readonly employer: string | null
  readonly statement: Statement
}

/** How an unknown fact is completed: true against the institution. */
export type Completion = (fact: string) => boolean

/** What the law asks of the world: parties, and the chain of owners above one. */
export interface WorldPort {
  readonly subject: (id: string) => Subject | null
  /**
   * The chain that makes `party` a subsidiary of an entity for which `isRoot` holds, as a
   * statement; null when there is none under the completion.
   */
  readonly subsidiaryChain: (
    party: string,
    isRoot: (id: string) => boolean,
    adverse: Completion,
  ) => Statement | null
  /** Unknown facts about owners at a party and above it. */
  readonly ownershipFacts: (party: string) => readonly string[]
  /** Everyone above a party along its declared owners, the party first. */
  readonly ownersAbove: (party: string) => readonly string[]
  /** The members of a group of countries (`EU`), or null when it is a country. */
  readonly countries: (group: string) => ReadonlySet<string> | null
}

/** The statement that proves the party bound under one condition at least; null when not bound. */
export function boundBy(
  conditions: readonly Condition[],
  subject: Subject,
  world: WorldPort,
  regime: Regime,
  adverse: Completion,
): Statement | null {
  const ask = new Ask(world, (fact) => adverse(fact) === (regime.kind !== 'counter-law'))
  for (const condition of conditions) {
    const proof = ask.holds(condition, subject)
    if (proof === null) continue
    const params = { party: subject.name, regime: regime.short, clause: condition.kind }
    return state('proof.bound', params, [proof], { source: condition.cite })
  }
  return null
}

/** The statement that nothing binds the party: each condition and why it does not hold. */
export function notBound(
  conditions: readonly Condition[],
  subject: Subject,
  regime: Regime,
): Statement {
  // The clauses without what each says: none of them fits.
  const clauses = [...new Set(conditions.map(({ cite }) => cite.split(':')[0] ?? cite))]
  return state(
    'proof.not-bound',
    { party: subject.name, regime: regime.short },
    [subject.statement],
    { source: clauses.join('; ') },
  )
}

/** The facts, not declared, on which the answer may depend. */
export function openFactsOfBound(
  conditions: readonly Condition[],
  subject: Subject,
  world: WorldPort,
): readonly string[] {
  const facts = new Set<string>()
  const ask = new Ask(world, () => false)
  for (const condition of conditions) {
    for (const fact of ask.openFacts(condition, subject)) facts.add(fact)
  }
  return [...facts]
}

class Ask {
  readonly #world: WorldPort
  /** What an undeclared fact is taken to say of a condition. */
  readonly #taken: Completion

  constructor(world: WorldPort, taken: Completion) {
    this.#world = world
    this.#taken = taken
  }

  holds(condition: Condition, subject: Subject): Statement | null {
    const { jurisdiction } = condition
    switch (condition.kind) {
      case 'organised-under':
        return this.#organised(this.#legalPerson(subject), jurisdiction)
      case 'branch-of-organised-under':
        return this.#branch(subject, jurisdiction)
      case 'subsidiary-of-organised-under':
        return this.#subsidiary(subject, jurisdiction)
      case 'employee-of-organised-under':
        return this.#employee(subject, jurisdiction)
      case 'national-of':
        return this.#personal(subject, 'nationality', jurisdiction)
      case 'resident-in':
        return this.#personal(subject, 'residence', jurisdiction)
      case 'national-of-and-resident-in': {
        const national = this.#personal(subject, 'nationality', jurisdiction)
        const resident = this.#personal(subject, 'residence', jurisdiction)
        if (national === null || resident === null) return null
        return state('proof.national-and-resident', { party: subject.name, jurisdiction }, [
          national,
          resident,
        ])
      }
    }
  }

  openFacts(condition: Condition, subject: Subject): readonly string[] {
    switch (condition.kind) {
      case 'organised-under':
      case 'branch-of-organised-under':
        return organisedFacts(this.#legalPerson(subject))
      case 'subsidiary-of-organised-under':
        return subject.kind === 'person' ? [] : this.#subsidiaryFacts(subject)
      case 'employee-of-organised-under': {
        const employer = this.#employerOf(subject)
        return employer === null ? [] : organisedFacts(this.#legalPerson(employer))
      }
      case 'national-of':
        return personalFacts(subject, 'nationality')
      case 'resident-in':
        return personalFacts(subject, 'residence')
      case 'national-of-and-resident-in':
        return [...personalFacts(subject, 'nationality'), ...personalFacts(subject, 'residence')]
    }
  }

  /** A branch is no person of its own: the law asks the entity whose branch it is. */
  #legalPerson(subject: Subject): Subject {
    let person = subject
    for (const seen = new Set<string>(); person.branchOf !== null && !seen.has(person.id); ) {
      seen.add(person.id)
      const head = this.#world.subject(person.branchOf)
      if (head === null) break
      person = head
    }
    return person
  }

  #isIn(country: string, jurisdiction: string): boolean {
    const group = this.#world.countries(jurisdiction)
    const state = country.slice(0, 2)
    return group === null ? state === jurisdiction : group.has(state)
  }

  #organised(subject: Subject, jurisdiction: string): Statement | null {
    if (subject.kind === 'person' || !subject.underNationalLaw) return null
    const { incorporated, name } = subject
    if (incorporated === null) {
      const fact = `incorporated:${subject.id}`
      return this.#taken(fact)
        ? state('proof.if-organised', { party: name, jurisdiction }, [subject.statement])
        : null
    }
    if (!this.#isIn(incorporated, jurisdiction)) return null
    return state('proof.organised', { party: name, country: incorporated }, [subject.statement])
  }

  #branch(subject: Subject, jurisdiction: string): Statement | null {
    if (subject.branchOf === null) return null
    const head = this.#legalPerson(subject)
    const organised = this.#organised(head, jurisdiction)
    if (organised === null) return null
    const params = { party: subject.name, head: head.name }
    return state('proof.branch', params, [subject.statement, organised])
  }

  #subsidiary(subject: Subject, jurisdiction: string): Statement | null {
    if (subject.kind === 'person') return null
    const person = this.#legalPerson(subject)
    const isRoot = (id: string): boolean => {
      const above = id === person.id ? null : this.#world.subject(id)
      return above !== null && this.#organised(above, jurisdiction) !== null
    }
    return this.#world.subsidiaryChain(person.id, isRoot, this.#taken)
  }

  #subsidiaryFacts(subject: Subject): readonly string[] {
    const person = this.#legalPerson(subject)
    const above = this.#world.ownersAbove(person.id).filter((id) => id !== person.id)
    const organised = above.flatMap((id) => {
      const owner = this.#world.subject(id)
      return owner === null ? [] : organisedFacts(owner)
    })
    return [...this.#world.ownershipFacts(person.id), ...organised]
  }

  #employerOf(subject: Subject): Subject | null {
    return subject.employer === null ? null : this.#world.subject(subject.employer)
  }

  #employee(subject: Subject, jurisdiction: string): Statement | null {
    const employer = this.#employerOf(subject)
    if (employer === null) return null
    const organised = this.#organised(this.#legalPerson(employer), jurisdiction)
    if (organised === null) return null
    const params = { party: subject.name, employer: employer.name }
    return state('proof.employee', params, [subject.statement, organised])
  }

  #personal(
    subject: Subject,
    what: 'nationality' | 'residence',
    jurisdiction: string,
  ): Statement | null {
    if (subject.kind !== 'person') return null
    const countries = subject[what]
    const params = { party: subject.name, jurisdiction }
    if (countries === null) {
      const fact = `${what}:${subject.id}`
      return this.#taken(fact) ? state(`proof.if-${what}`, params, [subject.statement]) : null
    }
    const match = countries.find((country) => this.#isIn(country, jurisdiction))
    if (match === undefined) return null
    return state(`proof.${what}`, { party: subject.name, country: match }, [subject.statement])
  }
}

function organisedFacts(subject: Subject): readonly string[] {
  const open =
    subject.kind === 'organisation' && subject.underNationalLaw && subject.incorporated === null
  return open ? [`incorporated:${subject.id}`] : []
}

function personalFacts(subject: Subject, what: 'nationality' | 'residence'): readonly string[] {
  return subject.kind === 'person' && subject[what] === null ? [`${what}:${subject.id}`] : []
}
