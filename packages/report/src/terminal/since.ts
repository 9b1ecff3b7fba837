import type { Change } from '@holdfast/holdfast'
import { tellChange } from '../telling.ts'
import { screenOf, type TerminalOptions } from './paint.ts'
import { hang, harmless } from './width.ts'

export interface SinceOptions extends TerminalOptions {
  /** The day of the earlier report, where it is known. */
  readonly on?: string
  /** A scenario's name by its id; without it the id is shown. */
  readonly scenarioName?: (id: string) => string
}

/** What changed since an earlier report, by scenario. */
export function renderSince(changes: readonly Change[], options: SinceOptions): string {
  const { words, paint, width } = screenOf(options)
  const count = changes.length
  const heading =
    options.on === undefined
      ? words.text('since.count', { count })
      : words.text('terminal.since', { on: options.on, count })
  const lines = hang('', heading, width).map(paint.bold)
  const groups = new Map<string, Change[]>()
  for (const change of changes) {
    const group = groups.get(change.scenario) ?? []
    group.push(change)
    groups.set(change.scenario, group)
  }
  for (const [scenario, group] of groups) {
    const name = options.scenarioName?.(scenario) ?? scenario
    lines.push('', ...hang('', harmless(name), width))
    for (const change of group) {
      lines.push(...hang('  · ', harmless(tellChange(words, change)), width))
    }
  }
  return `${lines.join('\n')}\n`
}
