/**
 * Whether holders from outside a group of countries hold more of a party than a rule allows, each
 * for itself and all together: SecNumCloud 3.2, section 19.6 b (ANSSI, 8 March 2022).
 *
 * The text speaks of capital and votes held "directly or indirectly" by third entities that have
 * their statutory seat, central administration or principal establishment in a State that is no
 * member of the Union. It does not say what indirectly means. Two readings are computed:
 *
 * - control: whoever controls a company holds its stakes as its own, whole. So French company law
 *   reads it (Code de commerce, L233-3 and L233-4): a majority controls; more than 40 percent, if
 *   nobody holds more, is presumed to, which somebody may rebut, so it is unknown here; several who
 *   act in concert control together, which no register tells, so it is unknown as well.
 * - proportion: shares are multiplied along each path and added up.
 *
 * The answer is that of one reading, and the other stands beside it. A choice between readings is
 * no missing fact: nothing that could be found out would settle it.
 *
 * Entities count by law of organisation and head office: one of them outside is enough, both must
 * be known to be inside. Natural persons have no seat and do not count. Consolidation by a holder
 * from outside is too much whatever the share: it rests on a majority of votes or on the right to
 * appoint the majority of a board, and 19.6 b bars both.
 */
import type { Tri } from '@holdfast/kernel'
import { triFromEnds, triNot } from '@holdfast/kernel'
import type { OwnershipAnswer } from './answer.ts'
import { ceilingFacts, smallestCeilingFacts } from './ceiling_facts.ts'
import { ceilingProof } from './ceiling_proof.ts'
import type { PartyGraph } from './graph.ts'
import {
  type ControlRule,
  type End,
  groupFrom,
  groupTogether,
  type HeldStake,
  HOLDERS_MAX,
  type Holders,
  heldBy,
  hiddenHolder,
  holdersAbove,
  smallHolders,
} from './group.ts'
import { marksAbove } from './holder_proof.ts'
import { integratedShare } from './integrated.ts'
import type { PartyRecord } from './records.ts'
import type { CeilingRule } from './rule_data.ts'
import { PERCENT, type Share, SOME_SHARE, WHOLE } from './share.ts'
import { OTHERS_DISPERSED, OTHERS_UNKNOWN } from './stake_table.ts'

export type CeilingReading = 'control' | 'proportion'

/** What an answer leaves aside, because the text asks for it and data on owners do not hold it. */
export type CeilingReservation =
  | 'veto-and-board' // 19.6 b: nobody outside may have a veto or appoint the majority of a board
  | 'principal-establishment' // known are law of organisation and head office only
  | 'own-seat' // 19.6 a: the party's own seat is outside, or not known
  | 'person-outside' // a natural person above it lives outside, or nobody says where
  | 'too-large' // more parties stand above it than are followed

/** What one holder from outside, or one who may be, has of the party. */
export interface CeilingHolder {
  /** Null: one of whom only the existence is possible. */
  readonly party: number | null
  readonly outside: Tri
  /** Directly and indirectly, at least and at most. */
  readonly percent: Share
  /** It controls the party; unknown when it may. */
  readonly controls: Tri
}

export interface CeilingFindings {
  /** Yes: within both ceilings. */
  readonly answer: Tri
  /** What is counted: the text limits capital and votes alike, and the worse of them is told. */
  readonly of: 'capital' | 'votes'
  readonly together: Share
  /** Those who hold something, the largest first. */
  readonly holders: readonly CeilingHolder[]
}

export interface CeilingAnswer extends OwnershipAnswer {
  readonly reading: CeilingReading
  readonly readings: Readonly<Record<CeilingReading, CeilingFindings>>
  readonly reservations: readonly CeilingReservation[]
}

/** Holders above a party, and who of them is from outside, as far as known or supposed. */
export interface CeilingWorld {
  readonly holders: Holders
  /** For each holder, the two numbers for unnamed ones included. */
  readonly outside: readonly Tri[]
  readonly of: 'capital' | 'votes'
}

/** More than 40 percent, if nobody holds more: presumed control (Code de commerce, L233-3 II). */
const CONTROL: ControlRule = { threshold: 50 * PERCENT, mayFrom: 40 * PERCENT + 1 }

/**
 * Answers whether a party is within the ceilings: yes, no or unknown.
 *
 * @param isInside whether a country, ISO 3166-1 alpha-2, belongs to the rule's group
 * @param reading which meaning of "indirectly" decides
 */
