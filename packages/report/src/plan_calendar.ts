/**
 * A plan as a calendar that other programs open: iCalendar (RFC 5545), one event of whole days for
 * each measure, and one for the day by which it must be finished.
 *
 * An event's id is made of the measure and the institution, so a later plan moves the events of an
 * earlier one. The stamp is the plan's first day: the same plan gives the same bytes.
 */
import type { PlannedMeasure, PlanReport } from '@holdfast/holdfast'
import { type Day, formatDay, parseDay } from '@holdfast/kernel'
import { type Words, wordsOf } from './messages/words.ts'
import { harmless } from './terminal/width.ts'

const LINE_BYTES_MAX = 75

/** The calendar of a plan; lines end with CR and LF. */
export function renderPlanCalendar(
  report: PlanReport,
  { locale }: { readonly locale: string },
): string {
  const words = wordsOf(locale)
  const name = words.text('plan.calendar.name', { institution: report.institution.name })
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Holdfast//plan//EN',
    'CALSCALE:GREGORIAN',
    `NAME:${escaped(name)}`,
    // Most programs know only this older spelling of the name.
    `X-WR-CALNAME:${escaped(name)}`,
    ...report.measures.flatMap((measure) => [
      ...workOn(measure, report, words),
      ...dueOn(measure, report, words),
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** The days of work: the first one after them is the first on which the measure is in effect. */
function workOn(measure: PlannedMeasure, report: PlanReport, words: Words): string[] {
  const { id, start, finish } = measure
  // An event has at least one day.
  const end = finish > start ? finish : dayAfter(start)
  return event(report, {
    uid: id,
    start,
    end,
    summary: measure.name,
    description: descriptionOf(measure, report, words),
    category: words.sentence(`plan.kind.${measure.kind}`),
  })
}

function dueOn(measure: PlannedMeasure, report: PlanReport, words: Words): string[] {
  const { id, name, finish, deadline } = measure
  if (deadline === null) return []
  return event(report, {
    uid: `${id}.due`,
    start: deadline,
    end: dayAfter(deadline),
    summary: words.text('plan.calendar.due', { name }),
    description: words.text('plan.calendar.inEffect', { day: finish }),
    category: words.sentence(`plan.kind.${measure.kind}`),
  })
}

interface Event {
  readonly uid: string
  readonly start: string
  /** The first day after it. */
  readonly end: string
  readonly summary: string
  readonly description: string
  readonly category: string
}

function event({ institution, on }: PlanReport, given: Event): string[] {
  return [
    'BEGIN:VEVENT',
    `UID:${escaped(`${given.uid}@${institution.id}.holdfast`)}`,
    `DTSTAMP:${basic(on)}T000000Z`,
    `DTSTART;VALUE=DATE:${basic(given.start)}`,
    `DTEND;VALUE=DATE:${basic(given.end)}`,
    `SUMMARY:${escaped(given.summary)}`,
    `DESCRIPTION:${escaped(given.description)}`,
    `CATEGORIES:${escaped(given.category)}`,
    'CLASS:CONFIDENTIAL',
    // Work on a measure makes nobody busy for months.
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ]
}

/** What a person needs who sees only the calendar: cost, who does it, what it waits for. */
function descriptionOf(measure: PlannedMeasure, report: PlanReport, words: Words): string {
  const names = new Map(report.measures.map(({ id, name }) => [id, name]))
  const { once, yearly, effort, after, finish, fixed } = measure
  const currency = report.currency ?? ''
  const lines = [words.text('plan.calendar.inEffect', { day: finish })]
  if (once > 0 || yearly > 0) {
    const how = once > 0 ? (yearly > 0 ? 'both' : 'once') : 'yearly'
    const [all, first, running] = [measure.cost, once, yearly].map(Math.round)
    const params = { how, cost: all ?? 0, once: first ?? 0, yearly: running ?? 0, currency }
    lines.push(words.text('plan.calendar.cost', params))
  }
  for (const { name, personDays } of effort) {
    lines.push(words.text('plan.calendar.effort', { team: name, days: personDays }))
  }
  if (after.length > 0) {
    const before = after.map((id) => names.get(id) ?? id)
    lines.push(words.text('plan.calendar.after', { before }))
  }
  if (fixed) lines.push(words.text('plan.calendar.fixed'))
  lines.push(words.text('plan.calendar.saves', { saves: measure.saves }))
  return lines.join('\n')
}

function dayAfter(iso: string): string {
  const day: Day | null = parseDay(iso)
  return day === null ? iso : (formatDay(day + 1) ?? iso)
}

/** `20261201`. */
function basic(iso: string): string {
  return iso.replaceAll('-', '')
}

/** TEXT of section 3.3.11: a line break is written, other control characters are none of a text. */
function escaped(text: string): string {
  return text
    .split('\n')
    .map((line) => harmless(line).replace(/[\\;,]/g, (sign) => `\\${sign}`))
    .join('\\n')
}

/** At most 75 bytes in a line, and no character cut in two; what follows begins with a space. */
function folded(line: string): string {
  const parts: string[] = []
  let [part, bytes] = ['', 0]
  for (const character of line) {
    const more = bytesOf(character)
    if (bytes + more > LINE_BYTES_MAX) {
      parts.push(part)
      // The space counts.
      part = ''
      bytes = 1
    }
    part += character
    bytes += more
  }
  return [...parts, part].join('\r\n ')
}

/** How many bytes a character takes in UTF-8. */
function bytesOf(character: string): number {
  const point = character.codePointAt(0) ?? 0
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}
