import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { caseNames, GALLERY, readCase, readmeNow, runAll, unfit } from '../tools/gallery.mjs'

describe('the gallery of errors', () => {
  let answers: ReadonlyMap<string, string> = new Map()

  beforeAll(async () => {
    answers = await runAll()
  }, 240_000)

  test.for(caseNames())('%s', (name) => {
    const answer = answers.get(name) ?? ''
    expect(unfit(answer), 'nothing of the inside shows').toBeNull()
    expect(answer).toBe(readCase(name, 'expected'))
  })

  test('its page is current', () => {
    expect(readFileSync(`${GALLERY}/README.md`, 'utf8')).toBe(readmeNow())
  })
})

describe('what is unfit to be shown', () => {
  test.for([
    '    at Object.run (file:///x/dist/commands/init.js:6:20)',
    '    at async file:///x/bin/holdfast.js:4:20',
    'TypeError: Cannot read properties of null',
    'services.mail.provider is undefined',
    '  diagnostic.list/stale (list: ofac-sdn)',
  ])('%s', (text) => {
    expect(unfit(`first\n${text}\nlast\n`)).not.toBeNull()
  })

  test('a plain message is fit', () => {
    expect(unfit('error[call/bad-day]\n  “x” is no date.\n\n1 error, no warning.\n')).toBeNull()
  })
})
