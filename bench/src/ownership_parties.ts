/** What questions about one party cost, as the page of ownership tells it. */
import { countText, memoryText, middle, secondsText, spreadText } from './ownership_race.ts'
import type { Figures } from './ownership_rivals.ts'
import { middleOf, tableOf } from './table.ts'

export interface ChainRow {
  readonly engine: string
  /** What is paid once, before the first question; or why there is no answer. */
  readonly before: string
  /** Of each question; none when the engine was late. */
  readonly millis: readonly number[]
  readonly agrees: boolean
}

export interface ChainPart {
  readonly stakes: number
  readonly asked: number
  /** Parties above those asked for. */
  readonly above: { readonly median: number; readonly most: number }
  readonly rows: readonly ChainRow[]
}

/** A registry of the size of GLEIF's. */
export interface RegistryPart {
  readonly entities: number
  readonly relations: number
  readonly fileBytes: number
  readonly compiled: readonly Figures[]
  readonly asked: readonly Figures[]
}

/** The slowest of a hundred questions, in milliseconds. */
function slowOf(millis: readonly number[]): number {
  const sorted = [...millis].sort((a, b) => a - b)
  return sorted[Math.ceil(0.99 * sorted.length) - 1]!
}

export function chainText(part: ChainPart | null): string {
  if (part === null) return 'Not asked.'
  const rows = part.rows.map(({ engine, before, millis, agrees }) => {
    if (millis.length === 0) return [engine, before, '–', '–', '–', '–']
    const told = [middleOf(millis), slowOf(millis), Math.max(...millis)]
    const same = agrees ? 'yes' : '**no**'
    return [engine, before, ...told.map((one) => `${one.toFixed(3)} ms`), same]
  })
  const heading = ['engine', 'before', 'median', 'of 100 the slowest', 'slowest', 'same answer']
  const { median, most } = part.above
  return `Everyone above a party, over ${countText(part.stakes)} exact stakes;
${countText(part.asked)} parties that somebody owns, each asked for once, one after the other. Above
the median party are ${countText(median)} others, at most ${countText(most)}.
*Registry* is a file of \`holdfast registry build\` read in sections, the caller walks from owner
to owner; *table* is what the fixed point runs over.
DuckDB holds the stakes in memory and has an index on the owned; its query is prepared once.

${tableOf(heading, rows)}`
}

const TARGETS = { compileSeconds: 60, peakBytes: 1024 ** 3, openSeconds: 1, millis: 1 }

export function registryText(part: RegistryPart | null): string {
  if (part === null) return 'Not asked.'
  const { compiled, asked } = part
  const row = (what: string, found: string, wanted: string, isMet: boolean): string[] => {
    return [what, found, wanted, isMet ? 'met' : '**missed**']
  }
  const times = (runs: readonly Figures[]): string => spreadText(runs.map(({ seconds }) => seconds))
  const compile = middle(compiled, ({ seconds }) => seconds)
  const peak = middle(compiled, ({ peakBytes }) => peakBytes ?? 0)
  const open = middle(asked, ({ seconds }) => seconds)
  const one = middle(asked, ({ millis }) => middleOf(millis!))
  const slow = middle(asked, ({ millis }) => slowOf(millis!))
  const rows = [
    row('compiling', times(compiled), 'less than 60 s', compile < TARGETS.compileSeconds),
    row('memory of compiling', memoryText(compiled), 'less than 1 GB', peak < TARGETS.peakBytes),
    row('opening', times(asked), 'less than 1 s', open < TARGETS.openSeconds),
    row('one entity, median', secondsText(one / 1000), 'less than 1 ms', one < TARGETS.millis),
    ['one entity, of 100 the slowest', secondsText(slow / 1000), '', ''],
    ['memory of opening and asking', memoryText(asked), '', ''],
    ['the compiled file', `${Math.round(part.fileBytes / 1024 ** 2)} MB`, '', ''],
  ]
  const [entities, relations] = [countText(part.entities), countText(part.relations)]
  return `Invented files in the shape of GLEIF’s golden copies (CSV, level 1 and 2): ${entities}
entities, ${relations} relations. *One entity* is found by its LEI, and everyone above it read with
all that is said of them; ${countText(asked[0]!.millis!.length)} entities, each asked for once.

${tableOf(['registry', 'found', 'wanted', ''], rows)}`
}
