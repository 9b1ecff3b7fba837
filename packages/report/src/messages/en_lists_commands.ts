/** English: what the commands for designation lists say. */
export const enListsCommands = {
  'lists.read.format': 'Format',
  'lists.read.format.of':
    '{of, select, ofac-csv {OFAC, CSV set} ofac-xml {OFAC, SDN XML} ofac-advanced {OFAC, Advanced XML} eu-fsf {EU, FSF XML} eu-journal {EU, tables of the Official Journal} un-xml {UN, XML} uk-xml {UK, XML} uk-csv {UK, CSV} opensanctions-ftm {OpenSanctions, entities of FollowTheMoney} opensanctions-simple {OpenSanctions, simple targets} snapshot {Holdfast, snapshot} other {{of}}}',
  'lists.read.entries': 'Entries',
  'lists.read.entries.of': '{entries}: {kinds}',
  'lists.read.kind':
    '{count} {kind, select, person {{count, plural, one {person} other {people}}} entity {{count, plural, one {organisation} other {organisations}}} vessel {{count, plural, one {vessel} other {vessels}}} aircraft {aircraft} other {{count, plural, one {thing} other {things}}}}',
  'lists.read.names': 'Names',
  'lists.read.names.of': '{names}{weak, plural, =0 {} other {, of which # weak}}',
  'lists.read.states': 'Stated',
  'lists.read.state':
    '{what, select, births {{count, plural, one {# date of birth} other {# dates of birth}}} nationalities {{count, plural, one {# nationality} other {# nationalities}}} identifiers {{count, plural, one {# number of a document or register} other {# numbers of documents and registers}}} addresses {{count, plural, one {# address} other {# addresses}}} links {{count, plural, one {# link to another party} other {# links to other parties}}} other {# {what}}}',
  'lists.read.state.none': 'nothing but names',
  'lists.read.programmes': 'Programmes',
  'lists.read.programme': '{tag} {count}',
  'lists.read.programmes.of':
    '{count, plural, =0 {none stated} other {#: {list}}}{more, plural, =0 {} other {; and # more}}',
  'lists.read.files': 'Files',
  'lists.read.file': '{name} ({size} bytes)',
  'lists.read.files.of': '{list}{more, plural, =0 {} other {; and # more}}',
  'help.lists': `holdfast lists COMMAND

  holdfast lists read FILE|DIR
                     read a list and say what it is; any official format
  holdfast lists update [LIST]...
                     fetch the lists from their issuers and keep them
  holdfast lists versions [LIST]
                     the versions that are kept
  holdfast lists diff A B
                     what changed between two lists
  holdfast lists log PERSON
                     what the kept versions say of somebody, by date

holdfast lists read FILE|DIR [options]

Recognises the format by what the file holds and reads it whole, or says what is
wrong with it and where. Formats: OFAC (CSV, SDN XML, Advanced XML), EU (XML, the
tables of the Official Journal), UN (XML), UK (XML, CSV), OpenSanctions
(entities.ftm.json, targets.simple.csv), and Holdfast’s own snapshots. A folder
holds the files of one list: OFAC’s CSV set, or the tables of the EU Journal.

  --published DATE   the day of publication, where the files do not state it
  --json             what the list is, as JSON
  --entries          every entry as a line of JSON

holdfast lists update [LIST]... [options]

Fetches lists from their issuers and keeps them with their date, address and
SHA-256, the files as they came beside them: ofac-sdn, ofac-consolidated, eu-fsf
(with a token in HOLDFAST_EU_TOKEN), un-sc, uk-sanctions; opensanctions only when
it is named. A list that is empty, cut, older or much smaller than the kept one is
refused, and the kept one stays. Exit code 1 when a list was refused or failed.

  --from WHERE       an address, or a file or folder that is here already, in place
                     of the issuer’s; older ones are added to the history
  --published DATE   the day of publication, where the files do not state it
  --sources FILE     other addresses, as in data/lists/sources.yaml; also those in
                     the file that HOLDFAST_SOURCES names
  --store DIR        where lists are kept (HOLDFAST_LISTS, else holdfast/lists in
                     XDG_DATA_HOME or ~/.local/share)
  --force            keep also what is refused for its date, size or end
  --dry-run          only say what would be fetched from where
  --attempts N       how often a server that cannot answer is asked (4)
  --patience SECONDS how long a server may be silent (30)
  --json             what became of each list, as JSON

This is the only command that asks a network. The issuer, or the mirror, sees the
address of this machine and which list it fetches; nothing of a dossier is sent.
No proxy is used, and no cookie kept.

holdfast lists versions [LIST] [options]

The kept versions, the oldest first: day, entries, names, provenance, and where
each came from.

holdfast lists diff A B [options]

What changed from list A to list B: parties added, removed, changed field by
field, and those that are the same party under a new number, with the reasons.
Each is LIST@DATE (the last kept version not after that day), a DATE alone, a
list’s id for its newest version, or a file or folder of any format. What one of
the two does not state as a whole, as a file without remarks, is not compared,
and a warning says so.

  --list ID          the list that a DATE alone means (ofac-sdn)
  --limit N          parties told of each sort (20; 0 for all)

holdfast lists log PERSON|NUMBER [options]

What happened to somebody by date, over changes of number: between which kept
versions they came, changed and went, and what the dated table of designations
says, with its sources. A name is looked for whole, then its words.

  --list ID          only this list’s versions
  --regimes DIR      further regimes with tables of designations

All three:

  --store DIR        where lists are kept
  --json             the answer as JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
} as const
