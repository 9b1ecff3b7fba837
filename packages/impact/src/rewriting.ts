/**
 * What measures do to needs, all at once: of each need of a thing, what stands in its place when
 * some measures are finished.
 *
 * A measure may put one source in the place of another, put one beside it, or lay a buffer on the
 * edge. Effects of several measures hold together and in no order: of two that replace the same
 * source the first in the dossier wins; what stands beside a source also stands beside what
 * replaces it; a buffer stays on the edge whatever supplies it. What a new source itself needs, by
 * whatever detour and whatever other measures do, never comes to need it: so needs have no cycle,
 * and which needs an effect reaches does not depend on what else is done.
 */
import { type Buffer, type Dossier, type Effect, type Need, neededIds } from '@holdfast/dossier'

/**
 * `done`: the measure is finished. `ready`: it was finished before the strike, which is what a
 * buffer asks for: nobody lays in stock with a supplier who has gone.
 */
export interface Condition {
  readonly measure: string
  readonly when: 'done' | 'ready'
}

/** A need's source as it depends on measures. */
export type Source =
  | { readonly kind: 'item'; readonly id: string; readonly buffer: Buffer | null }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly whenMet: Source
      readonly otherwise: Source
    }
  | { readonly kind: 'any'; readonly of: readonly Source[] }
  /** No source at all: what is to stand beside another and is not there yet. */
  | { readonly kind: 'none' }

interface Change<K extends Effect['kind']> {
  readonly measure: string
  readonly effect: Extract<Effect, { kind: K }>
  /** Things whose needs the effect leaves alone. */
  readonly under: ReadonlySet<string>
}

type Rerouting = Change<'replace'> | Change<'beside'>

/** The dossier with the parties and services of all its measures, as if they were there. */
export function withAllMeasures(dossier: Dossier): Dossier {
  const measures = [...dossier.measures.values()]
  return {
    ...dossier,
    parties: new Map([...dossier.parties, ...measures.flatMap(({ parties }) => [...parties])]),
    services: new Map([...dossier.services, ...measures.flatMap(({ services }) => [...services])]),
  }
}

export class Rewriting {
  readonly #reroutings = new Map<string, Rerouting[]>()
  readonly #buffers = new Map<string, Change<'buffer'>[]>()
  readonly #graph: Map<string, Set<string>>

  /** @param all a dossier as `withAllMeasures` gives it; only its needs and measures are read */
  constructor(all: Dossier) {
    this.#graph = needGraph(all)
    for (const { id: measure, effects } of all.measures.values()) {
      for (const effect of effects) this.#add(measure, effect)
    }
  }

  #add(measure: string, effect: Effect): void {
    if (effect.kind === 'licence') return
    if (effect.kind === 'buffer') {
      listed(this.#buffers, edgeKey(effect.on, effect.of)).push({
        measure,
        effect,
        under: new Set(),
      })
      return
    }
    const added = effect.kind === 'replace' ? effect.by : effect.add
    const under = closure(this.#graph, added)
    for (const [owner, needed] of this.#graph) {
      if (needed.has(effect.old) && !under.has(owner)) needed.add(added)
    }
    listed(this.#reroutings, effect.old).push({ measure, effect, under } as Rerouting)
  }

  /** Every need that may be there, whichever measures are done: what each thing may need. */
  get graph(): ReadonlyMap<string, ReadonlySet<string>> {
    return this.#graph
  }

  /**
   * Whether all that may replace a source replace it for the same things: then at most one of them
   * is in use.
   */
  isUniform(old: string): boolean {
    const changes = (this.#reroutings.get(old) ?? []).filter(
      ({ effect }) => effect.kind === 'replace',
    )
    return [...this.#graph].every(([owner, needed]) => {
      if (!needed.has(old)) return true
      const left = changes.filter(({ under }) => under.has(owner)).length
      return left === 0 || left === changes.length
    })
  }

  /** What stands in the place of one need of a thing. */
  source(owner: string, need: Extract<Need, { kind: 'item' }>): Source {
    return this.#of(owner, need.id, need.buffer, new Set())
  }

  #of(owner: string, id: string, buffer: Buffer | null, taken: ReadonlySet<Rerouting>): Source {
    const laid = (this.#buffers.get(edgeKey(owner, id)) ?? [])
      .filter(({ effect }) => buffer === null || isLonger(effect.buffer, buffer))
      .sort((a, b) => (isLonger(a.effect.buffer, b.effect.buffer) ? -1 : 1))
    // The longest is asked first, so it is put on last.
    return laid.reduceRight<Source>(
      (otherwise, { measure, effect }) => ({
        kind: 'if',
        condition: { measure, when: 'ready' },
        whenMet: this.#rerouted(owner, id, effect.buffer, taken),
        otherwise,
      }),
      this.#rerouted(owner, id, buffer, taken),
    )
  }

  #rerouted(
    owner: string,
    id: string,
    buffer: Buffer | null,
    taken: ReadonlySet<Rerouting>,
  ): Source {
    const changes = (this.#reroutings.get(id) ?? []).filter(
      (change) => !taken.has(change) && !change.under.has(owner),
    )
    const added = (change: Rerouting, to: string, kept: Buffer | null): Source =>
      this.#of(owner, to, kept, new Set([...taken, change]))
    // The first replacement in the dossier is asked first, so it is put on last.
    const source = changes.reduceRight<Source>(
      (otherwise, change) =>
        change.effect.kind !== 'replace'
          ? otherwise
          : {
              kind: 'if',
              condition: done(change),
              whenMet: added(change, change.effect.by, buffer),
              otherwise,
            },
      { kind: 'item', id, buffer },
    )
    const beside = changes.flatMap((change): Source[] =>
      change.effect.kind !== 'beside'
        ? []
        : [
            {
              kind: 'if',
              condition: done(change),
              whenMet: added(change, change.effect.add, null),
              otherwise: { kind: 'none' },
            },
          ],
    )
    return beside.length === 0 ? source : { kind: 'any', of: [source, ...beside] }
  }
}

function done({ measure }: { readonly measure: string }): Condition {
  return { measure, when: 'done' }
}

/** An edge has one buffer: the longest, and of two as long the one that survives more. */
function isLonger(a: Buffer, b: Buffer): boolean {
  return (
    a.days > b.days || (a.days === b.days && a.survives === 'refusal' && b.survives !== 'refusal')
  )
}

/** What each thing needs itself. */
function needGraph({ services, teams, functions }: Dossier): Map<string, Set<string>> {
  const things = [...services.values(), ...teams.values(), ...functions.values()]
  return new Map(
    things.map(({ id, needs }) => [
      id,
      new Set(needs === null ? [] : neededIds(needs).map((needed) => needed.id)),
    ]),
  )
}

/** A thing and all that it may need, through any chain. */
function closure(graph: ReadonlyMap<string, ReadonlySet<string>>, id: string): Set<string> {
  const seen = new Set([id])
  for (const one of seen) for (const needed of graph.get(one) ?? []) seen.add(needed)
  return seen
}

function edgeKey(on: string, of: string): string {
  return `${on} ${of}`
}

function listed<T>(map: Map<string, T[]>, key: string): T[] {
  const known = map.get(key)
  if (known !== undefined) return known
  const list: T[] = []
  map.set(key, list)
  return list
}
