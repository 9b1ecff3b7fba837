/**
 * Kleene's strong three-valued logic (S. C. Kleene, Introduction to Metamathematics, 1952, §64).
 * `unknown` means that the facts at hand do not settle the question.
 */
export type Tri = 'yes' | 'no' | 'unknown'

export function triNot(a: Tri): Tri {
  if (a === 'unknown') return 'unknown'
  return a === 'yes' ? 'no' : 'yes'
}

/** Yes when all are; no as soon as one is no. The empty conjunction is yes. */
export function triAnd(values: Iterable<Tri>): Tri {
  let result: Tri = 'yes'
  for (const value of values) {
    if (value === 'no') return 'no'
    if (value === 'unknown') result = 'unknown'
  }
  return result
}

/** Yes as soon as one is; no when all are no. The empty disjunction is no. */
export function triOr(values: Iterable<Tri>): Tri {
  let result: Tri = 'no'
  for (const value of values) {
    if (value === 'yes') return 'yes'
    if (value === 'unknown') result = 'unknown'
  }
  return result
}

/** Both completions give the same answer, or it is unknown. */
export function triFromEnds(atLeast: boolean, atMost: boolean): Tri {
  if (atLeast) return 'yes'
  return atMost ? 'unknown' : 'no'
}
