/** The whole proof of one answer: of a function, a service, a team, a party or a missing fact. */

import { assess, explainParty, memberSupplyId, type ScenarioAssessment } from '@holdfast/impact'
import { failed, nearest, ok, problem, type Result, type Statement, state } from '@holdfast/kernel'
import { prepare } from './ground.ts'
import type { AssessInput } from './inputs.ts'
import { scenarioFinding } from './scenario_findings.ts'

export interface Explanation {
  readonly scenario: string
  readonly name: string
  readonly proof: Statement
}

/** The proof of an id in every scenario asked for; an id that names nothing is an error. */
export function explain(input: AssessInput, id: string): Result<readonly Explanation[]> {
  const prepared = prepare(input)
  if (!prepared.ok) return prepared
  const { dossier } = prepared.value.ground
  const known = [
    ...dossier.functions.keys(),
    ...dossier.services.keys(),
    ...dossier.teams.keys(),
    ...dossier.parties.keys(),
  ]
  if (!known.includes(id)) {
    const meant = nearest(id, known)
    return failed([problem('call/unknown-id', { id, meant })])
  }
  const assessment = assess(prepared.value.ground, prepared.value.scenarios)
  const explanations = assessment.scenarios.map((one) => ({
    scenario: one.on.scenario.id,
    name: one.on.scenario.name,
    proof: proofOf(one, id),
  }))
  return ok(explanations, prepared.value.diagnostics)
}

function proofOf(one: ScenarioAssessment, id: string): Statement {
  const { dossier } = one.on
  const finding = scenarioFinding(one)
  const item =
    finding.functions.find((each) => each.id === id) ??
    finding.services.find((each) => each.id === id)
  if (item !== undefined) return item.proof
  const team = dossier.teams.get(id)
  if (team !== undefined) {
    const members = team.members.map((member) =>
      one.adverse.withdrawals.get(memberSupplyId(id, member.id))!.prove(),
    )
    const params = { team: team.name, size: team.size, minimum: team.minimum }
    return state('proof.team', params, members, { place: team.place })
  }
  return explainParty(one.on, one.benign, one.adverse, id)
}
