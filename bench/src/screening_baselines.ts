/** What anybody would write first: distances of whole names, without knowledge of names. */

/** Small letters without marks, one space between words, nothing but letters and digits. */
export function plainName(name: string): string {
  const bare = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return bare.replaceAll(/[^\p{L}\p{N}]+/gu, ' ').trim()
}

/** One less the edits over the letters of the longer text. O(n m). */
export function levenshteinLikeness(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  if (longest === 0) return 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(change, row[j]! + 1, next[j - 1]! + 1))
    }
    row = next
  }
  return 1 - row[b.length]! / longest
}

const PREFIX_MAX = 4
const PREFIX_WEIGHT = 0.1

/**
 * Jaro's likeness with Winkler's bonus for a common beginning (Winkler 1990). O(n m), no memory
 * but two lists of flags.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1
  if (a.length === 0 || b.length === 0) return 0
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const takenA = new Uint8Array(a.length)
  const takenB = new Uint8Array(b.length)
  let common = 0
  for (let i = 0; i < a.length; i += 1) {
    const last = Math.min(b.length - 1, i + reach)
    for (let j = Math.max(0, i - reach); j <= last; j += 1) {
      if (takenB[j] === 0 && a.charCodeAt(i) === b.charCodeAt(j)) {
        takenA[i] = 1
        takenB[j] = 1
        common += 1
        break
      }
    }
  }
  if (common === 0) return 0
  let moved = 0
  for (let i = 0, j = 0; i < a.length; i += 1) {
    if (takenA[i] === 0) continue
    while (takenB[j] === 0) j += 1
    if (a.charCodeAt(i) !== b.charCodeAt(j)) moved += 1
    j += 1
  }
  const jaro = (common / a.length + common / b.length + (common - moved / 2) / common) / 3
  let prefix = 0
  while (prefix < PREFIX_MAX && prefix < a.length && a[prefix] === b[prefix]) prefix += 1
  return jaro + prefix * PREFIX_WEIGHT * (1 - jaro)
}
