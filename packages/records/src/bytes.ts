/**
 * A file that is read in pieces, more than once if need be. Whoever opens files makes one; the
 * package itself opens none. `chunks` starts at the beginning each time.
 */
export interface ByteSource {
  /** Only for diagnostics. */
  readonly name: string
  /** In bytes. */
  readonly size: number
  readonly chunks: () => Iterable<Uint8Array>
}

/** A file that is in memory already. */
export function bytesInMemory(name: string, bytes: Uint8Array): ByteSource {
  return { name, size: bytes.length, chunks: () => [bytes] }
}

/** The first bytes of a file, at most `count`: enough to recognise a format. */
export function headOf(source: ByteSource, count: number): Uint8Array {
  const head = new Uint8Array(Math.min(count, source.size))
  let filled = 0
  for (const chunk of source.chunks()) {
    const part = chunk.subarray(0, head.length - filled)
    head.set(part, filled)
    filled += part.length
    if (filled === head.length) break
  }
  return head.subarray(0, filled)
}
