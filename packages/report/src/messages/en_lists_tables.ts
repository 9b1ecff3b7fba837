/** English: what is wrong with a table, a file of JSON lines, or a set of files, and what to do. */
export const enListsTables = {
  'diagnostic.lists/csv-empty': '{file} is empty: it has not even a header.',
  'diagnostic.lists/csv-empty.do':
    'Fetch or save the file again; an empty file never means that nobody is on a list.',
  'diagnostic.lists/csv-encoding':
    'Near line {line} {file} is no longer text in {encoding}: it is damaged, or was saved in another encoding.',
  'diagnostic.lists/csv-encoding.do':
    'Fetch a list again as its issuer publishes it; save a table of your own as “CSV UTF-8”.',
  'diagnostic.lists/csv-control':
    'Line {line} of {file} holds the control character {character}, which stands in no text.',
  'diagnostic.lists/csv-control.do': 'The file is damaged there or is no text: fetch it again.',
  'diagnostic.lists/csv-cut':
    'The quoted text that begins in line {line} of {file} does not end before the file does.',
  'diagnostic.lists/csv-cut.do':
    'The file is cut, or a quote is missing there: fetch it again. Nothing of a cut file is used.',
  'diagnostic.lists/csv-cut-line':
    '{file} ends in the middle of line {line}, without a line end: it is cut.',
  'diagnostic.lists/csv-cut-line.do':
    'Fetch the file again and compare its size; nothing of a cut file is used.',
  'diagnostic.lists/csv-text-after-quote':
    'In line {line} of {file} text follows the quote that closes a field.',
  'diagnostic.lists/csv-text-after-quote.do':
    'A quote within a quoted field is written twice. If others wrote the file, fetch it again.',
  'diagnostic.lists/csv-quote-inside':
    'In line {line} of {file} a quote stands within a field that has none at its beginning.',
  'diagnostic.lists/csv-quote-inside.do':
    'Put such a field into quotes and write the quote twice. If others wrote the file, fetch it again.',
  'diagnostic.lists/csv-columns':
    'Line {line} of {file} has {found} {found, plural, one {column} other {columns}}, its header {wanted}.',
  'diagnostic.lists/csv-columns.do':
    'Put a field that holds the delimiter into quotes. If others wrote the file, fetch it again.',
  'diagnostic.lists/csv-columns-max': 'Line {line} of {file} has more than {max} columns.',
  'diagnostic.lists/csv-columns-max.do':
    'Check that this is a table with one record in each line, and that the delimiter is right.',
  'diagnostic.lists/csv-field-max':
    'A field in line {line} of {file} has more than {max} characters.',
  'diagnostic.lists/csv-field-max.do': 'A quote is probably missing there: fetch the file again.',
  'diagnostic.lists/csv-rows-max': '{file} has more than {max} rows.',
  'diagnostic.lists/csv-rows-max.do': 'Check that this is one table; read it in parts if it is.',
  'diagnostic.lists/csv-no-column':
    'The header of {file} lacks {wanted}. Line {line} begins with {found}.',
  'diagnostic.lists/csv-no-column.do':
    'Check that this is the right file, that its first line names the columns, and that its delimiter is right.',
  'diagnostic.lists/csv-column-twice': 'The header of {file} names the column “{column}” twice.',
  'diagnostic.lists/csv-column-twice.do': 'Give each column a name of its own.',
} as const
