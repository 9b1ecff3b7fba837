/** Circles and chains among the things of a dossier, found without recursion. */
import type { Place } from '@holdfast/kernel'

/** What leads to what, and where that is written. */
export type Edges = ReadonlyMap<string, readonly { readonly id: string; readonly place: Place }[]>

export function edgesOf<T extends { readonly id: string }>(
  things: Iterable<T>,
  to: (thing: T) => readonly { readonly id: string; readonly place: Place }[],
): Edges {
  return new Map([...things].map((thing) => [thing.id, to(thing)]))
}

/**
 * The cycles of a depth-first search without recursion, one for each thing at which a circle
 * closes. Each edge of a cycle names the id it leads to and where that is written.
 */
export function findCycles(edges: Edges): { id: string; place: Place }[][] {
  const state = new Map<string, 'open' | 'done'>()
  const closed = new Set<string>()
  const cycles: { id: string; place: Place }[][] = []
  for (const root of edges.keys()) {
    if (state.has(root)) continue
    const path: { id: string; place: Place | null; next: number }[] = [
      { id: root, place: null, next: 0 },
    ]
    state.set(root, 'open')
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = edges.get(top.id)?.[top.next]
      top.next += 1
      if (edge === undefined) {
        state.set(top.id, 'done')
        path.pop()
      } else if (state.get(edge.id) === 'open') {
        if (closed.has(edge.id)) continue
        closed.add(edge.id)
        const { id } = edge
        const from = path.findIndex((step) => step.id === id)
        const steps = path.slice(from + 1).map((step) => ({ id: step.id, place: step.place! }))
        cycles.push([...steps, edge])
      } else if (!state.has(edge.id) && edges.has(edge.id)) {
        state.set(edge.id, 'open')
        path.push({ id: edge.id, place: edge.place, next: 0 })
      }
    }
  }
  return cycles
}

/** The thing from which the longest chain hangs, and its links; a circle is followed once. */
export function longestChain(edges: Edges): { id: string; links: number } | null {
  const done = new Map<string, number>()
  const open = new Set<string>()
  let longest: { id: string; links: number } | null = null
  for (const root of edges.keys()) {
    if (done.has(root)) continue
    const path = [{ id: root, next: 0, below: 0 }]
    open.add(root)
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const edge = edges.get(top.id)?.[top.next]
      top.next += 1
      if (edge === undefined) {
        path.pop()
        done.set(top.id, top.below)
        const above = path.at(-1)
        if (above !== undefined) above.below = Math.max(above.below, top.below + 1)
        if (top.below > (longest?.links ?? 0)) longest = { id: top.id, links: top.below }
      } else if (done.has(edge.id)) {
        top.below = Math.max(top.below, done.get(edge.id)! + 1)
      } else if (!open.has(edge.id) && edges.has(edge.id)) {
        open.add(edge.id)
        path.push({ id: edge.id, next: 0, below: 0 })
      }
    }
  }
  return longest
}
