import type { Details } from './details.ts'
import { add, fact, state } from './details.ts'
import { labelOf } from './labels.ts'
import type { Row } from './rows.ts'
import { SDN } from './tables.ts'

const CALL_SIGN = labelOf('Vessel Call Sign')
const OWNER = labelOf('Vessel Owner')

/** The word that a ship without a flag has in its column. */
const NO_FLAG = 'None Identified'

/** What a vessel or a person states besides names and numbers, whatever the format. */
export interface ParticularColumns {
  readonly title: string | null
  readonly callSign: string | null
  readonly vesselType: string | null
  readonly tonnage: string | null
  readonly grossTonnage: string | null
  readonly flag: string | null
  readonly owner: string | null
}

/** Puts title and ship's particulars in their places. A title may be several, parted by `; `. */
export function stateParticulars(details: Details, columns: ParticularColumns): void {
  for (const title of (columns.title ?? '').split('; ')) {
    if (title !== '') add(details, 'positions', title)
  }
  if (columns.callSign !== null) state(details, CALL_SIGN, { number: columns.callSign })
  if (columns.owner !== null) state(details, OWNER, { number: columns.owner })
  if (columns.flag === NO_FLAG) fact(details, 'Vessel Flag', columns.flag)
  else if (columns.flag !== null) state(details, labelOf('Vessel Flag'), { number: columns.flag })
  if (columns.vesselType !== null) fact(details, 'Vessel Type', columns.vesselType)
  if (columns.tonnage !== null) fact(details, 'Tonnage', columns.tonnage)
  if (columns.grossTonnage !== null) {
    fact(details, 'Gross Registered Tonnage', columns.grossTonnage)
  }
}

/** The columns of SDN.CSV between programme and remarks; most rows have nothing in them. */
export function columnDetails(fields: Row['fields']): Details {
  const details: Details = {}
  let any = false
  for (let at: number = SDN.title; at <= SDN.owner; at += 1) any ||= fields[at] !== null
  if (!any) return details
  const at = (column: number): string | null => fields[column] ?? null
  stateParticulars(details, {
    title: at(SDN.title),
    callSign: at(SDN.callSign),
    vesselType: at(SDN.vesselType),
    tonnage: at(SDN.tonnage),
    grossTonnage: at(SDN.grossTonnage),
    flag: at(SDN.flag),
    owner: at(SDN.owner),
  })
  return details
}
