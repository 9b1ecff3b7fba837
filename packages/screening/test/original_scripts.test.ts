import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { readUnXml, readWhole } from '@holdfast/lists'
import { bytesInMemory } from '@holdfast/records'
import { describe, expect, it } from 'vitest'
import { buildScreen, screenName } from '../src/index.ts'

/** The list of the United Nations that lies beside the repository where it is developed. */
const LIST = path.resolve(
  import.meta.dirname,
  '../../../../shared/data/lists/un/un_consolidated_2026-02-27.xml',
)
const ARABIC = /\p{Script=Arabic}/u

describe.skipIf(!existsSync(LIST))('names in their own script (skipped without ../shared)', () => {
  it('find seven in ten persons of whom only Latin names are left on the list', () => {
    const read = readWhole(readUnXml, bytesInMemory('un', readFileSync(LIST)))
    if (!read.ok) throw new Error('the list must read')
    const people = read.value.entries.filter(({ kind }) => kind === 'person')
    const latin = people.map((entry) => {
      const names = entry.names.filter(({ text }) => !ARABIC.test(text))
      return { ...entry, names }
    })
    const screen = buildScreen([{ ...read.value, entries: latin }])
    const asked = people.flatMap(({ id, names }) =>
      names.filter(({ text }) => ARABIC.test(text)).map(({ text }) => ({ id, text })),
    )
    const found = asked.filter(({ id, text }) =>
      screenName(screen, { name: text, kind: 'person' }).some(({ entry }) => entry.id === id),
    )
    expect(asked.length).toBeGreaterThan(300)
    expect(found.length / asked.length).toBeGreaterThan(0.7)
  })
})
