import { type Diagnostic, problem } from '@holdfast/kernel'
import type { Arguments } from './command.ts'

/** What numbers an option takes. */
export interface Bounds {
  readonly kind: 'whole' | 'any'
  readonly min: number
  readonly max: number
}

const NUMBER = /^\d+(\.\d+)?(e\d{1,3})?$/i

/** The number that an option is given; undefined when it is not, or when it was told as wrong. */
export function readNumber(
  given: Arguments,
  option: string,
  { kind, min, max }: Bounds,
  problems: Diagnostic[],
): number | undefined {
  const text = given.text(option)
  if (text === undefined) return undefined
  const value = NUMBER.test(text) ? Number(text) : Number.NaN
  if (value >= min && value <= max && (kind === 'any' || Number.isInteger(value))) return value
  problems.push(problem('call/bad-number', { option: `--${option}`, value: text, kind, min, max }))
  return undefined
}
