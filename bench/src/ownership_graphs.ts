/**
 * Who owns whom, invented from a seed in the shapes that registers hold. The same seed gives the
 * same bytes on every machine: only whole numbers are counted with.
 *
 * Parties and stakes come in random order, as in a register that is sorted by number: what belongs
 * together does not lie together.
 */
import {
  OPEN_LOW,
  OTHERS_DISPERSED,
  OTHERS_NONE,
  OTHERS_UNKNOWN,
  PERCENT,
  type StakeColumns,
  WHOLE,
} from '@holdfast/ownership'
import { type Chance, chanceOf } from './chance.ts'

/** Shares of the stakes that each shape makes, in hundredths. */
const SHAPES = { star: 30, pyramid: 25, chain: 10, ring: 5, venture: 10, dispersed: 20 } as const
export type Shape = keyof typeof SHAPES

export interface OwnersMade {
  readonly columns: StakeColumns
  /** Parties that nobody owns, some of them: where a rule starts. */
  readonly listed: Uint32Array
  /** Stakes of each shape. */
  readonly shapes: Readonly<Record<Shape, number>>
}

/** A hundredth of a percent. */
const POINT = PERCENT / 100
const ALL = 10_000

/**
 * Exact shares, as many stakes as are asked for.
 *
 * @param listedShare of the parties at the top, from 0 to 1
 */
export function ownersMade(stakes: number, listedShare: number, seed: number): OwnersMade {
  const chance = chanceOf(seed)
  const sheet = new Sheet(stakes, chance)
  const made = { star: 0, pyramid: 0, chain: 0, ring: 0, venture: 0, dispersed: 0 }
  const names = Object.keys(SHAPES) as Shape[]
  while (!sheet.isFull) {
    // The shape that is most behind: the shares come out the same at every size.
    const behind = (shape: Shape): number => made[shape] / SHAPES[shape]
    const shape = names.reduce((least, one) => (behind(one) < behind(least) ? one : least))
    const before = sheet.count
    DRAW[shape](sheet, chance)
    made[shape] += sheet.count - before
  }
  return { ...sheet.shuffled(listedShare), shapes: made }
}

/**
 * The same stakes, of which some are no longer known exactly: a band of 25 percent where one fits,
 * else nothing but that there is a stake. The exact share always lies within.
 *
 * @param share of the stakes, from 0 to 1
 */
export function blurred(columns: StakeColumns, share: number, seed: number): StakeColumns {
  const chance = chanceOf(seed)
  const low = columns.low.slice()
  const high = columns.high.slice()
  const flags = columns.flags.slice()
  const others = columns.others.slice()
  const band = 25 * PERCENT
  for (let at = 0; at < low.length; at += 1) {
    if (!chance.happens(share)) continue
    const exact = low[at]!
    const isBand = exact > band && chance.happens(0.6)
    const below = isBand ? band * Math.floor((exact - 1) / band) : 0
    low[at] = below
    high[at] = isBand ? below + band : WHOLE
    flags[at] = OPEN_LOW
    others[columns.asset[at]!] = OTHERS_UNKNOWN
  }
  return { ...columns, low, high, flags, others }
}

/** Stakes as they are invented: all owners of an asset at once, so that none is named twice. */
class Sheet {
  count = 0
  private parties = 0
  private readonly owner: Uint32Array
  private readonly asset: Uint32Array
  private readonly share: Uint32Array
  private readonly others: Uint8Array
  private readonly chance: Chance

  constructor(size: number, chance: Chance) {
    this.owner = new Uint32Array(size)
    this.asset = new Uint32Array(size)
    this.share = new Uint32Array(size)
    // A stake names at most two new parties, and the last shape may be cut.
    this.others = new Uint8Array(2 * size + 100)
    this.chance = chance
  }

  get isFull(): boolean {
    return this.count === this.owner.length
  }

