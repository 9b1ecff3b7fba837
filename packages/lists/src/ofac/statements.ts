import type { Details, Numbered } from './details.ts'
import { fact, state } from './details.ts'
import type { Label } from './labels.ts'
import { labelAt } from './labels.ts'

/** How a weak alias begins, which `weakAliases` reads. */
const ALIAS = /^[afn]\.k\.a\. '/

/** The date that a document is stated with, at the end of its statement. */
const DATE = /^(?:\d{1,2} )?(?:[A-Z][a-z]{2} )?\d{4}$/

/**
 * Reads Remarks, whole and with what continues them. Statements are parted by semicolons; each
 * begins with a label (`DOB`, `Passport`), `alt. ` before it means one more of the same. What has
 * no label that is known becomes the fact `Remarks` with the words as printed. Linear in the text.
 *
 * @param cut the end is missing: the last statement is no more than words, since half a number is
 * another number
 */
export function readStatements(remarks: string, details: Details, cut = false): void {
  if (remarks === '') return
  const statements = statementsOf(remarks)
  const half = cut ? statements.pop() : undefined
  for (const statement of statements) readStatement(statement, details)
  if (half !== undefined) fact(details, 'Remarks', half)
}

function readStatement(statement: string, details: Details): void {
  const text = /^alt\. /i.test(statement) ? statement.slice(5) : statement
  const found = labelAt(text)
  if (found === null || found.rest === '') fact(details, 'Remarks', statement)
  else state(details, found.label, numbered(found.label, found.rest))
}

/** `N1234 (Iran) issued 01 Jan 2010 expires 2020`, read from its end. */
export function numbered(label: Label, rest: string): Numbered {
  if (label.place !== 'identifier') return { number: rest }
  const expiring = dateBehind(rest, ' expires ')
  const issuing = dateBehind(expiring.before, ' issued ')
  const text = issuing.before
  const dates = { issued: issuing.date, expires: expiring.date }
  const open = text.endsWith(')') ? opening(text) : -1
  // What stands in parentheses with nothing before it is in the number's place: `(withheld)`.
  if (open <= 0) return { number: text, ...dates }
  const number = text.slice(0, open).trimEnd()
  return { number, country: text.slice(open + 1, -1), ...dates }
}

/** Where the parenthesis begins that ends the text: `(Congo (Kinshasa))` has one within it. */
function opening(text: string): number {
  let depth = 0
  for (let at = text.length - 1; at >= 0; at -= 1) {
    const char = text.charAt(at)
    if (char === ')') depth += 1
    else if (char === '(') depth -= 1
    if (depth === 0) return at
  }
  return -1
}

function dateBehind(text: string, word: string): { before: string; date: string | null } {
  const at = text.lastIndexOf(word)
  const date = at === -1 ? '' : text.slice(at + word.length)
  return DATE.test(date) ? { before: text.slice(0, at), date } : { before: text, date: null }
}

/** The statements without the aliases among them; in XML each may stand in parentheses. */
function statementsOf(remarks: string): string[] {
  const statements: string[] = []
  const text = remarks.endsWith('.') ? remarks.slice(0, -1) : remarks
  let inAlias = false
  for (const part of text.split(';')) {
    // An alias may hold a semicolon; it ends with a quote.
    if (inAlias || ALIAS.test(part.trimStart())) {
      inAlias = !(inAlias ? part : part.trimEnd()).endsWith("'")
      continue
    }
    const pieces = part.includes(') (') ? part.split(/\)\s+(?=\(Linked To:)/) : [part]
    for (const piece of pieces) {
      const statement = unwrapped(piece.trim())
      if (statement !== '') statements.push(statement)
    }
  }
  // An alias that does not end is cut; its words are in the remarks.
  return statements
}

/** `(Linked To: A)` without its parentheses. */
function unwrapped(text: string): string {
  if (!text.startsWith('(Linked To:')) return text
  return text.endsWith(')') ? text.slice(1, -1) : text.slice(1)
}
