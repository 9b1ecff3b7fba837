import type { Param, Params } from '@holdfast/kernel'

/**
 * Messages in ICU syntax: `{name}`, `{n, plural, =0 {…} one {…} other {…}}` with `#`, and
 * `{word, select, a {…} other {…}}`, nested at will; `'{'` quotes a brace, `''` an apostrophe.
 *
 * This is the adapter between the catalogue and a formatter of ICU messages. It reads the part of
 * the syntax that the catalogues use: a general library costs some 20 ms at every start of the
 * command line, which is more than the whole report. The tests hold each message of each catalogue
 * against `intl-messageformat`: both must give the same text. Beyond ICU, a case may hold a hyphen,
 * as verdicts do: `must-stop {…}`.
 */
export type Message = readonly Part[]

type Part = string | Argument | Choice

interface Argument {
  readonly argument: string
}

interface Choice {
  readonly argument: string
  readonly kind: 'plural' | 'select'
  readonly cases: ReadonlyMap<string, Message>
}

/** How the values of one language are shown. */
export interface Display {
  show(value: Param | undefined): string
  pluralCase(count: number): string
}

/** Reads a message; null when it is not in the syntax above. Linear in the text's length. */
export function compileMessage(text: string): Message | null {
  const reader = new Reader(text)
  const message = reader.message(null)
  return reader.failed || !reader.atEnd ? null : message
}

/** The message with its arguments filled in. A missing argument is shown as such, never thrown. */
export function formatMessage(message: Message, params: Params, display: Display): string {
  let text = ''
  for (const part of message) {
    if (typeof part === 'string') text += part
    else if ('kind' in part) text += formatMessage(chosen(part, params, display), params, display)
    else text += display.show(params[part.argument])
  }
  return text
}

function chosen(choice: Choice, params: Params, display: Display): Message {
  const value = params[choice.argument]
  const other = choice.cases.get('other') ?? []
  if (choice.kind === 'select') return choice.cases.get(String(value)) ?? other
  const count = Array.isArray(value) ? value.length : Number(value)
  const exact = choice.cases.get(`=${count}`)
  return exact ?? choice.cases.get(display.pluralCase(count)) ?? other
}

class Reader {
  readonly text: string
  at = 0
  failed = false

  constructor(text: string) {
    this.text = text
  }

  get atEnd(): boolean {
    return this.at >= this.text.length
  }

  /** Parts up to a closing brace or the end; `counted` is the argument that `#` stands for. */
  message(counted: string | null): Message {
    const parts: Part[] = []
    let literal = ''
    while (!this.atEnd && !this.failed && this.text[this.at] !== '}') {
      const character = this.text[this.at] ?? ''
      if (character === "'") literal += this.quoted()
      else if (character === '{' || (character === '#' && counted !== null)) {
        if (literal !== '') parts.push(literal)
        literal = ''
        parts.push(character === '{' ? this.argument(counted) : { argument: counted ?? '' })
        if (character === '#') this.at += 1
      } else {
        literal += character
        this.at += 1
      }
    }
    if (literal !== '') parts.push(literal)
    return parts
  }

  /** An apostrophe stands for itself unless it is doubled or quotes a character of the syntax. */
  quoted(): string {
    const next = this.text[this.at + 1] ?? ''
    this.at += 1
    if (next === "'") this.at += 1
    if (!'{}'.includes(next) || next === '') return "'"
    let literal = ''
    while (!this.atEnd) {
      const character = this.text[this.at] ?? ''
      const doubled = character === "'" && this.text[this.at + 1] === "'"
      if (character === "'" && !doubled) break
      literal += character
      this.at += doubled ? 2 : 1
    }
    this.at += 1
    return literal
  }

  argument(counted: string | null): Part {
    this.at += 1
    const name = this.word()
    if (this.take('}')) return { argument: name }
    const kind = this.take(',') ? this.word() : ''
    const known = kind === 'plural' || kind === 'select'
    if (name === '' || !known || !this.take(',')) return this.fail()
    const cases = new Map<string, Message>()
    while (!this.failed && !this.take('}')) {
      const label = this.word()
      if (label === '' || !this.take('{')) return this.fail()
      cases.set(label, this.message(kind === 'plural' ? name : counted))
      if (!this.take('}')) return this.fail()
    }
    return cases.has('other') ? { argument: name, kind, cases } : this.fail()
  }

  fail(): Part {
    this.failed = true
    return ''
  }

  word(): string {
    this.space()
    const start = this.at
    while (!this.atEnd && !/[\s{},#']/.test(this.text[this.at] ?? '')) this.at += 1
    const word = this.text.slice(start, this.at)
    this.space()
    return word
  }

  take(character: string): boolean {
    if (this.failed) return false
    this.space()
    if (this.text[this.at] !== character) return false
    this.at += character.length
    return true
  }

  space(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at += 1
  }
}
