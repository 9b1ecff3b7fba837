/** English: the texts of the terminal. */
export const enTerminal = {
  'mark.none': '—',

  'terminal.asOf': 'as of {on}, {horizon, plural, one {# day} other {# days}} ahead',
  'terminal.list': '{lists, plural, one {List:} other {List:}}',
  'terminal.worst': 'Worst scenario, “{name}”: {summary}',
  'terminal.function': 'Function',
  'terminal.legendCertain': '2025-02-06 stops for certain that day',
  'terminal.legendPossible': '~2025-02-06 can stop from that day on',
  'terminal.legendUnknown': '? depends on a fact to find out',
  'terminal.legendHolds': '— holds',
  'terminal.moreScenarios':
    '{more, plural, one {# milder scenario is} other {# milder scenarios are}} not shown ' +
    'here: widen the window, or see the full report.',
  'terminal.moreFunctions':
    '{more, plural, one {# function that stands better is} other {# functions that stand ' +
    'better are}} not shown here: see the full report.',
  'terminal.more': '{more, plural, one {and # more} other {and # more}}',
  'terminal.chokepoints': 'The smallest sets of decisions that stop us',
  'terminal.chokepoint': '{order}: {decisions} → stops {stopped}',
  'terminal.chokepointUnder':
    'beyond “{scenario}”; {probability, select, none {likelihood not estimated} other ' +
    '{likelihood {probability}}}',
  'terminal.facts': 'Find out first',
  'terminal.licences': 'Licences that end next',
  'terminal.licence':
    '{name}: ends {until}, {days, plural, =0 {today} one {# day left} other {# days left}}',
  'terminal.overdue':
    '{count, plural, one {# fact is} other {# facts are}} past the day of review, the oldest ' +
    'since {since}.',
  'terminal.since':
    '{count, plural, =0 {Nothing changed} one {# change} other {# changes}} since the report ' +
    'of {on}',
  'terminal.change': '{change}, in “{scenario}”',
  'terminal.warnings': '{count, plural, one {# reservation} other {# reservations}}',
  'terminal.html': 'Full report with proofs: {path}',
  'terminal.openPsa': 'Fault trees behind the likelihoods: {path}',
  'terminal.notAdvice': 'A model of what the dossier says, not legal advice.',

  'diagnostics.error': 'error',
  'diagnostics.warning': 'warning',
  'diagnostics.also': 'see also here',
  'diagnostics.count':
    '{errors, plural, =0 {No error} one {# error} other {# errors}}, {warnings, plural, =0 ' +
    '{no warning} one {# warning} other {# warnings}}.',

  'tree.cut':
    '{more, plural, one {# further step} other {# further steps}} and all below not shown',

  'listed.name': 'Name',
  'listed.role': 'Role',
  'listed.programme': 'Programme',
  'listed.entry': 'Entry',
  'listed.since': 'Since',
  'listed.status': 'Status',
  'listed.source': 'Source',
  'listed.sources': 'Sources',
  'listed.history': 'What happened',
  'listed.event':
    '{event, select, listed {listed} relisted {listed again} stayed {enforcement allowed again} ' +
    'enjoined {enforcement enjoined} other {delisted}} {precision, select, day {on {from}} ' +
    'other {between {from} and {to}}}{by, select, null {} other {, by {by}}}' +
    '{note, select, null {} other { ({note})}}',
  'listed.count':
    '{count, plural, =0 {No party is listed} one {# listed party} other {# listed parties}}.',

  'since.count':
    '{count, plural, =0 {Nothing changed} one {# change} other {# changes}} since the ' +
    'earlier report',
} as const
