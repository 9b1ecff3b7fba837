/** The table of documented outcomes, `examples/record-2025/outcomes.csv`. */

export type Happened = 'stopped' | 'went-on' | 'disputed'
export type Certainty = 'high' | 'medium' | 'low'

export interface DocumentedOutcome {
  readonly service: string
  readonly happened: Happened
  readonly certainty: Certainty
  readonly account: string
}

const HAPPENED: readonly string[] = ['stopped', 'went-on', 'disputed'] satisfies Happened[]
const CERTAINTIES: readonly string[] = ['high', 'medium', 'low'] satisfies Certainty[]

/**
 * Reads the table.
 *
 * @throws when a row has not as many cells as the heading, or a value is none of the known ones
 */
export function readOutcomes(text: string): DocumentedOutcome[] {
  const [heading = [], ...rows] = csvRows(text)
  const cell = (row: readonly string[], column: string): string => {
    const value = row[heading.indexOf(column)]
    if (value === undefined || row.length !== heading.length) {
      throw new Error(`no ${column}, or other cells than the heading's, in “${row.join(',')}”`)
    }
    return value
  }
  return rows.map((row) => {
    const happened = cell(row, 'happened')
    const certainty = cell(row, 'certainty')
    if (!HAPPENED.includes(happened) || !CERTAINTIES.includes(certainty)) {
      throw new Error(`“${happened}” or “${certainty}” is not known`)
    }
    return {
      service: cell(row, 'service'),
      happened: happened as Happened,
      certainty: certainty as Certainty,
      account: cell(row, 'account'),
    }
  })
}

/** Rows of comma separated values; a value in quotes may hold commas, line ends, doubled quotes. */
function csvRows(text: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const match of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    const [, quoted, plain = '', end] = match
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
    if (end === ',') continue
    if (row.length > 1) rows.push(row)
    row = []
  }
  return rows
}
