import type { Interval } from '@holdfast/kernel'
import type { Formula, Model } from './model.ts'

/** One reason why a model cannot be compiled. `gate` is the gate that the fault stands in. */
export type ModelFault =
  | { readonly kind: 'unknown-event'; readonly gate: string; readonly id: string }
  | { readonly kind: 'unknown-gate'; readonly gate: string; readonly id: string }
  | { readonly kind: 'threshold'; readonly gate: string; readonly k: number }
  | { readonly kind: 'probability'; readonly event: string; readonly probability: Interval }
  | { readonly kind: 'event-id'; readonly key: string; readonly id: string }
  | { readonly kind: 'cycle'; readonly gates: readonly string[] }

/**
 * Verifies what `compile` takes for granted.
 *
 * Input assumed: none; any value of the type. Result: empty when the model is sound, otherwise the
 * faults of the events in their order, then those of each gate in its order, then cycles; a cycle
 * names its gates from the one that was met first, each defined by the next, the last by the first.
 * One cycle is named for each gate that closes one, not every cycle that exists.
 * Complexity: linear in the model. Limits: none; nesting of any depth is read.
 */
export function checkModel(model: Model): readonly ModelFault[] {
  const faults: ModelFault[] = []
  for (const [key, event] of model.events) {
    if (event.id !== key) faults.push({ kind: 'event-id', key, id: event.id })
    if (!isProbability(event.probability)) {
      faults.push({ kind: 'probability', event: key, probability: event.probability })
    }
  }
  const references = new Map<string, readonly string[]>()
  for (const [gate, formula] of model.gates) {
    references.set(gate, checkGate(model, gate, formula, faults))
  }
  findCycles(references, faults)
  return faults
}

function isProbability([low, high]: Interval): boolean {
  return low >= 0 && low <= high && high <= 1
}

/** Checks one formula; returns the known gates that it refers to. */
function checkGate(model: Model, gate: string, top: Formula, faults: ModelFault[]): string[] {
  const references: string[] = []
  const pending: Formula[] = [top]
  for (let formula = pending.pop(); formula !== undefined; formula = pending.pop()) {
    if (formula.op === 'event') {
      if (!model.events.has(formula.id)) {
        faults.push({ kind: 'unknown-event', gate, id: formula.id })
      }
    } else if (formula.op === 'gate') {
      if (model.gates.has(formula.id)) references.push(formula.id)
      else faults.push({ kind: 'unknown-gate', gate, id: formula.id })
    } else if (formula.op !== 'constant') {
      for (const k of thresholdsOf(formula)) {
        if (!isThreshold(k)) faults.push({ kind: 'threshold', gate, k })
      }
      for (let i = formula.args.length - 1; i >= 0; i -= 1) pending.push(formula.args[i]!)
    }
  }
  return references
}

function thresholdsOf(formula: Formula): readonly number[] {
  if (formula.op === 'at-least') return [formula.k]
  return formula.op === 'cardinality' ? [formula.min, formula.max] : []
}

function isThreshold(k: number): boolean {
  return Number.isSafeInteger(k) && k >= 0
}

/** Depth-first search with its own stack: chains of gates may be longer than the call stack. */
function findCycles(references: ReadonlyMap<string, readonly string[]>, faults: ModelFault[]) {
  const done = new Set<string>()
  for (const start of references.keys()) {
    if (done.has(start)) continue
    const path = [start]
    const next = [0]
    const depth = new Map([[start, 0]])
    while (path.length > 0) {
      const gate = path.at(-1)!
      const target = references.get(gate)?.[next[next.length - 1]!++]
      if (target === undefined) {
        done.add(gate)
        depth.delete(gate)
        path.pop()
        next.pop()
      } else if (depth.has(target)) {
        faults.push({ kind: 'cycle', gates: path.slice(depth.get(target)) })
      } else if (!done.has(target)) {
        depth.set(target, path.length)
        path.push(target)
        next.push(0)
      }
    }
  }
}
