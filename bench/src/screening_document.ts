/** The page on which the measurements of screening stand. */
import type { Pair } from './screening_data.ts'
import {
  bestQuality,
  groupTable,
  qualityAt,
  qualityTable,
  type Scored,
  thresholdTable,
} from './screening_quality.ts'
import { betterText, type RecallRow, recallTable } from './screening_recall.ts'
import { PEOPLE, type SpeedMeasured } from './screening_speed_task.ts'
import { middleOf, tableOf } from './table.ts'

export interface PairsPart {
  readonly file: string
  readonly pairs: readonly Pair[]
  readonly ours: Scored
  readonly all: readonly Scored[]
}

export interface SpeedPart {
  /** Runs over the lists as they are. */
  readonly once: readonly SpeedMeasured[]
  /** Over ten times their names. */
  readonly tenfold: readonly SpeedMeasured[]
  /** Jaro-Winkler over every name. */
  readonly scan: SpeedMeasured
  readonly rivals: readonly RivalSpeed[]
}

export interface RivalSpeed {
  readonly engine: string
  /** What it is given to score for a query. */
  readonly scored: string
  readonly millis: readonly number[]
  /** The share of the queries with a match at its own threshold; null where it did not say. */
  readonly alarms: number | null
}

/** What was measured; null where it was not asked for. */
export interface Parts {
  readonly runs: number
  readonly seed: number
  readonly machine: string
  readonly pairs: PairsPart | null
  readonly recall: readonly RecallRow[] | null
  readonly speed: SpeedPart | null
}

const MEGABYTE = 1024 ** 2

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

/** The median with the least and the most. */
function spread(values: readonly number[], digits: number): string {
  const text = (value: number): string => value.toFixed(digits)
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return `${text(middleOf(values))} (${text(low)}–${text(high)})`
}

interface Target {
  readonly name: string
  readonly found: number
  readonly wanted: number
  readonly isMost: boolean
  readonly unit: string
  readonly digits: number
}

function targetTable(targets: readonly Target[]): string {
  const rows = targets.map(({ name, found, wanted, isMost, unit, digits }) => {
    const isMet = isMost ? found <= wanted : found >= wanted
    const limit = `${isMost ? 'at most' : 'at least'} ${wanted}${unit}`
    return [name, `${found.toFixed(digits)}${unit}`, limit, isMet ? 'met' : '**missed**']
  })
  return tableOf(['target', 'found', 'wanted', ''], rows)
}

const CUSTOMERS = 'customers'

function speedTargets({ once, tenfold }: SpeedPart): Target[] {
  const of = (runs: readonly SpeedMeasured[], pick: (run: SpeedMeasured) => number): number =>
    middleOf(runs.map(pick))
  const all = (run: SpeedMeasured): number => {
    const figures = Object.values(run.latency).map(({ perSecond }) => 1 / perSecond)
    return figures.reduce((sum, one) => sum + one, 0) / figures.length
  }
  const names = once[0]!.names.toLocaleString('en')
  const most = { isMost: true, digits: 2 }
  return [
    {
      ...most,
      name: `index of ${names} names`,
      found: of(once, (run) => run.buildSeconds),
      wanted: 2,
      unit: ' s',
    },
    {
      ...most,
      name: 'whole process, lists and index',
      found: of(once, (run) => run.peakBytes / MEGABYTE),
      wanted: 300,
      unit: ' MB',
      digits: 0,
    },
    {
      ...most,
      name: 'median query, customers',
      found: of(once, (run) => run.latency[CUSTOMERS]!.median),
      wanted: 1,
      unit: ' ms',
    },
    {
      name: 'batch of customers, names a second',
      found: of(once, (run) => run.latency[CUSTOMERS]!.perSecond),
      wanted: 2000,
      isMost: false,
      unit: '',
      digits: 0,
    },
    {
      name: `batch of ${PEOPLE}`,
      found: of(once, (run) => run.latency[PEOPLE]!.perSecond),
      wanted: 2000,
      isMost: false,
      unit: '',
      digits: 0,
    },
    {
      ...most,
      name: 'mean query at ten times the names by that at once',
      found: of(tenfold, all) / of(once, all),
      wanted: 4,
      unit: '',
    },
  ]
}

function pairTargets({ ours, pairs }: PairsPart): Target[] {
  const { f1 } = qualityAt(ours.ownThreshold!, ours.scores, pairs)
  const name = 'F1 on the pairs at the own threshold'
  return [{ name, found: f1, wanted: 0.87, isMost: false, unit: '', digits: 3 }]
}

function sizeTable({ once, tenfold }: SpeedPart): string {
  const rows = [once, tenfold].map((runs) => {
    const figures = (pick: (run: SpeedMeasured) => number, digits: number): string =>
      spread(runs.map(pick), digits)
    const { entries, names } = runs[0]!
    return [
      `${entries.toLocaleString('en')} entries, ${names.toLocaleString('en')} names`,
      figures((run) => run.buildSeconds, 2),
      figures((run) => run.buildCpuSeconds, 2),
      figures((run) => run.listBytes / MEGABYTE, 0),
      figures((run) => run.indexBytes / MEGABYTE, 0),
      figures((run) => run.residentBytes / MEGABYTE, 0),
      figures((run) => run.peakBytes / MEGABYTE, 0),
    ]
  })
  const heading = ['lists, MB', 'index, MB', 'process, MB', 'peak, MB']
  return tableOf(['of', 'build, s', 'processor, s', ...heading], rows)
}

