/** The owners above a party as a tree, each party's own owners under its first mention. */
import type { OwnChainStake, OwnFindings, OwnParty, OwnSaid } from '@holdfast/holdfast'
import type { MessageKey } from '../messages/catalogue.ts'
import { tellShare } from '../own_telling.ts'
import type { Screen } from './paint.ts'
import { displayWidth, fit, hang, harmless } from './width.ts'

/** Owners of one party, levels and lines that are printed; the tree says what it leaves out. */
const OWNERS_MAX = 24
const LEVELS_MAX = 14
const LINES_MAX = 600
/** What a level needs at least beside its indent. */
const COLUMNS_MIN = 34

export interface TreeOptions {
  /** Every statement of every source in full. */
  readonly sources: boolean
  /** Parties that count by the rule, and are stressed. */
  readonly members: ReadonlySet<string>
}

interface Walk {
  readonly screen: Screen
  readonly options: TreeOptions
  readonly parties: ReadonlyMap<string, OwnParty>
  readonly stakes: ReadonlyMap<string, readonly OwnChainStake[]>
  readonly told: Set<string>
  readonly path: string[]
  readonly lines: string[]
}

/**
 * The tree of a chain. A party that stands above another one twice is told in full where it comes
 * first; a circle ends with a mark.
 */
export function ownTree(
  chain: OwnFindings['chain'],
  screen: Screen,
  options: TreeOptions,
): string[] {
  const [root] = chain.parties
  if (root === undefined) return []
  const stakes = new Map<string, OwnChainStake[]>()
  for (const stake of chain.stakes) {
    const there = stakes.get(stake.asset)
    if (there === undefined) stakes.set(stake.asset, [stake])
    else there.push(stake)
  }
  const parties = new Map(chain.parties.map((one) => [one.party, one]))
  const walk: Walk = { screen, options, parties, stakes, told: new Set(), path: [], lines: [] }
  const keys = root.keys.filter((key) => !/^(local|dossier):/.test(key))
  walk.lines.push(
    ...hang(
      '',
      harmless([partyText(root, walk), ...othersText(root, walk)].join('  ')),
      screen.width,
    ),
    ...(keys.length === 0 ? [] : hang('', harmless(keys.join(' · ')), screen.width)).map(
      screen.paint.dim,
    ),
  )
  owners(root.party, '', walk)
  return walk.lines
}

function owners(party: string, indent: string, walk: Walk): void {
  const { screen, lines, told, path } = walk
  const { words, paint } = screen
  told.add(party)
  path.push(party)
  const stakes = ordered(walk.stakes.get(party) ?? [], walk)
  const notes = notesOf(party, walk)
  const tooDeep =
    path.length > LEVELS_MAX ||
    screen.width - displayWidth(indent) < Math.min(COLUMNS_MIN, screen.width * 0.6)
  if (stakes.length > 0 && (tooDeep || lines.length > LINES_MAX)) {
    const count = above(party, walk)
    const text = words.text('own.tree.deeper', { count })
    if (count > 0) lines.push(...hang(`${indent}└─ `, text, screen.width).map(paint.dim))
    path.pop()
    return
  }
  const shown = stakes.slice(0, OWNERS_MAX)
  const left = stakes.length - shown.length
  if (left > 0) notes.unshift(words.text('own.tree.more', { count: left }))
  const last = shown.length + notes.length - 1
  shown.forEach((stake, index) => {
    ownerLines(stake, indent, index === last, walk)
  })
  notes.forEach((note, index) => {
    const mark = shown.length + index === last ? '└─ ' : '├─ '
    lines.push(...hang(`${indent}${mark}`, harmless(note), screen.width).map(paint.dim))
  })
  path.pop()
}

