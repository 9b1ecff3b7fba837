/** English: compiled registries of owners. */
export const enRegistry = {
  'registry.head':
    '{file}: {parties, plural, one {one party} other {# parties}}, {ties, plural, one {one tie} other {# ties}}, {bytes} bytes, compiled {built}',
  'registry.verified': 'Every block was read and is as it was written.',
  'registry.source':
    '{format, select, gleif-lei {GLEIF, level 1} gleif-rr {GLEIF, level 2} gleif-repex {GLEIF, reporting exceptions} uk-psc {UK, people with significant control} bods {Beneficial Ownership Data Standard} ftm {FollowTheMoney} plain-ties {Table of owners} plain-parties {Table of parties} other {{format}}}{date, select, none {, no day stated} other {, {date}}}: {parties, plural, =0 {} one {one party} other {# parties}}{both, select, yes {, } other {}}{ties, plural, =0 {} one {one tie} other {# ties}}{nothing, select, yes {no records} other {}}{whole, select, yes {} other {; not whole}}',
  'registry.unread':
    '{count, plural, one {One file was} other {# files were}} not read: {files}{more, plural, =0 {} other { and # more}}.',

  'diagnostic.registry/keys-contradict':
    '{what, select, second {A source gives {party} the number {key}, but it has {other} already. The second number is left out.} other {{party} gives the number {key}, which {other} has already. The two are kept apart, and whatever names the number means {other}.}}',
  'diagnostic.registry/keys-contradict.do':
    '{what, select, second {Check which of the two numbers is right.} other {Check whose number it is; a branch or a fund often gives that of its head.}}',
  'diagnostic.registry/unknown-party':
    'A tie names {key}, of which no source has a record. Only its key is known; all ties that name it are marked.',
  'diagnostic.registry/unknown-party.do':
    'Add the source that describes it: for a LEI the level 1 file of GLEIF, for a table of owners a table of parties.',
  'diagnostic.registry/sum-over-100':
    'In {file} the owners of {asset} hold {percent} percent together, more than all of it. Their ties are kept and marked.',
  'diagnostic.registry/sum-over-100.do':
    'Check these shares: one may be a share of votes, indirect, or over by now. Give the day on which a stake ended as its “to”.',
  'diagnostic.registry/more-warnings':
    '{what, select, keys {{count, plural, one {One more number is} other {# more numbers are}} given by two parties} parties {{count, plural, one {One more party is} other {# more parties are}} named by ties and described by no source} other {{count, plural, one {One more party has} other {# more parties have}} owners who hold more than all of it}}.',
  'diagnostic.registry/more-warnings.do':
    'Mend the ones that are told first; the rest is often of the same cause.',
  'diagnostic.registry/packed':
    '{file} {reason, select, large {unpacks to more than {max} bytes} members {is a ZIP that does not hold exactly one file} method {is a ZIP packed in a way other than “deflate”} encrypted {is a ZIP with a password} other {is packed, and cut or damaged}}. It was not read.',
  'diagnostic.registry/packed.do':
    '{reason, select, members {Unpack it and name the files that are to be read.} method {Unpack it and name the file.} encrypted {Unpack it and name the file.} large {Split it into several files.} other {Fetch it again.}}',
  'diagnostic.registry/too-large':
    'With {file} the registry would have more than four gigabytes of records, the most that one file holds.',
  'diagnostic.registry/too-large.do':
    'Compile the sources into several registries, and name each of them with --registry.',
  'diagnostic.registry/foreign': '{file} is no compiled registry.',
  'diagnostic.registry/foreign.do':
    'Make one from its sources with “holdfast registry build DIR --out FILE”.',
  'diagnostic.registry/newer':
    '{file} is a registry of version {version}; this Holdfast reads version {newest}.',
  'diagnostic.registry/newer.do':
    'Compile it anew with this Holdfast, or use the Holdfast that made it.',
  'diagnostic.registry/cut':
    '{file} is a registry that breaks off, or has something added to it: it has {size} bytes and not the number that it was written with.',
  'diagnostic.registry/cut.do': 'Copy the file again, or compile it anew.',
  'diagnostic.registry/damaged': '{file} is damaged near byte {offset}: its checksum does not fit.',
  'diagnostic.registry/damaged.do':
    'Copy the file again, or compile it anew. No answer from it can be relied on.',
  'diagnostic.call/no-out': 'Where the registry is to be written is not said.',
  'diagnostic.call/no-out.do': 'Add --out FILE.',

  'help.registry': `holdfast registry COMMAND

  holdfast registry build DIR|FILE... --out FILE
                     compile registers of owners into one file
  holdfast registry show FILE
                     what a compiled registry holds

holdfast registry build DIR|FILE... --out FILE [options]

Reads who is who and who owns whom, and writes one file that “holdfast own”,
“assess” and “watch” read with --registry. It is read where it is asked, so that
millions of parties cost no time. The format is recognised by what a file holds:
GLEIF’s golden copies (level 1, level 2, reporting exceptions; CSV, XML, JSON),
the UK’s people with significant control, the Beneficial Ownership Data Standard
(0.2 to 0.4), FollowTheMoney, and plain tables (owner,asset,share and
id,name,incorporated). Packed files (.gz, .zip with one file) are unpacked beside
FILE for a moment. A party that several sources name by the same LEI or national
number is one party; what the sources say of its owners is kept apart.

  --out FILE         where to write; an older file is replaced when all is done
  --json             what was read, as JSON

What is odd in a source is told and marked, and the rest is used. Exit code 1 when
nothing could be read.

holdfast registry show FILE [options]

  --verify           read the whole file and compare every block with its checksum
  --json             as JSON`,
} as const
