import { isLei } from '@holdfast/kernel'
import type { ByteSource, Findings } from '@holdfast/records'
import { Oddities } from '../oddities.ts'
import { partyOnly } from '../party_only.ts'
import type { OwnershipSource } from '../reading.ts'
import type {
  Mark,
  OtherOwners,
  OwnershipIntake,
  PartyKey,
  TieKind,
  TieRecord,
} from '../records.ts'
import { type Share, SOME_SHARE } from '../share.ts'
import { corruptShareCode, isCorrupt, readShare } from '../share_text.ts'
import { type PlainRow, readTable } from './table.ts'

/** Columns without which a table is none of owners. */
export const TIE_COLUMNS = ['owner', 'asset', 'share'] as const

const KINDS: Readonly<Record<string, TieKind>> = {
  share: 'share',
  votes: 'votes',
  consolidation: 'consolidation',
  'ultimate-consolidation': 'ultimate-consolidation',
  subsidiary: 'subsidiary',
  branch: 'branch',
  'fund-manager': 'fund-manager',
  'umbrella-fund': 'umbrella-fund',
  'master-fund': 'master-fund',
  control: 'control',
}

const DIRECT: Readonly<Record<string, boolean>> = {
  '': true,
  yes: true,
  true: true,
  direct: true,
  no: false,
  false: false,
  indirect: false,
}

/** The owner's cell of a row that is about all owners that are not named. */
const OTHERS = '*'

const OTHER_OWNERS: Readonly<Record<string, OtherOwners>> = {
  complete: 'none',
  dispersed: 'dispersed',
  unknown: 'unknown',
}

/**
 * Reads a plain table of owners: a header with `owner`, `asset` and `share` in any order, then a
 * row for each stake.
 *
 * - `owner`, `asset`: an LEI, a key as `gb-coh:07444723`, or a name that only this table knows.
 * - `share`: as `readShare` reads it; or `consolidated` for a stake that is consolidated in the
 *   owner's accounts. A band of votes (`voting-rights-25-to-50-percent`) is of the kind `votes`.
 * - `kind`: a kind of `TieKind`, `share` unless stated.
 * - `direct`: `no` where the stake is held through others.
 * - `from`, `to`: the first day of the stake and the first on which it no longer was; `as_of`: the
 *   day of the statement; each a day, a month or a year. What began some time in a year is taken to
 *   have begun on its last day, what ended in it to have ended then; a statement of a year is taken
 *   as made on its first day.
 * - `certainty`: `stated` (or `seen`), `unverified`, `assumed`. `source`: where that is written.
 * - A row of the owner `*` says of those who are not named that there are none (`complete`), that
 *   they are many small ones (`dispersed`), or that nothing is known of them (`unknown`).
 *
 * Further columns are passed over. A row without an owner is kept with a nameless one, since
 * someone holds that stake; a row without an asset says nothing and is left out with a warning.
 *
 * Errors: those of `readCsv` where no row was read. Warnings: those of `readTable`,
 * `ownership/edge-to-nowhere`, `ownership/self-owner`, `ownership/share-not-read`,
 * `ownership/share-negative`, `ownership/share-over-100`, `ownership/share-inverted`,
 * `ownership/others-not-read`, `ownership/cell-not-read`, `ownership/lei-doubtful`.
 */
export function readPlainTies(
  source: ByteSource,
  intake: OwnershipIntake,
  found: Findings,
): OwnershipSource | null {
  const odd = new Oddities(source.name, found)
  const ties = new Ties(source.name, intake, odd)
  const read = readTable(source, TIE_COLUMNS, (row) => ties.take(row), found)
  if (read === null) return null
  odd.close()
  return {
    format: 'plain-ties',
    title: source.name,
    date: null,
    parties: ties.parties,
    ties: ties.count,
    stated: null,
    whole: read.whole,
  }
}

class Ties {
  /** Without its folder: keys of nameless owners say it. */
  readonly #file: string
  readonly #intake: OwnershipIntake
  readonly #odd: Oddities
  readonly #seen = new Set<PartyKey>()
  /** Keys by what cells say: a million rows name the same parties again and again. */
  readonly #keys = new Map<string, PartyKey>()
  readonly #shares = new Map<string, ReturnType<typeof readShare>>()
  count = 0

  constructor(file: string, intake: OwnershipIntake, odd: Oddities) {
    this.#file = file.split('/').at(-1) ?? file
    this.#intake = intake
    this.#odd = odd
  }

  get parties(): number {
    return this.#seen.size
  }

