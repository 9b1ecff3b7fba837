/** Needs and prerequisites that go in a circle, and chains that are long. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codes, HOLDS, OWN, only, read, told } from './dossiers.ts'

const SERVICE = 'name: S, kind: web, provider: us, beneficiary: us'

function services(needs: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(needs).map(([id, of]) => {
    const need = of.length === 0 ? '' : `, needs: [${of.join(', ')}]`
    return `  ${id}: {${SERVICE}${need}}\n`
  })
  return `${HOLDS}services:\n${OWN}${lines.join('')}`
}

function measures(after: Readonly<Record<string, readonly string[]>>): string {
  const lines = Object.entries(after).map(
    ([id, of]) => `  ${id}: {name: M, kind: other, duration: 1d, after: [${of.join(', ')}]}\n`,
  )
  return `${HOLDS}services:\n${OWN}measures:\n${lines.join('')}`
}

describe('needs in a circle', () => {
  it('are told with every step of it', () => {
    const result = read(services({ a: ['b'], b: ['own', 'c'], c: ['a'] }))
    expect(codes(result)).toEqual(['dossier/need-cycle'])
    const { params, places } = only(result)
    expect(params.cycle).toEqual(['a', 'b', 'c', 'a'])
    expect(places.map(({ line, excerpt, column }) => [line, excerpt.slice(column - 1)[0]])).toEqual(
      [
        [5, 'b'],
        [6, 'c'],
        [7, 'a'],
      ],
    )
  })

  it('are told of what needs itself, under any words', () => {
    expect(only(read(services({ a: ['a'] }))).params.cycle).toEqual(['a', 'a'])
    const forms = [
      'a',
      '[a]',
      '{need: a}',
      '{any: [own, a]}',
      '{at-least: 1, of: [own, {all: [a]}]}',
    ]
    for (const form of forms) {
      const text = `${HOLDS}services:\n${OWN}  a: {${SERVICE}, needs: ${form}}\n`
      expect(codes(read(text)), form).toEqual(['dossier/need-cycle'])
    }
    const own = 'functions: {f: {name: F, tolerance: 1d, needs: f}}\n'
    expect(told(read(own))).toEqual(['dossier/need-cycle 2:48 f'])
  })

  it('are told through functions, teams and services of measures', () => {
    const text = [
      'functions: {f: {name: F, tolerance: 1d, needs: t}}',
      'teams: {t: {name: T, size: 1, minimum: 1, needs: s}}',
      `measures: {m: {name: M, kind: other, duration: 1d, services: {s: {${SERVICE}, needs: f}}}}`,
    ].join('\n')
    const cycle = read(text).diagnostics.find(({ code }) => code === 'dossier/need-cycle')
    expect(cycle?.params.cycle).toEqual(['t', 's', 'f', 't'])
  })

  it('are told for every knot', () => {
    const result = read(services({ a: ['b'], b: ['a'], c: ['d'], d: ['c'], e: ['a', 'c'] }))
    expect(codes(result)).toEqual(['dossier/need-cycle', 'dossier/need-cycle'])
  })

  it('are found exactly where there are some', () => {
    const graph = fc.array(fc.array(fc.nat({ max: 6 }), { maxLength: 2 }), {
      minLength: 7,
      maxLength: 7,
    })
    fc.assert(
      fc.property(graph, (edges) => {
        const needs = edges.map((of, n) => [`s${n}`, of.map((to) => `s${to}`)] as const)
        const result = read(services(Object.fromEntries(needs)))
        expect(result.ok).toBe(!hasCycle(edges))
        for (const { code, params } of result.diagnostics) {
          expect(code).toBe('dossier/need-cycle')
          const cycle = params.cycle as string[]
          expect(cycle[0]).toBe(cycle.at(-1))
          for (const [index, from] of cycle.slice(0, -1).entries()) {
            const steps = edges[Number(from.slice(1))]!.map((to) => `s${to}`)
            expect(steps).toContain(cycle[index + 1])
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it('are told once for a knot, however dense', () => {
    const names = Array.from({ length: 30 }, (_, n) => `s${n}`)
    const result = read(services(Object.fromEntries(names.map((name) => [name, names]))))
    expect(result.diagnostics.length).toBeLessThanOrEqual(names.length)
  })
})

/** A node is on a cycle when it reaches itself. */
function hasCycle(edges: readonly (readonly number[])[]): boolean {
  return edges.some((_, start) => {
    const seen = new Set<number>(edges[start])
    for (const node of seen) for (const next of edges[node]!) seen.add(next)
    return seen.has(start)
  })
}

describe('measures in a circle', () => {
  it('are told', () => {
    const result = read(measures({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }))
    expect(codes(result)).toEqual(['dossier/measure-cycle'])
    expect(only(result).params.cycle).toEqual(['a', 'b', 'c', 'a'])
    expect(only(read(measures({ a: ['a'] }))).params.cycle).toEqual(['a', 'a'])
  })
})

describe('a long chain', () => {
  const links = Array.from({ length: 5000 }, (_, n) => n)
  const chain = links.map((n): [string, string[]] => [`s${n}`, n === 4999 ? [] : [`s${n + 1}`]])

  it('of needs is followed over five hundred links, and told beyond', () => {
    const result = read(services(Object.fromEntries(chain)))
    expect(codes(result)).toEqual(['dossier/needs-too-deep'])
    expect(only(result).params).toMatchObject({ id: 's0', links_max: 500 })
    const links = (count: number) =>
      read(services({ ...Object.fromEntries(chain.slice(0, count)), [`s${count}`]: [] }))
    expect(links(500).ok).toBe(true)
    expect(codes(links(501))).toEqual(['dossier/needs-too-deep'])
  })

  it('of owners in a circle is read, and a straight one is told beyond the limit', () => {
    const owned = (n: number, by: number) =>
      `  p${n}: {name: P, owners: [{party: p${by}, share: 60}]}\n`
    const base = `${HOLDS}services:\n${OWN}parties:\n  p0: {name: P, owners: complete}\n`
    const straight = links.slice(1).map((n) => owned(n, n - 1))
    expect(codes(read(base + straight.join('')))).toEqual(['dossier/owners-too-deep'])
    expect(told(read(base + straight.slice(0, 500).join('')))).toEqual([])
    const circle = links.slice(1, 400).map((n) => owned(n, n === 1 ? 399 : n - 1))
    expect(told(read(base + circle.join('')))).toEqual([])
  })

  it('of needs that ends in a circle is told', () => {
    const result = read(services({ ...Object.fromEntries(chain), s4999: ['s0'] }))
    expect(codes(result)).toEqual(['dossier/need-cycle'])
    expect((only(result).params.cycle as string[]).length).toBe(5001)
  })

  it('of measures is read, and a circle of them is told', () => {
    const after = Object.fromEntries(chain)
    expect(told(read(measures(after)))).toEqual([])
    const circle = read(measures({ ...after, s4999: ['s0'] }))
    expect(codes(circle)).toEqual(['dossier/measure-cycle'])
  })

  it('of beneficiaries is read', () => {
    const next = (n: number): string => (n === 0 ? 'us' : `s${n - 1}`)
    const benefits = links.map(
      (n) => `  s${n}: {name: S, kind: web, provider: us, beneficiary: ${next(n)}}\n`,
    )
    expect(told(read(`${HOLDS}services:\n${OWN}${benefits.join('')}`))).toEqual([])
  })
})
