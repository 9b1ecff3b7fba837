import { readDossier } from '@holdfast/dossier'
import { exactShare } from '@holdfast/ownership'
import { expect, test } from 'vitest'
import { withChains } from '../src/engine/registry_chains.ts'
import { dossierText, functionOf, supply, type Things } from './dossier_text.ts'
import { memoryRegistry, record, tie } from './memory_registry.ts'

function dossierOf(things: Things) {
  const bytes = new TextEncoder().encode(dossierText(things))
  const read = readDossier([{ name: 'dossier.yaml', bytes }], null)
  if (!read.ok) throw new Error(JSON.stringify(read.diagnostics))
  return read.value
}

const LEI_PARENT = '529900K9B0N5BT694847'

const REGISTRY = memoryRegistry(
  'registry/',
  [
    record(['local:unit'], { name: 'Fensteig Cloud Limited', incorporated: 'IE', seat: 'IE' }),
    record(['local:parent', `lei:${LEI_PARENT}`], {
      name: 'Fensteig Inc.',
      incorporated: 'US-WA',
      source: 'a filing',
      asOf: 18_000,
      certainty: 'unverified',
    }),
    record(['local:person'], { name: 'A. Fensteig', kind: 'person' }),
  ],
  [
    tie('local:parent', 'local:unit', { asOf: 18_900 }),
    tie('local:person', 'local:parent', { kind: 'share', share: exactShare(12.5) }),
    // The parent holds shares in itself by way of its unit: a circle.
    tie('local:unit', 'local:parent', { kind: 'share', share: exactShare(1) }),
  ],
)

const UNIT = { unit: { name: 'Fensteig Cloud Limited', registered: 'unit' } }

test('everyone above a party becomes a party, with each statement as a stake', () => {
  const { dossier, diagnostics } = withChains(dossierOf({ parties: UNIT }), [REGISTRY])
  expect(diagnostics).toEqual([])
  const unit = dossier.parties.get('unit')
  expect(unit).toMatchObject({ incorporated: 'IE', seat: 'IE' })
  expect(unit?.owners.stakes).toMatchObject([
    {
      owner: 'local:parent',
      share: { consolidated: true },
      source: 'exhibit 21',
      asOf: 18_900,
      register: { registry: 'registry/', kind: 'subsidiary', shareStated: false },
    },
  ])
  const parent = dossier.parties.get('local:parent')
  expect(parent).toMatchObject({
    name: 'Fensteig Inc.',
    incorporated: 'US-WA',
    lei: LEI_PARENT,
    source: 'a filing',
    register: { asOf: 18_000, certainty: 'unverified' },
  })
  expect(parent?.owners.stakes.map(({ owner, share }) => [owner, share.low])).toEqual([
    ['local:person', 12.5],
    ['unit', 1],
  ])
  expect(dossier.parties.get('local:person')).toMatchObject({ kind: 'person' })
})

test('a party of the dossier with the key of an owner is that owner', () => {
  const parties = { ...UNIT, top: { name: 'Fensteig Incorporated', lei: LEI_PARENT, seat: 'US' } }
  const { dossier } = withChains(dossierOf({ parties }), [REGISTRY])
  expect(dossier.parties.get('unit')?.owners.stakes[0]?.owner).toBe('top')
  expect(dossier.parties.has('local:parent')).toBe(false)
  expect(dossier.parties.get('top')).toMatchObject({
    name: 'Fensteig Incorporated',
    incorporated: 'US-WA',
    seat: 'US',
  })
})

test('a name alone finds nobody', () => {
  const parties = { unit: { name: 'Fensteig Cloud Limited' } }
  const given = dossierOf({ parties })
  expect(withChains(given, [REGISTRY]).dossier.parties).toEqual(given.parties)
})

test('keys that no registry has are told once', () => {
  const parties = {
    a: { name: 'A', registered: 'gb-coh:01234567' },
    b: { name: 'B', lei: 'INR2EJN1ERAN0W5ZP974' },
  }
  const { diagnostics } = withChains(dossierOf({ parties }), [REGISTRY])
  expect(diagnostics).toMatchObject([
    {
      code: 'ownership/not-in-registry',
      severity: 'warning',
      params: { count: 2, parties: ['A (gb-coh:01234567)', 'B (lei:INR2EJN1ERAN0W5ZP974)'] },
    },
  ])
})

