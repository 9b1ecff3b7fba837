/** The engine's parts as these tests ask them: one place knows how they are put together. */
import { type Compiled, compile, type Formula } from '@holdfast/faulttree'
import { BooleanModel, type End, leafDays, ScenarioEvents, scenarioLeaf } from '../src/boolean.ts'
import { Likelihood, type Likelihoods } from '../src/likelihood.ts'
import { StopDays } from '../src/stop_days.ts'
import { Timeline } from '../src/timeline.ts'
import type { Case } from './random_dossier.ts'

/** The figures of all functions at one end. */
export function figures(one: Case, end: End): ReadonlyMap<string, Likelihoods> {
  return likelihood(one, end).of([...one.dossier.functions.values()])
}

export function likelihood(one: Case, end: End): Likelihood {
  const { dossier, withdrawals, horizon } = one
  return new Likelihood({ dossier, caused: causedIn(one), ...horizon }, withdrawals, end)
}

export function timelines({ dossier, withdrawals }: Case) {
  return {
    certain: new Timeline(dossier, withdrawals, 'certain'),
    possible: new Timeline(dossier, withdrawals, 'possible'),
  }
}

/** The compiled model of "each function has stopped by the day", at early ends. */
export function stoppedBy(
  one: Case,
  day: number,
): { tops: ReadonlyMap<string, Formula>; compiled: Compiled; events: ReadonlySet<string> } {
  const { dossier, withdrawals } = one
  const events = new ScenarioEvents(causedIn(one), withdrawals)
  const days = new StopDays(dossier, leafDays(withdrawals, 'early'))
  const model = new BooleanModel(dossier, days, scenarioLeaf(withdrawals, 'early', events))
  const tops = new Map([...dossier.functions.keys()].map((id) => [id, model.stoppedBy(id, day)]))
  const compiled = compile({ events: events.events, gates: model.gates })
  return { tops, compiled, events: new Set(events.events.keys()) }
}

function causedIn({ withdrawals }: Case) {
  const supplies = [...withdrawals.values()].map(({ supply }) => supply)
  return supplies.filter(({ cause }) => cause !== null)
}
