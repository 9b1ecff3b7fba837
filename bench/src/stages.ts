/** The stages of one answer in one process: `node stages.js FOLDER` prints seconds as JSON. */
import { assessFolder, checkFolder } from '@holdfast/holdfast'
import { renderHtml, renderTerminal } from '@holdfast/report'

export interface Stages {
  /** Files, YAML, shapes and checks, before anything is compiled by use. */
  readonly read: number
  /** Everything between the read dossier and the findings, the list with it. */
  readonly assess: number
  readonly terminal: number
  readonly html: number
}

const TODAY = '2026-11-01'

async function stagesOf(dossier: string): Promise<Stages> {
  const [read] = await timed(() => checkFolder({ dossier, regimes: [], today: TODAY }))
  // The assessment reads again: what that costs the second time is taken off.
  const [readAgain] = await timed(() => checkFolder({ dossier, regimes: [], today: TODAY }))
  const [whole, result] = await timed(() => assessFolder({ dossier, today: TODAY }))
  if (!result.ok) throw new Error(result.diagnostics.map(({ code }) => code).join(', '))
  const report = result.value
  const look = { width: 100, colour: false, locale: 'en' }
  const [terminal] = await timed(async () => renderTerminal(report, look))
  const [html] = await timed(async () => renderHtml(report, { locale: 'en' }))
  return { read, assess: Math.max(0, whole - readAgain), terminal, html }
}

async function timed<T>(work: () => Promise<T>): Promise<[seconds: number, value: T]> {
  const start = performance.now()
  const value = await work()
  return [(performance.now() - start) / 1000, value]
}

console.log(JSON.stringify(await stagesOf(process.argv[2] ?? '')))
