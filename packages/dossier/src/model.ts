/** A dossier that was read and checked: ids exist, needs have no cycle, numbers are in range. */
import type { Day, Interval, Money, Place } from '@holdfast/kernel'
import type { ServiceKindId } from './service_kind.ts'

/** ISO 3166-1 alpha-2, with a subdivision where it matters: `NL`, `US-DE`. */
export type Country = string

/** Where a fact comes from and how sure it is. */
export interface Standing {
  readonly source: string | null
  readonly assumed: boolean
  readonly disputed: readonly Account[]
  readonly owner: string | null
  readonly reviewBy: Day | null
}

export interface Account {
  readonly account: string
  readonly source: string | null
}

/** A line of the dossier that carries a standing of its own. */
export interface FactLine {
  readonly about: string
  readonly fact: string
  readonly value: string
  readonly standing: Standing
  readonly place: Place
}

/** A share in percent as far as it is known; `(low, high]` when `openLow`. */
export interface Share {
  readonly low: number
  readonly high: number
  readonly openLow: boolean
  /** Held as a consolidated subsidiary: controlled, share unknown. */
  readonly consolidated: boolean
  /** Less than `high`, as some registers state it; absent: at most `high`. */
  readonly openHigh?: boolean
}

export interface Stake {
  readonly owner: string
  readonly share: Share
  readonly source: string | null
  /** Where the dossier states it; of a stake from a registry the line there, where it is known. */
  readonly place: Place
  /** The day of the source's statement. */
  readonly asOf?: Day | null
  /** What only a registry says of a stake; absent for what the dossier itself states. */
  readonly register?: RegisteredStake
}

/**
 * What a registry says of a stake beside its share: the fields of `TieRecord` in
 * `@holdfast/ownership`, where they are explained.
 */
export interface RegisteredStake {
  /** What messages call the registry. */
  readonly registry: string
  readonly kind:
    | 'share'
    | 'votes'
    | 'consolidation'
    | 'ultimate-consolidation'
    | 'subsidiary'
    | 'branch'
    | 'fund-manager'
    | 'umbrella-fund'
    | 'master-fund'
    | 'control'
  /** False when no share is stated; `share` then says what follows from that. */
  readonly shareStated: boolean
  readonly direct: boolean
  readonly from: Day | null
  readonly to: Day | null
  readonly seen: Day | null
  readonly certainty: 'stated' | 'unverified' | 'assumed'
  readonly marks: readonly string[]
}

/** What is said of the owners that are not named. */
export type OtherOwners = 'none' | 'dispersed' | 'unknown'

export interface Owners {
  readonly stakes: readonly Stake[]
  readonly others: OtherOwners
  /** True when the dossier has a line about its owners, if only `unknown`. */
  readonly stated?: boolean
}

/** What a registry says of a party of which the dossier says nothing itself. */
export interface RegisteredParty {
  /** What messages call the registry. */
  readonly registry: string
  readonly asOf: Day | null
  readonly certainty: 'stated' | 'unverified' | 'assumed'
}

/** What decides whether a law binds someone. Null is: not declared. */
export interface Person {
  readonly nationality: readonly Country[] | null
  readonly residence: readonly Country[] | null
  readonly employer: string | null
}

export type PartyForm =
  | 'company'
  | 'nonprofit'
  | 'public-body'
  | 'international-organisation'
  | 'state'

export interface Party extends Person {
  readonly id: string
  readonly name: string
  readonly kind: 'organisation' | 'person'
  readonly form: PartyForm
  readonly class: string | null
  readonly role: string | null
  readonly belongsTo: string | null
  readonly aliases: readonly string[]
  readonly incorporated: Country | null
  readonly seat: Country | null
  readonly branchOf: string | null
  readonly owners: Owners
  readonly lei: string | null
  /**
   * By which keys registries know it, `scheme:number`: `gb-coh:01234567`, `local:kpn`; the one of
   * its `lei` included. Absent: by none.
   */
  readonly registered?: readonly string[]
  /** Where its place of organisation comes from, when that is no line of the dossier. */
  readonly register?: RegisteredParty
  readonly listedAs: ReadonlyMap<string, readonly string[]>
  readonly notListedAs: ReadonlyMap<string, readonly string[]>
  readonly source: string | null
  readonly place: Place
}

export interface Buffer {
  readonly days: number
  readonly survives: 'refusal' | 'payment-failure'
}

export type Need =
  | {
      readonly kind: 'item'
      readonly id: string
      readonly buffer: Buffer | null
      readonly place: Place
    }
  | {
      readonly kind: 'all' | 'any'
      readonly of: readonly Need[]
      readonly buffer: Buffer | null
      readonly place: Place
    }
  | {
      readonly kind: 'at-least'
      readonly k: number
      readonly of: readonly Need[]
      readonly buffer: Buffer | null
      readonly place: Place
    }

export interface Contract {
  readonly noticeDays: number
  readonly end: Day | null
}

export interface Service {
  readonly id: string
  readonly name: string
  readonly kind: ServiceKindId
  readonly provider: string
  readonly beneficiary: string
  readonly needs: Need | null
  readonly class: string | null
  readonly cause: string | null
  readonly contract: Contract
  readonly source: string | null
  readonly place: Place
  /** Where the provider and the beneficiary are named. */
  readonly providerPlace: Place
  readonly beneficiaryPlace: Place
}

export interface Member extends Person {
  /** The party's id, or `team/n` for a described group, `team/rest` for those not described. */
  readonly id: string
  readonly name: string
  readonly count: number
  readonly place: Place
}

