import type { AssessReport, OwnedParty, ScenarioFinding, Verdict } from '@holdfast/holdfast'
import type { Interval } from '@holdfast/kernel'
import type { MessageKey } from '../messages/catalogue.ts'
import type { Words } from '../messages/words.ts'
import { type Content, h, type Markup } from './markup.ts'
import type { ProofPrinter } from './proof.ts'

/** What every section is written from. */
export interface Page {
  readonly report: AssessReport
  readonly words: Words
  /** The name of anything in the report by its id. */
  readonly name: (id: string) => string
  /** The chains of owners, by party. */
  readonly owned: ReadonlyMap<string, OwnedParty>
  readonly proofs: ProofPrinter
  /** The scenario with the largest expected loss. */
  readonly worst: ScenarioFinding | undefined
}

/** A section of the page: what the contents at its top list. */
export interface Section {
  readonly id: string
  readonly title: string
  readonly body: Content
}

/** The sign of a verdict; the word always stands beside it or behind it for a screen reader. */
const SIGNS: Readonly<Record<Verdict, string>> = {
  'must-stop': '■',
  'may-stop': '◐',
  contested: '◆',
  stays: '○',
  unknown: '?',
}

export function sign(verdict: Verdict): Markup {
  return h('span', { class: `sign ${verdict}`, 'aria-hidden': 'true' }, SIGNS[verdict])
}

/** Sign and word: a service must stop, a function stops. */
export function badge(
  words: Words,
  verdict: Verdict,
  of: 'verdict' | 'standing' = 'verdict',
): Markup {
  const word = words.text(`${of}.${verdict}`)
  return h('span', { class: `badge ${verdict}` }, sign(verdict), ' ', word)
}

/** A text that only a screen reader reads. */
export function spoken(text: string): Markup {
  return h('span', { class: 'spoken' }, text)
}

/** A day as ISO, for tables. */
export function isoDay(day: string | null, none = '—'): Markup | string {
  return day === null ? none : h('time', { datetime: day }, day)
}

/** A day in the language's words, for prose. */
export function proseDay(words: Words, day: string): Markup {
  return h('time', { datetime: day }, words.day(day))
}

/** A likelihood; with a point, the interval's middle is not suggested. */
export function chance(words: Words, interval: Interval): Markup {
  return h('span', { class: 'chance' }, words.percent(interval))
}

/** A source: a link when it is a whole address, else text. */
export function cite(source: string | null | undefined): Content {
  if (source === null || source === undefined || source === '') return '—'
  if (!/^https?:\/\/[^\s"<>]+$/.test(source)) return source
  return h('a', { href: source, rel: 'noreferrer' }, source)
}

export interface Column<T> {
  readonly heading: MessageKey
  /** Stands in place of the heading, with what the heading alone cannot say. */
  readonly title?: string
  readonly cell: (row: T) => Content
  readonly class?: string
}

/** A table: the first column names the row. It scrolls sideways by itself when it is too wide. */
export function table<T>(
  words: Words,
  caption: string,
  columns: readonly Column<T>[],
  rows: readonly T[],
): Markup {
  const heads = columns.map((column) => {
    return h(
      'th',
      { scope: 'col', class: column.class },
      column.title ?? words.text(column.heading),
    )
  })
  const lines = rows.map((row) => {
    const cells = columns.map((column, index) =>
      index === 0
        ? h('th', { scope: 'row', class: column.class }, column.cell(row))
        : h('td', { class: column.class }, column.cell(row)),
    )
    return h('tr', {}, cells)
  })
  return scrolling(
    caption,
    h(
      'table',
      {},
      h('caption', {}, caption),
      h('thead', {}, h('tr', {}, heads)),
      h('tbody', {}, lines),
    ),
  )
}

/** A box that scrolls sideways and can be reached by the keyboard. */
export function scrolling(label: string, content: Content): Markup {
  return h('div', { class: 'wide', role: 'region', 'aria-label': label, tabindex: 0 }, content)
}

/** Something that unfolds. `bulk` stays folded on paper. */
export function unfolding(
  summary: Content,
  content: Content,
  options: { readonly class?: string; readonly open?: boolean; readonly id?: string } = {},
): Markup {
  const attributes = { id: options.id, class: options.class, open: options.open === true }
  return h('details', attributes, h('summary', {}, summary), content)
}

/** A paragraph that is set back. */
export function note(...content: readonly Content[]): Markup {
  return h('p', { class: 'note' }, ...content)
}
