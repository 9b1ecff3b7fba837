import type { Arguments, Command, ExitCode } from '../command.ts'
import type { Terminal } from '../terminal.ts'
import { faultTreeData, faultTreeOf, SOLVE_WORDS } from './fault_tree_question.ts'

async function run(given: Arguments, terminal: Terminal): Promise<ExitCode> {
  const result = faultTreeOf(given)
  if (result.ok && given.flag('json')) {
    await terminal.out(faultTreeData(result.value))
    return 0
  }
  // Texts are loaded only from here on.
  const { exitCodeOf, tell } = await import('../answer.ts')
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const { renderFaultTree } = await import('@holdfast/report/fault-tree')
  const { width, colour, locale } = terminal
  await terminal.out(renderFaultTree(result.value, { width, colour, locale }))
  return 0
}

export const solve: Command = {
  name: 'faulttree solve',
  ...SOLVE_WORDS,
  run,
}
