/** Every departure from the shape of a file is told at its line and column. */
import { describe, expect, it } from 'vitest'
import { INSTITUTION, only, read, readTexts, told } from './dossiers.ts'

/** What stands after the institution, from line 2 on, and what is told of it. */
const CASES: Readonly<Record<string, readonly [text: string, told: string]>> = {
  'an unknown section': ['things: {}', 'dossier/unknown-key 2:1 things'],
  'a misspelt section': ['partys: {}', 'dossier/unknown-key-near 2:1 partys'],
  'a misspelt key': ['parties: {x: {name: X, sead: NL}}', 'dossier/unknown-key-near 2:24 sead'],
  'an unknown key': ['parties: {x: {name: X, zzzzzz: 1}}', 'dossier/unknown-key 2:24 zzzzzz'],
  'a missing key': [
    'services:\n  mail: {name: M, provider: us, beneficiary: us}',
    'dossier/missing-key 3:3 mail',
  ],
  'a missing word of a list': [
    'licences: {l: {name: L, regime: r, for: us}}',
    'dossier/missing-key 2:12 l',
  ],
  'a list for a mapping': ['parties: [x]', 'dossier/wrong-type 2:10 [x]'],
  'a mapping for a text': [
    'teams: {t: {name: {a: b}, minimum: 1}}',
    'dossier/wrong-type 2:19 {a: b}',
  ],
  'a number for a text': ['parties: {x: {name: 12}}', 'dossier/wrong-type 2:21 12'],
  'a truth for a text': ['parties: {x: {name: true}}', 'dossier/wrong-type 2:21 true'],
  'nothing for a mapping': ['parties:\n  x:\n', 'dossier/wrong-type 3:4 :'],
  'an id with capitals': ['parties: {Bank: {name: B}}', 'dossier/bad-id 2:11 Bank'],
  'an id with a space': ['parties: {"a b": {name: B}}', 'dossier/bad-id 2:11 "a b"'],
  'an id with a letter of another script': ['parties: {а: {name: B}}', 'dossier/bad-id 2:11 а'],
  'a reference with capitals': [
    'parties: {x: {name: X, employer: Y Z}}',
    'dossier/bad-id 2:34 Y Z',
  ],
  'a country that is none': ['parties: {x: {name: X, seat: ZZ}}', 'dossier/bad-country 2:30 ZZ'],
  'a country in lower case': ['parties: {x: {name: X, seat: nl}}', 'dossier/bad-country 2:30 nl'],
  'a day that is none': [
    'measures: {m: {name: M, kind: other, duration: 1d, earliest: 2025-02-30}}',
    'dossier/bad-day 2:62 2025-02-30',
  ],
  'a duration that is none': [
    'measures: {m: {name: M, kind: other, duration: soon}}',
    'dossier/bad-duration 2:48 soon',
  ],
  'money that is none': [
    'measures: {m: {name: M, kind: other, duration: 1d, cost: {once: much}}}',
    'dossier/bad-money 2:65 much',
  ],
  'a share in words': [
    'parties: {x: {name: X, owners: [{party: us, share: half}]}}',
    'dossier/bad-share 2:52 half',
  ],
  'a currency that is none': [
    'services: {s: {name: S, kind: card, provider: us, beneficiary: us, currency: euro}}',
    'dossier/bad-currency 2:78 euro',
  ],
  'a kind that is misspelt': [
    'services: {s: {name: S, kind: e-mial, provider: us, beneficiary: us}}',
    'dossier/not-allowed-near 2:31 e-mial',
  ],
  'a kind that is none': [
    'services: {s: {name: S, kind: elephant, provider: us, beneficiary: us}}',
    'dossier/not-allowed 2:31 elephant',
  ],
  'a share over 100': [
    'parties: {x: {name: X, owners: [{party: us, share: 101}]}}',
    'dossier/number-too-large 2:52 101',
  ],
  'a share below 0': [
    'parties: {x: {name: X, owners: [{party: us, share: -1}]}}',
    'dossier/number-too-small 2:52 -1',
  ],
  'a minimum of nobody': ['teams: {t: {name: T, minimum: 0}}', 'dossier/number-too-small 2:31 0'],
  'half a person': ['teams: {t: {name: T, minimum: 1.5}}', 'dossier/wrong-type 2:31 1.5'],
  'a likelihood over 1': [
    'assumptions: {a: {class: c, regime: r, evidence: e, interval: [0, 2]}}',
    'dossier/number-too-large 2:67 2',
  ],
  'a likelihood of one end': [
    'assumptions: {a: {class: c, regime: r, evidence: e, interval: [0]}}',
    'dossier/wrong-length 2:63 [0]',
  ],
  'a likelihood of three ends': [
    'assumptions: {a: {class: c, regime: r, evidence: e, interval: [0, 0, 1]}}',
    'dossier/wrong-length 2:63 [0, 0, 1]',
  ],
  'an empty text': ['parties: {x: {name: ""}}', 'dossier/empty-text 2:21 ""'],
  'an empty list of needs': [
    'functions: {f: {name: F, tolerance: 1d, needs: []}}',
    'dossier/wrong-length 2:48 []',
  ],
  'at least none': [
    'functions: {f: {name: F, tolerance: 1d, needs: {at-least: 0, of: [f]}}}',
    'dossier/number-too-small 2:59 0',
  ],
  'a buffer that says not what it survives': [
    'functions: {f: {name: F, tolerance: 1d, needs: {need: f, buffer: {lasts: 1d}}}}',
    'dossier/missing-key 2:58 buffer',
  ],
  'a dispute of one side': [
    'parties: {x: {name: X, disputed: [{account: a}]}}',
    'dossier/wrong-length 2:34 [{account: a}]',
  ],
  'a wrapped line without its value': [
    'parties: {x: {name: {source: s}}}',
    'dossier/missing-key 2:15 name',
  ],
  'a number on a list without quotes': [
    'parties: {x: {name: X, listed-as: {ofac-sdn: 54217}}}',
    'dossier/wrong-type 2:46 54217',
  ],
  'a truth in quotes': ['parties: {x: {name: X, assumed: "yes"}}', 'dossier/wrong-type 2:33 "yes"'],
  'a form of the institution that is none': [
    'scenarios: {s: {name: S, decisions: no}}',
    'dossier/wrong-type 2:37 no',
  ],
}

