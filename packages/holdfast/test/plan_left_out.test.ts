/** Why measures are left out that save something only together. */
import { describe, expect, test } from 'vitest'
import { plannedText } from './plan_setting.ts'

/** Both services must stop; each half of the remedy replaces one of them. */
const DOSSIER = `
institution: { id: court, name: A court, seat: NL, form: international-organisation }
parties:
  us: { name: Host Inc., form: company, incorporated: US-DE, owners: complete }
services:
  mail: { name: Mail, kind: e-mail, provider: us, beneficiary: court }
  files: { name: Files, kind: software, provider: us, beneficiary: court }
  shop: { name: Shop, kind: web, provider: us, beneficiary: court }
functions:
  write: { name: Write, tolerance: 3d, needs: [mail, files] }
scenarios:
  listed:
    name: The court is listed
    strike: dated
    decisions: [{ on: 2025-03-01, designate: court, under: us-icc-eo-14203 }]
measures:
  own-mail:
    name: Own mail
    kind: substitute
    duration: 20d
    cost: { once: 100 EUR }
    services:
      mail-own: { name: Own mail, kind: e-mail, provider: court, beneficiary: court }
    effects: [{ replace: mail, with: mail-own }]
  tender: { name: Tender, kind: other, duration: 5d }
  own-files:
    name: Own files
    kind: substitute
    duration: 20d
    cost: { once: 50 EUR }
    after: [tender]
    services:
      files-own: { name: Own files, kind: software, provider: court, beneficiary: court }
    effects: [{ replace: files, with: files-own }]
  own-shop:
    name: Own shop
    kind: substitute
    duration: 20d
    services:
      shop-own: { name: Own shop, kind: web, provider: court, beneficiary: court }
    effects: [{ replace: shop, with: shop-own }]
`

async function reasons(text: string): Promise<readonly string[]> {
  const result = await plannedText(text)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value.leftOut.map(({ id, reason, because }) =>
    [`${id}:`, reason, ...because].join(' '),
  )
}

describe('a measure that saves nothing alone', () => {
  test('names the other half of the remedy, and what waits for it', async () => {
    // Enough for either half, not for both.
    expect(await reasons(`${DOSSIER}plan: { budget: 100 EUR }\n`)).toEqual([
      'own-mail: changes-nothing own-files',
      'tender: changes-nothing own-mail own-files',
      'own-files: changes-nothing own-mail',
      'own-shop: changes-nothing',
    ])
  })

  test('names nothing where it saves nothing beside any', async () => {
    expect(await reasons(DOSSIER)).toEqual(['own-shop: changes-nothing'])
  })
})

describe('a measure late in a chain', () => {
  test('names the first that cannot be done', async () => {
    const late = DOSSIER.replace('name: Tender,', 'name: Tender, deadline: 2025-01-03,')
    const chain = late.replace(
      'measures:',
      'measures:\n  last: { name: Last, kind: other, duration: 1d, after: [own-files] }',
    )
    const told = await reasons(chain)
    expect(told).toContain('tender: too-late')
    expect(told).toContain('own-files: waits tender')
    expect(told).toContain('last: waits tender')
  })
})
