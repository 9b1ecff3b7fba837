import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readSource } from '@holdfast/dossier'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { SCHEMAS, schemasNow } from '../tools/schemas.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const EXAMPLES = path.join(ROOT, 'examples')
const examples = readdirSync(EXAMPLES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort()

/** Not every example is a whole dossier: some bring scenarios for one. */
const institutions = examples.filter((name) => {
  const files = readdirSync(path.join(EXAMPLES, name)).filter((file) => file.endsWith('.yaml'))
  return files.some((file) => {
    return /^institution:/m.test(readFileSync(path.join(EXAMPLES, name, file), 'utf8'))
  })
})

/** The published schema as a validator; a keyword it does not know fails the test. */
function published(name: string): ValidateFunction {
  const ajv = new Ajv2020({ formats: { date: /^\d{4}-\d{2}-\d{2}$/ }, allowUnionTypes: true })
  return ajv.compile(JSON.parse(readFileSync(path.join(SCHEMAS, name), 'utf8')))
}

function answerTo(...words: string[]): unknown {
  const command = path.join(ROOT, 'packages/cli/bin/holdfast.js')
  const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 28 } as const
  return JSON.parse(execFileSync(process.execPath, [command, ...words], options))
}

function expectValid(validate: ValidateFunction, value: unknown): void {
  validate(value)
  expect(validate.errors ?? []).toEqual([])
}

describe('the published schemas', () => {
  test.for([...schemasNow()])('%s is current', ([name, text]) => {
    expect(readFileSync(path.join(SCHEMAS, name), 'utf8')).toBe(text)
  })

  test.for(institutions)('assess --json of %s', (name) => {
    const report = answerTo('assess', `examples/${name}`, '--json')
    expectValid(published('assess.schema.json'), report)
  })

  test.for(['mandate-holder', 'minimal'])('plan --json of %s', (name) => {
    const report = answerTo('plan', `examples/${name}`, '--frontier', '--json')
    expectValid(published('plan.schema.json'), report)
  })

  test('a report with something else in it is not valid', () => {
    const report = answerTo('assess', 'examples/minimal', '--json') as Record<string, unknown>
    const validate = published('assess.schema.json')
    expect(validate({ ...report, more: 1 })).toBe(false)
    expect(validate({ ...report, on: 'today' })).toBe(false)
  })

  test.for([
    ['microsoft-ireland', '--rule', 'eo-14203', '--registry', 'examples/tribunal/registry'],
    ['microsoft-ireland', '--registry', 'examples/tribunal/registry', '--listed', 'microsoft-corp'],
    ['klm', '--dossier', 'examples/tribunal'],
    ['--graph', 'examples/tribunal/registry/owners.csv', '--listed', 'microsoft-corp'],
  ])('own --json %s', (words) => {
    const report = answerTo('own', ...words, '--on', '2026-07-11', '--json')
    expectValid(published('own.schema.json'), report)
  })

  test.for([['--on', '2025-12-05'], []])('listed --json %s', (words) => {
    const rows = answerTo('listed', '--programme', 'ICC-EO14203', ...words, '--json')
    expectValid(published('listed.schema.json'), rows)
  })

  test.for([[], ['--cut-sets', '3', '--importance'], ['--only', 'cut-sets']])(
    'faulttree solve --json %s',
    (words) => {
      const model = 'examples/emergency-power.xml'
      const report = answerTo('faulttree', 'solve', model, '--json', ...words)
      expectValid(published('faulttree.schema.json'), report)
    },
  )

  test.for(examples)('the files of %s', (name) => {
    const folder = path.join(EXAMPLES, name)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    const validate = published('dossier.schema.json')
    for (const file of files.filter((one) => one.endsWith('.yaml'))) {
      const source = readSource({ name: file, bytes: readFileSync(path.join(folder, file)) })
      if (!source.ok) throw new Error(`${file} is not read`)
      expectValid(validate, source.value.value)
    }
  })
})
