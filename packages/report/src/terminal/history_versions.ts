import type { ListsVersionsReport } from '@holdfast/holdfast'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, fit, hang, harmless, pad } from './width.ts'

type Version = ListsVersionsReport['lists'][number]['versions'][number]

const GAP = '  '

/** Which versions of which lists are kept, list by list, the oldest first. */
export function renderListsVersions(report: ListsVersionsReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const path = report.store
  if (report.lists.length === 0) {
    return `${hang('', harmless(words.text('history.nothing-kept', { path })), width).join('\n')}\n`
  }
  const lines = hang('', harmless(words.text('history.store', { path })), width).map(paint.dim)
  for (const { list, versions } of report.lists) {
    const head = words.text('history.list', { list, count: versions.length })
    lines.push('', ...hang('', harmless(head), width).map(paint.bold))
    lines.push(...table(versions, screen))
  }
  return `${lines.join('\n')}\n`
}

function table(versions: readonly Version[], { words, width }: Screen): string[] {
  const retrieved = (one: Version): string => one.retrieved.slice(0, 10)
  const columns: [heading: string, cell: (one: Version) => string][] = [
    [
      words.text('history.version.day'),
      (one) => one.published ?? words.text('history.undated', { day: retrieved(one) }),
    ],
    [words.text('history.version.entries'), (one) => words.number(one.entries)],
    [words.text('history.version.names'), (one) => words.number(one.names)],
    [words.text('history.version.provenance'), (one) => one.provenance],
    [
      words.text('history.version.whole'),
      (one) => words.text('history.whole', { whole: one.whole }),
    ],
    [words.text('history.version.kept'), (one) => words.number(one.bytes)],
    [words.text('history.version.retrieved'), retrieved],
    [words.text('history.version.source'), (one) => one.source],
  ]
  const rows = [
    columns.map(([heading]) => heading),
    ...versions.map((version) => columns.map(([, cell]) => harmless(cell(version)))),
  ]
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => displayWidth(row[at] ?? ''))))
  return rows.map((row) => {
    const cells = row.map((cell, at) => (at === row.length - 1 ? cell : pad(cell, widths[at] ?? 0)))
    return fit(cells.join(GAP), width)
  })
}
