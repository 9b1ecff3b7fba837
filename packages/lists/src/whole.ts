import { wordTable } from '@holdfast/records'
/**
 * How large whole lists have been. A list far below the size of its time is no list of that time,
 * whatever its bytes look like. Names where the number of entries is not known.
 */
export interface KnownSize {
  /** `YYYY-MM-DD`. */
  readonly day: string
  readonly entries?: number
  readonly names?: number
}

/** In the order of their days. Counted on the official files, or on excerpts of all their names. */
const KNOWN = wordTable<readonly KnownSize[]>({
  'ofac-sdn': [
    { day: '2021-07-07', entries: 8_976 },
    { day: '2022-02-24', entries: 9_123 },
    { day: '2022-12-28', entries: 11_430 },
    { day: '2024-05-03', entries: 14_965 },
    { day: '2026-07-11', entries: 19_143 },
  ],
  'ofac-consolidated': [{ day: '2025-12-19', entries: 442 }],
  'un-sc': [
    { day: '2020-11-30', entries: 1_018 },
    { day: '2026-02-27', entries: 1_003 },
  ],
  'eu-fsf': [{ day: '2026-06-05', entries: 5_994 }],
  'uk-sanctions': [{ day: '2026-06-10', names: 15_313 }],
})

/**
 * The largest step of 309 seen in OFAC's list was 150 removals, 1.6 percent of the list of its
 * time. The UN's list lost an eighth when one regime ended; it came back later.
 */
const FEW = 0.8

/** The known whole list to compare with: the last one not after that day, or else the first. */
export function knownSize(list: string, published: string | null): KnownSize | null {
  const known = KNOWN.get(list)
  const first = known?.[0]
  if (known === undefined || first === undefined) return null
  if (published === null) return first
  return known.findLast(({ day }) => day <= published) ?? first
}

/** Whether that number is far below what a whole list of its time had. */
export function isFew(count: number, expected: number): boolean {
  return count < expected * FEW
}
