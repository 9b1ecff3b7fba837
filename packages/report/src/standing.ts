import type {
  AssessReport,
  FunctionFinding,
  ScenarioFinding,
  ServiceFinding,
  Verdict,
} from '@holdfast/holdfast'

/** What a function's days say in one word. */
export function standingOf(finding: FunctionFinding): Verdict {
  if (finding.certain !== null) return 'must-stop'
  if (finding.possible !== null) return 'may-stop'
  return finding.dependsOn.length > 0 ? 'unknown' : 'stays'
}

/** From the gravest verdict to the mildest. */
export const VERDICTS: readonly Verdict[] = [
  'must-stop',
  'unknown',
  'contested',
  'may-stop',
  'stays',
]

export function gravest(verdicts: readonly Verdict[]): Verdict {
  return VERDICTS.find((verdict) => verdicts.includes(verdict)) ?? 'stays'
}

/** How many functions of a scenario have each standing. */
export interface Count {
  readonly certain: number
  readonly possible: number
  readonly unknown: number
  readonly holds: number
  /** The first day on which one stops for certain, and the first on which one that may can. */
  readonly firstCertain: string | null
  readonly firstPossible: string | null
}

export function countOf(scenario: ScenarioFinding): Count {
  const standings = scenario.functions.map(standingOf)
  const number = (verdict: Verdict) => standings.filter((one) => one === verdict).length
  return {
    certain: number('must-stop'),
    possible: number('may-stop'),
    unknown: number('unknown'),
    holds: number('stays'),
    firstCertain: earliest(scenario.functions.map((finding) => finding.certain)),
    firstPossible: earliest(
      scenario.functions.map((one) => (standingOf(one) === 'may-stop' ? one.possible : null)),
    ),
  }
}

/** The earliest of some days; ISO days sort as text. */
export function earliest(days: readonly (string | null)[]): string | null {
  let first: string | null = null
  for (const day of days) if (day !== null && (first === null || day < first)) first = day
  return first
}

/** Scenarios from the worst down: by expected loss, then by functions that stop for certain. */
export function worstFirst(scenarios: readonly ScenarioFinding[]): ScenarioFinding[] {
  const keyed = scenarios.map((scenario) => ({ scenario, count: countOf(scenario) }))
  keyed.sort(
    (a, b) =>
      b.scenario.loss[1] - a.scenario.loss[1] ||
      b.count.certain - a.count.certain ||
      b.count.possible - a.count.possible,
  )
  return keyed.map(({ scenario }) => scenario)
}

/** A function over all scenarios, one finding per scenario that holds it. */
export interface FunctionRow {
  readonly id: string
  readonly name: string
  readonly findings: ReadonlyMap<string, FunctionFinding>
}

/** The functions in the report's order. */
export function functionRows(report: AssessReport): FunctionRow[] {
  const rows = new Map<string, { name: string; findings: Map<string, FunctionFinding> }>()
  for (const scenario of report.scenarios) {
    for (const finding of scenario.functions) {
      const row = rows.get(finding.id) ?? { name: finding.name, findings: new Map() }
      row.findings.set(scenario.id, finding)
      rows.set(finding.id, row)
    }
  }
  return [...rows].map(([id, row]) => ({ id, ...row }))
}

/** How bad a function stands: certain stops before possible ones, then by expected loss. */
export function gravityOf(row: FunctionRow): readonly [number, number, number] {
  const findings = [...row.findings.values()]
  const certain = findings.filter((finding) => finding.certain !== null).length
  const possible = findings.filter((finding) => finding.possible !== null).length
  const loss = findings.reduce((sum, finding) => sum + finding.loss[1], 0)
  return [certain, possible, loss]
}

/** The worst `most` rows, still in the order given. */
export function worstRows(rows: readonly FunctionRow[], most: number): FunctionRow[] {
  const ranked = rows.map((row, index) => ({ index, gravity: gravityOf(row) }))
  ranked.sort((a, b) => {
    const [certain, possible, loss] = a.gravity
    return (
      b.gravity[0] - certain || b.gravity[1] - possible || b.gravity[2] - loss || a.index - b.index
    )
  })
  const kept = new Set(ranked.slice(0, most).map(({ index }) => index))
  return rows.filter((_, index) => kept.has(index))
}

/** Names of everything in a report by id; an id without a name stands for itself. */
export function namesOf(report: AssessReport): (id: string) => string {
  const names = new Map(report.graph.nodes.map((node) => [node.id, node.name]))
  for (const scenario of report.scenarios) {
    for (const finding of scenario.functions) names.set(finding.id, finding.name)
    for (const finding of scenario.services) nameService(finding, names)
    for (const team of scenario.teams) names.set(team.id, team.name)
  }
  for (const party of report.designated) names.set(party.party, party.name)
  return (id) => names.get(id) ?? id
}

function nameService(finding: ServiceFinding, names: Map<string, string>): void {
  names.set(finding.provider, finding.providerName)
  names.set(finding.beneficiary, finding.beneficiaryName)
  if (!names.has(finding.service)) names.set(finding.service, finding.name)
  names.set(finding.id, finding.name)
}
