import type { Precision } from '@holdfast/kernel'

/**
 * The normal form of every designation list: what each list's reader makes and what all else uses.
 *
 * What a list does not state is absent, never an empty text or an empty array. A list that states
 * more than the form has a place for puts it into `facts`; no reader drops a statement, and
 * `remarks` keeps free text verbatim beside what was parsed out of it.
 */
export type EntryKind = 'person' | 'entity' | 'vessel' | 'aircraft' | 'asset'

/** The name under which an entry stands, also known as, formerly known as, now known as. */
export type NameKind = 'primary' | 'aka' | 'fka' | 'nka'

/** Parts of a person's name, where the list tells them apart. */
export interface NameParts {
  readonly family?: string
  readonly given?: string
  readonly middle?: string
  readonly patronymic?: string
  readonly maiden?: string
}

export interface ListedName {
  /** The name as the list prints it, its order and its case included. */
  readonly text: string
  readonly kind: NameKind
  /** `weak`: broad or generic; the list itself warns that it makes many false hits. */
  readonly quality: 'strong' | 'weak'
  /** ISO 15924 (`Arab`, `Cyrl`), where the list states it or a field of its own holds the name. */
  readonly script?: string
  /** ISO 639 code, in lower case, where the list states it. */
  readonly language?: string
  readonly parts?: NameParts
}

export interface Address {
  /** Street and town as the list prints them, joined by a comma; may be empty. */
  readonly text: string
  /** The country as the list prints it; empty when it names none. */
  readonly country: string
  readonly city?: string
  readonly region?: string
  readonly postalCode?: string
}

/** A date as exactly as the list states it. */
export interface StatedDate {
  /** The first and the last day that it may be, `YYYY-MM-DD`. */
  readonly from: string
  readonly to: string
  readonly precision: Precision
  /** The list says "circa" or "approximately": `from` and `to` are then no hard ends. */
  readonly circa?: true
  /** As printed, where that says more than `from` and `to`. */
  readonly text?: string
}

/**
 * What a number is for. `other` with the list's own word in `label`. `wallet` is an address of a
 * virtual currency, its ticker in `label`.
 */
export type IdentifierKind =
  | 'passport'
  | 'national-id'
  | 'tax'
  | 'registration'
  | 'lei'
  | 'bic'
  | 'imo'
  | 'mmsi'
  | 'call-sign'
  | 'aircraft'
  | 'isin'
  | 'wallet'
  | 'other'

export interface Identifier {
  readonly kind: IdentifierKind
  readonly number: string
  /** The list's own word for it, where that says more than the kind. */
  readonly label?: string
  /** Who issued it: ISO 3166-1 alpha-2 where it is recognised, else as printed. */
  readonly country?: string
  readonly issued?: string
  readonly expires?: string
  /** The list marks it as false, fraudulent or no longer valid. */
  readonly doubtful?: true
}

/** A relation to another entry: `linked to`, `owned by`, `family of`, in the list's words. */
export interface Link {
  readonly kind: string
  /** The other's name as printed. */
  readonly name: string
  /** The other's number in the same list; absent when the list states or resolves none. */
  readonly entry?: string
  /** `to`: the relation runs from the other to this entry. Absent: from this entry to the other. */
  readonly direction?: 'to'
}

/** What is imposed, under which programme and act, and since when. */
export interface Measure {
  /** `asset freeze`, `travel ban`, `SDN`, in the list's words; absent when it does not say. */
  readonly kind?: string
  readonly programme?: string
  /** The act or order. */
  readonly basis?: string
  /** `YYYY-MM-DD`. */
  readonly since?: string
  readonly source?: string
}

/** What no other field has a place for: the list's own word and what it states. */
export interface StatedFact {
  readonly label: string
  readonly text: string
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
  /** Other numbers of the same record: former ones, or those of another authority. */
  readonly otherIds?: readonly string[]
  readonly births?: readonly StatedDate[]
  readonly birthPlaces?: readonly string[]
  readonly deaths?: readonly StatedDate[]
  /** When an organisation was founded or a vessel or aircraft was built. */
  readonly established?: readonly StatedDate[]
  readonly gender?: 'male' | 'female'
  /** ISO 3166-1 alpha-2 where it is recognised, else as printed. */
  readonly nationalities?: readonly string[]
  readonly citizenships?: readonly string[]
  /** Countries of an organisation, the flag of a vessel. */
  readonly countries?: readonly string[]
  readonly identifiers?: readonly Identifier[]
  readonly links?: readonly Link[]
  readonly titles?: readonly string[]
  /** Functions, offices, ranks, as printed. */
  readonly positions?: readonly string[]
  readonly measures?: readonly Measure[]
  /** When the entry came on the list and when it was last changed, `YYYY-MM-DD`, as it states. */
  readonly listedOn?: string
  readonly modifiedOn?: string
  /** Websites, e-mail addresses, telephone numbers. */
  readonly contacts?: readonly string[]
  /** Statement of reasons, where the list prints one. */
  readonly reasons?: string
  readonly facts?: readonly StatedFact[]
}

/** `reconstructed`: rebuilt from a copy that someone derived from the official files. */
export type Provenance = 'official' | 'reconstructed'

/** What a list says of itself, without its entries. */
export interface ListHead {
  /** Which list: `ofac-sdn`, `ofac-consolidated`, `eu-fsf`, `un-sc`, `uk-sanctions`. */
  readonly id: string
  /** The day of publication as `YYYY-MM-DD`; null when nobody stated it. */
  readonly published: string | null
  readonly provenance: Provenance
  /** Whether the files prove that no row of entries, aliases or addresses is missing. */
  readonly whole: 'proven' | 'unproven'
}

export interface DesignationList extends ListHead {
  readonly entries: readonly ListEntry[]
}

/** The name under which an entry stands. */
export function primaryName(entry: ListEntry): string {
  return entry.names[0]?.text ?? ''
}
