/** English: what to do first and what it buys. */
export const enPlan = {
  'plan.when': 'plan from {from} to {until} ({span})',
  'plan.span':
    '{months, plural, =0 {{days, plural, one {# day} other {# days}}} one {one month} other {# months}}',
  'plan.money':
    '{millions, select, yes {{amount} million} other {{amount}}}{currency, select, EUR { euro} USD { US dollars} GBP { pounds} CHF { Swiss francs} null {} other { {currency}}}',
  'plan.month': '{month} {year}',
  'plan.quoted': '“{name}”',
  'plan.less': '<{value}',

  'plan.answer':
    '{money, select, none {Without a limit of money} other {With {money}}} over {span}, {measures, plural, one {this one measure lowers} other {these # measures lower}} the expected loss from {before} to {after} weighted days, by {share}.',
  'plan.answer.none':
    '{money, select, none {Without a limit of money} other {With {money}}} over {span}, no measure lowers the expected loss of {before} weighted days.',
  'plan.answer.nothing':
    'In these scenarios nothing is lost within {span}: there is nothing to plan.',
  'plan.bound':
    'No plan within these limits can do better than {bound}: this one is proven to lie within {gap} of the best.',
  'plan.bound.exact': 'No plan within these limits does better: that is proven.',
  'plan.bound.open':
    'The search was ended before it was done: a better plan may exist, though none below {bound}, which would be {gap} less. More time would tell.',
  'plan.greedy': 'Choosing the best buy one after the other would only reach {greedy}.',
  'plan.greedy.same': 'Choosing the best buy one after the other does as well here.',
  'plan.spent':
    '{budget, select, none {The measures cost {spent} within that time.} other {The measures cost {spent} of the {budget}.}}',
  'plan.spent.none': 'The measures cost no money.',
  'plan.weighted':
    'A weighted day is a day on which a function has stopped for longer than it tolerates, times the function’s weight. “Expected” is the mean over the scenarios, the days on which they may strike and the likelihoods of what is not certain, with unknown facts taken against the institution.',

  'plan.schedule': 'What to do, by the day of starting',
  'plan.col.start': 'Start',
  'plan.col.what': 'What',
  'plan.col.cost': 'Cost',
  'plan.col.saves': 'Saves',
  'plan.col.finish': 'In effect from',
  'plan.col.who': 'Who',
  'plan.col.waits': 'Waits for',
  'plan.col.helps': 'Helps most',
  'plan.col.savesDays': 'Saves (weighted days)',
  'plan.col.change': 'Loss',
  'plan.col.stopsBefore': 'Stops without the plan',
  'plan.col.stopsAfter': 'Stops with the plan',
  'plan.col.gap': 'Gap',
  'plan.col.share': 'Share',
  'plan.col.team': 'Team',
  'plan.col.busiest': 'Busiest period',
  'plan.col.capacity': 'Can give',
  'plan.col.overTime': 'Over time',
  'plan.col.why': 'Why',
  'plan.col.wouldSave': 'Would save beside the plan',
  'plan.col.function': 'Function',
  'plan.col.before': 'Before',
  'plan.col.after': 'After',
  'plan.col.budget': 'Budget',
  'plan.col.spent': 'Spent',
  'plan.col.loss': 'Loss',
  'plan.col.measures': 'Measures',
  'plan.col.period': 'From',
  'plan.col.until': 'To',
  'plan.col.amount': 'Amount',
  'plan.col.limit': 'Limit',
  'plan.col.scenario': 'Scenario',
  'plan.col.counts': 'Counts',
  'plan.col.strikes': 'Strikes',
  'plan.schedule.none': 'The plan holds no measure.',
  'plan.measure.figures': 'costs {cost} · saves {saves}',
  'plan.measure.done': 'done {finish}',
  'plan.measure.effort': '{team} ({days})',
  'plan.measure.after': 'after {measures}',
  'plan.measure.deadline': 'due by {deadline}',
  'plan.measure.fixed': 'day fixed by the call',
  'plan.measure.noRegret': 'right whatever the budget',
  'plan.measure.running': '{cost} of it running costs',
  'plan.mark.noRegret': '◆ right whatever the budget: part of every plan that spends anything',
  'plan.mark.work': '━ work',
  'plan.mark.effect': '─ in effect',
  'plan.savesNote':
    'What a measure saves, in weighted days, is by how much the loss would rise without it and without what waits for it; the figures do not add up, because measures help each other and replace each other.',
  'plan.personDays': '{days, plural, one {# person-day} other {# person-days}}',

  'plan.kind.substitute': 'substitute',
  'plan.kind.second-source': 'second source',
  'plan.kind.buffer': 'buffer',
  'plan.kind.account': 'account',
  'plan.kind.licence': 'licence',
  'plan.kind.legal-step': 'legal step',
  'plan.kind.hiring': 'hiring',
  'plan.kind.other': 'other',

  'plan.risk': 'Expected loss of one day',
  'plan.risk.nothing': 'without a plan',
  'plan.risk.greedy': 'best buy by best buy',
  'plan.risk.plan': 'with this plan',
  'plan.risk.ends': '{first} a day at first, {last} at the end',
  'plan.functions': 'The functions before and after',
  'plan.functions.note':
    'Days are counted from the strike, in the worst scenario, with the whole plan done.',
  'plan.functions.untouched':
    '{count, plural, one {# more function loses nothing, with the plan or without.} other {# more functions lose nothing, with the plan or without.}}',
  'plan.stop.none': 'does not stop',
  'plan.stop.certain': 'stops {days, plural, =0 {at once} one {after # day} other {after # days}}',
  'plan.stop.possible':
    'can stop {days, plural, =0 {at once} one {after # day} other {after # days}}',
  'plan.stop.both':
    'can stop {possible, plural, =0 {at once} one {after # day} other {after # days}}, stops for certain {certain, plural, =0 {at once} one {after # day} other {after # days}}',
  'plan.stop.same': '{stop}, with the plan as without it',
  'plan.fromTo': '{before} → {after}',

  'plan.chokepoints':
    '{total, plural, =0 {No set of decisions stops a function today.} one {One smallest set of decisions stops a function today; {closed, plural, =0 {it still does with the plan.} other {it no longer does with the plan.}}} other {# smallest sets of decisions stop a function today; {closed, plural, =0 {all of them still do with the plan.} one {one of them no longer does with the plan.} other {{closed} of them no longer do with the plan.}}}}',
  'plan.chokepoints.closed': 'No longer enough',
  'plan.chokepoints.left': 'Still enough',
  'plan.chokepoint': '{decisions} → stops {function}',
  'plan.moreFunctions': '{more, plural, one {# more function} other {# more functions}}',
  'plan.more': 'and {more, plural, one {# more} other {# more}}',

  'plan.leftOut': 'Left out, and why',
  'plan.leftOut.money':
    'There is no money for these {count}: for what they cost, other measures buy more. Cost, and weighted days that each would save beside the plan with more money:',
  'plan.left.changes-nothing':
    '{count, plural, =0 {It saves nothing in any scenario of this plan, alone or beside other measures.} other {It saves something only together with {because}, which the plan does not do.}}',
  'plan.left.falls-too':
    '{count, plural, =0 {What it brings} other {What it brings, {because},}} stops by the same decisions, by itself or with what it needs, so that it buys nothing.',
  'plan.left.adds-nothing':
    'It would help alone, but adds nothing {count, plural, =0 {to what the plan does} other {beside {because}}}.',
  'plan.left.too-late': 'It cannot be finished within the horizon or by its deadline.',
  'plan.left.excluded':
    'The plan does {count, plural, =0 {what excludes it} other {{because} instead, and the two exclude each other}}.',
  'plan.left.waits':
    'It has to wait for {count, plural, =0 {another measure} other {{because}}}, which is not worth doing or not possible.',
  'plan.left.budget':
    'There is no money for it: for its {cost}, other measures buy more. With more money it would save {saves}.',
  'plan.left.capacity':
    '{count, plural, =0 {The teams have} other {{because} {count, plural, one {has} other {have}}}} no person-days left for it beside what buys more. With more people it would save {saves}.',
  'plan.left.not-wanted':
    'The call left it out.{saves, select, none {} other { It would save {saves}.}}',
  'plan.left.not-worth':
    '{saves, select, none {It would not lower the loss.} other {It would save only {saves}, which is less than the search leaves open.}}',

  'plan.saves': '{days} weighted days',
  'plan.frontier': 'What money buys',
  'plan.frontier.note':
    'For each sum the best plan was sought anew: what is expected to be lost with it.',
  'plan.frontier.knee':
    'Beyond {money} each further {step} saves {most, plural, =0 {nothing} other {at most {most} weighted days}}; up to there each saved {before} on average.',
  'plan.frontier.here': 'this plan',
  'plan.frontier.isKnee': 'knee',
  'plan.noRegret': 'Right whatever the budget: {names}.',
  'plan.noRegret.none':
    'No measure is part of every plan: what is right first depends on the budget.',
  'plan.price.budget': 'Another {step} would save about {saves} weighted days.',
  'plan.price.budget.none':
    'More money alone would save nothing: the budget is not what limits the plan.',
  'plan.price.team':
    '{step} more person-days a month of {team} would save about {saves} weighted days.',
  'plan.price.teams.none':
    'More person-days alone would save nothing: the teams are not what limits the plan.',
  'plan.law': 'What a change of the law would buy',
  'plan.legal':
    '{name}: the expected loss would fall from {before} to {alone} without any measure{worth, select, none {} more {, more than money buys in any plan drawn here} other {, worth as much as {worth} spent on measures}}; with this plan it would fall from {plan} to {both}.',
  'plan.legal.nothing': '{name}: nothing would change in these scenarios.',
  'plan.legal.subject': 'If the {law} covered {order}',

  'plan.limits': 'Money and people over time',
  'plan.spending': 'Spending',
  'plan.teams': 'Teams',
  'plan.team':
    '{capacity, select, none {at most {most} in a period, no limit stated} other {at most {most} of {capacity} person-days in a period}}',
  'plan.of': '{amount} of {limit}',
  'plan.scenarios': 'The scenarios',
  'plan.strikes':
    '{count, plural, =0 {on the days as they are dated} =1 {on {day}} other {on # days, each for its stretch of time}}',
  'plan.share': 'counts {share}',

  'plan.sure': 'How sure this is',
  'plan.low':
    'These figures are the high end. At the low end, where unknown facts fall in the institution’s favour and nobody withdraws before they must, the loss is {before} without the plan and {after} with it.',
  'plan.check.same':
    'The plan was put into the dossier and assessed anew at {points, plural, one {# point} other {# points}}: the results agree.',
  'plan.check.differs':
    'The plan was put into the dossier and assessed anew at {points, plural, one {# point} other {# points}}: the results differ by up to {difference} weighted days.',
  'plan.check.none': 'The plan was not assessed anew.',
  'plan.html': 'Full plan with charts: {path}',
  'plan.ics': 'Calendar of the plan: {path}',
  'plan.csv': 'Table of the plan: {path}',

  'plan.progress.model': 'building the model',
  'plan.progress.search': 'searching for the best plan',
  'plan.progress.frontier': 'what money buys',
  'plan.progress.prices': 'what one more would buy',
  'plan.progress.check': 'assessing the plan anew',
  'plan.progress.of': '{done} of {of}',
  'plan.progress.best': 'best so far {value}',
  'plan.progress.bound': 'none below {value}',
  'plan.progress.gap': 'gap {value}',
} as const
