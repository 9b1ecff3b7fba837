import { readFileSync } from 'node:fs'
// region example
import { compile, type Formula, type Model } from '@holdfast/faulttree'
// endregion
import { expect, test } from 'vitest'

// region example
const event = (id: string): Formula => ({ op: 'event', id })
const model: Model = {
  events: new Map([
    ['pump-a', { id: 'pump-a', probability: [0.01, 0.02] }],
    ['pump-b', { id: 'pump-b', probability: [0.01, 0.02] }],
    ['power', { id: 'power', probability: [0.001, 0.001] }],
  ]),
  gates: new Map<string, Formula>([
    ['pumps', { op: 'and', args: [event('pump-a'), event('pump-b')] }],
    ['no-water', { op: 'or', args: [{ op: 'gate', id: 'pumps' }, event('power')] }],
  ]),
}
const compiled = compile(model)
const cutSets = compiled.minimalCutSets('no-water')
const probability = compiled.probability('no-water')
// endregion

test('the example of the README says what it says', () => {
  expect(cutSets.ok && cutSets.value.sets).toEqual([['power'], ['pump-a', 'pump-b']])
  expect(probability.ok && probability.value[0]).toBeCloseTo(0.0010999, 12)
  expect(probability.ok && probability.value[1]).toBeCloseTo(0.0013996, 12)
})

test('the example of the README is this one', () => {
  const own = readFileSync(new URL('readme.test.ts', import.meta.url), 'utf8')
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const regions = [...own.matchAll(/^\/\/ region example\n(.*?)^\/\/ endregion$/gms)]
  expect(regions.length).toBe(2)
  for (const [, text] of regions) expect(readme).toContain(text)
})
