import type { ListedRow, ListUsed } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import { dayAsKnown } from '../precision.ts'
import { tellList } from '../telling.ts'
import { screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, hang, harmless, pad } from './width.ts'

export interface ListedOptions extends TerminalOptions {
  /** The lists that the rows come from, to be named with their provenance. */
  readonly lists?: readonly ListUsed[]
}

const GAP = '  '

interface Column {
  readonly heading: string
  readonly cell: (row: ListedRow) => string
  /** The narrowest that a column is shown; a column that may give way has less than it wants. */
  readonly least: number
}

/**
 * Designated parties as a table. Where the terminal is too narrow for the table, each party is
 * told in lines of its own: nothing is left out.
 */
export function renderListed(rows: readonly ListedRow[], options: ListedOptions): string {
  const { words, paint, width } = screenOf(options)
  const lists = (options.lists ?? []).flatMap((list) => {
    return hang('', harmless(tellList(words, list)), width).map(paint.dim)
  })
  const notes = notesOf(rows)
  const columns = columnsOf(words, notes)
  const widths = widthsOf(rows, columns, width)
  const body = widths === null ? told(rows, columns, width) : table(rows, columns, widths)
  const [head, ...rest] = widths === null ? ['', ...body] : body
  const lines = [...lists, ...(lists.length > 0 ? [''] : [])]
  if (head !== undefined && head !== '') lines.push(paint.bold(head))
  lines.push(...rest, '', words.text('listed.count', { count: rows.length }))
  lines.push(...historyLines(rows, words, width), ...sourceLines(notes, words, width))
  return `${lines.join('\n')}\n`
}

function columnsOf(words: Words, notes: ReadonlyMap<string, number>): Column[] {
  const none = words.text('mark.none')
  return [
    { heading: words.text('listed.name'), cell: (row) => row.name, least: 16 },
    { heading: words.text('listed.role'), cell: (row) => row.role ?? none, least: 10 },
    { heading: words.text('listed.programme'), cell: (row) => row.programme, least: 12 },
    { heading: words.text('listed.entry'), cell: (row) => row.entry ?? none, least: 5 },
    {
      heading: words.text('listed.since'),
      cell: (row) => dayAsKnown(row.since, row.precision, none),
      least: 10,
    },
    { heading: words.text('listed.status'), cell: (row) => row.status, least: 8 },
    {
      heading: words.text('listed.source'),
      cell: (row) => (row.source === null ? none : noteMark(notes, row.source)),
      least: 6,
    },
  ]
}

/** Rows beyond which sources are not told below the table: `--json` has them all. */
const SOURCES_MAX = 40

/** A number for each source, so that the table stays narrow and no source is cut. */
function notesOf(rows: readonly ListedRow[]): ReadonlyMap<string, number> {
  const sources = [...new Set(rows.flatMap((row) => row.source ?? []))]
  const numbered = sources.length > SOURCES_MAX ? [] : sources
  return new Map(numbered.map((source, index) => [source, index + 1]))
}

function noteMark(notes: ReadonlyMap<string, number>, source: string): string {
  const number = notes.get(source)
  return number === undefined ? source : `[${number}]`
}

function sourceLines(notes: ReadonlyMap<string, number>, words: Words, width: number): string[] {
  if (notes.size === 0) return []
  const lines = [...notes].flatMap(([source, number]) =>
    hang(`[${number}] `, harmless(source), width),
  )
  return ['', words.text('listed.sources'), ...lines]
}

/** Who has more behind them than one listing. */
function historyLines(rows: readonly ListedRow[], words: Words, width: number): string[] {
  const told = rows.filter((row) => row.history.length > 1)
  if (told.length === 0) return []
  const lines = told.flatMap((row) => [
    ...hang('', harmless(row.name), width),
    ...row.history.flatMap((event) => {
      const { from, to, by, note, precision } = event
      const params = { event: event.event, from, to, by, note, precision }
      return hang('  ', harmless(words.text('listed.event', params)), width)
    }),
  ])
  return ['', words.text('listed.history'), ...lines]
}

/** Each column's width, or null when even the narrowest table does not fit. */
function widthsOf(rows: readonly ListedRow[], columns: readonly Column[], width: number) {
  const wanted = columns.map((column) => {
    const cells = rows.map((row) => displayWidth(harmless(column.cell(row))))
    return Math.max(displayWidth(column.heading), ...cells)
  })
  const room = width - GAP.length * (columns.length - 1)
  let excess = wanted.reduce((sum, one) => sum + one, 0) - room
  const widths = [...wanted]
  for (const index of [6, 1, 0, 2]) {
    const give = Math.max(0, (widths[index] ?? 0) - (columns[index]?.least ?? 0))
    const taken = Math.min(give, Math.max(0, excess))
    widths[index] = (widths[index] ?? 0) - taken
    excess -= taken
  }
  return excess > 0 ? null : widths
}

function table(rows: readonly ListedRow[], columns: readonly Column[], widths: readonly number[]) {
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, index) => pad(harmless(cell), widths[index] ?? 0))
      .join(GAP)
      .trimEnd()
  return [
    line(columns.map((column) => column.heading)),
    ...rows.map((row) => line(columns.map((column) => column.cell(row)))),
  ]
}

function told(rows: readonly ListedRow[], columns: readonly Column[], width: number): string[] {
  return rows.flatMap((row) => {
    const [name, ...rest] = columns
    const detail = rest.map((column) => `${column.heading} ${column.cell(row)}`).join('; ')
    return [
      ...hang('', harmless(name?.cell(row) ?? ''), width),
      ...hang('  ', harmless(detail), width),
    ]
  })
}
