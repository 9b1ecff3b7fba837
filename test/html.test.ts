/** The report in a real browser, opened as people open it: a file, without a network. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../tools/chromium.mjs'

const ROOT = path.resolve(import.meta.dirname, '..')
const COMMAND = path.join(ROOT, 'packages/cli/bin/holdfast.js')
const executablePath = chromiumPath()
if (executablePath === null) console.log('test/html.test.ts is skipped: there is no Chromium here.')

/** What the page does that it must not do. */
interface Observed {
  readonly page: Page
  readonly wrong: string[]
}

describe.skipIf(executablePath === null).for(['minimal', 'tribunal'])('the page of %s', (name) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'page-'))
  const file = path.join(folder, 'report.html')
  let browser: Browser
  let observed: Observed

  beforeAll(async () => {
    const words = ['assess', `examples/${name}`, '--html', file]
    execFileSync(process.execPath, [COMMAND, ...words], { cwd: ROOT })
    browser = await chromium.launch({
      executablePath: executablePath ?? '',
      args: ['--no-sandbox'],
    })
    observed = await open(browser, file)
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  test('loads nothing, runs nothing, complains of nothing', () => {
    expect(observed.wrong).toEqual([])
  })

  test.for([400, 1200])('nothing stands out at a width of %d', async (width) => {
    const { page } = observed
    await page.setViewportSize({ width, height: 800 })
    const wide = await page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(width)
  })

  test('says its language, and its headings go down step by step', async () => {
    const { lang, title, levels } = await observed.page.evaluate(() => ({
      lang: document.documentElement.lang,
      title: document.title,
      levels: [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) =>
        Number(one.tagName[1]),
      ),
    }))
    expect(lang).toMatch(/^[a-z]{2}/)
    expect(title).not.toBe('')
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    expect(levels[0]).toBe(1)
    const leaps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
    expect(leaps).toEqual([])
  })

  test('every table has a caption and heads, every picture words', async () => {
    const poor = await observed.page.evaluate(() => {
      const tables = [...document.querySelectorAll('table')]
      const pictures = [...document.querySelectorAll('svg, img')]
      return [
        ...tables.filter((one) => (one.caption?.textContent ?? '') === ''),
        ...tables.filter((one) => one.querySelector('th[scope]') === null),
        ...pictures.filter((one) => {
          const hidden = one.closest('[aria-hidden="true"]') !== null
          const named = one.matches('[aria-label], [aria-labelledby], [alt]')
          return !hidden && !named && one.querySelector('title') === null
        }),
      ].map((one) => one.outerHTML.slice(0, 120))
    })
    expect(poor).toEqual([])
  })

  test('ids are unique, and every link within the page leads somewhere', async () => {
    const { twice, lost } = await observed.page.evaluate(() => {
      const ids = [...document.querySelectorAll('[id]')].map((one) => one.id)
      const links = [...document.querySelectorAll('a[href^="#"]')]
      const targets = links.map((one) =>
        decodeURIComponent((one.getAttribute('href') ?? '').slice(1)),
      )
      return {
        twice: ids.filter((id, index) => ids.indexOf(id) !== index),
        lost: targets.filter((target) => document.getElementById(target) === null),
      }
    })
    expect(twice).toEqual([])
    expect(lost).toEqual([])
  })

  test('prints', async () => {
    const pdf = await observed.page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(pdf.length).toBeGreaterThan(10_000)
  })

  test('everything that is folded unfolds', async () => {
    const { page } = observed
    await page.setViewportSize({ width: 1200, height: 800 })
    const shut = await page.evaluate(() => {
      const all = [...document.querySelectorAll('details')]
      for (const one of all) if (!one.open) one.querySelector('summary')?.click()
      return all.filter((one) => !one.open || one.offsetHeight === 0).length
    })
    expect(shut).toBe(0)
    expect(await page.locator('details').count()).toBeGreaterThan(0)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      1200,
    )
    expect(observed.wrong).toEqual([])
  })
})

async function open(browser: Browser, file: string): Promise<Observed> {
  const page = await browser.newPage()
  const wrong: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') wrong.push(message.text())
  })
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith('file://')) wrong.push(request.url())
  })
  await page.goto(pathToFileURL(file).href)
  return { page, wrong }
}
