/** Measures that decide for whom a service is needed: some are told apart, very many are not. */
import { expect, it } from 'vitest'
import { plannedText } from './plan_setting.ts'

/** Each measure gives one official a mailbox on the host of the court. */
function dossier(officials: number): string {
  const each = Array.from({ length: officials }, (_, index) => index)
  const mailbox = (provider: string, person: number) => ({
    name: 'Mailbox',
    kind: 'e-mail',
    provider,
    beneficiary: `judge${person}`,
  })
  return JSON.stringify({
    institution: {
      id: 'court',
      name: 'Court',
      seat: 'NL',
      form: 'international-organisation',
      regimes: ['us-icc-eo-14203'],
    },
    plan: { horizon: '100d', period: '100d' },
    parties: {
      us: { name: 'US firm', incorporated: 'US-DE', owners: 'dispersed' },
      ...Object.fromEntries(
        each.map((n) => [
          `judge${n}`,
          {
            name: `Judge ${n}`,
            kind: 'person',
            'belongs-to': 'court',
            nationality: 'NL',
            residence: 'NL',
          },
        ]),
      ),
    },
    services: {
      host: { name: 'Host', kind: 'hosting', provider: 'us', beneficiary: 'court' },
      ...Object.fromEntries(each.map((n) => [`box${n}`, mailbox('us', n)])),
    },
    functions: {
      f: { name: 'F', tolerance: '1d', needs: { all: ['host', ...each.map((n) => `box${n}`)] } },
    },
    scenarios: {
      s: {
        name: 'S',
        strike: 'dated',
        decisions: [{ on: '2025-01-01', designate: 'judge0', under: 'us-icc-eo-14203' }],
      },
    },
    measures: Object.fromEntries(
      each.map((n) => [
        `m${n}`,
        {
          name: `M${n}`,
          kind: 'second-source',
          duration: '1d',
          services: { [`own${n}`]: { ...mailbox('court', n), needs: 'host' } },
          effects: [{ beside: `box${n}`, add: `own${n}` }],
        },
      ]),
    ),
  })
}

async function toldOf(officials: number) {
  const result = await plannedText(dossier(officials))
  return result.diagnostics.filter(({ code }) => code === 'plan/paths-together')
}

it('are told apart up to six, and beyond that a warning names the service', async () => {
  expect(await toldOf(6)).toEqual([])
  const [warning] = await toldOf(7)
  expect(warning?.params).toEqual({ services: ['host'] })
})
