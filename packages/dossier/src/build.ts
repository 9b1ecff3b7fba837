/** Builds the things of a dossier from files whose shape was held, and collects their facts. */
import {
  type Day,
  type Interval,
  type Money,
  parseDay,
  parseDuration,
  parseMoney,
} from '@holdfast/kernel'
import type * as model from './model.ts'
import { readPlanTerms, readStrike } from './plan_terms.ts'
import type { DossierFileInput, NeedInput, PlanInput } from './schema.ts'
import type { Path, Source } from './source.ts'

type Raw<K extends keyof DossierFileInput> =
  NonNullable<DossierFileInput[K]> extends Record<string, infer T> ? T : never

export type RawParty = Raw<'parties'>
export type RawService = Raw<'services'>
export type RawTeam = Raw<'teams'>
type RawStanding = Pick<
  RawService,
  'source' | 'assumed' | 'disputed' | 'owner' | 'review-by' | 'note'
>

/** What a line may be wrapped in to carry a standing. */
type Wrapped<T> = T | ({ value: T } & RawStanding)

const NO_STANDING: model.Standing = {
  source: null,
  assumed: false,
  disputed: [],
  owner: null,
  reviewBy: null,
}

export function day(text: string | undefined): Day | null {
  return text === undefined ? null : parseDay(text)
}

function durationDays(text: string): number {
  return parseDuration(text)?.days ?? 0
}

function list<T>(value: T | readonly T[] | undefined): readonly T[] {
  if (value === undefined) return []
  return (Array.isArray(value) ? value : [value]) as readonly T[]
}

/** Reads the things of one file; every line with a standing of its own goes to `facts`. */
export class Builder {
  readonly facts: model.FactLine[] = []
  readonly #source: Source
  readonly #institution: { readonly id: string; readonly seat: string }

  constructor(source: Source, institution: { readonly id: string; readonly seat: string }) {
    this.#source = source
    this.#institution = institution
  }

  party(id: string, raw: RawParty, path: Path): model.Party {
    this.#standing(id, 'party', raw, path)
    const take = this.#taker(id, path)
    const kind = raw.kind ?? 'organisation'
    return {
      id,
      name: take('name', raw.name) ?? id,
      kind,
      form: raw.form ?? 'company',
      class: raw.class ?? null,
      role: raw.role ?? null,
      belongsTo: raw['belongs-to'] ?? null,
      aliases: raw.aliases ?? [],
      incorporated: take('incorporated', raw.incorporated) ?? null,
      seat: take('seat', raw.seat) ?? null,
      branchOf: raw['branch-of'] ?? null,
      nationality: listOrNull(take('nationality', raw.nationality)),
      residence: listOrNull(take('residence', raw.residence)),
      employer: take('employer', raw.employer) ?? null,
      owners: this.#owners(id, raw, path, kind),
      lei: raw.lei ?? null,
      registered: registerKeys(raw),
      listedAs: numbers(raw['listed-as']),
      notListedAs: numbers(raw['not-listed-as']),
      source: raw.source ?? null,
      place: this.#source.keyPlace(path),
    }
  }

  service(id: string, raw: RawService, path: Path): model.Service {
    this.#standing(id, 'service', raw, path)
    const take = this.#taker(id, path)
    take('data-in', raw['data-in'])
    take('balance', raw.balance)
    return {
      id,
      name: raw.name,
      kind: raw.kind,
      provider: take('provider', raw.provider) ?? '',
      beneficiary: take('beneficiary', raw.beneficiary) ?? '',
      needs: raw.needs === undefined ? null : this.need(id, raw.needs, [...path, 'needs']),
      class: raw.class ?? null,
      cause: raw.cause ?? null,
      contract: this.#contract(id, raw.contract, [...path, 'contract']),
      source: raw.source ?? null,
      place: this.#source.keyPlace(path),
      providerPlace: this.#source.place([...path, 'provider']),
      beneficiaryPlace: this.#source.place([...path, 'beneficiary']),
    }
  }

  team(id: string, raw: RawTeam, path: Path): model.Team {
    this.#standing(id, 'team', raw, path)
    const take = this.#taker(id, path)
    const home = take('residence', raw.residence) ?? this.#institution.seat
    const members = (raw.members ?? []).map((member, index) =>
      this.#member(id, member, index, [...path, 'members', index], home),
    )
    const described = members.reduce((sum, member) => sum + member.count, 0)
    const size = raw.size ?? described
    const place = this.#source.keyPlace(path)
    const rest = size - described
    return {
      id,
      name: raw.name,
      directedBy: take('directed-by', raw['directed-by']) ?? this.#institution.id,
      minimum: raw.minimum,
      size,
      members: rest > 0 ? [...members, undescribed(id, rest, home, place)] : members,
      class: raw.class ?? 'staff',
      contract: this.#contract(id, raw.contract, [...path, 'contract']),
      needs: raw.needs === undefined ? null : this.need(id, raw.needs, [...path, 'needs']),
      capacity: take('capacity', raw.capacity) ?? null,
      place,
    }
  }

