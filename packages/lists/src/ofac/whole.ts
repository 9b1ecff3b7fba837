/**
 * How many entries whole lists have had. A list far below the number of its time is no list of
 * that time, whatever its bytes look like.
 */
export type OfacListId = 'ofac-sdn' | 'ofac-consolidated'

const KNOWN: Readonly<Record<OfacListId, readonly (readonly [day: string, entries: number])[]>> = {
  'ofac-sdn': [
    ['2021-07-07', 8_976],
    ['2022-02-24', 9_123],
    ['2022-12-28', 11_430],
    ['2024-05-03', 14_965],
    ['2026-07-11', 19_143],
  ],
  'ofac-consolidated': [['2025-12-19', 442]],
}

/** The largest step of 309 seen was 150 removals, 1.6 percent of the list of its time. */
const FEW = 0.8

/** The known whole list to compare with: the last one not after that day, or else the first. */
export function knownWhole(id: OfacListId, published: string | null): readonly [string, number] {
  const known = KNOWN[id]
  const first = known[0] as readonly [string, number]
  if (published === null) return first
  return known.findLast(([day]) => day <= published) ?? first
}

/** Whether that number of entries is far below what a whole list of its time had. */
export function isFew(entries: number, expected: number): boolean {
  return entries < expected * FEW
}
