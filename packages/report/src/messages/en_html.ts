/** English: the texts of the HTML report. */
export const enHtml = {
  'html.title': '{name}: what stops, when and why',
  'html.kicker': 'What stops, when and why',
  'html.asOf': 'As of',
  'html.horizon': '{days, plural, one {# day} other {# days}} ahead',
  'html.skip': 'To the report',
  'html.contents': 'Contents',
  'html.how': 'How to read this',
  'html.howText':
    'Each scenario puts dated decisions of a foreign power on top of the world as the ' +
    'dossier describes it. For every function there are two days: the certain day counts ' +
    'only what the law commands; the possible day counts everybody who may stop, at the ' +
    'earliest. A likelihood is an interval, because what it is made from is one. Every ' +
    'statement unfolds to the lines, list entries, clauses and assumptions that it rests on. ' +
    'Weighted days are days of outage beyond what a function tolerates, times its weight.',
  'html.not': 'What this is not',
  'html.notText':
    'This is a model of what the dossier and the lists say, not legal advice and not a ' +
    'prediction. Whether a law binds somebody is stated under a reading that is named, and ' +
    'what changes under the other readings is shown. What the dossier leaves out, the report ' +
    'does not know. It names services that must or may stop; it offers none in their place.',
  'html.notAdvice':
    'Made from the dossier named above; the same input gives the same report. Not legal advice.',
  'html.seeAll': 'See all changes.',

  'html.headline': 'What stops',
  'html.scenarioNumber': '{number}.',
  'html.scenarioTitle': 'Scenario {number}: {name}',
  'html.bar':
    '{certain, plural, one {# function stops} other {# functions stop}} for certain, ' +
    '{possible} may stop, {unknown} cannot be told, {holds, plural, one {# holds} other {# ' +
    'hold}}',

  'html.situation': 'Functions by scenario',
  'html.situationCaption':
    'Functions by scenario as of {on}, with the likelihood of stopping within {days, plural, ' +
    'one {# day} other {# days}}',
  'html.legend.must-stop': 'stops for certain on this day',
  'html.legend.may-stop': 'can stop from this day on',
  'html.legend.unknown': 'depends on a fact to find out',
  'html.legend.stays': 'holds',
  'html.legendChance':
    'The percentage is the likelihood of stopping within the period, given the scenario. ' +
    'Days include buffers and the tolerance of the function.',
  'html.short.must-stop': 'stops on',
  'html.short.may-stop': 'can stop from',
  'html.short.contested': 'contested',
  'html.short.unknown': 'cannot be told',
  'html.short.stays': 'holds',
  'html.open': 'open fact',
  'html.weightTolerance':
    'weight {weight}, {days, plural, =0 {no outage borne} one {# day borne} other {# days borne}}',

  'html.decisions': 'Decisions',
  'html.functions': 'Functions',
  'html.unfold': 'Unfold a line to see why.',
  'html.functionFacts':
    'Tolerates {tolerance, plural, =0 {no outage} one {# day of outage} other {# days of ' +
    'outage}}. If all withdrawals depend on each other the likelihood is {dependent}. ' +
    'Expected loss: {low} to {high} weighted days.',
  'html.dependsOn':
    '{count, plural, one {This answer depends on an open fact:} other {This answer depends ' +
    'on open facts:}}',
  'html.services':
    '{count, plural, =0 {Services} one {# service} other {# services}}: who must stop, who may',
  'html.servicesMay': '{count, plural, one {# service may stop} other {# services may stop}}',
  'html.servicesStay': '{count, plural, one {# service stays} other {# services stay}}',
  'html.supplied': '{provider}, for {beneficiary}',
  'html.fails':
    'With what it needs itself, the service {certain, select, null {has no certain end} ' +
    'other {fails for certain on {certain}}}{possible, select, null {} other {, and can fail ' +
    'from {possible} on}}.',
  'html.teams': 'Teams',
  'html.teamsCaption': 'Members who must stop, and how many more can be lost',
  'html.tooFew': '{margin}: too few remain',
  'html.legalFiles': 'Legal files to open',
  'html.legalFilesCaption': 'Withdrawals that a counter-law forbids',
  'html.intervalKept': 'no interval of its own: the former one is kept',
  'html.intervalOwn': 'has an interval of its own',
  'html.proofSeen': 'unfolded above, at ({number})',
  'html.proofCut':
    '{steps, plural, one {# further step stands} other {# further steps stand}} in the JSON ' +
    'of this report',

  'html.chokepointsNote':
    'Each set is minimal: leave out one decision, and the function no longer stops by the ' +
    'others. Fewest decisions first, then the greatest weight.',
  'html.moreChokepoints': '{more, plural, one {# more set} other {# more sets}}',
  'html.stops': 'Stops {names}.',
  'html.beyond': 'Taken on top of “{scenario}”.',
  'html.likelihood': 'Likelihood',
  'html.noLikelihood': 'Nobody has estimated how likely it is.',
  'html.unknownsNote':
    'Facts that the dossier does not hold and on which an answer depends, the greatest ' +
    'effect first.',

  'html.picture': 'What depends on what',
  'html.pictureNote':
    'Drawn for the worst scenario, “{name}”. A party is marked by the gravest verdict among ' +
    'what it supplies.',
  'html.pictureDesc':
    'A drawing of {nodes} functions, services, teams, parties and owners from left to right, ' +
    'joined by what needs, supplies and owns what. The table below it says the same.',
  'html.pictureTable': 'The same as a table',
  'html.pictureCaption': 'What depends on what, in “{name}”',
  'html.layer.function': 'Functions',
  'html.layer.service': 'Services and teams',
  'html.layer.party': 'Suppliers',
  'html.layerOwner': 'Owners',
  'html.one.function': 'function',
  'html.one.service': 'service',
  'html.one.team': 'team',
  'html.one.party': 'party',
  'html.edge.needs': 'needs',
  'html.edge.supplied-by': 'supplied by',
  'html.edge.owned-by': 'owned by',
  'html.target': 'is a target',
  'html.targetName': '{name} (a target)',
  'html.supplies': 'gravest of what it supplies: {verdict}',

  'html.readings': 'Readings of the law',
  'html.readingsNote': 'Where a text is open, one reading was used. The others stand beside it.',
  'html.readingUsed': 'Used for {regime}:',
  'html.readingOther': 'Otherwise: {name}',
  'html.readingSame': 'Nothing changes under this reading.',
  'html.readingChanges':
    'Under this reading {count, plural, one {# answer changes} other {# answers change}}:',
  'html.source': 'Source:',

  'html.assumptions': 'Assumptions',
  'html.assumptionsNote':
    'Likelihoods are made from these intervals. They are inputs: change them in the dossier.',
  'html.assumptionsCaption': 'Intervals of likelihood and their evidence',
  'html.own': 'own',
  'html.shipped': 'shipped with Holdfast',
  'html.serviceCount': '{count, plural, one {# service} other {# services}}',

  'html.standing': 'Facts that need care',
  'html.disputed': 'Disputed: both accounts',
  'html.account': 'Account {number}',
  'html.factOf': '{name}: {fact}',
  'html.factUsed': 'The report uses “{value}”.',
  'html.assumed': 'Assumed, not known',
  'html.assumedCaption': 'Facts that the dossier marks as assumed',
  'html.overdue': 'Past the day of review',
  'html.overdueCaption': 'Facts whose day of review has passed',

  'html.licences': 'Licences',
  'html.licencesCaption': 'Licences as of {on}, the next to end first',
  'html.noEnd': 'no end',
  'html.lists': 'Designated parties and the lists used',
  'html.listsUsed': 'Lists',
  'html.listsCaption': 'Lists used, with their provenance',
  'html.designatedCaption': 'Parties of the dossier that are designated as of {on}, by {lists}',
  'html.nobodyDesignated': 'No party of the dossier is designated.',
  'html.provenance.official': 'official file',
  'html.provenance.reconstructed': 'reconstructed, not the official file',
  'html.whole.proven': 'proven whole',
  'html.whole.unproven': 'not proven whole',
  'html.is.yes': 'yes',
  'html.is.unknown': 'not settled',
  'html.basis.number': 'the number of its entry',
  'html.basis.name': 'its name',
  'html.basis.owned': 'its owners',
  'html.basis.scenario': 'a scenario',
  'html.basisScenario': 'put there by “{name}”',
  'html.diagnostics': '{count, plural, one {# reservation} other {# reservations}}',

  'html.colAbout': 'About',
  'html.colBasis': 'Found by',
  'html.colCase': 'Case',
  'html.colClass': 'Class',
  'html.colContested': 'Contested',
  'html.colCounterLaw': 'Counter-law',
  'html.colDaysLeft': 'Days left',
  'html.colEntries': 'Entries',
  'html.colEntry': 'Entry',
  'html.colEvidence': 'Evidence',
  'html.colFact': 'Fact',
  'html.colFrom': 'From',
  'html.colInterval': 'Interval',
  'html.colLayer': 'What it is',
  'html.colLicence': 'Licence',
  'html.colList': 'List',
  'html.colMargin': 'Margin',
  'html.colMayStop': 'May stop',
  'html.colMinimum': 'Minimum',
  'html.colMustStop': 'Must stop',
  'html.colName': 'Name',
  'html.colNeeds': 'Needs',
  'html.colOwn': 'Whose',
  'html.colOwnedBy': 'Owned by',
  'html.colOwner': 'Owner of the fact',
  'html.colProvenance': 'Provenance',
  'html.colProvider': 'Provider',
  'html.colPublished': 'Published',
  'html.colRegime': 'Regime',
  'html.colReviewBy': 'Review by',
  'html.colService': 'Service',
  'html.colServices': 'Used for',
  'html.colSha': 'SHA-256',
  'html.colSince': 'Since',
  'html.colSize': 'Members',
  'html.colSource': 'Source',
  'html.colStatus': 'Status',
  'html.colStays': 'Remain',
  'html.colSuppliedBy': 'Supplied by',
  'html.colTarget': 'Target',
  'html.colTeam': 'Team',
  'html.colUnknown': 'Unknown',
  'html.colUntil': 'Until',
  'html.colValue': 'Value',
  'html.colVerdict': 'Verdict',
  'html.colWhole': 'Whole',
  'html.colWritten': 'Where it is written',
} as const
