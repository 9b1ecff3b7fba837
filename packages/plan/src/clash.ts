/** Which requirements of a call and a dossier cannot all be met: a smallest such set. */
import type { Dossier, Measure, PlanTerms } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import { type Candidate, candidatesOf, type Wishes } from './candidate.ts'
import { type Limit, type LimitTerms, limitsOf } from './limit.ts'
import { Columns, columnsOf, rulesOf } from './linear.ts'
import type { Period } from './period.ts'
import type { SolverPort } from './solver.ts'

/** Something that a plan must keep. */
export type Requirement =
  | { readonly kind: 'fix'; readonly measure: string; readonly day: Day }
  | { readonly kind: 'after'; readonly measure: string; readonly other: string }
  | { readonly kind: 'excludes'; readonly measure: string; readonly other: string }
  | { readonly kind: 'deadline' | 'earliest'; readonly measure: string }
  | { readonly kind: 'capacity'; readonly team: string }
  | { readonly kind: 'window'; readonly window: PlanTerms['windows'][number] }
  | { readonly kind: 'budget' | 'per-period' }

/** Seconds for one question whether some requirements can be met. */
const SECONDS_MAX = 10

/**
 * A set of requirements that cannot all be met, of which none can be left out.
 *
 * One requirement after the other is left out for good if the rest clashes all the same (J. W.
 * Chinneck, E. W. Dravnieks, 1991). Deterministic; not the only such set there may be. Complexity:
 * one small integer problem for each requirement.
 *
 * @param dossier in which what is fixed clashes
 */
export async function clashOf(
  dossier: Dossier,
  periods: readonly Period[],
  terms: LimitTerms,
  wishes: Wishes,
  solver: SolverPort,
): Promise<readonly Requirement[]> {
  const involved = involvedIn(dossier, wishes)
  let kept = requirementsOf(involved, dossier, terms, wishes)
  for (const requirement of [...kept]) {
    const rest = kept.filter((one) => one !== requirement)
    if (!(await canBeMet(involved, dossier, periods, terms, rest, solver))) kept = rest
  }
  return kept
}

/** The measures that are fixed, with all that they wait for. */
function involvedIn({ measures }: Dossier, { fixed }: Wishes): readonly Measure[] {
  const ids = new Set(fixed.keys())
  for (const id of ids) for (const other of measures.get(id)?.after ?? []) ids.add(other)
  return [...measures.values()].filter(({ id }) => ids.has(id))
}

function requirementsOf(
  involved: readonly Measure[],
  { teams }: Dossier,
  terms: LimitTerms,
  { fixed }: Wishes,
): readonly Requirement[] {
  const ids = new Set(involved.map(({ id }) => id))
  const efforts = new Set(involved.flatMap(({ effort }) => [...effort.keys()]))
  const limited = [...teams.values()].filter(
    ({ id, capacity }) => efforts.has(id) && capacity !== null && capacity !== undefined,
  )
  const ofMeasures = involved.flatMap((one): Requirement[] => [
    ...one.after.map((other): Requirement => ({ kind: 'after', measure: one.id, other })),
    ...one.excludes
      .filter((other) => ids.has(other))
      .map((other): Requirement => ({ kind: 'excludes', measure: one.id, other })),
    ...(one.deadline === null ? [] : [{ kind: 'deadline' as const, measure: one.id }]),
    ...(one.earliest === null ? [] : [{ kind: 'earliest' as const, measure: one.id }]),
  ])
  return [
    ...terms.windows.map((window): Requirement => ({ kind: 'window', window })),
    ...(terms.perPeriod === null ? [] : [{ kind: 'per-period' as const }]),
    ...(terms.budget === null ? [] : [{ kind: 'budget' as const }]),
    ...limited.map(({ id }): Requirement => ({ kind: 'capacity', team: id })),
    ...ofMeasures,
    ...[...fixed].map(([measure, day]): Requirement => ({ kind: 'fix', measure, day })),
  ]
}

/** Whether the measures can be done when only some requirements hold. */
async function canBeMet(
  involved: readonly Measure[],
  dossier: Dossier,
  periods: readonly Period[],
  terms: LimitTerms,
  kept: readonly Requirement[],
  solver: SolverPort,
): Promise<boolean> {
  const has = (kind: Requirement['kind'], measure: string, other?: string): boolean =>
    kept.some(
      (one) =>
        one.kind === kind &&
        'measure' in one &&
        one.measure === measure &&
        (other === undefined || ('other' in one && one.other === other)),
    )
  const measures = new Map(
    involved.map((one) => [
      one.id,
      {
        ...one,
        after: one.after.filter((other) => has('after', one.id, other)),
        excludes: one.excludes.filter((other) => has('excludes', one.id, other)),
        deadline: has('deadline', one.id) ? one.deadline : null,
        earliest: has('earliest', one.id) ? one.earliest : null,
      },
    ]),
  )
  const fixed = new Map(
    kept.flatMap((one) => (one.kind === 'fix' ? [[one.measure, one.day] as const] : [])),
  )
  const candidates = candidatesOf({ ...dossier, measures }, periods, { fixed, without: new Set() })
  const limits = limitsOf(candidates, periods, dossier.teams, {
    budget: kept.some(({ kind }) => kind === 'budget') ? terms.budget : null,
    perPeriod: kept.some(({ kind }) => kind === 'per-period') ? terms.perPeriod : null,
    windows: kept.flatMap((one) => (one.kind === 'window' ? [one.window] : [])),
  }).filter(({ of }) => {
    return of.kind !== 'capacity' || kept.some((one) => 'team' in one && one.team === of.team)
  })
  return isPossible(candidates, limits, solver)
}

/** Whether what is fixed can be done within limits. */
async function isPossible(
  candidates: readonly Candidate[],
  limits: readonly Limit[],
  solver: SolverPort,
): Promise<boolean> {
  if (candidates.some(({ fixed, starts }) => fixed !== null && starts.length === 0)) return false
  const columns = new Columns(candidates, 0)
  const opened = await solver.open({ columns: columnsOf(columns), rows: rulesOf(columns, limits) })
  const solved = await opened.solved({ seconds_max: SECONDS_MAX, gap: 1 }, null, () => {})
  await opened.close()
  return solved.status !== 'infeasible'
}
