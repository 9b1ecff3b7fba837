/**
 * English: the sentences of proofs. The key is the statement's key. A sentence states one fact and
 * ends without a full stop; what it rests on stands under it.
 */
export const enProof = {
  'proof.function': '{function}',
  'proof.stops-certainly':
    'Stops for certain on {day}{tolerance, plural, =0 {} one {: out from {outage}, and one day can be borne} other {: out from {outage}, and # days can be borne}}',
  'proof.stops-possibly':
    'Can stop on {day} at the earliest{tolerance, plural, =0 {} one {: out from {outage}, and one day can be borne} other {: out from {outage}, and # days can be borne}}',
  'proof.holds': 'Holds: no decision of this scenario can stop it',
  'proof.thing-holds': '{thing} holds',
  'proof.thing-withdrawn': '{thing} ends on {day}: its provider withdraws it',
  'proof.thing-fails': '{thing} fails on {day}: something it needs fails',
  'proof.team': '{team}: {size} people, at least {minimum} needed',
  'proof.team-fails':
    '{team} fails on {day}: {remain} of {size} people remain, {minimum} are needed',
  'proof.need-all': 'All of {n} are needed; the first to fail is out on {day}',
  'proof.need-any': 'Any one of {n} would do; the last is out on {day}',
  'proof.need-at-least': 'At least {k} of {n} are needed; too few are left on {day}',
  'proof.buffer':
    '{days, plural, one {A stock of one day} other {A stock of # days}} carries this to {day}',
  'proof.prepaid':
    '{days, plural, one {One day paid ahead bridges} other {# days paid ahead bridge}} a failure of payment, not a refusal: the need fails on {day}',

  'proof.must-stop':
    '{provider} must stop supplying “{service}” {same, select, yes {on {earliest}} other {from {earliest}, at the latest on {latest}}}',
  'proof.must-freeze':
    '{provider} must freeze “{service}” {same, select, yes {on {earliest}} other {from {earliest}, at the latest on {latest}}}',
  'proof.may-stop':
    '{provider} may stop supplying “{service}” out of caution {same, select, yes {on {earliest}} other {between {earliest} and {latest}}}: likelihood {low}–{high}%',
  'proof.may-stop-indirect':
    '{provider} may stop supplying “{service}”, which benefits a target indirectly, {same, select, yes {on {earliest}} other {between {earliest} and {latest}}}: likelihood {low}–{high}%',
  'proof.must-stop-work':
    '{provider} must stop working in “{service}” {same, select, yes {on {earliest}} other {from {earliest}, at the latest on {latest}}}',
  'proof.may-stop-work':
    '{provider} may stop working in “{service}” out of caution {same, select, yes {on {earliest}} other {between {earliest} and {latest}}}: likelihood {low}–{high}%',
  'proof.may-stop-indirect-work':
    '{provider} may stop working in “{service}”, which benefits a target indirectly, {same, select, yes {on {earliest}} other {between {earliest} and {latest}}}: likelihood {low}–{high}%',
  'proof.contested':
    'Contested: {counterLaw} forbids {provider} to obey {regime}; likelihood of withdrawing “{service}” {low}–{high}%',
  'proof.contested-kept':
    'Contested: {counterLaw} forbids {provider} to obey {regime}; nobody estimated the contested case, so the likelihood of withdrawing “{service}” stays {low}–{high}%',
  'proof.licensed': '“{service}” of {provider} is licensed under {regime} for the whole horizon',
  'proof.exempt': '“{service}” ({kind}) is exempt from {regime}',
  'proof.in-house': '“{service}” is in-house',
  'proof.unexposed':
    '{provider} is of the class “{class}”, which is taken not to withdraw by itself',
  'proof.untouched': 'No decision touches “{service}” of {provider}',
  'proof.decided': 'The scenario has {provider} withdraw “{service}” on {on}',
  'proof.supplied':
    '“{service}” is supplied by {provider}{parent, select, null {} undefined {} other {, a subsidiary of {parent}{above, plural, =0 {} other { and through it of {above}}}}}{organised, select, null {} undefined {} other {, organised in {organised}}}',
  'proof.supplied-work': '{provider} works in “{service}”',
  'proof.unknown': 'What becomes of “{service}” is not known: it depends on a fact to find out',
  'proof.if-benign':
    'If it is answered in favour of the institution: {verdict, select, must-stop {must stop} may-stop {may stop} contested {contested} other {stays}}',
  'proof.if-adverse':
    'If it is answered against the institution: {verdict, select, must-stop {must stop} may-stop {may stop} contested {contested} other {stays}}',
  'proof.path': 'The benefit of “{service}” ends at {target}, a target: by way of {path}',
  'proof.associate': '“{service}” serves people or an institution close to {target}, a target',
  'proof.assumption': 'Assumed for the class “{class}” ({case}): {low}–{high}%',
  'proof.no-assumption':
    'Nobody estimated how likely the class “{class}” is to withdraw under {regime}: 0–100%',

  'proof.bound': '{party} is bound by {regime}',
  'proof.not-bound': '{party} is not bound by {regime}: none of its clauses fits',
  'proof.bound-unknown': 'Whether {regime} binds {party} is not known; it does if',
  'proof.organised': '{party} is organised under the law of {country}',
  'proof.if-organised':
    'The law under which {party} is organised is not declared; it may be that of {jurisdiction}',
  'proof.branch': '{party} is a branch of {head}',
  'proof.employee': '{party} is employed by {employer}',
  'proof.nationality': '{party} is a national of {country}',
  'proof.if-nationality':
    'The nationality of {party} is not declared; it may be that of {jurisdiction}',
  'proof.residence': '{party} lives, or may live permanently, in {country}',
  'proof.if-residence': 'Where {party} lives is not declared; it may be {jurisdiction}',
  'proof.national-and-resident':
    '{party} is a national of a state of {jurisdiction} and lives there',
  'proof.subsidiary': '{party} is a subsidiary of {owners}',
  'proof.holds-share':
    '{owner} holds {share} percent of {party}{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.holds-some':
    '{owner} holds a share of {party} that is not stated{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.consolidates':
    '{owner} consolidates {party}; the share is not stated{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.calls-subsidiary':
    '{party} is called a subsidiary of {owner}; the share is not stated{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.holds-by-sources':
    'Sources {disputed, select, true {contradict each other on} other {speak of}} what {owner} holds of {party}',
  'proof.is-branch':
    '{party} is a branch of {owner}{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.controls':
    '{owner} has votes or other influence in {party}{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.if-owned':
    'Who owns {party} is not declared in full; a bound owner may hold more than half',
  'proof.organisation':
    '{party}: organised under the law of {incorporated}, seat in {seat}{asOf, select, null {} undefined {} other {, as of {asOf}}}{certainty, select, unverified { (not verified)} assumed { (assumed)} other {}}',
  'proof.person': '{party}: nationality {nationality}, residence {residence}',

  'proof.party': '{party}',
  'proof.target':
    '{party} is a target of {regime} from {from}{to, select, null {} other { until {to}}}',
  'proof.target-unknown': 'Whether {party} is a target of {regime} from {from} on is not known',
  'proof.no-target': '{party} is no target of {regime}',
  'proof.on-list-by-number': '{party} is entry {entry} of {list}: {name}',
  'proof.on-list-by-name': '{party} has the name of entry {entry} of {list}: {name}',
  'proof.in-designation-table': '{party} stands in the dated table of {regime}: {name}',
  'proof.designation-event':
    '{party}: {event, select, listed {listed} relisted {listed again} stayed {enforcement allowed again} enjoined {enforcement enjoined} other {delisted}} {precision, select, day {on {from}} other {between {from} and {to}}}{by, select, null {} other {, by {by}}}',
  'proof.scenario-designates': 'In this scenario {power} designates {party} under {regime} on {on}',
  'proof.owned-by-targets':
    'Targets of {regime} own {percent} percent of {party} together: it is blocked like them',
  'proof.licence': '{licence} permits this until {until}',
  'proof.wind-down':
    '{licence, select, null {A wind-down licence} other {{licence}}} permits winding down until {until}',
  'proof.wind-down-licence': '{licence} permits winding down until {until}',
  'proof.annexed': '{counterLaw} names {instrument} in its annex since {on}',
} as const
