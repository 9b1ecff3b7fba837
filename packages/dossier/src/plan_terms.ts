/** Reads within what limits a plan is drawn. */
import { parseDay, parseDuration, parseMoney } from '@holdfast/kernel'
import type * as model from './model.ts'
import type { PlanInput, ScenarioInput } from './schema.ts'
import type { Path, Source } from './source.ts'

/** Gives the value of a line that may carry a standing, and remembers the standing. */
type Take = <T>(key: string, raw: T | { value: T } | undefined, fact?: string) => T | undefined

/**
 * The limits of one file's `plan`.
 *
 * @param raw as the file states it, its shape held
 * @param taker the reader of lines below a path
 */
export function readPlanTerms(
  raw: PlanInput,
  source: Source,
  taker: (path: Path) => Take,
): model.PlanTerms {
  const path = ['plan']
  const take = taker(path)
  const budget = moneyOrNull(take('budget', raw.budget))
  const perPeriod = moneyOrNull(take('per-period', raw['per-period']))
  const windows = (raw.windows ?? []).map((window, index) => {
    const at = [...path, 'windows', index]
    const fact = `windows.${index + 1}.at-most`
    return {
      from: parseDay(window.from)!,
      until: parseDay(window.until)!,
      atMost: parseMoney(taker(at)('at-most', window['at-most'], fact)!)!,
      place: source.place(at),
    }
  })
  return {
    budget,
    perPeriod,
    windows,
    horizonDays: daysOrNull(raw.horizon),
    periodDays: daysOrNull(raw.period),
    place: source.keyPlace(path),
    places: new Map(Object.keys(raw).map((key) => [key, source.keyPlace([...path, key])])),
  }
}

/** When a scenario strikes; null when it does not say. */
export function readStrike(raw: ScenarioInput['strike']): model.Strike | null {
  if (raw === undefined) return null
  if (raw === 'uniform' || raw === 'dated') return { kind: raw }
  return { kind: 'day', day: parseDay(raw)! }
}

function moneyOrNull(text: string | undefined): model.PlanTerms['budget'] {
  return text === undefined ? null : parseMoney(text)
}

function daysOrNull(text: string | undefined): number | null {
  return text === undefined ? null : (parseDuration(text)?.days ?? null)
}
