/**
 * The blocks of scripts other than Latin, by first and last code point in ascending order, with
 * their ISO 15924 codes. Source: the Unicode block names; Latin and what many scripts share is not
 * in the table.
 */
const BLOCKS: readonly (readonly [first: number, last: number, script: string])[] = [
  [0x0370, 0x03ff, 'Grek'],
  [0x0400, 0x052f, 'Cyrl'],
  [0x0530, 0x058f, 'Armn'],
  [0x0590, 0x05ff, 'Hebr'],
  [0x0600, 0x06ff, 'Arab'],
  [0x0700, 0x074f, 'Syrc'],
  [0x0750, 0x077f, 'Arab'],
  [0x0780, 0x07bf, 'Thaa'],
  [0x07c0, 0x07ff, 'Nkoo'],
  [0x0860, 0x086f, 'Syrc'],
  [0x0870, 0x08ff, 'Arab'],
  [0x0900, 0x097f, 'Deva'],
  [0x0980, 0x09ff, 'Beng'],
  [0x0a00, 0x0a7f, 'Guru'],
  [0x0a80, 0x0aff, 'Gujr'],
  [0x0b00, 0x0b7f, 'Orya'],
  [0x0b80, 0x0bff, 'Taml'],
  [0x0c00, 0x0c7f, 'Telu'],
  [0x0c80, 0x0cff, 'Knda'],
  [0x0d00, 0x0d7f, 'Mlym'],
  [0x0d80, 0x0dff, 'Sinh'],
  [0x0e00, 0x0e7f, 'Thai'],
  [0x0e80, 0x0eff, 'Laoo'],
  [0x0f00, 0x0fff, 'Tibt'],
  [0x1000, 0x109f, 'Mymr'],
  [0x10a0, 0x10ff, 'Geor'],
  [0x1100, 0x11ff, 'Hang'],
  [0x1200, 0x139f, 'Ethi'],
  [0x13a0, 0x13ff, 'Cher'],
  [0x1780, 0x17ff, 'Khmr'],
  [0x1800, 0x18af, 'Mong'],
  [0x1c80, 0x1c8f, 'Cyrl'],
  [0x1c90, 0x1cbf, 'Geor'],
  [0x1f00, 0x1fff, 'Grek'],
  [0x2d00, 0x2d2f, 'Geor'],
  [0x2d30, 0x2d7f, 'Tfng'],
  [0x2d80, 0x2ddf, 'Ethi'],
  [0x2e80, 0x2fdf, 'Hani'],
  [0x3005, 0x3007, 'Hani'],
  [0x3040, 0x309f, 'Hira'],
  [0x30a0, 0x30ff, 'Kana'],
  [0x3100, 0x312f, 'Bopo'],
  [0x3130, 0x318f, 'Hang'],
  [0x31f0, 0x31ff, 'Kana'],
  [0x3400, 0x4dbf, 'Hani'],
  [0x4e00, 0x9fff, 'Hani'],
  [0xa640, 0xa69f, 'Cyrl'],
  [0xa960, 0xa97f, 'Hang'],
  [0xab00, 0xab2f, 'Ethi'],
  [0xac00, 0xd7ff, 'Hang'],
  [0xf900, 0xfaff, 'Hani'],
  [0xfb1d, 0xfb4f, 'Hebr'],
  [0xfb50, 0xfdff, 'Arab'],
  [0xfe70, 0xfeff, 'Arab'],
  [0xff66, 0xff9f, 'Kana'],
  [0x20000, 0x323af, 'Hani'],
]

const FIRST = 0x0370
const LETTER = /\p{L}/u

/**
 * The script of a name as ISO 15924 by its first letter that is not Latin: `Cyrl`, `Arab`, `Hani`.
 * Kana anywhere makes it `Jpan`, Han with Hangul `Kore`. Digits, marks and punctuation are no
 * letters.
 *
 * @returns null for a text of Latin letters, or without letters of a known script
 */
export function scriptOf(text: string): string | null {
  let script: string | null = null
  for (const character of text) {
    const found = scriptOfCode(character.codePointAt(0) as number)
    if (found === null || !LETTER.test(character)) continue
    if (found === 'Hira' || found === 'Kana') return 'Jpan'
    if (script === null) script = found
    else if (script === 'Hani' && found === 'Hang') script = 'Kore'
    else if (script === 'Hang' && found === 'Hani') script = 'Kore'
  }
  return script
}

function scriptOfCode(code: number): string | null {
  if (code < FIRST) return null
  let low = 0
  let high = BLOCKS.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const [first, last, script] = BLOCKS[middle] as (typeof BLOCKS)[number]
    if (code < first) high = middle - 1
    else if (code > last) low = middle + 1
    else return script
  }
  return null
}
