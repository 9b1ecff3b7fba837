/**
 * Chokepoints: the smallest sets of decisions not yet taken that together stop a function within
 * the horizon (semantics, section 7). A decision is a power's designation of a party that is no
 * target yet, or a company's own withdrawal. What nobody knows is taken in the institution's
 * favour here, so that every chokepoint told is one.
 */
import type { AssumptionCase, InstitutionFunction } from '@holdfast/dossier'
import { type BasicEvent, type CutSets, compile, type Formula } from '@holdfast/faulttree'
import { type Day, type Diagnostic, type Interval, warning, ZERO } from '@holdfast/kernel'
import { forbidsKind, type Regime } from '@holdfast/law'
import {
  BooleanModel,
  either,
  eventOf,
  FALSE,
  leafDays,
  ScenarioEvents,
  scenarioLeaf,
} from './boolean.ts'
import type { ScenarioGround } from './context.ts'
import { firstUnlicensed } from './licences.ts'
import type { Outcome } from './outcome.ts'
import { StopDays } from './stop_days.ts'
import type { Supply } from './supply.ts'
import { spanFrom } from './targets.ts'

/** A decision that a chokepoint consists of. */
export type ChokepointDecision =
  | {
      readonly kind: 'designate'
      readonly party: string
      readonly regime: string
      /** Others whose designation in its place does the same. */
      readonly alternatives: readonly string[]
    }
  | { readonly kind: 'withdraw'; readonly event: string; readonly supplies: readonly Supply[] }

export interface ChokepointFound {
  readonly function: InstitutionFunction
  readonly decisions: readonly ChokepointDecision[]
  /** Product of the withdrawals' likelihoods; null when it holds a designation. */
  readonly probability: Interval | null
}

/** The chokepoints told, and how many each function has in all. */
export interface Chokepoints {
  readonly found: readonly ChokepointFound[]
  readonly totals: ReadonlyMap<string, bigint>
  readonly problems: readonly Diagnostic[]
}

export interface ChokepointLimits {
  /** Chokepoints told for each function. */
  readonly sets_max: number
  /** Decisions in a chokepoint. */
  readonly order_max: number
}

const LIMITS: ChokepointLimits = { sets_max: 12, order_max: 4 }

/** Sets looked at for each chokepoint told: many differ only in whom a power designates. */
const SETS_PER_CHOKEPOINT = 12

/** The chokepoints of every function of a scenario, the smallest first. */
export function chokepointsOf(
  on: ScenarioGround,
  outcome: Outcome,
  limits: ChokepointLimits = LIMITS,
): Chokepoints {
  const further = new FurtherDecisions(on, outcome)
  const taken = new ScenarioEvents(on.caused, outcome.withdrawals)
  const scenario = scenarioLeaf(outcome.withdrawals, 'early', taken)
  const known = leafDays(outcome.withdrawals, 'early')
  const days = new StopDays(on.dossier, (id) => [...known(id), ...further.days(id)])
  const model = new BooleanModel(on.dossier, days, (id, by) =>
    either([scenario(id, by), further.leaf(id, by)]),
  )
  const functions = [...on.dossier.functions.values()]
  const tops = functions.map((item) => ({ item, top: model.stoppedBy(item.id, on.end) }))
  const events = new Map([...further.events, ...taken.events])
  const gates = new Map([...model.gates, ...further.gates])
  const compiled = compile({ events, gates })
  const found: ChokepointFound[] = []
  const totals = new Map<string, bigint>()
  const problems: Diagnostic[] = []
  const sets_max = limits.sets_max * SETS_PER_CHOKEPOINT
  for (const { item, top } of tops) {
    if (top.op === 'constant') continue
    const sets = compiled.minimalCutSets(top, { order_max: limits.order_max, sets_max })
    if (!sets.ok) {
      const params = { function: item.name, nodes_max: sets.nodes_max }
      problems.push(warning('impact/chokepoints-too-many', params, item.place))
      continue
    }
    totals.set(item.id, sets.value.total)
    problems.push(...onlyLarger(item, sets.value, limits))
    for (const { set, alternatives } of merged(sets.value.sets).slice(0, limits.sets_max)) {
      found.push({
        function: item,
        decisions: set.map((id) => further.decision(id, alternatives)),
        probability: set.some((id) => id.startsWith(DESIGNATE))
          ? null
          : product(set.map((id) => events.get(id)?.probability ?? ZERO)),
      })
    }
  }
  return { found, totals, problems }
}

