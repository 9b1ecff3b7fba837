/** What decoding needs; declared here because no platform is assumed. */
interface Decoder {
  decode(bytes: Uint8Array): string
}
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean },
) => Decoder

/** Fields up to so many bytes are looked up among those seen before: countries, states, types. */
const SHORT_BYTES = 40
/** A power of two. */
const REMEMBERED = 4_096

const SPACE = 0x20

/**
 * Makes text of fields in UTF-8. Most fields of a large table are short and come again and again:
 * they are remembered, so that one is decoded once and is one string in memory.
 */
export class FieldText {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #texts: (string | undefined)[] = new Array<string | undefined>(REMEMBERED)
  readonly #short: number
  readonly #bytes: Uint8Array
  readonly #lengths = new Uint8Array(REMEMBERED)

  /** @param short bytes up to which a field is remembered, at most 255 */
  constructor(short: number = SHORT_BYTES) {
    this.#short = short
    this.#bytes = new Uint8Array(REMEMBERED * short)
  }

  /** The text without white space around it; null where the bytes are no UTF-8. */
  of(bytes: Uint8Array, start: number, end: number, doubled: boolean): string | null {
    let from = start
    let to = end
    while (from < to && (bytes[from] as number) <= SPACE) from += 1
    while (from < to && (bytes[to - 1] as number) <= SPACE) to -= 1
    const text = doubled
      ? this.#decoded(bytes, from, to)?.replaceAll('""', '"')
      : this.exactly(bytes, from, to)
    // White space beyond ASCII is left out too, as in all readers.
    return text?.trim() ?? null
  }

  /** The text as it is; null where the bytes are no UTF-8. */
  exactly(bytes: Uint8Array, from: number, to: number): string | null {
    const length = to - from
    if (length === 0) return ''
    if (length > this.#short) return this.#decoded(bytes, from, to)
    let hash = length
    for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] as number), 0x01000193)
    const place = (hash ^ (hash >>> 15)) & (REMEMBERED - 1)
    const known = this.#texts[place]
    if (known !== undefined && this.#isKnown(place, bytes, from, length)) return known
    const text = this.#decoded(bytes, from, to)
    if (text === null) return null
    this.#texts[place] = text
    this.#lengths[place] = length
    for (let n = 0; n < length; n += 1) {
      this.#bytes[place * this.#short + n] = bytes[from + n] as number
    }
    return text
  }

  #isKnown(place: number, bytes: Uint8Array, from: number, length: number): boolean {
    if (this.#lengths[place] !== length) return false
    const known = this.#bytes
    const first = place * this.#short
    for (let n = 0; n < length; n += 1) if (known[first + n] !== bytes[from + n]) return false
    return true
  }

  #decoded(bytes: Uint8Array, from: number, to: number): string | null {
    if (to - from <= ASCII_BYTES) {
      const text = asciiText(bytes, from, to)
      if (text !== null) return text
    }
    try {
      return this.#decoder.decode(bytes.subarray(from, to))
    } catch {
      return null
    }
  }
}

/** Up to here building a text by characters is faster than to call the platform's decoder. */
const ASCII_BYTES = 30

/** By length, used again and again. */
const CODES: readonly number[][] = Array.from({ length: ASCII_BYTES + 1 }, (_, length) =>
  new Array<number>(length).fill(0),
)

/** Null where a byte is beyond ASCII. */
function asciiText(bytes: Uint8Array, from: number, to: number): string | null {
  const codes = CODES[to - from] as number[]
  let all = 0
  for (let n = 0; n < codes.length; n += 1) {
    const byte = bytes[from + n] as number
    all |= byte
    codes[n] = byte
  }
  return all > 0x7f ? null : String.fromCharCode.apply(null, codes)
}
