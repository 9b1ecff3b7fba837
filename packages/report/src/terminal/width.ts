/**
 * How many columns of a terminal a text takes: marks that combine take none, East Asian wide
 * characters and emoji take two, everything else one.
 */

/** Texts of which every UTF-16 unit is one column: Latin letters, punctuation, arrows, lines. */
const SIMPLE =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e\u2190-\u21ff\u2500-\u257f]*$/
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const NO_WIDTH = /^[\p{M}\p{Cf}]$/u
/** The wide and full-width blocks of Unicode's East Asian Width. */
const WIDE = new RegExp(
  '^[\\u1100-\\u115f\\u2329\\u232a\\u2e80-\\u303e\\u3041-\\ua4cf\\ua960-\\ua97f\\uac00-\\ud7a3' +
    '\\uf900-\\ufaff\\ufe10-\\ufe19\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6' +
    '\\u{16fe0}-\\u{18aff}\\u{1b000}-\\u{1b2ff}\\u{20000}-\\u{3fffd}\\p{Emoji_Presentation}]$',
  'u',
)

let graphemes: Intl.Segmenter | undefined

/**
 * The text without control characters and without marks that turn the reading direction: a name
 * in a dossier must not be able to move the cursor or to disguise itself.
 */
export function harmless(text: string): string {
  return SIMPLE.test(text) ? text : text.replace(/\t/g, ' ').replace(CONTROL, '')
}

/** The characters of a text as people see them. */
function seen(text: string): string[] {
  if (SIMPLE.test(text)) return text.split('')
  graphemes ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(graphemes.segment(text), (segment) => segment.segment)
}

function widthOfOne(grapheme: string): number {
  let width = 0
  for (const character of grapheme) {
    if (WIDE.test(character) || character === '\ufe0f') return 2
    if (!NO_WIDTH.test(character)) width = 1
  }
  return width
}

/** Columns that a text takes. */
export function displayWidth(text: string): number {
  if (SIMPLE.test(text)) return text.length
  return seen(text).reduce((sum, grapheme) => sum + widthOfOne(grapheme), 0)
}

/** The text, cut with '…' when it is wider. */
export function fit(text: string, width: number): string {
  return displayWidth(text) <= width ? text : `${startOf(text, width - 1).trimEnd()}…`
}

/** The text with spaces after it up to the width; cut when it is wider. */
export function pad(text: string, width: number): string {
  const fitted = fit(text, width)
  return fitted + ' '.repeat(Math.max(0, width - displayWidth(fitted)))
}

/** As much of the text's start as the width holds. */
function startOf(text: string, width: number): string {
  let start = ''
  let used = 0
  for (const grapheme of seen(text)) {
    used += widthOfOne(grapheme)
    if (used > width) break
    start += grapheme
  }
  return start
}

/** The text in lines of at most `width` columns, broken at spaces, in words only when it must. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (displayWidth(longer) <= width) {
      line = longer
      continue
    }
    if (line !== '') lines.push(line)
    line = word
    while (displayWidth(line) > width) {
      const start = startOf(line, width) || line.slice(0, 1)
      lines.push(start)
      line = line.slice(start.length)
    }
  }
  if (line !== '' || lines.length === 0) lines.push(line)
  return lines
}

/** The text wrapped behind a mark: the first line starts with it, the others are indented. */
export function hang(mark: string, text: string, width: number): string[] {
  const indent = displayWidth(mark)
  const lines = wrap(text, Math.max(8, width - indent))
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(indent)) + line)
}
