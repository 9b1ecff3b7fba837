import type { UpdateEvent } from '@holdfast/holdfast'
import type { Words } from '../messages/words.ts'
import { screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, fit, harmless } from './width.ts'

const BAR_MAX = 30
const BAR_MIN = 8
const GAP = '  '

/**
 * One line that says how far a fetch is: the list, a bar where the whole is known, bytes, rate.
 * What does not fit is left out, the rate first, then the bar; the line is never wider than
 * `width`, which may be as narrow as the terminal is. Empty for what needs no line.
 */
export function renderProgress(event: UpdateEvent, options: TerminalOptions): string {
  const { words, paint } = screenOf(options)
  const width = Math.max(1, Math.floor(options.width))
  if (event.kind === 'done') return ''
  if (event.kind === 'wait') {
    const params = { list: event.list, seconds: Math.ceil(event.seconds) }
    return paint.dim(fit(harmless(words.text('progress.wait', params)), width))
  }
  if (event.kind === 'read') {
    const params = { list: event.list, bytes: bytesText(event.bytes, words) }
    return fit(harmless(words.text('progress.read', params)), width)
  }
  const { list, at, of, bytes, total } = event
  const name = harmless(of === 1 ? list : words.text('progress.file', { list, at, of }))
  const amount = amountText(bytes, total, words)
  const rate = rateText(bytes, event.seconds, words)
  const full = [name, amount, rate].filter((part) => part !== '').join(GAP)
  const short = [name, amount].join(GAP)
  const plain = displayWidth(full) <= width ? full : short
  const room = width - displayWidth(plain) - GAP.length
  if (total === null || total === 0 || room < BAR_MIN) return fit(plain, width)
  const bar = barOf(Math.min(1, bytes / total), Math.min(BAR_MAX, room))
  return plain.replace(name, () => `${name}${GAP}${paint.accent(bar)}`)
}

/** Full and empty cells; a thing that is there in part is never shown as whole. */
function barOf(part: number, cells: number): string {
  const full = Math.floor(part * cells)
  return '━'.repeat(full) + '─'.repeat(cells - full)
}

function amountText(bytes: number, total: number | null, words: Words): string {
  const now = bytesText(bytes, words)
  if (total === null) return words.text('progress.bytes', { bytes: now })
  return words.text('progress.bytes.of', { bytes: now, total: bytesText(total, words) })
}

/** A rate of the first moments says nothing yet. */
function rateText(bytes: number, seconds: number, words: Words): string {
  if (seconds < 0.5) return ''
  return words.text('progress.rate', { rate: bytesText(bytes / seconds, words) })
}

/** Megabytes with one decimal, kilobytes below one: powers of ten, as servers and disks count. */
function bytesText(bytes: number, words: Words): string {
  const key = bytes < 1_000_000 ? 'progress.kilobytes' : 'progress.megabytes'
  const value = bytes < 1_000_000 ? Math.ceil(bytes / 1000) : Math.round(bytes / 100_000) / 10
  return words.text(key, { value })
}
