export * from './designation-check.ts'
export * from './designations.ts'
export * from './entry.ts'
export { readEuXml } from './eu/fsf.ts'
export { readEuJournal } from './eu/journal.ts'
export { formatOf, type ListFormat } from './format.ts'
export {
  type ChangedEntry,
  diffLists,
  type ListDiff,
  type NotCompared,
  type RekeyedEntry,
} from './history/diff.ts'
export { entryDigest } from './history/digest.ts'
export type { ComparedField, FieldChange } from './history/fields.ts'
export {
  type Followed,
  Follower,
  followedBy,
  type LogEvent,
  type LogEventKind,
  type PartyLog,
  recordMatches,
  tableLog,
} from './history/log.ts'
export { findRekeyed, likeness, type Rekeying, type Sureness } from './history/rekey.ts'
export {
  listDigest,
  listOfVersion,
  readVersionLines,
  type VersionHeader,
  type VersionLines,
  type VersionNotes,
  writeVersion,
} from './history/version_file.ts'
export * from './listed.ts'
export * from './names.ts'
export { readOfacAdvancedXml } from './ofac/advanced.ts'
export type { OfacListId } from './ofac/list_id.ts'
export { type OfacFiles, readOfacCsv } from './ofac/read.ts'
export { OFAC_LIMITS, type OfacLimits } from './ofac/tables.ts'
export { type OfacXmlOptions, readOfacXml } from './ofac/xml.ts'
export { readFtm } from './opensanctions/ftm.ts'
export { readSimpleCsv } from './opensanctions/simple.ts'
export * from './read_list.ts'
export * from './reading.ts'
export { scriptOf } from './script.ts'
export { findAllByName, type NameQuery } from './sieve.ts'
export { readSnapshot, writeSnapshot } from './snapshot.ts'
export * from './snapshot-search.ts'
export type { NamedText } from './source.ts'
export { readUkCsv } from './uk/csv.ts'
export { readUkXml } from './uk/xml.ts'
export { readUnXml } from './un/read.ts'
