/** The page on which the measurements of ownership stand. */
import {
  memoryText,
  middle,
  ownersTable,
  type Race,
  ratioOf,
  secondsText,
  spreadText,
  wholeSeconds,
} from './ownership_race.ts'
import type { Figures } from './ownership_rivals.ts'
import { middleOf, tableOf } from './table.ts'

/** A rule over a graph that the race does not ask for. */
export interface HardCase {
  readonly what: string
  readonly stakes: number
  readonly engine: string
  readonly runs: readonly Figures[] | string
  /** False when the answer is not Holdfast's. */
  readonly agrees: boolean
}

export interface ChainRow {
  readonly engine: string
  /** What is paid once, before the first question. */
  readonly before: string
  readonly millis: readonly number[]
  readonly agrees: boolean
}

export interface ChainPart {
  readonly stakes: number
  readonly asked: number
  readonly rows: readonly ChainRow[]
}

/** What was measured. */
export interface Parts {
  readonly runs: number
  readonly seed: number
  readonly machine: string
  readonly secondsMax: number
  readonly listedShare: number
  readonly imprecise: number
  readonly exact: readonly Race[]
  readonly ends: readonly Race[]
  readonly hard: readonly HardCase[]
  readonly chains: ChainPart | null
  readonly wrong: readonly string[]
}

const TARGET = { stakes: 10_000_000, seconds: 5 }

const percent = (share: number): string => `${Math.round(100 * share)} %`

function targetRows(parts: Parts): string[][] {
  const row = (what: string, seconds: number): string[] => {
    const met = seconds < TARGET.seconds ? 'met' : '**missed**'
    return [what, secondsText(seconds), `less than ${TARGET.seconds} s`, met]
  }
  const parted = (what: string, runs: readonly Figures[]): string[][] => [
    row(
      `${what}, the fixed point`,
      middle(runs, ({ seconds }) => seconds),
    ),
    row(`${what}, with the sorting of its stakes`, middle(runs, wholeSeconds)),
  ]
  const raced = (what: string, races: readonly Race[]): string[][] => {
    const runs = races.find(({ stakes }) => stakes === TARGET.stakes)?.entrants[0]?.runs
    return runs === undefined || typeof runs === 'string' ? [] : parted(what, runs)
  }
  return [
    ...raced('exact shares', parts.exact),
    ...raced('imprecise shares', parts.ends),
    ...parts.hard.flatMap(({ what, stakes, engine, runs }) => {
      const isAsked = engine === 'Holdfast' && stakes === TARGET.stakes
      return isAsked && typeof runs !== 'string' ? parted(what, runs) : []
    }),
  ]
}

function targetText(parts: Parts): string {
  const rows = targetRows(parts)
  if (rows.length === 0) return 'Ten million stakes were not asked for.'
  return `Ten million stakes, one core:

${tableOf(['question', 'found', 'wanted', ''], rows)}`
}

function hardTable(cases: readonly HardCase[]): string {
  const rows = cases.map(({ what, engine, runs, agrees }) => {
    if (typeof runs === 'string') return [what, engine, runs, '–', '–']
    const answer = spreadText(runs.map(wholeSeconds))
    return [what, engine, answer, memoryText(runs), agrees ? 'yes' : '**no**']
  })
  return tableOf(['question', 'engine', 'sorting and answer', 'peak', 'same answer'], rows)
}

function chainText(part: ChainPart | null): string {
  if (part === null) return 'Not asked.'
  const rows = part.rows.map(({ engine, before, millis, agrees }) => {
    const sorted = [...millis].sort((a, b) => a - b)
    const at = (share: number): string => {
      return `${sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(3)} ms`
    }
    const same = agrees ? 'yes' : '**no**'
    return [engine, before, `${middleOf(millis).toFixed(3)} ms`, at(0.99), at(1), same]
  })
  const heading = ['engine', 'before', 'median', 'of 100 the slowest', 'slowest', 'same answer']
  return `Everyone above a party, over ${part.stakes.toLocaleString('en')} exact stakes; ${part.asked.toLocaleString('en')} parties that somebody
owns, each asked for once, one after the other. *Registry* is a file of \`holdfast registry build\`
read in sections, the caller walks from owner to owner; *table* is what the fixed point runs over.
DuckDB holds the stakes in memory and has an index on the owned; its query is prepared once.

${tableOf(heading, rows)}`
}

