import type { ListReadReport } from '@holdfast/holdfast'
import { tellList } from '../telling.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, hang, harmless } from './width.ts'

/** Programmes that are named; the others are counted. `--json` has them all. */
const PROGRAMMES_MAX = 8
/** Files that are named; the others are counted. */
const FILES_MAX = 6

/** What a list is: one line for its name and provenance, then what is in it. */
export function renderListRead(report: ListReadReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const { paint, width, words } = screen
  const used = { ...report, id: report.list }
  const head = hang('', harmless(tellList(words, used)), width).map(paint.bold)
  const rows: [label: string, text: string][] = [
    [words.text('lists.read.format'), words.text('lists.read.format.of', { of: report.format })],
    [words.text('lists.read.entries'), kindsOf(report, screen)],
    [
      words.text('lists.read.names'),
      words.text('lists.read.names.of', { names: report.names, weak: report.weakNames }),
    ],
    [words.text('lists.read.states'), statesOf(report, screen)],
    [words.text('lists.read.programmes'), programmesOf(report, screen)],
    [words.text('lists.read.files'), filesOf(report, screen)],
    ['SHA-256', report.sha256],
  ]
  const labels = Math.max(...rows.map(([label]) => displayWidth(label)))
  const body = rows.flatMap(([label, text]) => {
    const mark = `${label}${' '.repeat(labels - displayWidth(label))}  `
    return hang(mark, harmless(text), width)
  })
  return `${[...head, '', ...body].join('\n')}\n`
}

function kindsOf(report: ListReadReport, { words }: Screen): string {
  const kinds = Object.entries(report.kinds).map(([kind, count]) =>
    words.text('lists.read.kind', { kind, count }),
  )
  return words.text('lists.read.entries.of', { entries: report.entries, kinds })
}

function statesOf(report: ListReadReport, { words }: Screen): string {
  const stated = Object.entries(report.states).filter(([, count]) => count > 0)
  const parts = stated.map(([what, count]) => words.text('lists.read.state', { what, count }))
  return parts.length === 0 ? words.text('lists.read.state.none') : words.list(parts)
}

function programmesOf(report: ListReadReport, { words }: Screen): string {
  const all = Object.entries(report.programmes)
  const named = all.slice(0, PROGRAMMES_MAX).map(([tag, count]) => {
    return words.text('lists.read.programme', { tag, count })
  })
  const more = all.length - named.length
  const list = named.join('; ')
  return words.text('lists.read.programmes.of', { count: all.length, list, more })
}

function filesOf(report: ListReadReport, { words }: Screen): string {
  const named = report.files.slice(0, FILES_MAX).map(({ name, size }) => {
    return words.text('lists.read.file', { name, size })
  })
  const more = report.files.length - named.length
  return words.text('lists.read.files.of', { list: named.join('; '), more })
}
