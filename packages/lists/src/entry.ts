/**
 * The normal form of every designation list: what each list's reader makes and what all else uses.
 *
 * The form is thin on purpose. A list that states more (birth dates, identifiers, relations) adds
 * optional fields here; no reader drops an entry because the form has no place for a detail.
 */
export type EntryKind = 'person' | 'entity' | 'vessel' | 'aircraft'

/** The name under which an entry stands, also known as, formerly known as, now known as. */
export type NameKind = 'primary' | 'aka' | 'fka' | 'nka'

export interface ListedName {
  /** The name as the list prints it, its order and its case included. */
  readonly text: string
  readonly kind: NameKind
  /** `weak`: broad or generic; the list itself warns that it makes many false hits. */
  readonly quality: 'strong' | 'weak'
}

export interface Address {
  /** Street and town as the list prints them, joined by a comma; may be empty. */
  readonly text: string
  /** The country as the list prints it; empty when it names none. */
  readonly country: string
}

export interface ListEntry {
  /**
   * The number in the list, e.g. `54217`. It names a record, not a person: who is delisted and
   * listed again comes back under another number.
   */
  readonly id: string
  readonly kind: EntryKind
  /** The primary name first. */
  readonly names: readonly ListedName[]
  readonly programmes: readonly string[]
  /** Verbatim. May hold document numbers of people: for memory, never for anything shipped. */
  readonly remarks: string
  readonly addresses: readonly Address[]
}

/** `reconstructed`: rebuilt from a copy that someone derived from the official files. */
export type Provenance = 'official' | 'reconstructed'

export interface DesignationList {
  /** Which list: `ofac-sdn`, `ofac-consolidated`. */
  readonly id: string
  /** The day of publication as `YYYY-MM-DD`; null when nobody stated it. */
  readonly published: string | null
  readonly provenance: Provenance
  /** Whether the files prove that no row of entries, aliases or addresses is missing. */
  readonly whole: 'proven' | 'unproven'
  readonly entries: readonly ListEntry[]
}

/** The name under which an entry stands. */
export function primaryName(entry: ListEntry): string {
  return entry.names[0]?.text ?? ''
}
