/** Many measures of which each would replace the same source: exact all the same. */
import { expect, it } from 'vitest'
import { plannedText } from './plan_setting.ts'

const COUNT = 40

/** The bank's class `c<n>` withdraws with a likelihood of n/100. */
function dossier(): string {
  const numbers = Array.from({ length: COUNT }, (_, index) => index + 10)
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
      nl: { name: 'Dutch firm', incorporated: 'NL', owners: 'complete' },
    },
    services: { pay: { name: 'Pay', kind: 'payment', provider: 'us', beneficiary: 'court' } },
    functions: { f: { name: 'F', tolerance: '0d', needs: 'pay' } },
    assumptions: Object.fromEntries(
      numbers.map((n) => [
        `a${n}`,
        {
          class: `c${n}`,
          regime: 'us-icc-eo-14203',
          interval: [n / 100, n / 100],
          evidence: 'made up',
        },
      ]),
    ),
    scenarios: {
      s: {
        name: 'S',
        strike: 'dated',
        decisions: [{ on: '2025-01-01', designate: 'court', under: 'us-icc-eo-14203' }],
      },
    },
    measures: Object.fromEntries(
      numbers.map((n) => [
        `m${n}`,
        {
          name: `M${n}`,
          kind: 'substitute',
          duration: '0d',
          services: {
            [`pay${n}`]: {
              name: `Pay ${n}`,
              kind: 'payment',
              provider: 'nl',
              beneficiary: 'court',
              class: `c${n}`,
            },
          },
          effects: [{ replace: 'pay', with: `pay${n}` }],
        },
      ]),
    ),
  })
}

it('the likeliest to stay is chosen among many', async () => {
  const result = await plannedText(dossier())
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const { objective, doNothing, measures, status } = result.value
  expect(status).toBe('optimal')
  expect(doNothing).toBeCloseTo(100, 9)
  expect(measures.map(({ id }) => id)).toEqual(['m10'])
  expect(objective).toBeCloseTo(10, 9)
  expect(result.diagnostics.map(({ code }) => code)).not.toContain('plan/too-complex')
})
