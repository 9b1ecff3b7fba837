/**
 * A plan as a table for spreadsheets (CSV, RFC 4180): a row for each measure, those of the plan by
 * their first day, then those left out. Columns are named in English, days are ISO, numbers plain.
 */
import type { LeftOutMeasure, PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import { harmless } from './terminal/width.ts'

const COLUMNS = [
  'state',
  'id',
  'name',
  'kind',
  'start',
  'finish',
  'deadline',
  'cost',
  'once',
  'running',
  'currency',
  'person-days',
  'after',
  'saves',
  'helps',
  'fixed',
  'no-regret',
  'reason',
  'because',
] as const

type Cell = string | number | boolean | null | readonly string[]
type Row = Readonly<Partial<Record<(typeof COLUMNS)[number], Cell>>>

/** The table of a plan; lines end with CR and LF, the first one names the columns. */
export function renderPlanTable(report: PlanReport): string {
  const { currency } = report
  const planned = report.measures.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  const rows: Row[] = [
    ...planned.map((measure) => plannedRow(measure, currency)),
    ...report.leftOut.map((measure) => leftOutRow(measure, currency)),
  ]
  const lines = rows.map((row) => COLUMNS.map((column) => cellText(row[column] ?? null)))
  return [[...COLUMNS], ...lines].map((cells) => `${cells.join(',')}\r\n`).join('')
}

function plannedRow(measure: PlannedMeasure, currency: string | null): Row {
  const { id, name, kind, start, finish, deadline, cost, once, after, saves } = measure
  // Within the horizon, as the cost is.
  const running = measure.yearly
  return {
    ...{ state: 'planned', id, name, kind, start, finish, deadline, cost, once, running, currency },
    'person-days': measure.effort.map(({ team, personDays }) => `${team} ${decimal(personDays)}`),
    ...{ after, saves, helps: measure.helps, fixed: measure.fixed },
    'no-regret': measure.noRegret,
  }
}

/** `saves` is what it would save beside the plan if money and people were no limit. */
function leftOutRow(measure: LeftOutMeasure, currency: string | null): Row {
  const { id, name, kind, cost, reason, because, wouldSave } = measure
  return { state: 'left out', id, name, kind, cost, currency, saves: wouldSave, reason, because }
}

function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return decimal(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  const text = typeof cell === 'string' ? cell : cell.join('; ')
  return quoted(withoutFormula(harmless(text.replace(/\s+/g, ' ').trim())))
}

/** At most four decimals, never an exponent, no zeros at the end. */
function decimal(value: number): string {
  return value.toFixed(4).replace(/\.?0+$/, '')
}

/**
 * A text that a spreadsheet would take for a formula, with an apostrophe before it: a name in a
 * dossier must not compute anything. The wide forms of the signs do the same in some programs.
 */
function withoutFormula(text: string): string {
  return /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
