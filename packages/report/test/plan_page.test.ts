/** The page of a plan in a real browser: nothing stands out, everything can be read. */
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { chromiumPath } from '../../../tools/chromium.mjs'
import { renderPlanHtml } from '../src/index.ts'
import { planVariants } from './fixture_plan_variants.ts'

const executablePath = chromiumPath()
if (executablePath === null) console.log('plan_page.test.ts is skipped: there is no Chromium here.')

const CONTRAST_MIN = 4.5

describe.skipIf(executablePath === null)('the page of a plan', () => {
  let browser: Browser

  beforeAll(async () => {
    const path = executablePath ?? ''
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  }, 120_000)

  afterAll(async () => {
    await browser?.close()
  })

  async function open(name: string, width: number, colorScheme: 'light' | 'dark' = 'light') {
    const report = planVariants.find(([one]) => one === name)?.[1]
    const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
    await page.setContent(renderPlanHtml(report!, { locale: 'en' }))
    return page
  }

  test.for(planVariants.map(([name]) => name))('nothing stands out: %s', async (name) => {
    for (const width of [360, 400, 800, 1280]) {
      const page = await open(name, width)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      expect(wide, `${name} at ${width}`).toBeLessThanOrEqual(width)
      await page.close()
    }
  })

  test('one chart of the schedule is shown, the one for the width', async () => {
    for (const [width, shown] of [
      [400, 'gantt-narrow'],
      [1280, 'gantt'],
    ] as const) {
      const page = await open('whole', width)
      const seen = await page.evaluate(() =>
        [...document.querySelectorAll('svg.gantt, svg.gantt-narrow')]
          .filter((one) => one.matches('.chart') && one.getBoundingClientRect().width > 0)
          .map((one) => one.getAttribute('class')),
      )
      expect(seen).toEqual([`chart ${shown}`])
      await page.close()
    }
  })

  test.for(['light', 'dark'] as const)(
    'every text stands out from its ground: %s',
    async (scheme) => {
      const page = await open('whole', 1280, scheme)
      const faint = await page.evaluate(faintTexts, CONTRAST_MIN)
      expect(faint).toEqual([])
      await page.close()
    },
  )

  test('prints on A4, without its background colours too', async () => {
    const page = await open('sixty', 1280)
    for (const printBackground of [true, false]) {
      const pdf = await page.pdf({ preferCSSPageSize: true, printBackground })
      const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0
      expect(pages).toBeGreaterThan(5)
      expect(pages).toBeLessThan(25)
    }
    await page.close()
  })
})

/** Texts whose contrast to the nearest ground is less than `least` (WCAG 2.2, 1.4.3). */
function faintTexts(least: number): string[] {
  const light = (colour: string) => {
    const [r = 0, g = 0, b = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
    const linear = [r, g, b].map((one) => {
      const share = one / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * (linear[0] ?? 0) + 0.7152 * (linear[1] ?? 0) + 0.0722 * (linear[2] ?? 0)
  }
  const clear = (colour: string) => /^rgba\(.*, 0\)$|^transparent$/.test(colour)
  const ground = (element: Element): string => {
    let one: Element | null = element
    while (one !== null) {
      const colour = getComputedStyle(one).backgroundColor
      if (!clear(colour)) return colour
      one = one.parentElement
    }
    return 'rgb(255, 255, 255)'
  }
  const faint: string[] = []
  for (const element of document.querySelectorAll('body *')) {
    const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    const text = own
      .map((node) => node.textContent ?? '')
      .join('')
      .trim()
    if (text === '' || element.matches('title, desc')) continue
    const style = getComputedStyle(element)
    const colour = element.closest('svg') === null ? style.color : style.fill
    const [a, b] = [light(colour), light(ground(element))]
    const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
    if (contrast < least) faint.push(`${text.slice(0, 40)}: ${contrast.toFixed(2)}`)
  }
  return faint
}