  /** No shape may take more than a twentieth of all. */
  get most(): number {
    return Math.max(3, Math.floor(this.owner.length / 20))
  }

  newParty(): number {
    this.parties += 1
    return this.parties - 1
  }

  /**
   * A new owner, or one that has stakes: who has many gets more, so that few have very many. It
   * owns or is owned already, but never by what is still to be drawn.
   */
  anOwner(likelyNew: number): number {
    if (this.count === 0 || this.chance.happens(likelyNew)) return this.newParty()
    return this.owner[this.chance.between(0, this.count - 1)]!
  }

  /** The top of a shape: new, or owned somewhere else. */
  aTop(): number {
    if (this.count === 0 || this.chance.happens(0.6)) return this.newParty()
    return this.asset[this.chance.between(0, this.count - 1)]!
  }

  /** @param points hundredths of a percent of each owner; together at most 10,000 */
  hold(asset: number, owners: readonly number[], points: readonly number[]): void {
    if (this.others.length <= asset) throw new Error('more parties than stakes can name')
    let sum = 0
    const before = this.count
    for (const [i, owner] of owners.entries()) {
      if (this.isFull) return
      // Who is drawn twice counts once; nobody holds itself, or nothing.
      if (owner === asset || owners.indexOf(owner) < i || !(points[i]! > 0)) continue
      this.owner[this.count] = owner
      this.asset[this.count] = asset
      this.share[this.count] = points[i]! * POINT
      sum += points[i]!
      this.count += 1
    }
    if (this.count > before) this.others[asset] = sum === ALL ? OTHERS_NONE : OTHERS_UNKNOWN
  }

  isDispersed(asset: number): void {
    this.others[asset] = OTHERS_DISPERSED
  }

  /** New numbers for parties, a new order of stakes. */
  shuffled(listedShare: number): { readonly columns: StakeColumns; readonly listed: Uint32Array } {
    const { parties, chance, count } = this
    const renamed = permutation(parties, chance)
    const order = permutation(count, chance)
    const owned = new Uint8Array(parties)
    const owner = new Uint32Array(count)
    const asset = new Uint32Array(count)
    const low = new Uint32Array(count)
    for (let at = 0; at < count; at += 1) {
      const from = order[at]!
      owner[at] = renamed[this.owner[from]!]!
      asset[at] = renamed[this.asset[from]!]!
      low[at] = this.share[from]!
      owned[asset[at]!] = 1
    }
    const others = new Uint8Array(parties)
    for (let one = 0; one < parties; one += 1) others[renamed[one]!] = this.others[one]!
    const listed: number[] = []
    for (let one = 0; one < parties; one += 1) {
      if (owned[one] === 0 && chance.happens(listedShare)) listed.push(one)
    }
    const flags = new Uint8Array(count)
    const columns = { parties, owner, asset, low, high: low.slice(), flags, others }
    return { columns, listed: Uint32Array.from(listed) }
  }
}

function permutation(length: number, chance: Chance): Uint32Array {
  const order = new Uint32Array(length)
  for (let at = 0; at < length; at += 1) {
    const other = chance.between(0, at)
    order[at] = order[other]!
    order[other] = at
  }
  return order
}

/** A number of which twice as large ones are half as likely: a heavy tail in whole numbers. */
function tail(chance: Chance, least: number, most: number): number {
  let low = least
  while (2 * low <= most && chance.happens(0.5)) low *= 2
  return chance.between(low, Math.max(low, Math.min(2 * low - 1, most)))
}

/** Breaks a whole into so many parts of at least one. */
function broken(chance: Chance, whole: number, parts: number): number[] {
  let left = whole
  return Array.from({ length: Math.min(parts, whole) }, (_, i) => {
    const rest = Math.min(parts, whole) - i - 1
    const part = rest === 0 ? left : chance.between(1, left - rest)
    left -= part
    return part
  })
}

