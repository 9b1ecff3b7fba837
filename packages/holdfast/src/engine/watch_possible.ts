/** Which entries of a list may be a party of the dossier, by names that are not just the same. */
import type { Party } from '@holdfast/dossier'
import type { DesignationList } from '@holdfast/lists'
import { buildScreen, type Decision, DecisionMemory, screenName } from '@holdfast/screening'
import { subjectOfParty } from './screen_dossier.ts'
import type { PossibleMatch } from './watch.ts'

/**
 * Screens every party against the list at the product's threshold. Who was cleared is not told
 * again while the entry is as it was.
 */
export function possibleMatches(
  parties: readonly Party[],
  list: DesignationList,
  decisions: readonly Decision[],
): readonly PossibleMatch[] {
  const screen = buildScreen([list])
  const memory = new DecisionMemory(decisions)
  return parties.flatMap((party) => {
    const subject = subjectOfParty(party)
    return screenName(screen, subject).flatMap(({ entry, name, score, reasons }) => {
      const decided = memory.decided(subject, list.id, entry)
      if (decided?.outcome === 'cleared' && decided.stands) return []
      return { party: party.id, list: list.id, entry, entryName: name.text, score, reasons }
    })
  })
}
