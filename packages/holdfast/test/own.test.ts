/** Who owns a party, as `holdfast own` answers it from registries. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseDay, type Result } from '@holdfast/kernel'
import type { PartyRecord, TieRecord } from '@holdfast/ownership'
import { exactShare } from '@holdfast/ownership'
import { describe, expect, test } from 'vitest'
import { readCountries } from '../src/engine/law.ts'
import { chosenRules, ownOf } from '../src/engine/own.ts'
import { readOwnershipRules } from '../src/engine/ownership_rules.ts'
import { memoryRegistry, record, tie } from './memory_registry.ts'

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

function ask(
  party: string,
  parties: readonly PartyRecord[],
  ties: readonly TieRecord[],
  more: { rule?: string; listed?: readonly string[] } = {},
) {
  const registries = [memoryRegistry('made.hfreg', parties, ties)]
  const rules = value(chosenRules(RULES, more.rule ?? null))
  const on = parseDay('2026-11-25') ?? 0
  const asked = { rules, groups: GROUPS, on, lists: [], listed: more.listed ?? [] }
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

  test('is blocked when the call names its owner', () => {
    const half = { ...ALDER, kind: 'share' as const, share: exactShare(50) }
    const listed = ['Alder Corporation']
    const found = value(ask('Alder Ireland Limited', GROUP, [half], { rule: 'ofac-50', listed }))
    expect(found.answers[0]).toMatchObject({ answer: 'yes', percent: { text: '50' } })
  })
})
