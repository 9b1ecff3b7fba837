/** Turns results into text, diagnostics and exit codes: the same for every command. */
import type { Diagnostic, Result } from '@holdfast/kernel'
import { renderDiagnostics } from '@holdfast/report/diagnostics'
import type { Arguments, ExitCode } from './command.ts'
import type { Terminal } from './terminal.ts'

/** Prints diagnostics to the error stream. */
export function tell(terminal: Terminal, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return
  const { errorColour: colour, width, locale } = terminal
  terminal.error(renderDiagnostics(diagnostics, { colour, width, locale }))
}

/** A wrong call is the caller's to mend, anything else the inputs'. */
export function exitCodeOf(diagnostics: readonly Diagnostic[]): ExitCode {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error')
  if (errors.length === 0) return 0
  return errors.every((diagnostic) => diagnostic.code.startsWith('call/')) ? 2 : 1
}

/**
 * Tells what was noticed, then prints the value: as JSON where the call asks for it, else as
 * `render` has it, which is asked only then, so that it can load what it needs.
 */
export async function printResult<T>(
  result: Result<T>,
  given: Arguments,
  terminal: Terminal,
  render: (value: T, options: Pick<Terminal, 'width' | 'colour' | 'locale'>) => Promise<string>,
): Promise<ExitCode> {
  tell(terminal, result.diagnostics)
  if (!result.ok) return exitCodeOf(result.diagnostics)
  const { width, colour, locale } = terminal
  const text = given.flag('json')
    ? `${JSON.stringify(result.value, null, 2)}\n`
    : await render(result.value, { width, colour, locale })
  await terminal.out(text)
  return 0
}

/** The value of a result, or null after its diagnostics were told. */
export function valueOrTell<T>(terminal: Terminal, result: Result<T>): T | null {
  if (result.ok) return result.value
  tell(terminal, result.diagnostics)
  return null
}
