/**
 * What measures do to needs, all at once: of each need of a thing, what stands in its place when
 * some measures are finished.
 *
 * A measure may put one source in the place of another, put one beside it, or lay a buffer on the
 * edge. Effects of several measures hold together and in no order: of two that replace the same
 * source the first in the dossier wins; what stands beside a source also stands beside what
 * replaces it; a buffer stays on the edge whatever supplies it, the longest of its kind. What a new
 * source itself needs, by whatever detour and whatever other measures do, never comes to need it:
 * so needs have no cycle, and which needs an effect reaches does not depend on what else is done.
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
  /** `paid` stands on the edge beside a stock, and is paid ahead. */
  | {
      readonly kind: 'item'
      readonly id: string
      readonly buffer: Buffer | null
      readonly paid: Buffer | null
    }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly whenMet: Source
      readonly otherwise: Source
    }
  | { readonly kind: 'any'; readonly of: readonly Source[] }
  /** No source at all: what is to stand beside another and is not there yet. */
  | { readonly kind: 'none' }

/** What stands in the place of one need of a thing. */
export type Sources = (owner: string, need: Extract<Need, { kind: 'item' }>) => Source

interface Change<K extends Effect['kind']> {
  readonly measure: string
  readonly effect: Extract<Effect, { kind: K }>
}

type Rerouting = (Change<'replace'> | Change<'beside'>) & {
  /** Things whose needs the effect leaves alone. */
  readonly under: ReadonlySet<string>
}

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
      listed(this.#buffers, edgeKey(effect.on, effect.of)).push({ measure, effect })
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
    return this.#of(owner, need.id, keptOf(need.buffer), new Set())
  }

  #of(owner: string, id: string, kept: Kept, taken: ReadonlySet<Rerouting>): Source {
    const laid = this.#buffers.get(edgeKey(owner, id)) ?? []
    return this.#stocked(owner, id, kept, taken, laid)
  }

  /** Of stocks on one edge the longest counts, and of payments ahead; the two stand together. */
  #stocked(
    owner: string,
    id: string,
    kept: Kept,
    taken: ReadonlySet<Rerouting>,
    laid: readonly Change<'buffer'>[],
  ): Source {
    const stocks = longerThan(laid, 'refusal', kept.stock)
    return chained(
      stocks.map(({ measure, effect }) => ({
        condition: { measure, when: 'ready' },
        source: this.#paid(owner, id, { ...kept, stock: effect.buffer }, taken, laid),
      })),
      this.#paid(owner, id, kept, taken, laid),
    )
  }

  #paid(
    owner: string,
    id: string,
    kept: Kept,
    taken: ReadonlySet<Rerouting>,
    laid: readonly Change<'buffer'>[],
  ): Source {
    const payments = longerThan(laid, 'payment-failure', kept.paid)
    return chained(
      payments.map(({ measure, effect }) => ({
        condition: { measure, when: 'ready' },
        source: this.#rerouted(owner, id, { ...kept, paid: effect.buffer }, taken),
      })),
      this.#rerouted(owner, id, kept, taken),
    )
  }

  #rerouted(owner: string, id: string, kept: Kept, taken: ReadonlySet<Rerouting>): Source {
    const changes = (this.#reroutings.get(id) ?? []).filter(
      (change) => !taken.has(change) && !change.under.has(owner),
    )
    const to = (change: Rerouting, by: string, buffers: Kept): Source =>
      this.#of(owner, by, buffers, new Set([...taken, change]))
    const replaced = changes.flatMap((change) =>
      change.effect.kind === 'replace'
        ? [{ condition: done(change), source: to(change, change.effect.by, kept) }]
        : [],
    )
    const { stock, paid } = kept
    const item: Source = {
      kind: 'item',
      id,
      buffer: stock ?? paid,
      paid: stock === null ? null : paid,
    }
    const source = chained(replaced, item)
    const beside = changes.flatMap((change): Source[] => {
      if (change.effect.kind !== 'beside') return []
      const added = to(change, change.effect.add, { stock: null, paid: null })
      return [{ kind: 'if', condition: done(change), whenMet: added, otherwise: { kind: 'none' } }]
    })
    return beside.length === 0 ? source : { kind: 'any', of: [source, ...beside] }
  }
}

/** What bridges an edge: a stock, and what is paid ahead. */
interface Kept {
  readonly stock: Buffer | null
  readonly paid: Buffer | null
}

function keptOf(buffer: Buffer | null): Kept {
  if (buffer === null) return { stock: null, paid: null }
  return buffer.survives === 'refusal'
    ? { stock: buffer, paid: null }
    : { stock: null, paid: buffer }
}

/** The first of some whose condition is met; else the last. */
function chained(
  first: readonly { readonly condition: Condition; readonly source: Source }[],
  otherwise: Source,
): Source {
  return first.reduceRight<Source>(
    (rest, { condition, source }) => ({ kind: 'if', condition, whenMet: source, otherwise: rest }),
    otherwise,
  )
}

/** Buffers of a kind that are longer than what is there, the longest first. */
function longerThan(
  laid: readonly Change<'buffer'>[],
  survives: Buffer['survives'],
  known: Buffer | null,
): readonly Change<'buffer'>[] {
  return laid
    .filter(({ effect: { buffer } }) => buffer.survives === survives)
    .filter(({ effect: { buffer } }) => known === null || buffer.days > known.days)
    .sort((a, b) => b.effect.buffer.days - a.effect.buffer.days)
}

function done({ measure }: { readonly measure: string }): Condition {
  return { measure, when: 'done' }
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
