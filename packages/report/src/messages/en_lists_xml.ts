/** English: what is wrong with a list in XML, or with a record of a list, and what to do. */
export const enListsXml = {
  'diagnostic.lists/xml-broken': '{file} is no well-formed XML from here on: {reason}.',
  'diagnostic.lists/xml-broken.do':
    'The file is damaged there: fetch it again. Nothing of it is used; the last whole list is still right.',
  'diagnostic.lists/xml-doctype':
    '{file} has a DOCTYPE. No official list has one, and it could make the file read other files or grow without end.',
  'diagnostic.lists/xml-doctype.do':
    'Fetch the file from its issuer. If it is an HTML page, the address no longer leads to the list.',
  'diagnostic.lists/xml-cut':
    '{file} ends before its last end tag: it is cut. Nothing of a cut list is used.',
  'diagnostic.lists/xml-cut.do':
    'Fetch the file again and compare its size with that at its source.',
  'diagnostic.lists/xml-root':
    '{file} is XML, but its first element <{name}> is that of no list asked for.',
  'diagnostic.lists/xml-root.do':
    'Give the list as its issuer publishes it, in one of the formats that help names.',
  'diagnostic.lists/xml-limit':
    '{file} goes beyond a limit here: {what, select, depth {more than {max} elements within each other} elements {more than {max} elements in one record} attributes {more than {max} attributes in one element} other {more than {max} characters in one record or one text}}.',
  'diagnostic.lists/xml-limit.do':
    'No official list comes near this limit: the file is damaged or was made to do harm. Fetch it again.',
  'diagnostic.lists/xml-encoding':
    '{encoding, select, utf-8 {From here on {file} is no text in UTF-8: a byte is of another encoding} other {{file} is not text in the encoding {encoding} that it names}}.',
  'diagnostic.lists/xml-encoding.do':
    'Use the file as it was fetched; do not save it again with an editor or a program.',
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
