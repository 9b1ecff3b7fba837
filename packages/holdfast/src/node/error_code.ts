/** The code of an error of the platform, such as `ENOSPC`; null for an error that has none. */
export function codeOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error ? String(error.code) : null
}
