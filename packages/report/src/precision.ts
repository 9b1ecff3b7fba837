import type { ListedRow } from '@holdfast/holdfast'

/** A day as exactly as its source states it: '2025-07-09', '2025-07', '2025', '~2025-07-09'. */
export function dayAsKnown(
  day: string | null,
  precision: ListedRow['precision'],
  none: string,
): string {
  if (day === null || precision === 'unknown') return none
  if (precision === 'month') return day.slice(0, 7)
  if (precision === 'year') return day.slice(0, 4)
  return precision === 'range' ? `~${day}` : day
}
