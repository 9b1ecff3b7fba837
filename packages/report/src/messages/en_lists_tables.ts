/** English: what is wrong with a table, a file of JSON lines, or a set of files, and what to do. */
export const enListsTables = {
  'diagnostic.lists/csv-no-rows': '{file} has a header and no row.',
  'diagnostic.lists/csv-no-rows.do':
    'Fetch the file again; a list without entries is never read as one on which nobody stands.',
  'diagnostic.lists/ftm-record':
    'Line {line} of {file} is no entity of FollowTheMoney: “{key}” is missing or of another type.',
  'diagnostic.lists/ftm-record.do':
    'Use entities.ftm.json. If this is that file, it is damaged there: fetch it again.',
  'diagnostic.lists/ftm-changes':
    '{file} holds changes between two versions (ADD, MOD, DEL), not a whole list.',
  'diagnostic.lists/ftm-changes.do':
    'Fetch entities.ftm.json of the same dataset; what changed is found by comparing two of them.',
  'diagnostic.lists/ftm-id-twice': 'Line {line} of {file} has the id {id} of an earlier line.',
  'diagnostic.lists/ftm-id-twice.do':
    'The file is damaged, or two files were put together: fetch it again.',
  'diagnostic.lists/ftm-no-entries':
    'No entity of {file} is sanctioned: none has the topic “sanction”, and no sanction in force points at one.',
  'diagnostic.lists/ftm-no-entries.do':
    'Use a dataset of sanctions; one of offices or companies is no designation list.',
  'diagnostic.lists/ftm-not-listed':
    '{file} names {count, plural, one {# party that is} other {# parties that are}} not sanctioned (owners, relatives, companies). Of {count, plural, one {it} other {them}} only the links to the {entries, plural, one {# entry} other {# entries}} are kept.',
  'diagnostic.lists/ftm-not-listed.do': 'Nothing to do, if that is what the file is meant to hold.',
  'diagnostic.lists/ftm-schema':
    '{count, plural, one {# sanctioned entity} other {# sanctioned entities}} of {file} {count, plural, one {is} other {are}} of a kind that is not known ({schemas}) and read as {count, plural, one {an organisation} other {organisations}}.',
  'diagnostic.lists/ftm-schema.do':
    'The names count all the same. Tell the makers of Holdfast of the new kind.',
  'diagnostic.lists/simple-cell':
    'In line {line} of {file} the quotes in the column “{column}” do not match.',
  'diagnostic.lists/simple-cell.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/simple-value':
    'Line {line} of {file} has “{text}” in the column “{column}”, which is no value of it.',
  'diagnostic.lists/simple-value.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/simple-id-twice': 'Line {line} of {file} has the id {text} of an earlier line.',
  'diagnostic.lists/simple-id-twice.do':
    'The file is damaged, or two files were put together: fetch it again.',
  'diagnostic.lists/simple-not-sanctioned':
    '{count, plural, one {# row} other {# rows}} of {file} {count, plural, one {states} other {state}} no sanction; {count, plural, one {it is read as an entry} other {they are read as entries}} all the same, of {entries} in all.',
  'diagnostic.lists/simple-not-sanctioned.do':
    'Use the dataset “sanctions” where holders of offices and people accused of crimes are not meant.',
  'diagnostic.lists/journal-no-rows':
    'The {files, plural, one {table names} other {# tables name}} nobody.',
  'diagnostic.lists/journal-no-rows.do':
    'Give all tables of framework acts; a single one may be empty, all of them never are.',
  'diagnostic.lists/journal-act':
    'Line {line} of {file} is of the act {act}; the table is of {wanted}, as its name or its first row says.',
  'diagnostic.lists/journal-act.do': 'Each table is of one act and named after it: fetch it again.',
  'diagnostic.lists/journal-cell':
    'In line {line} of {file} the quotes in the column “{column}” do not match.',
  'diagnostic.lists/journal-cell.do': 'The file is damaged there: fetch it again.',
  'diagnostic.lists/journal-value':
    'Line {line} of {file} has “{text}” in the column “{column}”, which is no value of it.',
  'diagnostic.lists/journal-value.do':
    'Every row has a programme, a measure, a name and one of the kinds of the format: fetch the file again.',
  'diagnostic.lists/journal-no-removals':
    '{count, plural, one {The table of an amending act ({file}) adds and changes entries and never removes} other {# tables of amending acts (such as {file}) add and change entries and never remove}} any: who was removed by an act may still be on this list.',
  'diagnostic.lists/journal-no-removals.do':
    'Check a hit against the consolidated act before you rely on it.',
  'diagnostic.lists/no-files':
    '{path} holds no file that could be a list (.csv, .xml, .json, .tsv, or one of them with .gz).',
  'diagnostic.lists/no-files.do': 'Name the list’s file, or the folder with its files.',
  'diagnostic.lists/gzip':
    '{file} is packed with gzip and {reason, select, large {comes to more than {max} bytes} other {cannot be unpacked: it is cut or damaged}}.',
  'diagnostic.lists/gzip.do':
    'Fetch the file again, or unpack it yourself and name what comes out.',
  'diagnostic.lists/unknown-format':
    '{file} is of no format that is read{found, select, compressed {: it is a compressed archive} eu_xml {: it is data of the European Union in another XML format} html {: it is an HTML page, perhaps an error page of the site} json {: it is JSON, and not entities.ftm.json with one entity in each line} ofac_delimited {: it is OFAC’s data in the delimited format, with @ in place of commas} ofac_xml {: it is OFAC’s data in another XML format} pdf {: it is a PDF file} semicolons {: it is a table with semicolons between its columns} un_xml {: it is data of the United Nations in another format} uk_csv {: it is another table of the United Kingdom} utf_16 {: it is text in UTF-16 that begins like none of them} xml {: it is XML with another root} other {}}. Read are: OFAC (CSV set, SDN XML, Advanced XML), EU (FSF XML, tables of the Official Journal), UN (XML), UK (XML, CSV), OpenSanctions (entities.ftm.json, targets.simple.csv), and snapshots of Holdfast.',
  'diagnostic.lists/unknown-format.do':
    'Use the file as its issuer publishes it. If it is one of these, its beginning is cut or damaged: fetch it again.',
  'diagnostic.lists/several-formats':
    'The files are of several formats ({formats}) and therefore of several lists: {files}{more, plural, =0 {} other { and # more}}.',
  'diagnostic.lists/several-formats.do':
    'Name one of the files, or keep each list in a folder of its own.',
  'diagnostic.lists/several-lists':
    'Each of these files is a list of its own: {files}{more, plural, =0 {} other { and # more}}.',
  'diagnostic.lists/several-lists.do':
    'Name one of the files, or keep each version in a folder of its own.',
  'diagnostic.lists/table-twice': 'Two of the files are {table} of OFAC by their columns: {files}.',
  'diagnostic.lists/table-twice.do':
    'Name one of the files, or keep each publication in a folder of its own.',
  'diagnostic.lists/passed-over':
    'Passed over, being of no format that is read: {files}{more, plural, =0 {} other { and # more}}.',
  'diagnostic.lists/passed-over.do': 'Nothing to do, if that is no part of the list.',
  'diagnostic.lists/no-main-table':
    'Of OFAC’s files the one with the entries is missing (SDN.CSV or CONS_PRIM.CSV); by their columns there is only {tables}: {files}{more, plural, =0 {} other { and # more}}.',
  'diagnostic.lists/no-main-table.do':
    'Put the file with the entries of the same day beside them, and name the folder.',
} as const
