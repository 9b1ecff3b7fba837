/** Looks parties up in lists, with what was decided about them before. */
import { type Diagnostic, failed, hasErrors, ok, parseDay, type Result } from '@holdfast/kernel'
import { entryDigest, primaryName } from '@holdfast/lists'
import {
  buildScreen,
  comparePair,
  type Decision,
  DecisionMemory,
  type Match,
  type ScreenOptions,
  type ScreenQuery,
  screenName,
  subjectKey,
  THRESHOLD,
} from '@holdfast/screening'
import type { ListUsed } from './findings.ts'
import type { ListFiles } from './inputs.ts'
import { readLists } from './list.ts'
import { reservationsOf } from './list_reservations.ts'
import type { ScreenAnswer, ScreenedPair, ScreenMatch } from './screen_findings.ts'

/** Who is looked up: a query, and how the caller calls it. */
export interface ScreenSubject extends ScreenQuery {
  readonly id: string | null
}

export interface ScreeningInput {
  readonly lists: readonly ListFiles[]
  readonly decisions: readonly Decision[]
  /** The day of the clock, `YYYY-MM-DD`: how old the lists are. */
  readonly today: string
  readonly options: ScreenOptions
}

/** Lists made ready for questions; each answer is computed when it is asked for. */
export interface Screening {
  readonly lists: readonly ListUsed[]
  readonly threshold: number
  readonly answer: (subject: ScreenSubject) => ScreenAnswer
  /** What a decision about an entry is to be kept as; null where no list has the entry. */
  readonly decisionOn: (
    subject: ScreenQuery,
    list: string,
    entry: string,
    decided: Pick<Decision, 'outcome' | 'by' | 'on' | 'why'>,
  ) => Decision | null
}

/** Reads the lists and makes them ready. */
export function openScreening(input: ScreeningInput): Result<Screening> {
  const read = readLists(input.lists)
  if (!read.ok) return read
  const lists = read.value.map(({ list }) => list)
  const used = read.value.map((list) => list.used)
  const screen = buildScreen(lists)
  const memory = new DecisionMemory(input.decisions)
  const diagnostics: Diagnostic[] = [
    ...read.diagnostics,
    ...reservationsOf(used, [], parseDay(input.today) ?? 0),
  ]
  if (hasErrors(diagnostics)) return failed(diagnostics)
  const answer = (subject: ScreenSubject): ScreenAnswer => ({
    query: subject.name,
    id: subject.id,
    matches: screenName(screen, subject, input.options).map((match) =>
      matchOf(subject, match, memory),
    ),
  })
  const entryOf = (list: string, number: string) =>
    lists.find(({ id }) => id === list)?.entries.find(({ id }) => id === number) ?? null
  const decisionOn: Screening['decisionOn'] = (subject, list, number, decided) => {
    const entry = entryOf(list, number)
    if (entry === null) return null
    const digest = entryDigest(entry)
    const about = { subject: subjectKey(subject), name: subject.name, list, entry: number }
    return { ...about, digest, ...decided }
  }
  return ok(
    { lists: used, threshold: input.options.threshold ?? THRESHOLD, answer, decisionOn },
    diagnostics,
  )
}

function matchOf(subject: ScreenQuery, match: Match, memory: DecisionMemory): ScreenMatch {
  const { entry, list, name, score, reasons } = match
  return {
    list,
    entry: entry.id,
    name: name.text,
    quality: name.quality,
    primaryName: primaryName(entry),
    kind: entry.kind,
    programmes: [...entry.programmes],
    score,
    reasons,
    decision: memory.decided(subject, list, entry),
  }
}

/** Two names to be compared, of one kind where it is known. */
export interface NamePair {
  readonly row: number
  readonly name1: string
  readonly name2: string
  readonly kind: ScreenedPair['kind']
}

/** Scores one pair of names as such, without lists. */
export function screenPair(pair: NamePair, threshold = THRESHOLD): ScreenedPair {
  const { score, reasons } = comparePair(pair.name1, pair.name2, pair.kind)
  return { ...pair, score, match: score >= threshold, reasons }
}