  take(row: PlainRow): void {
    // Spreadsheets write such rows below the last.
    if (TIE_COLUMNS.every((column) => row.text(column) === '')) return
    if (row.text('owner') === OTHERS) {
      this.#others(row, row.key('asset'))
      return
    }
    const owner = this.#party(row, 'owner')
    if (row.text('asset') === '') {
      this.#nowhere(row, 'asset')
      return
    }
    if (owner === null) this.#nowhere(row, 'owner')
    const holder = owner ?? this.#nameless(row)
    const held = this.#party(row, 'asset')
    if (held !== null) this.#tie(row, holder, held, owner === null ? ['unknown-party'] : [])
  }

  #tie(row: PlainRow, owner: PartyKey, asset: PartyKey, marks: readonly Mark[]): void {
    const odd = this.#odd
    const { share, mark } = this.#share(row)
    const isSelf = owner === asset
    if (isSelf) {
      const params = { line: row.line, party: row.text('owner') }
      odd.warn('ownership/self-owner', params, () => row.place())
    }
    const tie: TieRecord = {
      owner,
      asset,
      kind: this.#kind(row),
      share,
      direct: row.word('direct', DIRECT, true, odd),
      from: row.day('from', 'last', odd),
      to: row.day('to', 'last', odd),
      seen: null,
      asOf: row.day('as_of', 'first', odd),
      source: row.stated('source'),
      certainty: row.certainty(odd),
      marks: [...marks, ...(mark === null ? [] : [mark]), ...(isSelf ? SELF : [])],
      place: row.place(),
    }
    this.count += 1
    this.#intake.tie(tie)
  }

  #share(row: PlainRow): { readonly share: Share | null; readonly mark: Mark | null } {
    const text = row.text('share')
    if (isConsolidated(text)) return { share: null, mark: null }
    let share = this.#shares.get(text)
    if (share === undefined) {
      share = readShare(text)
      if (this.#shares.size >= SHARES_MAX) this.#shares.clear()
      this.#shares.set(text, share)
    }
    if (!isCorrupt(share)) return { share, mark: null }
    const params = { line: row.line, text: text.slice(0, 60) }
    this.#odd.warn(corruptShareCode(share.mark), params, () => row.place())
    return { share: SOME_SHARE, mark: share.mark }
  }

  #kind(row: PlainRow): TieKind {
    if (row.text('kind') !== '') return row.word('kind', KINDS, 'share', this.#odd)
    const share = row.text('share')
    if (isConsolidated(share)) return 'consolidation'
    return /^voting-rights-/i.test(share) ? 'votes' : 'share'
  }

  #others(row: PlainRow, asset: PartyKey | null): void {
    const text = row.text('share').toLowerCase()
    const others = Object.hasOwn(OTHER_OWNERS, text) ? OTHER_OWNERS[text] : undefined
    if (asset === null) this.#nowhere(row, 'asset')
    if (others === undefined) {
      const params = { line: row.line, text: text.slice(0, 60) }
      this.#odd.warn('ownership/others-not-read', params, () => row.place())
    }
    if (asset === null || others === undefined) return
    this.#seen.add(asset)
    this.#intake.party({ ...partyOnly(asset), others })
  }

  #nowhere(row: PlainRow, column: 'owner' | 'asset'): void {
    const params = { line: row.line, column }
    this.#odd.warn('ownership/edge-to-nowhere', params, () => row.place())
  }

  /** The key that a cell names, told once as a party; null where the cell is empty. */
  #party(row: PlainRow, column: 'owner' | 'asset'): PartyKey | null {
    const cell = row.text(column)
    const known = this.#keys.get(cell)
    if (known !== undefined) return known
    const key = row.key(column)
    if (key === null) return null
    this.#keys.set(cell, key)
    if (this.#seen.has(key)) return key
    this.#seen.add(key)
    const lei = LIKE_LEI.exec(cell)?.[1]
    if (lei !== undefined && !isLei(lei)) {
      this.#odd.warn('ownership/lei-doubtful', { line: row.line, lei }, () => row.place())
    }
    this.#intake.party(partyOnly(key))
    return key
  }

  #nameless(row: PlainRow): PartyKey {
    const key: PartyKey = `local:not named (${this.#file} line ${row.line})`
    this.#seen.add(key)
    this.#intake.party(partyOnly(key))
    return key
  }
}

/** Shares as written that are kept beside what they mean. */
const SHARES_MAX = 10_000

/** A name or a key with the form of an LEI. */
const LIKE_LEI = /^(?:lei:)?([0-9A-Z]{18}[0-9]{2})$/

const SELF: readonly Mark[] = ['self-owner']

function isConsolidated(text: string): boolean {
  return text.toLowerCase() === 'consolidated'
}
