/**
 * The cache of results: direct-mapped, so that a newer result takes the place of an older one.
 *
 * An entry is the pair that was combined, the result, and room. The cache doubles with the table of
 * nodes, and also when many steps find only nodes that exist: results are lost then, because more
 * of them are in use than there are entries.
 */
import { cacheAt, doubleCache, ENTRY, size, slotsAt } from './memory'

const ENTRIES_MAX: usize = 1 << 22
const NODES_PER_ENTRY: u32 = 2
/** The cache doubles after so many steps without a new node, as a part of the entries. */
const ENTRIES_PER_REPEAT: u32 = 2

const MIX_PAIR: u64 = 0x9e37_79b9_7f4a_7c15

/** Steps without a new node since the cache grew. */
let repeats: u32 = 0

export function startCache(): void {
  repeats = 0
}

/** The entry where the result of a pair belongs. */
export function entryOf(pair: u64): usize {
  const mixed = pair * MIX_PAIR
  const mask = slotsAt - cacheAt - ENTRY
  return cacheAt + ((((mixed ^ (mixed >> 32)) as usize) * ENTRY) & mask)
}

/** Keeps the result of a pair; `nodes` is how many there were before it. */
export function remember(pair: u64, result: i32, nodes: u32): void {
  if (size === nodes) repeats += 1
  const entries = ((slotsAt - cacheAt) / ENTRY) as u32
  if (size > entries * NODES_PER_ENTRY || repeats > entries / ENTRIES_PER_REPEAT) grow()
  const at = entryOf(pair)
  store<u64>(at, pair)
  store<i32>(at, result, 8)
}

function grow(): void {
  repeats = 0
  const bytes = slotsAt - cacheAt
  if (bytes >= ENTRIES_MAX * ENTRY || !doubleCache()) return
  for (let at = cacheAt; at < cacheAt + bytes; at += ENTRY) {
    const pair = load<u64>(at)
    const to = entryOf(pair)
    if (pair === 0 || to === at) continue
    store<u64>(to, pair)
    store<i32>(to, load<i32>(at, 8), 8)
    store<u64>(at, 0)
  }
}
