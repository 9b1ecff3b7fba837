import { argsOf } from './graph.ts'
import type { Region } from './region.ts'

/** The part of a region that one diagram is built of: a module without the modules in it. */
export interface Part {
  readonly region: Region
  /** The place of its top, which is a gate. */
  readonly top: number
  /** 1 for the places that a diagram decides: events and modules. */
  readonly isLeaf: Uint8Array
}

/** What is known of the leaves of a part that are modules. */
export interface Leaves {
  /** Whether the variable of a leaf is its complement. */
  isFlipped(place: number): boolean
  /** Whether the variable of a leaf is never true, so that it needs none. */
  isNever(place: number): boolean
}

const PLACES = new WeakMap<Part, Int32Array>()

/** The places of a part, its leaves included, arguments before the gates that they are in. */
export function placesOf(part: Part): Int32Array {
  const known = PLACES.get(part)
  if (known !== undefined) return known
  const { region, top, isLeaf } = part
  const seen = new Uint8Array(top + 1)
  let count = 1
  seen[top] = 1
  // Arguments have smaller places, so that one pass downwards meets all parents first.
  for (let place = top; place >= 0; place -= 1) {
    if (seen[place] === 0 || (isLeaf[place] === 1 && place !== top)) continue
    for (const arg of argsOf(region.vertex(place))) {
      const child = region.place(arg)
      if (seen[child] === 1) continue
      seen[child] = 1
      count += 1
    }
  }
  const places = new Int32Array(count)
  for (let place = 0, next = 0; next < count; place += 1) {
    if (seen[place] === 0) continue
    places[next] = place
    next += 1
  }
  PLACES.set(part, places)
  return places
}
