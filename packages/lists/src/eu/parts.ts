import { attribute, children, countryOrText, type XmlElement } from '@holdfast/records'
import { type EntryDraft, oneLine } from '../entry_draft.ts'

/** The country of a part of an entry; null where it has none, or `00`, which says unknown. */
export function countryOf(element: XmlElement): string | null {
  const code = attribute(element, 'countryIso2Code')
  const name = attribute(element, 'countryDescription')
  if (code !== null && code !== '00') return code === 'CS' ? 'RS' : countryOrText(code)
  return name === null || name.toUpperCase() === 'UNKNOWN' ? null : countryOrText(name)
}

/** The remarks of a part of an entry. */
export function addRemark(draft: EntryDraft, label: string, element: XmlElement): void {
  for (const remark of children(element, 'remark')) draft.fact(label, oneLine(remark.text))
}
