/** Writes an invented dossier of any size; the same seed gives the same text. */
import { stringify } from 'yaml'
import { type Chance, chanceOf } from './chance.ts'
import { generateParties, type Parties, type Yaml } from './generate_parties.ts'
import {
  generateFunction,
  generateServices,
  generateTeam,
  type Services,
} from './generate_services.ts'

export interface Size {
  readonly functions: number
  readonly services: number
  readonly parties: number
  readonly teams: number
  readonly scenarios: number
  readonly measures: number
}

export interface GeneratedFile {
  readonly name: string
  readonly text: string
}

/** The counts of `examples/tribunal`, `times` over. */
export function sizeOf(times: number): Size {
  const count = (one: number): number => Math.max(1, Math.round(one * times))
  return {
    functions: count(14),
    services: count(137),
    parties: count(126),
    teams: count(9),
    scenarios: count(5),
    measures: count(36),
  }
}

const INSTITUTION = 'institution'
const REGIME = 'us-icc-eo-14203'

/** The files of a dossier of a given size. */
export function generateDossier(size: Size, seed: number): GeneratedFile[] {
  const chance = chanceOf(seed)
  const parties = generateParties(size.parties, INSTITUTION, chance)
  const services = generateServices(size.services, INSTITUTION, parties, chance)
  const teams = numbered('team', size.teams, (name) =>
    generateTeam(name, chance.happens(0.3) ? chance.pick(parties.officials) : INSTITUTION, chance),
  )
  const functions = numbered('function', size.functions, (name, index) =>
    generateFunction(name, Object.keys(teams), departmentOf(services, index), chance),
  )
  const measures = numbered('measure', size.measures, (name, index) =>
    measureOf(name, index, parties, services, chance),
  )
  const scenarios = scenariosOf(size.scenarios, parties, chance)
  return [
    written('institution.yaml', { institution: institutionOf() }),
    written('functions.yaml', { functions }),
    written('measures.yaml', { measures }),
    written('parties.yaml', { parties: parties.written }),
    written('scenarios.yaml', { scenarios }),
    written('services.yaml', { services: services.written }),
    written('teams.yaml', { teams }),
  ]
}

function written(name: string, content: Yaml): GeneratedFile {
  return { name, text: `# Invented, written by bench/src/generate.ts.\n${stringify(content)}` }
}

function institutionOf(): Yaml {
  return {
    id: INSTITUTION,
    name: 'An invented institution',
    seat: 'NL',
    form: 'international-organisation',
    'as-of': '2026-11-01',
    horizon: '365d',
    regimes: [REGIME, 'eu-blocking-statute'],
  }
}

function numbered(
  kind: string,
  count: number,
  make: (name: string, index: number) => Yaml,
): Record<string, Yaml> {
  const entries = Array.from({ length: count }, (_, index) => {
    const id = `${kind}-${index + 1}`
    return [id, make(`Invented ${id}`, index)] as const
  })
  return Object.fromEntries(entries)
}

function departmentOf(services: Services, index: number): readonly string[] {
  return services.departments[index % services.departments.length]!
}

/** A second source beside a service, from a European provider. */
function measureOf(
  name: string,
  index: number,
  parties: Parties,
  services: Services,
  chance: Chance,
): Yaml {
  const beside = chance.pick(Object.keys(services.written))
  const { kind } = services.written[beside] as { readonly kind: string }
  const add = `second-${index + 1}`
  const provider = chance.pick(parties.providers)
  return {
    name,
    kind: 'second-source',
    cost: { once: { value: `${chance.between(2, 300)} kEUR`, assumed: true } },
    duration: `${chance.between(1, 12) * 15}d`,
    services: { [add]: { name: `Invented ${add}`, kind, provider, beneficiary: INSTITUTION } },
    effects: [{ beside, add }],
  }
}

/** The scenarios of the example in turn: tranches, the institution, with a counter-law, a step. */
function scenariosOf(count: number, parties: Parties, chance: Chance): Yaml {
  const kinds = [tranches, institutionListed, countered, stepsAside]
  const scenarios: Yaml = { today: { name: 'The world as it is', decisions: [] } }
  for (let index = 1; index < count; index += 1) {
    const kind = kinds[(index - 1) % kinds.length]!
    const id = `scenario-${index}`
    scenarios[id] = { name: `Invented ${id}`, decisions: kind(parties, chance) }
  }
  return scenarios
}

function designate(on: string, who: string | readonly string[]): Yaml {
  return { on, designate: who, under: REGIME }
}

function dayOf(month: number, chance: Chance): string {
  return `2026-${month}-${chance.between(10, 28)}`
}

function tranches(parties: Parties, chance: Chance): Yaml[] {
  const some = chance.some(parties.officials, 8)
  const first = { ...designate(dayOf(11, chance), some.slice(0, 1)) }
  const others = { ...designate(dayOf(12, chance), some), 'wind-down-until': '2027-01-15' }
  return [first, others]
}

function institutionListed(_: Parties, chance: Chance): Yaml[] {
  return [designate(dayOf(12, chance), INSTITUTION)]
}

function countered(_: Parties, chance: Chance): Yaml[] {
  const annex = { on: dayOf(11, chance), annex: REGIME, to: 'eu-blocking-statute' }
  return [annex, designate(dayOf(12, chance), INSTITUTION)]
}

function stepsAside(parties: Parties, chance: Chance): Yaml[] {
  const [leaves, follows] = chance.some(parties.officials, 2)
  const step = { on: dayOf(11, chance), 'steps-aside': leaves, for: follows }
  return [step, designate(dayOf(12, chance), leaves!)]
}