function queryTable({ once, tenfold, scan }: SpeedPart): string {
  const rows: string[][] = []
  const add = (who: string, runs: readonly SpeedMeasured[], digits: number): void => {
    for (const sort of Object.keys(runs[0]!.latency)) {
      const all = runs.map(({ latency }) => latency[sort]!)
      const figures = (['median', 'p95', 'p99', 'worst'] as const).map((key) => {
        return spread(
          all.map((one) => one[key]),
          digits,
        )
      })
      rows.push([
        who,
        sort,
        ...figures,
        spread(
          all.map((one) => one.perSecond),
          0,
        ),
        spread(
          all.map((one) => one.perCpuSecond),
          0,
        ),
        percent(all[0]!.matched),
      ])
    }
  }
  add('Holdfast', once, 2)
  add('Holdfast, ten times the names', tenfold, 2)
  add('Jaro-Winkler over every name', [scan], 0)
  const heading = [
    'median, ms',
    '95th',
    '99th',
    'worst',
    'names a second',
    'of processor',
    'with a match',
  ]
  return tableOf(['', 'queries', ...heading], rows)
}

function rivalTable({ rivals }: SpeedPart): string {
  if (rivals.length === 0) return 'No rival is installed.'
  const rows = rivals.map(({ engine, scored, millis, alarms }) => {
    const sorted = [...millis].sort((a, b) => a - b)
    const at = (share: number): string => sorted[Math.ceil(share * sorted.length) - 1]!.toFixed(0)
    const mean = millis.reduce((sum, one) => sum + one, 0) / millis.length
    const figures = [at(0.5), at(0.95), at(0.99), (1000 / mean).toFixed(1)]
    const alarmed = alarms === null ? '–' : percent(alarms)
    return [engine, scored, String(millis.length), ...figures, alarmed]
  })
  const heading = ['queries', 'median, ms', '95th', '99th', 'names a second', 'with a match']
  return tableOf(['engine', 'scores', ...heading], rows)
}

function pairsText(part: PairsPart | null): string {
  if (part === null) return 'Not measured.'
  const { file, pairs, ours, all } = part
  const matches = pairs.filter(({ isMatch }) => isMatch).length
  const best = bestQuality(ours.scores, pairs).threshold.toFixed(2)
  const counts = `${pairs.length} labelled pairs of names, ${matches} of one party`
  return `\`${file}\`: ${counts}; every engine scores
the same rows, from names and kind alone. The coefficients of Holdfast were fitted to
\`name_pairs_dev.csv\`: on these rows its figures flatter it, those of the others do not. *Ranking*
is the chance that a pair of one party scores above a pair of two. The best threshold is chosen on
these rows.

${qualityTable(all, pairs)}

Holdfast over the thresholds, its own in bold; the best here is ${best}.

${thresholdTable(ours, pairs)}

Wrong answers by group, each engine at its own threshold: missed + false.

${groupTable(all, pairs)}`
}

function recallText(rows: readonly RecallRow[] | null, seed: number): string {
  if (rows === null) return 'Not measured.'
  const count = rows[0]!.found.clean.length
  return `${count} people whose names stand word for word in the United Nations’ list of
27 February 2026, beside invented people (\`negatives_us.csv\`). *Clean*: the names as they stand.
*Treated*: a quarter of them with a typing error or in another order, as yente’s own test has them.
*Rough*: two words mistyped, and of four words and more one left out. The threshold of a row is the
score that one in a thousand of its negatives exceeds; found is who scores above it with the right
entry. Rivals get a sample of the negatives from seed ${seed} and, for each name, the 50 entries
that share most groups of three letters with it: that stands for the search engine before them, is
not measured, and spares them alarms by other entries.

${recallTable(rows)}

${betterText(rows)}`
}

function speedText(speed: SpeedPart | null, { runs, seed }: Parts): string {
  if (speed === null) return 'Not measured.'
  return `OFAC of July 2026, the European Union and the United Kingdom of June 2026 (names only) and
the United Nations of February 2026 in one index; ten times the names are invented from seed
${seed}, with words as frequent as in the lists. Median of ${runs} processes, in brackets the least
and the most. One process, one query after the other. *Lists* and *index* are what they hold after
collecting garbage; *process* and *peak* hold both, Node itself and what reading left behind.

${sizeTable(speed)}

*Customers* are invented people of no list, asked for without and with their kind; *listed* are
names of the lists as they stand, *mistyped* others with one typing error. They are the same at both
sizes; each is asked for once, at the own threshold.

${queryTable(speed)}

The rivals on the same entries, customers only, one core. nomenklatura gets 50 candidates a query,
as its documents describe a request; finding these is not measured, and its entries are prepared
once, which spares it work. watchman scores every entry, as its server of this version does.

${rivalTable(speed)}`
}

export function explained(parts: Parts): string {
  const targets = [
    ...(parts.pairs === null ? [] : pairTargets(parts.pairs)),
    ...(parts.speed === null ? [] : speedTargets(parts.speed)),
  ]
  return `# Screening: how well, and how fast

Machine: ${parts.machine}.

${targetTable(targets)}

## Pairs of names

${pairsText(parts.pairs)}

## Who is found

${recallText(parts.recall, parts.seed)}

## Speed

${speedText(parts.speed, parts)}
`
}
