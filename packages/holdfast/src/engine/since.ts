/** What changes between two answers: under another reading, or since an earlier report. */

import type { OtherReading } from '@holdfast/impact'
import { formatDay } from '@holdfast/kernel'
import type { AssessReport, Change, ScenarioFinding, Verdict } from './findings.ts'

/** How the scenarios' answers differ under another reading. */
export function changesUnder(
  scenarios: readonly ScenarioFinding[],
  reread: OtherReading['scenarios'],
): Change[] {
  return reread.flatMap(({ on, benign, adverse }) => {
    const before = scenarios.find((scenario) => scenario.id === on.scenario.id)
    if (before === undefined) return []
    const changes: Change[] = []
    const note = noter(changes, on.scenario.id)
    for (const item of before.functions) {
      note(item, 'certain', item.certain, formatDay(benign.certain.functionStops(item.id)))
      note(item, 'possible', item.possible, formatDay(adverse.possible.functionStops(item.id)))
    }
    for (const service of before.services) {
      const best = benign.withdrawals.get(service.id)!.verdict
      const worst = adverse.withdrawals.get(service.id)!.verdict
      const now: Verdict = best === worst ? best : 'unknown'
      note(service, 'verdict', service.verdict, now)
    }
    return changes
  })
}

interface Named {
  readonly id: string
  readonly name: string
}

function noter(into: Change[], scenario: string) {
  return (about: Named, what: Change['what'], from: string | null, to: string | null): void => {
    if (from !== to) into.push({ scenario, about: about.id, aboutName: about.name, what, from, to })
  }
}

/** What changed since an earlier report of the same institution, scenario by scenario. */
export function changesSince(earlier: AssessReport, now: AssessReport): Change[] {
  const changes: Change[] = []
  for (const scenario of now.scenarios) {
    const before = earlier.scenarios.find(({ id }) => id === scenario.id)
    const note = noter(changes, scenario.id)
    if (before === undefined) {
      note(scenario, 'appeared', null, scenario.name)
      continue
    }
    compare(before.functions, scenario.functions, note, (was, is) => {
      note(is, 'certain', was.certain, is.certain)
      note(is, 'possible', was.possible, is.possible)
      note(is, 'probability', range(was.probability), range(is.probability))
    })
    compare(before.services, scenario.services, note, (was, is) => {
      note(is, 'verdict', was.verdict, is.verdict)
    })
  }
  for (const scenario of earlier.scenarios) {
    if (now.scenarios.some(({ id }) => id === scenario.id)) continue
    noter(changes, scenario.id)(scenario, 'gone', scenario.name, null)
  }
  return changes
}

function compare<T extends Named>(
  before: readonly T[],
  now: readonly T[],
  note: ReturnType<typeof noter>,
  both: (was: T, is: T) => void,
): void {
  const earlier = new Map(before.map((thing) => [thing.id, thing]))
  for (const thing of now) {
    const was = earlier.get(thing.id)
    if (was === undefined) note(thing, 'appeared', null, thing.name)
    else both(was, thing)
    earlier.delete(thing.id)
  }
  for (const thing of earlier.values()) note(thing, 'gone', thing.name, null)
}

function range([low, high]: readonly [number, number]): string {
  return `${low.toFixed(3)}-${high.toFixed(3)}`
}
