/** What the laws say of one party: bound or not, a target or not. */
import { formatDay, NEVER, type Statement, state } from '@holdfast/kernel'
import type { ScenarioGround } from './context.ts'
import type { Outcome } from './outcome.ts'
import { spanFrom } from './targets.ts'

/** The proof of a party's standing under every regime of a scenario. */
export function explainParty(
  on: ScenarioGround,
  benign: Outcome,
  adverse: Outcome,
  id: string,
): Statement {
  const subject = on.world.subject(id)
  if (subject === null) return state('proof.party', { party: id })
  const { sanctions, counterLaws } = benign.context
  const bound = [...sanctions, ...counterLaws].map((regime) => {
    const surely = benign.context.bound(regime, subject)
    const perhaps = adverse.context.bound(regime, subject)
    if (surely !== null && perhaps !== null) return surely
    if (surely === null && perhaps === null) return benign.context.notBound(regime, subject)
    const params = { party: subject.name, regime: regime.short }
    return state('proof.bound-unknown', params, [(surely ?? perhaps)!])
  })
  // Also regimes that forbid nothing to others, as a wanted list does.
  const powers = on.ground.regimes.filter((regime) => regime.kind !== 'counter-law')
  const targets = powers.map((regime) => {
    const surely = spanFrom(benign.context.targets(regime), id, on.start)
    const span = surely ?? spanFrom(adverse.context.targets(regime), id, on.start)
    const params = { party: subject.name, regime: regime.short }
    if (span === null) return state('proof.no-target', params)
    const days = {
      from: formatDay(span.from.from),
      to: span.to === NEVER ? null : formatDay(span.to),
    }
    const key = surely === null ? 'proof.target-unknown' : 'proof.target'
    return state(key, { ...params, ...days }, [span.statement])
  })
  return state('proof.party', { party: subject.name }, [...bound, ...targets, subject.statement])
}
