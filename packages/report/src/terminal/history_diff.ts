import type { ListsDiffReport } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'
import type { MessageKey } from '../messages/catalogue.ts'
import { tellList } from '../telling.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { fit, hang, harmless } from './width.ts'

export interface DiffOptions extends TerminalOptions {
  /** Parties told of each sort; 0: all. */
  readonly limit: number
}

/** Values of one field that are told; `--json` has all. */
const VALUES_MAX = 4
/** Columns of one value, some lines of a terminal. */
const VALUE_COLUMNS_MAX = 240

type Change = ListsDiffReport['changed'][number]['fields'][number]

/** What changed between two lists: both with their provenance, counts, then sort by sort. */
export function renderListsDiff(report: ListsDiffReport, options: DiffOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const lines = [report.before, report.after].flatMap((side) => {
    // The whole of it is told as for every list that is mentioned.
    const list = tellList(words, { ...side, id: side.list, sha256: '' })
    const text = words.text('diff.side', { from: side.from, list })
    return hang('', harmless(text), width).map(paint.dim)
  })
  const { counts } = report
  const changes = counts.added + counts.removed + counts.changed + counts.rekeyed
  const summary = changes === 0 ? words.text('diff.same') : words.text('diff.counts', counts)
  lines.push('', ...hang('', summary, width).map(paint.bold))
  const section = <T>(key: MessageKey, rows: readonly T[], tell: (row: T) => string[]): void => {
    if (rows.length === 0) return
    const shown = options.limit === 0 ? rows : rows.slice(0, options.limit)
    const what = words.text(key)
    lines.push('', paint.bold(words.text('diff.heading', { what, count: rows.length })))
    lines.push(...shown.flatMap(tell))
    const count = rows.length - shown.length
    if (count > 0) lines.push(...hang('  ', words.text('diff.more', { count, all: 0 }), width))
  }
  section('diff.rekeyed', report.rekeyed, (row) => {
    const { from, to, name, sure } = row
    const params = { from, to, name, sure, kind: kindOf(row.kind, screen) }
    return [
      ...hang('  ', harmless(words.text('diff.rekeyed-party', params)), width),
      ...hang('      ', harmless(becauseOf(row.reasons, screen)), width),
      ...fieldLines(row.fields, screen),
    ]
  })
  section('diff.added', report.added, (row) => partyLines('+ ', row, screen))
  section('diff.removed', report.removed, (row) => partyLines('− ', row, screen))
  section('diff.changed', report.changed, (row) => [
    ...partyLines('~ ', row, screen),
    ...fieldLines(row.fields, screen),
  ])
  return `${lines.join('\n')}\n`
}

/** Reasons in one sentence. */
function becauseOf(reasons: readonly unknown[], { words }: Screen): string {
  const told = (reasons as readonly Statement[]).map(({ key, params }) => {
    return words.sentence(key, params)
  })
  return words.text('diff.because', { reasons: told.join('; ') })
}

/** Fields in words. Remarks say in one text what the other fields say one by one. */
function fieldLines(fields: readonly Change[], screen: Screen): string[] {
  const { words, width } = screen
  const others = fields.filter(({ field }) => field !== 'remarks')
  return (others.length === 0 ? fields : others).flatMap((change) => {
    const text = words.text('diff.field', {
      field: words.sentence(`field.${change.field}`),
      change: valuesOf(change, screen),
    })
    return hang('      ', harmless(text), width)
  })
}

function valuesOf({ removed, added }: Change, { words }: Screen): string {
  const tell = (key: MessageKey, values: readonly string[]): string[] => {
    const shown = values.slice(0, VALUES_MAX).map((value) => {
      return words.text(key, { value: fit(value, VALUE_COLUMNS_MAX) })
    })
    const count = values.length - shown.length
    return count > 0 ? [...shown, words.text('diff.values-more', { count })] : shown
  }
  return [...tell('diff.value.removed', removed), ...tell('diff.value.added', added)].join('  ')
}

function partyLines(
  mark: string,
  party: ListsDiffReport['added'][number],
  screen: Screen,
): string[] {
  const { words, width } = screen
  const { id, name } = party
  const programmes = party.programmes.join('; ') || words.text('mark.none')
  const text = words.text('diff.party', { id, name, programmes, kind: kindOf(party.kind, screen) })
  return hang(`  ${mark}`, harmless(text), width)
}

function kindOf(kind: string, { words }: Screen): string {
  return words.text('kind.of-entry', { kind })
}
