/** A regime as the engines use it: conditions, prohibitions, exemptions, windows, readings. */
import { type Day, parseDay } from '@holdfast/kernel'
import type { RegimeFile } from './schema.ts'

export type ConditionKind =
  | 'organised-under'
  | 'branch-of-organised-under'
  | 'subsidiary-of-organised-under'
  | 'employee-of-organised-under'
  | 'national-of'
  | 'resident-in'
  | 'national-of-and-resident-in'

export interface Condition {
  readonly kind: ConditionKind
  readonly jurisdiction: string
  readonly cite: string
}

export interface Exemption {
  readonly kinds: ReadonlySet<string>
  readonly cite: string
}

/** One lawful interpretation of an open question, with its argument. */
export interface Reading {
  readonly id: string
  readonly name: string
  readonly argument: string
  readonly source: string | null
  readonly binds: readonly Condition[] | null
  readonly exempts: readonly Exemption[]
}

export interface Question {
  readonly id: string
  readonly text: string
  readonly default: string
  readonly readings: ReadonlyMap<string, Reading>
}

/** A wind-down licence for those designated on a day; `until` is its last day. */
export interface WindDownWindow {
  readonly licence: string
  readonly designated: Day
  readonly until: Day
  readonly source: string
}

export interface Regime {
  readonly id: string
  readonly name: string
  readonly short: string
  readonly kind: 'sanctions' | 'counter-law' | 'wanted-list'
  readonly power: { readonly id: string; readonly name: string; readonly decides: string }
  readonly source: string
  /** The day from which it is in force; null when that is not stated. */
  readonly from: Day | null
  readonly lists: readonly { readonly list: string; readonly programme: string }[]
  readonly ownership: 'ofac-50' | null
  readonly binds: readonly Condition[]
  readonly forbids: { readonly kinds: ReadonlySet<string> | 'all'; readonly cite: string } | null
  readonly exempts: readonly Exemption[]
  readonly questions: ReadonlyMap<string, Question>
  readonly windows: readonly WindDownWindow[]
  readonly annex: readonly { readonly instrument: string; readonly from: Day }[]
}

/** The reading taken of each open question: question id to reading id, per regime. */
export type Readings = ReadonlyMap<string, string>

/** The key of a question in `Readings`. */
export function questionKey(regime: string, question: string): string {
  return `${regime}/${question}`
}

/** Builds a regime from its file, whose shape was held by `regimeFile`. */
export function buildRegime(file: RegimeFile): Regime {
  return {
    id: file.id,
    name: file.name,
    short: file.short,
    kind: file.kind,
    power: file.power,
    source: file.source,
    from: file.from === undefined ? null : parseDay(file.from),
    lists: file.lists ?? [],
    ownership: file.ownership ?? null,
    binds: (file.binds ?? []).map(readCondition),
    forbids:
      file.forbids === undefined
        ? null
        : {
            kinds: file.forbids.kinds === 'all' ? 'all' : new Set(file.forbids.kinds),
            cite: file.forbids.cite,
          },
    exempts: (file.exempts ?? []).map(readExemption),
    questions: new Map(
      Object.entries(file.questions ?? {}).map(([id, raw]) => [
        id,
        {
          id,
          text: raw.text,
          default: raw.default,
          readings: new Map(
            Object.entries(raw.readings).map(([key, inner]) => [
              key,
              {
                id: key,
                name: inner.name,
                argument: inner.argument,
                source: inner.source ?? null,
                binds: inner.binds === undefined ? null : inner.binds.map(readCondition),
                exempts: (inner.exempts ?? []).map(readExemption),
              },
            ]),
          ),
        },
      ]),
    ),
    windows: (file.windows ?? []).map((raw) => ({
      licence: raw.licence,
      designated: parseDay(raw.designated) ?? 0,
      until: parseDay(raw.until) ?? 0,
      source: raw.source,
    })),
    annex: (file.annex ?? []).map(({ instrument, from }) => ({
      instrument,
      from: parseDay(from) ?? 0,
    })),
  }
}

function readCondition(raw: NonNullable<RegimeFile['binds']>[number]): Condition {
  const { cite, ...rest } = raw
  const [kind, jurisdiction] = Object.entries(rest)[0] as [ConditionKind, string]
  return { kind, jurisdiction, cite }
}

function readExemption(raw: { kinds: string[]; cite: string }): Exemption {
  return { kinds: new Set(raw.kinds), cite: raw.cite }
}

/** The reading taken of a question: the chosen one, or the regime's default. */
export function readingTaken(regime: Regime, question: Question, readings: Readings): Reading {
  const chosen = readings.get(questionKey(regime.id, question.id)) ?? question.default
  const reading = question.readings.get(chosen) ?? question.readings.get(question.default)
  if (reading === undefined) throw new Error(`regime ${regime.id}: ${question.id} has no default`)
  return reading
}

/** Who is bound under the readings taken: the regime's own clauses and the readings'. */
export function bindsUnder(regime: Regime, readings: Readings): readonly Condition[] {
  const open = [...regime.questions.values()].flatMap(
    (question) => readingTaken(regime, question, readings).binds ?? [],
  )
  return [...regime.binds, ...open]
}

/** What is exempt under the readings taken. */
export function exemptsUnder(regime: Regime, readings: Readings): readonly Exemption[] {
  const open = [...regime.questions.values()].flatMap(
    (question) => readingTaken(regime, question, readings).exempts,
  )
  return [...regime.exempts, ...open]
}

export function forbidsKind(regime: Regime, kind: string): boolean {
  if (regime.forbids === null) return false
  return regime.forbids.kinds === 'all' || regime.forbids.kinds.has(kind)
}
