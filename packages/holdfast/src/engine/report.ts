/** Turns an assessment into findings: ids become names, days become dates. */
import type { Assessment, ScenarioAssessment } from '@holdfast/impact'
import { type Diagnostic, formatDay, warning } from '@holdfast/kernel'
import { readingTaken } from '@holdfast/law'
import { chokepointFindings } from './chokepoint_findings.ts'
import {
  assumedFacts,
  assumptionFindings,
  disputedFacts,
  licenceFindings,
  overdueFacts,
} from './fact_findings.ts'
import type { AssessReport, Designated, ReadingUsed, ScenarioFinding } from './findings.ts'
import { graphOf } from './graph.ts'
import type { Prepared } from './ground.ts'
import { nameOf } from './names.ts'
import { ownedParties, registryLaid } from './owner_chains.ts'
import type { OwnedParty } from './owner_findings.ts'
import { scenarioFinding } from './scenario_findings.ts'
import { changesUnder } from './since.ts'
import { unknownFindings } from './unknown_findings.ts'

/** The findings of an assessment, as `assess --json` gives them. */
export function reportOf(prepared: Prepared, assessment: Assessment): AssessReport {
  const { ground } = prepared
  const { dossier } = ground
  const { institution } = dossier
  const scenarios = assessment.scenarios.map((one) => scenarioFinding(one))
  let readings: ReadingUsed[] | null = null
  let owned: OwnedParty[] | null = null
  return {
    format: 'holdfast-assess/1',
    institution: { id: institution.id, name: institution.name, note: institution.note },
    on: formatDay(ground.on) ?? '',
    horizonDays: ground.horizonDays,
    lists: [...prepared.lists],
    ...(prepared.registries.length === 0
      ? {}
      : { registries: prepared.registries.map(registryLaid) }),
    // Only who reads the whole report asks for the chains.
    get owned() {
      owned ??= ownedParties(dossier, ground.on)
      return owned
    },
    designated: designatedFindings(prepared, assessment),
    scenarios,
    chokepoints: assessment.scenarios.flatMap((one) => chokepointFindings(one)),
    unknowns: unknownFindings(dossier, assessment),
    // What changes under other readings is computed when somebody reads it.
    get readings() {
      readings ??= readingFindings(prepared, assessment, scenarios)
      return readings
    },
    assumptions: assumptionFindings(assessment),
    assumed: assumedFacts(dossier.facts),
    disputed: disputedFacts(dossier.facts),
    overdue: overdueFacts(dossier.facts, ground.on),
    licences: licenceFindings(prepared),
    graph: graphOf(dossier),
    since: null,
    diagnostics: [
      ...prepared.diagnostics,
      ...withoutRegime(prepared, assessment),
      ...assessment.problems,
      ...unestimated(prepared, assessment),
    ].map((one) => ({ ...one, params: { ...one.params }, places: [...one.places] })),
  }
}

/** Parties on a list of a power whose law is not at hand: one warning, since no verdict tells. */
function withoutRegime({ ground }: Prepared, { listed }: Assessment): Diagnostic[] {
  const name = nameOf(ground.dossier)
  const told = listed.flatMap(({ known, party, list, entry, regime }) => {
    if (known) return []
    const programme = regime === list ? '' : `, ${regime}`
    return [`${name(party)} (${list} ${entry}${programme})`]
  })
  return told.length === 0 ? [] : [warning('list/no-regime', { parties: told })]
}

/** Classes that may withdraw and of which nobody said how likely: one warning per regime. */
function unestimated({ ground }: Prepared, assessment: Assessment): Diagnostic[] {
  const classes = new Map<string, Set<string>>()
  for (const { adverse } of assessment.scenarios) {
    for (const { unestimated, regime, supply } of adverse.withdrawals.values()) {
      if (!unestimated || regime === null) continue
      classes.set(regime, (classes.get(regime) ?? new Set()).add(supply.class))
    }
  }
  return [...classes].map(([id, names]) => {
    const regime = ground.regimes.find((one) => one.id === id)?.short ?? id
    return warning('impact/no-assumption', { regime, classes: [...names].sort() })
  })
}

function designatedFindings(prepared: Prepared, assessment: Assessment): Designated[] {
  const { dossier, on } = prepared.ground
  const name = nameOf(dossier)
  const listed = assessment.listed.flatMap((listing): Designated[] => {
    if (listing.status === 'delisted' || listing.status === 'not-listed') return []
    const sure = listing.spans.some(
      (span) => span.fact === null && span.from.from <= on && on < span.to,
    )
    return [
      {
        party: listing.party,
        name: name(listing.party),
        role: listing.role,
        regime: listing.regime,
        ...(listing.list === null ? {} : { list: listing.list }),
        entry: listing.entry,
        since: listing.since === null ? null : formatDay(listing.since.from),
        precision: listing.since?.precision ?? 'unknown',
        target: sure || !listing.known ? 'yes' : 'unknown',
        status: listing.status,
        basis: listing.basis,
        scenario: null,
      },
    ]
  })
  return [...listed, ...assessment.scenarios.flatMap((one) => decidedTargets(one, listed))]
}

/** Parties that a scenario, or the ownership by its targets, makes targets. */
function decidedTargets(
  { on, adverse, benign }: ScenarioAssessment,
  listed: readonly Designated[],
): Designated[] {
  const name = nameOf(on.dossier)
  return benign.context.sanctions.flatMap((regime) =>
    [...adverse.context.targets(regime)].flatMap(([party, spans]): Designated[] => {
      const first = spans[0]
      const known = listed.some((one) => one.party === party && one.regime === regime.id)
      if (first === undefined || (known && !first.decided)) return []
      const sure = (benign.context.targets(regime).get(party) ?? []).length > 0
      return [
        {
          party,
          name: name(party),
          role: on.dossier.parties.get(party)?.role ?? null,
          regime: regime.id,
          entry: null,
          since: formatDay(first.from.from),
          precision: first.from.precision,
          target: sure ? 'yes' : 'unknown',
          status: 'listed',
          basis: first.statement.key === 'proof.owned-by-targets' ? 'owned' : 'scenario',
          scenario: on.scenario.id,
        },
      ]
    }),
  )
}

function readingFindings(
  prepared: Prepared,
  assessment: Assessment,
  scenarios: readonly ScenarioFinding[],
): ReadingUsed[] {
  const { regimes, readings } = prepared.ground
  const reread = assessment.otherReadings()
  return regimes.flatMap((regime) =>
    [...regime.questions.values()].map((question) => {
      const taken = readingTaken(regime, question, readings)
      const others = reread.filter(
        (other) => other.regime === regime && other.question === question,
      )
      return {
        regime: regime.id,
        question: question.id,
        questionText: question.text,
        reading: taken.id,
        name: taken.name,
        argument: taken.argument,
        source: taken.source,
        others: others.map(({ other, scenarios: outcomes }) => ({
          reading: other.id,
          name: other.name,
          argument: other.argument,
          changes: changesUnder(scenarios, outcomes),
        })),
      }
    }),
  )
}
