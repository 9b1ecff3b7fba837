import type { Day } from '@holdfast/kernel'
import type { ByteSource, JsonRecord } from '@holdfast/records'
import { Findings } from '@holdfast/records'
import { lastDayOf, textAt } from '../json_fields.ts'
import { placeAt, readJsonObjects } from '../json_objects.ts'
import { Oddities } from '../oddities.ts'
import { partyOnly } from '../party_only.ts'
import type { OwnershipSource } from '../reading.ts'
import type { OwnershipIntake, PartyKey, TieRecord } from '../records.ts'
import { corruptShareCode } from '../share_text.ts'
import { kindOfInterest, shareOfInterest } from './interest.ts'
import { entityKeys, entityParty, personParty } from './party.ts'
import {
  type BodsStatement,
  componentsOf,
  interestedPartyOf,
  interestsOf,
  type RelationshipEnd,
  statementOf,
  subjectOf,
} from './statement.ts'

/**
 * Reads statements of the Beneficial Ownership Data Standard 0.2, 0.3 and 0.4: an array of them, or
 * one in each line. The file is read twice: a record may be stated anew further down, and only its
 * latest statement stands (by its date, then by its place in the file); in memory are the ids.
 *
 * - A relationship gives a tie for each interest; without interests, one of which no share is
 *   known.
 * - A relationship through others (`componentRecords`, or an interest called indirect) is a tie
 *   that is not direct: its parts are ties of their own and are never counted beside it.
 * - What a record says anew is known to hold since the day on which it was said, unless an interest
 *   has begun later than what was said before: its share may have been another until then.
 * - A closed record has ended with its interests' `endDate`, or on the day of its last statement.
 * - A party that cannot be named gives its reason to the company's `missing`; whoever holds an
 *   interest without a name is a nameless party. No reason makes the owners complete, also
 *   `noBeneficialOwners` does not: beneficial owners are people above a threshold.
 * - Entities go by their numbers (`gb-coh:`, `lei:`), people by their record only.
 *
 * Warnings: those of `readJsonObjects`, `ownership/record-not-read`, `ownership/edge-to-nowhere`,
 * `ownership/lei-wrong`, `ownership/self-owner` and those of shares. Error: `ownership/no-records`.
 */
export function readBods(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const standing = new Standing()
  const errors = new Findings()
  const first = readJsonObjects(source, (record) => standing.take(record), errors)
  if (standing.count === 0) {
    found.adopt(errors, 'found')
    if (first.whole) found.error('ownership/no-records', { file: source.name })
    return null
  }
  const odd = new Oddities(source.name, found)
  const statements = new Statements(source.name, standing, intake, odd)
  const read = readJsonObjects(source, (record, line) => statements.take(record, line), found)
  odd.close()
  const { publisher, version } = standing
  const standard = `Beneficial Ownership Data Standard${version === null ? '' : ` ${version}`}`
  return {
    format: 'bods',
    title: publisher === null ? standard : `${standard}, ${publisher}`,
    date: standing.published,
    parties: statements.parties,
    ties: statements.ties,
    stated: null,
    whole: read.whole && statements.lost === 0,
  }
}

/** The latest statement of a record: its day, how many objects stood before it in the file. */
interface Latest {
  readonly date: Day
  readonly ordinal: number
  /** The day of the statement before it; null when there is none. */
  readonly before: Day | null
}

/** Which statements stand, and what entities go by, from a first reading. */
class Standing {
  readonly #latest = new Map<string, Latest>()
  /** Of entities with numbers the key they go by: records of one company are one party. */
  readonly #keys = new Map<string, PartyKey>()
  /** What a statement was replaced by, before 0.4. */
  readonly #replacedBy = new Map<string, string>()
  #ordinal = 0
  count = 0
  published: Day | null = null
  publisher: string | null = null
  version: string | null = null

