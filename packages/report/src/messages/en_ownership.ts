/** English: what is odd in files that say who owns whom, and what to do. */
export const enOwnership = {
  'diagnostic.ownership/unknown-format':
    '{file} is none of the files of owners that are read, and is passed over.',
  'diagnostic.ownership/unknown-format.do':
    'Read are files of GLEIF, the UK register of people with significant control, the Beneficial Ownership Data Standard, FollowTheMoney, and CSV with the columns owner, asset and share, or id and name.',
  'diagnostic.ownership/no-records': '{file} has no record of an owner or a party.',
  'diagnostic.ownership/no-records.do':
    'Fetch the file again; a file without records never means that there is nobody.',
  'diagnostic.ownership/records-lost':
    '{file} says that it has {stated} records; {count, plural, one {# was} other {# were}} found.',
  'diagnostic.ownership/records-lost.do':
    'What was read is used, and answers that rest on this file say so. Fetch it again whole.',
  'diagnostic.ownership/record-not-read':
    'The record in line {line} of {file} lacks “{key}”, or has something there that is not known.',
  'diagnostic.ownership/record-not-read.do':
    'The record is passed over, so this file is not whole. Check that the file is as its publisher has it.',
  'diagnostic.ownership/more-like-this':
    '{file} has {count, plural, one {# more warning} other {# more warnings}} of the kind {code}.',
  'diagnostic.ownership/more-like-this.do':
    'Mend what is named above first; often it is the cause of the rest.',
  'diagnostic.ownership/share-not-read':
    'The share “{text}” in line {line} of {file} is no number, range or band that is known.',
  'diagnostic.ownership/share-not-read.do':
    'It counts as some share, nobody knows how large. Write 50, 33.3, 25-50, >75, <=50 or 25-to-50-percent, or leave it empty.',
  'diagnostic.ownership/share-negative':
    'The share “{text}” in line {line} of {file} is less than nothing.',
  'diagnostic.ownership/share-negative.do':
    'It counts as some share, nobody knows how large. Look it up where the row comes from.',
  'diagnostic.ownership/share-over-100':
    'The share “{text}” in line {line} of {file} is more than all of it.',
  'diagnostic.ownership/share-over-100.do':
    'It counts as some share, nobody knows how large. Look it up where the row comes from.',
  'diagnostic.ownership/share-inverted':
    'The bounds of the share “{text}” in line {line} of {file} contradict each other.',
  'diagnostic.ownership/share-inverted.do':
    'It counts as some share, nobody knows how large. Write the smaller number first.',
  'diagnostic.ownership/self-owner': 'In line {line} of {file} {party} owns itself.',
  'diagnostic.ownership/self-owner.do':
    'The stake is left out: no rule counts own shares. Check which of the two names is wrong.',
  'diagnostic.ownership/edge-to-nowhere':
    '{column, select, owner {Line {line} of {file} does not say who the owner is.} other {Line {line} of {file} does not say what is owned.}}',
  'diagnostic.ownership/edge-to-nowhere.do':
    '{column, select, owner {The stake is kept with an owner without a name, and answers that rest on it say so. Write the owner, or take the line out.} other {The line says nothing and is left out. Write what is owned, or take the line out.}}',
  'diagnostic.ownership/others-not-read':
    'Line {line} of {file} is about all owners that are not named, and says “{text}” of them.',
  'diagnostic.ownership/others-not-read.do':
    'Write complete when there are no others, dispersed when they are many small ones, or unknown.',
  'diagnostic.ownership/cell-not-read':
    'The column {column} in line {line} of {file} says “{text}”, which has no meaning there.',
  'diagnostic.ownership/cell-not-read.do':
    'The line is kept without it. Write a date as 2026-07-01, and of words only those that the column knows.',
  'diagnostic.ownership/country-not-read':
    'The column {column} in line {line} of {file} names no country that is known: “{text}”.',
  'diagnostic.ownership/country-not-read.do':
    'The party is kept without it. Write the code of ISO 3166, as IE or US-DE, or the name in English.',
  'diagnostic.ownership/party-without-id': 'The party in line {line} of {file} has no id.',
  'diagnostic.ownership/party-without-id.do':
    'The line is left out. Write under id what the cells of the table of owners say.',
  'diagnostic.ownership/lei-wrong':
    'The check digits of the LEI {lei} in line {line} of {file} are wrong.',
  'diagnostic.ownership/lei-wrong.do':
    'The party is kept without it, so that it is not taken for another. Look it up at search.gleif.org.',
  'diagnostic.ownership/lei-doubtful':
    '{lei} in line {line} of {file} looks like an LEI, and its check digits are wrong.',
  'diagnostic.ownership/lei-doubtful.do':
    'The party is kept under it as under a name, and nothing is found for it elsewhere. Look the LEI up at search.gleif.org.',
  'diagnostic.ownership/psc-kind':
    'The record in line {line} of {file} is of a kind that is not known: “{kind}”.',
  'diagnostic.ownership/psc-kind.do':
    'It stands as a reason why owners of the company are missing. A newer release may know the kind.',
  'diagnostic.ownership/psc-nature':
    'The record in line {line} of {file} has a nature of control that is not known: “{text}”.',
  'diagnostic.ownership/psc-nature.do':
    'The other natures of the record are used; without one it is a stake of which no share is known.',
} as const
