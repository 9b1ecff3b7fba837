/** What a shape cannot say: ids that exist and are of the right kind, cycles, sums, orders. */
import {
  type Diagnostic,
  hasErrors,
  isLei,
  nearest,
  type Place,
  problem,
  warning,
} from '@holdfast/kernel'
import { checkPlan } from './check_plan.ts'
import { type Edges, edgesOf, findCycles, longestChain } from './circles.ts'
import type { Decision, Dossier, Measure, Need, Party, Service, Team } from './model.ts'

type Kind = 'party' | 'person' | 'team' | 'service' | 'function' | 'licence' | 'measure'

/** The regimes that are known, for checking the names a dossier uses. Null: not checked. */
export type KnownRegimes = ReadonlySet<string> | null

/** Every problem of a dossier that was built, in the order of its things. */
export function checkDossier(dossier: Dossier, regimes: KnownRegimes): Diagnostic[] {
  const check = new Check(dossier, regimes)
  for (const party of dossier.parties.values()) check.party(party)
  for (const team of dossier.teams.values()) check.team(team)
  for (const service of dossier.services.values()) check.service(service)
  for (const item of dossier.functions.values()) check.need(item.needs)
  check.terms()
  for (const { decisions } of dossier.scenarios.values()) {
    for (const decision of decisions) check.decision(decision)
  }
  for (const measure of dossier.measures.values()) check.measure(measure)
  check.circles()
  check.depths()
  check.institution()
  check.problems.push(...checkPlan(dossier))
  if (dossier.functions.size === 0) {
    const place = dossier.parties.get(dossier.institution.id)?.place
    check.problems.push(warning('dossier/no-functions', {}, ...(place ? [place] : [])))
  }
  return check.problems
}

/** Links of a chain of needs or of owners. */
const CHAIN_LINKS_MAX = 500

class Check {
  readonly problems: Diagnostic[] = []
  readonly #dossier: Dossier
  readonly #regimes: KnownRegimes
  readonly #kinds = new Map<string, Kind>()
  /** What only a measure brings, and which one. */
  readonly #coming = new Map<string, string>()
  /** The measure whose own things are being checked. */
  #within: Measure | null = null

  constructor(dossier: Dossier, regimes: KnownRegimes) {
    this.#dossier = dossier
    this.#regimes = regimes
    for (const [id, party] of dossier.parties) this.#kinds.set(id, kindOf(party))
    for (const id of dossier.teams.keys()) this.#kinds.set(id, 'team')
    for (const id of dossier.services.keys()) this.#kinds.set(id, 'service')
    for (const id of dossier.functions.keys()) this.#kinds.set(id, 'function')
    for (const id of dossier.licences.keys()) this.#kinds.set(id, 'licence')
    for (const [id, measure] of dossier.measures) {
      this.#kinds.set(id, 'measure')
      for (const [inner, party] of measure.parties) this.#kinds.set(inner, kindOf(party))
      for (const inner of measure.services.keys()) this.#kinds.set(inner, 'service')
      for (const inner of [...measure.parties.keys(), ...measure.services.keys()]) {
        this.#coming.set(inner, id)
      }
    }
  }

  /** The id must exist and be of one of the kinds. */
  #reference(id: string, allowed: readonly Kind[], place: Place): void {
    const kind = this.#kinds.get(id)
    const measure = this.#coming.get(id)
    if (measure !== undefined && !this.#isWaitedFor(measure)) {
      this.problems.push(problem('dossier/only-with-measure', { id, measure }, place))
    } else if (kind === undefined) {
      const known = [...this.#kinds].filter(([, k]) => allowed.includes(k)).map(([name]) => name)
      const meant = nearest(id, known)
      this.problems.push(
        meant === null
          ? problem('dossier/unknown-id', { id, kinds: allowed.join('-') }, place)
          : problem('dossier/unknown-id-near', { id, kinds: allowed.join('-'), meant }, place),
      )
    } else if (!allowed.includes(kind)) {
      this.problems.push(
        problem('dossier/wrong-kind', { id, kind, kinds: allowed.join('-') }, place),
      )
    }
  }

