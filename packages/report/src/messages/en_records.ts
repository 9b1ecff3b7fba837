/** Diagnostics of the readers of CSV, XML and JSON, whatever the file is about. */
export const enRecords = {
  'diagnostic.records/empty-file':
    '{file} is empty. An empty file is never read as one in which nobody stands.',
  'diagnostic.records/empty-file.do':
    'Fetch the file again; if it is empty at its source too, keep using the last whole one.',
  'diagnostic.records/file-too-large': '{file} has {size} bytes; at most {max} are read.',
  'diagnostic.records/file-too-large.do':
    'Check that this is the file meant, and not an archive or a collection of files.',
  'diagnostic.records/too-many-rows': '{file} has more than {max} rows.',
  'diagnostic.records/too-many-rows.do': 'Check that this is one file of one day.',
  'diagnostic.records/more-problems':
    '{count, plural, one {There is # more problem.} other {There are # more problems.}}',
  'diagnostic.records/more-problems.do':
    'Mend what is named above first; often it is the cause of the rest.',
  'diagnostic.records/csv-empty': '{file} is empty: it has not even a header.',
  'diagnostic.records/csv-empty.do':
    'Fetch or save the file again; an empty file never means that nobody is in it.',
  'diagnostic.records/csv-encoding':
    'In line {line} {file} is no longer text in {encoding}: it is damaged, or was saved in another encoding.',
  'diagnostic.records/csv-encoding.do':
    'Fetch a published file again as its issuer has it; save a table of your own as “CSV UTF-8”.',
  'diagnostic.records/csv-control':
    'Line {line} of {file} holds the control character {character}, which stands in no text.',
  'diagnostic.records/csv-control.do': 'The file is damaged there or is no text: fetch it again.',
  'diagnostic.records/csv-cut':
    'The quoted text that begins in line {line} of {file} does not end before the file does.',
  'diagnostic.records/csv-cut.do': 'The file is cut, or a quote is missing there: fetch it again.',
  'diagnostic.records/csv-cut-line':
    '{file} ends in the middle of line {line}, without a line end: it is cut.',
  'diagnostic.records/csv-cut-line.do':
    'Fetch the file again and compare its size; nothing of a cut file is used.',
  'diagnostic.records/csv-text-after-quote':
    'In line {line} of {file} text follows the quote that closes a field.',
  'diagnostic.records/csv-text-after-quote.do':
    'A quote within a quoted field is written twice. If others wrote the file, fetch it again.',
  'diagnostic.records/csv-quote-inside':
    'In line {line} of {file} a quote stands within a field that has none at its beginning.',
  'diagnostic.records/csv-quote-inside.do':
    'Put such a field into quotes and write the quote twice. If others wrote the file, fetch it again.',
  'diagnostic.records/csv-columns':
    'Line {line} of {file} has {found} {found, plural, one {column} other {columns}}, its header {wanted}.',
  'diagnostic.records/csv-columns.do':
    'Put a field that holds the delimiter into quotes. If others wrote the file, fetch it again.',
  'diagnostic.records/csv-columns-max': 'Line {line} of {file} has more than {max} columns.',
  'diagnostic.records/csv-columns-max.do':
    'Check that this is a table with one record in each line, and that the delimiter is right.',
  'diagnostic.records/csv-field-max':
    'A field in line {line} of {file} has more than {max} characters.',
  'diagnostic.records/csv-field-max.do': 'A quote is probably missing there: fetch the file again.',
  'diagnostic.records/csv-rows-max': '{file} has more than {max} rows.',
  'diagnostic.records/csv-rows-max.do': 'Check that this is one table; read it in parts if it is.',
  'diagnostic.records/csv-no-column':
    'The header of {file} lacks {wanted}{more, plural, =0 {} one { and # more column} other { and # more columns}}. Line {line} begins with {found}.',
  'diagnostic.records/csv-no-column.do':
    'Check that this is the right file, that its first line names the columns, and that its delimiter is right.',
  'diagnostic.records/csv-column-twice': 'The header of {file} names the column “{column}” twice.',
  'diagnostic.records/csv-column-twice.do': 'Give each column a name of its own.',
  'diagnostic.records/json-encoding':
    'In line {line} {file} is no longer text in UTF-8: it is damaged, or was saved in another encoding.',
  'diagnostic.records/json-encoding.do': 'Fetch the file again as its issuer publishes it.',
  'diagnostic.records/json-line': 'Line {line} of {file} is not a JSON object.',
  'diagnostic.records/json-line.do':
    'If it is the last line, the file is cut; else it is damaged there: fetch it again.',
  'diagnostic.records/json-line-max': 'Line {line} of {file} has more than {max} characters.',
  'diagnostic.records/json-line-max.do':
    'Each line holds one entity; a file with all of them in one line is of another format.',
  'diagnostic.records/json-cut':
    '{file} ends in line {line} before its last bracket is closed: it is cut.',
  'diagnostic.records/json-cut.do':
    'Fetch the file again and compare its size with that at its source.',
  'diagnostic.records/json-record':
    'What begins in line {line} of {file} is not a JSON object in an array.',
  'diagnostic.records/json-record.do':
    'The file is damaged there, or is of another format: fetch it again.',
  'diagnostic.records/json-record-max':
    'The object that begins in line {line} of {file} has more than {max} bytes.',
  'diagnostic.records/json-record-max.do':
    'A quote or a bracket is probably missing there: fetch the file again.',
  'diagnostic.records/xml-broken': '{file} is no well-formed XML from here on: {reason}.',
  'diagnostic.records/xml-broken.do':
    'The file is damaged there: fetch it again. The last whole one is still right.',
  'diagnostic.records/xml-doctype':
    '{file} has a DOCTYPE. No official file has one, and it could make the file read other files or grow without end.',
  'diagnostic.records/xml-doctype.do':
    'Fetch the file from its issuer. If it is an HTML page, the address no longer leads to the file.',
  'diagnostic.records/xml-cut': '{file} ends before its last end tag: it is cut.',
  'diagnostic.records/xml-cut.do':
    'Fetch the file again and compare its size with that at its source.',
  'diagnostic.records/xml-root':
    '{file} is XML, but its first element <{name}> is that of no format asked for.',
  'diagnostic.records/xml-root.do':
    'Give the file as its issuer publishes it, in one of the formats that help names.',
  'diagnostic.records/xml-limit':
    '{file} goes beyond a limit here: {what, select, depth {more than {max} elements within each other} elements {more than {max} elements in one record} attributes {more than {max} attributes in one element} other {more than {max} characters in one record or one text}}.',
  'diagnostic.records/xml-limit.do':
    'No official file comes near this limit: the file is damaged or was made to do harm. Fetch it again.',
  'diagnostic.records/xml-encoding':
    '{encoding, select, utf-8 {From here on {file} is no text in UTF-8: a byte is of another encoding} other {{file} is not text in the encoding {encoding} that it names}}.',
  'diagnostic.records/xml-encoding.do':
    'Use the file as it was fetched; do not save it again with an editor or a program.',
} as const
