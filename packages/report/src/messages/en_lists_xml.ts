/** English: what is wrong with a list in XML, or with a record of a list, and what to do. */
export const enListsXml = {
  'diagnostic.lists/no-entries':
    '{file} is whole but has no entry. Such a list is never read as a list on which nobody stands.',
  'diagnostic.lists/no-entries.do':
    'Fetch the file again; if it has none at its source too, keep using the last list.',
  'diagnostic.lists/record-missing':
    'The record that begins in line {line} of {file} has no {field}.',
  'diagnostic.lists/record-missing.do':
    'No official record lacks it: fetch the file again. A list of which one record is unsure is not used.',
  'diagnostic.lists/record-value':
    'In the record that begins in line {line} of {file} {field} is “{text}”, which is not known.',
  'diagnostic.lists/record-value.do':
    'Fetch the file again. If the issuer has added this word, report it to the project.',
  'diagnostic.lists/rows-disagree':
    'Line {line} of {file} says another {field} of {number} than line {first}.',
  'diagnostic.lists/rows-disagree.do':
    'The file is damaged or was put together from several: fetch it again.',
  'diagnostic.lists/few-names':
    '{file} has {count, plural, one {# name} other {# names}}; the whole list of {day} had {expected}. Part of it is probably missing.',
  'diagnostic.lists/few-names.do':
    'Fetch the file again. An excerpt proves only who is on the list, never who is not.',
  'diagnostic.lists/dates-not-read':
    '{count, plural, one {A date of {file} cannot be read (“{text}” in line {line}). It is kept as text and not compared.} other {# dates of {file} cannot be read (first: “{text}” in line {line}). They are kept as text and not compared.}}',
  'diagnostic.lists/dates-not-read.do':
    'Nothing is lost, but such a date speaks neither for nor against a match. If there are many, the format may have changed: report it to the project.',
  'diagnostic.lists/alias-quality':
    '{count, plural, one {A name of {file} has a kind or quality that is not known (“{text}” in line {line}). It is taken for a strong alias.} other {# names of {file} have a kind or quality that is not known (first: “{text}” in line {line}). They are taken for strong aliases.}}',
  'diagnostic.lists/alias-quality.do':
    'Nothing is lost. If the issuer has added this word, report it to the project.',
} as const
