import type { EventImportance, FaultTreeReport, StoppedAt, TopFinding } from '@holdfast/holdfast'
import type { MessageKey } from '../messages/catalogue.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, hang, harmless, pad } from './width.ts'

/**
 * What was found of a fault tree: a block for each top gate with its probability, its minimal cut
 * sets by order, what it cost, and what else was asked. No line is wider than the width.
 */
export function renderFaultTree(report: FaultTreeReport, options: TerminalOptions): string {
  const screen = screenOf(options)
  const blocks = [titleLines(report, screen), ...report.top.map((top) => topLines(top, screen))]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

const INDENT = '  '
const GAP = '  '

function titleLines({ model, missionTime }: FaultTreeReport, screen: Screen): string[] {
  const { words, paint, width } = screen
  const title = model.name === null ? model.file : `${model.name} (${model.file})`
  const text = words.text('solved.model', {
    events: model.events,
    gates: model.gates,
    houses: model.houseEvents,
    hours: missionTime,
  })
  return [...hang('', harmless(title), width).map(paint.bold), ...hang('', text, width)]
}

function topLines(top: TopFinding, screen: Screen): string[] {
  const { paint, width } = screen
  const title = top.label === null ? top.gate : `${top.gate}: ${top.label}`
  return [
    ...hang('', harmless(title), width).map(paint.bold),
    ...factLines(top, screen),
    ...listLines(top, screen),
    ...importanceLines(top, screen),
  ]
}

/** The figures, each behind its name. */
function factLines(top: TopFinding, screen: Screen): string[] {
  const { words } = screen
  const setsKey = top.coherent === false ? 'solved.causingSets' : 'solved.cutSets'
  const keys = ['solved.probability', setsKey, 'solved.effort'] as const
  const column = Math.max(...keys.map((key) => displayWidth(words.text(key)))) + GAP.length
  const fact = (key: MessageKey, text: string): string[] =>
    hang(INDENT + pad(words.text(key), column), text, screen.width)
  const probability = tellProbability(top, screen)
  const count = tellCount(top, screen)
  return [
    ...(probability === null ? [] : fact('solved.probability', probability)),
    ...(count === null ? [] : fact(setsKey, count)),
    ...orderLines(top, screen),
    ...(top.coherent === false && count !== null
      ? hang(INDENT, words.text('solved.notCoherent'), screen.width).map(screen.paint.dim)
      : []),
    ...fact('solved.effort', tellEffort(top, screen)),
  ]
}

function tellProbability({ interval, stopped }: TopFinding, { words }: Screen): string | null {
  if (interval === null) return null
  const [low, high] = interval.map(shortNumber)
  const limit = stopped?.probability ?? null
  if (limit !== null) {
    return words.text('solved.bounds', {
      stopped: tellStopped(limit, words),
      low: low!,
      high: high!,
    })
  }
  if (interval[0] === interval[1]) return low!
  return words.text('solved.between', { low: low!, high: high! })
}

function tellStopped({ reason, limit }: StoppedAt, words: Screen['words']): string {
  return words.text('solved.stopped', { reason, limit })
}

function tellCount({ cutSets, byOrder, stopped }: TopFinding, { words }: Screen): string | null {
  const limit = stopped?.cutSets ?? null
  if (limit !== null) {
    return words.text('solved.notCounted', { stopped: tellStopped(limit, words) })
  }
  if (cutSets === null) return null
  if (cutSets === '0') return words.text('solved.never')
  return byOrder?.['0'] === undefined ? shortCount(cutSets) : words.text('solved.always')
}

function orderLines({ byOrder }: TopFinding, { words }: Screen): string[] {
  const rows = Object.entries(byOrder ?? {}).filter(([order]) => order !== '0')
  if (rows.length === 0) return []
  const cells = [
    [words.text('solved.order'), words.text('solved.sets')] as const,
    ...rows.map(([order, count]) => [order, shortCount(count)] as const),
  ]
  const widest = (index: 0 | 1): number => Math.max(...cells.map((row) => row[index].length))
  const [left, right] = [widest(0), widest(1)]
  return cells.map(([order, count]) => {
    return `${INDENT}${INDENT}${order.padStart(left)}${GAP}${count.padStart(right)}`
  })
}

function tellEffort(top: TopFinding, { words }: Screen): string {
  const { seconds, nodes, cutSetSeconds, cutSetNodes, stopped } = top
  const part = (spent: number, size: number | null): string => {
    const params = { seconds: shortSeconds(spent), nodes: size }
    return words.text(size === null ? 'solved.seconds' : 'solved.secondsAndNodes', params)
  }
  if (top.interval === null) return part(seconds + cutSetSeconds, cutSetNodes)
  const triesSets = top.cutSets !== null || (stopped?.cutSets ?? null) !== null
  // Where the probability was not found the cut sets were not tried.
  if (!triesSets || (stopped?.probability ?? null) !== null) return part(seconds, nodes)
  const params = { probability: part(seconds, nodes), sets: part(cutSetSeconds, cutSetNodes) }
  return words.text('solved.effortOfBoth', params)
}

function listLines({ sets, cutSets, coherent }: TopFinding, screen: Screen): string[] {
  if (sets === null || sets.length === 0) return []
  const { words, width } = screen
  const complete = cutSets === String(sets.length) ? 'yes' : 'no'
  const heading = words.text('solved.listed', {
    complete,
    count: sets.length,
    coherent: coherent === false ? 'no' : 'yes',
  })
  const products = sets.map(({ probability }) => shortNumber(probability))
  const column = Math.max(...products.map((text) => text.length))
  const lines = sets.flatMap(({ events }, index) => {
    const text = events.length === 0 ? words.text('solved.nothing') : events.join(', ')
    return hang(
      `${INDENT}${INDENT}${products[index]!.padStart(column)}${GAP}`,
      harmless(text),
      width,
    )
  })
  return ['', ...hang(INDENT, heading, width), ...lines]
}

/** More events are not shown: nobody reads them on a screen. */
const EVENTS_MAX = 40

type Measure = Exclude<keyof EventImportance, 'event'>

const MEASURES: readonly Measure[] = [
  ...(['probability', 'birnbaum', 'criticality', 'diagnostic'] as const),
  ...(['riskAchievement', 'riskReduction'] as const),
]

/** The narrowest that names of events are shown beside their measures. */
const EVENT_COLUMNS_MIN = 12

function importanceLines({ importance }: TopFinding, screen: Screen): string[] {
  if (importance === null || importance.length === 0) return []
  const { words, width, paint } = screen
  const shown = importance.slice(0, EVENTS_MAX)
  const more = importance.length - shown.length
  const numbers = [
    MEASURES.map((measure) => words.text(`measure.${measure}`)),
    ...shown.map((one) => MEASURES.map((measure) => shortNumber(one[measure]))),
  ]
  const columns = MEASURES.map((_, index) => Math.max(...numbers.map((row) => row[index]!.length)))
  const names = [words.text('solved.event'), ...shown.map(({ event }) => harmless(event))]
  const taken = columns.reduce((sum, one) => sum + GAP.length + one, 2 * INDENT.length)
  const room = Math.min(Math.max(...names.map(displayWidth)), width - taken)
  const narrow = room < Math.min(EVENT_COLUMNS_MIN, Math.max(...names.map(displayWidth)))
  const lines = narrow
    ? told(numbers, names, width)
    : names.map((name, row) => {
        const cells = numbers[row]!.map((cell, index) => cell.padStart(columns[index]!))
        return [INDENT + INDENT + pad(name, room), ...cells].join(GAP)
      })
  return [
    '',
    ...hang(INDENT, words.text('solved.importance'), width),
    ...lines,
    ...(more > 0
      ? hang(INDENT + INDENT, words.text('solved.more', { more }), width).map(paint.dim)
      : []),
  ]
}

/** Where the terminal is too narrow for the table: lines for each event. */
function told(
  numbers: readonly (readonly string[])[],
  names: readonly string[],
  width: number,
): string[] {
  const [headings = [], ...rows] = numbers
  return rows.flatMap((row, index) => {
    const detail = row.map((cell, place) => `${headings[place]} ${cell}`).join('; ')
    return [
      ...hang(INDENT + INDENT, names[index + 1]!, width),
      ...hang(INDENT.repeat(3), detail, width),
    ]
  })
}

const DIGITS = 6
const PLAIN_MIN = 1e-4
const PLAIN_BELOW = 1e6

/** Six significant places in the form of programs: 0.00123457, 1.5e-9. */
function shortNumber(value: number | null): string {
  if (value === null) return '—'
  const rounded = Number(value.toPrecision(DIGITS))
  const size = Math.abs(rounded)
  // What is not certain is never shown as if it were.
  if (rounded === 1 && value < 1) return `1 - ${shortNumber(1 - value)}`
  const plain = size === 0 || (size >= PLAIN_MIN && size < PLAIN_BELOW)
  return plain ? String(rounded) : rounded.toExponential()
}

/** Counts are whole as far as people can read them. */
const COUNT_DIGITS_MAX = 18

function shortCount(count: string): string {
  if (count.length > COUNT_DIGITS_MAX) return shortNumber(Number(count))
  return count.replace(/\B(?=(\d{3})+$)/g, ',')
}

function shortSeconds(seconds: number): string {
  return seconds.toFixed(3)
}