  take(record: JsonRecord): void {
    this.#ordinal += 1
    const statement = statementOf(record)
    if (typeof statement === 'string') return
    this.count += 1
    const { id, published } = statement
    const date = statement.date ?? Number.NEGATIVE_INFINITY
    const known = this.#latest.get(id)
    if (known !== undefined && date < known.date) {
      this.#latest.set(id, { ...known, before: Math.max(known.before ?? date, date) })
    } else {
      const replaced = statement.replaces.map((old) => this.#latest.get(old)?.date ?? date)
      const before = known?.date ?? replaced[0] ?? null
      this.#latest.set(id, { date, ordinal: this.#ordinal, before })
      const [key] = statement.kind === 'entity' ? entityKeys(statement.details, ignored) : []
      if (key !== undefined) this.#keys.set(id, key)
    }
    for (const old of statement.replaces) if (old !== id) this.#replacedBy.set(old, id)
    if (published !== null && (this.published === null || published > this.published)) {
      this.published = published
    }
    this.publisher ??= statement.publisher
    this.version ??= statement.version
  }

  /** The key of a number that a record's entity goes by; null where it has none. */
  keyOf(id: string): PartyKey | null {
    return this.#keys.get(id) ?? null
  }

  /** The day on which a record was stated before, otherwise perhaps; null where it never was. */
  statedBefore(id: string): Day | null {
    return this.#latest.get(id)?.before ?? null
  }

  /** Whether the statement at a place of the file is the one that stands of its record. */
  isLatest(statement: BodsStatement, ordinal: number): boolean {
    if (this.#latest.get(statement.id)?.ordinal !== ordinal) return false
    return this.standingId(statement.id) === statement.id
  }

  /** The id that stands in the place of another; a circle of replacements ends where it began. */
  standingId(id: string): string {
    const passed = new Set<string>()
    let at = id
    for (;;) {
      const next = this.#replacedBy.get(at)
      if (next === undefined || passed.has(next)) return at
      passed.add(at)
      at = next
    }
  }
}

/** Wrong numbers are told by the second reading. */
function ignored(): void {}

class Statements {
  readonly #file: string
  readonly #standing: Standing
  readonly #intake: OwnershipIntake
  readonly #odd: Oddities
  /** Ids are a publisher's own. */
  readonly #scope: string
  #ordinal = 0
  parties = 0
  ties = 0
  lost = 0

  constructor(file: string, standing: Standing, intake: OwnershipIntake, odd: Oddities) {
    this.#file = file
    this.#standing = standing
    this.#intake = intake
    this.#odd = odd
    const publisher = (standing.publisher ?? '').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-')
    this.#scope = publisher === '' ? 'bods:' : `bods:${publisher}.`
  }

  take(record: JsonRecord, line: number): void {
    this.#ordinal += 1
    const statement = statementOf(record)
    if (typeof statement === 'string') {
      this.lost += 1
      this.#odd.warn('ownership/record-not-read', { line, key: statement })
      return
    }
    if (!this.#standing.isLatest(statement, this.#ordinal)) return
    const { details, kind } = statement
    if (kind === 'relationship') {
      this.#relationship(statement, line)
      return
    }
    this.parties += 1
    const own = this.#key(statement.id)
    const wrongLei = (lei: string): void => {
      this.#odd.warn('ownership/lei-wrong', { line, lei: lei.slice(0, 60) })
    }
    this.#intake.party(
      kind === 'person' ? personParty(details, own) : entityParty(details, own, wrongLei),
    )
  }

  #key(id: string): PartyKey {
    const standing = this.#standing.standingId(id)
    return this.#standing.keyOf(standing) ?? `${this.#scope}${standing.replace(/\s+/g, '-')}`
  }

  #relationship(statement: BodsStatement, line: number): void {
    const { details } = statement
    const subject = subjectOf(details)
    if (subject.id === null) {
      const params = { line, column: 'asset' }
      this.#odd.warn('ownership/edge-to-nowhere', params, () => this.#place(statement, line))
      return
    }
    const asset = this.#key(subject.id)
    const interests = interestsOf(details)
    const owner = this.#owner(statement, interestedPartyOf(details), asset, line)
    if (owner === null) return
    if (owner === asset) {
      const params = { line, party: subject.id.slice(0, 60) }
      this.#odd.warn('ownership/self-owner', params, () => this.#place(statement, line))
    }
    for (const interest of interests.length > 0 ? interests : [{}]) {
      this.ties += 1
      this.#intake.tie(this.#tie(statement, line, owner, asset, interest))
    }
  }

  /** The key of the interested party; null where there is nobody who holds an interest. */
  #owner(
    statement: BodsStatement,
    end: RelationshipEnd,
    asset: PartyKey,
    line: number,
  ): PartyKey | null {
    if (end.id !== null) return this.#key(end.id)
    if (end.reason === null) {
      const params = { line, column: 'owner' }
      this.#odd.warn('ownership/edge-to-nowhere', params, () => this.#place(statement, line))
    }
    const reason = (end.reason ?? 'unknown').slice(0, 200)
    this.#intake.party({ ...partyOnly(asset), missing: [{ of: 'owners', reason }] })
    if (interestsOf(statement.details).length === 0) return null
    const nameless = this.#key(statement.id)
    this.parties += 1
    this.#intake.party(partyOnly(nameless))
    return nameless
  }

  #tie(
    statement: BodsStatement,
    line: number,
    owner: PartyKey,
    asset: PartyKey,
    interest: JsonRecord,
  ): TieRecord {
    const { details, isClosed } = statement
    const stated = shareOfInterest(interest)
    if (stated.mark !== null) {
      const code = corruptShareCode(stated.mark)
      this.#odd.warn(code, { line, text: stated.text }, () => this.#place(statement, line))
    }
    const level = textAt(interest, 'directOrIndirect') ?? textAt(interest, 'interestLevel')
    const hasParts = componentsOf(details).length > 0
    const end = lastDayOf(textAt(interest, 'endDate'))
    const start = lastDayOf(textAt(interest, 'startDate'))
    const before = isClosed ? null : this.#standing.statedBefore(statement.id)
    const isAnew = before !== null && (start === null || start <= before)
    return {
      owner,
      asset,
      kind: kindOfInterest(textAt(interest, 'type')),
      share: stated.share,
      direct: level === 'direct' || (level !== 'indirect' && !hasParts),
      from: isAnew ? null : start,
      to: isClosed ? (end ?? statement.date) : end,
      seen: isAnew ? statement.date : null,
      asOf: statement.date ?? statement.published,
      source: statement.publisher ?? 'Beneficial Ownership Data Standard',
      certainty: 'stated',
      marks: [
        ...(stated.mark === null ? [] : [stated.mark]),
        ...(owner === asset ? (['self-owner'] as const) : []),
      ],
      place: this.#place(statement, line),
    }
  }

  #place(statement: BodsStatement, line: number): ReturnType<typeof placeAt> {
    return placeAt(this.#file, line, statement.statementId)
  }
}