/** One owner with its stake; under it its sources and its own owners. */
function ownerLines(stake: OwnChainStake, indent: string, isLast: boolean, walk: Walk): void {
  const { screen, lines, parties, told, path } = walk
  const { words, paint, width } = screen
  const mark = `${indent}${isLast ? '└─ ' : '├─ '}`
  const inner = `${indent}${isLast ? '   ' : '│  '}`
  const owner = parties.get(stake.owner)
  const isCircle = path.includes(stake.owner)
  const isAgain = !isCircle && told.has(stake.owner) && walk.stakes.has(stake.owner)
  const text = owner === undefined ? stake.owner : partyText(owner, walk)
  const ends = [
    ...marksOf(stake, screen),
    ...(isCircle ? [words.text('own.tree.circle')] : []),
    ...(isAgain ? [words.text('own.tree.again')] : []),
    ...(owner === undefined || isCircle || isAgain ? [] : othersText(owner, walk)),
  ]
  const line = [`${tellHow(stake, screen)}  ${text}`, ...ends].join('  ')
  const isListed = (owner?.listed.length ?? 0) > 0
  const counts = isListed || walk.options.members.has(stake.owner)
  const [first = '', ...rest] = hang(mark, harmless(line), width).map((one) => one.trimEnd())
  const stress = counts ? paint.certain : stake.disputed ? paint.possible : (one: string) => one
  lines.push(paint.dim(mark) + stress(first.slice(mark.length)))
  const more = `${inner}${walk.stakes.has(stake.owner) && !isCircle && !isAgain ? '│  ' : '   '}`
  for (const further of rest) lines.push(paint.dim(more) + stress(further.trimStart()))
  for (const source of sourceLines(stake, more, walk)) lines.push(paint.dim(source))
  if (!isCircle && !isAgain) owners(stake.owner, inner, walk)
}

/** What is said of owners that are not named; empty where there is no room for any. */
function othersText({ party, kind, others, missing }: OwnParty, walk: Walk): string[] {
  const stakes = walk.stakes.get(party) ?? []
  const sum = stakes.reduce((total, { low }) => total + (low ?? 0), 0)
  const isFull = sum >= 100 || stakes.some(({ controls }) => controls)
  const isApart = kind === 'person' || kind === 'state' || others === 'none'
  if (isFull || isApart || (stakes.length === 0 && missing.length > 0)) return []
  const beside = stakes.length === 0 ? 'none' : 'some'
  return [walk.screen.words.text('own.tree.others', { others, beside })]
}

/** Who counts first, then whoever controls, then by share. */
function ordered(stakes: readonly OwnChainStake[], { options }: Walk): OwnChainStake[] {
  const rank = (stake: OwnChainStake): number =>
    (options.members.has(stake.owner) ? 1000 : 0) +
    (stake.controls ? 500 : 0) +
    ((stake.low ?? 0) + (stake.high ?? 0)) / 2
  return stakes.toSorted((a, b) => rank(b) - rank(a))
}

/** A party's name, country, kind, and the lists that it stands on. */
function partyText(party: OwnParty, { screen }: Walk): string {
  const { words } = screen
  const name = party.name ?? party.party
  const where = [party.incorporated, party.seat].find((one) => one !== null && one !== undefined)
  const listed = party.listed.map(({ list, entry }) =>
    list === 'call' ? words.text('own.tree.named') : words.text('own.tree.listed', { list, entry }),
  )
  const maybe = party.maybeListed.map((one) => words.text('own.tree.maybe', { ...one }))
  const about = [
    ...(where === undefined || where === null ? [] : [where]),
    ...(party.kind === 'person' ? [words.text('own.person')] : []),
  ]
  return [`${name}${about.length === 0 ? '' : ` (${about.join(', ')})`}`, ...listed, ...maybe].join(
    '  ',
  )
}

/** Kinds of tie that are named beside a share. */
const NAMED = new Set(['subsidiary', 'branch', 'consolidation', 'control', 'votes'])

