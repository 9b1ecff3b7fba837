/** The web room runs the same engine, and nothing under it reaches for Node. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { answer } from '../src/index.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const bytes = (name: string) => ({ name, bytes: readFileSync(path.join(root, name)) })

function input() {
  return {
    dossier: { files: [bytes('examples/minimal/dossier.yaml')] },
    law: {
      regimes: [
        {
          regime: bytes('data/regimes/us-icc-eo-14203/regime.yaml'),
          designations: bytes('data/regimes/us-icc-eo-14203/designations.yaml'),
        },
      ],
      countries: bytes('data/countries.yaml'),
      ownership: bytes('data/ownership/rules.yaml'),
      assumptions: [bytes('data/assumptions/us-icc-eo-14203.yaml')],
    },
    lists: [
      {
        kind: 'snapshot' as const,
        name: 'ofac-sdn',
        text: readFileSync(path.join(root, 'data/lists/ofac-sdn-2026-07-11.tsv'), 'utf8'),
        sha256: '0'.repeat(64),
      },
    ],
    scenarioFiles: [],
    scenarios: [],
    on: '2026-11-01',
    today: '2026-11-01',
    readings: [],
    horizonDays: null,
  }
}

test('a page’s files give findings and a report', () => {
  const answered = answer({ input: input(), locale: 'en' })
  expect(answered.ok).toBe(true)
  if (!answered.ok) return
  expect(JSON.parse(answered.json).format).toBe('holdfast-assess/1')
  expect(answered.html).toContain('<!doctype html>')
})

test('a broken dossier gives every problem as text', () => {
  const broken = { name: 'd.yaml', bytes: new TextEncoder().encode('functions: 3\nparties: []\n') }
  const answered = answer({ input: { ...input(), dossier: { files: [broken] } }, locale: 'en' })
  expect(answered.ok).toBe(false)
  if (answered.ok) return
  expect(answered.problems).toContain('d.yaml:1')
  expect(answered.problems).toContain('d.yaml:2')
})

/** Every source that the room loads, found by following its imports. */
function closure(entry: string): Map<string, string> {
  const files = new Map<string, string>()
  const queue = [entry]
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (files.has(file)) continue
    // Types are erased: an import of types loads nothing.
    const text = readFileSync(file, 'utf8').replace(/import type [^;]*?from '[^']+'/g, '')
    files.set(file, text)
    for (const [, name = ''] of text.matchAll(/from '([^']+)'/g)) {
      const next = resolve(file, name)
      if (next !== null) queue.push(next)
    }
  }
  return files
}

function resolve(file: string, name: string): string | null {
  if (name.startsWith('.')) return path.join(path.dirname(file), name)
  const [, scope, subpath] = /^@holdfast\/([a-z]+)(?:\/([a-z]+))?$/.exec(name) ?? []
  if (scope === undefined) return null
  const inner = subpath === undefined ? 'index.ts' : `${subpath}/index.ts`
  return path.join(root, 'packages', scope, 'src', inner)
}

test('nothing under the room imports from Node', () => {
  const files = closure(path.join(root, 'packages/web/src/worker.ts'))
  expect(files.size).toBeGreaterThan(60)
  for (const [file, text] of files) {
    expect(text.match(/from 'node:[a-z/]+'/g), file).toBeNull()
  }
})