/** A function that only larger sets stop has chokepoints, though none is told. */
function onlyLarger(
  item: InstitutionFunction,
  { sets, byOrder }: CutSets,
  { order_max }: ChokepointLimits,
): Diagnostic[] {
  if (sets.length > 0 || byOrder.size === 0) return []
  const params = { function: item.name, order: Math.min(...byOrder.keys()), order_max }
  return [warning('impact/chokepoints-larger', params, item.place)]
}

/**
 * Sets that differ only in whom a power designates are told as one: "any of these". Sets keep the
 * order in which the first of each kind came.
 */
function merged(
  sets: readonly (readonly string[])[],
): { set: readonly string[]; alternatives: readonly string[] }[] {
  const byRest = new Map<string, { set: readonly string[]; alternatives: string[] }>()
  for (const set of sets) {
    const named = set.filter((id) => id.startsWith(DESIGNATE))
    const [only] = named
    const rest = set.filter((id) => !id.startsWith(DESIGNATE)).join(' ')
    // Alone, a designation is worth telling by name.
    const alone = named.length !== 1 || only === undefined || rest === ''
    const key = alone ? set.join(' ') : `${regimeOf(only)} ${rest}`
    const known = byRest.get(key)
    if (known === undefined) byRest.set(key, { set, alternatives: [] })
    else if (only !== undefined) known.alternatives.push(only)
  }
  return [...byRest.values()]
}

function regimeOf(event: string): string {
  return event.slice(0, event.lastIndexOf(':'))
}

function product(intervals: readonly Interval[]): Interval {
  return intervals.reduce<Interval>(([low, high], one) => [low * one[0], high * one[1]], [1, 1])
}

const DESIGNATE = 'designate:'

/** What ends a supply, and the first day on which it may. */
interface DatedLeaf {
  readonly day: Day
  readonly formula: Formula
}

/** The designations that nobody has decided yet, and what would follow from each. */
class FurtherDecisions {
  readonly events = new Map<string, BasicEvent>()
  readonly gates = new Map<string, Formula>()
  readonly #on: ScenarioGround
  readonly #outcome: Outcome
  readonly #designations = new Map<string, { party: string; regime: string }>()
  readonly #withdrawals = new Map<string, Supply[]>()
  readonly #leaves = new Map<string, readonly DatedLeaf[]>()
  readonly #supplies = new Map<string, Supply>()
  readonly #listed = new Map<ReadonlySet<string>, Map<string, Formula>>()

  constructor(on: ScenarioGround, outcome: Outcome) {
    this.#on = on
    this.#outcome = outcome
    for (const supply of on.supplies) {
      const event = eventOf(supply)
      this.#withdrawals.set(event, [...(this.#withdrawals.get(event) ?? []), supply])
      this.#supplies.set(supply.id, supply)
    }
  }

  /** What follows by a day from decisions not yet taken, of which each falls on the first day. */
  leaf(supplyId: string, by: Day): Formula {
    return either(
      this.#leavesOf(supplyId).flatMap(({ day, formula }) => (day <= by ? formula : [])),
    )
  }

  /** The days on which a supply may end by decisions not yet taken. */
  days(supplyId: string): readonly Day[] {
    return this.#leavesOf(supplyId).map(({ day }) => day)
  }

  #leavesOf(supplyId: string): readonly DatedLeaf[] {
    let leaves = this.#leaves.get(supplyId)
    if (leaves === undefined) {
      const supply = this.#supplies.get(supplyId)
      const { sanctions } = this.#outcome.context
      leaves =
        supply === undefined ? [] : sanctions.flatMap((one) => this.#underRegime(supply, one))
      this.#leaves.set(supplyId, leaves)
    }
    return leaves
  }

