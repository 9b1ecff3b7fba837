import { writeFile } from 'node:fs/promises'
import { assessFolder } from '@holdfast/holdfast'
import { type Diagnostic, parseDuration, problem } from '@holdfast/kernel'
import { renderHtml, renderJson, renderTerminal } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'

/** Options of every command that assesses. */
export const assessOptions = {
  on: { type: 'string' },
  scenario: { type: 'string', multiple: true },
  reading: { type: 'string', multiple: true },
  lists: { type: 'string', multiple: true },
  store: { type: 'string' },
  regimes: { type: 'string', multiple: true },
  registry: { type: 'string', multiple: true },
  horizon: { type: 'string' },
} as const

/** The call of an assessment from the words of a command. */
export function assessCall(given: Arguments, terminal: Terminal) {
  const horizon = given.text('horizon')
  const duration = horizon === undefined ? null : parseDuration(horizon)
  const problems: Diagnostic[] =
    horizon !== undefined && (duration === null || duration.days < 1)
      ? [problem('call/bad-horizon', { value: horizon })]
      : []
  return {
    problems,
    call: {
      dossier: given.positionals[0] ?? '',
      on: given.text('on'),
      scenarios: given.texts('scenario'),
      readings: given.texts('reading'),
      lists: given.texts('lists'),
      store: given.text('store'),
      regimes: given.texts('regimes'),
      registries: given.texts('registry'),
      horizonDays: duration?.days,
      since: given.text('since'),
      today: terminal.today,
    },
  }
}

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { call, problems } = assessCall(given, terminal)
  if (given.flag('json') && given.flag('html')) problems.push(problem('call/json-and-html', {}))
  if (problems.length > 0) {
    tell(terminal, problems)
    return 2
  }
  const exported = given.text('export-openpsa')
  const result = await assessFolder({ ...call, exportOpenPsa: exported })
  if (!result.ok) {
    tell(terminal, result.diagnostics)
    return exitCodeOf(result.diagnostics)
  }
  const report = result.value
  if (given.flag('json')) {
    await terminal.out(renderJson(report))
    return 0
  }
  const html = given.text('html')
  if (html !== undefined) {
    try {
      await writeFile(html, renderHtml(report, { locale: terminal.locale }))
    } catch {
      tell(terminal, [problem('call/cannot-write', { path: html })])
      return 2
    }
  }
  const { width, colour, locale } = terminal
  const path = {
    ...(html === undefined ? {} : { htmlPath: html }),
    ...(exported === undefined ? {} : { openPsaPath: exported }),
  }
  await terminal.out(renderTerminal(report, { width, colour, locale, ...path }))
  return 0
}

export const assess: Command = {
  name: 'assess',
  positionals: [1, 1],
  options: {
    ...assessOptions,
    since: { type: 'string' },
    json: { type: 'boolean' },
    html: { type: 'string' },
    'export-openpsa': { type: 'string' },
  },
  run,
}
