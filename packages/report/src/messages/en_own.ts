/** English: who owns whom, and what a rule of ownership makes of it. */
export const enOwn = {
  'own.said.ofac-50':
    '{answer, select, yes {{name} is blocked by OFAC’s 50 percent rule: {why}.} no {{name} is not blocked by OFAC’s 50 percent rule: {why}.} other {Whether {name} is blocked by OFAC’s 50 percent rule is not known.}}',
  'own.said.eo-14203':
    '{answer, select, yes {{name} is a United States person by Executive Order 14203: {why}.} no {{name} is no United States person by Executive Order 14203: {why}.} other {Whether {name} is a United States person by Executive Order 14203 is not known.}}',
  'own.said.secnumcloud-19.6':
    '{answer, select, yes {{name} keeps the ceilings of SecNumCloud 19.6 for holders from outside the European Union: {why}.} no {{name} does not keep the ceilings of SecNumCloud 19.6 for holders from outside the European Union: {why}.} other {Whether {name} keeps the ceilings of SecNumCloud 19.6 for holders from outside the European Union is not known.}}',
  'own.said.ultimate-parent':
    '{answer, select, yes {The ultimate parent of {name} is {top}: {why}.} no {{name} has no parent: {why}.} other {Who is the ultimate parent of {name} is not known.}}',
  'own.said.rule':
    '{answer, select, yes {{rule}: yes for {name}, {why}.} no {{rule}: no for {name}, {why}.} other {{rule}: for {name} it is not known.}}',
  'own.why.listed': '{list, select, call {named by --listed} other {listed in {list} ({entry})}}',
  'own.why.listed-somewhere': 'listed',
  'own.why.organised': '{where, select, null {named in the call} other {organised in {where}}}',
  'own.why.branch': 'a branch of {owner}',
  'own.why.consolidated': 'a subsidiary of {owner}',
  'own.why.held': '{percent} of it held by {owners}',
  'own.why.held-one': '{percent} of it held by {owner}',
  'own.why.then.branch': 'itself a branch of {owner}',
  'own.why.then.consolidated': 'itself a subsidiary of {owner}',
  'own.why.then.held-one': 'itself held {percent} by {owner}',
  'own.why.then.held': 'itself held {percent} by {owners}',
  'own.why.which': '{clause}, {next}',
  'own.why.further':
    '{clause}, and so on over {count, plural, one {one more link} other {# more links}} up to {top}',
  'own.why.not-enough': 'those who count hold {percent} of it, which is not enough',
  'own.why.not-enough.ofac-50': 'blocked owners hold {percent} of it, which is not enough',
  'own.why.not-enough.eo-14203':
    'no one group from the United States holds more than {percent} of it',
  'own.why.not-enough-some': 'what those who count hold of it is not enough',
  'own.why.no-owner-counts': 'no owner of it counts',
  'own.why.no-owner-counts.ofac-50': 'none of its known owners is blocked',
  'own.why.no-owner-counts.eo-14203': 'none of its owners is one',
  'own.why.top.ofac-50': 'it is not listed, and no owner of it is known',
  'own.why.top.eo-14203': 'it is not organised there, and nobody owns it',
  'own.why.top.secnumcloud-19.6': 'nobody from outside holds any of it',
  'own.why.top': 'nobody stands above it',
  'own.why.top-of': 'nobody stands above {top}',
  'own.why.within-ceilings': 'holders from outside hold {percent} together at most',
  'own.why.within-ceilings-some': 'no holder from outside holds too much',
  'own.why.over-ceiling': 'holders from outside hold {percent}',
  'own.why.over-ceiling-some': 'a holder from outside holds too much',
  'own.why.none': 'as its proof says',
  'own.step.listed':
    '{name} is {list, select, call {named by the call} none {listed} other {listed in {list} ({entry})}}.',
  'own.step.organised':
    '{where, select, null {{name} is named in the call.} other {{name} is organised in {where}.}}',
  'own.step.branch': '{name} is a branch of {owners}.',
  'own.step.held': '{owners} {count, plural, one {holds} other {hold}} {percent} of {name}.',
  'own.step.consolidated': '{name} is a subsidiary of {owners}.',
  'own.step.not-enough':
    '{owners, plural, =0 {Nobody who counts holds any of {name}} other {What those who count hold of {name}, {percent}, is not enough}}.',
  'own.step.no-owner-counts': 'No owner of {name} counts.',
  'own.step.top': 'Nobody stands above {name}.',
  'own.step.within-ceilings':
    'Holders from outside hold {percent} of {name}, which is within the ceilings.',
  'own.step.over-ceiling':
    'Holders from outside hold {percent} of {name}, which is over a ceiling.',
  'own.fact.share':
    'How much of {asset} does {owner} hold?{share, select, none {} other { Known is {share}.}}{from, select, none {} other { From {from} on the answer is yes.}}',
  'own.fact.owners': 'Who else owns {asset}?',
  'own.fact.control':
    '{owner, select, none {Do owners of half of {asset}, or of less, control it?} other {Does {owner} control {asset} without a majority?}}',
  'own.fact.sources': 'Which of the contradicting sources is right about the owners of {asset}?',
  'own.fact.held':
    '{owner, select, none {Who held {asset} on the day asked for?} other {Did {owner} hold its stake in {asset} on the day asked for?}}',
  'own.fact.organised': 'Under which law is {asset} organised?',
  'own.fact.seat': 'Where does {asset} have its seat?',
  'own.fact.identity': 'Is {asset} the party of that name on the list?',
  'own.step.open':
    '{percent, select, null {Whether those who count control {name} is open.} other {Those who count may hold {percent} of {name}: enough at the most, and not at the least.}}',
  'own.step.may-start': '{name} may be one that the rule starts with.',
  'own.settle': 'This would settle it:',
  'own.settle.more': 'These facts settle it; fewer may do, which was not searched to the end.',
  'own.settle.none': 'What would settle it could not be told.',
  'own.reading':
    '{reading, select, control {held through whoever controls} proportion {multiplied along the chain} other {{reading}}}: {answer}',
  'own.readings': 'The two readings of “indirectly” differ ({readings}).',
  'own.reservation':
    '{what, select, veto-and-board {Not looked at: vetoes, and who appoints the board (19.6 b).} principal-establishment {Known are only the law of organisation and the head office, not the principal establishment.} own-seat {Its own seat is outside, or not known (19.6 a).} person-outside {A person above it lives outside, or nobody says where.} too-large {More parties stand above it than are followed.} top-contradicted {A source calls another one the topmost parent than the stakes lead to.} other {{what}}}',
  'own.ring': '{names} hold each other’s majority, so none of them is the topmost.',
  'own.behind': 'Behind it stands {names}.',
  'own.answer': '{answer, select, yes {yes} no {no} other {unknown}}',
  'own.rests': 'Reservations',
  'own.mark.share-not-read': 'A share could not be read and counts as some share.',
  'own.mark.share-negative': 'A share is below zero and counts as some share.',
  'own.mark.share-over-100': 'A share is over 100 percent and counts as some share.',
  'own.mark.share-inverted': 'A range of shares is inverted and counts as some share.',
  'own.mark.self-owner': 'A party is said to own itself; that was left out.',
  'own.mark.sum-over-100': 'The owners of one party hold more than all of it.',
  'own.mark.unknown-party': 'A party is named of which no source has a record.',
  'own.mark.stated-twice': 'One source states two shares of one owner in one party.',
  'own.mark.source-cut': 'A source is cut or not whole: what it says may lack anything.',
  'own.unverified': 'Part of the chain is not verified: {names}.',
  'own.tree': 'Who owns it, on {on}',
  'own.tree.none': 'No owner is named.',
  'own.tree.subsidiary': 'subsidiary',
  'own.tree.branch': 'branch',
  'own.tree.consolidation': 'consolidated',
  'own.tree.ultimate-consolidation': 'consolidated at the top',
  'own.tree.control': 'controls',
  'own.tree.share': 'holds',
  'own.tree.votes': 'votes',
  'own.tree.votes-of': '{share} of the votes',
  'own.tree.fund-manager': 'manages the fund',
  'own.tree.umbrella-fund': 'umbrella fund',
  'own.tree.master-fund': 'master fund',
  'own.tree.share-unknown': 'share not known',
  'own.tree.disputed': '[disputed]',
  'own.tree.later': '[stated later only]',
  'own.tree.indirect': '[through others]',
  'own.tree.assumed': '[assumed]',
  'own.tree.unverified': '[not verified]',
  'own.tree.listed': '[listed: {list} {entry}]',
  'own.tree.named': '[named by --listed]',
  'own.tree.maybe': '[perhaps {list} {entry}, by its name]',
  'own.tree.circle': '↺ owns in a circle, see above',
  'own.tree.again': '↑ see above',
  'own.tree.others':
    '{others, select, dispersed {{beside, select, none {(many small holders)} other {(the rest: many small holders)}}} other {{beside, select, none {(owners not declared)} other {(other owners not declared)}}}}',
  'own.tree.more':
    '… {count, plural, one {one more owner} other {# more owners}}; --json has them all',
  'own.tree.deeper':
    '… {count, plural, one {one more party} other {# more parties}} above it; --json has them all',
  'own.tree.missing':
    '{of, select, direct-parent {no direct parent reported} ultimate-parent {no ultimate parent reported} other {no owner reported}}: {reason, select, NATURAL_PERSONS {natural persons hold it} NON_CONSOLIDATING {whoever controls it draws up no accounts with it} NO_KNOWN_PERSON {nobody is known to control it} NO_LEI {its parent has no LEI} NON_PUBLIC {its parent is not made public} other {{reason}}}',
  'own.said-by': '{source}{day, select, none {} other {, {day}}}',
  'own.as-of': 'as of {day}',
  'own.from': 'since {day}',
  'own.until': 'until {day}',
  'own.seen': 'seen {day}',
  'own.source.none': 'no source',
  'own.person': 'person',
  'own.share.exact': '{value}%',
  'own.share.range': '{low}–{high}%',
  'own.share.over': 'more than {value}%',
  'own.share.least': 'at least {value}%',
  'own.share.most': 'at most {value}%',
  'own.share.less': 'less than {value}%',
  'own.share.some': 'some share',
  'own.cite': 'Rule: {cite}.',
  'own.registry': 'Registry: {file}{built, select, none {} other {, compiled {built}}}: {sources}.',
  'own.registry.more': '{count, plural, one {one more} other {# more}}, see --json',
  'own.registry.source':
    '{title}{date, select, none {} other { of {date}}}{whole, select, no { (not whole)} other {}}',
  'own.graph.head':
    '{rule}, on {on}: {parties, plural, one {one party} other {# parties}}, {ties, plural, one {one tie} other {# ties}} of {file}',
  'own.graph.party': 'party',
  'own.graph.answer': 'answer',
  'own.graph.percent': 'share',
  'own.graph.why': 'why',
  'own.graph.more':
    '{count, plural, one {One more party is} other {# more parties are}} not shown; --json has them all.',
  'own.graph.count': '{yes} yes, {no} no, {unknown} unknown.',
  'diagnostic.call/own-what':
    '{both, select, yes {A party and a graph are asked for at once.} other {Neither a party nor a graph is asked for.}}',
  'diagnostic.call/own-what.do':
    'Write holdfast own PARTY --registry FILE, or holdfast own --graph FILE.csv --listed A,B.',
  'diagnostic.call/own-where': 'Where the owners of {party} are to be found is not said.',
  'diagnostic.call/own-where.do':
    'Name a registry with --registry FILE: a compiled one, or a file or a folder of its sources; or a dossier with --dossier DIR.',
  'diagnostic.call/own-graph-alone': 'A graph is asked as it is, without a registry or a dossier.',
  'diagnostic.call/own-graph-alone.do':
    'Leave out --graph to ask for one party, or --registry and --dossier to ask the graph.',
  'diagnostic.call/unknown-rule': 'There is no rule of ownership “{rule}”.',
  'diagnostic.call/unknown-rule.do':
    '{meant, select, null {Known are {known}.} other {Did you mean {meant}? Known are {known}.}}',
  'diagnostic.call/bad-lei': '{party} looks like an LEI, but its check digits are wrong.',
  'diagnostic.call/bad-lei.do':
    'Compare it with the record: one character is not as it was issued.',
  'diagnostic.call/no-such-party': 'No registry at hand knows {party}.',
  'diagnostic.call/no-such-party.do':
    'Give its LEI, or its number as scheme:number (gb-coh:01234567), or the beginning of its name; see “holdfast registry show FILE” for what a registry holds.',
  'diagnostic.call/party-by-name':
    '{count, plural, =0 {No party is called “{asked}”. Nearest by name: {suggested}.} other {# parties are called “{asked}”: {suggested}.}}',
  'diagnostic.call/party-by-name.do':
    'A name does not prove who is meant: ask by the key in brackets, for example holdfast own {first}.',
  'diagnostic.own/by-name': '“{asked}” was found by its name alone: {party}.',
  'diagnostic.own/by-name.do':
    'Another party of the same name may be missing from the registry; ask by {party} where it is the right one.',
  'diagnostic.own/listed-not-there':
    '--listed names {name}: no such party is in the graph, or above the one asked for.',
  'diagnostic.own/listed-not-there.do':
    '{meant, select, null {Check the name, and put one that holds a comma into double quotes of its own; if it is right, it changes nothing here.} other {Did you mean {meant}? If the name is right, it changes nothing here.}}',
  'diagnostic.own/nobody-listed': 'Nobody in {file} is listed, so nobody in it is blocked.',
  'diagnostic.own/nobody-listed.do': 'Name those who are with --listed A,B, or lists with --lists.',
  'diagnostic.own/no-owners': '{file} says of nobody who owns them.',
  'diagnostic.own/no-owners.do':
    'Give a table with the columns owner, asset and share, or another file of owners that holdfast reads.',
  'diagnostic.own/short-proofs':
    '{count, plural, one {One party of {file} has} other {# parties of {file} have}} too many owners above for a full proof.',
  'diagnostic.own/short-proofs.do':
    'What is answered of them is exact; the proof has one step, and of what is missing it tells what is open right there.',
  'diagnostic.own/sum-over-100':
    'In {file} the owners of {asset} hold more than all of it: their least shares come to {percent} percent.',
  'diagnostic.own/sum-over-100.do':
    'Each stake counts as it is written, and answers that rest on them say so. Check these shares: one may be of votes, indirect, or over by now.',
  'diagnostic.own/stated-twice': 'One source states two shares of {owner} in {asset} ({file}).',
  'diagnostic.own/stated-twice.do':
    'The stake may be the smaller one, or both together. Take one out, or name the source of each in a column “source”.',
  'diagnostic.own/too-many-owners': 'More than {parties_max} parties stand above {party}.',
  'diagnostic.own/too-many-owners.do':
    'Check the registry: so many owners come from a mistake in its sources.',
  'diagnostic.own/source-not-whole':
    'Of the registry {file} the {sources, plural, one {source {sources} is} other {sources {sources} are}} not whole: owners may be missing.',
  'diagnostic.own/source-not-whole.do':
    'Fetch it again; a compiled registry is then to be built anew.',
  'help.own': `holdfast own PARTY [options]
holdfast own --graph FILE.csv --listed A,B [--rule ofac-50] [--json]

Who owns a party, and what rules of ownership make of it: yes, no, or unknown with
the facts that would settle it. PARTY is an LEI, a number as scheme:number
(gb-coh:01234567) or a key of the registry; a name only where it is one party's.

  --registry FILE    a compiled registry (holdfast registry build), a file or a
                     folder of its sources; may be repeated
  --dossier DIR      PARTY is an id of this dossier: its declared owners and its
                     registry’s chain
  --rule RULE        ofac-50, eo-14203, secnumcloud-19.6, ultimate-parent (all)
  --on DATE          the stakes and the lists of this day (today)
  --listed A,B       parties that count as listed, beside the lists; of a plain table,
                     which says no places, those with whom any rule starts
  --lists LISTS      designation lists, as for holdfast assess; may be repeated
  --store DIR        the folder of kept lists
  --graph FILE.csv   a plain table owner,asset,share in place of a registry; every
                     party of it is answered: share is a number, a-b (more than a,
                     at most b), >=a, or empty for not known
  --sources          every source in full
  --json             findings as JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
} as const
