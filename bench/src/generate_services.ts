/** Invented services in layers, teams, and the functions that stand on them. */
import type { Chance } from './chance.ts'
import type { Parties, Yaml } from './generate_parties.ts'

/** The services of each department by layer; a service needs only layers below its own. */
export interface Services {
  readonly written: Yaml
  readonly departments: readonly (readonly string[])[]
}

/** An institution ten times the size has ten departments, not functions that need everything. */
export const SERVICES_OF_DEPARTMENT = 137

/** Shares of the layers, lowest first, as in the example. */
const LAYERS = [0.58, 0.26, 0.13, 0.03]

/** So many of the first department's services carry the others too: network, sign-in, accounts. */
const SHARED = 12

const KINDS = [
  ...['hosting', 'platform', 'software', 'e-mail', 'e-mail', 'account', 'account', 'payment'],
  ...['evidence', 'telephone', 'premises', 'insurance', 'transport', 'courier', 'identity'],
  ...['security', 'internet', 'satellite', 'video-conference', 'card', 'other', 'updates'],
]

interface Draft {
  readonly id: string
  readonly kind: string
  readonly layer: number
  readonly needs: string[]
}

export function generateServices(
  count: number,
  institution: string,
  parties: Parties,
  chance: Chance,
): Services {
  const departments = Math.max(1, Math.round(count / SERVICES_OF_DEPARTMENT))
  const drafts: Draft[][] = []
  for (let index = 0; index < departments; index += 1) {
    const from = Math.round((index * count) / departments)
    const to = Math.round(((index + 1) * count) / departments)
    drafts.push(draftDepartment(from, to, drafts[0]?.slice(0, SHARED) ?? [], chance))
  }
  const neededBy = new Map<string, string>()
  for (const { id, needs } of drafts.flat()) for (const need of needs) neededBy.set(need, id)
  const written: Yaml = {}
  for (const draft of drafts.flat()) {
    const above = neededBy.get(draft.id) ?? null
    written[draft.id] = serviceOf(draft, above, institution, parties, chance)
  }
  return { written, departments: drafts.map((department) => department.map(({ id }) => id)) }
}

function draftDepartment(
  from: number,
  to: number,
  shared: readonly Draft[],
  chance: Chance,
): Draft[] {
  const drafts: Draft[] = []
  const size = to - from
  for (let index = 0; index < size; index += 1) {
    const layer = layerOf(index / size)
    const kind = chance.pick(KINDS)
    const below = drafts.filter((draft) => draft.layer < layer)
    const needs = layer === 0 ? [] : needsOf(below, shared, chance)
    drafts.push({ id: `${kind}-${from + index + 1}`, kind, layer, needs })
  }
  return drafts
}

function layerOf(place: number): number {
  let top = 0
  for (const [layer, share] of LAYERS.entries()) {
    top += share
    if (place < top) return layer
  }
  return LAYERS.length - 1
}

function needsOf(below: readonly Draft[], shared: readonly Draft[], chance: Chance): string[] {
  const own = chance.some(below, chance.between(1, 3)).map(({ id }) => id)
  const common = chance.happens(0.3) ? chance.some(shared, 1).map(({ id }) => id) : []
  return [...new Set([...own, ...common])]
}

function serviceOf(
  draft: Draft,
  above: string | null,
  institution: string,
  parties: Parties,
  chance: Chance,
): Yaml {
  const inHouse = draft.needs.length > 0 && chance.happens(0.3)
  const provider = inHouse ? institution : chance.pick(parties.providers)
  const beneficiary = beneficiaryOf(above, institution, parties, chance)
  const shares = draft.kind === 'e-mail' && beneficiary !== institution
  const notice = chance.happens(0.1) ? { contract: { notice: chance.pick(['30d', '90d']) } } : {}
  return {
    name: `Invented ${draft.id}`,
    kind: draft.kind,
    provider,
    beneficiary,
    ...(draft.needs.length === 0 ? {} : { needs: needOf(draft.needs, chance) }),
    ...(shares && !inHouse ? { cause: `mail-of-${provider}` } : {}),
    ...notice,
  }
}

function beneficiaryOf(
  above: string | null,
  institution: string,
  parties: Parties,
  chance: Chance,
): string {
  if (chance.happens(0.2)) return chance.pick(parties.officials)
  return above !== null && chance.happens(0.12) ? above : institution
}

/** All of them, or any where a second source stands beside the first. */
function needOf(ids: readonly string[], chance: Chance): unknown {
  const buffer = { lasts: `${chance.between(1, 12) * 15}d`, survives: 'refusal' }
  if (ids.length === 1) return chance.happens(0.15) ? { need: ids[0], buffer } : ids[0]
  return chance.happens(0.25) ? { any: ids } : [...ids]
}

const NATIONS = ['NL', 'DE', 'FR', 'BE', 'ES', 'KE', 'KR', 'MX', 'CH', 'IN']

/** A team of groups, some US nationals, and now and then members nobody described. */
export function generateTeam(name: string, director: string, chance: Chance): Yaml {
  const nations = chance.some(NATIONS, chance.between(2, 6))
  const members = nations.map((nationality) => ({
    group: `Nationals of ${nationality}`,
    count: chance.between(2, 7),
    nationality,
  }))
  if (chance.happens(0.6)) {
    members.push({ group: 'United States', count: chance.between(1, 4), nationality: 'US' })
  }
  const described = members.reduce((sum, member) => sum + member.count, 0)
  const size = described + (chance.happens(0.25) ? chance.between(1, 4) : 0)
  return {
    name,
    'directed-by': director,
    size,
    minimum: Math.ceil(size * (chance.between(60, 88) / 100)),
    class: 'staff',
    members,
  }
}

/** A function on a team and on services of one department, with second sources and stocks. */
export function generateFunction(
  name: string,
  teams: readonly string[],
  department: readonly string[],
  chance: Chance,
): Yaml {
  const upper = department.slice(Math.floor(department.length * 0.3))
  const drawn = chance.some(upper, chance.between(4, 14))
  const needs: unknown[] = [chance.pick(teams)]
  while (drawn.length > 0) needs.push(partOf(drawn, chance))
  return {
    name,
    weight: chance.between(3, 10),
    tolerance: chance.pick(['24h', '3d', '7d', '14d', '30d']),
    needs,
  }
}

/** Takes one to three of what is drawn and joins them. */
function partOf(drawn: string[], chance: Chance): unknown {
  const [first, ...others] = drawn.splice(0, chance.pick([1, 2, 2, 3]))
  if (others.length === 2 && chance.happens(0.4)) return { 'at-least': 2, of: [first, ...others] }
  if (others.length > 0) return { any: [first, ...others] }
  const survives = chance.pick(['refusal', 'refusal', 'payment-failure'])
  const buffer = { lasts: `${chance.between(2, 8) * 7}d`, survives }
  return chance.happens(0.3) ? { need: first, buffer } : first
}