function shortText(parts: Parts): string {
  const found: string[] = []
  for (const row of targetRows(parts)) {
    if (row[3] !== 'met') found.push(`- ${row[0]}: ${row[1]}, and ${row[2]} was wanted.`)
  }
  const races = [
    ['exact shares', parts.exact],
    ['imprecise shares', parts.ends],
  ] as const
  for (const [what, all] of races) {
    for (const { stakes, entrants } of all) {
      for (const rival of entrants.slice(1)) {
        const ratio = ratioOf(rival, entrants[0]!)
        if (ratio === null || ratio >= 1) continue
        const size = stakes.toLocaleString('en')
        const less = `takes ${ratio.toFixed(2)} of Holdfast’s time`
        found.push(`- ${what}, ${size} stakes: ${rival.name} ${less}.`)
      }
    }
  }
  const own = `- The graphs are invented. Their shapes are those of registers, the mixture of them is a guess.
- The loading of CSV is counted with no answer; Holdfast’s own is from columns of numbers.
- Memory of DuckDB and networkx is that of the whole Python process, with their answer in it.`
  return [...found, own].join('\n')
}

export function explained(parts: Parts): string {
  const verdict =
    parts.wrong.length === 0
      ? 'Every answer for every party was compared with Holdfast’s: none differs.'
      : `**Answers that differ or are missing:** ${parts.wrong.join('; ')}.`
  const listed = percent(parts.listedShare)
  return `# Ownership: the 50 percent rule over millions of stakes

Median of ${parts.runs} runs, in brackets the fastest and the slowest, each in a process of its own;
the engines take turns. Machine: ${parts.machine}. Seed ${parts.seed}. A run is ended after
${parts.secondsMax} s, and its engine is not asked again.
${verdict}

${targetText(parts)}

The graphs are those of \`bench/src/ownership_graphs.ts\`: of the stakes 30 % stars, 25 % pyramids,
20 % listed companies with many small holders, 10 % chains of up to a hundred, 10 % joint ventures,
5 % rings that hold each other. Listed are ${listed} of the parties that nobody owns. Parties and
stakes come in random order.

The question is OFAC’s 50 percent rule for every party at once. DuckDB is asked in two ways: in *one
query*, a recursive table expression \`USING KEY\` that keeps one row for an asset, and in *rounds*,
statements that add the stakes of what the last round reached. networkx has no such rule: its
program is the plain list of members still to be looked at. Programs: \`bench/rivals\`.
*Answer* is the question alone, *loading* is what brought the stakes into memory before. A ratio of
DuckDB is to Holdfast’s sorting and fixed point: it makes its own order for each question. That of
networkx is to the fixed point: its graph, which loading made, is such an order. Under 1 the rival is
faster.

## Exact shares

Holdfast answers for both ends here too, the rivals for one: there is only one.

${ownersTable(parts.exact)}

## Imprecise shares

The same graphs; of the stakes ${percent(parts.imprecise)} are known as a band of 25 percent, or not at all. The
answer is yes, no or unknown: two questions for the rivals, what is certain and what is possible,
where strangers’ shares bound what members may hold.

${ownersTable(parts.ends)}

## Hardest

*All*: every party that nobody owns is listed, so that the rule reaches nearly everyone and every
stake is added up.

${parts.hard.length === 0 ? 'Not asked.' : hardTable(parts.hard)}

## One party

${chainText(parts.chains)}

## What falls short

${shortText(parts)}
`
}
