import type { Link } from '../entry.ts'
import { ownCopy } from './own_copy.ts'

/** An entry that prints a name; several entries that print the same name are none of them. */
interface Named {
  id: string | null
  readonly name: string
}

/** `A AND B AND C` is read in at most so many ways. */
const PARTS_MAX = 8

/** The printed names of a list, with the entry that each belongs to. */
export class NameIndex {
  readonly #primary = new Map<string, Named>()
  readonly #aliases = new Map<string, Named>()

  addPrimary(name: string, id: string): void {
    put(this.#primary, name, id)
  }

  addAlias(name: string, id: string): void {
    put(this.#aliases, name, id)
  }

  /** Who prints that name: a primary name counts before an alias. Null when nobody does. */
  find(name: string): Readonly<Named> | null {
    const key = keyOf(name)
    return this.#primary.get(key) ?? this.#aliases.get(key) ?? null
  }
}

function put(map: Map<string, Named>, name: string, id: string): void {
  const before = map.get(keyOf(name))
  if (before === undefined) {
    const copy = ownCopy(name)
    map.set(keyOf(copy), { id, name: copy })
  } else if (before.id !== id && before.id !== null) before.id = null
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
    const parts = names.find(link.name) === null ? partsOf(link.name, names) : null
    return (parts ?? [link.name]).map((name) => {
      const found = names.find(name)
      if (found === null || found.id === null || found.id === own) return { ...link, name }
      // The period at the end of Remarks may be the name's own: the entry prints it rightly.
      return { ...link, name: found.name, entry: found.id }
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
    if (names.find(name) === null) continue
    const rest = joined(words, to, names)
    if (rest !== null) return [name, ...rest]
  }
  return null
}
