/** The use case for safety engineers: a fault tree of their own, solved as it stands. */
import { type Compiled, type CutSets, compile, type Model, type Outcome } from '@holdfast/faulttree'
import { type OpenPsaModel, readOpenPsa } from '@holdfast/faulttree/open-psa'
import { failed, nearest, ok, problem, type Result } from '@holdfast/kernel'
import type {
  EventImportance,
  FaultTreeReport,
  ListedCutSet,
  StoppedAt,
  TopFinding,
} from './fault_tree_findings.ts'

/** What is asked of a fault tree. */
export interface FaultTreeQuestion {
  /** The model, a text of the Open-PSA Model Exchange Format, and the name it is told by. */
  readonly text: string
  readonly file: string
  /** The gates asked about; those that no other gate refers to when none is named. */
  readonly gates?: readonly string[] | undefined
  /** Only one of the two answers, where the other is not needed. */
  readonly only?: 'probability' | 'cut-sets' | undefined
  /** Minimal cut sets to list, the likeliest first. None by default. */
  readonly cutSets?: number | undefined
  readonly importance?: boolean | undefined
  /** The hours for which the system must work. A year by default. */
  readonly missionTime?: number | undefined
  /** Decision nodes held at once; about 40 bytes each. */
  readonly nodesMax?: number | undefined
  /** Seconds for all answers together; each gate is allowed an equal part of what is left. */
  readonly secondsMax?: number | undefined
}

export const SECONDS_MAX = 60

/** What a gate is allowed in any case: enough for an easy one. */
const SECONDS_MIN = 0.01

/** Nodes by default: what fits beside the rest into two gigabytes. */
export const NODES_MAX = 30_000_000

const MISSION_HOURS = 8_760

/**
 * Solves a fault tree.
 *
 * Input assumed: none. `now` tells seconds on a clock that only goes forward. Result: what was
 * asked of each gate, in the order of the file; or what is wrong with the file or the names of
 * gates. A limit that is reached is told with the answer that it cost, and costs no other: the
 * probability is bounded in the time that is left for its gate.
 */
export function solveFaultTree(
  question: FaultTreeQuestion,
  now: () => number,
): Result<FaultTreeReport> {
  const { file, missionTime = MISSION_HOURS } = question
  const read = readOpenPsa(question.text, file, { missionTime })
  if (!read.ok) return read
  const { model, name, houseEvents } = read.value
  const gates = [...new Set(question.gates?.length ? question.gates : read.value.tops)]
  const unknown = gates.filter((gate) => !model.gates.has(gate))
  if (unknown.length > 0) {
    return failed(unknown.map((gate) => unknownGate(gate, file, model.gates.keys())))
  }
  const solving = new Solving(question, read.value, now)
  const report: FaultTreeReport = {
    format: 'holdfast-faulttree/1',
    model: {
      name,
      file,
      events: model.events.size,
      gates: model.gates.size - houseEvents.length,
      houseEvents: houseEvents.length,
    },
    missionTime,
    top: gates.map((gate, index) => solving.of(gate, gates.length - index)),
    diagnostics: [...read.diagnostics],
  }
  return ok(report, read.diagnostics)
}

function unknownGate(gate: string, file: string, gates: Iterable<string>) {
  return problem('call/unknown-gate', { gate, path: file, meant: nearest(gate, gates) })
}

/** One model under all its questions. */
class Solving {
  readonly #question: FaultTreeQuestion
  readonly #read: OpenPsaModel
  readonly #now: () => number
  readonly #limits: Readonly<Record<StoppedAt['reason'], number>>
  readonly #compiled: Compiled
  readonly #start: number
  /** When the gate at hand was begun, and how long it may take. */
  #begun: number
  #allowed: number

