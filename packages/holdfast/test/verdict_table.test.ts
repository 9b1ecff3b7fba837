/** Section 5, row by row: what a provider does, and which row goes before which. */
import { describe, expect, test } from 'vitest'
import { fn, reportOf, service } from './assess_yaml.ts'
import {
  assumption,
  designate,
  dossierText,
  functionOf,
  NL_ASSOCIATION,
  NL_DIRECT,
  NL_INDIRECT,
  supply,
  type Things,
  US_ASSOCIATION,
  US_INDIRECT,
} from './dossier_text.ts'

const DAY = '2025-03-01'

const THINGS: Things = {
  parties: {
    'nl-maker': { name: 'Maker', class: 'nl-firm', incorporated: 'NL', owners: 'dispersed' },
  },
  services: {
    'us-mailbox': supply('e-mail', 'us-firm', 'prosecutor'),
    'nl-mailbox': supply('e-mail', 'nl-firm', 'prosecutor'),
    'us-hosting': supply('hosting', 'us-firm', 'nl-maker'),
    'nl-hosting': supply('hosting', 'nl-firm', 'nl-maker'),
    platform: supply('platform', 'nl-maker', 'prosecutor', { needs: ['us-hosting', 'nl-hosting'] }),
    'us-phones': supply('telephone', 'us-firm', 'court'),
    'nl-phones': supply('telephone', 'nl-firm', 'court'),
    'own-archive': supply('records', 'court', 'prosecutor'),
    'us-journal': supply('publication', 'us-firm', 'prosecutor'),
    'nl-journal': supply('publication', 'nl-firm', 'prosecutor'),
    'us-account': supply('account', 'us-firm', 'prosecutor'),
    'far-hosting': supply('hosting', 'us-firm', 'nl-firm'),
  },
  functions: { work: functionOf('us-mailbox') },
  scenarios: {
    listed: [designate('prosecutor', DAY)],
  },
}

const DOSSIER = dossierText(THINGS)

describe('one designation of an official', () => {
  const cases: [string, object][] = [
    ['us-mailbox', { verdict: 'must-stop', case: 'direct', likelihood: [1, 1], kind: 'refused' }],
    ['us-account', { verdict: 'must-stop', case: 'direct', kind: 'frozen' }],
    ['nl-mailbox', { verdict: 'may-stop', case: 'over-compliance', likelihood: NL_DIRECT }],
    ['us-hosting', { verdict: 'may-stop', case: 'indirect', likelihood: US_INDIRECT }],
    ['nl-hosting', { verdict: 'may-stop', case: 'over-compliance', likelihood: NL_INDIRECT }],
    ['us-phones', { verdict: 'may-stop', case: 'over-compliance', likelihood: US_ASSOCIATION }],
    ['nl-phones', { verdict: 'may-stop', case: 'over-compliance', likelihood: NL_ASSOCIATION }],
    ['own-archive', { verdict: 'stays', case: 'in-house', likelihood: [0, 0], kind: null }],
    ['us-journal', { verdict: 'stays', case: 'exempt' }],
    ['nl-journal', { verdict: 'stays', case: 'exempt' }],
    ['far-hosting', { verdict: 'stays', case: 'untouched' }],
  ]
  test.each(cases)('%s', async (id, expected) => {
    const report = await reportOf(DOSSIER)
    expect(service(report, 'listed', id)).toMatchObject(expected)
  })

  test('nobody stops before the day, and who stays has no day', async () => {
    const report = await reportOf(DOSSIER)
    for (const one of report.scenarios.find(({ id }) => id === 'listed')!.services) {
      const expected = one.verdict === 'stays' ? null : DAY
      expect([one.id, one.earliest, one.latest]).toEqual([one.id, expected, expected])
    }
  })

  test('without a decision everything stays', async () => {
    const report = await reportOf(DOSSIER)
    const verdicts = report.scenarios[0]?.services.map(({ verdict }) => verdict)
    expect(new Set(verdicts)).toEqual(new Set(['stays']))
    expect(fn(report, 'today', 'work')).toMatchObject({ possible: null, probability: [0, 0] })
  })
})

describe('which row goes before which', () => {
  const verdict = async (things: Things, id: string, readings: string[] = []) => {
    const text = dossierText({ ...THINGS, ...things })
    return service(await reportOf(text, { readings }), 'listed', id)
  }

  test('an unexposed class stays, also near a target', async () => {
    const assumptions = {
      safe: { class: 'nl-firm', regime: 'us-icc-eo-14203', unexposed: true, evidence: 'test' },
    }
    for (const id of ['nl-mailbox', 'nl-phones', 'nl-hosting']) {
      expect(await verdict({ assumptions }, id)).toMatchObject({
        verdict: 'stays',
        case: 'unexposed',
        likelihood: [0, 0],
      })
    }
  })

  test('who is bound must stop although its class is unexposed', async () => {
    const assumptions = {
      safe: { class: 'us-firm', regime: 'us-icc-eo-14203', unexposed: true, evidence: 'test' },
    }
    expect((await verdict({ assumptions }, 'us-mailbox')).verdict).toBe('must-stop')
    const hosting = await verdict({ assumptions }, 'us-hosting')
    expect(hosting).toMatchObject({ verdict: 'may-stop', case: 'indirect' })
  })

  test('an institution that is bound must stop what it does itself for a target', async () => {
    const institution = { form: 'nonprofit', incorporated: 'US-NY' }
    const archive = await verdict({ institution }, 'own-archive')
    expect(archive).toMatchObject({ verdict: 'must-stop', case: 'direct' })
  })

  test('under the reading that carriers are exempt the mailbox and the line stay', async () => {
    for (const id of ['us-mailbox', 'nl-mailbox', 'us-phones']) {
      const found = await verdict({}, id, ['carriers-exempt'])
      expect(found).toMatchObject({ verdict: 'stays', case: 'exempt' })
    }
    expect((await verdict({}, 'us-account', ['carriers-exempt'])).verdict).toBe('must-stop')
  })

  test('[0, 0] is an allowed interval: the provider may stop and will not', async () => {
    const assumptions = { 'nl-direct': assumption('nl-firm', [0, 0], { case: 'direct' }) }
    const functions = { work: functionOf('nl-mailbox') }
    const text = dossierText({ ...THINGS, assumptions, functions })
    const report = await reportOf(text)
    expect(service(report, 'listed', 'nl-mailbox')).toMatchObject({
      verdict: 'may-stop',
      likelihood: [0, 0],
    })
    expect(fn(report, 'listed', 'work')).toMatchObject({ possible: null, probability: [0, 0] })
  })

  test('what nobody assumed is [0, 1]', async () => {
    const parties = {
      stranger: { name: 'S', class: 'odd', incorporated: 'CH', owners: 'complete' },
    }
    const services = { odd: supply('software', 'stranger', 'prosecutor') }
    const functions = { work: functionOf('odd') }
    const found = await verdict({ parties, services, functions }, 'odd')
    expect(found).toMatchObject({ verdict: 'may-stop', likelihood: [0, 1] })
  })

  test('a service states a class of its own, which speaks before its provider’s', async () => {
    const services = { mail: supply('e-mail', 'nl-firm', 'prosecutor', { class: 'careful' }) }
    const assumptions = { careful: assumption('careful', [0.8, 0.9]) }
    const functions = { work: functionOf('mail') }
    const found = await verdict({ services, assumptions, functions }, 'mail')
    expect(found.likelihood).toEqual([0.8, 0.9])
  })
})
