import type { Words } from '../messages/words.ts'
import { h, type Markup, styleElement } from './markup.ts'
import type { Section } from './page.ts'

/** Nothing may be loaded and nothing may run: the file is only what stands in it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** A whole file. */
export function htmlDocument(words: Words, title: string, style: string, body: Markup): string {
  const head = h(
    'head',
    {},
    h('meta', { charset: 'utf-8' }),
    h('meta', { 'http-equiv': 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('title', {}, title),
    styleElement(style),
  )
  return `<!doctype html>\n${h('html', { lang: words.tag }, head, body).html}\n`
}

/** The contents at the top of the page. */
export function contents(words: Words, sections: readonly Section[]): Markup {
  const links = sections.map(({ id, title }) => h('li', {}, h('a', { href: `#${id}` }, title)))
  return h('nav', { 'aria-label': words.text('html.contents') }, h('ol', {}, links))
}

/** @param onPaper the class by which a section is set on paper */
export function sectionMarkup({ id, title, body }: Section, onPaper: string | null): Markup {
  const heading = `${id}-heading`
  return h(
    'section',
    { id, 'aria-labelledby': heading, class: onPaper },
    h('h2', { id: heading }, title),
    body,
  )
}
