import type { Day } from '@holdfast/kernel'
import { type ByteSource, Findings, type JsonRecord } from '@holdfast/records'
import { lastDayOf } from '../json_fields.ts'
import { placeAt, readJsonObjects } from '../json_objects.ts'
import { Oddities } from '../oddities.ts'
import type { OwnershipSource } from '../reading.ts'
import type { OwnershipIntake, PartyKey, TieKind, TieRecord } from '../records.ts'
import { type Share, SOME_SHARE } from '../share.ts'
import { type CorruptShare, corruptShareCode, isCorrupt, readShare } from '../share_text.ts'
import { type FtmEntity, ftmEntityOf, ftmParty, idKey, numberKeys } from './entity.ts'
import { PARTIES } from './model.ts'

/**
 * Reads entities of FollowTheMoney, one in each line (or an array of them): `Ownership` and what it
 * ties together, and the `parent` of an organisation. The file is read twice, since entities stand
 * behind those that name them; in memory are the ids of those that go by a number.
 *
 * `percentage` is free text that `readShare` reads; several of it are as many ties, which
 * contradict each other. Without one, a number of shares says only that there is a stake.
 * Directorships, family and other links say nothing of who owns whom and are passed over, as are
 * sanctions and addresses.
 *
 * Warnings: those of `readJsonObjects`, `ownership/record-not-read`, `ownership/edge-to-nowhere`,
 * `ownership/lei-wrong`, `ownership/self-owner` and those of shares. Error: `ownership/no-records`.
 */
export function readFtmOwnership(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const odd = new Oddities(source.name, found)
  const entities = new Entities(source.name, keysOf(source), intake, odd)
  const read = readJsonObjects(source, (record, line) => entities.take(record, line), found)
  if (entities.count === 0) {
    if (read.whole) found.error('ownership/no-records', { file: source.name })
    return null
  }
  odd.close()
  const datasets = [...entities.datasets].sort()
  const more = datasets.length - DATASETS_MAX
  const named = datasets.slice(0, DATASETS_MAX).join(', ')
  return {
    format: 'ftm',
    title: `FollowTheMoney: ${named}${more > 0 ? ` and ${more} more` : ''}`,
    date: entities.date,
    parties: entities.parties,
    ties: entities.ties,
    stated: null,
    whole: read.whole && entities.lost === 0,
  }
}

/** Of organisations with a number the key that they go by, by the entity's id. */
function keysOf(source: ByteSource): ReadonlyMap<string, PartyKey> {
  const keys = new Map<string, PartyKey>()
  const take = (record: JsonRecord): void => {
    const entity = ftmEntityOf(record)
    if (typeof entity === 'string') return
    const [key] = numberKeys(entity, () => {})
    if (key !== undefined) keys.set(entity.id, key)
  }
  // What is wrong is told by the second reading.
  readJsonObjects(source, take, new Findings())
  return keys
}

/** Data sets that a title names. */
const DATASETS_MAX = 5

class Entities {
  readonly #file: string
  readonly #keys: ReadonlyMap<string, PartyKey>
  readonly #intake: OwnershipIntake
  readonly #odd: Oddities
  readonly datasets = new Set<string>()
  date: Day | null = null
  count = 0
  parties = 0
  ties = 0
  lost = 0

  constructor(
    file: string,
    keys: ReadonlyMap<string, PartyKey>,
    intake: OwnershipIntake,
    odd: Oddities,
  ) {
    this.#file = file
    this.#keys = keys
    this.#intake = intake
    this.#odd = odd
  }

  take(record: JsonRecord, line: number): void {
    const entity = ftmEntityOf(record)
    if (typeof entity === 'string') {
      this.lost += 1
      this.#odd.warn('ownership/record-not-read', { line, key: entity })
      return
    }
    this.count += 1
    for (const dataset of entity.datasets) this.datasets.add(dataset)
    const { lastSeen } = entity
    if (lastSeen !== null && (this.date === null || lastSeen > this.date)) this.date = lastSeen
    if (entity.schema === 'Ownership') {
      this.#ownership(entity, line)
    } else if (PARTIES.has(entity.schema)) {
      this.#party(entity, line)
    }
  }