/** One owner, and outsiders who share what it leaves, or of whom nothing is said. */
function heldWithOutsiders(sheet: Sheet, chance: Chance, owner: number, points: number): number {
  const asset = sheet.newParty()
  const outsiders = points === ALL || chance.happens(0.4) ? 0 : tail(chance, 1, 8)
  const owners = Array.from({ length: outsiders }, () => sheet.anOwner(0.5))
  sheet.hold(asset, [owner, ...owners], [points, ...broken(chance, ALL - points, outsiders)])
  return asset
}

const DRAW: Readonly<Record<Shape, (sheet: Sheet, chance: Chance) => void>> = {
  /** A holding with its subsidiaries, up to thousands. */
  star(sheet, chance) {
    const top = sheet.aTop()
    const subsidiaries = tail(chance, 3, Math.min(20_000, sheet.most))
    for (let i = 0; i < subsidiaries && !sheet.isFull; i += 1) {
      const points = chance.happens(0.7) ? ALL : chance.between(5_001, 9_999)
      heldWithOutsiders(sheet, chance, top, points)
    }
  },
  /** Control kept through 3 to 12 layers with outsiders on each. */
  pyramid(sheet, chance) {
    const depth = chance.between(3, 12)
    let layer = [sheet.aTop()]
    for (let level = 0; level < depth && !sheet.isFull; level += 1) {
      layer = chance.some(layer, 6).flatMap((owner) => {
        return Array.from({ length: chance.between(1, 3) }, () => {
          return heldWithOutsiders(sheet, chance, owner, chance.between(3_500, ALL))
        })
      })
    }
  },
  /** One below the other, up to a hundred. */
  chain(sheet, chance) {
    let last = sheet.aTop()
    const length = chance.happens(0.2) ? 100 : chance.between(2, 30)
    for (let i = 0; i < length && !sheet.isFull; i += 1) {
      const points = chance.happens(0.05)
        ? chance.between(2_000, 4_999)
        : chance.between(5_000, ALL)
      last = heldWithOutsiders(sheet, chance, last, points)
    }
  },
  /** 2 to 6 that hold each other round, at times across too, and outsiders. */
  ring(sheet, chance) {
    const members = Array.from({ length: chance.between(2, 6) }, () => sheet.newParty())
    const isCrossed = members.length > 3 && chance.happens(0.5)
    for (const [i, asset] of members.entries()) {
      const at = (distance: number): number => members[(i + distance) % members.length]!
      const points = [chance.between(1_000, 6_000), isCrossed ? chance.between(500, 2_000) : 0]
      const outsiders = chance.between(1, 3)
      const rest = broken(chance, ALL - points[0]! - points[1]!, outsiders)
      const owners = rest.map(() => sheet.anOwner(0.4))
      sheet.hold(asset, [at(1), at(2), ...owners], [...points, ...rest])
    }
  },
  /** A joint venture of halves, or of three with a third that is no round number. */
  venture(sheet, chance) {
    const points = chance.happens(0.8) ? [5_000, 5_000] : [3_333, 3_333, 3_334]
    const owners = points.map((_, i) => (i === 0 ? sheet.aTop() : sheet.anOwner(0.3)))
    sheet.hold(sheet.newParty(), owners, points)
  },
  /** A listed company: many small holders, at times a large one, the rest nobody knows. */
  dispersed(sheet, chance) {
    const asset = sheet.newParty()
    const holders = tail(chance, 20, Math.min(2_000, sheet.most))
    const block = chance.happens(0.5) ? chance.between(2_000, 6_000) : 0
    const each = Math.floor((ALL - block) / holders)
    const owners = Array.from({ length: holders + 1 }, (_, i) => {
      return sheet.anOwner(i === 0 ? 0.5 : 0.1)
    })
    const small = owners.slice(1).map(() => chance.between(1, each))
    sheet.hold(asset, owners, [block, ...small])
    sheet.isDispersed(asset)
  },
}
