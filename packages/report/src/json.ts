import type { AssessReport, PlanReport } from '@holdfast/holdfast'

/** Names that lead an object, and names that end it; the others stand between, by alphabet. */
const FIRST = ['format', 'code', 'key', 'id', 'name']
const LAST = ['because', 'place', 'source', 'proof']

/** The report as JSON: always the same order of keys, two spaces, a newline at the end. */
export function renderJson(report: AssessReport): string {
  return print(report)
}

/** A plan as JSON, in the same way. */
export function renderPlanJson(report: PlanReport): string {
  return print(report)
}

function print(report: AssessReport | PlanReport): string {
  return `${JSON.stringify(ordered(report), null, 2)}\n`
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).toSorted(
    ([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1),
  )
  return Object.fromEntries(entries.map(([key, inner]) => [key, ordered(inner)]))
}

function rank(key: string): number {
  const first = FIRST.indexOf(key)
  if (first >= 0) return first - FIRST.length
  return LAST.indexOf(key) + 1
}
