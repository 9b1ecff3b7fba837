import { expect, test } from 'vitest'
import { partyOnly } from '../src/party_only.ts'
import type { PartyKey, PartyRecord, TieRecord } from '../src/records.ts'
import { RegistryInMemory } from '../src/registry/memory.ts'

function party(keys: readonly [PartyKey, ...PartyKey[]], more: Partial<PartyRecord> = {}) {
  return { ...partyOnly(...keys), ...more }
}

function tie(owner: PartyKey, asset: PartyKey): TieRecord {
  const days = { from: null, to: null, seen: null, asOf: null }
  const said = { share: null, direct: true, source: null, certainty: 'stated', marks: [] } as const
  return { owner, asset, kind: 'share', ...said, ...days, place: null }
}

function registry(parties: readonly PartyRecord[], ties: readonly TieRecord[], whole = true) {
  const memory = new RegistryInMemory()
  for (const one of ties) memory.intake.tie(one)
  for (const one of parties) memory.intake.party(one)
  const source = { format: 'plain-ties', title: 'a', date: null, stated: null } as const
  const counts = { parties: parties.length, ties: ties.length, whole, file: 'a', sha256: '' }
  memory.close({ ...source, ...counts })
  return memory.port(0)
}

test('records that share a key are one party, whatever the order they come in', () => {
  const records = [
    party(['local:a']),
    party(['lei:B']),
    party(['local:a', 'lei:B'], { name: 'A', source: 's', certainty: 'unverified' }),
    party(['lei:B'], { name: 'Also A', others: 'dispersed' }),
  ]
  for (const order of [records, [...records].reverse()]) {
    const port = registry(order, [tie('lei:B', 'local:c'), tie('local:d', 'local:a')])
    const number = port.find('local:a')
    expect(port.find('lei:B')).toBe(number)
    expect(port.party(number!)).toMatchObject({ others: 'dispersed' })
    expect(new Set(port.party(number!).keys)).toEqual(new Set(['local:a', 'lei:B']))
    expect(port.tiesFrom(number!).map((one) => one.tie.asset)).toEqual(['local:c'])
    expect(port.tiesInto(number!).map((one) => one.tie.owner)).toEqual(['local:d'])
  }
})

test('two numbers of one scheme are two parties', () => {
  const port = registry([party(['lei:A', 'gb-coh:1']), party(['lei:B', 'gb-coh:1'])], [])
  expect(port.find('lei:A')).not.toBe(port.find('lei:B'))
  expect(port.find('gb-coh:1')).toBe(port.find('lei:A'))
})

test('a tie to a party without a record is kept with a mark', () => {
  const port = registry([party(['local:a'])], [tie('local:x', 'local:a')])
  expect(port.tiesInto(port.find('local:a')!)[0]?.tie.marks).toEqual(['unknown-party'])
  expect(port.party(port.find('local:x')!).name).toBe(null)
})

test('what a cut source says carries the mark', () => {
  const port = registry(
    [party(['local:a']), party(['local:x'])],
    [tie('local:x', 'local:a')],
    false,
  )
  expect(port.tiesInto(port.find('local:a')!)[0]?.tie.marks).toEqual(['source-cut'])
})

test('names suggest, those with most words first', () => {
  const named = [
    party(['local:a'], { name: 'Nordwind Handel GmbH' }),
    party(['local:b'], { name: 'Nordwind Reederei GmbH' }),
    party(['local:c'], { name: 'Sonstiges' }),
  ]
  const port = registry(named, [])
  expect(port.named('nordwind reederei', 5).map(({ name }) => name)).toEqual([
    'Nordwind Reederei GmbH',
    'Nordwind Handel GmbH',
  ])
})
