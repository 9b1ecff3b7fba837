import type { Interval } from '@holdfast/kernel'
import type { Formula, Model } from '../src/index.ts'

/** The value of a formula by plain recursion: the meaning that the engine is held to. */
export function truth(model: Model, formula: Formula, occurred: ReadonlySet<string>): boolean {
  if (formula.op === 'constant') return formula.value
  if (formula.op === 'event') return occurred.has(formula.id)
  if (formula.op === 'gate') return truth(model, model.gates.get(formula.id)!, occurred)
  const values = formula.args.map((arg) => truth(model, arg, occurred))
  const held = values.filter((value) => value).length
  switch (formula.op) {
    case 'and':
      return held === values.length
    case 'or':
      return held > 0
    case 'xor':
      return held % 2 === 1
    case 'not':
      return held === 0
    case 'imply':
      return !values[0] || values[1]!
    case 'iff':
      return values[0] === values[1]
    case 'at-least':
      return held >= formula.k
    case 'cardinality':
      return held >= formula.min && held <= formula.max
  }
}

/** Every set of events that causes the top; the sets are sorted by id. */
export function cutSets(model: Model, top: Formula): string[][] {
  const ids = [...model.events.keys()].sort()
  const found: string[][] = []
  for (let bits = 0; bits < 2 ** ids.length; bits += 1) {
    const set = ids.filter((_, i) => (bits >> i) % 2 === 1)
    if (truth(model, top, new Set(set))) found.push(set)
  }
  return found
}

/** The sets that cause the top and of which no part does. */
export function minimalCutSets(model: Model, top: Formula): string[][] {
  const minimal: string[][] = []
  const bySize = cutSets(model, top).sort((a, b) => a.length - b.length)
  for (const set of bySize) {
    const has = new Set(set)
    if (!minimal.some((part) => part.every((id) => has.has(id)))) minimal.push(set)
  }
  return minimal
}

export type End = (id: string) => number

export function lowEnd(probabilities: ReadonlyMap<string, Interval>): End {
  return (id) => probabilities.get(id)![0]
}

export function highEnd(probabilities: ReadonlyMap<string, Interval>): End {
  return (id) => probabilities.get(id)![1]
}

/** The sum over all assignments that make the top true. */
export function probability(model: Model, top: Formula, p: End): number {
  let sum = 0
  for (const set of cutSets(model, top)) {
    const occurred = new Set(set)
    let product = 1
    for (const id of model.events.keys()) product *= occurred.has(id) ? p(id) : 1 - p(id)
    sum += product
  }
  return sum
}

/** The measure of the numbers U for which the events with U <= p(id) make the top true. */
export function dependentProbability(model: Model, top: Formula, p: End): number {
  const ids = [...model.events.keys()]
  const steps = [...new Set([0, 1, ...ids.map(p)])].sort((a, b) => a - b)
  let measure = 0
  for (let i = 1; i < steps.length; i += 1) {
    const middle = (steps[i - 1]! + steps[i]!) / 2
    const occurred = new Set(ids.filter((id) => middle <= p(id)))
    if (truth(model, top, occurred)) measure += steps[i]! - steps[i - 1]!
  }
  return measure
}
