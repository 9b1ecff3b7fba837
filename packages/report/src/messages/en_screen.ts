/** English: parties looked up in lists, why they match, and what was decided. */
export const enScreen = {
  'screen.head':
    '{count, plural, one {One party} other {# parties}} looked up, from a score of {threshold} on:',
  'screen.none': 'nothing found',
  'screen.none.of':
    '{count, plural, one {One party is} other {# parties are}} on no list as far as names tell.',
  'screen.summary':
    '{open, plural, =0 {Nothing is left to decide} one {One match is to be decided, of one party} other {# matches are to be decided, of {parties, plural, one {one party} other {# parties}}}}; {decided, plural, =0 {none was decided before} one {one was decided before} other {# were decided before}}.',
  'screen.match': '{score}  {list} {entry}  {name}',
  'screen.kind':
    '{kind, select, person {person} entity {organisation} vessel {vessel} aircraft {aircraft} other {asset}}',
  'screen.stands-as': 'stands there as {name}',
  'screen.weak': 'a weak alias, as the list itself says',
  'screen.programmes': 'programme {programmes}',
  'screen.decision':
    '{outcome, select, cleared {Cleared} other {Confirmed}} by {by} on {on}: {why}',
  'screen.decision.changed':
    'The entry has changed since it was {outcome, select, cleared {cleared} other {confirmed}} by {by} on {on} ({why}): decide anew.',
  'screen.more':
    'Other spellings than these may hide a party; a name alone proves no identity. Compare dates and places of birth, numbers and addresses before you decide.',
  'screen.decided':
    '{outcome, select, cleared {Cleared} confirmed {Confirmed} other {Taken back}}: {name} and {list} {entry}. It is asked again when the entry changes.',
  'reason.same-name': 'the same name',
  'reason.same-words': 'the same words in another order',
  'reason.same-parts': 'the same: {words}',
  'reason.spelling': '“{asked}” is spelt “{listed}”',
  'reason.script': '“{asked}” in another script is “{listed}”',
  'reason.sound': '“{asked}” sounds like “{listed}”',
  'reason.nickname': '“{asked}” also stands for “{listed}”',
  'reason.initial': '“{asked}” is the first letter of “{listed}”, or the other way round',
  'reason.number': '“{asked}” is the number “{listed}”',
  'reason.joined': '“{asked}” is written “{listed}”',
  'reason.acronym': '“{asked}” are first letters: “{listed}”',
  'reason.other-words': 'where one says “{asked}” the other says “{listed}”',
  'reason.only-asked': 'only the name asked for has “{words}”',
  'reason.only-listed': 'only the list has “{words}”',
  'reason.legal-form': 'another legal form: {asked}, {listed}',
  'reason.birth-same': 'born on the same day ({listed})',
  'reason.birth-swapped': 'born on the same day with day and month exchanged ({listed})',
  'reason.birth-same-year': 'born in the same year ({asked}; the list: {listed})',
  'reason.birth-near': 'born about then ({asked}; the list: {listed})',
  'reason.birth-other-day':
    'against it: born on another day of that year ({asked}; the list: {listed})',
  'reason.birth-near-year': 'against it: born a year apart ({asked}; the list: {listed})',
  'reason.birth-other-year': 'against it: born in another year ({asked}; the list: {listed})',
  'reason.country-same': 'the same country ({listed})',
  'reason.country-other': 'against it: another country ({asked}; the list: {listed})',
  'reason.gender-other': 'against it: {asked}; the list: {listed}',
  'reason.number-same': 'the same number ({kind})',
  'diagnostic.call/bad-about':
    '“{value}” is no {option, select, kind {kind of party} born {date of birth} other {country}} that is known.',
  'diagnostic.call/bad-about.do':
    '{option, select, kind {Known are person, entity, vessel, aircraft, asset.} born {Write YYYY-MM-DD, YYYY-MM or YYYY.} other {Write the code of two letters (NL), or the name in English.}}',
  'diagnostic.call/empty-name': 'There is no letter in the name to look up.',
  'diagnostic.call/empty-name.do':
    'Give a name, a CSV file of parties, or the folder of a dossier.',
  'diagnostic.call/long-name':
    'The name has more than {words_max} words, which are all that are compared.',
  'diagnostic.call/long-name.do': 'Give the name alone; further names one by one.',
  'diagnostic.screen/first-columns':
    'No column of {file} is called name1 or name2: the first two, “{first}” and “{second}”, are compared.',
  'diagnostic.screen/first-columns.do':
    'Call the columns of the names name1 and name2, and that of the kind kind.',
  'diagnostic.screen/long-name':
    'The name on line {line} of {file} has more than {words_max} words, which are all that are compared.',
  'diagnostic.screen/long-name.do': 'Write the name alone; further names in the column aliases.',
  'diagnostic.screen/no-rows': '{file} has a header and no row below it.',
  'diagnostic.screen/no-rows.do':
    'Check that the file is the right one and was written to its end.',
  'diagnostic.screen/no-name': 'The row on line {line} of {file} has no name with a letter in it.',
  'diagnostic.screen/no-name.do':
    'Write the name, or take the row out: nobody is cleared by an empty name.',
  'diagnostic.screen/unknown-kind':
    'Line {line} of {file} has the kind “{text}”, which is not known.',
  'diagnostic.screen/unknown-kind.do':
    'Known are person, entity, vessel, aircraft and asset, and what OpenSanctions calls them; leave the cell empty where it is not known.',
  'diagnostic.screen/bad-date':
    'Line {line} of {file} has the date of birth “{text}”, which can be read in more ways than one.',
  'diagnostic.screen/bad-date.do':
    'Write YYYY-MM-DD, YYYY-MM or YYYY: other orders can be read two ways.',
  'diagnostic.screen/unknown-country':
    'Line {line} of {file} has the country “{text}”, which is not known.',
  'diagnostic.screen/unknown-country.do':
    'Write the code of two letters (NL), or the name in English.',
  'diagnostic.screen/bad-cell': 'In line {line} of {file} the quotes of “{text}” do not match.',
  'diagnostic.screen/bad-cell.do':
    'Part several values by semicolons; quote a value that holds one, and double quotes within.',
  'diagnostic.screen/decisions-damaged': 'Line {line} of {file} is no decision.',
  'diagnostic.screen/decisions-damaged.do':
    'Nothing is screened with half a memory: mend the line from a copy, or move the file away to start anew.',
  'diagnostic.screen/no-such-entry': 'No list at hand has the entry {entry} of {list}.',
  'diagnostic.screen/no-such-entry.do':
    'Look the name up with holdfast screen, and copy list and number from its answer.',
  'diagnostic.screen/bad-number':
    '“{value}” is not {option, select, threshold {a score between 0 and 1} other {a whole number from 1 on}}.',
  'diagnostic.screen/bad-number.do':
    'Write for example {option, select, threshold {0.5} other {10}}.',
  'diagnostic.screen/what-is-decided': 'A decision is one of cleared, confirmed, reopened.',
  'diagnostic.screen/what-is-decided.do': 'Give exactly one of --cleared, --confirmed, --reopen.',
  'diagnostic.screen/who-and-why': 'A decision needs a name and a reason: {missing} is missing.',
  'diagnostic.screen/who-and-why.do':
    'Give --by WHO and --why TEXT: whoever asks later must find both.',
  'help.screen': `holdfast screen NAME|FILE.csv|DOSSIER [options]

Looks parties up in the lists: persons, organisations, vessels, across spellings,
scripts, word orders, short forms and legal forms. Each match has a score between
0 and 1 that ranks it, and the reasons in words. What was decided before is
remembered (holdfast decide) until the entry changes.

  FILE.csv           a column name; where there are any id, kind, aliases,
                     birth_date, countries, gender, identifiers
  DOSSIER            all parties of a dossier
  --kind KIND        person, entity, vessel, aircraft, asset
  --born DATE        YYYY-MM-DD, YYYY-MM or YYYY; may be repeated
  --country CODE     nationality, seat or flag; may be repeated
  --number NUMBER    of a passport, register, ship, wallet; may be repeated
  --threshold S      the least score that is told (0.5)
  --limit N          matches told of each party (10)
  --lists LIST       a file or folder of any format, LIST@DATE, a day; may be
                     repeated (the lists kept by holdfast lists update, else the
                     snapshot that ships)
  --store DIR        the folder of kept lists
  --on DATE          the lists as they were on this day
  --decisions FILE   the memory of decisions (beside the kept lists)
  --pairs FILE.csv   score pairs of names in place of looking up: columns name1,
                     name2, and kind where it is known
  --json             one object a line for each party, or each pair

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.decide': `holdfast decide NAME LIST ENTRY --cleared|--confirmed|--reopen --by WHO --why TEXT

Remembers what somebody decided about a match, so that holdfast screen asks again
only when the entry changes. Decisions are added and never overwritten.

  --born DATE        as it was given to holdfast screen: a namesake born on another
                     day is another subject
  --lists, --store, --on
                     as for holdfast screen
  --decisions FILE   the memory of decisions (beside the kept lists)

Exit code: 0 kept, 1 an input has errors, 2 wrong call.`,
} as const
