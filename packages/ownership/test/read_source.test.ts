import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { noShared, read, sharedFile } from './reading.ts'

describe('which reader a file gets', () => {
  it.each([
    ['owner,asset,share\nA,B,5\n', 'plain-ties'],
    ['"share";"asset";"owner"\n5;B;A\n', 'plain-ties'],
    ['id,name\nA,B\n', 'plain-parties'],
    ['\ufeff{"company_number":"1","data":{"kind":"exemptions"}}', 'uk-psc'],
    ['[{"statementType":"entityStatement","statementID":"x"}]', 'bods'],
    ['[\n  {\n    "statementID": "x",\n    "statementType": "personStatement"\n  }\n]\n', 'bods'],
    ['{"id":"x","schema":"Person","properties":{}}\n', 'ftm'],
  ])('%j is %s', (content, format) => {
    const { codes, source } = read('some.file', content)
    expect(codes).toEqual([])
    expect(source?.format).toBe(format)
  })

  it.each([
    '',
    '# A list of files\n',
    'name,share\nA,5\n',
    '<html></html>',
    '{"a":1}',
    '[1,2]',
    '\0\0',
  ])('%j is none that is known', (content) => {
    const { codes, errors, source } = read('some.file', content)
    expect(source).toBeNull()
    expect(codes).toEqual(['ownership/unknown-format'])
    expect(errors).toEqual([])
  })

  it('takes a header in capitals', () => {
    const { codes, source, ties } = read('owners.csv', ' Owner,ASSET ,Share\nA,B,5\n')
    expect(codes).toEqual([])
    expect(source?.format).toBe('plain-ties')
    expect(ties.map(({ asset }) => asset)).toEqual(['local:B'])
  })
})

/** JSON with the keys that readers look at, and anything under them. */
const KEYS = [
  ...['company_number', 'data', 'kind', 'links', 'self', 'identification', 'natures_of_control'],
  ...['recordType', 'recordId', 'recordDetails', 'statementType', 'statementID', 'subject'],
  ...['interestedParty', 'interests', 'share', 'exact', 'minimum', 'exclusiveMinimum', 'type'],
  ...['id', 'schema', 'properties', 'owner', 'asset', 'percentage', '__proto__', 'constructor'],
]
const WORDS = [
  ...['individual-person-with-significant-control', 'exemptions', 'entity', 'relationship'],
  ...['ownershipOrControlStatement', 'entityStatement', 'Ownership', 'Company', 'shareholding'],
]
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom(...WORDS),
    fc.string({ maxLength: 5 }),
    fc.oneof(fc.integer(), fc.double(), fc.boolean(), fc.constant(null)),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('object'),
  ),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
}))

const STARTS: readonly Record<string, unknown>[] = [
  { company_number: '1', data: { kind: 'individual-person-with-significant-control' } },
  { recordType: 'relationship', recordId: 'r' },
  { statementType: 'ownershipOrControlStatement', statementID: 's' },
  { id: 'x', schema: 'Ownership', properties: {} },
]

describe('files that nobody would write', () => {
  it('have an answer', () => {
    const record = fc
      .tuple(fc.constantFrom(...STARTS), fc.dictionary(fc.constantFrom(...KEYS), value))
      .map(([start, more]) => ({ ...start, ...more }))
    fc.assert(
      fc.property(
        fc.array(record, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (records, lines) => {
          const content = lines
            ? records.map((one) => JSON.stringify(one)).join('\n')
            : JSON.stringify(records, null, 1)
          const { parties, ties } = read('random.json', content)
          for (const party of parties) {
            expect(party.keys.length).toBeGreaterThan(0)
            for (const key of party.keys) expect(key).toMatch(/^[a-z][a-z0-9-]*:./)
          }
          for (const tie of ties)
            expect(tie.owner === tie.asset).toBe(tie.marks.includes('self-owner'))
        },
      ),
      { numRuns: 1_000 },
    )
  })
})

describe.skipIf(noShared)('files that are cut', () => {
  it.each([
    'ownership/bods/examples/fermcat.json',
    'ownership/psc/psc_individual.json',
    'lists/opensanctions/yente-zala/entities.ftm.json',
  ])('%s is never whole, wherever it is cut', (name) => {
    const bytes = sharedFile(name)
    const end = new TextDecoder().decode(bytes).trimEnd().length
    for (let at = 60; at < Math.min(bytes.length, end) - 1; at += Math.ceil(bytes.length / 97)) {
      const { codes, errors, source } = read('cut.json', bytes.subarray(0, at))
      const endsALine = bytes[at - 1] === 0x0a || bytes[at] === 0x0a
      if (endsALine) continue
      expect(codes.length).toBeGreaterThan(0)
      if (source === null) expect(errors.length + codes.length).toBeGreaterThan(0)
      else expect(source.whole).toBe(false)
    }
  })
})
