import { readFileSync } from 'node:fs'
// region example
import { ResidualDiagram } from '@holdfast/faulttree'
// endregion
import { expect, test } from 'vitest'

// region example
const diagram = new ResidualDiagram()
const supplier = diagram.event('supplier-leaves')
const mains = diagram.event('mains-fail')
const generator = diagram.switch('buy-generator')
const dark = diagram.and(mains, diagram.not(generator))
const stops = diagram.or(supplier, dark)
const remaining = diagram.remainders(stops, (id) => (id === 'mains-fail' ? 0.5 : 0.1))!
const causes = remaining.map((one) => diagram.implicants(one.remainder))
// endregion

test('what remains to be decided is what the README says', () => {
  const found = new Map(
    causes.map((one, i) => [JSON.stringify(one), remaining[i]!.probability] as const),
  )
  expect(found.size).toBe(3)
  expect(found.get('[[]]')).toBeCloseTo(0.1, 12)
  expect(found.get('[[{"switch":"buy-generator","value":false}]]')).toBeCloseTo(0.45, 12)
  expect(found.get('[]')).toBeCloseTo(0.45, 12)
})

test('the example of the README is this one', () => {
  const own = readFileSync(new URL('readme_residual.test.ts', import.meta.url), 'utf8')
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
  const regions = [...own.matchAll(/^\/\/ region example\n(.*?)^\/\/ endregion$/gms)]
  expect(regions.length).toBe(2)
  for (const [, text] of regions) expect(readme).toContain(text)
})
