import { type Day, isLei } from '@holdfast/kernel'
import { type Findings, lineOf } from '@holdfast/records'
import { Oddities } from '../oddities.ts'
import type { OwnershipFormat, OwnershipSource } from '../reading.ts'
import type { MissingOwner, OwnershipIntake, PartyKey, PartyRecord, TieRecord } from '../records.ts'
import { partyOfEntity } from './entity.ts'
import { exceptionMeaning } from './exceptions.ts'
import type { EntityFields, ExceptionFields, RelationFields } from './fields.ts'
import { daysOf, isStated, RELATIONS } from './relation.ts'

export type GleifFormat = Extract<OwnershipFormat, `gleif-${string}`>

const TITLES: Readonly<Record<GleifFormat, string>> = {
  'gleif-lei': 'GLEIF level 1',
  'gleif-rr': 'GLEIF level 2',
  'gleif-repex': 'GLEIF reporting exceptions',
}

const ABSENCES: ReadonlyMap<string, MissingOwner['of']> = new Map([
  ['DIRECT_ACCOUNTING_CONSOLIDATION_PARENT', 'direct-parent'],
  ['ULTIMATE_ACCOUNTING_CONSOLIDATION_PARENT', 'ultimate-parent'],
])

/** What a file says of itself besides its records. */
export interface GleifHead {
  readonly date: Day | null
  /** Records that it says it has; null when it does not say. */
  readonly stated: number | null
  /** `GLEIF_FULL_PUBLISHED`, `GLEIF_DELTA_PUBLISHED`; empty when it does not say. */
  readonly content: string
}

/** Makes parties and ties of GLEIF's records, from whichever format, and counts them. */
export class GleifIntake {
  readonly #file: string
  readonly #format: GleifFormat
  readonly #into: OwnershipIntake
  readonly #found: Findings
  readonly #odd: Oddities
  readonly #source: string
  #records = 0
  #parties = 0
  #ties = 0
  #leftOut = 0
  /** Records that say of nobody what they say. */
  #lost = 0

  constructor(file: string, format: GleifFormat, into: OwnershipIntake, found: Findings) {
    this.#file = file
    this.#format = format
    this.#into = into
    this.#found = found
    this.#odd = new Oddities(file, found)
    this.#source = TITLES[format]
  }

  get records(): number {
    return this.#records
  }

  entity(fields: EntityFields, line: number): void {
    this.#records += 1
    if (fields.lei === '') {
      this.#unread('LEI', line)
      return
    }
    this.#checkLei(fields.lei, line)
    this.#party(partyOfEntity(fields))
  }

  relation(fields: RelationFields, line: number): void {
    this.#records += 1
    if (fields.below === '' || fields.above === '') {
      this.#unread('LEI', line)
      return
    }
    const kind = RELATIONS.get(fields.type)
    if (kind === undefined) {
      this.#unread('RelationshipType', line)
      return
    }
    if (!isStated(fields)) {
      this.#leftOut += 1
      return
    }
    this.#checkLei(fields.below, line)
    this.#checkLei(fields.above, line)
    const itself = fields.below === fields.above
    if (itself) this.#warn('ownership/self-owner', { party: fields.below }, line)
    const days = daysOf(fields, (date) => this.#warn('ownership/gleif-date', { date }, line))
    this.#tie({
      owner: `lei:${fields.above}`,
      asset: `lei:${fields.below}`,
      kind,
      // The quantifier of a record is how much of the accounts is consolidated, 100 percent for
      // any subsidiary that is so in full; it is no share of its capital.
      share: null,
      direct: kind !== 'ultimate-consolidation',
      ...days,
      source: TITLES['gleif-rr'],
      certainty: 'stated',
      marks: itself ? ['self-owner'] : [],
      place: lineOf(this.#file, line),
    })
  }

  exception(fields: ExceptionFields, line: number): void {
    this.#records += 1
    if (fields.lei === '') {
      this.#unread('LEI', line)
      return
    }
    const of = ABSENCES.get(fields.category)
    if (of === undefined) {
      this.#unread('ExceptionCategory', line)
      return
    }
    this.#checkLei(fields.lei, line)
    const reasons = fields.reasons.length === 0 ? [''] : fields.reasons
    for (const reason of reasons) {
      if (exceptionMeaning(reason) === null) this.#warn('ownership/gleif-reason', { reason }, line)
    }
    const missing = reasons.map((reason) => ({ of, reason }))
    this.#party(nameless(`lei:${fields.lei}`, missing))
  }

  /** A record of which nothing is known but that it is none. */
  unread(line: number): void {
    this.#records += 1
    this.#unread('Entity', line)
  }

  /**
   * What the file is, after its last record; null after an error.
   *
   * @param reading what the reader of the format has found; an error there ended the reading
   */
  close(head: GleifHead, reading: Findings): OwnershipSource | null {
    const isCut = reading.fatal
    if (this.#records === 0) {
      this.#found.adopt(reading, 'found')
      if (!isCut) this.#found.error('ownership/no-records', { file: this.#file })
      return null
    }
    this.#found.adopt(reading, 'warnings')
    const file = this.#file
    const count = this.#records
    if (isCut) this.#found.warn('ownership/source-cut', { file, count })
    this.#odd.close()
    if (this.#leftOut > 0) {
      this.#found.warn('ownership/gleif-left-out', { file, count: this.#leftOut })
    }
    const { stated } = head
    const isShort = stated !== null && stated > count
    if (isShort && !isCut) this.#found.warn('ownership/records-lost', { file, count, stated })
    const delta = head.content.includes('DELTA') ? ' delta' : ''
    return {
      format: this.#format,
      title: `${this.#source}${delta}`,
      date: head.date,
      parties: this.#parties,
      ties: this.#ties,
      stated,
      whole: !isCut && !isShort && this.#lost === 0,
    }
  }

  #party(record: PartyRecord): void {
    this.#parties += 1
    this.#into.party(record)
  }

  #tie(record: TieRecord): void {
    this.#ties += 1
    this.#into.tie(record)
  }

  /** A record that says of nobody what it says, or what is not known. */
  #unread(key: string, line: number): void {
    this.#lost += 1
    this.#warn('ownership/record-not-read', { key }, line)
  }

  #checkLei(lei: string, line: number): void {
    if (!isLei(lei)) this.#warn('ownership/gleif-check-digits', { lei }, line)
  }

  #warn(code: string, params: Readonly<Record<string, string>>, line: number): void {
    this.#odd.warn(code, { line, ...params }, () => lineOf(this.#file, line))
  }
}

/** Written out: for millions of records a spread takes longer than all else. */
function nameless(key: PartyKey, missing: readonly MissingOwner[]): PartyRecord {
  return {
    keys: [key],
    name: null,
    otherNames: [],
    kind: 'unknown',
    incorporated: null,
    seat: null,
    nationality: [],
    residence: null,
    active: null,
    others: 'unknown',
    missing,
  }
}
