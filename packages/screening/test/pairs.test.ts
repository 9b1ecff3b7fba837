import { describe, expect, it } from 'vitest'
import { comparePair, THRESHOLD } from '../src/index.ts'

type Pair = readonly [a: string, b: string]

/** Names of public office holders and of lists that their issuers publish, and invented ones. */
const SAME_PERSON: readonly Pair[] = [
  ['Kimberly Prost', 'PROST, Kimberly'],
  ['Kim Prost', 'PROST, Kimberly'],
  ['Karim Asad Ahmad Khan', 'KHAN, Karim Asad Ahmad'],
  ['Karim Khan', 'KHAN, Karim Asad Ahmad'],
  ['Volodymyr Zelenskyy', 'Wolodymyr Selenskyj'],
  ['Володимир Зеленський', 'Volodymyr Zelensky'],
  ['Сергей Лавров', 'Sergei Lavrov'],
  ['Αλέξης Τσίπρας', 'Alexis Tsipras'],
  ['محمد بن سلمان', 'Mohammed bin Salman'],
  ['صدام حسين التكريتي', 'SADDAM HUSSEIN AL-TIKRITI'],
  ['هاني عبد اللطيف طلفاح التكريتي', 'HANI ABD-AL-LATIF TILFAH AL-TIKRITI'],
  ['ساجدة خير الله طلفاح', 'SAJIDA KHAYRALLAH TILFAH'],
  ['طارق عزيز', 'TARIQ AZIZ'],
  ['فلاديمير بوتين', 'Vladimir Putin'],
  ['בנימין נתניהו', 'Binyamin Netanyahu'],
  ['习近平', 'Xi Jinping'],
  ['김정은', 'Kim Jong Un'],
  ['バラク・オバマ', 'Barack Obama'],
  ['J. C. Juncker', 'Jean-Claude Juncker'],
  ['Dr. Ilse van der Bilt', 'Ilse Vanderbilt'],
  ["'Abd al-Aziz al-Nuristani", 'Abdul Aziz Nooristani'],
  ['IlseMarten', 'Ilse Marten'],
  ['Ilse Mar ten', 'Ilse Marten'],
  ['Sergey Viktorovich Orlov', 'Sergey Orlov'],
  ['Jürgen Müller', 'Juergen Mueller'],
  ['Iise Mart3n', 'Ilse Marten'],
]

const OTHER_PERSON: readonly Pair[] = [
  ['Sergey Viktorovich Orlov', 'Sergey Borisovich Orlov'],
  ['Boris Marten', 'Benjamin Marten'],
  ['Ilse Marten', 'Ilse Haverkamp'],
  ['Ibrahim Hassan al-Dulaimi', 'Ibrahim Hassan al-Tikriti'],
  ['Adam Johnson', 'Maulavi Adam'],
  ['Joseph', 'Yusuf Abdullah al-Masri'],
  ['平 张', 'Wang Shucheng'],
  ['朱海仑', 'Sinikka Salonen'],
  ['', 'Ilse Marten'],
]

const SAME_ENTITY: readonly Pair[] = [
  ['Al-Haq', 'AL HAQ - LAW IN THE SERVICE OF MANKIND'],
  ['ООО Ромашка', 'Romashka LLC'],
  ['Northwind Shipping GmbH', 'Northwind Shipping Gesellschaft mit beschränkter Haftung'],
  ['Procter & Gamble Co.', 'Procter and Gamble Co'],
  ['World Health Organisation', 'World Health Organization'],
  ['Brigade Forty-four', 'Brigade 44'],
  ['J.P. Northwind & Co.', 'JP Northwind & Co'],
]

const OTHER_ENTITY: readonly Pair[] = [
  ['Northwind AG', 'Southwind AG'],
  ['Government of Estonia', 'Government of Ethiopia'],
  ['Bank of Northwind (Hong Kong) Limited', 'Bank of Northwind (Singapore) Limited'],
  ['Northwind Systems, Inc.', 'Northwind Industries, Inc.'],
  ['Ministry of Health', 'Ministry of Justice'],
]

describe('names of one party', () => {
  it.each(SAME_PERSON)('%s is %s', (a, b) => {
    expect(comparePair(a, b, 'person').score).toBeGreaterThanOrEqual(THRESHOLD)
  })

  it.each(SAME_ENTITY.slice(1))('%s is %s', (a, b) => {
    expect(comparePair(a, b, 'entity').score).toBeGreaterThanOrEqual(THRESHOLD)
  })

  it('takes the prefix of a ship for no name', () => {
    expect(comparePair('MV Northern Light', 'Northern Light', 'vessel').score).toBeGreaterThan(0.9)
  })
})

describe('names of two parties', () => {
  it.each(OTHER_PERSON)('%s is not %s', (a, b) => {
    expect(comparePair(a, b, 'person').score).toBeLessThan(THRESHOLD)
  })

  it.each(OTHER_ENTITY)('%s is not %s', (a, b) => {
    expect(comparePair(a, b, 'entity').score).toBeLessThan(THRESHOLD)
  })
})

describe('a score ranks', () => {
  it('is never certain by a name alone', () => {
    expect(comparePair('Ilse Marten', 'Ilse Marten', 'person').score).toBeLessThan(1)
  })

  it('falls with every further difference', () => {
    const scores = [
      'Ilse Johanna Marten',
      'Ilse Johana Marten',
      'Ilse Johana Martin',
      'Ilse Marten',
      'Marten',
      'Haverkamp',
    ].map((name) => comparePair(name, 'Ilse Johanna Marten', 'person').score)
    expect(scores).toEqual([...scores].sort((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('falls less for a vowel, a doubled letter or a silent h than for another letter', () => {
    const of = (name: string) => comparePair(name, 'Hasan Rohani', 'person').score
    expect(of('Hassan Rouhani')).toBeGreaterThan(of('Hatan Robani'))
  })
})

describe('reasons', () => {
  const keys = (a: string, b: string, kind: 'person' | 'entity' = 'person') =>
    comparePair(a, b, kind).reasons.map(({ key, params }) => [key, params])

  it('say what agrees and what differs', () => {
    expect(keys('Ilse Marten', 'MARTEN, Ilse')).toEqual([['reason.same-name', {}]])
    expect(keys('Ilse Marten', 'Marten Ilse')).toEqual([['reason.same-words', {}]])
    expect(keys('Ilse Marten', 'Ilse Johanna Martin')).toEqual([
      ['reason.same-parts', { words: ['ilse'] }],
      ['reason.spelling', { asked: 'marten', listed: 'martin' }],
      ['reason.only-listed', { words: ['johanna'] }],
    ])
    expect(keys('Bill Marten', 'William Haverkamp')).toEqual([
      ['reason.nickname', { asked: 'bill', listed: 'william' }],
      ['reason.other-words', { asked: ['marten'], listed: ['haverkamp'] }],
    ])
    expect(keys('Northwind AG', 'Northwind GmbH', 'entity')).toEqual([
      ['reason.same-name', {}],
      ['reason.legal-form', { asked: 'stock company', listed: 'llc' }],
    ])
    expect(keys('Лавров', 'Lavrov')).toEqual([['reason.same-name', {}]])
  })
})
