import type { FunctionFinding } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'

/**
 * A finding's proof as the kernel names it. The two are the same; only the type that is derived
 * from the schema does not name itself inside of itself.
 */
export function statementOf(proof: Statement | FunctionFinding['proof']): Statement {
  return proof as unknown as Statement
}
