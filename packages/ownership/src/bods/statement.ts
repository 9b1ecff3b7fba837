/** Statements of the Beneficial Ownership Data Standard in one shape, whatever their version. */
import type { Day } from '@holdfast/kernel'
import type { JsonRecord } from '@holdfast/records'
import { firstDayOf, objectAt, objectsAt, textAt, textsAt } from '../json_fields.ts'

export type StatementKind = 'entity' | 'person' | 'relationship'

export interface BodsStatement {
  readonly kind: StatementKind
  /** Of the record since 0.4; before, each statement has only its own, which others refer to. */
  readonly id: string
  readonly statementId: string
  /** Statements that this one takes the place of; before 0.4 only. */
  readonly replaces: readonly string[]
  readonly isClosed: boolean
  readonly date: Day | null
  readonly published: Day | null
  readonly publisher: string | null
  readonly version: string | null
  /** What is said of the party or relationship. */
  readonly details: JsonRecord
}

const KINDS: Readonly<Record<string, StatementKind>> = {
  entity: 'entity',
  person: 'person',
  relationship: 'relationship',
  entityStatement: 'entity',
  personStatement: 'person',
  ownershipOrControlStatement: 'relationship',
}

/** @returns the key that is missing or not known, where it is no statement */
export function statementOf(record: JsonRecord): BodsStatement | string {
  const isRecord = textAt(record, 'recordType') !== null
  const type = textAt(record, isRecord ? 'recordType' : 'statementType') ?? ''
  const kind = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  if (kind === undefined) return isRecord ? 'recordType' : 'statementType'
  const statementId = textAt(record, 'statementId') ?? textAt(record, 'statementID')
  const id = isRecord ? textAt(record, 'recordId') : statementId
  if (id === null) return isRecord ? 'recordId' : 'statementID'
  const publication = objectAt(record, 'publicationDetails')
  return {
    kind,
    id,
    statementId: statementId ?? id,
    replaces: textsAt(record, 'replacesStatements'),
    isClosed: textAt(record, 'recordStatus') === 'closed',
    date: firstDayOf(textAt(record, 'statementDate')),
    published: firstDayOf(textAt(publication, 'publicationDate')),
    publisher: textAt(objectAt(publication, 'publisher'), 'name'),
    version: textAt(publication, 'bodsVersion'),
    details: isRecord ? objectAt(record, 'recordDetails') : record,
  }
}

/** One end of a relationship: a record, or the reason why none can be named. */
export interface RelationshipEnd {
  readonly id: string | null
  readonly reason: string | null
}

/** The company of a relationship, in `subject`. */
export function subjectOf(details: JsonRecord): RelationshipEnd {
  return endOf(details, 'subject')
}

/** Whoever holds the interests, in `interestedParty`. */
export function interestedPartyOf(details: JsonRecord): RelationshipEnd {
  return endOf(details, 'interestedParty')
}

function endOf(details: JsonRecord, key: string): RelationshipEnd {
  const id = textAt(details, key)
  if (id !== null) return { id, reason: null }
  const end = objectAt(details, key)
  const described =
    textAt(end, 'describedByEntityStatement') ?? textAt(end, 'describedByPersonStatement')
  if (described !== null) return { id: described, reason: null }
  const reason = textAt(end, 'reason') ?? textAt(objectAt(end, 'unspecified'), 'reason')
  return { id: null, reason }
}

/** Records that a relationship is made of: it is indirect then, and they are its parts. */
export function componentsOf(details: JsonRecord): readonly string[] {
  return [...textsAt(details, 'componentRecords'), ...textsAt(details, 'componentStatementIDs')]
}

export function interestsOf(details: JsonRecord): readonly JsonRecord[] {
  return objectsAt(details, 'interests')
}
