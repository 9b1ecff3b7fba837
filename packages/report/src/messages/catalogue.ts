import { enChains } from './en_chains.ts'
import { enCli } from './en_cli.ts'
import { enDiagnostics } from './en_diagnostics.ts'
import { enFaulttree } from './en_faulttree.ts'
import { enGleif } from './en_gleif.ts'
import { enHistory } from './en_history.ts'
import { enHtml } from './en_html.ts'
import { enLists } from './en_lists.ts'
import { enListsCommands } from './en_lists_commands.ts'
import { enListsOfac } from './en_lists_ofac.ts'
import { enListsTables } from './en_lists_tables.ts'
import { enListsXml } from './en_lists_xml.ts'
import { enModel } from './en_model.ts'
import { enOwn } from './en_own.ts'
import { enOwners } from './en_owners.ts'
import { enOwnership } from './en_ownership.ts'
import { enPlaces } from './en_places.ts'
import { enPlan } from './en_plan.ts'
import { enPlanCall } from './en_plan_call.ts'
import { enPlanHtml } from './en_plan_html.ts'
import { enPlanTerms } from './en_plan_terms.ts'
import { enProof } from './en_proof.ts'
import { enRecords } from './en_records.ts'
import { enRegistry } from './en_registry.ts'
import { enScreen } from './en_screen.ts'
import { enSolved } from './en_solved.ts'
import { enTerminal } from './en_terminal.ts'
import { enUpdate } from './en_update.ts'
import { enWatch } from './en_watch.ts'

/** Every text that people read, in English: the keys of all other languages. */
export const en = {
  ...enModel,
  ...enTerminal,
  ...enSolved,
  ...enHtml,
  ...enProof,
  ...enPlaces,
  ...enDiagnostics,
  ...enChains,
  ...enLists,
  ...enListsCommands,
  ...enListsOfac,
  ...enListsTables,
  ...enListsXml,
  ...enRecords,
  ...enGleif,
  ...enFaulttree,
  ...enRegistry,
  ...enScreen,
  ...enHistory,
  ...enUpdate,
  ...enWatch,
  ...enPlanCall,
  ...enOwnership,
  ...enOwn,
  ...enCli,
  ...enOwners,
  ...enPlanTerms,
  ...enPlan,
  ...enPlanHtml,
} as const

export type MessageKey = keyof typeof en

/** A language: the same keys as English, so that a missing text does not compile. */
export type Catalogue = Readonly<Record<MessageKey, string>>

/** The languages by their tag. A new language is one more entry here. */
export const catalogues: Readonly<Record<string, Catalogue>> = { en }

/** The catalogue of a locale (`fr-CH`), of its language (`fr`), or English. */
export function catalogueOf(locale: string): Catalogue {
  const language = locale.split(/[-_]/)[0] ?? ''
  return catalogues[locale] ?? catalogues[language] ?? en
}
