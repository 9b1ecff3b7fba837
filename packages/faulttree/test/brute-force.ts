import type { Interval } from '@holdfast/kernel'
import type { Formula, Model } from '../src/index.ts'

/** The value of a formula by plain recursion: the meaning that the engine is held to. */
export function truth(model: Model, formula: Formula, occurred: ReadonlySet<string>): boolean {
  if (formula.op === 'constant') return formula.value
  if (formula.op === 'event') return occurred.has(formula.id)
  if (formula.op === 'gate') return truth(model, model.gates.get(formula.id)!, occurred)
  const held = formula.args.filter((arg) => truth(model, arg, occurred)).length
  if (formula.op === 'at-least') return held >= formula.k
  return formula.op === 'and' ? held === formula.args.length : held > 0
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

/** The cut sets that stay none whichever event is taken away. */
export function minimalCutSets(model: Model, top: Formula): string[][] {
  const all = cutSets(model, top)
  const known = new Set(all.map((set) => set.join(' ')))
  return all.filter((set) =>
    set.every((id) => !known.has(set.filter((other) => other !== id).join(' '))),
  )
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