export function answerCeilings(
  graph: PartyGraph,
  party: number,
  rule: CeilingRule,
  isInside: (country: string) => boolean,
  reading: CeilingReading = 'control',
): CeilingAnswer {
  const worlds = ceilingWorlds(graph, party, isInside)
  const capital = worlds[0]!
  const tooLarge = capital.holders.parties.length > HOLDERS_MAX
  const judged = (judge: typeof judgeControl): CeilingFindings =>
    tooLarge ? NOT_FOLLOWED : worst(worlds.map((world) => judge(world, rule)))
  const readings = { control: judged(judgeControl), proportion: judged(judgeProportion) }
  const { answer, together, of } = readings[reading]
  const world = worlds.find((one) => one.of === of) ?? capital
  const open = answer === 'unknown' && !tooLarge ? ceilingFacts(graph, world, rule, CONTROL) : []
  const isSettled = (one: CeilingWorld): boolean => judgeControl(one, rule).answer !== 'unknown'
  const missing = smallestCeilingFacts(world, open, reading === 'control' ? isSettled : null)
  return {
    party,
    rule: rule.id,
    answer,
    percent: together,
    proof: ceilingProof(graph, world, CONTROL, answer, together),
    missing: missing.facts,
    smallest: missing.smallest,
    marks: marksAbove(graph, world.holders),
    reading,
    readings,
    reservations: reservationsOf(graph, world, isInside, tooLarge),
  }
}

const ALL: Share = { low: 0, high: WHOLE, openLow: false, openHigh: false }
const NOT_FOLLOWED: CeilingFindings = {
  answer: 'unknown',
  of: 'capital',
  together: ALL,
  holders: [],
}

/** Capital and votes must both keep the ceilings: what breaks them is told, then what may. */
function worst(found: readonly CeilingFindings[]): CeilingFindings {
  const answers: readonly Tri[] = ['no', 'unknown', 'yes']
  const all = answers.flatMap((answer) => found.filter((one) => one.answer === answer))
  return all[0]!
}

/** The world of capital, and where votes are stated apart from it that of votes. */
function ceilingWorlds(
  graph: PartyGraph,
  party: number,
  isInside: (country: string) => boolean,
): readonly CeilingWorld[] {
  const holders = holdersAbove(graph.table, party)
  const known = holders.parties.map((one) => outsideOf(graph.record(one), isInside))
  const outside: readonly Tri[] = [...known, 'yes', 'yes']
  const stakesIn = holders.stakesIn.map((stakes) => stakes.map((one) => votesOf(graph, one)))
  const capital: CeilingWorld = { holders, outside, of: 'capital' }
  const differs = stakesIn.some((stakes, at) =>
    stakes.some((one, n) => one !== holders.stakesIn[at]![n]),
  )
  return differs
    ? [capital, { holders: { ...holders, stakesIn }, outside, of: 'votes' }]
    : [capital]
}

/** A stake as a part of the votes; where nobody states them, they follow the capital. */
function votesOf(graph: PartyGraph, stake: HeldStake): HeldStake {
  if (stake.row === null) return stake
  const { ties, doubt } = graph.stake(stake.row)
  const shares = ties.flatMap(({ kind, share }) => (kind === 'votes' ? [share ?? SOME_SHARE] : []))
  if (shares.length === 0) return stake
  const low = Math.min(...shares.map((share) => share.low + (share.openLow ? 1 : 0)))
  const high = Math.max(...shares.map((share) => share.high - (share.openHigh ? 1 : 0)))
  return { ...stake, low: doubt === null ? low : 0, high }
}

/** Whether an entity has its seat or head office outside; natural persons have none. */
export function outsideOf(
  { kind, incorporated, seat }: PartyRecord,
  isInside: (country: string) => boolean,
): Tri {
  if (kind === 'person') return 'no'
  const places = [incorporated, seat].filter((place) => place !== null)
  if (places.some((place) => !isInside(place.slice(0, 2)))) return 'yes'
  return places.length === 2 ? 'no' : 'unknown'
}

/** The reading of control: a controlled company's stakes are held by whoever controls it. */
export function judgeControl(world: CeilingWorld, rule: CeilingRule): CeilingFindings {
  const { holders, outside } = world
  const held = (start: number, end: End): ReturnType<typeof heldBy> => {
    const group = groupFrom(holders, start, CONTROL, end, end === 'most')
    return heldBy(holders, 0, (one) => group[one] === 1, end, end === 'most')
  }
  const found: CeilingHolder[] = []
  for (const start of startsOf(world)) {
    const least = held(start, 'least')
    const most = held(start, 'most')
    if (most.sum === 0 && !most.controls) continue
    const party = start < holders.parties.length ? start : null
    const controls = triFromEnds(least.controls, most.controls)
    found.push({ party, outside: outside[start]!, percent: range(least.sum, most.sum), controls })
  }
  const small = smallHolders(holders)
  const sure = [...outsiders(world, (one) => one === 'yes'), small]
  const least = groupTogether(holders, sure, CONTROL, 'least')
  const possible = [...outsiders(world, (one) => one !== 'no'), hiddenHolder(holders), small]
  const most = groupTogether(holders, possible, CONTROL, 'most')
  const low = heldBy(holders, 0, (one) => least[one] === 1, 'least', false).sum
  const high = heldBy(holders, 0, (one) => most[one] === 1, 'most', true).sum
  const together = range(low, Math.max(low, high, dispersedToo(holders, most)))
  return findings(world, rule, found, together)
}

