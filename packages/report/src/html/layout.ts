/**
 * Layered drawing of a directed graph, left to right (after Sugiyama, Tagawa and Toda, 1981).
 *
 * Input: any graph, cycles allowed (an edge that closes one is drawn, but places nothing).
 * Output: a rank (column) and a y for every node and for every bend of an edge that crosses
 * columns; nodes of a column keep at least `pitch` between their centres. Deterministic: the order
 * of the input decides ties. Time O(sweeps × e log e), where e counts edges and their bends.
 */
export interface LayoutNode {
  readonly id: string
  /** The lowest column the node may stand in. */
  readonly base: number
}

export interface LayoutEdge {
  readonly from: string
  readonly to: string
}

export interface Placed {
  readonly id: string
  readonly rank: number
  readonly y: number
}

export interface Route {
  readonly edge: number
  /** From the edge's start to its end, in the columns' order. */
  readonly points: readonly { readonly rank: number; readonly y: number }[]
}

export interface Layout {
  readonly nodes: readonly Placed[]
  readonly routes: readonly Route[]
  readonly ranks: number
  readonly height: number
}

/** Distance of the centres of two nodes, and of bends from their neighbours. */
export const PITCH = 26
const BEND_PITCH = 9
const SWEEPS = 16
/** An edge over more columns is drawn straight: its bends would cost more than they show. */
const SPAN_MAX = 30

interface Cell {
  readonly id: string
  readonly bend: boolean
  readonly left: Cell[]
  readonly right: Cell[]
  y: number
  at: number
}

export function layOutGraph(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]): Layout {
  const ranks = rankNodes(nodes, edges)
  const count = Math.max(0, ...ranks.values()) + 1
  const columns: Cell[][] = Array.from({ length: nodes.length === 0 ? 0 : count }, () => [])
  const cells = new Map<string, Cell>()
  for (const node of nodes) {
    const cell = { id: node.id, bend: false, left: [], right: [], y: 0, at: 0 }
    cells.set(node.id, cell)
    columns[ranks.get(node.id) ?? 0]?.push(cell)
  }
  const chains = edges.map((edge, index) => chain(edge, index, { ranks, cells, columns }))
  orderColumns(columns)
  placeColumns(columns)
  const top = columns.reduce((least, column) => Math.min(least, column[0]?.y ?? 0), 0)
  const bottom = columns.reduce((most, column) => Math.max(most, column.at(-1)?.y ?? 0), 0)
  return {
    nodes: nodes.map(({ id }) => {
      return { id, rank: ranks.get(id) ?? 0, y: (cells.get(id)?.y ?? 0) - top }
    }),
    routes: chains.flatMap((points, edge) => {
      const shown = points.map(({ cell, rank }) => ({ rank, y: cell.y - top }))
      return shown.length < 2 ? [] : [{ edge, points: shown }]
    }),
    ranks: columns.length,
    height: bottom - top,
  }
}

/** Longest path from the left; a node never stands left of its base. */
function rankNodes(nodes: readonly LayoutNode[], edges: readonly LayoutEdge[]) {
  const known = new Set(nodes.map((node) => node.id))
  const next = new Map<string, string[]>()
  for (const { from, to } of edges) {
    if (!known.has(from) || !known.has(to) || from === to) continue
    next.set(from, [...(next.get(from) ?? []), to])
  }
  const order = topological(nodes, next)
  const position = new Map(order.map((id, index) => [id, index]))
  const ranks = new Map(nodes.map((node) => [node.id, node.base]))
  for (const id of order) {
    for (const to of next.get(id) ?? []) {
      const backwards = (position.get(to) ?? 0) <= (position.get(id) ?? 0)
      if (!backwards) ranks.set(to, Math.max(ranks.get(to) ?? 0, (ranks.get(id) ?? 0) + 1))
    }
  }
  return ranks
}

/** Reverse postorder of a depth-first walk; without recursion, for chains may be long. */
function topological(nodes: readonly LayoutNode[], next: ReadonlyMap<string, string[]>): string[] {
  const seen = new Set<string>()
  const done: string[] = []
  for (const { id } of nodes.toReversed()) {
    const stack: { id: string; at: number }[] = seen.has(id) ? [] : [{ id, at: 0 }]
    seen.add(id)
    while (stack.length > 0) {
      const top = stack[stack.length - 1]!
      const to = next.get(top.id)?.[top.at]
      top.at += 1
      if (to === undefined) {
        done.push(top.id)
        stack.pop()
      } else if (!seen.has(to)) {
        seen.add(to)
        stack.push({ id: to, at: 0 })
      }
    }
  }
  return done.toReversed()
}

interface Drawing {
  readonly ranks: ReadonlyMap<string, number>
  readonly cells: ReadonlyMap<string, Cell>
  readonly columns: readonly Cell[][]
}

