/** Which services and functions a new list touches: two answers of one dossier compared. */
import { parseDay } from '@holdfast/kernel'
import type { AssessReport, FunctionFinding, ServiceFinding } from './findings.ts'
import type { WatchedFunction, WatchedService } from './watch_findings.ts'

/** Services whose verdict in the world as it is became another. */
export function servicesOf(old: AssessReport, now: AssessReport): WatchedService[] {
  const before = byId(old.scenarios[0]?.services ?? [])
  return (now.scenarios[0]?.services ?? []).flatMap((service: ServiceFinding) => {
    const was = before.get(service.id)
    if (was === undefined || was.verdict === service.verdict) return []
    const { id, name, provider, providerName, beneficiary, beneficiaryName } = service
    const { earliest, latest } = service
    const named = { id, name, provider, providerName, beneficiary, beneficiaryName }
    return [{ ...named, from: was.verdict, to: service.verdict, earliest, latest }]
  })
}

/** Functions that stop, may stop or hold as they did not before, or after another time. */
export function functionsOf(old: AssessReport, now: AssessReport): WatchedFunction[] {
  const before = byId(old.scenarios[0]?.functions ?? [])
  return (now.scenarios[0]?.functions ?? []).flatMap((item) => {
    const was = before.get(item.id)
    if (was === undefined) return []
    const same =
      standingOf(was) === standingOf(item) &&
      isSameDay(was.certain, item.certain, old.on, now.on) &&
      isSameDay(was.possible, item.possible, old.on, now.on)
    if (same) return []
    const { id, name, weight } = item
    return [{ id, name, weight, from: stateOf(was), to: stateOf(item) }]
  })
}

function byId<T extends { readonly id: string }>(things: readonly T[]): ReadonlyMap<string, T> {
  return new Map(things.map((thing) => [thing.id, thing]))
}

function standingOf(item: FunctionFinding): 'stops' | 'may-stop' | 'holds' {
  if (item.certain !== null) return 'stops'
  return item.possible === null ? 'holds' : 'may-stop'
}

function stateOf(item: FunctionFinding): WatchedFunction['from'] {
  return { standing: standingOf(item), certain: item.certain, possible: item.possible }
}

/**
 * A day that a dated event sets stays the same day of the calendar; one that only the list's day
 * sets moves with it. Either is no news.
 */
function isSameDay(was: string | null, is: string | null, oldOn: string, newOn: string): boolean {
  if (was === is) return true
  if (was === null || is === null) return false
  const lasting = (day: string, on: string) => (parseDay(day) ?? 0) - (parseDay(on) ?? 0)
  return lasting(was, oldOn) === lasting(is, newOn)
}
