/** English: the words of the model, used by every form of a report. */
export const enModel = {
  'locale.tag': 'en-GB',
  'list.two': '{before} and {after}',
  'list.middle': '{before}, {after}',
  'list.end': '{before} and {after}',
  'date.day': '{day} {month} {year}',
  'date.months': 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
  'number.group': ',',
  'number.point': '.',
  'number.percent': '{value}%',
  'number.percents': '{low}–{high}%',
  'number.percentsWide': '{low} to {high}%',

  'verdict.must-stop': 'must stop',
  'verdict.may-stop': 'may stop',
  'verdict.contested': 'contested',
  'verdict.stays': 'stays',
  'verdict.unknown': 'unknown',

  'standing.must-stop': 'stops',
  'standing.may-stop': 'may stop',
  'standing.contested': 'contested',
  'standing.stays': 'holds',
  'standing.unknown': 'cannot be told',

  'case.exempt': 'exempt by law',
  'case.licensed': 'licensed',
  'case.direct': 'bound, and supplies a target',
  'case.indirect': 'bound, and its services reach a target',
  'case.over-compliance': 'free to supply, may follow out of fear',
  'case.in-house': 'in-house',
  'case.unexposed': 'unexposed class',
  'case.untouched': 'untouched',
  'case.decided': 'decided by the scenario',

  'kind.refused': 'refused: a substitute can restore it',
  'kind.frozen': 'frozen: the holder keeps it until licensed',

  'decision.designate':
    '{by} lists {what}{others, plural, =0 {} one { or # other} other { or any of # others}}',
  'decision.lift': '{by} lifts the listing of {what}',
  'decision.license': '{by} licenses {what}',
  'decision.annex': '{by} annexes {what} to its counter-law',
  'decision.withdraw':
    '{by} withdraws {what}{more, plural, =0 {} one { and # more service} other { and # more ' +
    'services}}',
  'decision.steps-aside': '{what} steps aside',
  'decision.on': '{day}: {decision}',
  'decision.none': 'No decision is added: the world as it is',

  'chokepoint.order':
    '{order, plural, =1 {One decision} =2 {Two decisions} =3 {Three decisions} =4 {Four ' +
    'decisions} other {# decisions}}',
  'chokepoint.orderEach':
    '{order, plural, =2 {Two decisions, each for itself} =3 {Three decisions, each for ' +
    'itself} =4 {Four decisions, each for itself} other {# decisions, each for itself}}',
  'chokepoint.stops':
    '{more, plural, =0 {{name}} one {{name} and # more function} other {{name} and # more ' +
    'functions}}',

  'fact.owners':
    'Who owns {name}{relation, select, parent {, the parent of {below}} owner {, an owner of {below}} other {}}?',
  'fact.nationality': 'Which nationality does {name} hold?',
  'fact.incorporated':
    'Under which country’s law is {name}{relation, select, parent {, the parent of {below},} owner {, an owner of {below},} other {}} organised?',
  'fact.identity': 'Is {name} the one who is named on the list?',
  'fact.residence': 'Where does {name} live, or may live permanently?',
  'fact.control':
    'Who controls {name}{relation, select, parent {, the parent of {below}} owner {, an owner of {below}} other {}}, of which exactly half is held?',
  'fact.status': 'Was the designation of {name} in force on the day?',
  'fact.listed-since': 'Since when has {name} been on the list?',
  'fact.share':
    'How large is the share of {owner} in {name}{relation, select, parent {, the parent of {below}} owner {, an owner of {below}} other {}}?',
  'fact.sources':
    'Which of the sources that contradict each other is right about the owners of {name}{relation, select, parent {, the parent of {below}} owner {, an owner of {below}} other {}}?',
  'fact.held': 'Did {owner} hold {name} on the day?',
  'fact.seat': 'Where is the seat of {name}?',
  'fact.other': 'What is “{fact}” of {name}?',
  'fact.effect':
    'Decides on {functions, plural, =0 {no function} one {# function} other {# functions}}, ' +
    '{services, plural, =0 {no service} one {# service} other {# services}} and up to ' +
    '{effect} weighted days.',

  'list.name':
    '{id}{provenance, select, reconstructed { (reconstructed{whole, select, proven {} other ' +
    '{, not proven whole}})} other {{whole, select, proven {} other { (not proven whole)}}}}',
  'list.used':
    '{id}, {published, select, none {day of publication unknown} other {published ' +
    '{published}}}, {provenance, select, official {official file} other {reconstructed}}, ' +
    '{entries, plural, one {# entry} other {# entries}}, {whole, select, proven {proven ' +
    'whole} other {not proven whole}}',
  'list.missing': 'No list was used.',

  'scenario.summary':
    '{certain, plural, =0 {No function stops for certain} one {# of {total} functions stops ' +
    'for certain, on {first}} other {# of {total} functions stop for certain, the first on ' +
    '{first}}}{possible, plural, =0 {} other {; # may stop, from {firstPossible} ' +
    'on}}{unknown, plural, =0 {} other {; # cannot be told}}{holds, plural, =0 {; none ' +
    'holds} one {; # holds} other {; # hold}}.',

  'change.certain':
    '{name}: {to, select, none {no longer stops for certain} other {stops for certain on ' +
    '{to}}} ({from, select, none {before: not} other {before: {from}}})',
  'change.possible':
    '{name}: {to, select, none {can no longer stop} other {can stop from {to} on}} ({from, ' +
    'select, none {before: not} other {before: {from}}})',
  'change.verdict': '{name}: {to} (before: {from})',
  'change.probability': '{name}: likelihood of stopping {to} (before: {from})',
  'change.appeared': '{name}: new in this report',
  'change.gone': '{name}: no longer in the report',

  'status.held': 'held',
  'status.applied': 'applied for',
  'status.expired': 'expired',
} as const