describe('a file that departs from the shape', () => {
  for (const [name, [text, expected]] of Object.entries(CASES)) {
    it(`is told of ${name}`, () => {
      const result = read(`${text}\n`)
      expect(result.ok).toBe(false)
      expect(told(result)).toEqual([expected])
      expect(only(result).places[0]?.file).toBe('a.yaml')
      expect(only(result).places[0]?.excerpt).toBe(
        INSTITUTION.concat(text).split('\n')[Number(/ (\d+):/.exec(expected)?.[1]) - 1],
      )
    })
  }

  it('guesses what was meant, and only what may stand there', () => {
    const meant = (text: string): unknown => only(read(text)).params.meant
    expect(meant('partys: {}')).toBe('parties')
    expect(meant('parties: {x: {name: X, sead: NL}}')).toBe('seat')
    expect(meant('teams: {t: {name: T, minimun: 1, minimum: 1}}')).toBeUndefined()
    expect(meant('services: {s: {name: S, kind: e-mial, provider: us, beneficiary: us}}')).toBe(
      'e-mail',
    )
  })

  it('is told of a list, a text or a number in place of everything', () => {
    for (const text of ['- a\n- b\n', 'hello\n', '42\n', 'true\n', '"x: y"\n']) {
      const result = readTexts({ 'a.yaml': INSTITUTION, 'b.yaml': text })
      expect(told(result), text).toHaveLength(1)
      expect(only(result).code, text).toBe('dossier/wrong-type')
      expect(only(result).places[0]).toMatchObject({ file: 'b.yaml', line: 1, column: 1 })
    }
  })

  it('names where it is in the words of the file', () => {
    const key = (text: string): unknown => only(read(text)).params.key
    expect(key('parties: {x: {name: X, owners: [{party: us, share: 101}]}}')).toBe(
      'parties.x.owners[1].share',
    )
    expect(key('teams: {t: {name: T, minimum: 0}}')).toBe('teams.t.minimum')
  })
})

describe('a line that is missing', () => {
  const text = 'services:\n  mail: {name: M, kind: e-mail, beneficiary: us}\n'

  it('is told as missing where it could be wrapped too', () => {
    expect(told(read(text))).toEqual(['dossier/missing-key 3:3 mail'])
  })

  it('is told once, with the key of what lacks it', () => {
    expect(only(read(text)).params).toMatchObject({ key: 'provider', in: 'services.mail' })
  })

  it('of a need that is misspelt is told with the word', () => {
    const result = read('functions: {f: {name: F, tolerance: 1d, needs: {al: [a]}}}')
    expect(told(result)).toContain('dossier/unknown-key-near 2:49 al')
  })
})

describe('many problems', () => {
  const many = [
    'parties:',
    '  Bad: {name: B}',
    '  x: {name: 1, rolle: NL, seat: ZZ}',
    'services:',
    '  s: {kind: e-mial, provider: us, beneficiary: us}',
    'functions:',
    '  f: {name: F, weight: -1, tolerance: soon, needs: []}',
    'zzzzzz: 1',
  ].join('\n')

  it('are told all at once, in one file and in several', () => {
    const expected = [
      'dossier/bad-id 3:3 Bad',
      'dossier/wrong-type 4:13 1',
      'dossier/bad-country 4:33 ZZ',
      'dossier/unknown-key-near 4:16 rolle',
      'dossier/not-allowed-near 6:13 e-mial',
      'dossier/missing-key 6:3 s',
      'dossier/number-too-small 8:24 -1',
      'dossier/bad-duration 8:39 soon',
      'dossier/wrong-length 8:52 []',
      'dossier/unknown-key 9:1 zzzzzz',
    ]
    expect(told(read(many)).sort()).toEqual(expected.toSorted())
    const files = { 'a.yaml': INSTITUTION + many, 'b.yaml': `\n${many}`, 'c.yaml': 'a: [\n' }
    const result = readTexts(files)
    const count = (file: string): number =>
      result.diagnostics.filter(({ places }) => places[0]?.file === file).length
    expect(count('a.yaml')).toBe(expected.length)
    expect(count('b.yaml')).toBe(expected.length)
    expect(count('c.yaml')).toBeGreaterThan(0)
  })
})
