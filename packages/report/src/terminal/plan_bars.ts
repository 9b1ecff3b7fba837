/** Small drawings in characters: a line of heights, and a bar that is partly full. */

const HEIGHTS = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█']

/** A value as a height; nothing is a dot, and little is never nothing. */
export function heights(values: readonly number[], top: number): string {
  return values
    .map((value) => {
      if (value <= 0 || top <= 0) return '·'
      const step = Math.ceil((value / top) * HEIGHTS.length) - 1
      return HEIGHTS[Math.max(0, Math.min(HEIGHTS.length - 1, step))] ?? '·'
    })
    .join('')
}

/** What remains of a whole, and what is gone: '━━━━┄┄┄┄┄┄┄┄'. */
export function remaining(before: number, after: number, top: number, columns: number): string {
  const cells = (value: number) => {
    if (value <= 0 || top <= 0) return 0
    return Math.max(1, Math.round((value / top) * columns))
  }
  const left = Math.min(columns, cells(after))
  const gone = Math.max(0, Math.min(columns, cells(before)) - left)
  return '━'.repeat(left) + '┄'.repeat(gone)
}

/** The values in about `columns` columns: each drawn several times, or neighbours in their mean. */
export function stretched(values: readonly number[], columns: number): number[] {
  const times = Math.floor(columns / values.length)
  if (times >= 1) return values.flatMap((value) => Array.from({ length: times }, () => value))
  const size = Math.ceil(values.length / columns)
  const groups = Array.from({ length: Math.ceil(values.length / size) }, (_, index) => {
    return values.slice(index * size, (index + 1) * size)
  })
  return groups.map((group) => group.reduce((sum, value) => sum + value, 0) / group.length)
}
