/** The use cases `lists versions`, `lists diff` and `lists log`. */
import {
  type Diagnostic,
  failed,
  ok,
  parseDay,
  problem,
  type Result,
  warning,
} from '@holdfast/kernel'
import { fieldWords } from '../engine/field_words.ts'
import { diffReport, type NamedList } from '../engine/history.ts'
import type { ListsDiffReport, ListsVersionsReport } from '../engine/history_findings.ts'
import { kindOf } from './folder.ts'
import { chooseLists, type ListChosen, type ListsCall, storeOf } from './lists_for.ts'

type StoreCall = Pick<ListsCall, 'store' | 'environment'>

/** The list of which a day without a list's name is a version. */
const LIST_DEFAULT = 'ofac-sdn'

/** The versions that are kept, of one list or of all. Error: `call/list-not-kept`. */
export async function keptVersions(
  call: StoreCall & { readonly list?: string | undefined },
): Promise<Result<ListsVersionsReport>> {
  const store = storeOf(call)
  const all = await store.lists()
  const { list } = call
  if (list !== undefined && !all.includes(list)) {
    return failed([problem('call/list-not-kept', { list, path: store.folder })])
  }
  const diagnostics: Diagnostic[] = []
  const lists: ListsVersionsReport['lists'] = []
  for (const name of list === undefined ? all : [list]) {
    const versions = await store.versions(name)
    diagnostics.push(...versions.diagnostics)
    if (!versions.ok) return failed(diagnostics)
    lists.push({
      list: name,
      versions: versions.value.map(
        ({ list: _, digest, file, base, etag, lastModified, ...one }) => one,
      ),
    })
  }
  return ok({ format: 'holdfast-lists-versions/1', store: store.folder, lists }, diagnostics)
}

export interface DiffCall extends StoreCall {
  /** Each `LIST@DATE`, a day of `list`, a list's id for its newest version, a file or a folder. */
  readonly before: string
  readonly after: string
  readonly list?: string | undefined
}

/**
 * What changed between two lists. Warnings: `history/not-compared`, `history/other-list`, and what
 * the readers of files say.
 */
export async function diffOf(call: DiffCall): Promise<Result<ListsDiffReport>> {
  const [before, after] = [await oneList(call.before, call), await oneList(call.after, call)]
  const diagnostics = [...before.diagnostics, ...after.diagnostics]
  if (!before.ok || !after.ok) return failed(diagnostics)
  const report = diffReport(before.value, after.value)
  if (report.before.list !== report.after.list) {
    const params = { before: report.before.list, after: report.after.list }
    diagnostics.push(warning('history/other-list', params))
  }
  for (const [missing, from] of [
    ['before', report.before.from],
    ['after', report.after.from],
  ] as const) {
    const keys = report.notCompared.filter((one) => one.missing === missing)
    if (keys.length === 0) continue
    const fields = [...new Set(keys.map(({ key }) => fieldWords(key)))]
    diagnostics.push(warning('history/not-compared', { from, fields }))
  }
  return ok(report, diagnostics)
}

async function oneList(what: string, call: DiffCall): Promise<Result<NamedList>> {
  const list = call.list ?? LIST_DEFAULT
  const isDay = parseDay(what) !== null && (await kindOf(what)) === 'absent'
  const asked = isDay ? `${list}@${what}` : what
  const chosen = await chooseLists({ ...call, lists: [asked] })
  if (!chosen.ok) return chosen
  const named = chosen.value.flatMap((one) => namedOf(one, asked))
  const fitting = named.length === 1 ? named : named.filter((one) => one.list.id === list)
  const [only] = fitting
  if (only !== undefined && fitting.length === 1) {
    return ok(only, [...chosen.diagnostics, ...warningsOf(chosen.value, only)])
  }
  const params = { path: asked, lists: named.map((one) => one.list.id) }
  return failed([problem('call/which-list', params)])
}

function namedOf({ files, version }: ListChosen, asked: string): NamedList[] {
  if (files.kind !== 'read') return []
  return [{ list: files.list, from: version?.name ?? asked }]
}

function warningsOf(chosen: readonly ListChosen[], only: NamedList): readonly Diagnostic[] {
  return chosen.flatMap(({ files }) =>
    files.kind === 'read' && files.list === only.list ? files.warnings : [],
  )
}
