/** English: what is wrong with a fault tree in a file, and what to do. */
export const enFaulttree = {
  'diagnostic.faulttree/not-utf8': '{file} is no UTF-8 text.',
  'diagnostic.faulttree/not-utf8.do':
    'Save it as UTF-8; an XML file in another encoding is not read, whatever its first line says.',
  'diagnostic.faulttree/file-too-large': '{file} has {bytes} bytes; at most {bytes_max} are read.',
  'diagnostic.faulttree/file-too-large.do':
    'Check that this is one model; split it by its fault trees if it is.',
  'diagnostic.faulttree/too-large':
    'The file needs {characters} characters; at most {characters_max} are read.',
  'diagnostic.faulttree/too-large.do':
    'Check that this is one model; split it by its fault trees if it is.',
  'diagnostic.faulttree/too-many-elements': 'The file has more than {elements_max} elements.',
  'diagnostic.faulttree/too-many-elements.do':
    'Check that this is one model; split it by its fault trees if it is.',
  'diagnostic.faulttree/too-deep': 'Elements are nested more than {levels_max} deep here.',
  'diagnostic.faulttree/too-deep.do': 'Give inner parts a name, and refer to them.',
  'diagnostic.faulttree/xml-syntax':
    'This is not valid XML: {fault, select, attribute {the tag of “{name}” is malformed} attributes {“{name}” has too many attributes} cdata-end {“]]>” stands in a text} character {the character U+{name} stands in no XML} comment {a comment contains “--”} cut {the file ends within a tag or comment} declaration {the first line is malformed} instruction {a processing instruction has no name} less-than {the value of “{name}” contains a less-than sign} mismatch {“{name}” is closed as “{end}”} no-root {there is no element} outside {text stands outside the outermost element} reference {“{name}” stands for no character} stray-end {“{name}” is closed and was never opened} tag {a less-than sign begins no tag} twice {“{name}” is given twice} two-roots {a second outermost element follows} unclosed {“{name}” is never closed} other {{fault}}}.',
  'diagnostic.faulttree/xml-syntax.do':
    '{fault, select, character {Remove it; the file may be damaged or in another encoding than it says.} cut {The file is cut: fetch or export it again.} unclosed {Close it; if the end of the file is missing, export it again.} no-root {The file is empty or damaged: export it again.} reference {Write &amp; for an ampersand. Only lt, gt, amp, quot, apos and numbers have a meaning here.} less-than {Write &lt; in place of it.} other {Correct it there; what follows is read when this is mended.}}',
  'diagnostic.faulttree/xml-syntax.also': 'it was opened here',
  'diagnostic.faulttree/document-type': 'The file declares a document type.',
  'diagnostic.faulttree/document-type.do':
    'Take the declaration (!DOCTYPE) out. Entities are never expanded and nothing else is fetched; write out what they stand for.',
  'diagnostic.faulttree/not-open-psa':
    'The outermost element is “{name}”; a model of the Open-PSA format begins with “opsa-mef”.',
  'diagnostic.faulttree/not-open-psa.do':
    'Give the file of the model itself, not that of a project, a report or another format.',
  'diagnostic.faulttree/unsupported':
    '“{name}” is not read{reason, select, common-cause {: common causes would make failures depend on each other} substitution {: it would change the cut sets} phases {: it would set house events by phases} include {: no other file is opened} code {: no code from outside is run} other {: it asks for an event tree}}.',
  'diagnostic.faulttree/unsupported.do':
    '{reason, select, common-cause {Write each common cause as a basic event of its own, or take the group out if the failures are independent.} include {Put the content of that file in its place.} phases {Write one file for each phase, with the house events set.} substitution {Write what it means into the gates, or take it out.} other {Write the value as a number, or take it out.}}',
  'diagnostic.faulttree/not-read':
    'Not read: {names}. The fault trees are as they would be without.',
  'diagnostic.faulttree/not-read.do':
    'Nothing, if the fault trees are what you ask for: sequences of event trees are not computed.',
  'diagnostic.faulttree/unknown-element':
    '“{name}” has no place in {parent, select, expression {an expression} other {“{parent}”}}.',
  'diagnostic.faulttree/unknown-element.do':
    'Check its spelling, and that it stands where the format wants it.',
  'diagnostic.faulttree/unknown-attribute':
    '{count, plural, one {An attribute is} other {# attributes are}} not known and not read: {names}.',
  'diagnostic.faulttree/unknown-attribute.do':
    'Check the spelling, or take out what is not of the format.',
  'diagnostic.faulttree/stray-text': 'The text “{text}” stands in “{element}”, where none belongs.',
  'diagnostic.faulttree/stray-text.do': 'Write it as an element, a label or a comment.',
  'diagnostic.faulttree/missing-attribute': '“{element}” lacks “{name}”.',
  'diagnostic.faulttree/missing-attribute.do': 'Add {name}="…" to its tag.',
  'diagnostic.faulttree/bad-name': 'The name “{name}” has a dot in it.',
  'diagnostic.faulttree/bad-name.do':
    'Write _ in place of it: a dot joins the names of containers in references.',
  'diagnostic.faulttree/bad-number':
    '“{value}” is no {kind, select, whole {whole number} other {number}}.',
  'diagnostic.faulttree/bad-number.do':
    '{kind, select, whole {Write digits only: 3.} other {Write it with a point: 0.001 or 1e-3.}}',
  'diagnostic.faulttree/bad-value': '“{value}” is no value of “{name}” in “{element}”.',
  'diagnostic.faulttree/bad-value.do': 'Use one of: {allowed}.',
  'diagnostic.faulttree/duplicate':
    '{kind, select, container {A container “{name}” is defined already.} different {“{name}” is defined already, as another kind of event.} other {“{name}” is defined already.}}',
  'diagnostic.faulttree/duplicate.do':
    'Give one of them another name and change what refers to it, or take one out.',
  'diagnostic.faulttree/duplicate.also': 'it is defined here',
  'diagnostic.faulttree/unknown-reference':
    'No {kind, select, basic-event {basic event} house-event {house event} other {{kind}}} “{name}” is defined.',
  'diagnostic.faulttree/unknown-reference.do':
    '{near, select, yes {Did you mean “{meant}”?} other {{kind, select, basic-event {Define it with “define-basic-event”; without a value its probability is unknown.} other {Define it, or correct the name; what is private in a container is named by its path.}}}}',
  'diagnostic.faulttree/wrong-kind':
    '“{name}” is a {found, select, basic-event {basic event} house-event {house event} other {{found}}}, and no {wanted, select, basic-event {basic event} house-event {house event} other {{wanted}}}.',
  'diagnostic.faulttree/wrong-kind.do': 'Refer to it with “{found}”.',
  'diagnostic.faulttree/wrong-count':
    '“{element}” has {found, plural, =0 {nothing} one {# element} other {# elements}} in it; it takes {wanted, select, formula {one formula} constant {at most one constant} one {one argument} two {two arguments} other {one argument or more}}.',
  'diagnostic.faulttree/wrong-count.do':
    '{wanted, select, formula {Write exactly one formula: a reference, a constant or a connective.} two {Nest several: their meaning in one element is not agreed on.} constant {Keep one of them.} other {Add or remove arguments.}}',
  'diagnostic.faulttree/threshold':
    '{element, select, atleast {“At least {min} of {count}” is no threshold: it lies between 1 and {count}.} other {“Between {min} and {max} of {count}” is no range of numbers up to {count}.}}',
  'diagnostic.faulttree/threshold.do':
    'Correct the numbers; for what always or never holds write a “constant”.',
  'diagnostic.faulttree/gate-cycle':
    '{count, plural, one {The gate {names} is defined by itself.} other {# gates are defined by each other: {names}.}}',
  'diagnostic.faulttree/gate-cycle.do':
    'Break the circle: what a gate needs must not need the gate.',
  'diagnostic.faulttree/parameter-cycle':
    '{count, plural, one {The parameter {names} is defined by itself.} other {# parameters are defined by each other: {names}.}}',
  'diagnostic.faulttree/parameter-cycle.do': 'Give one of them a number.',
  'diagnostic.faulttree/wrong-operands':
    '“{element}” has {found, plural, =0 {no values} one {# value} other {# values}}; possible are: {allowed}.',
  'diagnostic.faulttree/wrong-operands.do': 'Add what is missing, or take out what is too much.',
  'diagnostic.faulttree/wrong-unit': '“{name}” is asked for in {found} and given in {wanted}.',
  'diagnostic.faulttree/wrong-unit.do': 'Use one unit: units are compared and never converted.',
  'diagnostic.faulttree/units-as-written':
    '{count, plural, one {A parameter has a unit} other {# parameters have units}} of another time than the hours of the mission: {names}. The numbers are used as they are written.',
  'diagnostic.faulttree/units-as-written.do':
    'Check that they meet times of the same unit, or write them in hours.',
  'diagnostic.faulttree/no-number': '“{element}” comes to no number here.',
  'diagnostic.faulttree/no-number.do':
    'Check its operands: a division by zero, a logarithm or root of a negative number, or too large a result.',
  'diagnostic.faulttree/out-of-domain':
    '“{element}” is not defined for the {argument, select, availability {availability} bounds {bound} deviation {deviation} duration {duration of a test} error-factor {error factor} first-test {time before the first test} interval {time between tests} level {confidence level} mean {mean} probability {probability} rate {failure rate} repair-rate {repair rate} scale {scale} shape {shape} shift {time shift} test-rate {failure rate under test} time {time} whole {number} other {{argument}}} {value}.',
  'diagnostic.faulttree/out-of-domain.do':
    '{argument, select, availability {Write 1 for available during the test, 0 for not.} bounds {Each bound must be larger than the one before.} duration {A test must end before the next begins.} error-factor {It is at least 1.} level {It lies between 0 and 1.} probability {It lies between 0 and 1.} whole {Only whole numbers have an agreed remainder.} other {Rates and times are not negative; scales, shapes and intervals are positive. Check the order of the values.}}',
  'diagnostic.faulttree/not-a-probability': 'The probability of “{name}” comes to {value}.',
  'diagnostic.faulttree/not-a-probability.do':
    'It must lie between 0 and 1: check its expression and the mission time.',
  'diagnostic.faulttree/bad-interval':
    'The attributes probability-low and probability-high of “{name}” are no interval that holds its value.',
  'diagnostic.faulttree/bad-interval.do':
    'Correct both, with 0 ≤ low ≤ value ≤ high ≤ 1, or take both out.',
  'diagnostic.faulttree/probability-missing':
    '{count, plural, one {An event has no probability} other {# events have no probability}}: {names}. Nothing is known of it: between 0 and 1.',
  'diagnostic.faulttree/probability-missing.do':
    'Give each a “float”; until then the answer is an interval.',
  'diagnostic.faulttree/mean-of-distribution':
    '{count, plural, one {The probability of an event rests} other {The probabilities of # events rest}} on distributions: {names}. Each distribution counts with its mean.',
  'diagnostic.faulttree/mean-of-distribution.do':
    'Nothing, if a point value is what you ask for: uncertainty is not carried through.',
  'diagnostic.faulttree/histogram':
    'A histogram is read as the format defines it: the first number of a bin is its upper bound, the second the value there.',
  'diagnostic.faulttree/histogram.do':
    'SCRAM reads the second number as a weight instead: check which of both the author meant.',
  'diagnostic.faulttree/wide-xor':
    '{count, plural, one {An “xor” has} other {# “xor” have}} more than two arguments. It is read as the format defines it: an odd number of them.',
  'diagnostic.faulttree/wide-xor.do':
    'Where exactly one is meant, write “cardinality” with min and max 1.',
  'diagnostic.faulttree/no-gates': 'The file defines no gate: there is no fault tree to solve.',
  'diagnostic.faulttree/no-gates.do':
    'Give the file with the fault trees; put the data of events into the same file.',
  'diagnostic.faulttree/more-problems':
    '{count, plural, one {There is # more problem.} other {There are # more problems.}}',
  'diagnostic.faulttree/more-problems.do':
    'Mend what is named above first; often it is the cause of the rest.',
} as const