  #member(
    team: string,
    raw: NonNullable<RawTeam['members']>[number],
    index: number,
    path: Path,
    home: string,
  ): model.Member {
    const place = this.#source.place(path)
    if (typeof raw === 'string') {
      // A person of the dossier: nationality and the rest stand with the party.
      return {
        id: raw,
        name: raw,
        count: 1,
        place,
        nationality: null,
        residence: null,
        employer: null,
      }
    }
    const id = `${team}/${index + 1}`
    this.#standing(id, 'members', raw, path)
    const take = this.#taker(id, path)
    return {
      id,
      name: raw.group === undefined ? id : `${raw.group} (${raw.count})`,
      count: raw.count,
      nationality: listOrNull(take('nationality', raw.nationality)),
      residence: listOrNull(take('residence', raw.residence)) ?? [home],
      employer: take('employer', raw.employer) ?? null,
      place,
    }
  }

  need(about: string, raw: NeedInput, path: Path): model.Need {
    const place = this.#source.place(path)
    if (typeof raw === 'string') return { kind: 'item', id: raw, buffer: null, place }
    if (Array.isArray(raw)) return this.#several(about, 'all', raw, path, null)
    const buffer = this.#buffer(about, raw.buffer, [...path, 'buffer'])
    if ('need' in raw) {
      return { kind: 'item', id: raw.need, buffer, place: this.#source.place([...path, 'need']) }
    }
    if ('all' in raw) return this.#several(about, 'all', raw.all, [...path, 'all'], buffer)
    if ('any' in raw) return this.#several(about, 'any', raw.any, [...path, 'any'], buffer)
    const of = raw.of.map((inner, index) => this.need(about, inner, [...path, 'of', index]))
    const at = this.#source.place([...path, 'at-least'])
    return { kind: 'at-least', k: raw['at-least'], of, buffer, place: at }
  }

  #several(
    about: string,
    kind: 'all' | 'any',
    raw: readonly NeedInput[],
    path: Path,
    buffer: model.Buffer | null,
  ): model.Need {
    const of = raw.map((inner, index) => this.need(about, inner, [...path, index]))
    return { kind, of, buffer, place: this.#source.place(path) }
  }

  #buffer(
    about: string,
    raw: { lasts: Wrapped<string>; survives: model.Buffer['survives'] } | undefined,
    path: Path,
  ): model.Buffer | null {
    if (raw === undefined) return null
    const lasts = this.#taker(about, path)('lasts', raw.lasts, 'buffer') ?? '0d'
    return { days: durationDays(lasts), survives: raw.survives }
  }

  buffer(raw: { lasts: Wrapped<string>; survives: model.Buffer['survives'] }): model.Buffer {
    const lasts = typeof raw.lasts === 'string' ? raw.lasts : raw.lasts.value
    return { days: durationDays(lasts), survives: raw.survives }
  }

  #contract(id: string, raw: RawService['contract'], path: Path): model.Contract {
    if (raw === undefined) return { noticeDays: 0, end: null }
    this.#standing(id, 'contract', raw, path)
    const take = this.#taker(id, path)
    const notice = take('notice', raw.notice)
    return {
      noticeDays: notice === undefined ? 0 : durationDays(notice),
      end: day(take('end', raw.end)),
    }
  }

  #owners(id: string, raw: RawParty, path: Path, kind: string): model.Owners {
    const ownerless = kind === 'person' || (raw.form ?? 'company') !== 'company'
    const owners = this.#taker(id, path)('owners', raw.owners)
    if (owners === undefined) {
      return { stakes: [], others: ownerless ? 'none' : 'unknown', stated: false }
    }
    let others: model.OtherOwners = ownerless ? 'none' : 'unknown'
    const stakes: model.Stake[] = []
    const inner = isWrapped(raw.owners) ? [...path, 'owners', 'value'] : [...path, 'owners']
    for (const [index, item] of list(owners).entries()) {
      if (typeof item === 'string') {
        others = item === 'complete' ? 'none' : item
        continue
      }
      const at = Array.isArray(owners) ? [...inner, index] : inner
      this.#standing(id, `owners.${item.party}`, item, at)
      const share = this.#taker(id, at)('share', item.share, `owners.${item.party}`)
      const place = this.#source.place(at)
      stakes.push({
        owner: item.party,
        share: readShare(share),
        source: item.source ?? null,
        place,
        asOf: day(item['as-of']),
      })
    }
    return { stakes, others, stated: true }
  }

  function(id: string, raw: Raw<'functions'>, path: Path): model.InstitutionFunction {
    this.#standing(id, 'function', raw, path)
    const tolerance = this.#taker(id, path)('tolerance', raw.tolerance) ?? '0d'
    return {
      id,
      name: raw.name,
      weight: raw.weight ?? 1,
      toleranceDays: durationDays(tolerance),
      needs: this.need(id, raw.needs, [...path, 'needs']),
      place: this.#source.keyPlace(path),
    }
  }

  assumption(id: string, raw: Raw<'assumptions'>, path: Path, own: boolean): model.Assumption {
    const interval: Interval = raw.interval ?? (raw.unexposed === true ? [0, 0] : [0, 1])
    return {
      id,
      class: raw.class,
      regime: raw.regime,
      case: raw.case ?? 'any',
      interval,
      unexposed: raw.unexposed ?? false,
      evidence: raw.evidence,
      source: raw.source ?? null,
      own,
      place: this.#source.keyPlace(path),
    }
  }

  licence(id: string, raw: Raw<'licences'>, path: Path): model.Licence {
    this.#standing(id, 'licence', raw, path)
    return {
      id,
      name: raw.name,
      regime: raw.regime,
      status: raw.status,
      ...terms(raw),
      source: raw.source ?? null,
      place: this.#source.keyPlace(path),
    }
  }

  scenario(id: string, raw: Raw<'scenarios'>, path: Path): model.Scenario {
    const decisions = raw.decisions.map((decision, index) =>
      this.#decision(id, decision, index, [...path, 'decisions', index]),
    )
    decisions.sort((a, b) => a.on - b.on)
    const weight = this.#taker(id, path)('weight', raw.weight)
    const strike = readStrike(raw.strike)
    return {
      id,
      file: this.#source.file,
      place: this.#source.keyPlace(path),
      name: raw.name,
      description: raw.description ?? null,
      decisions,
      ...(weight === undefined ? {} : { weight }),
      ...(strike === null ? {} : { strike }),
    }
  }

  #decision(
    scenario: string,
    raw: Raw<'scenarios'>['decisions'][number],
    index: number,
    path: Path,
  ): model.Decision {
    this.#standing(scenario, `decisions[${index + 1}]`, raw, path)
    const base = {
      on: day(raw.on) ?? 0,
      place: this.#source.place(path),
      source: raw.source ?? null,
    }
    if ('designate' in raw) {
      const windDownUntil = day(raw['wind-down-until'])
      const targets = list(raw.designate)
      return { ...base, kind: 'designate', targets, regime: raw.under, windDownUntil }
    }
    if ('lift' in raw) return { ...base, kind: 'lift', targets: list(raw.lift), regime: raw.under }
    if ('license' in raw) {
      return { ...base, kind: 'license', terms: terms(raw.license), regime: raw.under }
    }
    if ('annex' in raw) return { ...base, kind: 'annex', regime: raw.annex, counterLaw: raw.to }
    if ('withdraw' in raw) return { ...base, kind: 'withdraw', services: list(raw.withdraw) }
    return { ...base, kind: 'steps-aside', person: raw['steps-aside'], successor: raw.for }
  }

  measure(id: string, raw: Raw<'measures'>, path: Path): model.Measure {
    this.#standing(id, 'measure', raw, path)
    const take = this.#taker(id, path)
    const cost = this.#taker(id, [...path, 'cost'])
    const parties = Object.entries(raw.parties ?? {}).map(
      ([key, inner]) => [key, this.party(key, inner, [...path, 'parties', key])] as const,
    )
    const services = Object.entries(raw.services ?? {}).map(
      ([key, inner]) => [key, this.service(key, inner, [...path, 'services', key])] as const,
    )
    return {
      id,
      name: raw.name,
      kind: raw.kind,
      costOnce: moneyOrNull(cost('once', raw.cost?.once)),
      costYearly: moneyOrNull(cost('yearly', raw.cost?.yearly)),
      ...(raw.cost === undefined ? {} : { costPlace: this.#source.keyPlace([...path, 'cost']) }),
      durationDays: durationDays(take('duration', raw.duration) ?? '0d'),
      effort: new Map(Object.entries(raw.effort ?? {})),
      after: raw.after ?? [],
      excludes: raw.excludes ?? [],
      earliest: day(raw.earliest),
      deadline: day(raw.deadline),
      parties: new Map(parties),
      services: new Map(services),
      effects: (raw.effects ?? []).map((effect) => this.#effect(effect)),
      place: this.#source.keyPlace(path),
    }
  }

  plan(raw: PlanInput): model.PlanTerms {
    return readPlanTerms(raw, this.#source, (path) => this.#taker('plan', path))
  }

  #effect(raw: NonNullable<Raw<'measures'>['effects']>[number]): model.Effect {
    if ('replace' in raw) return { kind: 'replace', old: raw.replace, by: raw.with }
    if ('beside' in raw) return { kind: 'beside', old: raw.beside, add: raw.add }
    if ('licence' in raw) return { kind: 'licence', licence: raw.licence }
    return { kind: 'buffer', on: raw['buffer-on'], of: raw.of, buffer: this.buffer(raw.buffer) }
  }

  /** A reader of lines that may be wrapped; a wrapped line's standing is remembered. */
  #taker(about: string, path: Path) {
    return <T>(key: string, raw: Wrapped<T> | undefined, fact = key): T | undefined => {
      if (!isWrapped(raw)) return raw as T | undefined
      const value = (raw as { value: T }).value
      const at = [...path, key]
      this.#remember(about, fact, JSON.stringify(value), raw as unknown as RawStanding, at)
      return value
    }
  }

  #standing(about: string, fact: string, raw: RawStanding & object, path: Path): void {
    const name = 'name' in raw && typeof raw.name === 'string' ? raw.name : about
    this.#remember(about, fact, name, raw, path)
  }

  #remember(about: string, fact: string, value: string, raw: RawStanding, path: Path): void {
    const standing: model.Standing = {
      ...NO_STANDING,
      source: raw.source ?? null,
      assumed: raw.assumed ?? false,
      disputed: (raw.disputed ?? []).map(({ account, source }) => ({
        account,
        source: source ?? null,
      })),
      owner: raw.owner ?? null,
      reviewBy: day(raw['review-by']),
    }
    const plain = !standing.assumed && standing.disputed.length === 0 && standing.reviewBy === null
    if (plain) return
    const text = value.replace(/^"|"$/g, '')
    this.facts.push({ about, fact, value: text, standing, place: this.#source.keyPlace(path) })
  }
}

/** Each key once, the legal entity identifier first; a name alone is one that a file knows. */
function registerKeys(raw: RawParty): readonly string[] {
  const lei = raw.lei === undefined ? [] : [`lei:${raw.lei}`]
  const others = list(raw.registered).map((key) => (key.includes(':') ? key : `local:${key}`))
  return [...new Set([...lei, ...others])]
}

function isWrapped(raw: unknown): boolean {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw) && 'value' in raw
}

