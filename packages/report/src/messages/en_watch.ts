/** English: several lists in one answer, and what `holdfast watch` says. */
export const enWatch = {
  'diagnostic.list/not-screened':
    'Not looked at: {count, plural, one {the list {missing}} other {the lists {missing}}}. Who stands only there is not found.',
  'diagnostic.list/not-screened.do':
    'Fetch what is missing with “holdfast lists update”, or name its files with --lists.',
  'diagnostic.list/no-regime':
    'On a list, but under no regime at hand: {parties}. What follows from that is not computed.',
  'diagnostic.list/no-regime.do': 'Ask counsel, or describe the regime and give it with --regimes.',
  'diagnostic.call/list-twice': 'The list {list} is given twice.',
  'diagnostic.call/list-twice.do': 'Name each list once: two days of one list do not add up.',
  'diagnostic.call/no-kept-lists': 'No list is kept in {path}.',
  'diagnostic.call/no-kept-lists.do':
    'Fetch the lists with “holdfast lists update”, or name their files.',
  'diagnostic.call/list-not-kept': 'No version of the list {list} is kept in {path}.',
  'diagnostic.call/list-not-kept.do':
    'Fetch it with “holdfast lists update {list}”; “holdfast lists versions” says what is kept.',
  'diagnostic.list/kept-later':
    'Of the list {list} no version of {on} or before is kept; the first is of {first}.',
  'diagnostic.list/kept-later.do':
    'Keep an older file with “holdfast lists update --from FILE”, or name it with --lists.',

  'diagnostic.watch/no-lists': 'No list is kept in {path}, so there is nothing to watch.',
  'diagnostic.watch/no-lists.do':
    'Fetch the lists with “holdfast lists update”, or name two with --before and --after.',
  'diagnostic.watch/list-gone':
    'Seen before and not among the new lists: {lists}. Who stands only there is no longer watched.',
  'diagnostic.watch/list-gone.do': 'Fetch it again with “holdfast lists update”.',
  'diagnostic.watch/backwards':
    'The old lists, of {before}, are later than the new ones, of {after}.',
  'diagnostic.watch/backwards.do': 'Exchange --before and --after.',
  'diagnostic.watch/memory-damaged':
    'What the last watch of this dossier saw cannot be read from {path}.',
  'diagnostic.watch/memory-damaged.do':
    'Delete the file: the next watch then tells everybody who is on the lists. Or name the old lists with --before.',
  'diagnostic.watch/version-gone':
    'The last watch of this dossier saw the list {list} of {day}, which is no longer kept.',
  'diagnostic.watch/version-gone.do':
    'Keep it again with “holdfast lists update --from FILE”, or delete {path} to begin anew.',

  'watch.touched': 'The new lists touch us: {news}.',
  'watch.untouched': 'Nothing of ours is touched by the new lists.',
  'watch.unchanged': 'No list has changed, so nothing new touches us.',
  'watch.count.added': '{count, plural, one {# party} other {# parties}} newly listed',
  'watch.count.removed': '{count, plural, one {# party} other {# parties}} no longer listed',
  'watch.count.entries': '{count, plural, one {# entry of ours} other {# entries of ours}} changed',
  'watch.count.possible':
    '{count, plural, one {# possible match} other {# possible matches}} to look at',
  'watch.count.services':
    '{count, plural, one {# service} other {# services}} with another verdict',
  'watch.count.functions': '{count, plural, one {# function} other {# functions}} affected',
  'watch.lists': 'Lists compared',
  'watch.first': '{list}: looked at for the first time',
  'watch.same': '{list}: unchanged',
  'watch.days':
    '{same, select, yes {The answers are as of {after}.} other {The answers before are as of {before}, those after as of {after}.}}',
  'watch.added': 'Newly listed: {count, plural, one {# party} other {# parties}}',
  'watch.removed': 'No longer listed: {count, plural, one {# party} other {# parties}}',
  'watch.hit':
    '{place, select, entry {{list} {entry} “{entryName}”{plain, select, yes {} other {, {programme}}}} number {{list} {entry}{plain, select, yes {} other {, {programme}}}} other {{programme}}}{basis, select, number {; by the number in the dossier} owned {; by its owners} other {; the name is the same}}{target, select, unknown {; to be checked} other {}}{status, select, listed {} relisted {} other {; {status}}}',
  'watch.rekeyed':
    'Under another number: {count, plural, one {# entry of ours} other {# entries of ours}}',
  'watch.rekey':
    '{names}: {list} {from} is now {to} “{entryName}”{sure, select, likely {, most likely} other {}}. Write the new number in the dossier.',
  'watch.changed': 'Changed: {count, plural, one {# entry of ours} other {# entries of ours}}',
  'watch.change': '{names}: {list} {entry} “{entryName}”',
  'watch.possible':
    'To look at: {count, plural, one {# possible match} other {# possible matches}}',
  'watch.maybe': '{name} may be “{entryName}” ({list} {entry}, {programmes}); likeness {score}',
  'watch.possible.do':
    'A likeness is no identity. Who is not meant gets a line “not-listed-as” in the dossier.',
  'watch.services': 'Services with another verdict: {count}',
  'watch.service':
    '{name} ({provider} for {beneficiary}): {from} → {to}{when, select, none {} one {, on {earliest}} other {, from {earliest}{latest, select, null {} other { to {latest}}}}}',
  'watch.functions': 'Functions affected: {count}',
  'watch.function': '{name}: {from} → {to}',
  'watch.standing.stops':
    'stops for certain on {certain}{possible, select, null {} other {, possibly on {possible}}}',
  'watch.standing.may-stop': 'may stop from {possible} on',
  'watch.standing.holds': 'holds',
  'watch.standing': 'On the lists before and after: {names}.',
  'help.watch': `holdfast watch DOSSIER [options]

Says what new lists change for the institution: parties newly listed or no longer
listed, entries that changed or have another number, possible matches of names,
services and functions. Without options it compares the newest kept lists with
those that the last watch of this dossier saw; the first watch tells everybody who
is on a list. For cron, after “holdfast lists update”.

  --before LISTS     the old lists: a file or a folder of any format, LIST@DATE, or
                     a DATE for all kept lists as of then; may be repeated
  --after LISTS      the new lists, the same way (the newest kept of each)
  --lists LISTS      the same as --after
  --store DIR        where lists are kept ($HOLDFAST_LISTS, else the user’s data)
  --regimes DIR      a folder with a further regime; may be repeated
  --registry FILE    who owns whom, as for assess; may be repeated
  --json             findings as JSON

What was seen is noted beside the kept lists: versions and days, nothing of the
dossier. With --before or --after nothing is noted.

Exit code: 0 nothing of ours is touched, 3 something is, 1 an input has errors,
2 wrong call.`,
} as const
