/**
 * Statements and diagnostics carry a key and parameters, never a sentence: the sentence comes from
 * a catalogue of the reader's language (package `report`).
 */
export type Param = string | number | readonly string[] | null

export type Params = Readonly<Record<string, Param>>

/** Where something is written: a file of a dossier, a law, a list; lines and columns from 1. */
export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
  /** The line as it stands there, without its end; long lines are cut by the reader. */
  readonly excerpt: string
  /** How many characters the caret underlines. */
  readonly length: number
}

/** One step of a proof: what is stated, what it rests on, and where that is written. */
export interface Statement {
  readonly key: string
  readonly params: Params
  readonly because: readonly Statement[]
  /** The dossier's line or the data file's line that states the fact. */
  readonly place?: Place
  /** A citation: article, order, list entry, address of a source. */
  readonly source?: string
}

/** Builds a statement. */
export function state(
  key: string,
  params: Params = {},
  because: readonly Statement[] = [],
  at: { place?: Place | undefined; source?: string | undefined } = {},
): Statement {
  return {
    key,
    params,
    because,
    ...(at.place === undefined ? {} : { place: at.place }),
    ...(at.source === undefined ? {} : { source: at.source }),
  }
}
