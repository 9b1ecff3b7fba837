import { plainName } from './screening_baselines.ts'

/**
 * Stands for the search engine before nomenklatura: for a name the entries whose names share most
 * with it, as groups of three letters, the rarer the heavier. Rivals score what this returns.
 *
 * Order: the most alike first, then as they came. A query takes time with the entries that share a
 * group of letters with it.
 */
export class Retrieval {
  readonly #postings = new Map<string, number[]>()
  readonly #entryOf: number[] = []
  readonly #weightOf: number[] = []
  readonly #entries: number

  /** @param entries the names of each entry */
  constructor(entries: readonly (readonly string[])[]) {
    this.#entries = entries.length
    for (const [entry, names] of entries.entries()) {
      for (const name of names) {
        const place = this.#entryOf.push(entry) - 1
        for (const group of groupsOf(name)) {
          const known = this.#postings.get(group)
          if (known === undefined) this.#postings.set(group, [place])
          else known.push(place)
        }
      }
    }
    this.#weightOf = this.#entryOf.map(() => 0)
    for (const places of this.#postings.values()) {
      for (const place of places) this.#weightOf[place]! += this.#rarity(places) ** 2
    }
  }

  /** At most `count` entries, by their place among the entries. */
  find(name: string, count: number): number[] {
    const sums = new Map<number, number>()
    let asked = 0
    for (const group of groupsOf(name)) {
      const places = this.#postings.get(group) ?? []
      const weight = this.#rarity(places) ** 2
      asked += weight
      for (const place of places) sums.set(place, (sums.get(place) ?? 0) + weight)
    }
    const best = new Map<number, number>()
    for (const [place, sum] of sums) {
      const entry = this.#entryOf[place]!
      const alike = sum / Math.sqrt(asked * this.#weightOf[place]!)
      if (alike > (best.get(entry) ?? 0)) best.set(entry, alike)
    }
    const ranked = [...best].sort((a, b) => b[1] - a[1] || a[0] - b[0])
    return ranked.slice(0, count).map(([entry]) => entry)
  }

  #rarity(places: readonly number[]): number {
    return Math.log(1 + this.#entries / (1 + places.length))
  }
}

function groupsOf(name: string): Set<string> {
  const groups = new Set<string>()
  for (const word of plainName(name).split(' ')) {
    const padded = ` ${word} `
    for (let i = 0; i + 3 <= padded.length; i += 1) groups.add(padded.slice(i, i + 3))
  }
  return groups
}
