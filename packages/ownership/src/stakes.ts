/**
 * What all sources together say of one owner and one asset on a day: one stake. Statements that
 * agree narrow each other, those that contradict each other span both, so that the best and the
 * worst case are computed.
 */
import type { Day } from '@holdfast/kernel'
import type { Mark, TieKind, TieRecord } from './records.ts'
import { PERCENT, type Share, SOME_SHARE, WHOLE } from './share.ts'
import { BRANCH, CONTROLS, MAY_BE_NONE, MAY_CONTROL, OPEN_HIGH, OPEN_LOW } from './stake_table.ts'

/** A stake as rules count it, with the statements behind it. */
export interface Stake {
  readonly share: Share
  /** `CONTROLS`, `BRANCH`, `MAY_BE_NONE`, `MAY_CONTROL`; open bounds are in the share. */
  readonly flags: number
  /** True when sources contradict each other. */
  readonly disputed: boolean
  /** Why the stake may be none: it was stated for later days only, or is held through others. */
  readonly doubt: 'later' | 'indirect' | null
  readonly ties: readonly TieRecord[]
  readonly marks: readonly Mark[]
}

const NO_SHARE: Share = { low: 0, high: 0, openLow: false, openHigh: false }

/** Ties that say nothing of who owns or controls: relations of funds. */
const APART: ReadonlySet<TieKind> = new Set(['fund-manager', 'umbrella-fund', 'master-fund'])
const CONTROLLING: ReadonlySet<TieKind> = new Set([
  'consolidation',
  'ultimate-consolidation',
  'subsidiary',
])

/** Whether a tie was in force on a day, as far as its source says. */
export function inForce(tie: TieRecord, on: Day): 'yes' | 'no' | 'unknown' {
  if (tie.to !== null && tie.to <= on) return 'no'
  if (tie.from !== null) return tie.from <= on ? 'yes' : 'no'
  const first = tie.seen ?? tie.asOf
  return first === null || first <= on ? 'yes' : 'unknown'
}

/**
 * The stake that ties of one owner in one asset make on a day; null when there is none.
 *
 * @param ties all statements of the pair, of all sources and days
 */
export function stakeOf(ties: readonly TieRecord[], on: Day): Stake | null {
  const held = ties.filter((tie) => !APART.has(tie.kind) && inForce(tie, on) !== 'no')
  const current = latestOfEach(held)
  if (current.length === 0) return null
  const sure = current.filter((tie) => inForce(tie, on) === 'yes' && isDirect(tie))
  const used = sure.length > 0 ? sure : current
  const { share, disputed, twice } = sharesTogether(used)
  const flags = flagsOf(used)
  const marks = [...new Set([...used.flatMap((tie) => tie.marks), ...(twice ? [TWICE] : [])])]
  if (sure.length > 0) return { share, flags, disputed, doubt: null, ties: used, marks }
  const doubt = used.some((tie) => inForce(tie, on) === 'yes') ? 'indirect' : 'later'
  return {
    share: { low: 0, high: share.high, openLow: false, openHigh: share.openHigh },
    flags: doubtful(flags),
    disputed,
    doubt,
    ties: used,
    marks,
  }
}

const TWICE: Mark = 'stated-twice'

/** The topmost parent is one through others, unless it is the direct one too. */
function isDirect(tie: TieRecord): boolean {
  return tie.direct || CONTROLLING.has(tie.kind)
}

/** Of one source, kind and openness the statement with the latest day; all of that day. */
function latestOfEach(ties: readonly TieRecord[]): readonly TieRecord[] {
  if (ties.length < 2) return ties
  const latest = new Map<string, { day: Day; ties: TieRecord[] }>()
  for (const tie of ties) {
    const key = `${tie.kind} ${tie.direct} ${tie.source ?? ''}`
    const day = tie.asOf ?? tie.seen ?? tie.from ?? Number.NEGATIVE_INFINITY
    const known = latest.get(key)
    if (known === undefined || day > known.day) latest.set(key, { day, ties: [tie] })
    else if (day === known.day) known.ties.push(tie)
  }
  return [...latest.values()].flatMap((one) => one.ties)
}

