const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
])

/**
 * What a reference of XML 1.0 stands for, without its `&` and `;`: one of the five names, or a
 * character by its number. Null for anything else; no other names are declared, since no DOCTYPE is
 * read.
 */
export function entityValue(reference: string): string | null {
  const named = NAMED.get(reference)
  if (named !== undefined) return named
  const number = /^#(?:x([0-9a-fA-F]{1,6})|([0-9]{1,7}))$/.exec(reference)
  if (number === null) return null
  const code = number[1] === undefined ? Number(number[2]) : Number.parseInt(number[1], 16)
  return isCharacter(code) ? String.fromCodePoint(code) : null
}

/** Whether XML 1.0 knows the character. */
function isCharacter(code: number): boolean {
  if (code < 0x20) return code === 0x09 || code === 0x0a || code === 0x0d
  const isSurrogate = code >= 0xd800 && code <= 0xdfff
  return code <= 0x10ffff && !isSurrogate && code !== 0xfffe && code !== 0xffff
}
