import type { Day } from '@holdfast/kernel'
import type { ByteSource, Findings, JsonRecord } from '@holdfast/records'
import { firstDayOf, objectAt, textAt } from '../json_fields.ts'
import { placeAt, readJsonObjects } from '../json_objects.ts'
import { Oddities } from '../oddities.ts'
import { ukCompanyKey } from '../party_key.ts'
import { partyOnly } from '../party_only.ts'
import type { OwnershipSource } from '../reading.ts'
import type { MissingOwner, OwnershipIntake, PartyKey } from '../records.ts'
import { pscRecord } from './record.ts'

const TITLE = 'UK register of people with significant control'

/** The snapshot is also published in parts; the totals in the last are those of all. */
const PART = /_\d+of\d+\b/

/**
 * Reads the snapshot of the UK's register of people with significant control: an object with
 * `company_number` and `data` in each line, or an array of them, or one.
 *
 * A company goes by `gb-coh:` and its number of eight characters. Holders of bands of shares, votes
 * and other control give a tie for each nature; where none is stated, one without a share. The day
 * on which the register was told is the tie's `seen`. Statements and exemptions are the company's
 * `missing`; they never make its owners complete, since holders up to 25 percent are not
 * registered, and those that have ended say nothing. Only name, nationality and country of
 * residence are kept of people.
 *
 * Warnings: those of `readJsonObjects`, `ownership/record-not-read`, `ownership/psc-kind`,
 * `ownership/psc-nature`, `ownership/records-lost`. Error: `ownership/no-records`.
 */
export function readPsc(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const odd = new Oddities(source.name, found)
  const snapshot = new Snapshot(source.name, intake, odd)
  const read = readJsonObjects(source, (record, line) => snapshot.take(record, line), found)
  if (snapshot.records === 0) {
    if (read.whole) found.error('ownership/no-records', { file: source.name })
    return null
  }
  const { parties, records, ties } = snapshot
  const stated = PART.test(source.name) ? null : snapshot.stated
  const isShort = stated !== null && records < stated
  if (isShort) odd.warn('ownership/records-lost', { count: records, stated })
  odd.close()
  return {
    format: 'uk-psc',
    title: TITLE,
    date: snapshot.date,
    parties,
    ties,
    stated,
    whole: read.whole && !isShort && snapshot.lost === 0,
  }
}

class Snapshot {
  readonly #file: string
  readonly #intake: OwnershipIntake
  readonly #odd: Oddities
  /** Records of a company follow each other: most companies are told once. */
  #company: PartyKey | null = null
  date: Day | null = null
  stated: number | null = null
  parties = 0
  records = 0
  ties = 0
  lost = 0

  constructor(file: string, intake: OwnershipIntake, odd: Oddities) {
    this.#file = file
    this.#intake = intake
    this.#odd = odd
  }

  take(record: JsonRecord, line: number): void {
    const data = objectAt(record, 'data')
    const kind = textAt(data, 'kind') ?? ''
    if (kind.startsWith('totals#')) {
      this.#totals(data)
      return
    }
    this.records += 1
    const company = ukCompanyKey(textAt(record, 'company_number') ?? '')
    const unknownNature = (nature: string): void => {
      const params = { line, text: nature.slice(0, 100) }
      this.#odd.warn('ownership/psc-nature', params, () => this.#place(line, record))
    }
    if (company === null || kind === '') {
      this.#lost(record, company === null ? 'company_number' : 'data.kind', line)
      return
    }
    const read = pscRecord(data, { company, line, unknownNature })
    if (read === null) {
      const params = { line, kind: kind.slice(0, 100) }
      this.#odd.warn('ownership/psc-kind', params, () => this.#place(line, record))
      this.#missing(company, [{ of: 'owners', reason: kind.slice(0, 100) }])
      return
    }
    if (read.kind === 'missing') {
      this.#missing(company, read.missing)
      return
    }
    if (company !== this.#company) this.#missing(company, [])
    this.parties += 1
    this.#intake.party(read.owner)
    for (const tie of read.ties) {
      this.ties += 1
      this.#intake.tie({ ...tie, place: this.#place(line, record) })
    }
  }

  #totals(data: JsonRecord): void {
    const counts = ['persons_of_significant_control', 'statements', 'exemptions'].map((name) =>
      Number(textAt(data, `${name}_count`) ?? Number.NaN),
    )
    const sum = counts.reduce((all, count) => all + count, 0)
    if (Number.isSafeInteger(sum)) this.stated = sum
    this.date = firstDayOf(textAt(data, 'generated_at'))
  }

  /** The company itself: its name is in another file of Companies House. */
  #missing(company: PartyKey, missing: readonly MissingOwner[]): void {
    if (company !== this.#company) this.parties += 1
    this.#company = company
    // Numbers of overseas entities begin with OE; all others are companies of the kingdom.
    const incorporated = company.startsWith('gb-coh:OE') ? null : 'GB'
    this.#intake.party({ ...partyOnly(company), kind: 'organisation', incorporated, missing })
  }

  #lost(record: JsonRecord, key: string, line: number): void {
    this.lost += 1
    this.#odd.warn('ownership/record-not-read', { line, key }, () => this.#place(line, record))
  }

  /** Shows the company's number and nothing of people. */
  #place(line: number, record: JsonRecord): ReturnType<typeof placeAt> {
    const number = textAt(record, 'company_number')
    return placeAt(this.#file, line, number === null ? '{' : `{"company_number":"${number}"`)
  }
}
