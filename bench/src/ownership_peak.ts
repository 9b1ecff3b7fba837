/** The memory of a process that measures itself. */
import { readFileSync } from 'node:fs'

/**
 * Of this process at its largest; null where the system does not say. From `/proc`, since what a
 * process inherits from the one that started it is not its own.
 */
export function peakBytes(): number | null {
  try {
    const line = /VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))
    return line === null ? null : 1024 * Number(line[1])
  } catch {
    return null
  }
}
