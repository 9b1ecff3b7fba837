/** What must hold of every answer: more withdrawals never help, ends stand in their order. */
import type { Dossier, Need } from '@holdfast/dossier'
import { NEVER } from '@holdfast/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Withdrawal } from '../src/withdrawal.ts'
import { figures, timelines } from './engine.ts'
import { type Case, interval, randomCase, withdrawal } from './random_dossier.ts'

const RUNS = { numRuns: 500 }

/** Sums over several events round differently. */
const ROUNDING = 1e-9

function withOne(one: Case, id: string, instead: Withdrawal): Case {
  return { ...one, withdrawals: new Map([...one.withdrawals, [id, instead]]) }
}

test('nothing is certain before it is possible, and the ends of likelihoods are in order', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const { certain, possible } = timelines(one)
      const [low, high] = [figures(one, 'late'), figures(one, 'early')]
      for (const id of one.dossier.functions.keys()) {
        expect(possible.functionStops(id)).toBeLessThanOrEqual(certain.functionStops(id))
        for (const what of ['probability', 'dependent', 'loss'] as const) {
          expect(low.get(id)![what]).toBeLessThanOrEqual(high.get(id)![what] + ROUNDING)
        }
      }
    }),
    RUNS,
  )
})

test('what is certain within the horizon has probability 1 at both ends', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const { certain } = timelines(one)
      const [low, high] = [figures(one, 'late'), figures(one, 'early')]
      for (const id of one.dossier.functions.keys()) {
        if (certain.functionStops(id) > one.horizon.end) continue
        expect([low.get(id)!.probability, high.get(id)!.probability]).toEqual([1, 1])
        expect([low.get(id)!.dependent, high.get(id)!.dependent]).toEqual([1, 1])
      }
    }),
    RUNS,
  )
})

test('a stop within the horizon is possible exactly when its probability is above 0', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const { possible } = timelines(one)
      const high = figures(one, 'early')
      for (const id of one.dossier.functions.keys()) {
        const within = possible.functionStops(id) <= one.horizon.end
        expect(high.get(id)!.probability > 0).toBe(within)
      }
    }),
    RUNS,
  )
})

test('one more withdrawal never helps', () => {
  const days = fc.integer({ min: 0, max: 40 })
  fc.assert(
    fc.property(randomCase, fc.nat(), days, fc.boolean(), interval, (one, which, day, must, p) => {
      const all = [...one.withdrawals.values()]
      const { supply, may, must: commanded } = all[which % all.length]!
      const added = { earliest: day, latest: day }
      const more = withOne(
        one,
        supply.id,
        withdrawal(supply.id, supply.cause, {
          must: must ? earlier(commanded, added) : commanded,
          may: must ? may : likelier(may, added, p),
        }),
      )
      for (const id of one.dossier.functions.keys()) {
        for (const timing of ['certain', 'possible'] as const) {
          const before = timelines(one)[timing].functionStops(id)
          expect(timelines(more)[timing].functionStops(id)).toBeLessThanOrEqual(before)
        }
        // A cause's likelihood is the widest of all that name it: its low end may fall.
        if (supply.cause !== null) continue
        for (const end of ['early', 'late'] as const) {
          const [before, after] = [figures(one, end).get(id)!, figures(more, end).get(id)!]
          expect(after.probability).toBeGreaterThanOrEqual(before.probability - ROUNDING)
          expect(after.dependent).toBeGreaterThanOrEqual(before.dependent - ROUNDING)
          expect(after.loss).toBeGreaterThanOrEqual(before.loss - 1e-6)
        }
      }
    }),
    RUNS,
  )
})

type Days = { readonly earliest: number; readonly latest: number }

function earlier(known: Days | null, added: Days): Days {
  if (known === null) return added
  return {
    earliest: Math.min(known.earliest, added.earliest),
    latest: Math.min(known.latest, added.latest),
  }
}

function likelier(known: Withdrawal['may'], added: Days, p: readonly [number, number]) {
  const before = known?.interval ?? [0, 0]
  const higher = [Math.max(before[0], p[0]), Math.max(before[1], p[1])] as const
  // A decision that never happens has no day that could be kept.
  const days = before[1] === 0 ? added : earlier(known, added)
  return { ...days, interval: higher }
}

test('taking a buffer away never puts a stop off', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const bare = { ...one, dossier: withoutBuffers(one.dossier) }
      for (const id of one.dossier.functions.keys()) {
        for (const timing of ['certain', 'possible'] as const) {
          const before = timelines(one)[timing].functionStops(id)
          expect(timelines(bare)[timing].functionStops(id)).toBeLessThanOrEqual(before)
        }
      }
    }),
    RUNS,
  )
})

test('a prepayment never bridges more than a stock of the same days', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const stocked = { ...one, dossier: buffersSurviveRefusal(one.dossier) }
      for (const id of one.dossier.functions.keys()) {
        for (const timing of ['certain', 'possible'] as const) {
          const before = timelines(one)[timing].functionStops(id)
          expect(timelines(stocked)[timing].functionStops(id)).toBeGreaterThanOrEqual(before)
        }
      }
    }),
    RUNS,
  )
})

test('without a withdrawal nothing stops', () => {
  fc.assert(
    fc.property(randomCase, (one) => {
      const calm: Case = { ...one, withdrawals: new Map() }
      for (const id of one.dossier.functions.keys()) {
        expect(timelines(calm).possible.functionStops(id)).toBe(NEVER)
        expect(figures(calm, 'early').get(id)).toEqual({ probability: 0, dependent: 0, loss: 0 })
      }
    }),
    { numRuns: 50 },
  )
})

/** The dossier with every need changed. */
function withNeeds(dossier: Dossier, change: (need: Need) => Need): Dossier {
  const each = <T extends { readonly needs: Need | null }>(things: ReadonlyMap<string, T>) =>
    new Map(
      [...things].map(
        ([id, thing]) =>
          [id, { ...thing, needs: thing.needs === null ? null : change(thing.needs) }] as const,
      ),
    )
  return {
    ...dossier,
    services: each(dossier.services),
    teams: each(dossier.teams),
    functions: each(dossier.functions) as Dossier['functions'],
  }
}

function changed(need: Need, buffer: (own: Need['buffer']) => Need['buffer']): Need {
  const own = { ...need, buffer: buffer(need.buffer) }
  if (own.kind === 'item') return own
  return { ...own, of: own.of.map((part) => changed(part, buffer)) }
}

function withoutBuffers(dossier: Dossier): Dossier {
  return withNeeds(dossier, (need) => changed(need, () => null))
}

function buffersSurviveRefusal(dossier: Dossier): Dossier {
  return withNeeds(dossier, (need) =>
    changed(need, (own) => (own === null ? null : { ...own, survives: 'refusal' })),
  )
}
