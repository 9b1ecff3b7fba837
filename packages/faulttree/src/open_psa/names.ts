/**
 * Names that every reader of the format takes: letters, digits and `_`, with single hyphens
 * between, and a letter or `_` first. Letters are those that XML's older editions know too.
 */
const LETTER =
  'A-Za-z_\\xc0-\\xd6\\xd8-\\xf6\\xf8-\\xff\\u0391-\\u03a1\\u03a3-\\u03c9\\u0410-\\u044f'
const WORD = `[${LETTER}0-9]+`
const VALID = new RegExp(`^[${LETTER}][${LETTER}0-9]*(-${WORD})*$`)
const OTHER = new RegExp(`[^${LETTER}0-9]+`, 'g')
const NAME_CHARACTERS_MAX = 120

/** The name nearest to a text; `otherwise` when nothing of it can stay. */
export function nameOf(text: string, otherwise: string): string {
  if (VALID.test(text) && text.length <= NAME_CHARACTERS_MAX) return text
  const words = text
    .slice(0, NAME_CHARACTERS_MAX)
    .replace(OTHER, '_')
    .replace(/^_+|_+$/g, '')
  if (words === '') return otherwise
  return /^[0-9]/.test(words) ? `_${words}` : words
}

/** Gives each thing a name of its own; gates and events of the format share one space. */
export class Names {
  readonly #taken = new Set<string>()
  readonly #copies = new Map<string, number>()

  /** The text itself, if it is a name and still free. */
  keep(text: string): string | null {
    if (text === '' || nameOf(text, '') !== text || this.#taken.has(text)) return null
    this.#taken.add(text)
    return text
  }

  /** A free name that is near to a text. */
  take(text: string, otherwise: string): string {
    const base = nameOf(text, otherwise)
    let name = base
    let copy = this.#copies.get(base) ?? 1
    while (this.#taken.has(name)) {
      copy += 1
      name = `${base}_${copy}`
    }
    this.#copies.set(base, copy)
    this.#taken.add(name)
    return name
  }
}
