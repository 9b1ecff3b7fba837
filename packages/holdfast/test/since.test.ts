/** What changed between two answers about the same institution. */
import { expect, test } from 'vitest'
import { changesSince } from '../src/engine/index.ts'
import { reportOf } from './assess_yaml.ts'
import {
  assumption,
  designate,
  dossierText,
  functionOf,
  supply,
  type Things,
} from './dossier_text.ts'

const BEFORE: Things = {
  services: {
    bank: supply('account', 'nl-firm', 'court'),
    tool: supply('software', 'us-firm', 'court'),
  },
  functions: { pay: functionOf('bank'), work: functionOf('tool') },
  scenarios: { listed: [designate('court', '2025-03-01')], old: [] },
}

async function changes(now: Things) {
  const earlier = await reportOf(dossierText(BEFORE))
  return changesSince(earlier, await reportOf(dossierText({ ...BEFORE, ...now })))
}

test('nothing, between equal reports', async () => {
  expect(await changes({})).toEqual([])
})

test('a later day of the scenario', async () => {
  const found = await changes({
    scenarios: { listed: [designate('court', '2025-04-01')], old: [] },
  })
  expect(found).toContainEqual({
    scenario: 'listed',
    about: 'work',
    aboutName: 'A function',
    what: 'certain',
    from: '2025-03-01',
    to: '2025-04-01',
  })
  expect(found).toContainEqual(
    expect.objectContaining({ about: 'pay', what: 'possible', to: '2025-04-01' }),
  )
  expect(found.filter(({ what }) => what === 'verdict')).toEqual([])
})

test('a likelihood that is seen otherwise', async () => {
  const assumptions = { 'nl-direct': assumption('nl-firm', [0.2, 0.5], { case: 'direct' }) }
  expect(await changes({ assumptions })).toEqual([
    {
      scenario: 'listed',
      about: 'pay',
      aboutName: 'A function',
      what: 'probability',
      from: '0.100-0.400',
      to: '0.200-0.500',
    },
  ])
})

test('a provider that is replaced', async () => {
  const services = { ...BEFORE.services, tool: supply('software', 'court', 'court') }
  const found = await changes({ services })
  expect(found.filter(({ scenario }) => scenario === 'listed')).toEqual([
    expect.objectContaining({ about: 'work', what: 'certain', from: '2025-03-01', to: null }),
    expect.objectContaining({ about: 'work', what: 'possible', from: '2025-03-01', to: null }),
    expect.objectContaining({ about: 'work', what: 'probability', to: '0.000-0.000' }),
    expect.objectContaining({ about: 'tool', what: 'verdict', from: 'must-stop', to: 'stays' }),
  ])
})

test('what came and what went: scenarios, functions, services', async () => {
  const found = await changes({
    services: { bank: BEFORE.services!.bank, mail: supply('e-mail', 'nl-firm', 'court') },
    functions: { pay: BEFORE.functions!.pay, write: functionOf('mail') },
    scenarios: { listed: [designate('court', '2025-03-01')], new: [] },
  })
  const of = (what: string, scenario: string) =>
    found.filter((one) => one.what === what && one.scenario === scenario).map(({ about }) => about)
  expect(of('appeared', 'listed')).toEqual(['write', 'mail'])
  expect(of('gone', 'listed')).toEqual(['work', 'tool'])
  expect(of('appeared', 'new')).toEqual(['new'])
  expect(of('gone', 'old')).toEqual(['old'])
})
