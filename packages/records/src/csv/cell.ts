/**
 * The values of a cell that holds several, parted by semicolons with or without a space behind
 * them. A value that holds a semicolon or a quote is in quotes, the quotes within doubled. Values
 * are trimmed; empty ones are none.
 *
 * @returns null where the quotes of the cell do not match
 */
export function valuesOfCell(cell: string): readonly string[] | null {
  if (!cell.includes(';') && !cell.includes('"')) {
    const value = cell.trim()
    return value === '' ? [] : [value]
  }
  const values: string[] = []
  let at = 0
  while (at <= cell.length) {
    while (cell[at] === ' ') at += 1
    const end = cell[at] === '"' ? closingQuote(cell, at) : indexOrEnd(cell, at)
    if (end === -1) return null
    const raw = cell.slice(at, end)
    const value = raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw
    if (value.trim() !== '') values.push(value.trim())
    at = end
    while (cell[at] === ' ') at += 1
    if (at < cell.length && cell[at] !== ';') return null
    at += 1
  }
  return values
}

/** Behind the quote that closes the one at `open`; -1 when there is none. */
function closingQuote(cell: string, open: number): number {
  let close = cell.indexOf('"', open + 1)
  while (close !== -1 && cell[close + 1] === '"') close = cell.indexOf('"', close + 2)
  return close === -1 ? -1 : close + 1
}

function indexOrEnd(cell: string, from: number): number {
  const semicolon = cell.indexOf(';', from)
  return semicolon === -1 ? cell.length : semicolon
}