test('two registries meet in a key that both have, and local names do not', () => {
  const second = memoryRegistry(
    'second.hfreg',
    [
      record([`lei:${LEI_PARENT}`], { name: 'Fensteig Inc.', others: 'dispersed' }),
      record(['local:person'], { name: 'Somebody else' }),
    ],
    [tie('local:person', `lei:${LEI_PARENT}`, { kind: 'share', share: exactShare(60) })],
  )
  const { dossier } = withChains(dossierOf({ parties: UNIT }), [REGISTRY, second])
  const parent = dossier.parties.get('local:parent')
  expect(parent?.owners.others).toBe('dispersed')
  expect(parent?.owners.stakes.map(({ owner }) => owner)).toEqual([
    'local:person',
    'unit',
    'local:person@2',
  ])
  expect(dossier.parties.get('local:person@2')?.name).toBe('Somebody else')
})

test('where the dossier says something itself it stands, and a contradiction is told', () => {
  const parties = {
    unit: {
      name: 'Another name altogether',
      registered: 'local:unit',
      incorporated: 'NL',
      owners: [{ party: 'top', share: 30 }, 'complete'],
    },
    top: {
      name: 'Fensteig Inc.',
      registered: 'local:parent',
      incorporated: 'US',
      owners: 'complete',
    },
  }
  const registry = memoryRegistry(
    'registry/',
    [
      record(['local:unit'], { name: 'Fensteig Cloud Limited', incorporated: 'IE' }),
      record(['local:parent'], { name: 'Fensteig Inc.', incorporated: 'US-WA' }),
      record(['local:third'], { name: 'Drittel GmbH' }),
    ],
    [
      tie('local:parent', 'local:unit', { kind: 'share', share: exactShare(70) }),
      tie('local:third', 'local:unit', { kind: 'share', share: exactShare(30) }),
    ],
  )
  const { dossier, diagnostics } = withChains(dossierOf({ parties }), [registry])
  const unit = dossier.parties.get('unit')
  expect(unit?.incorporated).toBe('NL')
  expect(unit?.owners.stakes.map(({ owner, share }) => [owner, share.low])).toEqual([
    ['top', 30],
    ['top', 70],
    ['local:third', 30],
  ])
  expect(diagnostics.map(({ code, params }) => [code, params.what])).toEqual([
    ['ownership/contradicts-dossier', 'incorporated'],
    ['ownership/contradicts-dossier', 'name'],
    ['ownership/contradicts-dossier', 'share'],
    ['ownership/contradicts-dossier', 'owners'],
  ])
})

test('a chain that is longer than is followed ends in a message, not in a wrong answer', () => {
  const length = 500
  const keys = Array.from({ length }, (_, at) => `local:p${at}`)
  const long = memoryRegistry(
    'long',
    keys.map((key) => record([key], { others: 'none' })),
    keys.slice(1).map((key, at) => tie(key, `local:p${at}`)),
  )
  const parties = { first: { name: 'First', registered: 'local:p0' } }
  const { dossier, diagnostics } = withChains(dossierOf({ parties }), [long])
  expect(diagnostics.map(({ code }) => code)).toEqual(['ownership/chains-cut'])
  const last = [...dossier.parties.values()].at(-1)
  expect(last?.owners).toMatchObject({ stakes: [], others: 'unknown' })
})

test('an owner that only a measure brings as a supplier is an owner before', () => {
  const top = { name: 'Fensteig Inc.', lei: LEI_PARENT }
  const services = { mail: supply('e-mail', 'unit', 'court') }
  const measures = {
    change: { name: 'Change', kind: 'substitute', duration: '1d', parties: { top }, services: {} },
  }
  const things = { parties: UNIT, services, functions: { f: functionOf('mail') }, measures }
  const { dossier } = withChains(dossierOf(things as Things), [REGISTRY])
  expect(dossier.parties.get('unit')?.owners.stakes[0]?.owner).toBe('top')
  expect(dossier.parties.get('top')).toMatchObject({ incorporated: 'US-WA' })
  expect(dossier.measures.get('change')?.parties.get('top')?.incorporated).toBe('US-WA')
})

test('a branch is one of its head', () => {
  const registry = memoryRegistry(
    'registry/',
    [record(['local:branch'], { name: 'Branch' }), record(['local:head'], { name: 'Head' })],
    [tie('local:head', 'local:branch', { kind: 'branch' })],
  )
  const parties = { branch: { name: 'Branch', registered: 'branch' } }
  const { dossier } = withChains(dossierOf({ parties }), [registry])
  expect(dossier.parties.get('branch')).toMatchObject({
    branchOf: 'local:head',
    owners: { stakes: [] },
  })
})
