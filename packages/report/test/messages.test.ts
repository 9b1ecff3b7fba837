import { readdirSync, readFileSync } from 'node:fs'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, test } from 'vitest'
import { catalogues, en, translator } from '../src/index.ts'
import { enHtml } from '../src/messages/en_html.ts'
import { enModel } from '../src/messages/en_model.ts'
import { enSolved } from '../src/messages/en_solved.ts'
import { enTerminal } from '../src/messages/en_terminal.ts'
import { compileMessage, formatMessage } from '../src/messages/icu.ts'
import { wordsOf } from '../src/messages/words.ts'

const SOURCES = new URL('../src/', import.meta.url)

function sourceText(): string {
  const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  return files
    .filter((file) => file.endsWith('.ts') && !/messages\/(en|fr)/.test(file))
    .map((file) => readFileSync(new URL(file, SOURCES), 'utf8'))
    .join('\n')
}

/** Keys whose last part comes from the findings: every value the findings can have. */
const FROM_FINDINGS = /^(fact|case|verdict|standing|decision|change|kind|status|measure)\./
const FROM_TEMPLATES = /^html\.(layer|one|edge|legend|short|basis|is|provenance|whole)\./

describe('the catalogue', () => {
  test('holds no text that is never used', () => {
    const source = sourceText()
    const own = [enModel, enTerminal, enSolved, enHtml].flatMap((part) => Object.keys(part))
    const unused = own.filter(
      (key) =>
        !FROM_FINDINGS.test(key) && !FROM_TEMPLATES.test(key) && !source.includes(`'${key}'`),
    )
    expect(unused).toEqual(['diagnostics.error', 'diagnostics.warning'])
  })

  test('gives no key twice', async () => {
    const files = readdirSync(new URL('messages/', SOURCES)).filter((file) => /^en_/.test(file))
    const parts = await Promise.all(files.map((file) => import(`../src/messages/${file}`)))
    const keys = parts
      .flatMap((part) => Object.values(part))
      .flatMap((texts) => {
        return Object.keys(texts as object)
      })
    expect(new Set(keys).size).toBe(keys.length)
    expect(Object.keys(en)).toHaveLength(keys.length)
  })

  test('holds every key that the source names', () => {
    const named = sourceText().matchAll(/(?:text|sentence)\(\s*'([a-z]+\.[A-Za-z.-]+)'/g)
    const keys = [...named].map((match) => match[1] ?? '')
    expect(keys.length).toBeGreaterThan(80)
    for (const key of keys) expect(en).toHaveProperty([key])
    const templates = [...sourceText().matchAll(/`([a-z]+(?:\.[a-z]+)*\.)\$\{/gi)]
    for (const [, prefix = ''] of templates) {
      const known = Object.keys(en).some((key) => key.startsWith(prefix))
      expect(known, prefix).toBe(true)
    }
  })

  test.each(Object.entries(catalogues))('%s says what intl-messageformat says', (locale, texts) => {
    const display = {
      show: (value: unknown) => String(value),
      pluralCase: (count: number) => new Intl.PluralRules(locale).select(count),
    }
    for (const [key, text] of Object.entries(texts)) {
      const message = compileMessage(text)
      expect(message, key).not.toBeNull()
      const standard = withoutHyphens(text)
      const choices = [...standard.matchAll(/(\w+), (plural|select),/g)]
      for (const count of [0, 1, 2, 3, 7, 21]) {
        const params = sample(standard, choices, count)
        const own = formatMessage(compileMessage(standard) ?? [], params, display)
        expect(own, key).toBe(new IntlMessageFormat(standard, texts['locale.tag']).format(params))
      }
    }
  })

  test.each(Object.entries(catalogues))('%s joins lists as its language does', (locale, texts) => {
    const format = new Intl.ListFormat(texts['locale.tag'])
    for (const items of [[], ['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'b', 'c', 'd']]) {
      expect(wordsOf(locale).list(items)).toBe(format.format(items))
    }
    const numbers = new Intl.NumberFormat(texts['locale.tag'], { maximumFractionDigits: 1 })
    for (const number of [0, 7, 999, 1000, 17_344, 1_234_567, 88.25, 1234.5, 0.04]) {
      expect(wordsOf(locale).number(number)).toBe(numbers.format(number))
    }
  })
})

/** A hyphen in a case is ours, not ICU's. */
function withoutHyphens(text: string): string {
  return text.replaceAll(/\b[a-z]+-[a-z0-9-]+(?= \{)/g, (label) => label.replaceAll('-', '_'))
}

/** Values for the arguments of a text: its own cases by turns, numbers for the rest. */
function sample(text: string, choices: RegExpMatchArray[], count: number) {
  const params: Record<string, string | number> = {}
  for (const [, name = ''] of text.matchAll(/\{(\w+)[},]/g)) params[name] = count
  for (const [, name = '', kind] of choices) {
    if (kind !== 'select') continue
    const cases = [...text.matchAll(/(\w+) \{/g)].map((match) => match[1] ?? '')
    params[name] = cases[count % cases.length] ?? 'other'
  }
  return params
}

describe('translator', () => {
  const say = translator('en')

  test('shows days in words, lists with and, numbers grouped', () => {
    expect(say('html.stops', { names: ['x', 'y', '2025-02-06'] })).toBe(
      'Stops x, y and 6 Feb 2025.',
    )
    expect(wordsOf('en').number(17_344)).toBe('17,344')
    expect(wordsOf('en').day('2025-02-30')).toBe('2025-02-30')
  })

  test('an unknown key is shown with its parameters', () => {
    expect(say('proof.no-such', { name: 'A', since: '2025-02-06' })).toBe(
      'proof.no-such (name: A, since: 6 Feb 2025)',
    )
    expect(say('toString')).toBe('toString')
  })

  test('a missing parameter does not crash', () => {
    expect(say('html.factOf', { name: null })).toBe('—: —')
  })

  test('an unknown locale speaks English', () => {
    expect(translator('xx-YY')('verdict.stays')).toBe('stays')
  })

  test('likelihoods never claim what is neither never nor certain', () => {
    const { percent } = wordsOf('en')
    expect(percent([0, 1])).toBe('0–100%')
    expect(percent([0.004, 0.996])).toBe('<1 to >99%')
    expect(percent([0.5, 0.502])).toBe('50%')
  })
})

test.each([
  ['it’s {n}', 'it’s 3'],
  ["it's '{'{n}'}'", "it's {3}"],
  ["a''b", "a'b"],
  ['{n, plural, =3 {three {word}} other {# of}}', 'three w'],
  ['{n, plural, one {one} other {# {word, select, w {in {n}} other {}}}}', '3 in 3'],
])('%s', (text, expected) => {
  const message = compileMessage(text)
  const display = { show: (value: unknown) => String(value), pluralCase: () => 'other' }
  expect(formatMessage(message ?? [], { n: 3, word: 'w' }, display)).toBe(expected)
})

test.each(['{', '}', '{n', '{n, date}', '{n, plural, one {x}}', '{n, plural, other {x}', 'a}b'])(
  'is no message: %s',
  (text) => {
    expect(compileMessage(text)).toBeNull()
  },
)