function flagsOf(ties: readonly TieRecord[]): number {
  let flags = 0
  for (const tie of ties) {
    if (CONTROLLING.has(tie.kind)) flags |= CONTROLS
    if (tie.kind === 'branch') flags |= BRANCH
    if (tie.kind === 'control') flags |= MAY_CONTROL
    if (tie.kind === 'votes') flags |= votesFlag(tie.share)
  }
  return flags
}

/** More than half of the votes controls; as much as half, or as many as nobody said, may. */
function votesFlag(share: Share | null): number {
  const { low, high, openLow } = share ?? SOME_SHARE
  const half = 50 * PERCENT
  if (low > half || (low === half && openLow)) return CONTROLS
  return high >= half ? MAY_CONTROL : 0
}

/** What holds for certain becomes what may hold. */
function doubtful(flags: number): number {
  const controls = (flags & (CONTROLS | BRANCH)) !== 0 ? MAY_CONTROL : 0
  return (flags & MAY_CONTROL) | controls | MAY_BE_NONE
}

/** Ties that speak of ownership, whether they say how much or not. */
function ownsSome({ kind }: TieRecord): boolean {
  return kind === 'share' || CONTROLLING.has(kind)
}

interface SharesTogether {
  readonly share: Share
  readonly disputed: boolean
  readonly twice: boolean
}

function sharesTogether(ties: readonly TieRecord[]): SharesTogether {
  const owning = ties.filter(ownsSome)
  if (owning.length === 0) return { share: NO_SHARE, disputed: false, twice: false }
  const bySource = new Map<string, Share[]>()
  for (const tie of owning) {
    if (tie.share === null) continue
    const key = tie.source ?? ''
    const shares = bySource.get(key) ?? []
    if (!shares.some((known) => same(known, tie.share as Share))) shares.push(tie.share)
    bySource.set(key, shares)
  }
  // A consolidation without a share may be of a company of which others hold the shares.
  if (bySource.size === 0) return { share: SOME_SHARE, disputed: false, twice: false }
  const sources = [...bySource.values()]
  const each = sources.map(onceOrTogether)
  const narrowed = each.reduce(intersection)
  const twice = sources.some((shares) => shares.length > 1)
  if (!isEmpty(narrowed)) return { share: narrowed, disputed: false, twice }
  return { share: each.reduce(span), disputed: true, twice }
}

function same(a: Share, b: Share): boolean {
  return (
    a.low === b.low && a.high === b.high && a.openLow === b.openLow && a.openHigh === b.openHigh
  )
}

/**
 * One source that states several shares of one owner in one asset: two lots that add up, or two
 * statements of which one is wrong. From the smallest of them to all together.
 */
function onceOrTogether(shares: readonly Share[]): Share {
  if (shares.length === 1) return shares[0] as Share
  const spanned = shares.reduce(span)
  const sum = shares.reduce((total, { high }) => total + high, 0)
  const openHigh = shares.some((share) => share.openHigh) && sum <= WHOLE
  return { ...spanned, high: Math.min(WHOLE, sum), openHigh }
}

function intersection(a: Share, b: Share): Share {
  const low = Math.max(a.low, b.low)
  const high = Math.min(a.high, b.high)
  const openLow = (a.openLow && a.low === low) || (b.openLow && b.low === low)
  const openHigh = (a.openHigh && a.high === high) || (b.openHigh && b.high === high)
  return { low, high, openLow, openHigh }
}

function isEmpty({ low, high, openLow, openHigh }: Share): boolean {
  return low > high || (low === high && (openLow || openHigh))
}

function span(a: Share, b: Share): Share {
  const low = Math.min(a.low, b.low)
  const high = Math.max(a.high, b.high)
  const closedLow = (!a.openLow && a.low === low) || (!b.openLow && b.low === low)
  const closedHigh = (!a.openHigh && a.high === high) || (!b.openHigh && b.high === high)
  return { low, high, openLow: !closedLow, openHigh: !closedHigh }
}

/** The flags of a stake in a table: its own and those of its share's open bounds. */
export function tableFlags({ share, flags }: Stake): number {
  return flags | (share.openLow ? OPEN_LOW : 0) | (share.openHigh ? OPEN_HIGH : 0)
}
