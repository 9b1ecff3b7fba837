/** English: the call of `holdfast plan`, what can be wrong with it, and the files it writes. */
export const enPlanCall = {
  'help.plan': `holdfast plan DOSSIER [options]

Says which of the dossier’s measures to take and when to begin each, so that within
the money and the people there are the least is lost; what that buys, what is left,
and why the other measures are left out. The answer is proven to within --gap.

  --budget MONEY     for the whole horizon: 2.4MEUR, 350kEUR (the dossier’s, else no
                     limit); the other limits stand in the dossier under “plan”
  --horizon TIME     how far to plan: 18mo, 365d (the dossier’s, else 365d)
  --period TIME      work begins on the first day of a period: 7d, 30d (the dossier’s,
                     else so long that there are at most 27)
  --strike WHEN      the day on which scenarios strike: uniform (any day alike), dated
                     (as written), or a day (as each scenario says, else uniform)
  --frontier         what each amount of money buys, and which measures are right
                     whatever the budget; takes longer
  --fix MEASURE=DATE begin this measure on this day; may be repeated
  --without MEASURE  do not take this measure; may be repeated
  --gap SHARE        how much better another plan may be at most: 0.5% (1%)
  --time TIME        for the search: 30s, 5min (60s); then the best plan so far
  --json             the plan as JSON; schemas/plan.schema.json is its shape
  --html FILE        write it as one HTML page with charts; works out the frontier
  --ics FILE         write the days of work as a calendar (iCalendar)
  --csv FILE         write the measures as a table for a spreadsheet

  --on, --scenario, --reading, --lists, --store, --regimes, --registry
                     as for assess; scenarios that are not named do not count

Files are written for your eyes alone (0600). A plan says where you can be hurt and
until when: a calendar or a table that goes into another program leaves the dossier.
Ctrl-C once ends the search and answers with the best plan so far, twice ends at once.

Exit code: 0 answered, also where a limit ended the search; 1 an input has errors, or
no plan keeps all that is asked; 2 wrong call.`,

  'plan.calendar.name': 'Plan of {institution}',
  'plan.calendar.due': 'To be finished: {name}',
  'plan.calendar.inEffect': 'In effect from {day}.',
  'plan.calendar.cost':
    'Costs {cost} {currency} within the plan{how, select, once {} yearly {, all of it running costs} other {: {once} once and {yearly} of running costs}}.',
  'plan.calendar.effort': '{team}: {days, plural, one {# person-day} other {# person-days}}.',
  'plan.calendar.after': 'Waits for {before}.',
  'plan.calendar.fixed': 'Its first day was fixed when the plan was made.',
  'plan.calendar.saves': 'Without it the expected loss would be {saves} weighted days more.',

  'diagnostic.call/bad-budget': '“{value}” is no amount of money.',
  'diagnostic.call/bad-budget.do':
    'Write the amount and its currency: 2.4MEUR, 350kEUR or "1200 EUR".',
  'diagnostic.call/budget-currency':
    'The budget of {value} is in another currency than the dossier, which counts in {currency}.',
  'diagnostic.call/budget-currency.do': 'Write the budget in {currency}.',
  'diagnostic.call/bad-period': '“{value}” is no length of a period.',
  'diagnostic.call/bad-period.do': 'Write a duration of a day or more: 7d, 30d, 3mo.',
  'diagnostic.call/bad-strike': '“{value}” does not say when the scenarios strike.',
  'diagnostic.call/bad-strike.do':
    'Write uniform for any day alike, dated for the days as written, or a day as YYYY-MM-DD.',
  'diagnostic.call/strike-outside':
    'A strike on {day} lies outside the plan, which goes from {from} to {until}.',
  'diagnostic.call/strike-outside.do':
    'Name a day within the plan, or change its days with --on and --horizon.',
  'diagnostic.call/bad-gap': '“{value}” is no share that may be left unproven.',
  'diagnostic.call/bad-gap.do': 'Write a share from 0% to 50% with its sign: 1%, 0.5%.',
  'diagnostic.call/bad-time': '“{value}” is no time for the search.',
  'diagnostic.call/bad-time.do': 'Write a time from 1s to 24h: 30s, 5min, 2h.',
  'diagnostic.call/fix-without-day': '“{value}” does not say which measure begins on which day.',
  'diagnostic.call/fix-without-day.do': 'Write MEASURE=YYYY-MM-DD.',
  'diagnostic.call/fix-outside':
    'The measure “{measure}” cannot begin on {day}: the plan goes from {from} to {until}.',
  'diagnostic.call/fix-outside.do':
    'Name a day within the plan, or change its days with --on and --horizon.',
  'diagnostic.call/fix-too-late':
    'The measure “{measure}”, begun on {day}, takes effect only on {finish}, and the plan ends on {until}.',
  'diagnostic.call/fix-too-late.do': 'Begin it earlier, or look further with --horizon.',
  'diagnostic.call/fixed-twice': 'The measure “{measure}” cannot begin on both {days}.',
  'diagnostic.call/fixed-twice.do': 'Keep one --fix of it.',
  'diagnostic.call/fixed-and-without': 'The measure “{measure}” is both fixed and left out.',
  'diagnostic.call/fixed-and-without.do': 'Keep either --fix or --without.',
  'diagnostic.call/fixed-waits-for-without':
    'The measure “{measure}” is fixed and waits for “{other}”, which is left out.',
  'diagnostic.call/fixed-waits-for-without.do': 'Keep either --fix or --without.',
  'diagnostic.call/unknown-measure': 'There is no measure “{measure}” in the dossier ({option}).',
  'diagnostic.call/unknown-measure.do':
    '{meant, select, null {{known, plural, =0 {It has no measures at all.} other {Use an id that stands under measures.}}} other {Did you mean “{meant}”?}}',
  'diagnostic.call/same-file': '{path} is named by {options}.',
  'diagnostic.call/same-file.do': 'Give each its own file.',

  'diagnostic.plan/no-measures': 'The dossier has no measures, so the only plan is to do nothing.',
  'diagnostic.plan/no-measures.do':
    'Describe under measures what can be done, with its cost, its duration and its effects.',
  'diagnostic.plan/no-scenarios':
    'The dossier states no scenario, so the plan is for the world as it is.',
  'diagnostic.plan/no-scenarios.do':
    'Describe under scenarios what may be decided, and how much each counts (weight).',
  'diagnostic.plan/capacity-unknown':
    'How much time {teams, plural, one {the team {teams} has} other {the teams {teams} have}} for measures is not stated, so the plan sets no limit.',
  'diagnostic.plan/capacity-unknown.do':
    'Write “capacity” with the team: its person-days for measures in 30 days.',
  'diagnostic.plan/infeasible': 'These cannot all be kept at once: {clash}.',
  'diagnostic.plan/infeasible.do':
    'Give up one of them: without any one of them the others can be kept. The words are those of the call and of the dossier.',
  'diagnostic.plan/time-limit':
    'The search was ended after {seconds} s: another plan may be better by up to {gap}%.',
  'diagnostic.plan/time-limit.do': 'Allow more with --time, or be content with a wider --gap.',
  'diagnostic.plan/frontier-unfinished':
    'After {seconds} s the time was up: some points of the frontier are left out.',
  'diagnostic.plan/frontier-unfinished.do': 'Allow more with --time.',
  'diagnostic.plan/paths-together':
    'So many measures change for whom {services} is needed that every way is counted at once: its withdrawal may be less likely than the plan takes it to be.',
  'diagnostic.plan/paths-together.do':
    'Nothing must be done: the losses told are never too low for that.',
  'diagnostic.plan/solver-failed': 'The solver failed: {reason}.',
  'diagnostic.plan/solver-failed.do':
    'Call again, with longer periods or fewer measures; if it fails again, that is a mistake of Holdfast.',
  'diagnostic.plan/too-complex':
    'What stops {function} was too much for exact numbers: it was measured on {worlds} drawn cases, the same in every run, which leaves an error of up to {error}% in its likelihoods.',
  'diagnostic.plan/too-complex.do':
    'Take small differences between plans with care where {function} is concerned, or describe its needs more simply.',
  'diagnostic.plan/too-large':
    'What stops {function} is too much to be worked out, even for drawn cases.',
  'diagnostic.plan/too-large.do':
    'Describe it with fewer things that depend on each other, or plan for fewer measures at once.',
  'diagnostic.plan/too-many-periods':
    'The horizon has {periods} periods; a plan has at most {periods_max}.',
  'diagnostic.plan/too-many-periods.do': 'Make the periods longer, or the horizon shorter.',
  'diagnostic.plan/too-many-measures':
    'The dossier has {measures} measures; a plan weighs at most {measures_max}.',
  'diagnostic.plan/too-many-measures.do':
    'Join small measures into one, or keep in the dossier only those that may be begun within the horizon.',
} as const
