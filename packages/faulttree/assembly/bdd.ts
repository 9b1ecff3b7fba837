/**
 * Binary decision diagrams with complement edges, as `src/bdd_plain.ts` has them: the same
 * functions get the same numbers.
 *
 * Operations are simultaneous descents with a cache of results and a stack in memory. They pause
 * after a number of steps, so that who calls can look at the time, and what runs this can put in
 * faster code. Complexity, limits and references: as there.
 */
import { entryOf, remember, startCache } from './cache'
import { cacheAt, doubleFrames, FRAME, recordsAt, size, start } from './memory'
import { limitNodes, recordOf, unique } from './nodes'
import { FULL, PAUSED } from './results'

const AND: u32 = 0
const XOR: u32 = 1

/** The result of operands that need no descent is a function; others are told by this. */
const OPEN: i32 = -2

/** Steps between two pauses. */
const STEPS: i32 = 1 << 14

/** Parts of a frame, in bytes: the pair combined, the pair on the low side, and so on. */
const BELOW: usize = 8
const LEVEL: usize = 16
const SIGN: usize = 20
const ABOVE: usize = 24

let stepsLeft: i32 = STEPS
/** What is left of an operation that pauses. */
let pausedOperation: u32 = 0
let pausedPair: u64 = 0
let pausedTop: usize = 0

/** An empty diagram, to be called first; what was before is lost. False: there is no memory. */
export function open(nodesMax: u32): bool {
  limitNodes(nodesMax)
  stepsLeft = STEPS
  startCache()
  return start()
}

export function nodes(): u32 {
  return size
}

/** The address of the record of number 0. */
export function records(): usize {
  return recordsAt
}

export function level(f: u32): u32 {
  return load<u32>(recordOf(f >> 1))
}

export function decision(at: u32, high: u32, low: u32): i32 {
  if (high === low) return low as i32
  const sign = low & 1
  const node = unique(at, high ^ sign, low ^ sign)
  return node === FULL ? FULL : (node << 1) ^ (sign as i32)
}

export function and(f: u32, g: u32): i32 {
  return run(AND, f, g, 0)
}

export function xor(f: u32, g: u32): i32 {
  return run(XOR, f, g, 0)
}

/** Goes on after `PAUSED`. */
export function resume(): i32 {
  return run(pausedOperation, pausedPair as u32, (pausedPair >> 32) as u32, pausedTop)
}

/** Combines two functions, and completes the frames below `top`. */
function run(operation: u32, f: u32, g: u32, from: usize): i32 {
  let a = f
  let b = g
  let top = from
  while (true) {
    let sign: u32 = 0
    if (operation === XOR) {
      sign = (a ^ b) & 1
      a &= ~1
      b &= ~1
    }
    if (a > b) {
      const first = b
      b = a
      a = first
    }
    let result = known(operation, a, b)
    if (result === OPEN) {
      if (top === cacheAt && !doubleFrames()) return FULL
      descend(top, operation, a, b, sign)
      a = aboveA
      b = aboveB
      top += FRAME
      continue
    }
    result ^= sign as i32
    // Frames that have their high side are complete now; the first that has not goes on.
    while (top > 0 && load<i32>(top - FRAME, ABOVE) !== OPEN) {
      top -= FRAME
      result = complete(top, result)
      if (result === FULL) return FULL
    }
    if (top === 0) return result
    store<i32>(top - FRAME, result, ABOVE)
    const below = load<u64>(top - FRAME, BELOW)
    if (stepsLeft <= 0) return pause(operation, below, top)
    a = below as u32
    b = (below >> 32) as u32
  }
}

function pause(operation: u32, pair: u64, top: usize): i32 {
  stepsLeft = STEPS
  pausedOperation = operation
  pausedPair = pair
  pausedTop = top
  return PAUSED
}

/** The result when it is plain or in the cache, otherwise `OPEN`; a <= b. */
function known(operation: u32, a: u32, b: u32): i32 {
  if (operation === AND) {
    if (a === b) return a as i32
    if (a <= 1) return a === 0 ? 0 : (b as i32)
    if ((a ^ b) === 1) return 0
  } else {
    if (a === b) return 0
    if (a === 0) return b as i32
  }
  const pair = pairOf(operation, a, b)
  const at = entryOf(pair)
  return load<u64>(at) === pair ? load<i32>(at, 8) : OPEN
}

function pairOf(operation: u32, a: u32, b: u32): u64 {
  return (((a << 1) | operation) as u64) | ((b as u64) << 32)
}

let aboveA: u32 = 0
let aboveB: u32 = 0

/** Writes the frame of a pair, and its high sides to `aboveA` and `aboveB`. */
function descend(frame: usize, operation: u32, a: u32, b: u32, sign: u32): void {
  const recordA = recordOf(a >> 1)
  const recordB = recordOf(b >> 1)
  const levelA = load<u32>(recordA)
  const levelB = load<u32>(recordB)
  aboveA = a
  aboveB = b
  let belowA = a
  let belowB = b
  if (levelA <= levelB) {
    aboveA = load<u32>(recordA, 4) ^ (a & 1)
    belowA = load<u32>(recordA, 8) ^ (a & 1)
  }
  if (levelB <= levelA) {
    aboveB = load<u32>(recordB, 4) ^ (b & 1)
    belowB = load<u32>(recordB, 8) ^ (b & 1)
  }
  store<u64>(frame, pairOf(operation, a, b))
  store<u64>(frame, (belowA as u64) | ((belowB as u64) << 32), BELOW)
  store<u32>(frame, min<u32>(levelA, levelB), LEVEL)
  store<u32>(frame, sign, SIGN)
  store<i32>(frame, OPEN, ABOVE)
}

/** The result of a frame from those on both sides. */
function complete(frame: usize, below: i32): i32 {
  stepsLeft -= 1
  const before = size
  const result = decision(load<u32>(frame, LEVEL), load<u32>(frame, ABOVE), below)
  if (result === FULL) return FULL
  remember(load<u64>(frame), result, before)
  return result ^ load<i32>(frame, SIGN)
}
