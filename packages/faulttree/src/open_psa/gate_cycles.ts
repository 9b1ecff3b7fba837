import type { Definition } from './containers.ts'

/**
 * Gates that are defined by themselves: each cycle from the gate that was met first on.
 *
 * Input assumed: the gates that each gate refers to. Result: one cycle for each gate that closes
 * one, in the order of the gates; each is defined by the next, the last by the first. Complexity:
 * linear. Limits: none; chains of any length are followed without the call stack.
 */
export function gateCycles(
  references: ReadonlyMap<Definition, readonly Definition[]>,
): readonly (readonly Definition[])[] {
  const cycles: (readonly Definition[])[] = []
  const done = new Set<Definition>()
  for (const start of references.keys()) {
    if (done.has(start)) continue
    const path = [start]
    const next = [0]
    const depth = new Map([[start, 0]])
    while (path.length > 0) {
      const gate = path.at(-1)!
      const at = next.length - 1
      const target = references.get(gate)?.[next[at]!]
      next[at]! += 1
      if (target === undefined) {
        done.add(gate)
        depth.delete(gate)
        path.pop()
        next.pop()
      } else if (depth.has(target)) {
        cycles.push(path.slice(depth.get(target)))
      } else if (!done.has(target)) {
        depth.set(target, path.length)
        path.push(target)
        next.push(0)
      }
    }
  }
  return cycles
}
