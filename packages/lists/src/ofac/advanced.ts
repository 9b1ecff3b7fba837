import type { Result } from '@holdfast/kernel'
import { failed } from '@holdfast/kernel'
import {
  attribute,
  type ByteSource,
  children,
  Findings,
  lineOf,
  readXml,
  type XmlElement,
} from '@holdfast/records'
import type { Address, ListEntry, ListHead } from '../entry.ts'
import { Intake } from '../intake.ts'
import type { EntrySink } from '../reading.ts'
import { dayOf } from './advanced_dates.ts'
import { kindOf, namesOf, stateFeatures } from './advanced_party.ts'
import type { Document, Listing, Relation } from './advanced_survey.ts'
import { documentOf, linkOf, listingOf, locationOf, relationOf } from './advanced_survey.ts'
import { isTrue, ReferenceValues, VALUE_TABLES } from './advanced_values.ts'
import type { Details } from './details.ts'
import { add, fact, state } from './details.ts'
import type { OfacListId } from './list_id.ts'
import { ownCopy } from './own_copy.ts'
import type { OfacXmlOptions } from './xml.ts'

const ROOTS: ReadonlySet<string> = new Set(['Sanctions'])
const PARTY = 'DistinctParty'
const SDN_LIST = /^(sdn\b|specially designated)/
const RECORDS: ReadonlySet<string> = new Set([
  ...VALUE_TABLES,
  'DateOfIssue',
  'Location',
  'IDRegDocument',
  PARTY,
  'ProfileRelationship',
  'SanctionsEntry',
])

/**
 * Reads SDN_ADVANCED.XML or CONS_ADVANCED.XML: root `Sanctions`, one `DistinctParty` for each
 * entry, in any namespace. All values are numbers into tables, and what belongs to a party stands
 * before and behind it: a first reading makes compact maps of reference values, locations,
 * documents, relations, listings and names, a second one the entries. So memory is that of these
 * maps and of one party, not of the file; time is linear, two readings.
 *
 * A number that leads nowhere, a listing without its party and a file of changes (DeltaAction) are
 * errors. Directions of relations are as stated; OFAC is known to turn some around. Links between
 * listings (SanctionsEntryLink) are not read.
 *
 * Built from OFAC's schema and descriptions; unproven on the issuer's file.
 */
export function readOfacAdvancedXml(
  source: ByteSource,
  sink: EntrySink,
  options: OfacXmlOptions = {},
): Result<ListHead> {
  const first = new Findings()
  const survey = new Survey(source.name, first)
  const question = { roots: ROOTS, records: RECORDS, take: (one: XmlElement) => survey.take(one) }
  const root = readXml(source, question, first)
  if (attribute(root, 'DeltaBaseVersion') !== null) survey.refuseDelta(root?.line ?? 1)
  if (root === null || first.fatal) return failed(first.diagnostics())
  const intake = new Intake(options.list ?? survey.list, source.name, sink)
  const values = survey.values.reportingTo(intake.found)
  const take = (party: XmlElement): void => {
    const entry = survey.entryOf(party, values, intake)
    if (entry !== null) intake.take(entry, party.line)
  }
  readXml(source, { roots: ROOTS, records: new Set([PARTY]), take }, intake.found)
  const published = intake.published(survey.published, options)
  const whole = survey.warnOfUnlisted(intake.found)
  return intake.close(published, whole, options)
}

/** What the first reading keeps: of a party no more than its name. */
class Survey {
  published: string | null = null
  readonly values: ReferenceValues
  readonly #file: string
  readonly #found: Findings
  readonly #locations = new Map<string, Address>()
  /** By the number of the identity that they name. */
  readonly #documents = new Map<string, Document[]>()
  readonly #relations = new Map<string, Relation[]>()
  readonly #listings = new Map<string, Listing[]>()
  readonly #parties = new Map<string, { readonly id: string; readonly name: string }>()
  readonly #lists = new Map<string, number>()
  #unlisted = 0
  #delta = false

  constructor(file: string, found: Findings) {
    this.#file = file
    this.#found = found
    this.values = new ReferenceValues(file, found)
  }

