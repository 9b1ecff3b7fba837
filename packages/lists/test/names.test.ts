import { describe, expect, it } from 'vitest'
import { findByName, findInIndex, indexNames, nameKey, normaliseName } from '../src/index.ts'
import { fixture, named, official, readOrThrow, sdnRow } from './sources.ts'

const icc = readOrThrow({ sdn: fixture('sdn-icc-2026-07.csv'), published: null })

describe('names', () => {
  it.each([
    ['Al-Haq, Law in the Service of Mankind', 'AL HAQ LAW IN THE SERVICE OF MANKIND'],
    ['  Luz del  Carmen Ibáñez Carranza ', 'LUZ DEL CARMEN IBANEZ CARRANZA'],
    ['Piotr Hofmański', 'PIOTR HOFMANSKI'],
    ['Straße Łódź Ørsted', 'STRASSE LODZ ORSTED'],
    ["'ABD AL-'AZIZ", 'ABD AL AZIZ'],
    ['Œuvre Ðorđe', 'OEUVRE DORDE'],
    ['Карим Хан', 'КАРИМ ХАН'],
    ['A+ (7) №8', 'A 7 NO8'],
    ['...', ''],
  ])('%s', (text, normal) => {
    expect(normaliseName(text)).toBe(normal)
    expect(normaliseName(normal)).toBe(normal)
  })

  it('the order of the parts counts for all but persons', () => {
    expect(nameKey('KHAN, Karim Asad Ahmad', 'person')).toBe(
      nameKey('Karim Asad Ahmad Khan', 'person'),
    )
    expect(nameKey('B A', 'entity')).not.toBe(nameKey('A B', 'entity'))
  })

  it('finds persons and organisations of the list, each once', () => {
    const people = ['Nazhat Shameem Khan', 'KHAN, Nazhat Shameem', 'Kimberly Prost', '...']
    expect(findByName(icc, people, 'person').map((entry) => entry.id)).toEqual(['55243', '54217'])
    const bodies = findByName(icc, ['Al-Haq, Law in the Service of Mankind'], 'entity')
    expect(bodies.map((entry) => entry.id)).toEqual(['55413'])
    expect(findByName(icc, ['Kimberly Prost'], 'entity')).toEqual([])
    expect(findInIndex(indexNames(icc), ['Beti Hohler'], 'person')).toEqual([])
  })

  it('weak aliases are not searched, strong ones are', () => {
    const rows = [sdnRow(1, 'A', { remarks: "a.k.a. 'WEAK'." })]
    const sdn = named('SDN.CSV', official(...rows))
    const alt = named('ALT.CSV', official('1,1,"aka","STRONG",-0- '))
    const list = readOrThrow({ sdn, alt, published: null })
    expect(findByName(list, ['weak'], 'entity')).toEqual([])
    expect(findByName(list, ['Strong'], 'entity').length).toBe(1)
  })
})
