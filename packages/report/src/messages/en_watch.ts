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
} as const
