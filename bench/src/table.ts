/** Tables in Markdown and the figures in them. */

export function tableOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n')
}

/** The median. */
export function middleOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length / 2
  return (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
}

/** The median with the fastest and the slowest. */
export function timesText(seconds: readonly number[]): string {
  const figure = (value: number): string => value.toFixed(2)
  const ends = [Math.min(...seconds), Math.max(...seconds)].map(figure).join('–')
  return `${figure(middleOf(seconds))} (${ends})`
}
