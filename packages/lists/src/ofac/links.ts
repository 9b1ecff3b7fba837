import type { Link } from '../entry.ts'

/** A name that several entries print belongs to none of them. */
const SEVERAL = ''
/** `A AND B AND C` is read in at most so many ways. */
const PARTS_MAX = 8

/** The printed names of a list, with the entry that each belongs to. */
export class NameIndex {
  readonly #primary = new Map<string, string>()
  readonly #aliases = new Map<string, string>()

  addPrimary(name: string, id: string): void {
    put(this.#primary, name, id)
  }

  addAlias(name: string, id: string): void {
    put(this.#aliases, name, id)
  }

  /** The one entry that prints that name, a primary name before an alias; null without or with several. */
  find(name: string): string | null {
    const key = keyOf(name)
    const id = this.#primary.get(key) ?? this.#aliases.get(key)
    return id === undefined || id === SEVERAL ? null : id
  }

  has(name: string): boolean {
    const key = keyOf(name)
    return this.#primary.has(key) || this.#aliases.has(key)
  }
}

function put(map: Map<string, string>, name: string, id: string): void {
  const key = keyOf(name)
  const before = map.get(key)
  map.set(key, before === undefined || before === id ? id : SEVERAL)
}

/** Remarks end with a period, which a name such as `X S.A.` shares. */
function keyOf(name: string): string {
  return name.endsWith('.') ? name.slice(0, -1) : name
}

/**
 * Finds the entries that links name. `Linked To: A AND B` in one statement is two links where both
 * are names of the list and the whole is none; else it stays as printed. A link to the entry itself
 * stays without a number.
 */
export function resolveLinks(links: readonly Link[], names: NameIndex, own: string): Link[] {
  return links.flatMap((link) => {
    const parts = names.has(link.name) ? null : partsOf(link.name, names)
    return (parts ?? [link.name]).map((name) => {
      const entry = names.find(name)
      return entry === null || entry === own ? { ...link, name } : { ...link, name, entry }
    })
  })
}

/** The names that a text joins by AND, all of them in the list; null when it is no such text. */
function partsOf(text: string, names: NameIndex): string[] | null {
  const words = text.split(/,? AND /)
  if (words.length < 2 || words.length > PARTS_MAX) return null
  return joined(words, 0, names)
}

function joined(words: readonly string[], from: number, names: NameIndex): string[] | null {
  if (from === words.length) return []
  for (let to = words.length; to > from; to -= 1) {
    if (from === 0 && to === words.length) continue
    const name = words.slice(from, to).join(' AND ')
    if (!names.has(name)) continue
    const rest = joined(words, to, names)
    if (rest !== null) return [name, ...rest]
  }
  return null
}