export interface Team {
  readonly id: string
  readonly name: string
  readonly directedBy: string
  readonly minimum: number
  readonly size: number
  readonly members: readonly Member[]
  readonly class: string
  readonly contract: Contract
  readonly needs: Need | null
  /** Person-days in 30 days that the team can give to measures; null or absent: not stated. */
  readonly capacity?: number | null
  readonly place: Place
}

export interface InstitutionFunction {
  readonly id: string
  readonly name: string
  readonly weight: number
  readonly toleranceDays: number
  readonly needs: Need
  readonly place: Place
}

export type AssumptionCase = 'any' | 'direct' | 'indirect' | 'association' | 'contested'

/** How likely a class of providers is to withdraw under a regime. */
export interface Assumption {
  readonly id: string
  readonly class: string
  readonly regime: string
  readonly case: AssumptionCase
  readonly interval: Interval
  readonly unexposed: boolean
  readonly evidence: string
  readonly source: string | null
  /** True when the dossier states it, false when it ships with the product. */
  readonly own: boolean
  readonly place: Place
}

/** The terms of a licence: for whom, for what, when. `until` is the last day that it permits. */
export interface LicenceTerms {
  readonly for: readonly string[]
  readonly kinds: readonly ServiceKindId[] | null
  readonly from: Day | null
  readonly until: Day | null
  readonly permits: 'service' | 'wind-down'
}

export interface Licence extends LicenceTerms {
  readonly id: string
  readonly name: string
  readonly regime: string
  readonly status: 'held' | 'applied'
  readonly source: string | null
  readonly place: Place
}

export type Decision = {
  readonly on: Day
  readonly place: Place
  readonly source: string | null
} & (
  | {
      readonly kind: 'designate'
      readonly targets: readonly string[]
      readonly regime: string
      readonly windDownUntil: Day | null
    }
  | { readonly kind: 'lift'; readonly targets: readonly string[]; readonly regime: string }
  | { readonly kind: 'license'; readonly terms: LicenceTerms; readonly regime: string }
  | { readonly kind: 'annex'; readonly regime: string; readonly counterLaw: string }
  | { readonly kind: 'withdraw'; readonly services: readonly string[] }
  | { readonly kind: 'steps-aside'; readonly person: string; readonly successor: string }
)

/**
 * When a scenario strikes, for the plan: on no day that is known, so on each day of the horizon
 * alike; on the days of its decisions as they are written; or on one day, to which the first
 * decision against the institution is moved and the others with it.
 */
export type Strike =
  | { readonly kind: 'uniform' }
  | { readonly kind: 'dated' }
  | { readonly kind: 'day'; readonly day: Day }

export interface Scenario {
  /** How much it counts in the plan beside the others; absent: 1. */
  readonly weight?: number
  /** Absent: on no day that is known. */
  readonly strike?: Strike
  readonly place?: Place
  /** The file that states it. */
  readonly file: string
  readonly id: string
  readonly name: string
  readonly description: string | null
  readonly decisions: readonly Decision[]
}

export type Effect =
  | { readonly kind: 'replace'; readonly old: string; readonly by: string }
  | { readonly kind: 'beside'; readonly old: string; readonly add: string }
  | { readonly kind: 'buffer'; readonly on: string; readonly of: string; readonly buffer: Buffer }
  | { readonly kind: 'licence'; readonly licence: string }

export interface Measure {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly costOnce: Money | null
  readonly costYearly: Money | null
  /** Where the cost stands; absent where none is stated. */
  readonly costPlace?: Place
  readonly durationDays: number
  readonly effort: ReadonlyMap<string, number>
  readonly after: readonly string[]
  readonly excludes: readonly string[]
  readonly earliest: Day | null
  readonly deadline: Day | null
  readonly parties: ReadonlyMap<string, Party>
  readonly services: ReadonlyMap<string, Service>
  readonly effects: readonly Effect[]
  readonly place: Place
}

/** Money that may be spent within a window of days, both included. */
export interface SpendingWindow {
  readonly from: Day
  readonly until: Day
  readonly atMost: Money
  readonly place: Place
}

/** Within what limits a plan is drawn. */
export interface PlanTerms {
  /** For the whole horizon; null: no limit. */
  readonly budget: Money | null
  /** For each period; null: no limit. */
  readonly perPeriod: Money | null
  readonly windows: readonly SpendingWindow[]
  readonly horizonDays: number | null
  /** Work on a measure starts on the first day of a period; null: chosen by the horizon. */
  readonly periodDays: number | null
  readonly place: Place
  /** Where each line stands, by its key: `budget`, `per-period`, `horizon`, `period`. */
  readonly places?: ReadonlyMap<string, Place>
}

export interface Institution {
  readonly id: string
  readonly name: string
  readonly note: string | null
  readonly seat: Country
  readonly asOf: Day | null
  readonly horizonDays: number | null
  readonly regimes: readonly string[] | null
  /** Registries of owners that the dossier names, relative to the file that does. */
  readonly registries?: readonly NamedRegistry[]
}

/** A registry as a dossier names it: a compiled file, a file of a source, or a folder of them. */
export interface NamedRegistry {
  readonly path: string
  readonly place: Place
}

export interface Dossier {
  readonly institution: Institution
  /** All parties, the institution among them. */
  readonly parties: ReadonlyMap<string, Party>
  readonly teams: ReadonlyMap<string, Team>
  readonly services: ReadonlyMap<string, Service>
  readonly functions: ReadonlyMap<string, InstitutionFunction>
  readonly assumptions: ReadonlyMap<string, Assumption>
  readonly licences: ReadonlyMap<string, Licence>
  readonly scenarios: ReadonlyMap<string, Scenario>
  readonly measures: ReadonlyMap<string, Measure>
  /** Null or absent: the dossier states no limits. */
  readonly plan?: PlanTerms | null
  readonly facts: readonly FactLine[]
}
