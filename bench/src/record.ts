/**
 * `npm run record`: scores the engine and two naive rules against `examples/record-2025`.
 *
 * Nothing here may be set so that a figure looks better. `--write` puts the answer in
 * `examples/record-2025/SCORE.md`.
 */
import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Party, readDossier } from '@holdfast/dossier'
import { type AssessReport, assessFolder, type ServiceFinding } from '@holdfast/holdfast'
import { isUsBrand } from './brands.ts'
import { type DocumentedOutcome, readOutcomes } from './outcomes.ts'
import { ROOT } from './process.ts'
import {
  commandedForecast,
  engineForecast,
  type Forecast,
  middle,
  type Score,
  scoreOf,
  sureForecast,
} from './score.ts'
import { tableOf } from './table.ts'

const RECORD = 'examples/record-2025'

/** An outcome with what the engine says of the service. */
interface Row {
  readonly outcome: DocumentedOutcome
  readonly service: ServiceFinding
  readonly usBrand: boolean
}

const RULES: readonly { readonly name: string; readonly say: (row: Row) => Forecast }[] = [
  {
    name: 'holdfast',
    say: ({ service }) => engineForecast(service.verdict, service.likelihood),
  },
  {
    name: 'holdfast, must-stop only',
    say: ({ service }) => commandedForecast(service.verdict, service.likelihood),
  },
  { name: 'all stops', say: () => sureForecast(true) },
  { name: 'US brands stop, the rest stays', say: ({ usBrand }) => sureForecast(usBrand) },
]

async function rowsOfRecord(): Promise<Row[]> {
  const [outcomes, report, parties] = await Promise.all([
    readFile(path.join(ROOT, RECORD, 'outcomes.csv'), 'utf8').then(readOutcomes),
    reportOfRecord(),
    partiesOfRecord(),
  ])
  const services = new Map(report.scenarios[0]!.services.map((service) => [service.id, service]))
  return outcomes.map((outcome) => {
    const service = services.get(outcome.service)
    if (service === undefined) throw new Error(`the dossier has no service ${outcome.service}`)
    return { outcome, service, usBrand: isUsBrand(service.provider, parties) }
  })
}

async function reportOfRecord(): Promise<AssessReport> {
  const dossier = path.join(ROOT, RECORD)
  const result = await assessFolder({ dossier, scenarios: ['record'], today: '2025-02-05' })
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join(', '))
  return result.value
}

async function partiesOfRecord(): Promise<ReadonlyMap<string, Party>> {
  const folder = path.join(ROOT, RECORD)
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const files = await Promise.all(
    names.map(async (name) => ({ name, bytes: await readFile(path.join(folder, name)) })),
  )
  const dossier = readDossier(files, null)
  if (!dossier.ok) throw new Error(dossier.diagnostics.map(({ code }) => code).join(', '))
  return dossier.value.parties
}

const STOPPED: Readonly<Record<DocumentedOutcome['happened'], number>> = {
  stopped: 1,
  'went-on': 0,
  disputed: 0.5,
}

function scoreTable(rows: readonly Row[]): string {
  const heading = ['says', 'hits', 'misses', 'false alarms', 'correct rejections']
  const scored = RULES.map(({ name, say }) => {
    const forecasts = rows.map((row) => {
      return { forecast: say(row), stopped: STOPPED[row.outcome.happened] }
    })
    return [name, ...figures(scoreOf(forecasts))]
  })
  return tableOf([...heading, 'Brier score', 'mean width'], scored)
}

function figures(score: Score): string[] {
  const { hits, misses, falseAlarms, correctRejections, brier, meanWidth } = score
  const counts = [hits, misses, falseAlarms, correctRejections].map(String)
  return [...counts, brier.toFixed(3), meanWidth.toFixed(2)]
}

