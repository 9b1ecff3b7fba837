import type { ListsLogReport } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'
import type { MessageKey } from '../messages/catalogue.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, hang, harmless, pad } from './width.ts'

type Party = ListsLogReport['parties'][number]
type Event = Party['events'][number]

/** What happened to each party, by date, with the days between which it was. */
export function renderListsLog(report: ListsLogReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const { words, width, paint } = screen
  const lines = report.lists.flatMap(({ list, versions, first, last }) => {
    const params = { list, count: versions, first, last }
    return hang('', harmless(words.text('log.versions', params)), width).map(paint.dim)
  })
  for (const party of report.parties) {
    if (lines.length > 0) lines.push('')
    lines.push(...headOf(party, screen), ...eventLines(party, screen))
  }
  lines.push('', ...hang('', words.text('log.ways'), width).map(paint.dim))
  return `${lines.join('\n')}\n`
}

function headOf(party: Party, { words, width, paint }: Screen): string[] {
  const { name, list, numbers, onList } = party
  const kind = party.kind === null ? null : words.text('kind.of-entry', { kind: party.kind })
  const where = words.text('log.list', { list, numbers, joined: words.list(numbers) })
  const state = words.text('log.state', { state: String(onList) })
  return [
    ...hang('', harmless(words.text('log.party', { name, kind })), width).map(paint.bold),
    ...hang('  ', harmless(`${where}; ${state}`), width),
  ]
}

function eventLines(party: Party, screen: Screen): string[] {
  const { words, width } = screen
  const days = party.events.map((event) => whenOf(event, screen))
  const column = Math.max(0, ...days.map(displayWidth))
  return party.events.flatMap((event, index) => {
    const day = pad(days[index] ?? '', column)
    const params = {
      number: event.number,
      before: event.before,
      sure: event.sure,
      fields: event.fields.map((change) => words.sentence(`field.${change.field}`)),
      reasons: (event.reasons as readonly unknown[] as readonly Statement[])
        .map((reason) => words.sentence(reason.key, reason.params))
        .join('; '),
    }
    const { by, source, note } = event
    const parts = [
      words.text(`log.event.${event.event}` as MessageKey, params),
      ...(by === null ? [] : [words.text('log.by', { by })]),
      ...(note === null ? [] : [note]),
      ...(source === null ? [] : [words.text('log.source', { source })]),
    ]
    return hang(`  ${day}  `, harmless(parts.join('; ')), width)
  })
}

function whenOf({ from, to }: Event, { words }: Screen): string {
  const [first, last] = [from ?? '', to ?? '']
  if (first === '') return words.text('log.when.by', { to: last })
  return first === last ? words.day(first) : words.text('log.when.between', { from, to })
}
