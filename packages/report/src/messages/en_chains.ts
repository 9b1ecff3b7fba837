/** English: owners that a dossier takes from registries. */
export const enChains = {
  'diagnostic.dossier/bad-register-key': '“{value}” is no key of a register.',
  'diagnostic.dossier/bad-register-key.do':
    'Write the register and the number, as in “gb-coh:01234567”, or the id that a file of its own has for it, as in “local:kpn”.',
  'diagnostic.dossier/lei-wrong':
    'The check digits of the LEI {lei} of “{id}” are wrong: nobody has this code.',
  'diagnostic.dossier/lei-wrong.do':
    'Copy the 20 characters again from the record at search.gleif.org, and compare the name there.',
  'diagnostic.ownership/not-in-registry':
    '{count, plural, one {One party of the dossier is} other {# parties of the dossier are}} looked up in registries and found in none: {parties}{more, plural, =0 {} one { and one more} other { and # more}}.',
  'diagnostic.ownership/not-in-registry.do':
    'Check the key, or name a registry that has it with --registry. Until then its owners are those that the dossier states.',
  'diagnostic.ownership/one-entry-two-parties':
    '{party} and {other} lead to the same entry of a registry; its owners are taken for {other} alone.',
  'diagnostic.ownership/one-entry-two-parties.do':
    'Correct the key of one of them, or make them one party.',
  'diagnostic.ownership/chains-cut':
    'The chain of owners above {party} was not followed to its end: more than {parties_max} parties, or more than {links_max} owners one above the other. Who owns the rest counts as not known.',
  'diagnostic.ownership/chains-cut.do':
    'State in the dossier who owns the parties that matter, and take their keys out.',
  'diagnostic.ownership/contradicts-dossier':
    '{what, select, incorporated {{party} is organised under the law of {ours} in the dossier, of {theirs} in {registry}} seat {{party} has its seat in {ours} in the dossier, in {theirs} in {registry}} name {{party} of the dossier is called {theirs} in {registry}, which has no word in common} lei {{party} has the LEI {ours} in the dossier, {theirs} in {registry}} share {{owner} holds {ours} percent of {party} in the dossier, {theirs} percent in {registry}} other {{registry} names {owner} as an owner of {party}, whom the dossier leaves out of all its owners}}.',
  'diagnostic.ownership/contradicts-dossier.do':
    '{what, select, name {Compare the record: a key that is right in form can be another company’s.} lei {Compare the records: one of the two is another company’s.} share {Find out which is right. Both are reckoned with until then.} owners {Find out which is right. Both are reckoned with until then.} other {Find out which is right. The dossier’s line counts until then.}}',
  'diagnostic.ownership/unverified':
    'Registries give {links, plural, one {one link between owners} other {# links between owners}} and {places, plural, one {one place of organisation} other {# places of organisation}} without having read them in a source. Proofs say “not verified” where they rest on one.',
  'diagnostic.ownership/unverified.do':
    'Look the facts up in a public register, and correct the certainty in the registry.',
  'diagnostic.registry/not-given':
    'The registry {path} that the dossier names was not read here. Owners that only it knows are missing.',
  'diagnostic.registry/not-given.do':
    'Use the command line, which reads files, or state the owners in the dossier.',
  'diagnostic.registry/no-source': '{path} holds no file that says who owns whom.',
  'diagnostic.registry/no-source.do':
    'Name a file made by “holdfast registry build”, a source that it reads, or a folder of such sources.',
  'diagnostic.registry/folder-too-large':
    'The sources in {path} have {bytes} bytes. Up to {bytes_max} are read each time.',
  'diagnostic.registry/folder-too-large.do':
    'Compile them once with “holdfast registry build {path} --out FILE”, and name that file.',
} as const
