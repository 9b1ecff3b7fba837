/** What a measure changes: the dossier as it is once the measure is finished. */
import type { Dossier, Effect, Licence, Measure, Need } from '@holdfast/dossier'

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
      return withNeeds(dossier, null, (need) =>
        need.id === effect.old ? { ...need, id: effect.by } : need,
      )
    case 'beside':
      return withNeeds(dossier, null, (need) =>
        need.id === effect.old ? either(need, effect.add) : need,
      )
    case 'buffer': {
      const { buffer } = effect
      return withNeeds(dossier, effect.on, (need) =>
        need.id === effect.of ? { ...need, buffer } : need,
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

/** Every need rewritten, or only those of one thing. A new service does not come to need itself. */
function withNeeds(dossier: Dossier, of: string | null, change: (need: Item) => Need): Dossier {
  const rewrite = <T extends { readonly id: string; readonly needs: Need | null }>(thing: T): T => {
    if (thing.needs === null || (of !== null && thing.id !== of)) return thing
    const needs = mapItems(thing.needs, (item) => {
      const changed = change(item)
      return names(changed, thing.id) ? item : changed
    })
    return { ...thing, needs }
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

function mapItems(need: Need, change: (item: Item) => Need): Need {
  if (need.kind === 'item') return change(need)
  return { ...need, of: need.of.map((inner) => mapItems(inner, change)) }
}

function names(need: Need, id: string): boolean {
  return need.kind === 'item' ? need.id === id : need.of.some((inner) => names(inner, id))
}

function held(licences: ReadonlyMap<string, Licence>, id: string): ReadonlyMap<string, Licence> {
  const licence = licences.get(id)
  if (licence === undefined) return licences
  return new Map([...licences, [id, { ...licence, status: 'held' as const }]])
}