/** How each verdict fared: a verdict that is sure should not be wrong. */
function verdictTable(rows: readonly Row[]): string {
  const verdicts = ['must-stop', 'unknown', 'contested', 'may-stop', 'stays'] as const
  const heading = ['verdict', 'rows', 'stopped', 'went on', 'disputed', 'mean middle']
  const cells = verdicts.flatMap((verdict) => {
    const told = rows.filter(({ service }) => service.verdict === verdict)
    if (told.length === 0) return []
    const count = (happened: DocumentedOutcome['happened']): string =>
      `${told.filter(({ outcome }) => outcome.happened === happened).length}`
    const middles = told.map(({ service }) => {
      return middle(engineForecast(verdict, service.likelihood).interval)
    })
    const mean = middles.reduce((sum, one) => sum + one, 0) / told.length
    const counts = [count('stopped'), count('went-on'), count('disputed')]
    return [[verdict, `${told.length}`, ...counts, mean.toFixed(2)]]
  })
  return tableOf(heading, cells)
}

/** What the engine said of services whose outcome was the other one. */
function contradicted(rows: readonly Row[], happened: 'stopped' | 'went-on'): string {
  const wrong = rows.filter(({ outcome, service }) => {
    const { stops } = engineForecast(service.verdict, service.likelihood)
    return outcome.happened === happened && stops === (happened === 'went-on')
  })
  if (wrong.length === 0) return 'None.'
  const heading = ['service', 'verdict', 'interval', 'why', 'what the source says', 'certainty']
  const cells = wrong.map(({ outcome, service }) => [
    service.name,
    service.verdict,
    percentText(service.likelihood),
    whyOf(service),
    outcome.account,
    outcome.certainty,
  ])
  return tableOf(heading, cells)
}

function percentText([low, high]: readonly [number, number]): string {
  return `${Math.round(low * 100)}–${Math.round(high * 100)} %`
}

/** The row of the table of verdicts that decided, and what the service's own needs do to it. */
function whyOf(service: ServiceFinding): string {
  const { case: decided, dependsOn, verdict, certain, possible } = service
  const open = dependsOn.length > 0 ? `; open: ${dependsOn.join(', ')}` : ''
  const byNeeds =
    certain !== null && verdict !== 'must-stop'
      ? `; what it needs must stop (${certain})`
      : possible !== null && verdict === 'stays'
        ? `; what it needs may stop (${possible})`
        : ''
  return `${decided}${open}${byNeeds}`
}

function told(rows: readonly Row[]): string {
  const sure = rows.filter(({ outcome }) => {
    return outcome.certainty !== 'low' && outcome.happened !== 'disputed'
  })
  return `# Score

What Holdfast says of the ${rows.length} documented outcomes of this record, beside two naive rules.
Written by \`npm run record\`; nothing is set to make a figure better.

A service is said to stop when it must stop, or when the middle of its interval is one half or
more. The second line counts only what the law commands. The Brier score is the mean squared
distance of the interval's middle from what happened: 0 is best, 0.25 is what "one half" for every
service earns. Judged is the provider's own decision: that a service falls with one it needs is
said under *why*. A US brand is a provider that is organised in the United States, or has an owner
above it that is.

The record tells of harms: a rule that cries wolf loses little here. Rows of one interview are not
independent, and ${rows.length} rows are few.

## All rows (${rows.length})

A disputed outcome counts half as stopped and half as gone on.

${scoreTable(rows)}

## Without rows of low certainty and disputed ones (${sure.length})

${scoreTable(sure)}

## By verdict (all rows)

*Unknown* is a provider of whom the record does not say who owns it or where it is organised. Its
interval reaches to 100 % where one answer would mean that it must stop, so its middle is mostly
above one half, and the first line counts it as a stop.

${verdictTable(rows)}

## Documented stops that were not foreseen

${contradicted(rows, 'stopped')}

## False alarms

${contradicted(rows, 'went-on')}
`
}

const text = told(await rowsOfRecord())
console.log(text)
if (process.argv.includes('--write')) await writeFile(path.join(ROOT, RECORD, 'SCORE.md'), text)
