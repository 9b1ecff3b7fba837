/** What every question about a plan stands on, made once: the dossier with all that may come. */
import { type Dossier, type Need, neededIds } from '@holdfast/dossier'
import type { Regime } from '@holdfast/law'
import type { Ground } from './ground.ts'
import { type Listing, listings } from './listings.ts'
import { PlannedReach } from './planned_reach.ts'
import { Rewriting, type Source, withAllMeasures } from './rewriting.ts'
import { World } from './world.ts'

export class PlannedWorld {
  /** With the dossier as it is, without any measure. */
  readonly ground: Ground
  /** The dossier with all measures' parties and services. */
  readonly all: Dossier
  readonly world: World
  readonly listed: readonly Listing[]
  readonly rewriting: Rewriting
  /** The measure that brings a service. */
  readonly broughtBy: ReadonlyMap<string, string>
  /** By services that only ever replace one source: that source. */
  readonly replacing: ReadonlyMap<string, string>
  readonly #reaches: Map<string, PlannedReach>
  readonly #sources = new WeakMap<Need, Source>()

  /** @param known one of the same dossier, lists and day, of which only the law differs */
  constructor(ground: Ground, known: PlannedWorld | null = null) {
    this.ground = ground
    this.all = known?.all ?? withAllMeasures(ground.dossier)
    const inAll = { ...ground, dossier: this.all }
    this.world = known?.world ?? new World(inAll)
    this.listed = known?.listed ?? listings(inAll)
    this.rewriting = known?.rewriting ?? new Rewriting(this.all)
    this.broughtBy = known?.broughtBy ?? broughtBy(this.all)
    this.replacing = known?.replacing ?? replacing(this.all, this.rewriting)
    this.#reaches = known === null ? new Map() : known.#reaches
  }

  /** The same under other laws. */
  under(regimes: readonly Regime[]): PlannedWorld {
    return new PlannedWorld({ ...this.ground, regimes }, this)
  }

  /** What stands in the place of one need of a thing. */
  source = (owner: string, need: Extract<Need, { kind: 'item' }>): Source => {
    let source = this.#sources.get(need)
    if (source === undefined) {
      source = this.rewriting.source(owner, need)
      this.#sources.set(need, source)
    }
    return source
  }

  /** Services of which more measures change the paths than are told apart: all paths count. */
  get together(): ReadonlySet<string> {
    return new Set([...this.#reaches.values()].flatMap(({ together }) => [...together]))
  }

  /** Paths of services, by who directs the teams: the same for most scenarios and all strikes. */
  reachOf(all: Dossier): PlannedReach {
    const key = [...all.teams.values()].map(({ directedBy }) => directedBy).join(' ')
    let reach = this.#reaches.get(key)
    if (reach === undefined) {
      const without = { ...all, services: this.ground.dossier.services }
      reach = new PlannedReach(without, all, this.rewriting)
      this.#reaches.set(key, reach)
    }
    return reach
  }
}

function broughtBy({ measures }: Dossier): ReadonlyMap<string, string> {
  return new Map(
    [...measures.values()].flatMap(({ id, services }) =>
      [...services.keys()].map((service) => [service, id] as const),
    ),
  )
}

/** Of each service that is needed in the place of one source and by nothing else, that source. */
function replacing(
  { measures, services, teams, functions }: Dossier,
  rewriting: Rewriting,
): ReadonlyMap<string, string> {
  const named: string[] = []
  for (const { needs } of [...services.values(), ...teams.values(), ...functions.values()]) {
    if (needs !== null) named.push(...neededIds(needs).map(({ id }) => id))
  }
  const replaced = new Map<string, string>()
  for (const { effects } of measures.values()) {
    for (const effect of effects) {
      if (effect.kind === 'beside') named.push(effect.add)
      if (effect.kind !== 'replace') continue
      const known = replaced.get(effect.by)
      if (known !== undefined && known !== effect.old) named.push(effect.by)
      replaced.set(effect.by, effect.old)
    }
  }
  for (const id of named) replaced.delete(id)
  return new Map([...replaced].filter(([, old]) => rewriting.isUniform(old)))
}
