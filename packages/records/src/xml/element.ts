/** One element of a record, with all that is in it. Names are local: prefixes are taken off. */
export interface XmlElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlElement[]
  /** The text directly in the element, trimmed; empty where it has none. */
  readonly text: string
  /** The line on which the element begins, from 1. */
  readonly line: number
}

/** The first child of a name, or null. */
export function child(element: XmlElement | null, name: string): XmlElement | null {
  return element?.children.find((one) => one.name === name) ?? null
}

/** All children of a name. */
export function children(element: XmlElement | null, name: string): readonly XmlElement[] {
  return element?.children.filter((one) => one.name === name) ?? []
}

/** The text of the first child of a name; null where it is absent or empty. */
export function textOf(element: XmlElement | null, name: string): string | null {
  const text = child(element, name)?.text ?? ''
  return text === '' ? null : text
}

/** An attribute without the white space around it; null where it is absent or empty. */
export function attribute(element: XmlElement | null, name: string): string | null {
  const text = element?.attributes.get(name)?.trim() ?? ''
  return text === '' ? null : text
}

/** The items of a list within a list: `children(child(entry, 'akaList'), 'aka')`. */
export function itemsOf(
  element: XmlElement | null,
  list: string,
  item: string,
): readonly XmlElement[] {
  return children(child(element, list), item)
}
