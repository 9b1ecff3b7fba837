/** What can be withdrawn: services, and the work of each member of a team. */
import {
  type Contract,
  type Dossier,
  type Scenario,
  SERVICE_KINDS,
  type ServiceKindId,
} from '@holdfast/dossier'
import type { Day, Place } from '@holdfast/kernel'
import type { Regime, Subject } from '@holdfast/law'
import type { Listing } from './listings.ts'
import { type ParentParams, parentParams } from './parentage.ts'
import { memberSubject, type World } from './world.ts'

export interface Supply {
  /** The service's id, or the team's and the member's. */
  readonly id: string
  /** The service or team to which it belongs. */
  readonly node: string
  /** The name of the service, or of the team in which a member works. */
  readonly name: string
  readonly kind: ServiceKindId
  readonly provider: Subject
  /** The party served; null when another service is. */
  readonly beneficiary: string | null
  readonly class: string
  readonly inHouse: boolean
  readonly cause: string | null
  readonly contract: Contract
  /** How many people it stands for: 1 for a service. */
  readonly count: number
  readonly holdsAssets: boolean
  readonly place: Place
  /** Whose subsidiary the provider is, for the sentence that names it; asked when a proof is. */
  readonly parents: () => ParentParams
}

/** The class for which assumptions are asked when a provider states none. */
export const CLASS_OF_OTHERS = 'other'

export function memberSupplyId(team: string, member: string): string {
  return `${team}#${member}`
}

/** Everything that can be withdrawn, services first, in the order of the dossier. */
export function suppliesOf(dossier: Dossier, world: World): Supply[] {
  const supplies: Supply[] = []
  for (const service of dossier.services.values()) {
    const provider = dossier.parties.get(service.provider)
    const subject = world.subject(service.provider)
    if (provider === undefined || subject === null) continue
    supplies.push({
      id: service.id,
      node: service.id,
      name: service.name,
      kind: service.kind,
      provider: subject,
      beneficiary: dossier.parties.has(service.beneficiary) ? service.beneficiary : null,
      class: service.class ?? provider.class ?? CLASS_OF_OTHERS,
      inHouse: service.provider === dossier.institution.id,
      cause: service.cause,
      contract: service.contract,
      count: 1,
      holdsAssets: SERVICE_KINDS[service.kind].holdsAssets,
      place: service.place,
      parents: () => world.parents(service.provider),
    })
  }
  for (const team of dossier.teams.values()) {
    for (const member of team.members) {
      const party = dossier.parties.get(member.id)
      supplies.push({
        id: memberSupplyId(team.id, member.id),
        node: team.id,
        name: team.name,
        kind: 'work',
        provider: memberSubject(member),
        beneficiary: team.directedBy,
        class: party?.class ?? team.class,
        inHouse: false,
        cause: null,
        contract: team.contract,
        count: member.count,
        holdsAssets: false,
        place: member.place,
        parents: () => parentParams([]),
      })
    }
  }
  return supplies
}

/**
 * The dossier of a scenario: work is directed by the successor of whoever stepped aside before
 * being designated. It never acts backwards: who was already a target had directed the work.
 */
export function afterSteppingAside(
  dossier: Dossier,
  scenario: Scenario,
  listed: readonly Listing[],
  regimes: readonly Regime[],
): Dossier {
  const steps = scenario.decisions.filter((decision) => decision.kind === 'steps-aside')
  if (steps.length === 0) return dossier
  // To be wanted forbids nobody to work: only regimes that forbid count.
  const forbidding = new Set(regimes.flatMap(({ id, forbids }) => (forbids === null ? [] : [id])))
  const director = (id: string): string => {
    let at = id
    for (const step of steps) {
      if (step.person === at && step.on <= firstDesignation(at, scenario, listed, forbidding))
        at = step.successor
    }
    return at
  }
  const teams = [...dossier.teams].map(
    ([id, team]) => [id, { ...team, directedBy: director(team.directedBy) }] as const,
  )
  return { ...dossier, teams: new Map(teams) }
}

function firstDesignation(
  party: string,
  scenario: Scenario,
  listed: readonly Listing[],
  forbidding: ReadonlySet<string>,
): Day {
  const decided = scenario.decisions.flatMap((decision) =>
    decision.kind === 'designate' &&
    forbidding.has(decision.regime) &&
    decision.targets.includes(party)
      ? [decision.on]
      : [],
  )
  const known = listed.flatMap((listing) =>
    listing.party === party && forbidding.has(listing.regime)
      ? listing.spans.map((span) => span.from.from)
      : [],
  )
  return Math.min(Number.POSITIVE_INFINITY, ...decided, ...known)
}
