import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../src/index.ts'
import { readOfacAdvancedXml, readOfacXml } from '../src/index.ts'
import { generatedAdvancedXml, generatedSdnXml } from './ofac-generator.ts'

describe('large made files, in pieces', () => {
  it.each([
    ['SDN.XML', readOfacXml, generatedSdnXml({ entries: 2_000 })],
    ['Advanced XML', readOfacAdvancedXml, generatedAdvancedXml({ entries: 1_000 })],
  ] as const)('%s: entries come while the file is read', (_, reader, source) => {
    let handed = 0
    const seen: number[] = []
    const counted = {
      ...source,
      *chunks() {
        for (const chunk of source.chunks()) {
          handed += chunk.length
          yield chunk
        }
      },
    }
    let last: ListEntry | null = null
    let count = 0
    const head = reader(counted, (entry) => {
      last = entry
      count += 1
      seen.push(handed)
    })
    expect(head.ok && head.value.published).toBe('2026-07-11')
    // Two readings, and the first piece of each once more for its encoding.
    expect(handed / source.size).toBeGreaterThanOrEqual(2)
    expect(handed / source.size).toBeLessThan(2.1)
    // The first entries come when little of the second reading is done, the last ones near its end.
    const [first] = seen
    expect(new Set(seen).size).toBeGreaterThan(20)
    expect(first).toBeLessThan(1.5 * source.size)
    expect((last as ListEntry | null)?.id).toBe(String(count))
    expect((last as ListEntry | null)?.births?.length).toBe(1)
  })

  it('is the same for the same seed and another for another', () => {
    const head = (seed: number): Uint8Array | undefined => {
      for (const chunk of generatedSdnXml({ entries: 5, seed }).chunks()) return chunk
      return undefined
    }
    expect(head(3)).toEqual(head(3))
    expect(head(3)).not.toEqual(head(4))
  })
})
