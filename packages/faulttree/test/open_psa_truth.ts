import { existsSync } from 'node:fs'
import type { Formula, Model } from '../src/model.ts'

/** Data of others that stands beside the repository; tests skip where it is absent. */
export const SHARED = new URL('../../../../shared/data/faulttree/', import.meta.url)
export const HAS_SHARED = existsSync(SHARED)

/** Whether a formula holds: the meaning of the connectives, written once more and plainly. */
function holds(model: Model, formula: Formula, occurs: ReadonlySet<string>): boolean {
  if (formula.op === 'event') return occurs.has(formula.id)
  if (formula.op === 'gate') return holds(model, model.gates.get(formula.id)!, occurs)
  if (formula.op === 'constant') return formula.value
  const args = formula.args.map((one) => holds(model, one, occurs))
  const count = args.filter((one) => one).length
  switch (formula.op) {
    case 'and':
      return count === args.length
    case 'or':
      return count > 0
    case 'xor':
      return count % 2 === 1
    case 'not':
      return count === 0
    case 'imply':
      return !args[0]! || args[1]!
    case 'iff':
      return args[0] === args[1]
    case 'at-least':
      return count >= formula.k
    case 'cardinality':
      return count >= formula.min && count <= formula.max
  }
}

/** Which of the assignments make a gate true; bit i of an assignment is the event number i. */
export function truthTable(model: Model, gate: string): string {
  const ids = [...model.events.keys()]
  return Array.from({ length: 2 ** ids.length }, (_, assignment) => {
    const occurs = new Set(ids.filter((_id, i) => (assignment >> i) & 1))
    return holds(model, { op: 'gate', id: gate }, occurs) ? '1' : '0'
  }).join('')
}

/** The probability of a gate with each event at the high end of its interval. */
export function probabilityOf(model: Model, gate: string): number {
  const events = [...model.events.values()]
  return [...truthTable(model, gate)].reduce((sum, bit, assignment) => {
    if (bit === '0') return sum
    const share = events.reduce((product, { probability: [, high] }, i) => {
      return product * ((assignment >> i) & 1 ? high : 1 - high)
    }, 1)
    return sum + share
  }, 0)
}
