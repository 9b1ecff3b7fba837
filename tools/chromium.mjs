// @ts-check
/** The browser that the tests use: the one of the system, never one that is downloaded. */
import { existsSync } from 'node:fs'

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Where Chromium is, by CHROMIUM or in the usual places; null when there is none. */
export function chromiumPath() {
  const named = process.env.CHROMIUM
  const places = named === undefined || named === '' ? PLACES : [named]
  return places.find((place) => existsSync(place)) ?? null
}
