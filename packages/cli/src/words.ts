/** The words of a call as a command asks for them, and the quick way to them. */
import type { Arguments, Command } from './command.ts'

/** Words that were read: those without an option, and what each option was given. */
export function argumentsOf(
  positionals: readonly string[],
  values: ReadonlyMap<string, readonly string[]>,
): Arguments {
  return {
    positionals,
    text: (name) => values.get(name)?.at(-1),
    texts: (name) => values.get(name) ?? [],
    flag: (name) => values.has(name),
  }
}

/**
 * Reads words that need no second look: `--flag`, `--option value`, `--option=value` with options
 * that the command has, and as many words without an option as it takes. Null for all others, also
 * for right ones such as `--`: those are for `readArguments`, which gives the same for plain words.
 */
export function readPlainWords(
  { options, positionals: [min, max] }: Pick<Command, 'options' | 'positionals'>,
  words: readonly string[],
): Arguments | null {
  const values = new Map<string, string[]>()
  const positionals: string[] = []
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!
    if (!word.startsWith('-')) {
      positionals.push(word)
      continue
    }
    const equals = word.indexOf('=')
    const name = word.slice(2, equals < 0 ? word.length : equals)
    if (!word.startsWith('--') || !Object.hasOwn(options, name)) return null
    let value: string | undefined = ''
    if (options[name]!.type === 'string') {
      value = equals < 0 ? words[++at] : word.slice(equals + 1)
      if (value === undefined || (equals < 0 && value.startsWith('-'))) return null
    } else if (equals >= 0) return null
    const given = values.get(name)
    if (given === undefined) values.set(name, [value])
    else given.push(value)
  }
  const isComplete = positionals.length >= min && positionals.length <= max
  return isComplete ? argumentsOf(positionals, values) : null
}