/** How an owner is tied to what it owns: '25–50%', 'subsidiary', '100%, subsidiary'. */
function tellHow(stake: OwnChainStake, { words }: Screen): string {
  const kinds = [...new Set(stake.statements.map(({ kind }) => kind))]
  const share = stake.share === null ? null : tellShare(words, stake.share)
  const named = kinds.filter((kind) => NAMED.has(kind) || share === null)
  const names = named.flatMap((kind) => {
    if (kind === 'share') return [words.text('own.tree.share-unknown')]
    const votes = stake.statements.find((said) => said.kind === 'votes')?.share ?? null
    if (kind === 'votes' && votes !== null) {
      return [words.text('own.tree.votes-of', { share: tellShare(words, votes) })]
    }
    return [words.text(`own.tree.${kind}` as MessageKey)]
  })
  const isOnlyVotes = kinds.every((kind) => kind === 'votes' || kind === 'control')
  return [...(share === null || isOnlyVotes ? [] : [share]), ...names].join(', ')
}

function marksOf(stake: OwnChainStake, { words }: Screen): string[] {
  const certainties = new Set(stake.statements.map(({ certainty }) => certainty))
  const isSure = certainties.has('stated')
  return [
    ...(stake.disputed ? [words.text('own.tree.disputed')] : []),
    ...(stake.doubt === null ? [] : [words.text(`own.tree.${stake.doubt}`)]),
    ...(!isSure && certainties.has('unverified') ? [words.text('own.tree.unverified')] : []),
    ...(!isSure && certainties.has('assumed') ? [words.text('own.tree.assumed')] : []),
  ]
}

/** Where a stake is stated: one short line, or with `sources` all statements in full. */
function sourceLines(stake: OwnChainStake, indent: string, walk: Walk): string[] {
  const { width, words } = walk.screen
  if (walk.options.sources || stake.disputed) {
    return stake.statements.flatMap((said) => {
      const how = said.share === null ? said.kind : `${said.kind} ${said.share}`
      return hang(indent, harmless(`${how}: ${saidText(said, walk)}`), width)
    })
  }
  const stated = stake.statements.filter(
    (said) => said.source !== null || dayOf(said, walk) !== null,
  )
  const [said] = stated
  if (said === undefined) return []
  const more = stated.length > 1 ? ` (+${words.number(stated.length - 1)})` : ''
  const day = dayOf(said, walk)
  const source = said.source ?? ''
  const room = width - displayWidth(indent) - displayWidth(more) - displayWidth(day ?? '') - 3
  const short = fit(harmless(source), Math.max(12, room))
  const parts = [...(day === null ? [] : [day]), ...(source === '' ? [] : [short])]
  return [fit(`${indent}${parts.join(' · ')}${more}`, width)]
}

function saidText(said: OwnSaid, walk: Walk): string {
  const { words } = walk.screen
  const source = said.source ?? words.text('own.source.none')
  return words.text('own.said-by', { source, day: dayOf(said, walk) ?? 'none' })
}

/** The days of a statement in words; null when its source gives none. */
function dayOf(said: OwnSaid, { screen }: Walk): string | null {
  const { words } = screen
  const days = [
    ...(said.from === null ? [] : [words.text('own.from', { day: said.from })]),
    ...(said.to === null ? [] : [words.text('own.until', { day: said.to })]),
    ...(said.asOf === null ? [] : [words.text('own.as-of', { day: said.asOf })]),
  ]
  if (days.length === 0 && said.seen !== null) return words.text('own.seen', { day: said.seen })
  return days.length === 0 ? null : days.join(', ')
}

/** Why a register has no owner of a party. */
function notesOf(party: string, walk: Walk): string[] {
  const { words } = walk.screen
  const missing = walk.parties.get(party)?.missing ?? []
  return missing.map((one) => words.text('own.tree.missing', { ...one }))
}

/** How many parties stand above one, of those not told yet. */
function above(party: string, walk: Walk): number {
  const seen = new Set([party])
  for (const one of seen) for (const { owner } of walk.stakes.get(one) ?? []) seen.add(owner)
  return [...seen].filter((one) => !walk.told.has(one)).length
}
