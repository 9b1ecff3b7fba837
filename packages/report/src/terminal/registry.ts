import type { RegistryReport } from '@holdfast/holdfast'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { hang, harmless } from './width.ts'

/** Files that were not read are named up to this many; the others are counted. */
const UNREAD_MAX = 6

/** What a registry holds: one line for all of it, then each source. */
export function renderRegistry(report: RegistryReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const { paint, width, words } = screen
  const { file, parties, ties, bytes, built } = report
  const head = words.text('registry.head', { file, parties, ties, bytes, built })
  const lines = hang('', harmless(head), width).map(paint.bold)
  lines.push('', ...report.sources.flatMap((source) => sourceLines(source, screen)))
  if (report.unread.length > 0) {
    const files = report.unread.slice(0, UNREAD_MAX).map(harmless).join(', ')
    const more = Math.max(0, report.unread.length - UNREAD_MAX)
    const text = words.text('registry.unread', { count: report.unread.length, files, more })
    lines.push('', ...hang('', text, width))
  }
  if (report.damaged === 0) lines.push('', ...hang('', words.text('registry.verified'), width))
  return `${lines.join('\n')}\n`
}

type Source = RegistryReport['sources'][number]

function sourceLines(source: Source, { paint, width, words }: Screen): readonly string[] {
  const { format, date, parties, ties, whole } = source
  const text = words.text('registry.source', {
    format,
    date: date ?? 'none',
    parties,
    ties,
    both: parties > 0 && ties > 0 ? 'yes' : 'no',
    nothing: parties === 0 && ties === 0 ? 'yes' : 'no',
    whole: whole ? 'yes' : 'no',
  })
  const name = hang('', harmless(source.file), width)
  return [...name, ...hang('  ', text, width).map(whole ? (line) => line : paint.accent)]
}