/** Where the rest is dispersed, small holders from outside may have all of it between them. */
function dispersedToo(holders: Holders, group: Uint8Array): number {
  if (holders.others[0] !== OTHERS_DISPERSED) return 0
  const strangers = holders.stakesIn[0]!.filter(({ owner }) => group[owner] !== 1)
  return WHOLE - strangers.reduce((sum, { low }) => sum + low, 0)
}

/** The reading of proportion: shares multiplied along paths and added up. */
export function judgeProportion(world: CeilingWorld, rule: CeilingRule): CeilingFindings {
  const { holders, outside } = world
  const size = holders.parties.length + 2
  const share = (starts: readonly number[], end: End): number => {
    const counts = new Uint8Array(size)
    for (const start of starts) counts[start] = 1
    return roundedShare(integratedShare(holders, counts, end, starts.length > 1), end)
  }
  const found: CeilingHolder[] = []
  for (const start of startsOf(world)) {
    const high = share([start], 'most')
    if (high === 0) continue
    const party = start < holders.parties.length ? start : null
    const percent = range(share([start], 'least'), high)
    found.push({ party, outside: outside[start]!, percent, controls: 'no' })
  }
  const sure = outsiders(world, (one) => one === 'yes')
  const possible = outsiders(world, (one) => one !== 'no')
  const together = range(
    share([...sure, smallHolders(holders)], 'least'),
    share([...possible, hiddenHolder(holders), smallHolders(holders)], 'most'),
  )
  return findings(world, rule, found, together)
}

/** To whole units, away from doubt: what floating numbers lose is far less than a unit. */
function roundedShare(units: number, end: End): number {
  const near = Math.round(units)
  if (Math.abs(units - near) < 1e-3) return near
  return end === 'least' ? Math.floor(units) : Math.ceil(units)
}

function findings(
  { outside, of }: CeilingWorld,
  rule: CeilingRule,
  found: readonly CeilingHolder[],
  together: Share,
): CeilingFindings {
  const each = rule.each * PERCENT
  const all = rule.together * PERCENT
  const sure = found.filter((holder) => holder.outside === 'yes')
  const over =
    together.low > all ||
    sure.some(({ percent, controls }) => percent.low > each || controls === 'yes')
  const mayBeOver =
    together.high > all ||
    found.some(({ percent, controls }) => percent.high > each || controls !== 'no')
  const holders = found
    .filter(({ party }) => party === null || outside[party] !== 'no')
    .sort((a, b) => b.percent.low - a.percent.low || b.percent.high - a.percent.high)
  return { answer: triNot(triFromEnds(over, mayBeOver)), of, together, holders }
}

function range(low: number, high: number): Share {
  return { low, high: Math.max(low, high), openLow: false, openHigh: false }
}

/** Those who may have to keep the ceiling of one holder; one nobody named, where there may be. */
function startsOf(world: CeilingWorld): readonly number[] {
  const { holders } = world
  const hidden = holders.others.includes(OTHERS_UNKNOWN) || namesHidden(holders)
  const possible = outsiders(world, (one) => one !== 'no')
  return hidden ? [...possible, hiddenHolder(holders)] : possible
}

function namesHidden(holders: Holders): boolean {
  const hidden = hiddenHolder(holders)
  return holders.stakesIn.some((stakes) => stakes.some(({ owner }) => owner === hidden))
}

function outsiders(
  { holders, outside }: CeilingWorld,
  counts: (outside: Tri) => boolean,
): readonly number[] {
  const numbers = holders.parties.map((_, number) => number)
  return numbers.filter((number) => number !== 0 && counts(outside[number]!))
}

function reservationsOf(
  graph: PartyGraph,
  { holders, outside }: CeilingWorld,
  isInside: (country: string) => boolean,
  tooLarge: boolean,
): readonly CeilingReservation[] {
  const reservations: CeilingReservation[] = ['veto-and-board', 'principal-establishment']
  if (outside[0] !== 'no') reservations.push('own-seat')
  const isAway = ({ kind, residence }: PartyRecord): boolean =>
    kind === 'person' && (residence === null || !isInside(residence.slice(0, 2)))
  if (holders.parties.map(graph.record).some(isAway)) reservations.push('person-outside')
  if (tooLarge) reservations.push('too-large')
  return reservations
}
