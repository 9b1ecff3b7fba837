/** English: what is wrong with OFAC's lists in XML, and what to do. */
export const enListsOfac = {
  'diagnostic.lists/ofac-count':
    '{file} states {stated, plural, one {# entry} other {# entries}} and has {entries}.',
  'diagnostic.lists/ofac-count.do':
    'The file was changed or put together from several: fetch it again. Nothing of it is used.',
  'diagnostic.lists/ofac-no-count':
    '{file} does not state how many entries it has: nothing proves that none is missing.',
  'diagnostic.lists/ofac-no-count.do':
    'Use the official file as it was fetched; its head has Record_Count.',
  'diagnostic.lists/ofac-reference':
    '{element} in line {line} of {file} names {what} {id}, which the file does not have.',
  'diagnostic.lists/ofac-reference.do':
    'A part of the file is missing: fetch it again. Nothing of it is used.',
  'diagnostic.lists/ofac-no-party':
    'Line {line} of {file} lists the profile {profile}, and no party of the file has it.',
  'diagnostic.lists/ofac-no-party.do':
    'A party is missing: fetch the file again. Nothing of it is used.',
  'diagnostic.lists/ofac-unlisted':
    '{file} has {count, plural, one {# party} other {# parties}} that no sanctions entry names: programmes and days of listing are missing there.',
  'diagnostic.lists/ofac-unlisted.do':
    'The entries are read and count as listed. Fetch the file again, or read the CSV files beside it.',
  'diagnostic.lists/ofac-delta':
    '{file} holds changes to another version and is no whole list (line {line}).',
  'diagnostic.lists/ofac-delta.do': 'Fetch the whole list; changes alone are not read.',
} as const