  #party(entity: FtmEntity, line: number): void {
    this.parties += 1
    const wrongLei = (lei: string): void => {
      this.#odd.warn('ownership/lei-wrong', { line, lei: lei.slice(0, 60) })
    }
    this.#intake.party(ftmParty(entity, wrongLei))
    for (const parent of entity.values('parent')) {
      this.#tie(entity, line, parent, entity.id, 'subsidiary', NO_SHARE)
    }
  }

  #ownership(entity: FtmEntity, line: number): void {
    const [owners, assets] = [entity.values('owner'), entity.values('asset')]
    if (owners.length === 0 || assets.length === 0) {
      const params = { line, column: owners.length === 0 ? 'owner' : 'asset' }
      this.#odd.warn('ownership/edge-to-nowhere', params, () => this.#place(entity, line))
    }
    const percentages = entity.values('percentage')
    const shares = [...new Set(percentages.length > 0 ? percentages : [''])]
    const isSubsidiary = entity.values('role').some((role) => /subsidiar/i.test(role))
    for (const asset of assets) {
      // Someone holds the stake, whoever it is.
      for (const owner of owners.length > 0 ? owners : [entity.id]) {
        for (const text of shares) {
          const stated = this.#share(entity, line, text)
          const kind = isSubsidiary && stated.share === null ? 'subsidiary' : 'share'
          this.#tie(entity, line, owner, asset, kind, stated)
        }
      }
    }
  }

  #share(entity: FtmEntity, line: number, text: string): FtmShare {
    const share = readShare(text)
    if (!isCorrupt(share)) return { share, mark: null }
    const params = { line, text: text.slice(0, 60) }
    this.#odd.warn(corruptShareCode(share.mark), params, () => this.#place(entity, line))
    return { share: SOME_SHARE, mark: share.mark }
  }

  #tie(
    entity: FtmEntity,
    line: number,
    owner: string,
    asset: string,
    kind: TieKind,
    stated: FtmShare,
  ): void {
    const isSelf = owner === asset
    if (isSelf) {
      const params = { line, party: asset.slice(0, 60) }
      this.#odd.warn('ownership/self-owner', params, () => this.#place(entity, line))
    }
    const isParent = entity.schema !== 'Ownership'
    const day = (property: string): Day | null => {
      return isParent ? null : lastDayOf(entity.values(property)[0] ?? null)
    }
    const types = entity.values('ownershipType')
    const tie: TieRecord = {
      owner: this.#keys.get(owner) ?? idKey(owner),
      asset: this.#keys.get(asset) ?? idKey(asset),
      kind,
      share: stated.share,
      direct: !types.some((type) => /\bindirect/i.test(type)),
      from: day('startDate'),
      to: day('endDate'),
      seen: entity.firstSeen,
      asOf: day('date') ?? entity.lastSeen,
      source: entity.datasets.join(', '),
      certainty: 'stated',
      marks: [
        ...(stated.mark === null ? [] : [stated.mark]),
        ...(isSelf ? (['self-owner'] as const) : []),
        ...(owner === entity.id && !isParent ? (['unknown-party'] as const) : []),
      ],
      place: this.#place(entity, line),
    }
    this.ties += 1
    this.#intake.tie(tie)
  }

  #place(entity: FtmEntity, line: number): ReturnType<typeof placeAt> {
    return placeAt(this.#file, line, `{"id":"${entity.id}","schema":"${entity.schema}"`)
  }
}

interface FtmShare {
  readonly share: Share | null
  readonly mark: CorruptShare['mark'] | null
}

const NO_SHARE: FtmShare = { share: null, mark: null }
