import { explainInFolder } from '@holdfast/holdfast'
import { renderProof, translator } from '@holdfast/report'
import { exitCodeOf, tell } from '../answer.ts'
import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { assessCall, assessOptions } from './assess.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const { call, problems } = assessCall(given, terminal)
  const result =
    problems.length > 0
      ? ({ ok: false, diagnostics: problems } as const)
      : await explainInFolder(call, given.positionals[1] ?? '')
  if (!result.ok) {
    tell(terminal, result.diagnostics)
    return exitCodeOf(result.diagnostics)
  }
  if (given.flag('json')) {
    await terminal.out(`${JSON.stringify(result.value, null, 2)}\n`)
    return 0
  }
  const { width, colour, locale } = terminal
  const say = translator(locale)
  const parts = result.value.map(({ scenario, name, proof }) => {
    const heading = say('cli.in-scenario', { scenario, name })
    return `${heading}\n${renderProof(proof, { width, colour, locale })}`
  })
  await terminal.out(parts.join('\n'))
  return 0
}

export const explain: Command = {
  name: 'explain',
  positionals: [2, 2],
  options: { ...assessOptions, json: { type: 'boolean' } },
  run,
}
