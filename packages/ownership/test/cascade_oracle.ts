/**
 * A slow oracle for cascades that shares no code with the engine: every completion of a small
 * graph over a grid of shares, each solved by going round until nothing is added.
 */

/** A stake in words: shares in whole percent; `(low, high]` when open. */
export interface SmallStake {
  readonly owner: string
  readonly asset: string
  readonly low: number
  readonly high: number
  readonly openLow?: boolean
  readonly openHigh?: boolean
  /** Controls whatever the share. */
  readonly controls?: boolean
}

export interface SmallRule {
  readonly threshold: number
  readonly strict: boolean
  readonly aggregate: boolean
}

/** What holds in one completion: the share of each stake, and whose half controls. */
export interface Completed {
  readonly shares: readonly number[]
  readonly halves: ReadonlySet<string>
  /** Assets whose owners beside the named ones are members. */
  readonly hidden?: ReadonlySet<string>
}

/** The completions with each choice of who stands behind the undeclared owners of some assets. */
export function withHidden(
  worlds: readonly Completed[],
  undeclared: readonly string[],
): readonly Completed[] {
  const choices = subsetsOf(undeclared).map((some) => new Set(some))
  return worlds.flatMap((world) => choices.map((hidden) => ({ ...world, hidden })))
}

/** The shares that a stake may be: its ends or what lies next to them, and what matters between. */
export function gridOf(stake: SmallStake, between: readonly number[]): readonly number[] {
  const { low, high } = stake
  if (low === high) return [low]
  const least = stake.openLow === true ? low + 0.5 : low
  const most = stake.openHigh === true ? high - 0.5 : high
  const inner = between.filter((share) => share > least && share < most)
  return [...new Set([least, ...inner, most])]
}

/** All completions in which nobody is owned by more than all, and the complete exactly. */
export function completions(
  stakes: readonly SmallStake[],
  rule: SmallRule,
  complete: ReadonlySet<string>,
  between: readonly number[],
): readonly Completed[] {
  let all: number[][] = [[]]
  for (const stake of stakes) {
    const grid = gridOf(stake, between)
    all = all.flatMap((one) => grid.map((share) => [...one, share]))
  }
  const possible = all.filter((shares) => fits(stakes, shares, complete))
  const assets = [...new Set(stakes.map((stake) => stake.asset))]
  if (!rule.strict) return possible.map((shares) => ({ shares, halves: new Set<string>() }))
  return possible.flatMap((shares) => {
    const half = assets.filter((asset) => isHalf(stakes, shares, asset, rule))
    return subsetsOf(half).map((halves) => ({ shares, halves: new Set(halves) }))
  })
}

function fits(
  stakes: readonly SmallStake[],
  shares: readonly number[],
  complete: ReadonlySet<string>,
): boolean {
  const sums = new Map<string, number>()
  for (const [at, { asset }] of stakes.entries())
    sums.set(asset, (sums.get(asset) ?? 0) + (shares[at] as number))
  return [...sums].every(([asset, sum]) => sum <= 100 && (!complete.has(asset) || sum === 100))
}

/** Whether some owners of an asset hold exactly the threshold of it. */
function isHalf(
  stakes: readonly SmallStake[],
  shares: readonly number[],
  asset: string,
  rule: SmallRule,
): boolean {
  const own = shares.filter((_, at) => stakes[at]?.asset === asset)
  return subsetsOf(own).some((some) => some.reduce((a, b) => a + b, 0) === rule.threshold)
}

export function subsetsOf<T>(of: readonly T[]): T[][] {
  const all: T[][] = [[]]
  for (const one of of) for (const some of all.slice()) all.push([...some, one])
  return all
}

/** The members in one completion, by the words of the rule. */
export function membersIn(
  stakes: readonly SmallStake[],
  roots: readonly string[],
  rule: SmallRule,
  { shares, halves, hidden = new Set() }: Completed,
): Set<string> {
  const sumOf = (asset: string, counts: (stake: SmallStake) => boolean): number =>
    stakes.reduce(
      (sum, stake, at) => sum + (stake.asset === asset && counts(stake) ? (shares[at] ?? 0) : 0),
      0,
    )
  const controlled = (asset: string): boolean =>
    stakes.some((stake) => stake.asset === asset && stake.controls === true)
  // The owner that nobody named holds all that the named ones leave.
  const reached = [...hidden].filter(
    (asset) => !controlled(asset) && 100 - sumOf(asset, () => true) >= rule.threshold,
  )
  const starts = rule.aggregate ? [roots] : roots.map((root) => [root])
  const groups = [...starts, []].map((group) => [...group, ...reached])
  const everyone = new Set<string>()
  for (const group of groups) {
    const members = new Set(group)
    for (let grown = true; grown; ) {
      grown = false
      for (const { asset } of stakes) {
        if (members.has(asset)) continue
        const isMember = ({ owner }: SmallStake): boolean => members.has(owner)
        const own = stakes.filter((stake) => stake.asset === asset && isMember(stake))
        const behind = hidden.has(asset) && !controlled(asset) && own.length > 0
        const sum = behind
          ? 100 - sumOf(asset, (stake) => !isMember(stake))
          : sumOf(asset, isMember)
        const equal = sum === rule.threshold && (!rule.strict || behind || halves.has(asset))
        const isControlled = own.some((stake) => stake.controls === true)
        if (isControlled || sum > rule.threshold || equal) {
          members.add(asset)
          grown = true
        }
      }
    }
    for (const member of members) everyone.add(member)
  }
  return everyone
}
