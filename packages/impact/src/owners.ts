/** The owners of a dossier's parties as rules of ownership see them, under a completion. */
import type { Stake as DeclaredStake, Dossier, Party } from '@holdfast/dossier'
import type { Day } from '@holdfast/kernel'
import {
  type CascadeRule,
  type Choice,
  groupWith,
  mayMatterWhoElse,
  type PartyGraph,
  type PartyRecord,
  PERCENT,
  partyGraph,
  rowsInto,
  type Share,
  type Spread,
  type Stake,
  settlesShare,
  type TableAbove,
  type TieRecord,
  tableAbove,
} from '@holdfast/ownership'
import type { Completion } from './ground.ts'

/** Why an entity belongs to a group. */
export type Holding =
  | { readonly kind: 'root' }
  | {
      readonly kind: 'held'
      /** The stakes of earlier members that make it one. */
      readonly by: readonly CountedStake[]
      /** What members hold together, from the least to the most. */
      readonly held: Share
    }

/** A stake of the graph: all that was said of one owner and one asset. */
export interface CountedStake {
  readonly owner: string
  readonly asset: string
  readonly stake: Stake
}

/** The members of a group, each with what makes it one. */
export type Group = ReadonlyMap<string, Holding>

export class Owners {
  readonly #graph: PartyGraph
  readonly #above = new Map<string, TableAbove>()

  constructor({ parties }: Dossier, on: Day) {
    const all = [...parties.values()]
    const ties = all.flatMap((party) => party.owners.stakes.map((stake) => tieOf(party, stake)))
    this.#graph = partyGraph(all.map(recordOf), ties, on)
  }

  /** Everyone above a party along declared stakes, the party first. */
  above(party: string): readonly string[] {
    return this.#tableAbove(party).parties.map((number) => this.#key(number))
  }

