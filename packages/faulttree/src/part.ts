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

/** The places of a part, its leaves included, arguments before the gates that they are in. */
export function placesOf({ region, top, isLeaf }: Part): Int32Array {
  const seen = new Set([top])
  for (const place of seen) {
    if (isLeaf[place] === 1 && place !== top) continue
    for (const arg of argsOf(region.vertex(place))) seen.add(region.place(arg))
  }
  return Int32Array.from(seen).sort()
}