  decision(event: string, alternatives: readonly string[]): ChokepointDecision {
    const designation = this.#designations.get(event)
    if (designation !== undefined) {
      const others = alternatives.flatMap((id) => this.#designations.get(id)?.party ?? [])
      return { kind: 'designate', ...designation, alternatives: others }
    }
    return { kind: 'withdraw', event, supplies: this.#withdrawals.get(event) ?? [] }
  }

  #underRegime(supply: Supply, regime: Regime): readonly DatedLeaf[] {
    const { context } = this.#outcome
    if (context.exemption(regime, supply.kind) !== null) return []
    // Whatever the decision, a licence carries the supply to its end.
    const licensed = firstUnlicensed(context, regime, supply, this.#on.start)
    if (licensed.beyond) return []
    const { direct, path, near } = context.concerned(supply)
    const bound = context.bound(regime, supply.provider) !== null
    const unexposed = supply.inHouse || context.assumptions.isUnexposed(supply.class, regime.id)
    const formulas: Formula[] = []
    if (direct !== null) formulas.push(this.#ifListed(supply, regime, direct, bound, unexposed))
    if (bound || !unexposed) formulas.push(this.#withdrawsIf(supply, regime, path, 'indirect'))
    const cautious = unexposed ? [] : near
    for (const parties of cautious) {
      formulas.push(this.#withdrawsIf(supply, regime, parties, 'association'))
    }
    return formulas.map((formula) => ({ day: licensed.day, formula }))
  }

  /** What follows when the beneficiary itself is designated. */
  #ifListed(
    supply: Supply,
    regime: Regime,
    party: string,
    bound: boolean,
    unexposed: boolean,
  ): Formula {
    const commanded = bound && forbidsKind(regime, supply.kind)
    if (commanded && !this.#isContested(supply, regime)) return this.#designation(party, regime)
    if (!commanded && unexposed) return FALSE
    return this.#withdrawsIf(supply, regime, new Set([party]), 'direct')
  }

  #isContested(supply: Supply, regime: Regime): boolean {
    const { context } = this.#outcome
    return context.counterLaws.some((counterLaw) => {
      const annexed = context.annexed(counterLaw, regime.id)
      const inForce = annexed !== null && annexed.day <= this.#on.start
      return inForce && context.bound(counterLaw, supply.provider) !== null
    })
  }

  /** The provider's own decision, once one of the parties is designated. */
  #withdrawsIf(
    supply: Supply,
    regime: Regime,
    parties: ReadonlySet<string>,
    wanted: AssumptionCase,
  ): Formula {
    const listed = this.#anyListed(parties, regime)
    if (listed.op === 'constant') return FALSE
    const { interval } = this.#outcome.context.assumptions.likelihood(
      supply.class,
      regime.id,
      wanted,
    )
    if (interval[1] === 0) return FALSE
    const event = eventOf(supply)
    if (!this.events.has(event)) this.events.set(event, { id: event, probability: interval })
    return { op: 'and', args: [listed, { op: 'event', id: event }] }
  }

  /** "One of these is designated", a gate that all who serve the same people share. */
  #anyListed(parties: ReadonlySet<string>, regime: Regime): Formula {
    const known = this.#listed.get(parties) ?? new Map<string, Formula>()
    this.#listed.set(parties, known)
    let formula = known.get(regime.id)
    if (formula === undefined) {
      formula = either([...parties].map((party) => this.#designation(party, regime)))
      if (formula.op === 'or') {
        const id = `listed:${regime.id}:${this.gates.size}`
        this.gates.set(id, formula)
        formula = { op: 'gate', id }
      }
      known.set(regime.id, formula)
    }
    return formula
  }

  /** The designation as an event; false for a target: of that the scenario tells. */
  #designation(party: string, regime: Regime): Formula {
    const { context } = this.#outcome
    if (spanFrom(context.targets(regime), party, context.start) !== null) return FALSE
    const id = `${DESIGNATE}${regime.id}:${party}`
    this.#designations.set(id, { party, regime: regime.id })
    this.events.set(id, { id, probability: [0, 1] })
    return { op: 'event', id }
  }
}
