/** English: what the commands for designation lists say. */
export const enListsCommands = {
  'help.lists': `holdfast lists COMMAND

  holdfast lists read FILE|DIR
                     read a list and say what it is; any official format
  holdfast lists update [LIST]...
                     fetch the lists from their issuers and keep them
  holdfast lists versions [LIST]
                     the versions that are kept
  holdfast lists diff A B
                     what changed between two lists
  holdfast lists log PERSON
                     what the kept versions say of somebody, by date

holdfast lists read FILE|DIR [options]

Recognises the format by what the file holds and reads it whole, or says what is
wrong with it and where. Formats: OFAC (CSV, SDN XML, Advanced XML), EU (XML, the
tables of the Official Journal), UN (XML), UK (XML, CSV), OpenSanctions
(entities.ftm.json, targets.simple.csv), and Holdfast’s own snapshots. A folder
holds the files of one list: OFAC’s CSV set, or the tables of the EU Journal.

  --published DATE   the day of publication, where the files do not state it
  --json             what the list is, as JSON
  --entries          every entry as a line of JSON

Exit code: 0 answered, 1 an input has errors, 2 wrong call.`,
} as const
