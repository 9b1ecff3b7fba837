/** Parties, shares and stakes of an ownership graph as findings. */
import { type Day, formatDay } from '@holdfast/kernel'
import {
  CONTROLS,
  isExact,
  type OwnershipAnswer,
  type PartyGraph,
  type PartyKey,
  PERCENT,
  type ProvenStake,
  type Share,
  SOME_SHARE,
  type Stake,
  type TieRecord,
  WHOLE,
} from '@holdfast/ownership'
import type {
  OwnChainStake,
  OwnFact,
  OwnParty,
  OwnRuleAnswer,
  OwnSaid,
  OwnShare,
  OwnStake,
  OwnStep,
} from './own_findings.ts'
import type { Listed } from './own_listed.ts'

/** Schemes that say nothing to a reader: numbers that stand alone, names of one file or dossier. */
const OWN_SCHEMES: ReadonlySet<string> = new Set(['lei', 'local', 'dossier'])

/** What a party is called: its LEI, its local name, or `scheme:number`. */
export function calledOf(key: PartyKey): string {
  const [scheme, number] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)]
  return OWN_SCHEMES.has(scheme) ? number : key
}

/** Percent from millionths of a percent; exact to six decimals. */
function percentOf(units: number): number {
  return units / PERCENT
}

/** A share in the notation of plain tables: `50`, `25-50`, `>=25`, `<25`, `some`. */
export function shareText(share: Share): string {
  const { openLow, openHigh } = share
  const [low, high] = [percentOf(share.low), percentOf(share.high)]
  if (isExact(share)) return String(low)
  if (isSame(share, SOME_SHARE)) return 'some'
  if (openLow && !openHigh) return `${low}-${high}`
  if (!openLow && !openHigh && share.high === WHOLE) return `>=${low}`
  if (!openLow && share.low === 0) return openHigh ? `<${high}` : `<=${high}`
  return `${openLow ? '(' : '['}${low}, ${high}${openHigh ? ')' : ']'}`
}

function isSame(a: Share, b: Share): boolean {
  return (
    a.low === b.low && a.high === b.high && a.openLow === b.openLow && a.openHigh === b.openHigh
  )
}

/**
 * A bound one unit beside a round one is an open bound: engines that count with closed intervals
 * write "more than 50 percent" so.
 */
function roundBounds(share: Share): Share {
  if (isExact(share)) return share
  const isAbove = !share.openLow && share.low % PERCENT === 1
  const isBelow = !share.openHigh && share.high % PERCENT === PERCENT - 1
  return {
    low: isAbove ? share.low - 1 : share.low,
    high: isBelow ? share.high + 1 : share.high,
    openLow: share.openLow || isAbove,
    openHigh: share.openHigh || isBelow,
  }
}

/** From which share on: `>50` or `>=50`. */
function fromText({ low, openLow }: Share): string {
  if (openLow) return `>${percentOf(low)}`
  return low % PERCENT === 1 ? `>${percentOf(low - 1)}` : `>=${percentOf(low)}`
}

function shareFinding(exact: Share | null): OwnShare | null {
  if (exact === null) return null
  const share = roundBounds(exact)
  return { low: percentOf(share.low), high: percentOf(share.high), text: shareText(share) }
}

function dayText(day: Day | null): string | null {
  return day === null ? null : formatDay(day)
}

function saidOf(tie: TieRecord): OwnSaid {
  return {
    kind: tie.kind,
    share: tie.share === null ? null : shareText(tie.share),
    source: tie.source,
    asOf: dayText(tie.asOf),
    from: dayText(tie.from),
    to: dayText(tie.to),
    seen: dayText(tie.seen),
    certainty: tie.certainty,
    direct: tie.direct,
    marks: [...tie.marks],
  }
}

function stakeFinding(graph: PartyGraph, stake: ProvenStake): OwnStake {
  const share = shareFinding(stake.share)
  return {
    owner: calledOf(graph.keys[stake.owner]!),
    asset: calledOf(graph.keys[stake.asset]!),
    share: share?.text ?? null,
    low: share?.low ?? null,
    high: share?.high ?? null,
    controls: stake.controls,
    counts: stake.counts,
    disputed: stake.disputed,
    statements: stake.ties.map(saidOf),
  }
}

/** Everyone above a party and all stakes in them, breadth first, the party first. */
export function chainOf(
  graph: PartyGraph,
  party: number,
  listed: Listed,
): { parties: OwnParty[]; stakes: OwnChainStake[] } {
  const { start, owner } = graph.table
  const seen = new Set([party])
  const stakes: OwnChainStake[] = []
  for (const asset of seen) {
    for (let row = start[asset]!; row < start[asset + 1]!; row += 1) {
      seen.add(owner[row]!)
      stakes.push(chainStake(graph, graph.stake(row), owner[row]!, asset))
    }
  }
  return { parties: [...seen].map((number) => partyFinding(graph, number, listed)), stakes }
}

function chainStake(graph: PartyGraph, stake: Stake, owner: number, asset: number): OwnChainStake {
  const { ties, disputed, flags, doubt } = stake
  // A share that no source states is none that could be shown.
  const share = ties.some((tie) => tie.share !== null) ? stake.share : null
  const controls = (flags & CONTROLS) !== 0
  const proven = { owner, asset, share, controls, counts: false, disputed, ties }
  const { counts: _, ...rest } = stakeFinding(graph, proven)
  return { ...rest, doubt }
}

function partyFinding(graph: PartyGraph, number: number, listed: Listed): OwnParty {
  const record = graph.record(number)
  const { name, keys, kind, incorporated, seat, others, missing } = record
  return {
    party: calledOf(graph.keys[number]!),
    name,
    keys: [...keys],
    kind,
    incorporated,
    seat,
    others,
    missing: missing.map((one) => ({ ...one })),
    source: record.source ?? null,
    asOf: dayText(record.asOf ?? null),
    certainty: record.certainty ?? 'stated',
    listed: listed.certain.get(number) ?? [],
    maybeListed: listed.possible.get(number) ?? [],
  }
}

/** What a rule answers of a party, as findings. */
export function answerFinding(graph: PartyGraph, answer: OwnershipAnswer): OwnRuleAnswer {
  const called = (number: number): string => calledOf(graph.keys[number]!)
  const proof: OwnStep[] = answer.proof.map((step) => ({
    party: called(step.party),
    because: step.because,
    percent: shareFinding(step.percent),
    stakes: step.stakes.map((stake) => stakeFinding(graph, stake)),
  }))
  const missing: OwnFact[] = answer.missing.map((fact) => ({
    kind: fact.kind,
    owner: fact.owner === null ? null : called(fact.owner),
    asset: called(fact.asset),
    share: fact.share === null ? null : shareText(roundBounds(fact.share)),
    yesFrom: fact.yesFrom === null ? null : fromText(fact.yesFrom),
  }))
  return {
    party: called(answer.party),
    rule: answer.rule,
    answer: answer.answer,
    percent: shareFinding(answer.percent),
    proof,
    missing,
    smallest: answer.smallest,
    marks: [...answer.marks],
  }
}
