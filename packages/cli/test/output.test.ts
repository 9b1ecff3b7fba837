/** What is printed: colour, width, JSON, closed pipes; and dossiers that are long or odd. */
import path from 'node:path'
import { expect, it } from 'vitest'
import { call, describeBuilt, EXAMPLES, expectPlain, MINIMAL, place } from './calls.ts'

const ESCAPE = '\u001b['
const INSTITUTION =
  'institution: {id: us, name: Us, seat: NL, form: international-organisation, regimes: [us-icc-eo-14203]}\n'
const LISTED =
  'scenarios: {l: {name: L, decisions: [{on: 2026-12-01, designate: us, under: us-icc-eo-14203}]}}\n'

describeBuilt('colour', () => {
  it('is there when it is wanted, and never in data', async () => {
    const wanted = { environment: { FORCE_COLOR: '1' } }
    expect((await call(['assess', MINIMAL])).out).not.toContain(ESCAPE)
    expect((await call(['assess', MINIMAL], wanted)).out).toContain(ESCAPE)
    expect((await call(['assess', MINIMAL, '--json'], wanted)).out).not.toContain(ESCAPE)
    expect((await call(['check', 'nowhere'], wanted)).error).toContain(ESCAPE)
  })

  it('is never there when it is refused', async () => {
    const refusals = [{ NO_COLOR: '1' }, { NO_COLOR: '1', FORCE_COLOR: '1' }, { FORCE_COLOR: '0' }]
    for (const environment of [...refusals, { TERM: 'dumb', FORCE_COLOR: '1' }]) {
      expect((await call(['assess', MINIMAL], { environment })).out).not.toContain(ESCAPE)
      expect((await call(['check', 'nowhere'], { environment })).error).not.toContain(ESCAPE)
    }
  })
})

describeBuilt('the width', () => {
  it('holds every line', async () => {
    for (const width of [60, 80, 100, 150]) {
      const environment = { COLUMNS: String(width) }
      const { out } = await call(['assess', MINIMAL], { environment })
      for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(width)
    }
  })

  it('may be nonsense', async () => {
    for (const COLUMNS of ['0', '-5', '1', 'wide', '1e9', 'NaN', 'Infinity']) {
      const answer = await call(['assess', MINIMAL], { environment: { COLUMNS } })
      expectPlain(answer)
      expect(answer.code).toBe(0)
    }
  })
})

describeBuilt('data', () => {
  it('is JSON, the same each time, and nothing else is on the output', async () => {
    for (const words of [
      ['assess', MINIMAL, '--json', '--on', '2026-11-01'],
      ['explain', MINIMAL, 'mail', '--json'],
      ['listed', '--programme', 'ICC-EO14203', '--json'],
      ['schema'],
    ]) {
      const [first, second] = await Promise.all([call(words), call(words)])
      expect(first).toMatchObject({ code: 0, error: '' })
      expect(() => JSON.parse(first.out)).not.toThrow()
      expect(first.out).toMatch(/[\]}]\n$/)
      expect(second.out).toBe(first.out)
    }
  })
})

describeBuilt('a reader that goes away', () => {
  const tribunal = path.join(EXAMPLES, 'tribunal')

  it('early ends the call without a word', async () => {
    const answer = await call(['assess', tribunal, '--json'], { readAtMost: 10 })
    expectPlain(answer)
    expect(answer.error).toBe('')
  })

  it('at once ends the call without a word', async () => {
    const answer = await call(['schema'], { readAtMost: 0 })
    expectPlain(answer)
    expect(answer.error).toBe('')
  })
})

describeBuilt('a dossier of odd ids', () => {
  it('is assessed like any other', async () => {
    const file = place(
      'odd.yaml',
      [
        INSTITUTION.trim(),
        'parties: {constructor: {name: P, incorporated: US}, "0": {name: Q}}',
        'services:',
        '  valueof: {name: A, kind: hosting, provider: constructor, beneficiary: us}',
        '  "1": {name: B, kind: web, provider: "0", beneficiary: us}',
        'functions: {tostring: {name: F, tolerance: 1d, needs: {any: [valueof, "1"]}}}',
        LISTED,
      ].join('\n'),
    )
    const answer = await call(['assess', file, '--json'])
    expectPlain({ ...answer, out: '' })
    expect(answer.code).toBe(0)
    const explained = await call(['explain', file, 'constructor'])
    expectPlain(explained)
    expect(explained.code).toBe(0)
  })

  it.fails('whose provider comes with a measure is told', async () => {
    const file = place(
      'later.yaml',
      [
        INSTITUTION.trim(),
        'services: {s: {name: S, kind: hosting, provider: p, beneficiary: us}}',
        'functions: {f: {name: F, tolerance: 1d, needs: s}}',
        'measures: {m: {name: M, kind: other, duration: 1d, parties: {p: {name: P}}}}',
        LISTED,
      ].join('\n'),
    )
    expectPlain(await call(['assess', file]))
  })
})

describeBuilt('a long chain', () => {
  const numbers = Array.from({ length: 5000 }, (_, n) => n)
  const uses = 'functions: {f: {name: F, tolerance: 1d, needs: s0}}\n'

  it('of five thousand services is checked', async () => {
    const answer = await call(['check', place('chain.yaml', chainOfServices())])
    expectPlain(answer)
    expect(answer).toMatchObject({ code: 0, error: '' })
  })

  it.fails('of five thousand services is assessed', async () => {
    const answer = await call(['assess', place('chain.yaml', chainOfServices())])
    expectPlain(answer)
    expect(answer.code).toBe(0)
  }, 90_000)

  it.fails('of five thousand owners is assessed', async () => {
    const parties = numbers.map(
      (n) => `  p${n}: {name: P, incorporated: NL, owners: [{party: p${n + 1}, share: 100}]}\n`,
    )
    const last = '  p5000: {name: P, incorporated: US, owners: complete}\n'
    const service = 'services: {s0: {name: S, kind: hosting, provider: p0, beneficiary: us}}\n'
    const text = `${INSTITUTION}parties:\n${parties.join('')}${last}${service}${uses}${LISTED}`
    const answer = await call(['assess', place('owners.yaml', text)])
    expectPlain(answer)
    expect(answer.code).toBe(0)
  }, 90_000)

  function chainOfServices(): string {
    const services = numbers.map((n) => {
      const needs = n === 4999 ? '' : `, needs: s${n + 1}`
      return `  s${n}: {name: S, kind: hosting, provider: p, beneficiary: us${needs}}\n`
    })
    const party = 'parties: {p: {name: P, incorporated: US}}\n'
    return `${INSTITUTION}${party}services:\n${services.join('')}${uses}${LISTED}`
  }
})
