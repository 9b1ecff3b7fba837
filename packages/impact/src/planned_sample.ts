/** Drawn cases, for what is too much for exact numbers. The same cases in every run. */

/** Cases drawn for one group: the standard error of a likelihood is then at most 2.5 percent. */
export const SAMPLE_CASES = 400

/** Half the square root of one over the cases: the error of a likelihood of one half. */
export const SAMPLE_ERROR = 0.5 / Math.sqrt(SAMPLE_CASES)

/**
 * Whether an event occurs in a drawn case: each event and case has a number from 0 to 1 of its own,
 * which depends on nothing else, so that two groups draw the same event alike.
 *
 * The number is a hash of 32 bits (G. Fowler, L. C. Noll, P. Vo, 1991) mixed as in MurmurHash3
 * (A. Appleby, 2011).
 */
export function occursIn(drawn: number, event: string, probability: number): boolean {
  let hash = 0x811c9dc5 ^ drawn
  for (let at = 0; at < event.length; at += 1) {
    hash = Math.imul(hash ^ event.charCodeAt(at), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32 < probability
}
