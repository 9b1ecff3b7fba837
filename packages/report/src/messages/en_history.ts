/** English: what is kept of lists, what changed between them, and the life of one party. */
export const enHistory = {
  'history.store': 'Kept in {path}',
  'history.nothing-kept':
    'No version of a list is kept in {path}. ‘holdfast lists update’ fetches and keeps them.',
  'history.list': '{list}, {count, plural, one {# version} other {# versions}}',
  'history.version.day': 'Day',
  'history.version.entries': 'Entries',
  'history.version.names': 'Names',
  'history.version.provenance': 'Provenance',
  'history.version.whole': 'Whole',
  'history.version.kept': 'Kept bytes',
  'history.version.retrieved': 'Retrieved',
  'history.version.source': 'From',
  'history.whole': '{whole, select, proven {proven} other {not proven}}',
  'history.undated': '{day} (retrieved)',

  'diff.side': '{from}: {list}',
  'diff.counts':
    '{added} added, {removed} removed, {changed} changed, {rekeyed} under a new number, {unchanged} unchanged',
  'diff.same': 'The two lists say the same.',
  'diff.added': 'Added',
  'diff.removed': 'Removed',
  'diff.changed': 'Changed',
  'diff.rekeyed': 'The same party under a new number',
  'diff.heading': '{what} ({count})',
  'diff.party': '{id}  {name} ({kind}; {programmes})',
  'diff.rekeyed-party':
    '{from} → {to}  {name} ({kind}), {sure, select, certain {certain} other {likely}}',
  'diff.because': 'because: {reasons}',
  'diff.more':
    '{count, plural, one {# more} other {# more}}; --limit {all} shows all, --json has them whole',
  'diff.field': '{field}: {change}',
  'diff.value.removed': '− {value}',
  'diff.value.added': '+ {value}',
  'diff.values-more': '{count, plural, one {# more value} other {# more values}}',

  'kind.of-entry':
    '{kind, select, person {person} entity {organisation} vessel {vessel} aircraft {aircraft} other {asset}}',
  'field.kind': 'kind',
  'field.name': 'name',
  'field.aliases': 'aliases',
  'field.weakAliases': 'weak aliases',
  'field.programmes': 'programmes',
  'field.remarks': 'remarks',
  'field.addresses': 'addresses',
  'field.otherIds': 'other numbers',
  'field.births': 'dates of birth',
  'field.birthPlaces': 'places of birth',
  'field.deaths': 'dates of death',
  'field.established': 'founded',
  'field.gender': 'gender',
  'field.nationalities': 'nationalities',
  'field.citizenships': 'citizenships',
  'field.countries': 'countries',
  'field.identifiers': 'numbers of documents and registers',
  'field.links': 'links to others',
  'field.titles': 'titles',
  'field.positions': 'positions',
  'field.measures': 'measures',
  'field.listedOn': 'day of listing',
  'field.modifiedOn': 'day of the last change',
  'field.contacts': 'contacts',
  'field.reasons': 'reasons',
  'field.facts': 'other facts',

  'rekey.name': 'both are named {name}',
  'rekey.former-number': 'one names the other’s number {number}',
  'rekey.identifier': 'the same number: {kind} {number}',
  'rekey.birth': 'born {value}',
  'rekey.remarks': 'the same remarks, word for word',
  'rekey.established': 'founded {value}',
  'rekey.birth-place': 'born in {value}',
  'rekey.address': 'the same address: {value}',
  'rekey.programme': 'the same programme: {value}',
  'rekey.nationality': 'the same country: {value}',

  'log.party': '{name}{kind, select, null {} other { ({kind})}}',
  'log.list':
    '{list, select, null {in no kept version} other {{list}}}{numbers, plural, =0 {} one {, number {joined}} other {, numbers {joined}}}',
  'log.state':
    '{state, select, true {on the newest kept version} false {not on the newest kept version} other {only in the dated table}}',
  'log.versions':
    '{list}: {count, plural, one {# version, {first}} other {# versions, {first} to {last}}}',
  'log.when.between': '{from} to {to}',
  'log.when.by': 'by {to}',
  'log.event.on-list': 'on the list, number {number}; the oldest version that is kept',
  'log.event.came': 'new on the list, number {number}',
  'log.event.changed': 'number {number} changed: {fields}',
  'log.event.went': 'number {number} no longer on the list',
  'log.event.rekeyed':
    'on the list again as number {number}, before {before}, {sure, select, certain {certain} other {likely}}: {reasons}',
  'log.event.listed': 'listed{number, select, null {} other {, number {number}}}',
  'log.event.enjoined': 'enforcement enjoined',
  'log.event.stayed': 'enforcement allowed again',
  'log.event.delisted': 'delisted',
  'log.event.relisted': 'listed again{number, select, null {} other {, number {number}}}',
  'log.by': 'by {by}',
  'log.source': 'source: {source}',
  'log.ways':
    'What was seen in versions lies between their days; what has a source stands in the dated table.',

  'diagnostic.lists/version-damaged':
    '{file} is damaged: {reason, select, absent {the file is not there} packed {it cannot be unpacked} foreign {it is no version of a list} cut {its end is missing} changed {its content is not what was written} base {it belongs to another version than the one that is there} other {its lines do not fit together}}.',
  'diagnostic.lists/version-damaged.do':
    'Nothing of it is used. Put the file back from a backup, or remove it and the index.json in the folder above and keep the list of that day again with ‘holdfast lists update --from’; versions that were written as differences from it are lost with it.',
  'diagnostic.lists/version-newer': '{file} was written by a later Holdfast, in format {format}.',
  'diagnostic.lists/version-newer.do': 'Use that Holdfast, or another folder with --store.',
  'diagnostic.store/index-damaged':
    '{path} is damaged; it was made again from the versions beside it.',
  'diagnostic.store/index-damaged.do':
    'Nothing is lost but when unchanged lists were last fetched. The next ‘holdfast lists update’ writes it anew.',
  'diagnostic.store/locked':
    '{pid, select, null {Another process} other {Process {pid}}} writes to this store{since, select, null {} other { since {since}}}; its lock is {path}.',
  'diagnostic.store/locked.do':
    'Wait until it is done. If no Holdfast is running, here or on another machine that shares the folder, remove the lock.',
  'diagnostic.store/cannot-write': '{path} cannot be written to ({reason}).',
  'diagnostic.store/cannot-write.do':
    'Check space and permissions, or name another folder with --store. What was kept before is as it was.',
  'diagnostic.store/list-name': '‘{list}’ is no name for a kept list.',
  'diagnostic.store/list-name.do':
    'A list is kept in a folder of its id: at most 100 letters, digits, dots, hyphens and underlines.',
  'diagnostic.history/not-compared':
    '{from} does not state {fields}; where it says nothing about them nothing was compared.',
  'diagnostic.history/not-compared.do':
    'Compare two files of the same kind to see changes there, official ones if they can be had.',
  'diagnostic.history/other-list': '{before} and {after} are two lists, not two days of one.',
  'diagnostic.history/other-list.do':
    'Numbers of one list mean nothing in the other, so nearly all is added or removed. Name two versions of one list.',
  'diagnostic.history/no-versions':
    'No version of a list is kept in {path}: only the dated table is told.',
  'diagnostic.history/no-versions.do':
    'Fetch lists with ‘holdfast lists update’, or name the folder where they are kept with --store.',
  'diagnostic.call/which-list':
    '{path} is {lists, plural, =0 {no list that can be compared} other {several lists: {lists}}}.',
  'diagnostic.call/which-list.do': 'Say which one with --list, or name its file.',
  'diagnostic.call/nobody': 'Nobody is named ‘{asked}’ in the kept versions or the dated table.',
  'diagnostic.call/nobody.do':
    'Write the name as a list does, or its rarest word alone, or the number in the list. ‘holdfast screen’ finds other spellings.',
  'diagnostic.call/many-parties': '‘{asked}’ fits {count} parties, among them {names}.',
  'diagnostic.call/many-parties.do': 'Write the whole name, or the number in the list.',
} as const
