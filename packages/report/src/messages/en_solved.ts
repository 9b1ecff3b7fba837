/** English: what is said of a fault tree that was solved. */
export const enSolved = {
  'solved.model':
    '{events, plural, one {# basic event} other {# basic events}}, {gates, plural, one {# gate} other {# gates}}{houses, plural, =0 {} one {, # house event} other {, # house events}}; mission time {hours, plural, one {# hour} other {# hours}}',
  'solved.probability': 'Probability',
  'solved.between': 'between {low} and {high}: events have intervals',
  'solved.bounds': '{stopped}: at least {low}, at most {high}',
  'solved.cutSets': 'Minimal cut sets',
  'solved.causingSets': 'Smallest sets',
  'solved.notCounted': '{stopped}: not counted',
  'solved.stopped':
    'stopped {reason, select, time {by the limit of {limit, plural, one {# second} other {# seconds}}} other {at {limit} nodes}}',
  'solved.never': 'none: it cannot occur',
  'solved.always': '1, the empty one: it holds whatever occurs',
  'solved.notCoherent':
    'The tree has negations, so the absence of an event can help to cause the top. Given are the smallest sets of events that cause it when no other event occurs; which events must not occur is not told.',
  'solved.order': 'Order',
  'solved.sets': 'Sets',
  'solved.effort': 'Time',
  'solved.effortOfBoth': '{probability}; then cut sets {sets}',
  'solved.seconds': '{seconds} s',
  'solved.secondsAndNodes': '{seconds} s, {nodes, plural, one {# node} other {# nodes}}',
  'solved.listed':
    '{complete, select, yes {All} other {The {count} likeliest}} {coherent, select, yes {minimal cut sets} other {of these sets}}, each with the product of its probabilities',
  'solved.nothing': '(no event)',
  'solved.importance': 'Importance of events, the most critical first',
  'solved.event': 'Event',
  'measure.probability': 'Probability',
  'measure.birnbaum': 'Birnbaum',
  'measure.criticality': 'Criticality',
  'measure.diagnostic': 'Diagnostic',
  'measure.riskAchievement': 'RAW',
  'measure.riskReduction': 'RRW',
  'solved.more':
    '{more, plural, one {and # more event} other {and # more events}}: --json has them all',
} as const
