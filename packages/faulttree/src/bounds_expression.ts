import { AND, type Form, LEAF } from './bounds_form.ts'
import type { Expression, ExpressionGate } from './bounds_state.ts'

/** What one slot of an expression holds: a conjunction or disjunction of nodes of the form. */
export interface Slot {
  readonly kind: number
  readonly nodes: readonly number[]
}

/** Slots that the expression at the top may have. */
const SLOTS_MAX = 6

/**
 * The gates at the top of a form as a tree over few slots.
 *
 * Of a gate with more arguments than there are slots left, the last ones share a slot. A form that
 * is not unate is one slot.
 */
export function expressionOf(form: Form): { expression: Expression; slots: readonly Slot[] } {
  const top = form.kinds.length - 1
  if (!form.isUnate) return { expression: { slots: 1, gates: [] }, slots: [plain(top)] }
  const tree: Tree = { slot: plain(top), args: [], kind: AND }
  const leaves = [tree]
  for (let i = 0; i < leaves.length; ) {
    const open = leaves[i]!
    const parts = split(form, open.slot, SLOTS_MAX - leaves.length + 1)
    if (parts === null) {
      i += 1
      continue
    }
    open.kind = parts.kind
    open.args = parts.slots.map((slot) => ({ slot, args: [], kind: AND }))
    leaves.splice(i, 1)
    leaves.push(...open.args)
  }
  const gates: ExpressionGate[] = []
  const slots = leaves.map((leaf) => leaf.slot)
  const entry = (tree: Tree): number => {
    if (tree.args.length === 0) return leaves.indexOf(tree)
    gates.push({ kind: tree.kind, args: tree.args.map(entry) })
    return slots.length + gates.length - 1
  }
  entry(tree)
  return { expression: { slots: slots.length, gates }, slots }
}

interface Tree {
  readonly slot: Slot
  kind: number
  args: Tree[]
}

function plain(node: number): Slot {
  return { kind: AND, nodes: [node] }
}

/** The arguments of a slot's gate as at most so many slots; null when it is none. */
function split(form: Form, { kind, nodes }: Slot, slots: number) {
  if (slots < 2) return null
  const only = nodes.length === 1 ? nodes[0]! : null
  const args = only === null ? nodes : form.args[only]!
  if (only !== null && form.kinds[only] === LEAF) return null
  const over = only === null ? kind : form.kinds[only]!
  if (args.length <= slots) return { kind: over, slots: args.map(plain) }
  const alone = args.slice(0, slots - 1).map(plain)
  return { kind: over, slots: [...alone, { kind: over, nodes: args.slice(slots - 1) }] }
}
