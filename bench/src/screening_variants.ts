/** Names as people mistype them, and many times the names of lists to see how a search grows. */
import type { DesignationList, EntryKind, ListEntry } from '@holdfast/lists'
import { type Chance, chanceOf } from './chance.ts'

/** So many words in a hundred are new: without them ten times the names had no more words. */
const NEW_WORDS = 0.12
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz']

const wordsOf = (name: string): string[] => name.split(/\s+/).filter((word) => word !== '')

/** A word that no list holds: one letter is another, or one is put in between. */
function newWord(word: string, chance: Chance): string {
  const letters = [...word]
  const place = chance.between(0, letters.length - 1)
  letters.splice(place, chance.happens(0.5) ? 1 : 0, chance.pick(LETTERS))
  return letters.join('')
}

/**
 * The lists with so many times their entries. An invented entry has as many names of as many words
 * as a real one; its words are drawn from those of the same kind of party as often as they occur
 * there, so that frequent words stay as frequent. The same seed gives the same names.
 */
export function multiplied(
  lists: readonly DesignationList[],
  times: number,
  seed: number,
): DesignationList[] {
  const chance = chanceOf(seed)
  const pools = new Map<EntryKind, string[]>()
  for (const { entries } of lists) {
    for (const { kind, names } of entries) {
      const pool = pools.get(kind) ?? []
      for (const { text } of names) pool.push(...wordsOf(text))
      pools.set(kind, pool)
    }
  }
  const invented = (entry: ListEntry, copy: number): ListEntry => {
    const pool = pools.get(entry.kind)!
    const word = (): string => {
      const drawn = chance.pick(pool)
      return chance.happens(NEW_WORDS) ? newWord(drawn, chance) : drawn
    }
    const names = entry.names.map((name) => {
      return { ...name, text: wordsOf(name.text).map(word).join(' ') }
    })
    return { ...entry, id: `${entry.id}-${copy}`, names }
  }
  return lists.map((list) => {
    const copies = Array.from({ length: times - 1 }, (_, i) => i + 1)
    const more = copies.flatMap((copy) => list.entries.map((entry) => invented(entry, copy)))
    return { ...list, entries: [...list.entries, ...more] }
  })
}

/** Two letters change places, or one is left out or doubled. */
export function mistyped(name: string, chance: Chance): string {
  const letters = [...name]
  if (letters.length < 4) return name
  const place = chance.between(1, letters.length - 3)
  const kind = chance.between(0, 2)
  const pair = [letters[place]!, letters[place + 1]!]
  const typed = [[pair[1]!, pair[0]!], [pair[1]!], [pair[0]!, ...pair]][kind]!
  letters.splice(place, 2, ...typed)
  return letters.join('')
}

/**
 * A typing error in each of two words of at least four letters, and of four words and more one is
 * left out that is neither the first nor the last.
 */
export function roughened(name: string, chance: Chance): string {
  const words = wordsOf(name)
  if (words.length > 3) words.splice(chance.between(1, words.length - 2), 1)
  const long = [...words.keys()].filter((i) => [...words[i]!].length >= 4)
  for (const place of chance.some(long, 2)) words[place] = mistyped(words[place]!, chance)
  return words.join(' ')
}
