/** Licences: the first day on which a supply is not licensed, and the end of winding down. */
import type { LicenceTerms } from '@holdfast/dossier'
import { type Day, formatDay, NEVER, type Place, type Statement, state } from '@holdfast/kernel'
import type { Regime } from '@holdfast/law'
import type { Context } from './context.ts'
import type { TargetSpan } from './listings.ts'
import type { Supply } from './supply.ts'

interface LicenceInForce {
  readonly name: string
  readonly terms: LicenceTerms
  readonly from: Day
  readonly place: Place
  readonly source: string | null
}

/** A licence applied for permits nothing yet. */
function licencesFor(context: Context, regime: Regime, supply: Supply): LicenceInForce[] {
  const held = [...context.ground.dossier.licences.values()]
    .filter((licence) => licence.regime === regime.id && licence.status === 'held')
    .map((licence) => ({
      name: licence.name,
      terms: licence,
      from: licence.from ?? Number.NEGATIVE_INFINITY,
      place: licence.place,
      source: licence.source,
    }))
  const granted = context.scenario.decisions.flatMap((decision) =>
    decision.kind === 'license' && decision.regime === regime.id
      ? [
          {
            name: decision.terms.permits,
            terms: decision.terms,
            from: decision.terms.from ?? decision.on,
            place: decision.place,
            source: decision.source,
          },
        ]
      : [],
  )
  return [...held, ...granted].filter(({ terms }) => covers(terms, supply))
}

/** Whether a licence is for the supply, in kind and by whom it names; its days are not asked. */
export function covers(terms: LicenceTerms, supply: Supply): boolean {
  if (terms.kinds !== null && !terms.kinds.includes(supply.kind)) return false
  const parties = [supply.provider.id, supply.beneficiary, supply.node]
  return parties.some((party) => party !== null && terms.for.includes(party))
}

/**
 * The first day from `day` on which no licence permits the supply as before; `beyond` when
 * licences carry it past the horizon.
 */
export function firstUnlicensed(
  context: Context,
  regime: Regime,
  supply: Supply,
  day: Day,
): { day: Day; beyond: boolean; because: Statement[] } {
  const licences = licencesFor(context, regime, supply).filter(
    ({ terms }) => terms.permits === 'service',
  )
  const because: Statement[] = []
  let at = day
  for (let moved = true; moved && at !== NEVER; ) {
    moved = false
    for (const licence of licences) {
      const until = licence.terms.until ?? NEVER
      if (licence.from > at || until < at) continue
      at = until + 1
      moved = true
      because.push(licenceStatement(licence, 'proof.licence'))
    }
  }
  // Beyond the horizon by licence, not because the designation itself comes later.
  return { day: at, beyond: at > day && at > context.end, because }
}

function licenceStatement(licence: LicenceInForce, key: string): Statement {
  const params = { licence: licence.name, until: formatDay(licence.terms.until ?? NEVER) }
  return state(key, params, [], { place: licence.place, source: licence.source ?? undefined })
}

/** The last day of winding down: the decision's own, the regime's window, a licence held. */
export function windDownEnd(
  context: Context,
  regime: Regime,
  supply: Supply,
  span: TargetSpan,
): { day: Day; because: Statement[] } {
  const because: Statement[] = []
  let last = Number.NEGATIVE_INFINITY
  if (span.windDownUntil !== null) {
    last = span.windDownUntil
    const params = { licence: null, until: formatDay(last) }
    because.push(state('proof.wind-down', params, [span.statement]))
  } else if (!span.decided) {
    // The windows of the regime are for those designated in the world, not in a scenario.
    const window = regime.windows.find((one) => one.designated === span.from.from)
    if (window !== undefined) {
      last = window.until
      const params = { licence: window.licence, until: formatDay(last) }
      because.push(state('proof.wind-down', params, [], { source: window.source }))
    }
  }
  for (const licence of licencesFor(context, regime, supply)) {
    const until = licence.terms.until
    if (licence.terms.permits !== 'wind-down' || until === null || until <= last) continue
    if (licence.from > span.from.to) continue
    last = until
    because.push(licenceStatement(licence, 'proof.wind-down-licence'))
  }
  return { day: Number.isFinite(last) ? last : NEVER, because }
}
