export { renderPlanHtml } from './html/plan.ts'
export { renderHtml } from './html.ts'
export { renderJson, renderPlanJson } from './json.ts'
export { type Catalogue, catalogues, en, type MessageKey } from './messages/catalogue.ts'
export { type Translate, translator } from './messages/words.ts'
export { ownGraphJson, ownJson } from './own_json.ts'
export { renderPlanCalendar } from './plan_calendar.ts'
export { renderPlanTable } from './plan_table.ts'
export { renderDiagnostics } from './terminal/diagnostics.ts'
export { renderFaultTree } from './terminal/fault_tree.ts'
export { type DiffOptions, renderListsDiff } from './terminal/history_diff.ts'
export { renderListsLog } from './terminal/history_log.ts'
export { renderListsVersions } from './terminal/history_versions.ts'
export { renderListRead } from './terminal/list_read.ts'
export { type ListedOptions, renderListed } from './terminal/listed.ts'
export { type OwnOptions, renderOwn, renderOwnGraph } from './terminal/own.ts'
export type { TerminalOptions } from './terminal/paint.ts'
export { type PlanOptions, renderPlan } from './terminal/plan.ts'
export { renderPlanProgress } from './terminal/plan_progress.ts'
export { renderProgress } from './terminal/progress.ts'
export { renderProof } from './terminal/proof.ts'
export { renderRegistry } from './terminal/registry.ts'
export {
  pairJson,
  renderPairs,
  renderScreened,
  type ScreenedOptions,
  screenJson,
} from './terminal/screen.ts'
export { renderSince, type SinceOptions } from './terminal/since.ts'
export { renderUpdated } from './terminal/update.ts'
export { renderWatch } from './terminal/watch.ts'
export { type ReportOptions, renderTerminal } from './terminal.ts'
