import type { Dossier } from '@holdfast/dossier'
import { describe, expect, it } from 'vitest'
import { applyMeasures } from '../src/index.ts'
import { needText, readText } from './dossiers.ts'

const SERVICE = 'kind: hosting, provider: us, beneficiary: us'
const STOCK = '{lasts: 30d, survives: refusal}'

/** A dossier in which much needs `old`, and one measure `m` with the effects given. */
function given(effects: string, services = `new: {name: New, ${SERVICE}}`): Dossier {
  return readText(
    [
      'institution: {id: us, name: Us, seat: NL, form: international-organisation}',
      'services:',
      `  old: {name: Old, ${SERVICE}}`,
      `  own: {name: Own, ${SERVICE}}`,
      `  user: {name: User, ${SERVICE}, needs: {need: old, buffer: ${STOCK}}}`,
      'teams: {t: {name: T, size: 1, minimum: 1, needs: [old, own]}}',
      'functions:',
      `  f: {name: F, tolerance: 1d, needs: {any: [old, {all: [own, old]}], buffer: ${STOCK}}}`,
      '  g: {name: G, tolerance: 1d, needs: {at-least: 1, of: [own, user]}}',
      'licences:',
      '  l: {name: L, regime: r, status: applied, for: us}',
      '  k: {name: K, regime: r, status: applied, for: us}',
      'measures:',
      '  m:',
      '    {name: M, kind: other, duration: 1d, parties: {p: {name: P, seat: FR}},',
      `     services: {${services}}, effects: [${effects}]}`,
    ].join('\n'),
  )
}

function apply(dossier: Dossier): Dossier {
  return applyMeasures(dossier, new Set(['m']))
}

function needs({ services, teams, functions }: Dossier): Record<string, string> {
  const all = [...services.values(), ...teams.values(), ...functions.values()]
  return Object.fromEntries(all.map(({ id, needs }) => [id, needText(needs)]))
}

const UNCHANGED = {
  old: 'nothing',
  own: 'nothing',
  new: 'nothing',
  user: 'old+30',
  t: '[all old, own]',
  f: '[any old, [all own, old]]+30',
  g: '[at-least 1 own, user]',
}

describe('a measure that is finished', () => {
  it('without effects brings its parties and services, and changes nothing else', () => {
    const before = given('')
    const after = apply(before)
    expect(needs(after)).toEqual(UNCHANGED)
    expect(after.parties.get('p')?.seat).toBe('FR')
    expect([...after.services.keys()]).toEqual(['old', 'own', 'user', 'new'])
    expect(after.licences).toEqual(before.licences)
    expect(before.services.has('new'), 'the dossier given is kept').toBe(false)
    expect(before.parties.has('p')).toBe(false)
  })

  it('replaces the old source everywhere, and keeps the buffers', () => {
    const before = given('{replace: old, with: new}')
    const after = apply(before)
    expect(needs(after)).toEqual({
      ...UNCHANGED,
      user: 'new+30',
      t: '[all new, own]',
      f: '[any new, [all own, new]]+30',
    })
    expect(needs(before).user, 'the dossier given is kept').toBe('old+30')
    expect(needs(apply(after)), 'once is as good as twice').toEqual(needs(after))
  })

  it('puts a second source beside the old one, which keeps its own buffer', () => {
    expect(needs(apply(given('{beside: old, add: new}')))).toEqual({
      ...UNCHANGED,
      user: '[any old+30, new]',
      t: '[all [any old, new], own]',
      f: '[any [any old, new], [all own, [any old, new]]]+30',
    })
  })

  it('lays a buffer on one edge', () => {
    const buffer = '{lasts: 5d, survives: payment-failure}'
    expect(needs(apply(given(`{buffer-on: t, of: old, buffer: ${buffer}}`)))).toEqual({
      ...UNCHANGED,
      t: '[all old~5, own]',
    })
    expect(needs(apply(given(`{buffer-on: f, of: old, buffer: ${buffer}}`)))).toEqual({
      ...UNCHANGED,
      f: '[any old~5, [all own, old~5]]+30',
    })
  })

  it('holds the licence that was applied for, and no other', () => {
    const { licences } = apply(given('{licence: l}'))
    expect(licences.get('l')?.status).toBe('held')
    expect(licences.get('k')?.status).toBe('applied')
    expect([...licences.keys()]).toEqual(['l', 'k'])
  })

  it('has its effects together, in whatever order they stand', () => {
    const two = '{beside: old, add: new}, {replace: own, with: new}'
    expect(needs(apply(given(two)))).toMatchObject({ t: '[all [any old, new], new]' })
    for (const both of [
      '{replace: old, with: new}, {beside: old, add: own}',
      '{beside: old, add: own}, {replace: old, with: new}',
    ]) {
      expect(needs(apply(given(both)))).toMatchObject({ user: '[any new+30, own]' })
    }
  })

  it('of two that replace the same source the first wins', () => {
    const other = `new: {name: New, ${SERVICE}}, other: {name: Other, ${SERVICE}}`
    const both = '{replace: old, with: other}, {replace: old, with: new}'
    expect(needs(apply(given(both, other)))).toMatchObject({ user: 'other+30' })
  })

  it('lets no new service need itself', () => {
    const relay = `new: {name: New, ${SERVICE}, needs: [old, own]}`
    const replaced = needs(apply(given('{replace: old, with: new}', relay)))
    expect(replaced).toMatchObject({ new: '[all old, own]', user: 'new+30' })
    const beside = needs(apply(given('{beside: old, add: new}', relay)))
    expect(beside).toMatchObject({ new: '[all old, own]', user: '[any old+30, new]' })
  })

  it('lets no new service need itself by a detour', () => {
    const relay = `new: {name: New, ${SERVICE}, needs: user}`
    const after = apply(given('{replace: old, with: new}', relay))
    expect(
      [after.services.get('user'), after.services.get('new')].map((one) => needText(one!.needs)),
    ).not.toEqual(['new+30', 'user'])
  })

  it('lays a buffer only where it is ready', () => {
    const buffer = '{lasts: 50d, survives: refusal}'
    const dossier = given(`{buffer-on: user, of: old, buffer: ${buffer}}`)
    expect(needs(apply(dossier)).user).toBe('old+50')
    expect(needs(applyMeasures(dossier, new Set(['m']), new Set())).user).toBe('old+30')
  })

  it('pays ahead beside a stock', () => {
    const buffer = '{lasts: 20d, survives: payment-failure}'
    expect(needs(apply(given(`{buffer-on: user, of: old, buffer: ${buffer}}`))).user).toBe(
      '[any old+30]~20',
    )
  })

  it('shortens no buffer that is there', () => {
    const buffer = '{lasts: 5d, survives: refusal}'
    expect(needs(apply(given(`{buffer-on: user, of: old, buffer: ${buffer}}`))).user).toBe('old+30')
  })
})
