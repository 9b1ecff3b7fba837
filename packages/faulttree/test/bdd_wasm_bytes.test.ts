import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compiledNow, textOf, WRITTEN } from '../../../tools/wasm.mjs'

test('the bytes are those of the source: `npm run wasm` writes them anew', async (context) => {
  const bytes = await compiledNow()
  if (bytes === null) return context.skip('assemblyscript is not installed')
  expect(readFileSync(WRITTEN, 'utf8')).toBe(textOf(bytes))
  // Browsers compile no more than this at once on their main thread.
  expect(bytes.length).toBeLessThan(4096)
})
