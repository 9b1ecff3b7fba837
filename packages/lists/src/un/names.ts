import { children, textOf, wordTable, type XmlElement } from '@holdfast/records'
import type { ListedName, NameParts } from '../entry.ts'
import { type EntryDraft, joined, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { scriptOf } from '../script.ts'
import { dayOf, statedDate } from '../stated_date.ts'

/** Characters of a name that is taken apart: the longest official one has some 400. */
const NAME_MAX = 2_000

const PARTS = ['FIRST_NAME', 'SECOND_NAME', 'THIRD_NAME', 'FOURTH_NAME'] as const

type Meaning = Pick<ListedName, 'kind' | 'quality'>

/** `Good` and `Low` are said of persons' aliases, `a.k.a.` and `f.k.a.` of entities'. */
const QUALITIES = wordTable<Meaning>({
  good: { kind: 'aka', quality: 'strong' },
  low: { kind: 'aka', quality: 'weak' },
  'a.k.a.': { kind: 'aka', quality: 'strong' },
  'f.k.a.': { kind: 'fka', quality: 'strong' },
})

/** The name, the one in its own script, and the aliases, in this order. */
export function addNames(draft: EntryDraft, record: XmlElement, intake: Intake): void {
  const words = PARTS.map((part) => oneLine(textOf(record, part))).filter((word) => word !== null)
  const parts = draft.kind === 'person' ? partsOf(words) : null
  // One entity has two names in the field of one: the second is an alias.
  const [whole, ...others] = parts === null ? namesWithin(words.join(' ')) : [words.join(' ')]
  if (whole !== undefined && whole !== '') {
    const name = nameOf(whole, { kind: 'primary', quality: 'strong' })
    draft.add('names', parts === null ? name : { ...name, parts })
    for (const text of others) draft.add('names', nameOf(text, { kind: 'aka', quality: 'strong' }))
  }
  const original = oneLine(textOf(record, 'NAME_ORIGINAL_SCRIPT'))
  if (original !== null) {
    const kind = words.length > 0 ? 'aka' : 'primary'
    draft.add('names', nameOf(original, { kind, quality: 'strong' }))
  }
  for (const alias of children(record, `${record.name}_ALIAS`)) addAlias(draft, alias, intake)
}

/** The last is the family name, the first the given one; what stands between may be either. */
function partsOf(words: readonly string[]): NameParts | null {
  const [given = '', ...rest] = words
  const family = rest.at(-1)
  if (family === undefined) return null
  const middle = rest.slice(0, -1).join(' ')
  return { family, given, ...(middle === '' ? {} : { middle }) }
}

/**
 * An alias without a name is a form left blank: each entry without aliases has one. A name with a
 * quality that is none of the known ones is kept as a strong one, with a warning.
 */
function addAlias(draft: EntryDraft, alias: XmlElement, intake: Intake): void {
  const printed = oneLine(textOf(alias, 'ALIAS_NAME'))
  const note = oneLine(textOf(alias, 'NOTE'))
  if (printed === null) {
    draft.fact('alias note', note)
    return
  }
  const quality = textOf(alias, 'QUALITY') ?? ''
  const known = QUALITIES.get(quality.toLowerCase())
  if (known === undefined) intake.odd('lists/alias-quality', alias.line, quality)
  const meaning = known ?? { kind: 'aka', quality: 'strong' }
  for (const text of namesWithin(printed)) draft.add('names', nameOf(text, meaning))
  const original = /^original script:\s*(.+)$/i.exec(note ?? '')?.[1]
  if (original !== undefined) draft.add('names', nameOf(original, meaning))
  if (note !== null) draft.fact('alias note', `${printed}: ${note}`)
  addBirthOfAlias(draft, alias, printed)
}

/** Some aliases have papers of their own, with another day and place of birth. */
function addBirthOfAlias(draft: EntryDraft, alias: XmlElement, printed: string): void {
  const born = textOf(alias, 'DATE_OF_BIRTH')
  const date = born === null ? null : statedDate(dayOf(born) ?? born)
  if (date !== null) draft.add('births', { ...date, text: `as ${printed}` })
  else if (born !== null) draft.fact('alias date of birth', `${printed}: ${born}`)
  const place = joined(textOf(alias, 'CITY_OF_BIRTH'), textOf(alias, 'COUNTRY_OF_BIRTH'))
  if (place !== null) draft.fact('alias place of birth', `${printed}: ${place}`)
}

function nameOf(text: string, meaning: Meaning): ListedName {
  const script = scriptOf(text)
  return script === null ? { text, ...meaning } : { text, ...meaning, script }
}

/**
 * Several names in one alias: `A; B`, `A; B b) C; D`, and a name in its own script with its
 * transcriptions behind it, `حسن غول (Hassan Ghul; Hassan Gul)`. Brackets are opened only around
 * such a list: what else stands in brackets belongs to its name.
 */
function namesWithin(printed: string): readonly string[] {
  if (printed.length > NAME_MAX) return [printed]
  const text = printed
    .replace(/\s*\(original script\)/gi, '')
    .replace(/\s+[a-z]\)\s+/g, '; ')
    .trim()
  const [, before = '', inside = ''] = /^(.*?)\s*\((.*)\)$/s.exec(text) ?? []
  const inTwoScripts = before !== '' && (scriptOf(before) === null) !== (scriptOf(inside) === null)
  const isList = inside.includes(';') || inTwoScripts
  const pieces = isList ? text.split(/[();]/) : splitOutsideBrackets(text)
  const names = pieces.map((piece) => piece.trim()).filter((piece) => piece !== '')
  return names.length === 0 ? [printed] : names
}

function splitOutsideBrackets(text: string): readonly string[] {
  const names: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at <= text.length; at += 1) {
    const character = text[at]
    if (character === '(') depth += 1
    else if (character === ')') depth = Math.max(0, depth - 1)
    if (at < text.length && (character !== ';' || depth > 0)) continue
    names.push(text.slice(start, at))
    start = at + 1
  }
  return names
}
