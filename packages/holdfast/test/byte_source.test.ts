import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, expect, test } from 'vitest'
import { fileSource, listSources } from '../src/node/byte_source.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-sources-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('every packed file of a folder that is broken is told', async () => {
  const where = path.join(folder, 'lists')
  mkdirSync(where)
  const packed = gzipSync('a,b\n1,2\n')
  writeFileSync(path.join(where, 'a.csv'), packed.subarray(0, 12))
  writeFileSync(path.join(where, 'b.csv.gz'), packed)
  writeFileSync(path.join(where, 'c.csv.gz'), packed.subarray(0, 12))
  const read = await listSources(where)
  expect(read.ok).toBe(false)
  expect(read.diagnostics.map(({ code, params }) => [code, params.file])).toEqual([
    ['lists/gzip', path.join(where, 'a.csv')],
    ['lists/gzip', path.join(where, 'c.csv.gz')],
  ])
})

test('a file is read anew each time, also when nobody reads it to its end', () => {
  const file = path.join(folder, 'long.csv')
  writeFileSync(file, Buffer.alloc(300_000, 'x'))
  const source = fileSource(file)
  // More than a process may have open at once, if each were left open.
  for (let time = 0; time < 5_000; time += 1) {
    for (const chunk of source.chunks()) {
      expect(chunk.length).toBe(262_144)
      break
    }
  }
  expect([...source.chunks()].map((chunk) => chunk.length)).toEqual([262_144, 37_856])
})
