import { readXml, type XmlElement } from '@holdfast/records'
import type { ListEntry } from '../entry.ts'
import { Intake } from '../intake.ts'
import type { ListReader } from '../reading.ts'

/** How a list in one XML file is built. */
export interface XmlListForm {
  readonly list: string
  readonly root: string
  /** The elements of which each is an entry. */
  readonly records: ReadonlySet<string>
  /** Elements outside of records, by their local names: `published` gets the first of each. */
  readonly heads?: ReadonlySet<string>
  /** The day of publication as `YYYY-MM-DD`; as printed when it is none; null without one. */
  readonly published: (root: XmlElement, heads: readonly XmlElement[]) => string | null
  /** The entry of a record; null after an error in `intake`. */
  readonly entry: (record: XmlElement, intake: Intake) => ListEntry | null
}

/** The reader of a form. Entries are handed over as their records end; memory is one record's. */
export function xmlListReader(form: XmlListForm): ListReader {
  const { heads = new Set(), records } = form
  return (source, sink, options) => {
    const intake = new Intake(form.list, source.name, sink)
    const outside: XmlElement[] = []
    const root = readXml(
      source,
      {
        roots: new Set([form.root]),
        records: new Set([...records, ...heads]),
        take: (record) => {
          if (heads.has(record.name)) {
            if (outside.every(({ name }) => name !== record.name)) outside.push(record)
            return
          }
          const entry = form.entry(record, intake)
          if (entry !== null) intake.take(entry, record.line)
        },
      },
      intake.found,
    )
    const stated = root === null ? null : form.published(root, outside)
    const published = intake.published(stated, options)
    return intake.close(published, root !== null, options)
  }
}
