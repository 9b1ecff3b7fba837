/** The dossier as it is once some measures are finished. */
import type { Buffer, Dossier, Licence, Need } from '@holdfast/dossier'
import { type Condition, Rewriting, type Source, withAllMeasures } from './rewriting.ts'

/**
 * The dossier with measures finished: their parties and services are there, needs name what
 * replaces or stands beside the old source, buffers lie on their edges, licences are held.
 *
 * The order of the measures does not matter; `Rewriting` says how they go together. Measures that
 * are no measures of the dossier are passed over.
 *
 * @param done measures that are finished
 * @param ready of these, the measures whose buffers count; all of them unless given
 */
export function applyMeasures(
  dossier: Dossier,
  done: ReadonlySet<string>,
  ready: ReadonlySet<string> = done,
): Dossier {
  return applied(dossier, new Rewriting(withAllMeasures(dossier)), done, ready)
}

/** As `applyMeasures`, for whoever has the rewriting of the dossier at hand. */
export function applied(
  dossier: Dossier,
  rewriting: Rewriting,
  done: ReadonlySet<string>,
  ready: ReadonlySet<string>,
): Dossier {
  const measures = [...dossier.measures.values()].filter(({ id }) => done.has(id))
  const holds = ({ measure, when }: Condition): boolean =>
    (when === 'done' ? done : ready).has(measure)
  const rewrite = <T extends { readonly id: string; readonly needs: Need | null }>(thing: T): T =>
    thing.needs === null
      ? thing
      : { ...thing, needs: rewritten(rewriting, thing.id, thing.needs, holds) }
  const all = <T extends { readonly id: string; readonly needs: Need | null }>(
    things: Iterable<readonly [string, T]>,
  ) => new Map([...things].map(([id, thing]) => [id, rewrite(thing)] as const))
  const services = [...dossier.services, ...measures.flatMap((measure) => [...measure.services])]
  const parties = measures.flatMap((measure) => [...measure.parties])
  return {
    ...dossier,
    parties: parties.length === 0 ? dossier.parties : new Map([...dossier.parties, ...parties]),
    services: all(services),
    teams: all(dossier.teams),
    functions: all(dossier.functions),
    licences: licencesHeld(dossier, done),
  }
}

/** The licences with those held that finished measures have seen through. */
export function licencesHeld(
  { licences, measures }: Dossier,
  done: ReadonlySet<string>,
): ReadonlyMap<string, Licence> {
  const held = new Map(licences)
  for (const { id, effects } of measures.values()) {
    if (!done.has(id)) continue
    for (const effect of effects) {
      const licence = effect.kind === 'licence' ? licences.get(effect.licence) : undefined
      if (licence !== undefined) held.set(licence.id, { ...licence, status: 'held' })
    }
  }
  return held
}

function rewritten(
  rewriting: Rewriting,
  owner: string,
  need: Need,
  holds: (condition: Condition) => boolean,
): Need {
  // The source that the dossier names is always among what is left.
  if (need.kind === 'item') return settled(rewriting.source(owner, need), need.place, holds)!
  return { ...need, of: need.of.map((inner) => rewritten(rewriting, owner, inner, holds)) }
}

/** A stock on the edge, and outside it what is paid ahead: the two add up along the way. */
function withPayment(item: Need, paid: Buffer | null): Need {
  return paid === null ? item : { kind: 'any', of: [item], buffer: paid, place: item.place }
}

/** What is left of a source; null for none. */
function settled(
  source: Source,
  place: Need['place'],
  holds: (condition: Condition) => boolean,
): Need | null {
  switch (source.kind) {
    case 'none':
      return null
    case 'item':
      return withPayment({ kind: 'item', id: source.id, buffer: source.buffer, place }, source.paid)
    case 'if':
      return settled(holds(source.condition) ? source.whenMet : source.otherwise, place, holds)
    case 'any': {
      const of = source.of.flatMap((one) => settled(one, place, holds) ?? [])
      return of.length === 1 ? of[0]! : { kind: 'any', of, buffer: null, place }
    }
  }
}
