/** English: what is odd in a file of GLEIF, and what to do. */
export const enGleif = {
  'diagnostic.ownership/gleif-unknown':
    '{file} is none of the files of GLEIF: neither level 1, nor level 2, nor reporting exceptions.',
  'diagnostic.ownership/gleif-unknown.do':
    'Give a golden copy or a delta as GLEIF publishes it, in XML, JSON or CSV.',
  'diagnostic.ownership/gleif-empty': '{file} is a file of GLEIF and has no record.',
  'diagnostic.ownership/gleif-empty.do':
    'Fetch the file again; a file without records never means that there is nobody.',
  'diagnostic.ownership/source-cut':
    '{file} could be read only as far as the problem above: {count, plural, one {# record} other {# records}}.',
  'diagnostic.ownership/source-cut.do':
    'What was read is used, and answers that rest on this file say so. Fetch it again whole.',
  'diagnostic.ownership/gleif-count':
    'The header of {file} says that it has {stated} records; it has {count}.',
  'diagnostic.ownership/gleif-count.do':
    'The file is an extract, or records are missing: what was read is used, and answers that rest on this file say so.',
  'diagnostic.ownership/gleif-no-lei': 'The record in line {line} of {file} lacks an LEI.',
  'diagnostic.ownership/gleif-no-lei.do':
    'The record is passed over, so this file is not whole. Fetch it again; tell GLEIF if it stays.',
  'diagnostic.ownership/gleif-record':
    'The record in line {line} of {file} is no entity, no relation and no reporting exception.',
  'diagnostic.ownership/gleif-record.do':
    'The record is passed over, so this file is not whole. Check that the file is as GLEIF has it.',
  'diagnostic.ownership/gleif-check-digits':
    'The check digits of the LEI {lei} in line {line} of {file} are wrong.',
  'diagnostic.ownership/gleif-check-digits.do':
    'The record is kept under the LEI as printed. Look the entity up at search.gleif.org.',
  'diagnostic.ownership/gleif-date': 'In line {line} of {file}, “{date}” is no date.',
  'diagnostic.ownership/gleif-date.do': 'The relation is kept, and that day of it is not known.',
  'diagnostic.ownership/gleif-relation':
    'The relation in line {line} of {file} is of a type that is not known: “{type}”.',
  'diagnostic.ownership/gleif-relation.do':
    'The relation is passed over, so this file is not whole. A newer release may know the type.',
  'diagnostic.ownership/gleif-exception':
    'The reporting exception in line {line} of {file} is of a category that is not known: “{category}”.',
  'diagnostic.ownership/gleif-exception.do':
    'The exception is passed over, so this file is not whole. A newer release may know the category.',
  'diagnostic.ownership/gleif-reason':
    'The reporting exception in line {line} of {file} gives a reason that is not known: “{reason}”.',
  'diagnostic.ownership/gleif-reason.do':
    'The reason is kept as written. It is not taken to say that nobody consolidates the entity.',
  'diagnostic.ownership/gleif-left-out':
    '{count, plural, one {# relation of {file} is annulled, a duplicate or transferred: it states nothing.} other {# relations of {file} are annulled, duplicates or transferred: they state nothing.}}',
  'diagnostic.ownership/gleif-left-out.do':
    'They are left out. The issuer that took over a transferred record publishes it itself.',
} as const
