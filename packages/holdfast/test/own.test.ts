/** Who owns a party, as `holdfast own` answers it from registries. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDay, type Result } from '@holdfast/kernel'
import type { DesignationList, ListEntry } from '@holdfast/lists'
import { exactShare, type PartyRecord, RegistryInMemory, type TieRecord } from '@holdfast/ownership'
import { describe, expect, test } from 'vitest'
import { readCountries } from '../src/engine/law.ts'
import { readLists } from '../src/engine/list.ts'
import { chosenRules, ownOf } from '../src/engine/own.ts'
import { readOwnershipRules } from '../src/engine/ownership_rules.ts'
import { record, tie } from './memory_registry.ts'

const DATA = path.resolve(import.meta.dirname, '../../../data')

function fileOf(name: string, text = readFileSync(path.join(DATA, name), 'utf8')) {
  return { name: `data/${name}`, bytes: new TextEncoder().encode(text) }
}

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

const GROUPS = value(readCountries(fileOf('countries.yaml')))
const RULES = value(readOwnershipRules(fileOf('ownership/rules.yaml'), GROUPS))

function listsOf(entries: readonly ListEntry[]) {
  const list: DesignationList = {
    id: 'ofac-sdn',
    published: '2026-11-20',
    provenance: 'official',
    whole: 'proven',
    entries,
  } as DesignationList
  return value(readLists([{ kind: 'read', list, sha256: '', warnings: [] }]))
}

function entry(id: string, name: string, more: Partial<ListEntry> = {}): ListEntry {
  return {
    id,
    kind: 'entity',
    names: [{ text: name, kind: 'primary', quality: 'strong' }],
    programmes: ['ICC-EO14203'],
    ...more,
  } as ListEntry
}

function ask(
  party: string,
  parties: readonly PartyRecord[],
  ties: readonly TieRecord[],
  more: { rule?: string; listed?: readonly string[]; entries?: readonly ListEntry[] } = {},
) {
  const memory = new RegistryInMemory()
  for (const one of parties) memory.intake.party(one)
  for (const one of ties) memory.intake.tie(one)
  const registries = [{ name: 'made.hfreg', port: memory.port(0), diagnostics: [] }]
  const rules = value(chosenRules(RULES, more.rule ?? null))
  const on = parseDay('2026-11-25') ?? 0
  const lists = more.entries === undefined ? [] : listsOf(more.entries)
  const asked = { rules, groups: GROUPS, on, lists, listed: more.listed ?? [] }
  return ownOf({ ...asked, registries, party })
}

const GROUP = [
  record(['local:Alder Ireland Limited'], { name: 'Alder Ireland Limited', incorporated: 'IE' }),
  record(['local:Alder Corporation'], {
    name: 'Alder Corporation',
    incorporated: 'US-WA',
    others: 'none',
  }),
]
const ALDER = tie('local:Alder Corporation', 'local:Alder Ireland Limited')

describe('a party of a registry', () => {
  test('is answered by all rules', () => {
    const found = value(ask('Alder Ireland Limited', GROUP, [ALDER]))
    expect(found.answers.map(({ rule, answer }) => [rule, answer])).toEqual([
      ['ofac-50', 'no'],
      ['eo-14203', 'yes'],
      ['secnumcloud-19.6', 'no'],
      ['ultimate-parent', 'yes'],
    ])
    expect(found.answers[3]?.top).toBe('Alder Corporation')
  })

  test('is found by its LEI in any writing, and told by it', () => {
    const lei = 'INR2EJN1ERAN0W5ZP974'
    const found = ask('inr2ejn1eran0w5zp974', [record([`lei:${lei}`])], [], { rule: 'eo-14203' })
    expect(value(found).party).toBe(lei)
  })

  test('is blocked when the call names its owner', () => {
    const half = { ...ALDER, kind: 'share' as const, share: exactShare(50) }
    const listed = ['Alder Corporation']
    const found = value(ask('Alder Ireland Limited', GROUP, [half], { rule: 'ofac-50', listed }))
    expect(found.answers[0]).toMatchObject({ answer: 'yes', percent: { text: '50' } })
  })
})

function codesOf(result: Result<unknown>): readonly string[] {
  return result.diagnostics.map(({ code }) => code)
}

describe('who is meant', () => {
  const twice = [...GROUP, record(['gb-coh:01234567'], { name: 'ALDER IRELAND, Limited' })]

  test('an exact name that one party bears is taken, and told', () => {
    const named = [record(['gb-coh:01234567'], { name: 'Alder Ireland Limited' })]
    const found = ask('alder ireland limited', named, [], { rule: 'ofac-50' })
    expect(value(found).party).toBe('gb-coh:01234567')
    expect(codesOf(found)).toEqual(['own/by-name'])
  })

  test('a name that two bear is not', () => {
    const found = ask('Alder-Ireland Limited', twice, [])
    expect(found.ok).toBe(false)
    expect(found.diagnostics[0]).toMatchObject({ code: 'call/party-by-name', params: { count: 2 } })
  })

  test('a like name only suggests, the nearest first', () => {
    const found = ask('Alder Irland Limited', twice.slice(1), [])
    const [first] = found.diagnostics
    expect(first?.code).toBe('call/party-by-name')
    expect((first?.params?.suggested as string[] | undefined)?.[0]).toMatch(
      /^ALDER IRELAND, Limited .*0\.9/,
    )
  })

  test('an LEI is never taken for another', () => {
    expect(codesOf(ask('INR2EJN1ERAN0W5ZP947', GROUP, []))).toEqual(['call/bad-lei'])
    expect(codesOf(ask('INR2EJN1ERAN0W5ZP974', GROUP, []))).toEqual(['call/no-such-party'])
  })
})

describe('who is listed', () => {
  const owner = record(['lei:INR2EJN1ERAN0W5ZP974', 'gb-coh:07444723'], {
    name: 'Alder Holdings',
    incorporated: 'GB',
  })
  const asset = record(['local:Alder Works'], { name: 'Alder Works', incorporated: 'FR' })
  const held = tie('lei:INR2EJN1ERAN0W5ZP974', 'local:Alder Works', {
    kind: 'share',
    share: exactShare(60),
  })
  const answerWith = (...entries: ListEntry[]) => {
    const found = value(ask('Alder Works', [owner, asset], [held], { rule: 'ofac-50', entries }))
    return found.answers[0]!
  }

  test('whoever has the entry’s LEI', () => {
    const identifiers = [{ kind: 'lei' as const, number: 'INR2EJN1ERAN0W5ZP974' }]
    expect(answerWith(entry('1', 'Another Name', { identifiers })).answer).toBe('yes')
  })

  test('whoever has the entry’s number in the same country, and not in another', () => {
    const number = (country: string) => [
      { kind: 'registration' as const, number: '7444723', country },
    ]
    expect(answerWith(entry('1', 'Other', { identifiers: number('GB') })).answer).toBe('yes')
    expect(answerWith(entry('1', 'Other', { identifiers: number('IE') })).answer).toBe('no')
  })

  test('whoever has a number that the list doubts is not', () => {
    const identifiers = [
      { kind: 'lei' as const, number: 'INR2EJN1ERAN0W5ZP974', doubtful: true as const },
    ]
    expect(answerWith(entry('1', 'Other', { identifiers })).answer).toBe('no')
  })

  test('whoever only bears the name perhaps: who it is would settle it', () => {
    expect(answerWith(entry('1', 'ALDER HOLDINGS'))).toMatchObject({
      answer: 'unknown',
      missing: [{ kind: 'identity', asset: 'INR2EJN1ERAN0W5ZP974' }],
    })
  })
})

describe('the file of rules', () => {
  const read = (text: string) => readOwnershipRules(fileOf('ownership/rules.yaml', text), GROUPS)

  test('as it ships has four', () => {
    const ids = RULES.map(({ id }) => id)
    expect(ids).toEqual(['ofac-50', 'eo-14203', 'secnumcloud-19.6', 'ultimate-parent'])
  })

  test('tells all that is wrong at once', () => {
    const top = 'kind: top, name: a, cite: [b]'
    const found = read(`rules:
  one: { ${top}, threshold: 150 }
  two: { ${top}, threshold: 50, tresholds: 3 }
  three: { ${top}, threshold: half }
`)
    expect(found.ok).toBe(false)
    expect(found.diagnostics.length).toBe(3)
  })

  test('names only countries that are known', () => {
    const found = read(`rules:
  one: { kind: ceilings, name: a, cite: [b], outside: EEA, each: 24, together: 39 }
`)
    expect(codesOf(found)).toEqual(['law/unknown-countries'])
  })
})
