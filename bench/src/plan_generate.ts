/**
 * Writes an invented dossier with measures to choose among: the same seed gives the same text.
 *
 * The budget is a third of what all measures would cost, and teams can work on a few at a time, so
 * that a plan has to choose and to put in order; measures wait for each other, exclude each other,
 * and some buy nothing.
 */
import { stringify } from 'yaml'
import { type Chance, chanceOf } from './chance.ts'
import type { GeneratedFile } from './generate.ts'
import { measuresOf, type PlannedMeasure } from './plan_generate_measures.ts'
import { HOUSE, type House, houseOf, REGIME, type Yaml } from './plan_house.ts'

export interface PlanSize {
  readonly services: number
  readonly functions: number
  readonly measures: number
  readonly scenarios: number
  readonly teams: number
  /** Of thirty days each. */
  readonly periods: number
}

const DAYS_OF_PERIOD = 30
const DAYS_OF_YEAR = 365
/** The share of all costs that may be spent. */
const MONEY = 1 / 3
/** The share of the horizon that teams would need for everything, one after the other. */
const WORK = 0.6

/** The files of a dossier of a given size. */
export function generatePlanDossier(size: PlanSize, seed: number): GeneratedFile[] {
  const chance = chanceOf(seed)
  const teams = Array.from({ length: size.teams }, (_, index) => `team-${index + 1}`)
  const house = houseOf({ ...size, teams }, chance)
  const measures = measuresOf(size.measures, house, teams, chance)
  return [
    written('house.yaml', { institution: institution(), parties: house.parties }),
    written('functions.yaml', { functions: house.functions }),
    written('services.yaml', { services: house.services }),
    written('teams.yaml', { teams: teamsOf(teams, measures, size.periods, chance) }),
    written('licences.yaml', { licences: licences() }),
    written('scenarios.yaml', { scenarios: scenariosOf(size.scenarios, house, chance) }),
    written('measures.yaml', {
      measures: Object.fromEntries(measures.map(({ id, written: text }) => [id, text])),
      plan: {
        budget: `${Math.round(MONEY * wholeCost(measures, size.periods))} kEUR`,
        horizon: `${size.periods * DAYS_OF_PERIOD}d`,
        period: `${DAYS_OF_PERIOD}d`,
      },
    }),
  ]
}

function written(name: string, content: Yaml): GeneratedFile {
  return { name, text: `# Invented, written by bench/src/plan_generate.ts.\n${stringify(content)}` }
}

function institution(): Yaml {
  return {
    id: HOUSE,
    name: 'An invented house',
    seat: 'NL',
    form: 'international-organisation',
    'as-of': '2026-11-01',
    horizon: '365d',
    regimes: [REGIME, 'eu-blocking-statute'],
  }
}

/** In thousands of euro: all measures at once, each kept for half of the horizon. */
function wholeCost(measures: readonly PlannedMeasure[], periods: number): number {
  const years = (periods * DAYS_OF_PERIOD) / DAYS_OF_YEAR / 2
  return measures.reduce((sum, { once, yearly }) => sum + once + yearly * years, 0)
}

function teamsOf(
  teams: readonly string[],
  measures: readonly PlannedMeasure[],
  periods: number,
  chance: Chance,
): Yaml {
  return Object.fromEntries(
    teams.map((id) => {
      const work = measures.reduce((sum, { effort }) => sum + (effort[id] ?? 0), 0)
      const members = [
        { group: 'European', count: chance.between(6, 20), nationality: 'NL' },
        { group: 'United States', count: chance.between(1, 3), nationality: 'US' },
      ]
      const capacity = Math.ceil(work / (WORK * periods))
      return [id, { name: `Invented ${id}`, class: 'staff', minimum: 4, members, capacity }]
    }),
  )
}

function licences(): Yaml {
  const about = { regime: REGIME, status: 'applied', for: HOUSE }
  return {
    'licence-cards': { name: 'Licence for cards', ...about, kinds: ['card'] },
    'licence-domain': { name: 'Licence for domains', ...about, kinds: ['domain'] },
  }
}

/** The house, its officials, with a counter-law before or not, and single companies that leave. */
function scenariosOf(count: number, house: House, chance: Chance): Yaml {
  const designate = (on: string, who: string | readonly string[]): Yaml => {
    return { on, designate: who, under: REGIME }
  }
  const annex = { on: '2026-11-20', annex: REGIME, to: 'eu-blocking-statute' }
  const listed = (): Yaml[] => [designate('2026-12-01', HOUSE)]
  const winding = (): Yaml[] => [
    { ...designate('2026-12-01', HOUSE), 'wind-down-until': '2027-01-15' },
  ]
  const countered = (): Yaml[] => [annex, designate('2026-12-01', HOUSE)]
  const officials = (): Yaml[] => {
    const some = chance.some(house.officials, 8)
    return [designate('2026-12-01', some[0]!), designate('2027-02-01', some.slice(1))]
  }
  const officialsFirst = (): Yaml[] => [
    designate('2026-12-01', chance.some(house.officials, 4)),
    designate('2027-03-01', HOUSE),
  ]
  const companyLeaves = (): Yaml[] => {
    const of = (reach: string): string[] =>
      house.targets.flatMap((target) => (target.reach === reach ? [target.id] : []))
    const some = [chance.pick(of('house')), ...chance.some(of('department'), 5)]
    return [{ on: '2026-12-01', withdraw: some }]
  }
  const kinds = [listed, officials, winding, companyLeaves, countered, officialsFirst]
  const made = Array.from({ length: count }, (_, index) => {
    const id = `case-${index + 1}`
    const decisions = kinds[index % kinds.length]!()
    return [id, { name: `Invented ${id}`, weight: chance.between(1, 5), decisions }] as const
  })
  return Object.fromEntries(made)
}
