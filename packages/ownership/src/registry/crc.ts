/**
 * CRC-32 as in ZIP and PNG, four bytes at a time: against bytes that a disk or a transfer changed,
 * not against people. Source: ISO 3309; slicing after Kounavis and Berry (2005).
 */
const TABLES = makeTables()

/** The checksum of bytes from `start` to before `end`. */
export function crcOf(bytes: Uint8Array, start: number, end: number): number {
  const [t0, t1, t2, t3] = TABLES
  let crc = -1
  let at = start
  for (; at + 4 <= end; at += 4) {
    const four =
      bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)
    const sum = crc ^ four
    crc = t3[sum & 255]! ^ t2[(sum >>> 8) & 255]! ^ t1[(sum >>> 16) & 255]! ^ t0[sum >>> 24]!
  }
  for (; at < end; at += 1) crc = (crc >>> 8) ^ t0[(crc ^ bytes[at]!) & 255]!
  return ~crc >>> 0
}

function makeTables(): readonly [Int32Array, Int32Array, Int32Array, Int32Array] {
  const first = new Int32Array(256)
  for (let byte = 0; byte < 256; byte += 1) {
    let crc = byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
    first[byte] = crc
  }
  const next = (table: Int32Array) => table.map((crc) => (crc >>> 8) ^ first[crc & 255]!)
  const second = next(first)
  const third = next(second)
  return [first, second, third, next(third)]
}
