/** Where lists come from: the file that ships, files of one's own, and what may be wrong there. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readListSources } from '../src/engine/list_sources.ts'
import { updateLists } from '../src/index.ts'

const SHIPPED = new URL('../../../data/lists/sources.yaml', import.meta.url)

function read(...texts: string[]) {
  return readListSources(
    texts.map((text, index) => ({ name: `${index}.yaml`, bytes: Buffer.from(text) })),
  )
}

function list(id: string, more: string): string {
  return `lists:
  ${id}:
    name: Made
    issuer: Nobody
    format: un-xml
    published: stated
    proves-whole: true
    limits: { bytes-max: 10, entries-min: 1, kept-ratio-min: 0.8 }
${more}
`
}

const GOOD = '    base: https://example.org/a/\n    files: [a.xml]'

describe('the sources that ship', () => {
  const shipped = read(readFileSync(SHIPPED, 'utf8'))

  test('are addresses with encryption, each with where it was seen', () => {
    if (!shipped.ok) throw new Error(JSON.stringify(shipped.diagnostics))
    const sources = [...shipped.value.values()]
    expect(sources.map((one) => one.list)).toEqual([
      ...['ofac-sdn', 'ofac-consolidated', 'eu-fsf', 'un-sc', 'uk-sanctions', 'opensanctions'],
    ])
    for (const { files } of sources) {
      for (const { url } of files) expect(new URL(url).protocol, url).toBe('https:')
    }
    const text = readFileSync(SHIPPED, 'utf8')
    expect(text.match(/^ {4}(checked|unverified):/gm)).toHaveLength(sources.length)
  })

  test('hold no token', () => {
    if (!shipped.ok) throw new Error('unreadable')
    expect(shipped.value.get('eu-fsf')).toMatchObject({ tokenVariable: 'HOLDFAST_EU_TOKEN' })
    expect(shipped.value.get('eu-fsf')?.url).toContain('token={token}')
    expect(shipped.value.get('opensanctions')?.onRequest).toBe(true)
  })
})

describe('sources of one’s own', () => {
  test('replace those of the same list and add others', () => {
    const both = read(list('un-sc', GOOD), list('un-sc', GOOD.replace('/a/', '/b/')))
    expect(both.ok && both.value.get('un-sc')?.url).toBe('https://example.org/b/a.xml')
    const more = read(list('un-sc', GOOD), list('other', GOOD))
    expect(more.ok && [...more.value.keys()]).toEqual(['un-sc', 'other'])
  })

  test.for([
    ['Un Sc', GOOD, 'fetch/bad-list-id'],
    ['../x', GOOD, 'fetch/bad-list-id'],
    ['a', GOOD.replace('/a/', '/a'), 'fetch/bad-base'],
    ['a', GOOD.replace('https', 'file'), 'fetch/bad-base'],
    ['a', GOOD.replace('example', 'me:secret@example'), 'fetch/bad-base'],
    ['a', GOOD.replace('a.xml', '../a.xml'), 'fetch/bad-file-name'],
    ['a', GOOD.replace('a.xml', '.a'), 'fetch/bad-file-name'],
    ['a', GOOD.replace('a.xml', 'a.xml, a.xml'), 'fetch/bad-file-name'],
    [
      'a',
      GOOD.replace('[a.xml]', '[{ name: a, path: "b?t={token}" }]'),
      'fetch/token-without-variable',
    ],
    ['a', `${GOOD}\n    token-env: TOKEN`, 'fetch/variable-without-token'],
    ['a', GOOD.replace('[a.xml]', '[]'), 'dossier/wrong-length'],
    ['a', `${GOOD}\n    mirror: yes`, 'dossier/unknown-key'],
  ] as const)('%s: %s', ([id, more, code]) => {
    const result = read(list(id, more))
    expect(result.ok).toBe(false)
    expect(result.diagnostics.map((one) => one.code)).toEqual([code])
    expect(result.diagnostics[0]?.places[0]?.line).toBeGreaterThan(1)
  })

  test('tell all that is wrong at once', () => {
    const result = read(list('a', GOOD.replace('/a/', '/a')), list('B', GOOD))
    expect(result.diagnostics.map((one) => one.code)).toEqual([
      'fetch/bad-base',
      'fetch/bad-list-id',
    ])
  })
})

describe('a call that cannot be meant', () => {
  test.for([
    [{ lists: ['un-cs'] }, 'call/unknown-list'],
    [{ lists: ['un-sc', 'eu-fsf'], from: '.' }, 'call/from-for-several-lists'],
    [{ from: 'nowhere.xml' }, 'call/no-such-path'],
    [{ from: 'ftp://example.org/a.xml' }, 'call/not-an-address'],
    [{ from: 'https://me:secret@example.org/a.xml' }, 'call/not-an-address'],
    [{ published: '2026-02-30', lists: ['un-sc'] }, 'call/bad-day'],
    [{ published: '2026-02-28' }, 'call/published-for-several-lists'],
    [{ sources: 'nowhere.yaml' }, 'call/no-such-path'],
  ] as const)('%o', async ([call, code]) => {
    const result = await updateLists({ environment: {}, store: 'unused', ...call })
    expect(result.diagnostics.map((one) => one.code)).toEqual([code])
  })
})
