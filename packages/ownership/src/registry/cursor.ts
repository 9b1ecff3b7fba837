/** Goes through bytes that may be anything; behind their end it reads zeros. */
export class Cursor {
  readonly bytes: Uint8Array
  at = 0

  constructor(bytes: Uint8Array) {
    this.bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.at >= this.bytes.length
  }

  byte(): number {
    const value = this.bytes[this.at] ?? 0
    this.at += 1
    return value
  }

  varint(): number {
    let [value, shift] = [0, 0]
    for (; shift < 35; shift += 7) {
      const byte = this.byte()
      value |= (byte & 0x7f) << shift
      if (byte < 0x80) break
    }
    return value >>> 0
  }

  signed(): number {
    const value = this.varint()
    return (value >>> 1) ^ -(value & 1)
  }

  /** Steps over bytes; the place where they begin. */
  skip(count: number): number {
    const start = this.at
    this.at = Math.min(this.bytes.length, start + count)
    return start
  }
}
