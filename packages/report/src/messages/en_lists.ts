/** English: what is wrong with a designation list, and what to do. */
export const enLists = {
  'diagnostic.lists/control-character': '{file} holds the byte {byte}, which stands in no text.',
  'diagnostic.lists/control-character.do':
    'The file is damaged or is no text file: fetch it again.',
  'diagnostic.lists/wrong-encoding': '{file} is neither ASCII nor UTF-8.',
  'diagnostic.lists/wrong-encoding.do':
    'Use the official file as it was fetched; do not save it again with a spreadsheet or an editor.',
  'diagnostic.lists/not-ascii':
    '{file} holds letters beyond ASCII; the official file holds none, so this copy was probably changed.',
  'diagnostic.lists/not-ascii.do':
    'Use the official file as it was fetched, or check that the names in the copy are complete.',
  'diagnostic.lists/wrong-file':
    '{file} was given as {wanted}, but it is {found, select, compressed {a compressed archive} eu_xml {the list of the European Union in XML} html {an HTML page, perhaps an error page of the site} json {a JSON file} ofac_delimited {the same data in the delimited format, with @ in place of commas} ofac_xml {OFAC data in XML} pdf {a PDF file} semicolons {a file with semicolons between its columns} un_xml {the list of the United Nations in XML} uk_csv {the list of the United Kingdom} utf_16 {text in UTF-16, as spreadsheets save it} xml {an XML file} csv_other {a CSV file of another layout} other {{found}}}.',
  'diagnostic.lists/wrong-file.do': 'Give the official file {wanted} as it was fetched.',
  'diagnostic.lists/row-cut': '{file} ends in the middle of line {line}: the file is cut.',
  'diagnostic.lists/row-cut.do':
    'Fetch the file again and compare its size; nothing of a cut list is used.',
  'diagnostic.lists/unclosed-quote': 'A quoted text in line {line} of {file} does not end.',
  'diagnostic.lists/unclosed-quote.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/text-after-quote': 'In line {line} of {file} text follows a closing quote.',
  'diagnostic.lists/text-after-quote.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/wrong-columns':
    'Line {line} of {file} has {found} {found, plural, one {column} other {columns}} in place of {wanted}.',
  'diagnostic.lists/wrong-columns.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/bad-number':
    'Line {line} of {file} begins with “{text}” in place of an entry’s number.',
  'diagnostic.lists/bad-number.do':
    'The file is damaged there or has rows of another list: fetch it again.',
  'diagnostic.lists/unknown-type':
    'Line {line} of {file} has the type “{text}”, which is not known.',
  'diagnostic.lists/unknown-type.do':
    'Known are individual, vessel, aircraft and -0- for an entity. If OFAC has added a type, report it to the project.',
  'diagnostic.lists/unknown-alias-type':
    'Line {line} of {file} has the alias type “{text}”, which is not known.',
  'diagnostic.lists/unknown-alias-type.do':
    'Known are aka, fka and nka. If OFAC has added a type, report it to the project.',
  'diagnostic.lists/missing-field': 'Line {line} of {file} has nothing in the column {column}.',
  'diagnostic.lists/missing-field.do': 'No official row lacks it: fetch the file again.',
  'diagnostic.lists/duplicate-number':
    'The entry number {number} of line {line} of {file} stands already in line {first}.',
  'diagnostic.lists/duplicate-number.do':
    'The file was put together from several: use one file of one day.',
  'diagnostic.lists/no-aliases':
    '{file} was read without ALT.CSV: the strong aliases are missing, and a name may be on the list without being found.',
  'diagnostic.lists/no-aliases.do': 'Give the ALT.CSV of the same day as well.',
  'diagnostic.lists/remarks-cut':
    '{file} cuts the remarks of {count, plural, one {# entry} other {# entries}} and SDN_COMMENTS.CSV does not continue them (first: {first}). Weak aliases may be missing there.',
  'diagnostic.lists/remarks-cut.do': 'Give the SDN_COMMENTS.CSV of the same day as well.',
  'diagnostic.lists/comments-unmatched':
    '{file} continues remarks that are not cut in SDN.CSV ({rows, plural, one {# row} other {# rows}}; first: {first}). They are left out.',
  'diagnostic.lists/comments-unmatched.do':
    'The files come from different days: use the files of one publication.',
  'diagnostic.lists/orphans':
    '{file} has {rows, plural, one {# row} other {# rows}} of {entries, plural, one {# entry} other {# entries}} that SDN.CSV does not have (first: {first}). They are left out.',
  'diagnostic.lists/orphans.do':
    'The files come from different days: use the files of one publication.',
  'diagnostic.lists/no-end-mark':
    '{file} does not end with the mark (byte 0x1A) that ends the official file: nothing proves that it is whole.',
  'diagnostic.lists/no-end-mark.do':
    'Fetch the file again. If it was saved again by a program, use the original.',
  'diagnostic.lists/few-entries':
    '{file} has {count, plural, one {# entry} other {# entries}}; the whole list of {day} had {expected}. Part of it is probably missing.',
  'diagnostic.lists/few-entries.do':
    'Fetch the file again. An excerpt proves only who is on the list, never who is not.',
  'diagnostic.lists/bad-published': '“{text}” is not a day of publication.',
  'diagnostic.lists/bad-published.do': 'Write the day as YYYY-MM-DD.',
  'diagnostic.lists/not-a-snapshot': '{file} is not a list snapshot of this version.',
  'diagnostic.lists/not-a-snapshot.do': 'Write the snapshot anew with the version that reads it.',
  'diagnostic.lists/snapshot-header': 'The header of {file} has no valid line “{key}”.',
  'diagnostic.lists/snapshot-header.do':
    'Restore the file from the distribution or write the snapshot anew.',
  'diagnostic.lists/snapshot-damaged':
    '{file} is not what was written: its length, its checksum or its number of entries differs from its header.',
  'diagnostic.lists/snapshot-damaged.do':
    'Restore the file from the distribution; snapshots are never edited by hand.',
  'diagnostic.lists/snapshot-row': 'Line {line} of {file} is no entry.',
  'diagnostic.lists/snapshot-row.do':
    'Restore the file from the distribution or write the snapshot anew.',
  'diagnostic.lists/table-missing': '{file}: {path} is missing.',
  'diagnostic.lists/table-missing.do':
    'Add it as a {wanted, select, list {list with at least one item} mapping {mapping} other {text}}.',
  'diagnostic.lists/table-type':
    '{file}: {path} must be a {wanted, select, list {list with at least one item} mapping {mapping} other {text that is not empty}}.',
  'diagnostic.lists/table-type.do': 'Correct it; the head of the file shows the form.',
  'diagnostic.lists/table-value': '{file}: {path} is “{text}”, which is none of: {known}.',
  'diagnostic.lists/table-value.do':
    '{near, select, null {Use one of the known words.} other {Did you mean “{near}”?}}',
  'diagnostic.lists/table-date': '{file}: {path} is “{text}”, which is no date.',
  'diagnostic.lists/table-date.do':
    'Write YYYY-MM-DD, or YYYY-MM, YYYY or DAY..DAY when the day is not known.',
  'diagnostic.lists/table-unknown-key': '{file}: {path} is not a key of this table.',
  'diagnostic.lists/table-unknown-key.do':
    '{near, select, null {Remove “{key}”.} other {Did you mean “{near}”?}}',
  'diagnostic.lists/table-duplicate': '{file}: {path} uses “{text}” again.',
  'diagnostic.lists/table-duplicate.do':
    'An id and a list number belong to one record: put the events of one person under one record.',
  'diagnostic.lists/table-order': '{file}: {path} begins or ends before the event above it.',
  'diagnostic.lists/table-order.do': 'Put the events in the order in which they happened.',
  'diagnostic.lists/table-number':
    '{file}: {path} is “{text}”, which is not among the record’s entries.',
  'diagnostic.lists/table-number.do': 'Add the number to the record’s entries or correct it.',
  'diagnostic.lists/new-number':
    '{name} stands in {list} under the number {number}, which the dated table does not know (known: {numbers}). It is taken for the same designation.',
  'diagnostic.lists/new-number.do':
    'Check whether the person was delisted and listed again, and add the number and the event to the table.',
  'diagnostic.lists/record-not-in-list':
    'The dated table has {name} as listed, but {list}{published, select, null {} other { of {published}}} has no such entry under {numbers}.',
  'diagnostic.lists/record-not-in-list.do':
    'Check whether the list is whole and whether a delisting is missing in the table.',
  'diagnostic.lists/record-contradicts-list':
    'The dated table has {name} as {status, select, delisted {delisted} other {not listed}}, but {list}{published, select, null {} other { of {published}}} has the entry.',
  'diagnostic.lists/record-contradicts-list.do':
    'Treat the designation as in force until the table is brought up to date with a source.',
} as const
