import type { LicenceFinding } from '@holdfast/holdfast'

/** Licences by the day on which they end; those without an end come last. */
export function byUntil(licences: readonly LicenceFinding[]): LicenceFinding[] {
  return licences.toSorted((a, b) => {
    if (a.until === b.until) return a.name < b.name ? -1 : 1
    if (a.until === null) return 1
    return b.until === null || a.until < b.until ? -1 : 1
  })
}
