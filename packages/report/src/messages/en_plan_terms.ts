/** What may be wrong with what a dossier says for the plan of measures. */
export const enPlanTerms = {
  'diagnostic.dossier/bad-strike': '“{value}” does not say when a scenario strikes.',
  'diagnostic.dossier/bad-strike.do':
    'Write “uniform” (no day is known), “dated” (as its decisions say), or a day as YYYY-MM-DD.',
  'diagnostic.dossier/two-plans': 'A dossier states the limits of its plan once; here are several.',
  'diagnostic.dossier/two-plans.do': 'Put all limits under one “plan:”.',
  'diagnostic.dossier/two-plans.also': 'and here',
  'diagnostic.dossier/period-too-short': 'The period of the plan is shorter than a day.',
  'diagnostic.dossier/period-too-short.do': 'Write a day or more: 30d.',
  'diagnostic.dossier/period-too-long':
    'A period of {period_days} days is longer than the horizon of {horizon_days} days.',
  'diagnostic.dossier/period-too-long.do':
    'Write a shorter period, or take it out: then the horizon chooses it.',
  'diagnostic.dossier/spending-backwards': 'This window of spending ends before it begins.',
  'diagnostic.dossier/spending-backwards.do': 'Mend “from” or “until”.',
  'diagnostic.dossier/two-currencies':
    '{key} is in {currency}, but {other_key} is in {other}; a plan adds them.',
  'diagnostic.dossier/two-currencies.do':
    'State all costs and limits in one currency, converted at a rate that you choose.',
  'diagnostic.dossier/two-currencies.also': 'money of the other currency',
  'diagnostic.dossier/strike-of-nothing':
    '“{id}” strikes on a day, but none of its decisions designates or withdraws.',
  'diagnostic.dossier/strike-of-nothing.do':
    'Write “strike: dated” to keep its days, or add the decision that strikes.',
  'diagnostic.dossier/weights-all-zero': 'All scenarios have the weight 0, so none would count.',
  'diagnostic.dossier/weights-all-zero.do':
    'Give at least one a weight above 0; without “weight” each counts alike.',
  'diagnostic.dossier/weights-all-zero.also': 'also 0',
  'diagnostic.dossier/excludes-itself': '“{id}” excludes itself.',
  'diagnostic.dossier/excludes-itself.do': 'Name the measure that cannot be done beside it.',
  'diagnostic.dossier/excludes-what-it-waits-for':
    '“{id}” waits for “{excluded}”, and one of the two excludes the other: it can never be done.',
  'diagnostic.dossier/excludes-what-it-waits-for.do':
    'Take it out of “excludes”, or out of the chain of “after” that leads to it.',
  'diagnostic.dossier/excludes-what-it-waits-for.also': 'the measure it waits for',
  'diagnostic.dossier/waits-for-both':
    '“{id}” waits for “{a}” and for “{b}”, which exclude each other: it can never be done.',
  'diagnostic.dossier/waits-for-both.do':
    'Let it wait for one of them; for a choice, write one measure for each.',
  'diagnostic.dossier/waits-for-both.also': 'one of the two',
} as const
