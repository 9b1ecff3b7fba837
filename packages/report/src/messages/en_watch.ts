/** English: several lists in one answer, and what `holdfast watch` says. */
export const enWatch = {
  'diagnostic.list/not-screened':
    '{which, select, both {Neither the list of the United Nations (un-sc) nor one of the European Union (eu-fsf) is laid} other {The list {missing} is not laid}}: who stands only there is not found.',
  'diagnostic.list/not-screened.do':
    'Fetch it with “holdfast lists update”, or name its files with --lists.',
  'diagnostic.call/list-twice': 'The list {list} is given twice.',
  'diagnostic.call/list-twice.do': 'Name each list once: two days of one list do not add up.',
} as const
