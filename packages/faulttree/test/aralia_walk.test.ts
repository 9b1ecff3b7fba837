/** Cut sets are walked one after the other, as far as somebody wants to go. */
import { expect, test } from 'vitest'
import { compiled, LONG, published, solvedValue } from './aralia_models.ts'

const WALKED = 1_000_000

/** One set of so many is kept, by its events: of sets that are the same, all are kept or none. */
const KEPT_OF = 64

test('a million of 2,906,753 sets, none held but the one at hand', LONG, () => {
  const { model, top } = published('edfpa15o')
  const engine = compiled(model)
  const sets = solvedValue(engine.walkCutSets(top))
  const kept: string[] = []
  const byOrder = new Map<number, bigint>()
  let walked = 0
  for (const set of sets) {
    walked += 1
    byOrder.set(set.length, (byOrder.get(set.length) ?? 0n) + 1n)
    // A walk that repeats n sets goes unnoticed with a chance of (63 / 64) ** n.
    if (hashOf(set) % KEPT_OF === 0) kept.push([...set].sort().join(' '))
    if (walked === WALKED) break
  }
  expect(walked).toBe(WALKED)
  expect(kept.length).toBeGreaterThan(WALKED / KEPT_OF / 2)
  expect(new Set(kept).size).toBe(kept.length)
  const all = solvedValue(engine.minimalCutSets(top, { sets_max: 0 })).byOrder
  for (const [order, count] of byOrder) expect(count <= (all.get(order) ?? 0n)).toBe(true)
  const wrong = kept.slice(0, 2_000).filter((text) => !isLeast(text.split(' ')))
  expect(wrong).toEqual([])

  function isLeast(set: readonly string[]): boolean {
    const without = (id: string) => new Set(set.filter((one) => one !== id))
    return engine.holds(top, new Set(set)) && set.every((id) => !engine.holds(top, without(id)))
  }
})

test('a walk can be left and begun again', () => {
  const { model, top } = published('edf9206')
  const engine = compiled(model)
  const first = () => {
    const found: string[] = []
    for (const set of solvedValue(engine.walkCutSets(top))) {
      found.push(set.join(' '))
      if (found.length === 1_000) break
    }
    return found
  }
  const once = first()
  expect(once).toHaveLength(1_000)
  expect(first()).toEqual(once)
})

/** The same for the same events in any order. */
function hashOf(set: readonly string[]): number {
  let sum = 0
  for (const id of set) {
    let hash = 2_166_136_261
    for (let i = 0; i < id.length; i += 1) hash = Math.imul(hash ^ id.charCodeAt(i), 16_777_619)
    sum = (sum + Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)) | 0
  }
  return (sum ^ (sum >>> 13)) >>> 0
}