  /**
   * The group that makes a party a member by a rule of which each root has a group of its own; null
   * when there is none. Undeclared owners, completed adversely, are roots that every group has.
   */
  groupAbove(
    party: string,
    isRoot: (id: string) => boolean,
    rule: CascadeRule,
    adverse: Completion,
  ): Group | null {
    const above = this.#tableAbove(party)
    const roots = [...above.parties.keys()].filter((at) => isRoot(this.#key(above.parties[at]!)))
    const choice = this.#choice(adverse, above)
    const spread = groupWith(above.table, rule, roots, choice, 0)
    return spread === null ? null : this.#groupOf(spread, above)
  }

  /** Everyone that the roots hold together by a rule, the roots among them. */
  groupBelow(roots: Iterable<string>, rule: CascadeRule, adverse: Completion): Group {
    const { table } = this.#graph
    const numbers = [...roots].map((id) => this.#number(id))
    const hold = numbers.some((number) => table.ownerStart[number]! < table.ownerStart[number + 1]!)
    if (!hold) return new Map(numbers.map((number) => [this.#key(number), { kind: 'root' }]))
    const whole = { table, parties: null, rows: null }
    const spread = groupWith(table, rule, numbers, this.#choice(adverse, whole), numbers[0]!)
    return spread === null ? new Map() : this.#groupOf(spread, whole)
  }

  /** The unknown facts about shares and owners at a party and above it. */
  openFacts(party: string, rule: CascadeRule): readonly string[] {
    const above = this.#tableAbove(party)
    return above.parties.flatMap((number, at) => {
      const id = this.#key(number)
      const rows = rowsInto(above.table, at)
      const open = rows.filter((row) => !settlesShare(above.table, rule, row))
      const least = rows.reduce((sum, row) => sum + above.table.low[row]!, 0)
      return [
        ...(mayMatterWhoElse(above.table, rule, at) ? [`owners:${id}`] : []),
        ...open.map((row) => this.#factOf(above.rows[row]!)),
        ...(rule.strict && least >= rule.threshold * PERCENT ? [`control:${id}`] : []),
      ]
    })
  }

  /** The facts about shares of what a party itself owns. */
  openShares(owner: string, rule: CascadeRule): readonly string[] {
    const { table } = this.#graph
    const number = this.#number(owner)
    const rows = [...table.byOwner.subarray(table.ownerStart[number], table.ownerStart[number + 1])]
    return rows.filter((row) => !settlesShare(table, rule, row)).map((row) => this.#factOf(row))
  }

  #tableAbove(party: string): TableAbove {
    const known = this.#above.get(party)
    if (known !== undefined) return known
    const above = tableAbove(this.#graph.table, this.#number(party))
    this.#above.set(party, above)
    return above
  }

  /** A completion of facts as the engine asks it, on the whole table or on a part. */
  #choice(adverse: Completion, { parties, rows }: Part): Choice {
    const id = (asset: number): string => this.#key(parties === null ? asset : parties[asset]!)
    return {
      stake: (row) => adverse(this.#factOf(rows === null ? row : rows[row]!)),
      half: (asset) => adverse(`control:${id(asset)}`),
      undeclared: (asset) => adverse(`owners:${id(asset)}`),
    }
  }

  #groupOf(spread: Spread, part: Part & Pick<TableAbove, 'table'>): Group {
    const group = new Map<string, Holding>()
    for (let place = 0; place < spread.count; place += 1) {
      const member = spread.member(place)
      const by = spread
        .countingRows(member)
        .map((row) => this.#counted(part.rows === null ? row : part.rows[row]!))
      const key = this.#key(part.parties === null ? member : part.parties[member]!)
      const isRoot = spread.isRoot(member) || by.length === 0
      group.set(key, isRoot ? { kind: 'root' } : { kind: 'held', by, held: spread.heldOf(member) })
    }
    return group
  }

  #counted(row: number): CountedStake {
    const { owner, asset } = this.#graph.table
    const stake = this.#graph.stake(row)
    return { owner: this.#key(owner[row]!), asset: this.#key(asset[row]!), stake }
  }

  /** The fact that settles a stake, by what is not known of it. */
  #factOf(row: number): string {
    const { owner, asset, stake } = this.#counted(row)
    const kind = stake.doubt === 'later' ? 'held' : stake.disputed ? 'sources' : 'share'
    return `${kind}:${owner}>${asset}`
  }

  #key(number: number): string {
    return this.#graph.keys[number] as string
  }

  #number(id: string): number {
    return this.#graph.numberOf(id) as number
  }
}

/** A part of the graph with its numbers in the whole; null: the whole. */
type Part = {
  readonly parties: readonly number[] | null
  readonly rows: readonly number[] | null
}

const NO_ONE = { otherNames: [], nationality: [], residence: null, active: null, missing: [] }

function recordOf(party: Party): PartyRecord {
  const { form, incorporated, seat, name } = party
  const kind = party.kind === 'person' ? 'person' : form === 'state' ? 'state' : 'organisation'
  const { others } = party.owners
  return { ...NO_ONE, keys: [party.id], name, kind, incorporated, seat, others }
}

/** What a dossier or a registry says of a stake, as the record that it was or could have been. */
function tieOf(party: Party, stake: DeclaredStake): TieRecord {
  const { owner, share, register, place } = stake
  const stated = register?.shareStated ?? !share.consolidated
  return {
    owner,
    asset: party.id,
    kind: register?.kind ?? (share.consolidated ? 'consolidation' : 'share'),
    share: stated ? unitsOf(share) : null,
    direct: register?.direct ?? true,
    from: register?.from ?? null,
    to: register?.to ?? null,
    seen: register?.seen ?? null,
    asOf: stake.asOf ?? null,
    source: stake.source ?? party.source,
    certainty: register?.certainty ?? 'stated',
    marks: [],
    place,
  }
}

function unitsOf({ low, high, openLow, openHigh = false }: DeclaredStake['share']): Share {
  return { low: Math.round(low * PERCENT), high: Math.round(high * PERCENT), openLow, openHigh }
}
