/** English: the page of a plan. */
export const enPlanHtml = {
  'plan.html.title': '{name}: what to do first, and what it buys',
  'plan.html.kicker': 'What to do first, and what it buys',
  'plan.html.not':
    'This is a calculation on what the dossier says: its costs, durations and likelihoods are as good as whoever wrote them down. It is not legal advice and not a prediction. A measure that the dossier does not name cannot be in the plan.',
  'plan.html.comparison': 'Expected loss in weighted days',
  'plan.html.doNothing': 'Doing nothing',
  'plan.html.greedy': 'Best buy after best buy',
  'plan.html.thisPlan': 'This plan',
  'plan.html.bound': 'No plan is below',
  'plan.html.lossLess': 'expected loss',
  'plan.html.measuresOf': 'of {all, plural, one {# measure} other {# measures}} in the dossier',
  'plan.html.cost': 'spent',
  'plan.html.costOf': 'spent of {budget}',
  'plan.html.proven': 'the most that a better plan could still save',

  'plan.html.gantt': 'The measures along the time',
  'plan.html.ganttDesc':
    '{measures, plural, one {# bar} other {# bars}} along the days of the horizon; the table below says the same.',
  'plan.html.noTeam': 'No team of the house',
  'plan.html.days': 'days',
  'plan.html.work': '{name}: work from {start}, in effect from {finish}',
  'plan.html.costs': 'costs {cost} {currency, select, null {} other {{currency}}}',
  'plan.html.legendWork': 'work',
  'plan.html.legendEffect': 'in effect',
  'plan.html.legendWaits': 'must be finished before the other starts',
  'plan.html.legendDeadline': 'deadline',
  'plan.html.measuresCaption': 'The measures of the plan, by the day on which work starts',

  'plan.html.risk': 'How the risk changes',
  'plan.html.riskNote':
    'What a single day is expected to lose, in weighted days: the later the day, the likelier it is that a strike came before it. The area under a curve is the whole expected loss.',
  'plan.html.riskAxis': 'weighted days lost a day',
  'plan.html.riskDesc':
    'Without a plan a day at the end is expected to lose {before} weighted days, with the plan {after}; at the beginning {first}.',
  'plan.html.riskMark': '● measures take effect',
  'plan.html.finished': '{from} to {until}: {names}',

  'plan.html.functionsCaption':
    'Expected loss in weighted days, and days until the function stops, counted from the strike, in the worst scenario, with the whole plan done',
  'plan.html.byScenario':
    'The days of stopping in each of the {scenarios, plural, other {# scenarios}}',
  'plan.html.chokepoints': 'Decisions that stop us',

  'plan.html.frontierNote':
    'For each sum the best plan was sought anew. The curve shows what is expected to be lost with it, in weighted days, against what it spends. The shade below is what could not be proven; at a hollow point the search ended before anything was. Between the points the line only guides the eye.',
  'plan.html.frontierDesc':
    '{points, plural, one {# point} other {# points}}: the loss falls from {before} without a plan to {least}; the table below says the same.',
  'plan.html.frontierCaption': 'The best plan for each sum, its loss in weighted days',
  'plan.html.lossAxis': 'expected loss, weighted days',
  'plan.html.money': 'money',
  'plan.html.nothingAt': 'doing nothing: {loss}',
  'plan.html.greedyAt': 'best buy after best buy: {loss}',
  'plan.html.kneeAt': 'knee at {money}',
  'plan.html.here': 'this plan: {loss}',
  'plan.html.point':
    '{budget}: loss {loss}, {measures, plural, =0 {no measure} one {# measure} other {# measures}}',
  'plan.html.lawNote':
    'What a legislator could do, on the same scale as what money buys. The change is taken to be in force from the first day.',

  'plan.html.teamsCaption':
    'Person-days of the teams in periods of {days, plural, one {# day} other {# days}}; the line is what the team can give',
  'plan.html.leftOutCaption': 'The measures that are not part of the plan',
  'plan.html.scenariosCaption':
    'How much each scenario counts, when it strikes, and its part of the expected loss in weighted days',
} as const
