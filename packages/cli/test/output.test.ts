/** What is printed: colour, width, JSON, closed pipes; and dossiers that are long or odd. */
import path from 'node:path'
import { expect, it } from 'vitest'
import {
  call,
  describeBuilt,
  EXAMPLES,
  expectPlain,
  expectRefused,
  MINIMAL,
  place,
} from './calls.ts'

const ESCAPE = '\u001b['
const INSTITUTION =
  'institution: {id: us, name: Us, seat: NL, form: public-body, regimes: [us-icc-eo-14203]}\n'
const LISTED =
  'scenarios: {l: {name: L, decisions: [{on: 2026-12-01, designate: us, under: us-icc-eo-14203}]}}'

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

  it('whose provider comes with a measure is told', async () => {
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
  const uses = 'functions: {f: {name: F, tolerance: 1d, needs: s0}}\n'

  it('of services is assessed as far as chains are followed, and told beyond', async () => {
    const answer = await call(['assess', place('chain.yaml', chainOfServices(500))])
    expectPlain(answer)
    expect(answer).toMatchObject({ code: 0, error: '' })
    const long = place('longer.yaml', chainOfServices(5000))
    for (const command of ['check', 'assess']) {
      await expectRefused([command, long], 1, /needs-too-deep/)
    }
  }, 90_000)

  it('of owners is assessed as far as chains are followed, and told beyond', async () => {
    const answer = await call(['assess', place('owners.yaml', chainOfOwners(500))])
    expectPlain(answer)
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(answer.out).toMatch(/1 of 1 functions? stops for certain/)
    await expectRefused(['assess', place('more.yaml', chainOfOwners(5000))], 1, /owners-too-deep/)
  }, 90_000)

  function chainOfOwners(length: number): string {
    const parties = Array.from(
      { length },
      (_, n) => `  p${n}: {name: P, incorporated: NL, owners: [{party: p${n + 1}, share: 100}]}\n`,
    )
    const last = `  p${length}: {name: P, incorporated: US, owners: complete}\n`
    const service = 'services: {s0: {name: S, kind: hosting, provider: p0, beneficiary: us}}\n'
    return `${INSTITUTION}parties:\n${parties.join('')}${last}${service}${uses}${LISTED}`
  }

  function chainOfServices(length: number): string {
    const services = Array.from({ length }, (_, n) => {
      const needs = n === length - 1 ? '' : `, needs: s${n + 1}`
      return `  s${n}: {name: S, kind: hosting, provider: p, beneficiary: us${needs}}\n`
    })
    const party = 'parties: {p: {name: P, incorporated: US}}\n'
    return `${INSTITUTION}${party}services:\n${services.join('')}${uses}${LISTED}`
  }
})
