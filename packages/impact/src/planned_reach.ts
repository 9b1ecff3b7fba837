/**
 * At whose door the benefit of a service ends depends on who needs it, and so on measures that
 * change needs. For most services it is the same whatever is done; for the others this finds the
 * measures on which it depends.
 */
import type { Dossier, Need } from '@holdfast/dossier'
import { applied } from './measures.ts'
import { Reach } from './reach.ts'
import type { Rewriting } from './rewriting.ts'

/** The paths from a supply by the measures on which they depend; bit i stands for measure i. */
export interface ReachVariants {
  readonly measures: readonly string[]
  readonly byMask: readonly Reach[]
}

/** Measures on which the paths from one supply may depend; beyond, every path counts at once. */
const MEASURES_MAX = 6

export class PlannedReach {
  /** Services for which every path counts at once: more measures decide than are told apart. */
  readonly together = new Set<string>()
  readonly #dossier: Dossier
  readonly #rewriting: Rewriting
  /** Every path that may be there, and those that are there whatever is done. */
  readonly #most: Reach
  readonly #least: Reach
  readonly #reaches = new Map<string, Reach>()
  readonly #broughtBy: ReadonlyMap<string, string>
  readonly #known = new Map<string, ReachVariants>()

  /**
   * @param dossier as the scenario leaves it, without any measure
   * @param all the same with all measures' parties and services
   */
  constructor(dossier: Dossier, all: Dossier, rewriting: Rewriting) {
    this.#dossier = dossier
    this.#rewriting = rewriting
    const { graph } = rewriting
    this.#most = new Reach(withNeeds(all, (id) => graph.get(id) ?? new Set()))
    const replaced = replacedSources(all)
    this.#least = new Reach(
      withNeeds(dossier, (_, own) => new Set([...own].filter((one) => !replaced.has(one)))),
    )
    this.#broughtBy = new Map(
      [...all.measures.values()].flatMap(({ id, services }) =>
        [...services.keys()].map((service) => [service, id] as const),
      ),
    )
  }

  of(node: string): ReachVariants {
    let variants = this.#known.get(node)
    if (variants === undefined) {
      const same = sameSet(this.#most.ends(node), this.#least.ends(node))
      variants = same ? { measures: [], byMask: [this.#most] } : this.#variants(node)
      this.#known.set(node, variants)
    }
    return variants
  }

  #variants(node: string): ReachVariants {
    const { measures } = this.#dossier
    const base = this.#baseOf(node)
    const touching = this.#touching(node).filter((id) => !base.has(id))
    const every = new Set([...base, ...touching])
    const none = this.#ends(node, base)
    const whole = this.#ends(node, every)
    const deciding = touching.filter((id) => {
      const alone = this.#ends(node, new Set([...base, id]))
      const others = this.#ends(node, new Set([...every].filter((one) => one !== id)))
      return !sameSet(alone, none) || !sameSet(others, whole)
    })
    if (deciding.length > MEASURES_MAX) {
      this.together.add(node)
      return { measures: [], byMask: [this.#most] }
    }
    const byMask = Array.from({ length: 1 << deciding.length }, (_, mask) =>
      this.#reach(new Set([...base, ...deciding.filter((_id, bit) => ((mask >> bit) & 1) === 1)])),
    )
    return { measures: deciding.filter((id) => measures.has(id)), byMask }
  }

  #ends(node: string, done: ReadonlySet<string>): ReadonlySet<string> {
    return this.#reach(done).ends(node)
  }

  #reach(done: ReadonlySet<string>): Reach {
    const key = [...done].sort().join(' ')
    let reach = this.#reaches.get(key)
    if (reach === undefined) {
      reach = new Reach(applied(this.#dossier, this.#rewriting, done, done))
      this.#reaches.set(key, reach)
    }
    return reach
  }

  /** What must be done for the service to be there at all. */
  #baseOf(node: string): Set<string> {
    const measure = this.#broughtBy.get(node)
    const base = new Set(measure === undefined ? [] : [measure])
    for (const id of base) {
      for (const before of this.#dossier.measures.get(id)?.after ?? []) base.add(before)
    }
    return base
  }

  /** Measures that change a need of something on a way that may lead from the service. */
  #touching(node: string): string[] {
    const above = new Set([node])
    const { graph } = this.#rewriting
    for (const id of above) {
      for (const [owner, needed] of graph) if (needed.has(id)) above.add(owner)
      const beneficiary = this.#dossier.services.get(id)?.beneficiary
      if (beneficiary !== undefined && graph.has(beneficiary)) above.add(beneficiary)
    }
    return [...this.#dossier.measures.values()]
      .filter(({ effects }) =>
        effects.some(
          (effect) =>
            (effect.kind === 'replace' && (above.has(effect.old) || above.has(effect.by))) ||
            (effect.kind === 'beside' && above.has(effect.add)),
        ),
      )
      .map(({ id }) => id)
  }
}

function replacedSources({ measures }: Dossier): ReadonlySet<string> {
  return new Set(
    [...measures.values()].flatMap(({ effects }) =>
      effects.flatMap((effect) => (effect.kind === 'replace' ? [effect.old] : [])),
    ),
  )
}

/** A dossier that is only good for following needs: each thing needs all of some others. */
function withNeeds(
  dossier: Dossier,
  needed: (id: string, own: ReadonlySet<string>) => ReadonlySet<string>,
): Dossier {
  const change = <T extends { readonly id: string; readonly needs: Need | null }>(thing: T): T => {
    const place = { file: '', line: 1, column: 1, excerpt: '', length: 0 }
    const own = new Set<string>()
    if (thing.needs !== null) idsOf(thing.needs, own)
    const of = [...needed(thing.id, own)].map(
      (id): Need => ({ kind: 'item', id, buffer: null, place }),
    )
    return { ...thing, needs: of.length === 0 ? null : { kind: 'all', of, buffer: null, place } }
  }
  return {
    ...dossier,
    services: new Map([...dossier.services].map(([id, one]) => [id, change(one)] as const)),
    teams: new Map([...dossier.teams].map(([id, one]) => [id, change(one)] as const)),
  }
}

function idsOf(need: Need, into: Set<string>): void {
  if (need.kind === 'item') into.add(need.id)
  else for (const inner of need.of) idsOf(inner, into)
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && [...a].every((one) => b.has(one))
}
