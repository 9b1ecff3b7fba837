import { argsOf } from './graph.ts'
import type { Region } from './region.ts'

/**
 * Which gates of a region are modules: what is below them occurs nowhere else.
 *
 * A depth-first walk numbers each visit of each node. A gate is a module when everything below it
 * is visited only between the gate's first visit and its last leaving. Input assumed: none. Result:
 * 1 for each place of a module, the top among them. Complexity: linear. Limits: none; the walk
 * keeps a stack of its own. Reference: Y. Dutuit, A. Rauzy, "A linear-time algorithm to find
 * modules of fault trees", IEEE Transactions on Reliability 45, 1996.
 */
export function modulesOf(region: Region): Uint8Array {
  const { first, left, last } = visits(region)
  const least = new Int32Array(region.size)
  const greatest = new Int32Array(region.size)
  const isModule = new Uint8Array(region.size)
  for (let place = 0; place < region.size; place += 1) {
    const args = argsOf(region.vertex(place))
    let from = Number.POSITIVE_INFINITY
    let to = Number.NEGATIVE_INFINITY
    for (const arg of args) {
      const child = region.place(arg)
      from = Math.min(from, least[child]!)
      to = Math.max(to, greatest[child]!)
    }
    if (args.length > 0 && from > first[place]! && to < left[place]!) isModule[place] = 1
    least[place] = Math.min(from, first[place]!)
    greatest[place] = Math.max(to, last[place]!)
  }
  return isModule
}

/** When each node is visited first, left for the first time, and visited last. */
function visits(region: Region): { first: Int32Array; left: Int32Array; last: Int32Array } {
  const first = new Int32Array(region.size)
  const left = new Int32Array(region.size)
  const last = new Int32Array(region.size)
  const next = new Int32Array(region.size)
  const pending = [region.size - 1]
  let time = 0
  while (pending.length > 0) {
    const place = pending.at(-1)!
    time += 1
    if (first[place] === 0) first[place] = time
    const args = argsOf(region.vertex(place))
    if (left[place] === 0 && next[place]! < args.length) {
      const child = region.place(args[next[place]!]!)
      next[place] = next[place]! + 1
      pending.push(child)
      continue
    }
    last[place] = time
    if (left[place] === 0) left[place] = time
    pending.pop()
  }
  return { first, left, last }
}
