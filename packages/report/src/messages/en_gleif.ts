/** English: what is odd in a file of GLEIF, and what to do. */
export const enGleif = {
  'diagnostic.ownership/source-cut':
    'Not all of {file} could be read, for the reasons above: {count, plural, one {# record was} other {# records were}}.',
  'diagnostic.ownership/source-cut.do':
    'What was read is used, and answers that rest on this file say so. Fetch it again whole.',
  'diagnostic.ownership/gleif-check-digits':
    'The check digits of the LEI {lei} in line {line} of {file} are wrong.',
  'diagnostic.ownership/gleif-check-digits.do':
    'The record is kept under the LEI as printed. Look the entity up at search.gleif.org.',
  'diagnostic.ownership/gleif-date': 'In line {line} of {file}, “{date}” is no date.',
  'diagnostic.ownership/gleif-date.do': 'The relation is kept, and that day of it is not known.',
  'diagnostic.ownership/gleif-reason':
    'The reporting exception in line {line} of {file} gives a reason that is not known: “{reason}”.',
  'diagnostic.ownership/gleif-reason.do':
    'The reason is kept as written. It is not taken to say that nobody consolidates the entity.',
  'diagnostic.ownership/gleif-left-out':
    '{count, plural, one {# relation of {file} is annulled, a duplicate or transferred: it states nothing.} other {# relations of {file} are annulled, duplicates or transferred: they state nothing.}}',
  'diagnostic.ownership/gleif-left-out.do':
    'They are left out. The issuer that took over a transferred record publishes it itself.',
} as const
