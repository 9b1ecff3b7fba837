/**
 * A table of decision nodes that are unique: equal triples (level, high, low) are one number.
 *
 * A record is the level, the two sides and room. Slots hold numbers of nodes, found by linear
 * probing; the bits that a number leaves free hold bits of its hash, so that records of other nodes
 * are seldom read. Complexity: constant expected time for each node.
 */
import { addNode, capacity, doubleTable, RECORD, recordsAt, SLOT, size, slotsAt } from './memory'
import { FULL } from './results'

/** Odd numbers whose bits look random. */
const MIX_LEVEL: u64 = 0xd6e8_feb8_6659_fd93
const MIX_SIDES: u64 = 0x9e37_79b9_7f4a_7c15

let nodesMax: u32 = 0

export function limitNodes(limit: u32): void {
  nodesMax = limit
}

export function recordOf(node: u32): usize {
  return recordsAt + (node as usize) * RECORD
}

/** The number of a node, which is added if it is new; `FULL` at a limit. */
export function unique(level: u32, high: u32, low: u32): i32 {
  const sides = (high as u64) | ((low as u64) << 32)
  const mixed = hash(level, sides)
  const tags = -capacity
  const tag = (mixed >> 32) as u32
  const slots = slotMask()
  let slot = home(mixed) & slots
  for (;;) {
    const held = load<u32>(slotsAt + slot)
    if (held === 0) break
    if (((held ^ tag) & tags) === 0) {
      const node = held & ~tags
      const at = recordOf(node)
      if (load<u64>(at, 4) === sides && load<u32>(at) === level) return node as i32
    }
    slot = (slot + SLOT) & slots
  }
  return add(level, sides, mixed, slot)
}

function add(level: u32, sides: u64, mixed: u64, slot: usize): i32 {
  const node = size
  if (node - 2 >= nodesMax) return FULL
  if (node === capacity) {
    if (!doubleTable()) return FULL
    for (let old: u32 = 2; old < node; old += 1) {
      const at = recordOf(old)
      link(old, hash(load<u32>(at), load<u64>(at, 4)))
    }
    link(node, mixed)
  } else {
    store<u32>(slotsAt + slot, node | (((mixed >> 32) as u32) & -capacity))
  }
  const at = recordOf(node)
  store<u32>(at, level)
  store<u64>(at, sides, 4)
  addNode()
  return node as i32
}

/** Puts a node that no slot holds into the first free one. */
function link(node: u32, mixed: u64): void {
  const slots = slotMask()
  let slot = home(mixed) & slots
  while (load<u32>(slotsAt + slot) !== 0) slot = (slot + SLOT) & slots
  store<u32>(slotsAt + slot, node | (((mixed >> 32) as u32) & -capacity))
}

/** Of the address of a slot, relative to the first. */
function slotMask(): usize {
  return (capacity as usize) * 2 * SLOT - SLOT
}

function home(mixed: u64): usize {
  return (mixed as usize) * SLOT
}

/** The low half chooses the slot, the high bits are the tag. */
function hash(level: u32, sides: u64): u64 {
  const mixed = (sides ^ ((level as u64) * MIX_LEVEL)) * MIX_SIDES
  return mixed ^ (mixed >> 32)
}