/** The cells that an edge runs through, with a bend in every column between its ends. */
function chain(edge: LayoutEdge, index: number, drawing: Drawing) {
  const start = drawing.cells.get(edge.from)
  const end = drawing.cells.get(edge.to)
  if (start === undefined || end === undefined || start === end) return []
  const first = drawing.ranks.get(edge.from) ?? 0
  const last = drawing.ranks.get(edge.to) ?? 0
  if (last <= first || last - first > SPAN_MAX) {
    return [
      { cell: start, rank: first },
      { cell: end, rank: last },
    ]
  }
  const points = [{ cell: start, rank: first }]
  let before = start
  for (let rank = first + 1; rank < last; rank += 1) {
    const bend: Cell = { id: `${index}/${rank}`, bend: true, left: [], right: [], y: 0, at: 0 }
    drawing.columns[rank]?.push(bend)
    join(before, bend)
    points.push({ cell: bend, rank })
    before = bend
  }
  join(before, end)
  points.push({ cell: end, rank: last })
  return points
}

function join(left: Cell, right: Cell): void {
  left.right.push(right)
  right.left.push(left)
}

/** Orders the cells of each column by the barycentre of their neighbours; the best order stays. */
function orderColumns(columns: Cell[][]): void {
  const number = (column: readonly Cell[]) => {
    column.forEach((cell, index) => {
      cell.at = index
    })
  }
  columns.forEach(number)
  let best = columns.map((column) => [...column])
  let fewest = crossings(columns)
  for (let sweep = 0; sweep < SWEEPS && fewest > 0; sweep += 1) {
    const rightwards = sweep % 2 === 0
    for (const column of rightwards ? columns : columns.toReversed()) {
      const weight = (cell: Cell) => {
        const sides = rightwards ? cell.left : cell.right
        if (sides.length === 0) return cell.at
        return sides.reduce((sum, one) => sum + one.at, 0) / sides.length
      }
      const weights = new Map(column.map((cell) => [cell, weight(cell)]))
      column.sort((a, b) => (weights.get(a) ?? 0) - (weights.get(b) ?? 0) || a.at - b.at)
      number(column)
    }
    const crossed = crossings(columns)
    if (crossed < fewest) {
      fewest = crossed
      best = columns.map((column) => [...column])
    }
  }
  best.forEach((column, index) => {
    columns[index]?.splice(0, column.length, ...column)
    number(column)
  })
}

/** Pairs of edges between neighbouring columns that cross: inversions, in a Fenwick tree. */
function crossings(columns: readonly (readonly Cell[])[]): number {
  let count = 0
  for (const column of columns) {
    const ends = column.flatMap((cell) => {
      return cell.right.map((to) => to.at).toSorted((a, b) => a - b)
    })
    const tree = new Array<number>(Math.max(0, ...ends) + 2).fill(0)
    ends.forEach((end, before) => {
      let notBelow = 0
      for (let at = end + 1; at > 0; at -= at & -at) notBelow += tree[at] ?? 0
      count += before - notBelow
      for (let at = end + 1; at < tree.length; at += at & -at) tree[at] = (tree[at] ?? 0) + 1
    })
  }
  return count
}

/** Draws every cell towards its neighbours, keeping order and distance. */
function placeColumns(columns: readonly Cell[][]): void {
  for (const column of columns) settle(column, () => 0)
  const tallest = Math.max(0, ...columns.map((column) => column.at(-1)?.y ?? 0))
  for (const column of columns) {
    const lift = (tallest - ((column.at(-1)?.y ?? 0) + (column[0]?.y ?? 0))) / 2
    for (const cell of column) cell.y += lift
  }
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (const column of sweep % 2 === 0 ? columns : columns.toReversed()) {
      settle(column, (cell) => {
        const sides = [...cell.left, ...cell.right]
        if (sides.length === 0) return cell.y
        return sides.reduce((sum, one) => sum + one.y, 0) / sides.length
      })
    }
  }
}

/**
 * The places nearest to those wanted, in least squares, with the order and distances kept: pool
 * adjacent violators on what remains after the distances are taken off.
 */
function settle(column: readonly Cell[], wanted: (cell: Cell) => number): void {
  const blocks: { sum: number; count: number }[] = []
  const offsets: number[] = []
  let offset = 0
  column.forEach((cell, index) => {
    const before = column[index - 1]
    if (before !== undefined) offset += distance(before, cell)
    offsets.push(offset)
    blocks.push({ sum: wanted(cell) - offset, count: 1 })
    while (blocks.length > 1) {
      const [above, below] = [blocks[blocks.length - 2]!, blocks[blocks.length - 1]!]
      if (above.sum / above.count <= below.sum / below.count) break
      above.sum += below.sum
      above.count += below.count
      blocks.pop()
    }
  })
  let index = 0
  for (const block of blocks) {
    for (let one = 0; one < block.count; one += 1) {
      const cell = column[index]
      if (cell !== undefined) cell.y = block.sum / block.count + (offsets[index] ?? 0)
      index += 1
    }
  }
}

function distance(a: Cell, b: Cell): number {
  if (a.bend && b.bend) return BEND_PITCH
  return a.bend || b.bend ? (PITCH + BEND_PITCH) / 2 : PITCH
}
