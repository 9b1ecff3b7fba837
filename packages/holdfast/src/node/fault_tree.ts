/** Fault trees with Node's files. It is loaded by itself, so that it starts as fast as it can. */
import { readFileSync, type Stats, statSync } from 'node:fs'
import { decodeUtf8, failed, problem, type Result } from '@holdfast/kernel'
import { type FaultTreeQuestion, solveFaultTree } from '../engine/fault_tree.ts'
import type { FaultTreeReport } from '../engine/fault_tree_findings.ts'

export { NODES_MAX, SECONDS_MAX } from '../engine/fault_tree.ts'

/** What is asked of a fault tree in a file. */
export type FaultTreeCall = Omit<FaultTreeQuestion, 'text'>

/** Larger files are not even opened; what is read of smaller ones has its own limits. */
const FILE_BYTES_MAX = 1_000_000_000

/**
 * Solves the fault tree in a file.
 *
 * It does not wait for anything: reading and solving take the thread until there is an answer. What
 * the file system refuses is thrown, as everywhere in Node.
 */
export function solveFaultTreeFile(call: FaultTreeCall): Result<FaultTreeReport> {
  const { file } = call
  const found = statusOf(file)
  // A pipe or a device has no end that could be waited for.
  if (found === null || !found.isFile())
    return failed([problem('call/no-such-path', { path: file })])
  if (found.size > FILE_BYTES_MAX) {
    const params = { file, bytes: found.size, bytes_max: FILE_BYTES_MAX }
    return failed([problem('faulttree/file-too-large', params)])
  }
  const text = decodeUtf8(readFileSync(file))
  if (text === null) return failed([problem('faulttree/not-utf8', { file })])
  return solveFaultTree({ ...call, text }, () => performance.now() / 1000)
}

function statusOf(file: string): Stats | null {
  try {
    return statSync(file, { throwIfNoEntry: false }) ?? null
  } catch {
    return null
  }
}
