/** What may be wrong with what a dossier says for the plan of measures. */
export const enPlanTerms = {
  'diagnostic.dossier/bad-strike': '“{value}” does not say when a scenario strikes.',
  'diagnostic.dossier/bad-strike.do':
    'Write “uniform” (no day is known), “dated” (as its decisions say), or a day as YYYY-MM-DD.',
  'diagnostic.dossier/two-plans': 'A dossier states the limits of its plan once; here are several.',
  'diagnostic.dossier/two-plans.do': 'Put all limits under one “plan:”.',
  'diagnostic.dossier/two-plans.also': 'and here',
} as const
