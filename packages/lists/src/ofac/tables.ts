/** The four files of a publication, by their names at OFAC. Source: dat_spec.txt, 09/25/2023. */
export type OfacTable = 'SDN.CSV' | 'ADD.CSV' | 'ALT.CSV' | 'SDN_COMMENTS.CSV'

/** How many columns each has. The number alone tells the four apart. */
export const COLUMNS: Readonly<Record<OfacTable, number>> = {
  'SDN.CSV': 12,
  'ADD.CSV': 6,
  'ALT.CSV': 5,
  'SDN_COMMENTS.CSV': 2,
}

/** Which table has that many columns, if any. */
export function tableOfColumns(count: number): OfacTable | null {
  for (const table of Object.keys(COLUMNS) as OfacTable[]) {
    if (COLUMNS[table] === count) return table
  }
  return null
}

/** Columns of SDN.CSV, from 0. */
export const SDN = {
  number: 0,
  name: 1,
  type: 2,
  programme: 3,
  title: 4,
  callSign: 5,
  vesselType: 6,
  tonnage: 7,
  grossTonnage: 8,
  flag: 9,
  owner: 10,
  remarks: 11,
} as const
export const ADD = { number: 0, street: 2, city: 3, country: 4, remarks: 5 } as const
export const ALT = { number: 0, type: 2, name: 3, remarks: 4 } as const
export const COMMENTS = { number: 0, text: 1 } as const

/** What is refused as no list at all. Ten times what the real files have come to. */
export const OFAC_LIMITS = { bytes_max: 67_108_864, rows_max: 250_000 } as const

export interface OfacLimits {
  readonly bytes_max: number
  readonly rows_max: number
}