  #regime(id: string, place: Place): void {
    if (this.#regimes === null || this.#regimes.has(id)) return
    const meant = nearest(id, this.#regimes)
    const known = [...this.#regimes]
    this.problems.push(
      meant === null
        ? problem('dossier/unknown-regime', { id, known }, place)
        : problem('dossier/unknown-regime-near', { id, known, meant }, place),
    )
  }

  party(party: Party): void {
    const { place } = party
    if (party.branchOf !== null) this.#reference(party.branchOf, ['party'], place)
    if (party.employer !== null) this.#reference(party.employer, ['party', 'person'], place)
    if (party.belongsTo !== null) this.#reference(party.belongsTo, ['party', 'person'], place)
    for (const key of party.registered ?? []) {
      const lei = key.startsWith('lei:') ? key.slice(4) : null
      if (lei !== null && !isLei(lei)) {
        this.problems.push(warning('dossier/lei-wrong', { id: party.id, lei }, place))
      }
    }
    for (const stake of party.owners.stakes) {
      this.#reference(stake.owner, ['party', 'person'], stake.place)
      const { low, high } = stake.share
      if (low > high || high > 100) {
        this.problems.push(problem('dossier/share-range', { low, high }, stake.place))
      }
      if (stake.owner === party.id) {
        this.problems.push(warning('dossier/self-owner', { id: party.id }, stake.place))
      }
    }
    const sum = party.owners.stakes.reduce((total, stake) => total + stake.share.low, 0)
    if (sum > 100.000001) {
      const places = party.owners.stakes.map((stake) => stake.place)
      this.problems.push(problem('dossier/share-sum', { id: party.id, sum }, ...places))
    }
    if (party.kind === 'person' && party.owners.stakes.length > 0) {
      this.problems.push(problem('dossier/person-owned', { id: party.id }, place))
    }
  }

  team(team: Team): void {
    this.#reference(team.directedBy, ['party', 'person'], team.place)
    const described = team.members.reduce((sum, member) => sum + member.count, 0)
    if (described > team.size) {
      const params = { id: team.id, described, size: team.size }
      this.problems.push(problem('dossier/team-too-small', params, team.place))
    }
    if (team.minimum > team.size) {
      const params = { id: team.id, minimum: team.minimum, size: team.size }
      this.problems.push(problem('dossier/minimum-too-large', params, team.place))
    }
    const seen = new Set<string>()
    for (const member of team.members) {
      if (seen.has(member.id)) {
        const params = { id: team.id, member: member.id }
        this.problems.push(problem('dossier/member-twice', params, member.place))
      }
      seen.add(member.id)
      if (!member.id.includes('/')) this.#reference(member.id, ['person'], member.place)
      if (member.employer !== null) this.#reference(member.employer, ['party'], member.place)
    }
    if (team.needs !== null) this.need(team.needs)
  }

  service(service: Service): void {
    this.#reference(service.provider, ['party', 'person'], service.providerPlace)
    this.#reference(service.beneficiary, ['party', 'person', 'service'], service.beneficiaryPlace)
    if (service.beneficiary === service.id) {
      this.problems.push(problem('dossier/own-beneficiary', { id: service.id }, service.place))
    }
    if (service.needs !== null) this.need(service.needs)
  }

  need(need: Need): void {
    if (need.kind === 'item') {
      this.#reference(need.id, ['service', 'team', 'function'], need.place)
      return
    }
    if (need.kind === 'at-least' && need.k > need.of.length) {
      const params = { k: need.k, n: need.of.length }
      this.problems.push(problem('dossier/k-too-large', params, need.place))
    }
    for (const inner of need.of) this.need(inner)
  }

  /** Licences and assumptions: regimes and parties that must exist, intervals in order. */
  terms(): void {
    for (const licence of this.#dossier.licences.values()) {
      this.#regime(licence.regime, licence.place)
      if (licence.from !== null && licence.until !== null && licence.until < licence.from) {
        this.problems.push(problem('dossier/window-backwards', {}, licence.place))
      }
      for (const id of licence.for) this.#reference(id, ['party', 'person', 'team'], licence.place)
    }
    for (const assumption of this.#dossier.assumptions.values()) {
      this.#regime(assumption.regime, assumption.place)
      const [low, high] = assumption.interval
      if (low > high) {
        this.problems.push(problem('dossier/interval-inverted', { low, high }, assumption.place))
      }
    }
    for (const id of this.#dossier.institution.regimes ?? []) {
      const place = this.#dossier.parties.get(this.#dossier.institution.id)?.place
      if (place !== undefined) this.#regime(id, place)
    }
  }

  decision(decision: Decision): void {
    const { place } = decision
    if ('regime' in decision) this.#regime(decision.regime, place)
    const windDown = decision.kind === 'designate' ? decision.windDownUntil : null
    if (windDown !== null && windDown < decision.on) {
      this.problems.push(problem('dossier/window-backwards', {}, place))
    }
    switch (decision.kind) {
      case 'designate':
      case 'lift':
        for (const id of decision.targets) this.#reference(id, ['party', 'person'], place)
        return
      case 'license':
        for (const id of decision.terms.for) this.#reference(id, ['party', 'person', 'team'], place)
        return
      case 'annex':
        this.#regime(decision.counterLaw, place)
        return
      case 'withdraw':
        for (const id of decision.services) this.#reference(id, ['service'], place)
        return
      case 'steps-aside':
        this.#reference(decision.person, ['person'], place)
        this.#reference(decision.successor, ['person', 'party'], place)
    }
  }

  measure(measure: Measure): void {
    const { place } = measure
    this.#within = measure
    for (const id of [...measure.after, ...measure.excludes])
      this.#reference(id, ['measure'], place)
    for (const id of measure.effort.keys()) this.#reference(id, ['team'], place)
    for (const party of measure.parties.values()) this.party(party)
    for (const service of measure.services.values()) this.service(service)
    for (const effect of measure.effects) {
      if (effect.kind === 'licence') this.#reference(effect.licence, ['licence'], place)
      else if (effect.kind === 'buffer') {
        this.#reference(effect.on, ['service', 'team', 'function'], place)
        this.#reference(effect.of, ['service', 'team', 'function'], place)
      } else {
        this.#reference(effect.old, ['service', 'team'], place)
        const added = effect.kind === 'replace' ? effect.by : effect.add
        this.#reference(added, ['service', 'team'], place)
      }
    }
    if (
      measure.earliest !== null &&
      measure.deadline !== null &&
      measure.earliest > measure.deadline
    ) {
      this.problems.push(problem('dossier/deadline-before-start', { id: measure.id }, place))
    }
    this.#within = null
  }

  /** In a measure may be named what it brings, and what those bring that it waits for. */
  #isWaitedFor(id: string): boolean {
    if (this.#within === null) return false
    const found = new Set([this.#within.id])
    for (const one of found) {
      if (one === id) return true
      for (const before of this.#dossier.measures.get(one)?.after ?? []) found.add(before)
    }
    return false
  }

  /** Needs, measures and beneficiaries that go round in a circle. */
  circles(): void {
    const { services, measures } = this.#dossier
    this.#circlesIn('dossier/need-cycle', this.#needEdges())
    this.#circlesIn(
      'dossier/measure-cycle',
      edgesOf(measures.values(), ({ after, place }) => after.map((id) => ({ id, place }))),
    )
    this.#circlesIn(
      'dossier/benefit-cycle',
      edgesOf(services.values(), ({ id, beneficiary, place }) =>
        services.has(beneficiary) && beneficiary !== id ? [{ id: beneficiary, place }] : [],
      ),
    )
  }

  #needEdges(): Edges {
    const { services, teams, functions, measures } = this.#dossier
    const coming = [...measures.values()].flatMap((measure) => [...measure.services.values()])
    const things = [...services.values(), ...teams.values(), ...functions.values(), ...coming]
    return edgesOf(things, ({ needs }) => (needs === null ? [] : neededIds(needs)))
  }

  #circlesIn(code: string, edges: Edges): void {
    for (const cycle of findCycles(edges)) {
      const ids = cycle.map((edge) => edge.id)
      const params = { cycle: [ids.at(-1) ?? '', ...ids] }
      this.problems.push(problem(code, params, ...cycle.map((edge) => edge.place)))
    }
  }

  /** Chains that the engine, which follows them one within the other, bears. */
  depths(): void {
    if (hasErrors(this.problems)) return
    const { parties } = this.#dossier
    const owners = edgesOf(parties.values(), ({ owners }) =>
      owners.stakes.map(({ owner, place }) => ({ id: owner, place })),
    )
    const chains = [
      ['dossier/needs-too-deep', this.#needEdges()],
      ['dossier/owners-too-deep', owners],
    ] as const
    for (const [code, edges] of chains) {
      const deepest = longestChain(edges)
      if (deepest === null || deepest.links <= CHAIN_LINKS_MAX) continue
      const params = { ...deepest, links_max: CHAIN_LINKS_MAX }
      const place = edges.get(deepest.id)?.[0]?.place
      this.problems.push(problem(code, params, ...(place === undefined ? [] : [place])))
    }
  }

  institution(): void {
    const { horizonDays, id } = this.#dossier.institution
    const place = this.#dossier.parties.get(id)?.place
    if (horizonDays !== null && horizonDays < 1 && place !== undefined) {
      this.problems.push(problem('dossier/horizon-too-short', {}, place))
    }
  }
}

function kindOf(party: Party): Kind {
  return party.kind === 'person' ? 'person' : 'party'
}

/** Every id that a need names, with the place. */
export function neededIds(need: Need): { id: string; place: Place }[] {
  if (need.kind === 'item') return [{ id: need.id, place: need.place }]
  return need.of.flatMap(neededIds)
}
