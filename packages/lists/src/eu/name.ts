import { attribute, children, type XmlElement } from '@holdfast/records'
import type { ListedName, NameKind, NameParts } from '../entry.ts'
import { type EntryDraft, oneLine } from '../entry_draft.ts'
import { scriptOf } from '../script.ts'

/** How the quality stands in a remark, typing errors included (`lo`, `god`). */
const LOW = /\blow? quality\b/i
const ONLY_QUALITY = /^\W*(low?|go+d|high) quality(\s+(alias|a\.?k\.?a\.?|name))?\W*$/i
const FORMERLY = /\bf\.?k\.?a\b|\bformer(ly)?\b|\bpreviously\b/i

/**
 * One name, with the titles and functions that stand beside it. It is weak where `strong` is not
 * `true` or a remark says "low quality": the list says it in either way.
 */
export function addName(draft: EntryDraft, alias: XmlElement): void {
  const part = (name: string): string | null => oneLine(attribute(alias, name))
  const [given, middle, family] = [part('firstName'), part('middleName'), part('lastName')]
  const pieces = [given, middle, family].filter((piece) => piece !== null)
  const text = part('wholeName') ?? pieces.join(' ')
  const remarks = children(alias, 'remark').map((remark) => remark.text)
  if (text !== '') {
    const isWeak = part('strong')?.toLowerCase() === 'false' || remarks.some((one) => LOW.test(one))
    const kind: NameKind = remarks.some((one) => FORMERLY.test(one)) ? 'fka' : 'aka'
    const script = scriptOf(text)
    const language = part('nameLanguage')?.toLowerCase()
    const parts: NameParts = {
      ...(given === null ? {} : { given }),
      ...(middle === null ? {} : { middle }),
      ...(family === null ? {} : { family }),
    }
    const name: ListedName = {
      text,
      kind,
      quality: isWeak ? 'weak' : 'strong',
      ...(script === null ? {} : { script }),
      ...(language === undefined ? {} : { language }),
      ...(pieces.length === 0 || draft.kind !== 'person' ? {} : { parts }),
    }
    draft.add('names', name)
  }
  for (const title of lettered(part('title'))) draft.add('titles', title)
  const functions = lettered(part('function'))
  for (const one of functions) {
    if (draft.kind === 'person') draft.add('positions', one)
    else draft.fact('function', one)
  }
  const gender = part('gender')
  if (gender === 'M' || gender === 'F') draft.set('gender', gender === 'M' ? 'male' : 'female')
  else draft.fact('gender', gender)
  for (const remark of remarks) {
    if (!ONLY_QUALITY.test(remark)) draft.fact('name remark', oneLine(`${text}: ${remark}`))
  }
}

/** `(a) Mullah, (b) Maulavi` is two; a text without letters in brackets is one. */
function lettered(text: string | null): readonly string[] {
  const pieces = text?.split(/\([a-h]\)/) ?? []
  return pieces.map(withoutEnds).filter((piece) => piece !== '')
}

/** Without the spaces, commas and semicolons at both ends. */
function withoutEnds(text: string): string {
  let [start, end] = [0, text.length]
  while (start < end && ' ,;'.includes(text[start] as string)) start += 1
  while (end > start && ' ,;'.includes(text[end - 1] as string)) end -= 1
  return text.slice(start, end)
}
