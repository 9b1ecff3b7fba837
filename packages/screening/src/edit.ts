/**
 * The cost of making one word of another, in tenths of an edit.
 *
 * Optimal string alignment (Damerau-Levenshtein without moves across edits) with cheap edits where
 * spellings of one name differ: doubled letters, vowels for vowels, a silent h, consonants that
 * romanisations exchange, digits that look like letters. Source of the recurrence: Damerau 1964;
 * the costs are this project's.
 */

/** One full edit. */
export const EDIT = 10

const DOUBLED = 3
const VOWEL = 5
const VOWEL_GONE = 8
const SILENT = 5
/** A consonant for one that sounds like it. */
export const ALIKE = 6
const LOOKS = 2
const SWAPPED = 9

const VOWELS = new Set('aeiouy')

/** Pairs of consonants that stand for one sound in some romanisation. */
const ALIKE_PAIRS = ['bp', 'bv', 'vw', 'fv', 'ck', 'kq', 'cq', 'gk', 'gq', 'cs', 'sz', 'cz']
  .concat([
    'jz',
    'gj',
    'dt',
    'jy',
    'iy',
    'ij',
    'sx',
    'kx',
    'mn',
    'lr',
    'fp',
    'uw',
    'ch',
    'gh',
    'kh',
  ])
  .concat(['hx', 'hj', 'tz', 'ts'])
  // Capitals are consonants of two letters, see `consonantsOf`.
  .concat(['Xk', 'Xh', 'Ss', 'SC', 'Cj', 'Ck', 'Dd', 'Dz', 'Tt', 'Ts', 'Zz', 'Zj', 'Cs'])

/** Digits for letters, as people write to evade a filter. */
const LOOK_PAIRS = ['0o', '1i', '1l', '3e', '4a', '5s', '7t', '8b', '9g', '6g', '2z', '1t']

const SIZE = 128
const SUBSTITUTION = new Uint8Array(SIZE * SIZE).fill(EDIT)
const REMOVAL = new Uint8Array(SIZE).fill(EDIT)

for (const a of VOWELS) {
  REMOVAL[a.charCodeAt(0)] = VOWEL_GONE
  for (const b of VOWELS) SUBSTITUTION[at(a, b)] = VOWEL
}
REMOVAL['h'.charCodeAt(0)] = SILENT
for (const pair of ALIKE_PAIRS) bothWays(pair, ALIKE)
for (const pair of LOOK_PAIRS) bothWays(pair, LOOKS)
for (let code = 0; code < SIZE; code += 1) SUBSTITUTION[code * SIZE + code] = 0

/** Of each letter from a to z the letters that sound like it, as bits. */
export const ALIKE_BITS: readonly number[] = Array.from({ length: 26 }, (_, letter) => {
  const one = String.fromCharCode(97 + letter)
  return ALIKE_PAIRS.filter((pair) => pair.includes(one)).reduce((bits, pair) => {
    const other = pair.replace(one, '').charCodeAt(0) - 97
    return other >= 0 && other < 26 ? bits | (1 << other) : bits
  }, 0)
})

function at(a: string, b: string): number {
  return a.charCodeAt(0) * SIZE + b.charCodeAt(0)
}

function bothWays(pair: string, cost: number): void {
  SUBSTITUTION[at(pair[0]!, pair[1]!)] = cost
  SUBSTITUTION[at(pair[1]!, pair[0]!)] = cost
}

const LENGTH_MAX = 64
let before = new Int32Array(LENGTH_MAX + 1)
let last = new Int32Array(LENGTH_MAX + 1)
let row = new Int32Array(LENGTH_MAX + 1)

/** A word that many others are compared with. Words are compared by their first 64 letters. */
export class EditTarget {
  #word = ''
  #length = 0
  readonly #codes = new Int32Array(LENGTH_MAX)
  /** What it costs to lose each letter, and to lose all letters before it. */
  readonly #losses = new Int32Array(LENGTH_MAX)
  readonly #first = new Int32Array(LENGTH_MAX + 1)

  /** Takes another word; what was made for one is used again for the next. */
  aim(word: string): this {
    this.#word = word
    this.#length = Math.min(word.length, LENGTH_MAX)
    for (let j = 0; j < this.#length; j += 1) {
      this.#codes[j] = word.charCodeAt(j)
      this.#losses[j] = lossOf(word, j)
      this.#first[j + 1] = this.#first[j]! + this.#losses[j]!
    }
    return this
  }

  /**
   * The cost between the two words in tenths of an edit, or any number above `most` where it is
   * higher. Symmetric. O(n m).
   */
  cost(word: string, most: number): number {
    if (word === this.#word) return 0
    const n = Math.min(word.length, LENGTH_MAX)
    const m = this.#length
    // The cheapest way to lose letters is to lose doubled ones.
    if (Math.abs(n - m) * DOUBLED > most) return most + 1
    for (let j = 0; j <= m; j += 1) last[j] = this.#first[j]!
    for (let i = 0; i < n; i += 1) {
      const least = this.#fillRow(word, i, m)
      if (least > most) return most + 1
      const spare = before
      before = last
      last = row
      row = spare
    }
    return last[m]!
  }

  /** Fills the row of a letter and gives its least cost. */
  #fillRow(word: string, i: number, m: number): number {
    const codes = this.#codes
    const losses = this.#losses
    const x = word.charCodeAt(i)
    const earlier = i === 0 ? -1 : word.charCodeAt(i - 1)
    const loss = lossOf(word, i)
    const costs = x < SIZE ? x * SIZE : -1
    let diagonal = last[0]!
    let added = diagonal + loss
    let least = added
    row[0] = added
    for (let j = 0; j < m; j += 1) {
      const y = codes[j]!
      let cost = diagonal
      if (x !== y) cost += costs >= 0 && y < SIZE ? SUBSTITUTION[costs + y]! : EDIT
      diagonal = last[j + 1]!
      if (diagonal + loss < cost) cost = diagonal + loss
      added += losses[j]!
      if (added < cost) cost = added
      if (y === earlier && j > 0 && x === codes[j - 1] && x !== y) {
        const swapped = before[j - 1]! + SWAPPED
        if (swapped < cost) cost = swapped
      }
      added = cost
      row[j + 1] = cost
      if (cost < least) least = cost
    }
    return least
  }
}

const single = new EditTarget()

/** The same for a word that is compared once. */
export function editCost(a: string, b: string, most: number): number {
  return a === b ? 0 : single.aim(b).cost(a, most)
}

/** The second of two letters alike is a doubled one. */
function lossOf(word: string, index: number): number {
  const code = word.charCodeAt(index)
  if (index > 0 && code === word.charCodeAt(index - 1)) return DOUBLED
  return code < SIZE ? REMOVAL[code]! : EDIT
}
