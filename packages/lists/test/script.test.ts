import { describe, expect, it } from 'vitest'
import { scriptOf } from '../src/script.ts'

describe('script of a name', () => {
  it.each([
    ['Владимир', 'Cyrl'],
    ['محمد حسن', 'Arab'],
    ['Αθήνα', 'Grek'],
    ['דוד לוי', 'Hebr'],
    ['王小明', 'Hani'],
    ['김정은', 'Hang'],
    ['金正恩 김정은', 'Kore'],
    ['山田太郎', 'Hani'],
    ['山田たろう', 'Jpan'],
    ['トヨタ', 'Jpan'],
    ['ﾄﾖﾀ', 'Jpan'],
    ['ፍትዊ ዓብዱረዛቕ (Tigrinya)', 'Ethi'],
    ['გიორგი', 'Geor'],
    ['Հայաստան', 'Armn'],
    ['अमित', 'Deva'],
    ['สมชาย', 'Thai'],
    ['အောင်', 'Mymr'],
    ['𠀀', 'Hani'],
    ['ﷺ محمد', 'Arab'],
    ['Bank Москва', 'Cyrl'],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script)
  })

  it('is null for Latin, digits, marks and nothing', () => {
    const latin = ['', ' ', 'Ærøskøbing', 'Nguyễn Thị', 'İstanbul', 'ʿAbd', '123', '٣٤٥', '،', '🚢']
    for (const text of latin) expect([text, scriptOf(text)]).toEqual([text, null])
  })
})
