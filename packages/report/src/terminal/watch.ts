import type { PartyHit, WatchedFunction, WatchReport } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'
import { tellList } from '../telling.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { hang, harmless } from './width.ts'

/**
 * What a new list changes for one institution, as somebody reads it in a mail: first whether
 * anything does, then whom and what. Every part that is empty is left out.
 */
export function renderWatch(report: WatchReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const parts = [
    headLines(report, screen),
    comparedLines(report, screen),
    hitLines('added', report.parties.added, screen),
    hitLines('removed', report.parties.removed, screen),
    rekeyedLines(report, screen),
    changedLines(report, screen),
    possibleLines(report, screen),
    serviceLines(report, screen),
    functionLines(report, screen),
    standingLines(report, screen),
    reservationLines(report, screen),
    hang('', screen.words.text('terminal.notAdvice'), screen.width).map(screen.paint.dim),
  ]
  const shown = parts.filter((lines) => lines.length > 0)
  return `${shown.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function headLines(report: WatchReport, { words, paint, width }: Screen): string[] {
  const { added, removed, rekeyed, changed } = report.parties
  const partiesOf = (hits: readonly PartyHit[]) => new Set(hits.map(({ party }) => party)).size
  const counts = {
    added: partiesOf(added),
    removed: partiesOf(removed),
    entries: rekeyed.length + changed.length,
    possible: report.possible.length,
    services: report.services.length,
    functions: report.functions.length,
  }
  const news = (Object.keys(counts) as (keyof typeof counts)[]).flatMap((key) =>
    counts[key] === 0 ? [] : [words.text(`watch.count.${key}`, { count: counts[key] })],
  )
  const summary = report.touched
    ? words.text('watch.touched', { news })
    : words.text(isSame(report) ? 'watch.unchanged' : 'watch.untouched')
  return [
    ...hang('', harmless(report.institution.name), width).map(paint.bold),
    ...hang('', summary, width).map(report.touched ? paint.certain : paint.bold),
  ]
}

/** Whether not one list is another than before. */
function isSame({ before, after }: WatchReport): boolean {
  const seen = new Set(before.lists.map(({ sha256 }) => sha256))
  return after.lists.every(({ sha256 }) => seen.has(sha256))
}

function comparedLines(report: WatchReport, { words, width }: Screen): string[] {
  const earlier = new Map(report.before.lists.map((list) => [list.id, list]))
  const lines = report.after.lists.flatMap((list) => {
    const was = earlier.get(list.id)
    const is = tellList(words, list)
    if (was === undefined)
      return hang('  ', harmless(words.text('watch.first', { list: is })), width)
    if (was.sha256 === list.sha256) {
      return hang('  ', harmless(words.text('watch.same', { list: is })), width)
    }
    return [
      ...hang('  ', harmless(tellList(words, was)), width),
      ...hang('  → ', harmless(is), width),
    ]
  })
  const { before, after } = report
  const days = { before: before.on, after: after.on, same: before.on === after.on ? 'yes' : 'no' }
  return [words.text('watch.lists'), ...lines, ...hang('  ', words.text('watch.days', days), width)]
}

/** Parties with their entries; a party is named once. */
function hitLines(
  kind: 'added' | 'removed',
  hits: readonly PartyHit[],
  { words, paint, width }: Screen,
): string[] {
  if (hits.length === 0) return []
  const parties = new Map<string, PartyHit[]>()
  for (const hit of hits) parties.set(hit.party, [...(parties.get(hit.party) ?? []), hit])
  const stress = kind === 'added' ? paint.certain : paint.accent
  return [
    words.text(`watch.${kind}`, { count: parties.size }),
    ...[...parties.values()].flatMap((group) => {
      const [{ name, role }] = group as [PartyHit]
      const heading = hang('  ', harmless(role === null ? name : `${name}, ${role}`), width)
      return [
        ...heading.map(stress),
        ...group.flatMap((hit) =>
          hang('    ', harmless(words.text('watch.hit', told(hit))), width),
        ),
      ]
    }),
  ]
}

/** A hit as parameters of `watch.hit`. */
function told({ list, entry, entryName, programme, basis, target, status }: PartyHit) {
  return {
    place: list === null ? 'table' : entryName === null ? 'number' : 'entry',
    list,
    entry,
    entryName,
    programme,
    plain: programme === list ? 'yes' : 'no',
    basis,
    target,
    status,
  }
}

function rekeyedLines({ parties }: WatchReport, screen: Screen): string[] {
  const { words, width } = screen
  if (parties.rekeyed.length === 0) return []
  return [
    words.text('watch.rekeyed', { count: parties.rekeyed.length }),
    ...parties.rekeyed.flatMap((one) => {
      const { list, from, to, entryName, sure } = one
      const names = one.parties.map(({ name }) => name)
      const params = { names, list, from, to, entryName, sure }
      return [
        ...hang('  ', harmless(words.text('watch.rekey', params)), width),
        ...reasonLines(one.reasons, screen),
      ]
    }),
  ]
}

function reasonLines(
  reasons: readonly Pick<Statement, 'key' | 'params'>[],
  { words, width }: Screen,
): string[] {
  if (reasons.length === 0) return []
  const told = reasons.map(({ key, params }) => words.sentence(key, params)).join('; ')
  return hang('    ', harmless(told), width)
}

function changedLines({ parties }: WatchReport, { words, width }: Screen): string[] {
  if (parties.changed.length === 0) return []
  return [
    words.text('watch.changed', { count: parties.changed.length }),
    ...parties.changed.flatMap(({ list, entry, entryName, fields, parties: ours }) => {
      const names = ours.map(({ name }) => name)
      const heading = words.text('watch.change', { names, list, entry, entryName })
      return [
        ...hang('  ', harmless(heading), width),
        ...withoutRepeats(fields).flatMap(({ field, removed, added }) => {
          const name = words.sentence(`field.${field}`)
          return [
            ...removed.flatMap((text) => hang(`    − ${name}: `, harmless(text), width)),
            ...added.flatMap((text) => hang(`    + ${name}: `, harmless(text), width)),
          ]
        }),
      ]
    }),
  ]
}

/** Remarks say in one text what other fields say one by one. */
function withoutRepeats<T extends { readonly field: string }>(fields: readonly T[]): readonly T[] {
  const others = fields.filter(({ field }) => field !== 'remarks')
  return others.length === 0 ? fields : others
}

function possibleLines({ possible }: WatchReport, screen: Screen): string[] {
  const { words, width } = screen
  if (possible.length === 0) return []
  return [
    words.text('watch.possible', { count: possible.length }),
    ...possible.flatMap(({ name, list, entry, entryName, programmes, score, reasons }) => {
      const params = { name, list, entry, entryName, programmes, score: score.toFixed(2) }
      return [
        ...hang('  ? ', harmless(words.text('watch.maybe', params)), width),
        ...reasonLines(reasons, screen),
      ]
    }),
    ...hang('  ', words.text('watch.possible.do'), width),
  ]
}

function serviceLines({ services }: WatchReport, { words, width }: Screen): string[] {
  if (services.length === 0) return []
  return [
    words.text('watch.services', { count: services.length }),
    ...services.flatMap((one) => {
      const { name, providerName, beneficiaryName, earliest, latest } = one
      const verdicts = {
        from: words.text(`verdict.${one.from}`),
        to: words.text(`verdict.${one.to}`),
      }
      const when = earliest === latest ? 'one' : 'two'
      const days = { earliest, latest, when: earliest === null ? 'none' : when }
      const params = { name, provider: providerName, beneficiary: beneficiaryName }
      const text = words.text('watch.service', { ...params, ...verdicts, ...days })
      return hang('  ', harmless(text), width)
    }),
  ]
}

function functionLines({ functions }: WatchReport, { words, width }: Screen): string[] {
  if (functions.length === 0) return []
  const weightiest = functions.toSorted((a, b) => b.weight - a.weight)
  const state = ({ standing, certain, possible }: WatchedFunction['from']) =>
    words.text(`watch.standing.${standing}`, { certain, possible })
  return [
    words.text('watch.functions', { count: functions.length }),
    ...weightiest.flatMap(({ name, from, to }) => {
      const params = { name, from: state(from), to: state(to) }
      return hang('  ', harmless(words.text('watch.function', params)), width)
    }),
  ]
}

function standingLines({ parties }: WatchReport, { words, width }: Screen): string[] {
  const names = [...new Set(parties.standing.map(({ name }) => name))]
  if (names.length === 0) return []
  return hang('', harmless(words.text('watch.standing', { count: names.length, names })), width)
}

function reservationLines({ diagnostics }: WatchReport, { words, paint, width }: Screen): string[] {
  if (diagnostics.length === 0) return []
  return [
    words.text('terminal.warnings', { count: diagnostics.length }),
    ...diagnostics.flatMap(({ code, params }) =>
      hang('  ', harmless(words.sentence(`diagnostic.${code}`, params)), width),
    ),
  ].map(paint.dim)
}
