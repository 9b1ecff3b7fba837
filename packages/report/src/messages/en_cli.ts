/** English: what the command says of itself. */
export const enCli = {
  'cli.in-scenario': 'Scenario “{name}” ({scenario})',
  'cli.checked':
    '{institution}: {functions, plural, one {# function} other {# functions}}, {services, plural, one {# service} other {# services}}, {teams, plural, one {# team} other {# teams}}, {parties, plural, one {# party} other {# parties}}, {scenarios, plural, one {# scenario} other {# scenarios}}, {measures, plural, one {# measure} other {# measures}}. No errors.',
  'cli.started': 'Started {file}. Next: holdfast assess {folder}',
  help: `holdfast: what stops when a foreign power sanctions an institution, when and why

  holdfast assess DOSSIER     what stops, the chokepoints, the facts to find out
  holdfast check DOSSIER      read and check; every problem with its place
  holdfast plan DOSSIER       what to do first, and what it buys
  holdfast explain DOSSIER ID the whole proof of one answer
  holdfast listed             who is on the lists, since when, by which source
  holdfast watch DOSSIER      what new lists change for the institution, for cron
  holdfast screen NAME        whom a list may mean: a name, a table, a dossier
  holdfast decide NAME LIST ENTRY
                              remember that a match was cleared or confirmed
  holdfast own PARTY          who owns a party, and whether that binds or blocks it
  holdfast registry COMMAND   build, show: registers of owners in one file for own
  holdfast lists COMMAND      read, update, versions, diff, log: the lists and
                              their history
  holdfast init DIR           start a small dossier
  holdfast schema             the JSON Schema of a dossier, for editors
  holdfast faulttree solve MODEL.xml
                              probability and minimal cut sets of a fault tree

  holdfast COMMAND --help     the options of a command
  holdfast --version

Exit code: 0 answered, 1 the dossier or another input has errors, 2 wrong call,
3 watch found something that changes for the institution.
Nothing leaves this machine; only “lists update” asks a network, for lists.`,
  'help.assess': `holdfast assess DOSSIER [options]

Reads a dossier (a folder of YAML files), lays the law and the list on it, and
prints what stops in each scenario: for certain (2026-12-02) and at the earliest
possible (~2026-12-02).

  --on DATE          the day of the answers (the dossier’s as-of, else today)
  --scenario NAME    a scenario of the dossier, or a YAML file that brings some;
                     may be repeated (all scenarios)
  --reading NAME     read an open question of a law this way; may be repeated
  --lists LISTS      a file or folder with a list of any format, a kept version
                     LIST@DATE; may be repeated (all kept lists as of the day, else
                     the snapshot of ofac-sdn that ships)
  --store DIR        where lists are kept ($HOLDFAST_LISTS, else the user’s data)
  --regimes DIR      a folder with a further regime; may be repeated
  --registry FILE    who owns whom: a compiled registry, a source or a folder of them,
                     beside those that the dossier names; may be repeated
  --horizon TIME     how far to look: 90d, 18mo (the dossier’s, else 365d)
  --since FILE       an earlier report (assess --json): say what changed
  --json             findings as JSON
  --html FILE        write the whole report as one HTML file
  --export-openpsa FILE
                     write the fault trees behind the likelihoods, for any tool
                     that reads the Open-PSA format; for your eyes alone (0600)

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.check': `holdfast check DOSSIER [--regimes DIR]... [--registry FILE]...

Reads and checks a dossier; prints every problem with file, line and column, and
where a registry of owners contradicts it or lacks what it looks up there.

Exit code: 0 no errors, 1 errors, 2 wrong call.`,
  'help.explain': `holdfast explain DOSSIER ID [options]

Prints the whole proof of the answer for a function, service, team or party, down
to the dossier’s lines, list entries, ownership and clauses.

  --on, --scenario, --reading, --lists, --store, --regimes, --registry, --horizon
                     as for assess
  --json             the proofs as JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.listed': `holdfast listed [options]

Prints who is on the lists, with role, dates and source as far as they are known.

  --programme TAG    only this programme: ICC-EO14203
  --on DATE          as of this day (latest knowledge)
  --lists LISTS      a file or folder with a list of any format, a kept version
                     LIST@DATE; may be repeated (all kept lists as of the day, else
                     the snapshot of ofac-sdn that ships)
  --store DIR        where lists are kept ($HOLDFAST_LISTS, else the user’s data)
  --regimes DIR      a folder with a further regime and its table of designations
  --json             rows as JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.init': `holdfast init DIR

Starts a small, commented, valid dossier in a folder that is empty or not there yet.

Exit code: 0 started, 2 wrong call.`,
  'help.schema': `holdfast schema

Prints the JSON Schema of a dossier’s files. With an editor that knows YAML schemas:
holdfast schema > dossier.schema.json, and in the first line of each file
# yaml-language-server: $schema=dossier.schema.json`,
  'help.faulttree': `holdfast faulttree solve MODEL.xml [options]

Solves the fault trees of a file in the Open-PSA Model Exchange Format: for each
top gate the exact probability and the exact number of minimal cut sets, by order.

  --cut-sets N       list the N likeliest minimal cut sets
  --importance       Birnbaum, criticality, diagnostic, RAW, RRW of every event
  --gate ID          this gate; may be repeated (gates that no other refers to)
  --only WHAT        probability or cut-sets alone, where the other is not needed
  --mission-time H   hours for which the system must work (8760)
  --seconds S        for all answers together (60)
  --nodes N          decision nodes held at once (30000000, about 1.2 GB)
  --memory MB        the same as memory: about 40 bytes a node, beside the model
  --json             findings as JSON; schemas/faulttree.schema.json is their shape

Events are independent. An event whose probability is an interval makes that of
the top one; a distribution counts with its mean. Beyond a limit the probability
is told as bounds, and what was not counted is said.

Exit code: 0 answered, also with bounds; 1 the file has errors; 2 wrong call.`,
} as const
