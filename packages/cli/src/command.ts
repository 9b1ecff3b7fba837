/** What a command is: its options, its help by key, and what it runs. */
import type { ParseArgsConfig } from 'node:util'
import { parseArgs } from 'node:util'
import { type Diagnostic, nearest, problem } from '@holdfast/kernel'
import type { Terminal } from './terminal.ts'
import { argumentsOf } from './words.ts'

/**
 * 0: answered; 1: the inputs have errors; 2: the call was wrong; 3: answered, and what is watched
 * has changed.
 */
export type ExitCode = 0 | 1 | 2 | 3

export interface Arguments {
  readonly positionals: readonly string[]
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => readonly string[]
  readonly flag: (name: string) => boolean
}

export interface Command {
  readonly name: string
  /** The smallest and the largest number of positional arguments. */
  readonly positionals: readonly [min: number, max: number]
  readonly options: NonNullable<ParseArgsConfig['options']>
  run(given: Arguments, terminal: Terminal): Promise<ExitCode>
}

type Parsed =
  | { readonly ok: true; readonly value: Arguments }
  | { readonly ok: false; readonly problems: readonly Diagnostic[] }

/** Reads the words of a call; every wrong one is told. */
export function readArguments(command: Command, words: readonly string[]): Parsed {
  const options: Command['options'] = { ...command.options, help: { type: 'boolean', short: 'h' } }
  const { tokens } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  })
  const problems: Diagnostic[] = []
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value)
    if (token.kind !== 'option') continue
    const option = Object.hasOwn(options, token.name) ? options[token.name] : undefined
    if (option === undefined) {
      const meant = nearest(token.name, Object.keys(options))
      const params = { option: token.rawName, meant: meant === null ? null : `--${meant}` }
      problems.push(problem('call/unknown-option', params))
      continue
    }
    // An option with a value that is followed by another option was given none.
    const missing =
      token.value === undefined || (!token.inlineValue && token.value.startsWith('--'))
    if (option.type === 'boolean' && token.value !== undefined) {
      problems.push(problem('call/option-with-value', { option: token.rawName }))
      continue
    }
    if (option.type === 'string' && missing) {
      problems.push(problem('call/option-without-value', { option: token.rawName }))
      continue
    }
    values.set(token.name, [...(values.get(token.name) ?? []), token.value ?? ''])
  }
  const [min, max] = command.positionals
  if (positionals.length < min || positionals.length > max) {
    problems.push(problem('call/arguments', { command: command.name, given: positionals.length }))
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, value: argumentsOf(positionals, values) }
}