  constructor(question: FaultTreeQuestion, read: OpenPsaModel, now: () => number) {
    const { nodesMax = NODES_MAX, secondsMax = SECONDS_MAX } = question
    this.#question = question
    this.#read = read
    this.#now = now
    this.#limits = { nodes: nodesMax, time: secondsMax }
    this.#start = now()
    this.#begun = this.#start
    this.#allowed = secondsMax
    this.#compiled = compile(read.model, {
      nodes_max: nodesMax,
      elapsed: () => (now() - this.#begun) / this.#allowed,
    })
  }

  /** What was asked of a gate, which is the first of so many that are left. */
  of(gate: string, left: number): TopFinding {
    const { only } = this.#question
    const compiled = this.#compiled
    const begun = this.#now()
    const secondsLeft = this.#limits.time - (begun - this.#start)
    this.#begun = begun
    this.#allowed = Math.max(SECONDS_MIN, secondsLeft / left)
    const probability = only === 'cut-sets' ? null : compiled.probability(gate)
    // What could not be decided once is not tried again: it would cost as much and end the same.
    const decided = probability?.ok === false ? probability : compiled.isCoherent(gate)
    const solved = this.#now()
    const sets = only === 'probability' ? null : decided.ok ? this.#cutSets(gate) : decided
    const counted = this.#now()
    const interval = probability === null ? null : intervalOf(probability)
    return {
      gate,
      label: this.#read.labels.get(gate) ?? null,
      coherent: decided.ok ? decided.value : null,
      probability: interval !== null && interval[0] === interval[1] ? interval[0] : null,
      interval,
      cutSets: sets?.ok ? sets.value.total.toString() : null,
      byOrder: sets?.ok ? byOrder(sets.value) : null,
      seconds: microseconds(solved - begun),
      cutSetSeconds: microseconds(counted - solved),
      nodes: probability?.ok ? probability.nodes : null,
      cutSetNodes: sets?.ok ? sets.nodes : null,
      stopped: this.#stopped(probability, sets),
      sets: this.#listed(sets),
      importance: this.#importance(gate, decided),
    }
  }

  #cutSets(gate: string): Outcome<CutSets> {
    const sets_max = this.#question.cutSets ?? 0
    return this.#compiled.minimalCutSets(gate, { first: 'likeliest', sets_max })
  }

  #listed(sets: Outcome<CutSets> | null): ListedCutSet[] | null {
    if (this.#question.cutSets === undefined || !sets?.ok) return null
    const { model } = this.#read
    return sets.value.sets.map((events) => ({
      events: [...events],
      probability: events.reduce((product, id) => product * highOf(model, id), 1),
    }))
  }

  #importance(gate: string, decided: Outcome<unknown>): EventImportance[] | null {
    if (this.#question.importance !== true || !decided.ok) return null
    const outcome = this.#compiled.importance(gate)
    if (!outcome.ok) return null
    const { model } = this.#read
    const found = [...outcome.value.byEvent].map(([event, one]) => ({
      event,
      probability: highOf(model, event),
      birnbaum: defined(one.birnbaum),
      criticality: defined(one.criticality),
      diagnostic: defined(one.diagnostic),
      riskAchievement: defined(one.riskAchievement),
      riskReduction: defined(one.riskReduction),
    }))
    return found.sort(mostCriticalFirst)
  }

  #stopped(
    probability: Outcome<unknown> | null,
    sets: Outcome<unknown> | null,
  ): TopFinding['stopped'] {
    const [one, other] = [probability, sets].map((outcome): StoppedAt | null => {
      if (outcome === null || outcome.ok) return null
      return { reason: outcome.reason, limit: this.#limits[outcome.reason] }
    })
    return one == null && other == null
      ? null
      : { probability: one ?? null, cutSets: other ?? null }
  }
}

/** The exact interval, or what is certain where a limit was reached. */
function intervalOf(outcome: ReturnType<Compiled['probability']>): [number, number] {
  return [...(outcome.ok ? outcome.value : outcome.bounds)]
}

function byOrder(sets: CutSets): Record<string, string> {
  return Object.fromEntries([...sets.byOrder].map(([order, count]) => [order, count.toString()]))
}

function highOf(model: Model, event: string): number {
  return model.events.get(event)!.probability[1]
}

function defined(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function microseconds(seconds: number): number {
  return Math.round(seconds * 1e6) / 1e6
}

/**
 * By the part of the top's probability that goes with the event, which is defined also at 0; what
 * differs by rounding only is equal.
 */
function mostCriticalFirst(a: EventImportance, b: EventImportance): number {
  const slope = (one: EventImportance): number => rounded(Math.abs(one.birnbaum ?? 0))
  const share = (one: EventImportance): number => rounded(one.probability * slope(one))
  return share(b) - share(a) || slope(b) - slope(a) || (a.event < b.event ? -1 : 1)
}

function rounded(value: number): number {
  return Number(value.toPrecision(9))
}
