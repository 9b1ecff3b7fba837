import type { EntryKind, ListEntry, ListedName, StatedFact } from './entry.ts'

/** The fields of an entry that hold several values, with the type of one. */
type Several = {
  [K in keyof ListEntry as NonNullable<ListEntry[K]> extends readonly unknown[]
    ? K
    : never]-?: NonNullable<ListEntry[K]> extends readonly (infer One)[] ? One : never
}

type Single = 'gender' | 'listedOn' | 'modifiedOn' | 'reasons'

/**
 * An entry while a record, or several rows of one, are read. Each value is kept once; what nobody
 * stated (null, an empty text) is not there at all.
 */
export class EntryDraft {
  readonly id: string
  readonly kind: EntryKind
  remarks = ''
  readonly #several = new Map<string, unknown[]>()
  readonly #known = new Set<string>()
  readonly #single = new Map<string, string>()

  constructor(id: string, kind: EntryKind) {
    this.id = id
    this.kind = kind
  }

  add<K extends keyof Several>(key: K, value: Several[K] | null): void {
    if (value === null || value === '') return
    const mark = `${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`
    if (this.#known.has(mark)) return
    this.#known.add(mark)
    const values = this.#several.get(key)
    if (values === undefined) this.#several.set(key, [value])
    else values.push(value)
  }

  /** Keeps the first value that was stated. */
  set(key: Single, value: string | null): void {
    if (value !== null && value !== '' && !this.#single.has(key)) this.#single.set(key, value)
  }

  /** Keeps a statement that has no place of its own. */
  fact(label: string, text: string | null): void {
    if (text !== null && text !== '') this.add('facts', { label, text } satisfies StatedFact)
  }

  addRemarks(text: string | null): void {
    if (text === null || text === '') return
    this.remarks = this.remarks === '' ? text : `${this.remarks}\n${text}`
  }

  get names(): readonly ListedName[] {
    return (this.#several.get('names') ?? []) as ListedName[]
  }

  /** The entry with the name in front that is the primary one, or else the first that is strong. */
  build(): ListEntry {
    const names = primaryFirst(this.names)
    return {
      programmes: [],
      addresses: [],
      ...Object.fromEntries(this.#several),
      ...Object.fromEntries(this.#single),
      id: this.id,
      kind: this.kind,
      names,
      remarks: this.remarks,
    }
  }
}

/**
 * One name is the primary one and stands first: the first so marked, else the first strong one,
 * else the first. A second one so marked is an alias. Of the same words in the same language one is
 * kept, a strong one before a weak one.
 */
function primaryFirst(names: readonly ListedName[]): readonly ListedName[] {
  const marked = names.find(({ kind }) => kind === 'primary')
  const first = marked ?? names.find(({ quality }) => quality === 'strong') ?? names[0]
  if (first === undefined) return []
  const kept = new Map<string, ListedName>([[markOf(first), { ...first, kind: 'primary' }]])
  for (const name of names) {
    const mark = markOf(name)
    const before = kept.get(mark)
    if (before === undefined) {
      kept.set(mark, name.kind === 'primary' ? { ...name, kind: 'aka' } : name)
    } else if (before.quality === 'weak' && name.quality === 'strong') {
      kept.set(mark, { ...before, quality: 'strong' })
    }
  }
  return [...kept.values()]
}

function markOf({ text, language }: ListedName): string {
  return `${text}\n${language ?? ''}`
}

/** Text on one line: lists break lines within names where their files happened to be wide. */
export function oneLine(text: string | null): string | null {
  const line = text?.replace(/\s+/g, ' ').trim() ?? ''
  return line === '' ? null : line
}

/** The parts that are there, joined by a comma; null when none is. */
export function joined(...parts: readonly (string | null)[]): string | null {
  const there = parts.map(oneLine).filter((part) => part !== null)
  return there.length === 0 ? null : there.join(', ')
}
