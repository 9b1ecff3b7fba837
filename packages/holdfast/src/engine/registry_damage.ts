import { failed, type Result } from '@holdfast/kernel'
import type { RegistryGiven } from './registry_chains.ts'

/**
 * An answer, unless a registry that it was asked of turned out to be damaged: then what it read may
 * lack anything, and there is no answer. To be asked when all reading is done.
 */
export function unlessDamaged<T>(
  registries: readonly RegistryGiven[],
  answer: Result<T>,
): Result<T> {
  const damage = registries.flatMap(({ port }) => port.damage ?? [])
  if (damage.length === 0) return answer
  // What seemed wrong in the question may be right.
  return failed([...answer.diagnostics.filter((one) => one.severity === 'warning'), ...damage])
}
