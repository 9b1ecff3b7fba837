/** English: what the command says of itself. */
export const enCli = {
  'cli.in-scenario': 'Scenario “{name}” ({scenario})',
  'cli.checked':
    '{institution}: {functions, plural, one {# function} other {# functions}}, {services, plural, one {# service} other {# services}}, {teams, plural, one {# team} other {# teams}}, {parties, plural, one {# party} other {# parties}}, {scenarios, plural, one {# scenario} other {# scenarios}}, {measures, plural, one {# measure} other {# measures}}. No errors.',
  'cli.started': 'Started {file}. Next: holdfast assess {folder}',
  help: `holdfast: what stops when a foreign power sanctions an institution, when and why

  holdfast assess DOSSIER     what stops, the chokepoints, the facts to find out
  holdfast check DOSSIER      read and check; every problem with its place
  holdfast explain DOSSIER ID the whole proof of one answer
  holdfast listed             who is on the list, since when, by which source
  holdfast init DIR           start a small dossier
  holdfast schema             the JSON Schema of a dossier, for editors

  holdfast COMMAND --help     the options of a command
  holdfast --version

Exit code: 0 answered, 1 the dossier or another input has errors, 2 wrong call.
Nothing leaves this machine.`,
  'help.assess': `holdfast assess DOSSIER [options]

Reads a dossier (a folder of YAML files), lays the law and the list on it, and
prints what stops in each scenario: for certain (2026-12-02) and at the earliest
possible (~2026-12-02).

  --on DATE          the day of the answers (the dossier’s as-of, else today)
  --scenario NAME    a scenario of the dossier, or a YAML file that brings some;
                     may be repeated (all scenarios)
  --reading NAME     read an open question of a law this way; may be repeated
  --lists DIR        OFAC’s official CSV files (the snapshot that ships)
  --regimes DIR      a folder with a further regime; may be repeated
  --horizon TIME     how far to look: 90d, 18mo (the dossier’s, else 365d)
  --since FILE       an earlier report (assess --json): say what changed
  --json             findings as JSON
  --html FILE        write the whole report as one HTML file

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.check': `holdfast check DOSSIER [--regimes DIR]...

Reads and checks a dossier; prints every problem with file, line and column.

Exit code: 0 no errors, 1 errors, 2 wrong call.`,
  'help.explain': `holdfast explain DOSSIER ID [options]

Prints the whole proof of the answer for a function, service, team or party, down
to the dossier’s lines, list entries, ownership and clauses.

  --on, --scenario, --reading, --lists, --regimes, --horizon   as for assess
  --json             the proofs as JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
  'help.listed': `holdfast listed [options]

Prints who is on the list, with role, dates and source as far as they are known.

  --programme TAG    only this programme: ICC-EO14203
  --on DATE          as of this day (latest knowledge)
  --lists DIR        OFAC’s official CSV files (the snapshot that ships)
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
} as const
