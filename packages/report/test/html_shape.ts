/** A small checker of HTML: what is opened is closed, in order, and attributes are quoted. */

const VOID = new Set(['meta', 'br', 'hr', 'col', '!doctype'])
const TAG = /<(\/?)([a-z!][a-z0-9]*)((?:\s+[a-zA-Z:-]+(?:="[^"<>]*")?)*)\s*>/gi

/** What is wrong with the markup; empty when it is well-formed. */
export function faultsOf(html: string): string[] {
  const faults: string[] = []
  const open: string[] = []
  const withoutStyle = html.replace(/<style>[^<]*<\/style>/, '')
  const left = withoutStyle.replace(TAG, (_, slash: string, name: string) => {
    const tag = name.toLowerCase()
    if (VOID.has(tag)) return ''
    if (slash === '') open.push(tag)
    else if (open.pop() !== tag) faults.push(`</${tag}> closes something else`)
    return ''
  })
  if (open.length > 0) faults.push(`not closed: ${open.join(' ')}`)
  const loose = /.{0,30}[<>].{0,30}/.exec(left)
  if (loose !== null) faults.push(`loose bracket: ${loose[0]}`)
  const stray = /&(?!(?:amp|lt|gt|quot|#39);)/.exec(left)
  if (stray !== null) faults.push(`unescaped ampersand at ${stray.index}`)
  return faults
}

/** All values of an attribute. */
export function valuesOf(html: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`\\s${attribute}="([^"]*)"`, 'g'))].map((m) => m[1] ?? '')
}
