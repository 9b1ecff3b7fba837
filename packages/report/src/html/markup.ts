/**
 * HTML as values. A text becomes markup only by being escaped, so that no name in a dossier can
 * become a tag; `raw` does not exist outside of this file.
 */
export interface Markup {
  readonly html: string
}

export type Content = Markup | string | number | null | false | readonly Content[]

export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>

const VOID = new Set(['meta', 'br', 'hr', 'col'])
/** What HTML does not allow as text, and marks that turn the reading direction. */
const CONTROL = /(?![\t\n\r])[\p{Cc}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu
const SPECIAL = /[&<>"']/g
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** A text as HTML shows it. */
export function escapeText(text: string): string {
  return text.replace(CONTROL, '').replace(SPECIAL, (character) => ENTITIES[character] ?? '')
}

/** An element: `h('td', { class: 'day' }, '2025-02-06')`. */
export function h(tag: string, attributes: Attributes, ...content: readonly Content[]): Markup {
  let open = `<${tag}`
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue
    open += value === true ? ` ${name}` : ` ${name}="${escapeText(String(value))}"`
  }
  return { html: VOID.has(tag) ? `${open}>` : `${open}>${inner(content)}</${tag}>` }
}

/** The style sheet is ours and holds no text of a dossier: it is not escaped. */
export function styleElement(css: string): Markup {
  return { html: `<style>${css}</style>` }
}

function inner(content: Content): string {
  if (content === null || content === false) return ''
  if (typeof content === 'string') return escapeText(content)
  if (typeof content === 'number') return String(content)
  if ('html' in content) return content.html
  let html = ''
  for (const one of content) html += inner(one)
  return html
}
