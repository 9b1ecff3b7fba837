/**
 * English: what is wrong (`diagnostic.<code>`), what to do (`diagnostic.<code>.do`) and, where a
 * problem has further places, the note beside them (`diagnostic.<code>.also`, or `.also2` for the
 * third place and so on).
 */
export const enDiagnostics = {
  'diagnostic.dossier/no-files': 'The dossier has no files.',
  'diagnostic.dossier/no-files.do': 'Name a folder with YAML files; “holdfast init” starts one.',
  'diagnostic.dossier/too-many-files':
    'The dossier has {files} files; at most {files_max} are read.',
  'diagnostic.dossier/too-many-files.do': 'Name the dossier’s own folder, not one above it.',
  'diagnostic.dossier/too-large': 'The file has {bytes} bytes; at most {bytes_max} are read.',
  'diagnostic.dossier/too-large.do': 'Split it: a dossier may have many files.',
  'diagnostic.dossier/not-utf8': 'The file is no UTF-8 text.',
  'diagnostic.dossier/not-utf8.do': 'Save it as UTF-8; in most editors: “Save with encoding”.',
  'diagnostic.dossier/too-deep': 'Lists and mappings are nested more than {levels_max} deep.',
  'diagnostic.dossier/too-deep.do': 'No dossier needs this: flatten it.',
  'diagnostic.dossier/too-many-values':
    'The file expands to more than {values_max} values, which anchors can do in a few lines.',
  'diagnostic.dossier/too-many-values.do': 'Write the values out where they are needed.',
  'diagnostic.dossier/yaml-syntax': 'This is not valid YAML: {detail}',
  'diagnostic.dossier/yaml-syntax.do':
    'Look at indentation (spaces, never tabs), at colons and at quotes on this line and above.',
  'diagnostic.dossier/duplicate-key': 'The same key stands twice in one mapping.',
  'diagnostic.dossier/duplicate-key.do': 'Keep one of them; ids are given once.',
  'diagnostic.dossier/two-documents': 'The file holds several YAML documents.',
  'diagnostic.dossier/two-documents.do':
    'Take out the line “---”, or put each into a file of its own.',
  'diagnostic.dossier/no-anchor': 'There is no anchor “{name}” above this alias.',
  'diagnostic.dossier/no-anchor.do': 'Put quotes around a text that begins with *.',
  'diagnostic.dossier/bad-jurisdiction': '“{value}” is no country and no group of countries.',
  'diagnostic.dossier/bad-jurisdiction.do':
    'Write two letters (US) or a group of data/countries.yaml (EU).',
  'diagnostic.dossier/key-not-text': 'This key is no plain text.',
  'diagnostic.dossier/key-not-text.do': 'Write a word; put quotes around a number.',
  'diagnostic.dossier/unknown-key':
    '“{key}” is not a key of {in, select, the-file {this file} other {{in}}}.',
  'diagnostic.dossier/unknown-key.do': 'Take it out, or look up the keys of this kind of file.',
  'diagnostic.dossier/unknown-key-near': '“{key}” is not a key here.',
  'diagnostic.dossier/unknown-key-near.do': 'Did you mean “{meant}”?',
  'diagnostic.dossier/missing-key':
    '{in, select, the-file {This file} other {{in}}} lacks “{key}”.',
  'diagnostic.dossier/missing-key.do': 'Add a line “{key}: …”.',
  'diagnostic.dossier/wrong-type':
    '{key, select, the-file {The file} other {{key}}} is {found, select, nothing {empty} array {a list} object {a mapping} string {text} number {a number} unbounded {no finite number} boolean {true or false} other {{found}}}; something else belongs there.',
  'diagnostic.dossier/wrong-type.do':
    'Write {expected, select, string {text} number {a number} int {a whole number} boolean {true or false} array {a list} object {a mapping} record {a mapping of ids} array-string {text or a list of texts} object-string {text or a mapping} array-object-string {text, a list or a mapping} number-object {a number or a mapping} number-object-string {a number, text or a mapping} number-string {a number or text} array-object {a list or a mapping} other {what “holdfast schema” says}}.',
  'diagnostic.dossier/not-allowed': '“{value}” is not known at {key}.',
  'diagnostic.dossier/not-allowed.do': 'Use one of: {allowed}.',
  'diagnostic.dossier/not-allowed-near': '“{value}” is not known at {key}.',
  'diagnostic.dossier/not-allowed-near.do': 'Did you mean “{meant}”? Known are: {allowed}.',
  'diagnostic.dossier/bad-id': '“{value}” is no id.',
  'diagnostic.dossier/bad-id.do': 'Use small letters, digits and hyphens: “euro-account”.',
  'diagnostic.dossier/bad-day': '“{value}” is no date.',
  'diagnostic.dossier/bad-day.do': 'Write a day of the calendar as YYYY-MM-DD.',
  'diagnostic.dossier/bad-duration': '“{value}” is no duration.',
  'diagnostic.dossier/bad-duration.do':
    'Write hours, days, weeks, months or years: 36h, 30d, 18mo.',
  'diagnostic.dossier/bad-money': '“{value}” is no amount of money.',
  'diagnostic.dossier/bad-money.do': 'Write an amount and a currency: 1200 EUR, 2.4 MEUR.',
  'diagnostic.dossier/bad-country': '“{value}” is no country.',
  'diagnostic.dossier/bad-country.do':
    'Write the two letters of ISO 3166-1 (NL, GB), with a state where it matters (US-DE).',
  'diagnostic.dossier/bad-currency': '“{value}” is no currency.',
  'diagnostic.dossier/bad-currency.do': 'Write the three letters of ISO 4217: EUR.',
  'diagnostic.dossier/bad-share': '“{value}” is no share.',
  'diagnostic.dossier/bad-share.do':
    'Write percent as a number (30.5), a band (25-50: more than 25, at most 50), “consolidated” or “unknown”.',
  'diagnostic.dossier/number-too-small': '{key} is {value}; the least is {bound}.',
  'diagnostic.dossier/number-too-small.do': 'Write {bound} or more.',
  'diagnostic.dossier/number-too-large': '{key} is {value}; the most is {bound}.',
  'diagnostic.dossier/number-too-large.do': 'Write {bound} or less.',
  'diagnostic.dossier/wrong-length': '{key} has the wrong number of items.',
  'diagnostic.dossier/wrong-length.do':
    'Give at least {bound, plural, one {one item} other {# items}}.',
  'diagnostic.dossier/empty-text': '{key} is empty.',
  'diagnostic.dossier/empty-text.do': 'Fill it in, or take the line out.',
  'diagnostic.dossier/duplicate-id': 'The id “{id}” is given twice.',
  'diagnostic.dossier/duplicate-id.do':
    'Give one of them another id: ids are unique over all files and kinds.',
  'diagnostic.dossier/duplicate-id.also': 'first given here',
  'diagnostic.dossier/no-institution': 'No file says whose dossier this is.',
  'diagnostic.dossier/no-institution.do':
    'Add “institution:” with id, name and seat to one of the files.',
  'diagnostic.dossier/two-institutions': 'A dossier has one institution; this has several.',
  'diagnostic.dossier/two-institutions.do': 'Keep one; others are parties.',
  'diagnostic.dossier/two-institutions.also': 'and here',
  'diagnostic.dossier/no-functions': 'The dossier has no functions, so nothing can stop.',
  'diagnostic.dossier/no-functions.do': 'Add “functions:”: what the institution must keep doing.',
  'diagnostic.dossier/unknown-id': 'There is no “{id}” in the dossier.',
  'diagnostic.dossier/unknown-id.do':
    'Declare it as a {kinds, select, person {person} party {organisation} team {team} service {service} licence {licence} measure {measure} party-person {party} party-person-service {party or service} party-person-team {party or team} service-team {service or team} service-team-function {service, team or function} person-party {party} other {{kinds}}}, or mend the spelling.',
  'diagnostic.dossier/unknown-id-near': 'There is no “{id}” in the dossier.',
  'diagnostic.dossier/unknown-id-near.do': 'Did you mean “{meant}”?',
  'diagnostic.dossier/wrong-kind':
    '“{id}” is a {kind, select, party {organisation} other {{kind}}}; here a {kinds, select, person {person} party {organisation} team {team} service {service} licence {licence} measure {measure} party-person {party} party-person-service {party or service} party-person-team {party or team} service-team {service or team} service-team-function {service, team or function} person-party {party} other {{kinds}}} is needed.',
  'diagnostic.dossier/wrong-kind.do': 'Name another id, or declare what is meant.',
  'diagnostic.dossier/unknown-regime': 'There is no regime “{id}”.',
  'diagnostic.dossier/unknown-regime.do': 'Known are {known}; “--regimes” adds others.',
  'diagnostic.dossier/unknown-regime-near': 'There is no regime “{id}”.',
  'diagnostic.dossier/unknown-regime-near.do': 'Did you mean “{meant}”?',
  'diagnostic.dossier/need-cycle': 'These need each other in a circle: {cycle}.',
  'diagnostic.dossier/need-cycle.do':
    'Nothing can start such a circle: take out the need that is not real.',
  'diagnostic.dossier/need-cycle.also': 'and this need',
  'diagnostic.dossier/benefit-cycle': 'These benefit each other in a circle: {cycle}.',
  'diagnostic.dossier/benefit-cycle.do': 'Name the party at whose door the benefit ends.',
  'diagnostic.dossier/benefit-cycle.also': 'and this one',
  'diagnostic.dossier/needs-too-deep':
    '{links} needs hang one under the other below “{id}”; at most {links_max} are followed.',
  'diagnostic.dossier/needs-too-deep.do': 'Let the thing name what it needs directly.',
  'diagnostic.dossier/owners-too-deep':
    '{links} owners stand one above the other at “{id}”; at most {links_max} are followed.',
  'diagnostic.dossier/owners-too-deep.do': 'Leave out holdings that change nothing.',
  'diagnostic.dossier/only-with-measure':
    '“{id}” comes only with the measure “{measure}”; it is not there yet.',
  'diagnostic.dossier/only-with-measure.do': 'Declare it outside the measure, or name another.',
  'diagnostic.dossier/member-twice': '“{member}” is named twice in “{id}”.',
  'diagnostic.dossier/member-twice.do': 'Name each person once.',
  'diagnostic.dossier/window-backwards': 'What is permitted ends before it begins.',
  'diagnostic.dossier/window-backwards.do': 'Mend one of the two days.',
  'diagnostic.dossier/horizon-too-short': 'The horizon is shorter than a day.',
  'diagnostic.dossier/horizon-too-short.do': 'Write a day or more: 365d.',
  'diagnostic.dossier/not-plain': 'This value is neither text nor number, true, false or nothing.',
  'diagnostic.dossier/not-plain.do': 'Write it plainly, without a tag.',
  'diagnostic.dossier/measure-cycle': 'These measures wait for each other in a circle: {cycle}.',
  'diagnostic.dossier/measure-cycle.do': 'Take out one “after”.',
  'diagnostic.dossier/measure-cycle.also': 'and this one',
  'diagnostic.dossier/k-too-large': 'At least {k} are needed, but only {n} are named.',
  'diagnostic.dossier/k-too-large.do': 'Name more, or write {n} or less.',
  'diagnostic.dossier/share-range': 'A share from {low} to {high} percent cannot be.',
  'diagnostic.dossier/share-range.do': 'Write the smaller first, and at most 100.',
  'diagnostic.dossier/share-sum': 'The owners of “{id}” hold {sum} percent together.',
  'diagnostic.dossier/share-sum.do': 'Check the shares: together they are at most 100.',
  'diagnostic.dossier/share-sum.also': 'with this share',
  'diagnostic.dossier/self-owner': '“{id}” is named as its own owner; this decides nothing.',
  'diagnostic.dossier/self-owner.do': 'Take the line out, or name the real owner.',
  'diagnostic.dossier/person-owned': '“{id}” is a person and has no owners.',
  'diagnostic.dossier/person-owned.do': 'Take the owners out, or write “kind: organisation”.',
  'diagnostic.dossier/own-beneficiary': '“{id}” cannot be supplied for itself.',
  'diagnostic.dossier/own-beneficiary.do':
    'Name who benefits: a person, the institution, another service.',
  'diagnostic.dossier/team-too-small':
    '“{id}” describes {described} members but has a size of {size}.',
  'diagnostic.dossier/team-too-small.do': 'Mend the size or the counts.',
  'diagnostic.dossier/minimum-too-large': '“{id}” needs {minimum} members but has {size}.',
  'diagnostic.dossier/minimum-too-large.do': 'Mend the minimum, or describe the other members.',
  'diagnostic.dossier/interval-inverted': 'The interval runs from {low} down to {high}.',
  'diagnostic.dossier/interval-inverted.do': 'Write the lower likelihood first.',
  'diagnostic.dossier/deadline-before-start': '“{id}” must be done before it may start.',
  'diagnostic.dossier/deadline-before-start.do': 'Mend “earliest” or “deadline”.',

  'diagnostic.law/regime-twice': 'The regime “{id}” is given twice, the second time in {file}.',
  'diagnostic.law/regime-twice.do': 'Give your regime an id of its own.',
  'diagnostic.law/no-default-reading': 'The question “{question}” has no reading “{default}”.',
  'diagnostic.law/no-default-reading.do': 'Name one of its readings: {readings}.',
  'diagnostic.law/unknown-kind': 'The regime names a kind of service “{kind}”, which is none.',
  'diagnostic.law/unknown-kind.do':
    '{meant, select, null {“holdfast schema” lists the kinds.} other {Did you mean “{meant}”?}}',
  'diagnostic.law/unknown-countries': 'There is no group of countries “{jurisdiction}”.',
  'diagnostic.law/unknown-countries.do':
    'Write a country (US), or add the group to data/countries.yaml.',
  'diagnostic.law/window-backwards': 'The window of {licence} ends before it begins.',
  'diagnostic.law/window-backwards.do': 'Mend one of the two days.',
  'diagnostic.call/unknown-reading': 'There is no reading “{reading}”.',
  'diagnostic.call/unknown-reading.do':
    '{meant, select, null {Known are {known}.} other {Did you mean “{meant}”? Known are {known}.}}',
  'diagnostic.call/reading-ambiguous': 'More than one question has a reading “{reading}”.',
  'diagnostic.call/reading-ambiguous.do': 'Name the question as well: QUESTION=READING.',

  'diagnostic.list/undated': 'The list {list} states no day of publication.',
  'diagnostic.list/undated.do': 'Put the files in a folder named after the day: YYYY-MM-DD.',
  'diagnostic.list/stale':
    'The list {list} of {published}{provenance, select, reconstructed { (reconstructed)} other {}} is {days, plural, one {one day} other {# days}} older than the day of the answer.',
  'diagnostic.list/stale.do': 'Fetch the official files and name their folder with --lists.',
  'diagnostic.list/later':
    'The list {list} of {published} is later than the day of the answer; only dated designations are known for that day.',
  'diagnostic.list/later.do': 'For other entries use the list of that day with --lists.',
  'diagnostic.list/unproven':
    'Nothing proves that the list {list}{published, select, null {} other { of {published}}}{provenance, select, reconstructed { (reconstructed)} other {}} with its {entries, plural, one {# entry} other {# entries}} is whole: who is not found on it may be listed all the same.',
  'diagnostic.list/unproven.do': 'Use the official files as they were fetched.',

  'diagnostic.impact/too-complex':
    'Some likelihoods were not computed exactly within {nodes_max} nodes; bounds that are certain, but wider, are given in their place.',
  'diagnostic.impact/too-complex.do': 'Assess fewer scenarios at once, or split the dossier.',
  'diagnostic.impact/chokepoints-too-many':
    'The chokepoints of “{function}” were not computed within {nodes_max} nodes; none is told.',
  'diagnostic.impact/chokepoints-too-many.do': 'Split the function, or ask for one scenario.',

  'diagnostic.impact/chokepoints-larger':
    '“{function}” stops only by {order} decisions together or more; sets of up to {order_max} are told.',
  'diagnostic.impact/chokepoints-larger.do': 'Nothing need be done: it is well protected.',
  'diagnostic.impact/no-assumption':
    'Nobody estimated how likely these classes of providers are to withdraw under {regime}: {classes}. 0 to 100 percent is taken.',
  'diagnostic.impact/no-assumption.do':
    'State an assumption for each: class, regime, interval, evidence.',

  'diagnostic.plan/deadline-missed':
    'The measure “{id}” cannot be finished before {finish}; its deadline is {deadline}.',
  'diagnostic.plan/deadline-missed.do':
    'Begin what it waits for earlier, shorten it, or move the deadline.',

  'diagnostic.call/unknown-command': 'There is no command “{command}”.',
  'diagnostic.call/unknown-command.do':
    '{meant, select, null {“holdfast --help” lists the commands.} other {Did you mean “{meant}”?}}',
  'diagnostic.call/unknown-option': 'There is no option {option}.',
  'diagnostic.call/unknown-option.do':
    '{meant, select, null {Add --help to see the options.} other {Did you mean {meant}?}}',
  'diagnostic.call/option-with-value': '{option} takes no value.',
  'diagnostic.call/option-with-value.do': 'Leave the value out.',
  'diagnostic.call/option-without-value': '{option} needs a value.',
  'diagnostic.call/option-without-value.do': 'Add --help to see which.',
  'diagnostic.call/arguments':
    '“{command}” was given {given, plural, =0 {no argument} one {# argument} other {# arguments}}.',
  'diagnostic.call/arguments.do': '“holdfast {command} --help” shows the call.',
  'diagnostic.call/bad-day': '“{value}” is no date.',
  'diagnostic.call/bad-day.do': 'Write a day of the calendar as YYYY-MM-DD.',
  'diagnostic.call/bad-horizon': '“{value}” is no horizon.',
  'diagnostic.call/bad-horizon.do': 'Write a duration of a day or more: 90d, 18mo.',
  'diagnostic.call/bad-number': '“{value}” is no number for {option}.',
  'diagnostic.call/bad-number.do':
    'Write a {kind, select, whole {whole number} other {number}} between {min} and {max}.',
  'diagnostic.call/bad-choice': '“{value}” is no value for {option}.',
  'diagnostic.call/bad-choice.do': 'Use one of: {allowed}.',
  'diagnostic.call/nodes-and-memory': '--nodes and --memory set the same limit.',
  'diagnostic.call/nodes-and-memory.do': 'Keep one of them.',
  'diagnostic.call/left-out': '{option} asks for what “--only {only}” leaves out.',
  'diagnostic.call/left-out.do': 'Keep one of them.',
  'diagnostic.call/unknown-gate': '{path} has no gate “{gate}”.',
  'diagnostic.call/unknown-gate.do':
    '{meant, select, null {A gate is named as it stands in the file; one that is private in a container by its path.} other {Did you mean “{meant}”?}}',
  'diagnostic.call/not-a-plain-file': '{path} is there and no plain file.',
  'diagnostic.call/not-a-plain-file.do':
    'Name a new file or one to replace: links, folders and devices are never written to.',
  'diagnostic.call/json-and-html': '--json and --html exclude each other.',
  'diagnostic.call/json-and-html.do': 'Call twice, once with each.',
  'diagnostic.call/cannot-write': '{path} cannot be written.',
  'diagnostic.call/cannot-write.do': 'Check the folder and its permissions.',
  'diagnostic.call/refused':
    'The system refuses {path, select, undefined {a file} other {{path}}}: {reason}.',
  'diagnostic.call/refused.do': 'Check that it is a file, and that you may read or write it.',
  'diagnostic.call/no-such-path': 'There is no {path}.',
  'diagnostic.call/no-such-path.do': 'Check the path; it is read from the current folder.',
  'diagnostic.call/no-yaml': '{path} holds no YAML file.',
  'diagnostic.call/no-yaml.do': 'A dossier’s files end in .yaml; “holdfast init” starts one.',
  'diagnostic.call/folder-too-large':
    '{path} has more than {files_max} files or is more than {depth_max} folders deep.',
  'diagnostic.call/folder-too-large.do': 'Name the dossier’s own folder.',
  'diagnostic.call/not-a-folder': '{path} is a file.',
  'diagnostic.call/not-a-folder.do': 'Name a folder that is empty or not there yet.',
  'diagnostic.call/folder-not-empty': '{path} is not empty, and nothing is overwritten.',
  'diagnostic.call/folder-not-empty.do': 'Name a folder that is empty or not there yet.',
  'diagnostic.call/no-regime': '{path} holds no regime.yaml.',
  'diagnostic.call/no-regime.do': 'Name a folder with regime.yaml, or one of such folders.',
  'diagnostic.call/not-a-report': '{path} is no earlier report of this format.',
  'diagnostic.call/not-a-report.do': 'Name a file that “holdfast assess --json” wrote.',
  'diagnostic.call/unknown-scenario': 'There is no scenario “{scenario}”.',
  'diagnostic.call/unknown-scenario.do':
    '{meant, select, null {Known are {known}; a YAML file may bring others.} other {Did you mean “{meant}”?}}',
  'diagnostic.call/unknown-id': 'There is no “{id}” in the dossier.',
  'diagnostic.call/unknown-id.do':
    '{meant, select, null {Name a function, service, team or party.} other {Did you mean “{meant}”?}}',
  'diagnostic.call/unknown-programme': 'No entry of {list} has the programme “{programme}”.',
  'diagnostic.call/unknown-programme.do':
    '{meant, select, null {Write the tag as the list does: ICC-EO14203.} other {Did you mean “{meant}”?}}',
} as const