  take(record: XmlElement): void {
    if (attribute(record, 'DeltaAction') !== null) this.refuseDelta(record.line)
    const { name } = record
    if (name === PARTY) this.#takeParty(record)
    else if (name === 'Location') {
      this.#locations.set(attribute(record, 'ID') ?? '', locationOf(record, this.values))
    } else if (name === 'IDRegDocument') {
      const document = documentOf(record, this.values)
      append(this.#documents, attribute(record, 'IdentityID') ?? '', document)
    } else if (name === 'ProfileRelationship') this.#takeRelation(record)
    else if (name === 'SanctionsEntry') this.#takeListing(record)
    else if (name === 'DateOfIssue') this.published ??= dayOf(record)
    else this.values.add(record)
  }

  /** `SDN List` for most entries makes it that list; it names others beside it. */
  get list(): OfacListId {
    if (this.#lists.size === 0) return 'ofac-sdn'
    let sdn = 0
    for (const [name, count] of this.#lists) if (SDN_LIST.test(name)) sdn += count
    return sdn * 2 >= this.#listings.size ? 'ofac-sdn' : 'ofac-consolidated'
  }

  /** @returns whether each party is listed, as it is in a whole file */
  warnOfUnlisted(found: Findings): boolean {
    if (this.#unlisted === 0) return true
    found.warn('lists/ofac-unlisted', { file: this.#file, count: this.#unlisted })
    return false
  }

  entryOf(party: XmlElement, values: ReferenceValues, intake: Intake): ListEntry | null {
    const profiles = children(party, 'Profile')
    const [profile] = profiles
    if (profile === undefined) return intake.missing(party.line, 'Profile')
    const id = attribute(party, 'FixedRef') ?? attribute(profile, 'ID')
    if (id === null) return intake.missing(party.line, 'FixedRef')
    const kind = kindOf(profile, values)
    if (kind === null) {
      return intake.unknown(
        profile.line,
        'PartySubTypeID',
        attribute(profile, 'PartySubTypeID') ?? '',
      )
    }
    const names = profiles.flatMap((one) => namesOf(one, values))
    if (names.length === 0) return intake.missing(profile.line, 'DocumentedName')
    const details: Details = {}
    const addresses: Address[] = []
    for (const one of profiles) this.#stateProfile(one, values, details, addresses)
    const numbers = profiles.map((one) => attribute(one, 'ID') ?? id)
    const otherIds = numbers.filter((number) => number !== id)
    const comments = [party, ...profiles].flatMap((one) => children(one, 'Comment'))
    const remarks = comments.map(({ text }) => text).filter((text) => text !== '')
    const listed = numbers.flatMap((number) => this.#listings.get(number) ?? [])
    if (listed.length === 0) this.#unlisted += 1
    const listedOn = listed.map((listing) => listing.listedOn).filter((day) => day !== null)
    return {
      id,
      kind,
      names: names.map((name, at) =>
        at > 0 && name.kind === 'primary' ? { ...name, kind: 'aka' } : name,
      ),
      programmes: [...new Set(listed.flatMap((listing) => listing.programmes))],
      remarks: remarks.join('\n'),
      addresses,
      ...details,
      ...(otherIds.length === 0 ? {} : { otherIds }),
      ...(listedOn.length === 0 ? {} : { listedOn: listedOn.toSorted()[0] as string }),
    }
  }

  #stateProfile(
    profile: XmlElement,
    values: ReferenceValues,
    details: Details,
    addresses: Address[],
  ): void {
    stateFeatures(profile, values, this.#locations, details, addresses)
    for (const identity of children(profile, 'Identity')) {
      const fake = isTrue(identity, 'False')
      for (const { label, notes, stated } of this.#documents.get(attribute(identity, 'ID') ?? '') ??
        []) {
        state(details, label, fake ? { ...stated, doubtful: true } : stated)
        for (const note of notes) fact(details, label.name, `${stated.number}: ${note}`)
      }
    }
    const id = attribute(profile, 'ID') ?? ''
    for (const relation of this.#relations.get(id) ?? []) {
      const other = this.#parties.get(relation.from === id ? relation.to : relation.from)
      if (other !== undefined) add(details, 'links', linkOf(relation, id, other))
    }
    for (const listing of this.#listings.get(id) ?? []) {
      for (const measure of listing.measures) add(details, 'measures', measure)
      for (const note of listing.notes) fact(details, 'Listing', note)
    }
  }

  #takeParty(party: XmlElement): void {
    for (const profile of children(party, 'Profile')) {
      const profileId = attribute(profile, 'ID') ?? ''
      const name = ownCopy(namesOf(profile, this.values)[0]?.text ?? '')
      this.#parties.set(profileId, { id: attribute(party, 'FixedRef') ?? profileId, name })
    }
  }

  #takeRelation(element: XmlElement): void {
    const relation = relationOf(element, this.values)
    for (const profile of [relation.from, relation.to]) {
      if (!this.#parties.has(profile)) this.values.unresolved(element, 'Profile', profile)
    }
    append(this.#relations, relation.from, relation)
    if (relation.to !== relation.from) append(this.#relations, relation.to, relation)
  }

  #takeListing(element: XmlElement): void {
    const listing = listingOf(element, this.values)
    if (!this.#parties.has(listing.profile)) {
      const { line } = element
      const params = { file: this.#file, line, profile: listing.profile }
      this.#found.error('lists/ofac-no-party', params, () => [lineOf(this.#file, line)])
    }
    append(this.#listings, listing.profile, listing)
    const list = listing.list?.toLowerCase()
    if (list !== undefined) this.#lists.set(list, (this.#lists.get(list) ?? 0) + 1)
  }

  refuseDelta(line: number): void {
    if (this.#delta) return
    this.#delta = true
    const place = lineOf(this.#file, line)
    this.#found.error('lists/ofac-delta', { file: this.#file, line }, () => [place])
  }
}

function append<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
