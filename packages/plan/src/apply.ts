/** What a measure changes: the dossier as it is once the measure is finished. */
import {
  type Buffer,
  type Dossier,
  type Effect,
  type Licence,
  type Measure,
  type Need,
  neededIds,
} from '@holdfast/dossier'

/**
 * The dossier with a measure finished: its parties and services are there, needs name what
 * replaces or stands beside the old source, buffers lie on their edges, the licence is held.
 *
 * Idempotent for replacements and licences; effects apply in their order.
 */
export function applyMeasure(dossier: Dossier, measure: Measure): Dossier {
  const grown: Dossier = {
    ...dossier,
    parties: new Map([...dossier.parties, ...measure.parties]),
    services: new Map([...dossier.services, ...measure.services]),
  }
  return measure.effects.reduce(applyEffect, grown)
}

function applyEffect(dossier: Dossier, effect: Effect): Dossier {
  switch (effect.kind) {
    case 'replace':
      return withNeeds(dossier, effect.by, null, (need) =>
        need.id === effect.old ? { ...need, id: effect.by } : need,
      )
    case 'beside':
      return withNeeds(dossier, effect.add, null, (need) =>
        need.id === effect.old ? either(need, effect.add) : need,
      )
    case 'buffer': {
      const { buffer } = effect
      return withNeeds(dossier, null, effect.on, (need) =>
        need.id === effect.of ? { ...need, buffer: longer(need.buffer, buffer) } : need,
      )
    }
    case 'licence':
      return { ...dossier, licences: held(dossier.licences, effect.licence) }
  }
}

type Item = Extract<Need, { kind: 'item' }>

/** The old source keeps its own buffer; the new one stands beside it without. */
function either(need: Item, added: string): Need {
  const { place } = need
  return {
    kind: 'any',
    of: [need, { kind: 'item', id: added, buffer: null, place }],
    buffer: null,
    place,
  }
}

/** A measure shortens no buffer that survives the same. */
function longer(known: Buffer | null, added: Buffer): Buffer {
  return known !== null && known.survives === added.survives && known.days > added.days
    ? known
    : added
}

/**
 * Every need rewritten, or only those of one thing. What the added service needs itself, by
 * whatever detour, does not come to need it.
 */
function withNeeds(
  dossier: Dossier,
  added: string | null,
  of: string | null,
  change: (need: Item) => Need,
): Dossier {
  const under = added === null ? new Set<string>() : neededBy(dossier, added)
  const rewrite = <T extends { readonly id: string; readonly needs: Need | null }>(thing: T): T => {
    const left = under.has(thing.id) || (of !== null && thing.id !== of)
    return thing.needs === null || left ? thing : { ...thing, needs: mapItems(thing.needs, change) }
  }
  const all = <T extends { readonly id: string; readonly needs: Need | null }>(
    things: ReadonlyMap<string, T>,
  ) => new Map([...things].map(([id, thing]) => [id, rewrite(thing)] as const))
  return {
    ...dossier,
    services: all(dossier.services),
    teams: all(dossier.teams),
    functions: all(dossier.functions),
  }
}

/** A thing and all that it needs, through any chain. */
function neededBy({ services, teams, functions }: Dossier, id: string): Set<string> {
  const seen = new Set([id])
  for (const one of seen) {
    const needs = (services.get(one) ?? teams.get(one) ?? functions.get(one))?.needs ?? null
    if (needs !== null) for (const needed of neededIds(needs)) seen.add(needed.id)
  }
  return seen
}

function mapItems(need: Need, change: (item: Item) => Need): Need {
  if (need.kind === 'item') return change(need)
  return { ...need, of: need.of.map((inner) => mapItems(inner, change)) }
}

function held(licences: ReadonlyMap<string, Licence>, id: string): ReadonlyMap<string, Licence> {
  const licence = licences.get(id)
  if (licence === undefined) return licences
  return new Map([...licences, [id, { ...licence, status: 'held' as const }]])
}
