/** The page on which the measurements of ownership stand. */
import { type ChainPart, chainText, type RegistryPart, registryText } from './ownership_parties.ts'
import {
  countText,
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
import { tableOf } from './table.ts'

/** A question that only few engines are asked. */
export interface HardCase {
  readonly what: string
  readonly stakes: number
  readonly engine: string
  readonly runs: readonly Figures[] | string
  /** Whether the answer is Holdfast's; null where nobody else is asked. */
  readonly agrees: boolean | null
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
  readonly registry: RegistryPart | null
  readonly wrong: readonly string[]
}

const TARGET = { stakes: 10_000_000, seconds: 5 }

const percent = (share: number): string => `${Math.round(100 * share)} %`

function targetRows(parts: Parts): string[][] {
  const row = (what: string, seconds: number): string[] => {
    const met = seconds < TARGET.seconds ? 'met' : '**missed**'
    return [what, secondsText(seconds), `less than ${TARGET.seconds} s`, met]
  }
  const parted = (what: string, runs: readonly Figures[] | string | undefined): string[][] => {
    if (runs === undefined || typeof runs === 'string') return []
    return [
      row(
        `${what}: fixed point`,
        middle(runs, ({ seconds }) => seconds),
      ),
      row(`${what}: sorting and fixed point`, middle(runs, wholeSeconds)),
    ]
  }
  const ours = (races: readonly Race[]): readonly Figures[] | string | undefined => {
    return races.find(({ stakes }) => stakes === TARGET.stakes)?.entrants[0]?.runs
  }
  return [
    ...parted('OFAC, exact shares', ours(parts.exact)),
    ...parted('OFAC, imprecise shares', ours(parts.ends)),
    ...parts.hard.flatMap(({ what, stakes, engine, runs }) => {
      return engine === 'Holdfast' && stakes === TARGET.stakes ? parted(what, runs) : []
    }),
  ]
}

function targetText(parts: Parts): string {
  const rows = targetRows(parts)
  if (rows.length === 0) return 'Ten million stakes were not asked for.'
  return `Ten million stakes, one core:

${tableOf(['question', 'found', 'wanted', ''], rows)}`
}

function graphText(listedShare: number): string {
  return `The graphs are those of \`bench/src/ownership_graphs.ts\`: of the stakes 30 % stars, 25 %
pyramids, 20 % companies with many small holders, 10 % chains of up to a hundred, 10 % joint
ventures, 5 % rings that hold each other. Listed are ${percent(listedShare)} of the parties that
nobody owns. Parties and stakes come in random order.

The question is OFAC’s 50 percent rule for every party at once. DuckDB is asked in two ways: in *one
query*, a recursive table expression \`USING KEY\` that keeps one row for an asset, and in *rounds*,
statements that add the stakes of what the last round reached. networkx has no such rule: its
program is the plain list of members still to be looked at. Programs: \`bench/rivals\`.

*Answer* is the question alone, *loading* is what brought the stakes into memory before: columns of
numbers for Holdfast, CSV for the rivals. A ratio of DuckDB is to Holdfast’s sorting and fixed
point, since it makes its own order for each question. That of networkx is to the fixed point alone:
the graph that its loading made is such an order. Below 1 the rival is faster.`
}

function hardText(cases: readonly HardCase[]): string {
  if (cases.length === 0) return 'Not asked.'
  const rows = cases.map(({ what, engine, runs, agrees }) => {
    if (typeof runs === 'string') return [what, engine, runs, '–', '–', '–']
    const told = [({ seconds }: Figures) => seconds, wholeSeconds].map((of) => {
      return spreadText(runs.map(of))
    })
    const same = agrees === null ? '' : agrees ? 'yes' : '**no**'
    return [what, engine, ...told, memoryText(runs), same]
  })
  const heading = ['question', 'engine', 'answer', 'with sorting', 'peak', 'same answer']
  return `${countText(cases[0]!.stakes)} stakes. *All listed*: every party that nobody owns is, so
that the rule reaches nearly everyone and nearly every stake is added up. *EO 14203*: the parties
listed elsewhere are organised in the United States; each has a group of its own, and whoever has
owners that nobody declared may belong to one.

${tableOf(heading, rows)}`
}

/** Rivals that are faster, by races. */
function slowerThan(what: string, races: readonly Race[]): string[] {
  return races.flatMap(({ stakes, entrants }) => {
    return entrants.slice(1).flatMap((rival) => {
      const ratio = ratioOf(rival, entrants[0]!)
      if (ratio === null || ratio >= 1) return []
      const less = `takes ${ratio.toFixed(2)} of Holdfast’s time`
      return [`- ${what}, ${countText(stakes)} stakes: ${rival.name} ${less}.`]
    })
  })
}

function shortText(parts: Parts): string {
  const missed = targetRows(parts).filter((row) => row[3] !== 'met')
  const found = [
    ...missed.map((row) => `- ${row[0]}: ${row[1]}, and ${row[2]} was wanted.`),
    ...slowerThan('Exact shares', parts.exact),
    ...slowerThan('Imprecise shares', parts.ends),
  ]
  const always = `- The graphs are invented; their mixture of shapes is a guess.
- Small sizes are the first seconds of a process: Holdfast’s code is not compiled yet.
- Memory of DuckDB and networkx is that of the whole Python process, with their answer in it.`
  return [...found, always].join('\n')
}

export function explained(parts: Parts): string {
  const verdict =
    parts.wrong.length === 0
      ? 'Every answer for every party was compared with Holdfast’s: none differs.'
      : `**Answers that differ or are missing:** ${parts.wrong.join('; ')}.`
  const races = (all: readonly Race[]): string => {
    return all.length === 0 ? 'Not asked.' : ownersTable(all)
  }
  return `# Ownership: the 50 percent rule over millions of stakes

Median of ${parts.runs} runs, in brackets the fastest and the slowest, each in a process of its own;
the engines take turns. Machine: ${parts.machine}. Seed ${parts.seed}.
A run is ended after ${parts.secondsMax} s, and its engine is not asked again.
${verdict}

${targetText(parts)}

${graphText(parts.listedShare)}

## Exact shares

${races(parts.exact)}

## Imprecise shares

The same graphs; ${percent(parts.imprecise)} of the stakes are known as a band of 25 percent, or
not at all. The answer is yes, no or unknown: two questions for the rivals, what is certain and
what is possible, where strangers’ shares bound what members may hold.

${races(parts.ends)}

## Hardest

${hardText(parts.hard)}

## One party

${chainText(parts.chains)}

## A registry of the size of GLEIF’s

${registryText(parts.registry)}

## What falls short

${shortText(parts)}
`
}
