/**
 * What stands where in the memory of a diagram: frames of the stack, entries of the cache, slots of
 * the table of nodes, records of nodes, in this order and without gaps.
 *
 * A region that grows moves those behind it, so that memory is as large as what it holds, and
 * untouched memory is at its end, where it costs nothing. Complexity: each region doubles, so that
 * moving is constant for each node. Limits: 4 GiB; when there is no more, false is returned and
 * everything stays as it was.
 */

export const FRAME: usize = 32
export const ENTRY: usize = 16
export const SLOT: usize = 4
export const RECORD: usize = 16

const FIRST_FRAMES: usize = 64
const FIRST_ENTRIES: usize = 1 << 9
const FIRST_CAPACITY: u32 = 1 << 10
const FIRST_SLOTS: usize = 1 << 11

/** The level of the constant false, below every event. */
const LEVEL_OF_TERMINALS: u32 = 0x7fff_ffff

const PAGE_BITS: usize = 16
/** All addresses are below this, so that the end of a record is a number of 32 bits too. */
const MEMORY_MAX: u64 = 0xffff_0000

const FIRST_CACHE_AT: usize = FIRST_FRAMES * FRAME
const FIRST_SLOTS_AT: usize = FIRST_CACHE_AT + FIRST_ENTRIES * ENTRY
const FIRST_RECORDS_AT: usize = FIRST_SLOTS_AT + FIRST_SLOTS * SLOT

/** Frames are from 0 to here. */
export let cacheAt: usize = 0
export let slotsAt: usize = 0
export let recordsAt: usize = 0

/** The number of the next node; numbers begin at 2. */
export let size: u32 = 0
/** Numbers below this have room for a record. Slots are twice as many, so that probing is short. */
export let capacity: u32 = 0

/** Forgets everything and writes the records of the terminals; to be called first. */
export function start(): bool {
  cacheAt = FIRST_CACHE_AT
  slotsAt = FIRST_SLOTS_AT
  recordsAt = FIRST_RECORDS_AT
  size = 2
  capacity = FIRST_CAPACITY
  if (!reserve(0)) return false
  memory.fill(cacheAt, 0, recordsAt - cacheAt)
  store<u32>(recordsAt, LEVEL_OF_TERMINALS)
  store<u32>(recordsAt + RECORD, LEVEL_OF_TERMINALS)
  return true
}

export function addNode(): void {
  size += 1
}

export function doubleFrames(): bool {
  const bytes = cacheAt
  if (!moveUp(cacheAt, bytes)) return false
  cacheAt += bytes
  slotsAt += bytes
  recordsAt += bytes
  return true
}

/** The new entries are zero. */
export function doubleCache(): bool {
  const bytes = slotsAt - cacheAt
  if (!moveUp(slotsAt, bytes)) return false
  memory.fill(slotsAt, 0, bytes)
  slotsAt += bytes
  recordsAt += bytes
  return true
}

/** All slots are zero, and there are twice as many; so is room for records. */
export function doubleTable(): bool {
  const bytes = recordsAt - slotsAt
  capacity *= 2
  if (!moveUp(recordsAt, bytes)) {
    capacity >>= 1
    return false
  }
  memory.fill(slotsAt, 0, 2 * bytes)
  recordsAt += bytes
  return true
}

/** Moves everything from an address on. */
function moveUp(from: usize, bytes: usize): bool {
  if (!reserve(bytes)) return false
  memory.copy(from + bytes, from, recordsAt + (size as usize) * RECORD - from)
  return true
}

/** Makes memory large enough for as many more bytes. */
function reserve(bytes: usize): bool {
  const end = (recordsAt as u64) + (capacity as u64) * (RECORD as u64) + (bytes as u64)
  if (end > MEMORY_MAX) return false
  const pages = ((end >> PAGE_BITS) as i32) + 1
  const missing = pages - memory.size()
  return missing <= 0 || memory.grow(missing) >= 0
}