function listOrNull(value: string | readonly string[] | undefined): readonly string[] | null {
  return value === undefined ? null : list(value)
}

function moneyOrNull(text: string | undefined): Money | null {
  return text === undefined ? null : parseMoney(text)
}

function numbers(
  raw: Record<string, string | string[]> | undefined,
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(raw ?? {}).map(([key, value]) => [key, list(value)] as const))
}

/** "25-50" is more than 25 and at most 50; the band that starts at 0 includes it. */
function readShare(raw: number | string | undefined): model.Share {
  if (typeof raw === 'number') return { low: raw, high: raw, openLow: false, consolidated: false }
  if (raw === 'consolidated') return { low: 0, high: 100, openLow: false, consolidated: true }
  const [low, high] = (raw ?? '').split('-').map(Number)
  if (low === undefined || high === undefined || Number.isNaN(low) || Number.isNaN(high)) {
    return { low: 0, high: 100, openLow: false, consolidated: false }
  }
  return { low, high, openLow: low > 0 && low < high, consolidated: false }
}

function terms(raw: {
  for: string | string[]
  kinds?: model.LicenceTerms['kinds'] | undefined
  from?: string | undefined
  until?: string | undefined
  permits?: model.LicenceTerms['permits'] | undefined
}): model.LicenceTerms {
  return {
    for: list(raw.for),
    kinds: raw.kinds ?? null,
    from: day(raw.from),
    until: day(raw.until),
    permits: raw.permits ?? 'service',
  }
}

function undescribed(
  team: string,
  count: number,
  home: string,
  place: model.Team['place'],
): model.Member {
  return {
    id: `${team}/rest`,
    name: `${team}/rest`,
    count,
    nationality: null,
    residence: [home],
    employer: null,
    place,
  }
}
