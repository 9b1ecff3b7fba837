/** Legal entity identifiers. */

const SHAPE = /^[0-9A-Z]{18}[0-9]{2}$/

/**
 * Whether a text is a legal entity identifier with right check digits: 20 characters of which
 * ISO 7064 mod 97-10 leaves 1 (ISO 17442-1). Says nothing about whose it is, or whether it exists.
 */
export function isLei(text: string): boolean {
  if (!SHAPE.test(text)) return false
  let rest = 0
  // Registers have millions: a letter counts as two digits, `A` as 10.
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    rest = (code < 65 ? rest * 10 + code - 48 : rest * 100 + code - 55) % 97
  }
  return rest === 1
}
