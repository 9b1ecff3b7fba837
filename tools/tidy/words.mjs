// @ts-check
/** Text: white space, control characters, and words that say nothing about the subject. */
import { isCode, isFreeForm, isPicture, lineAt } from './files.mjs'

/** @typedef {import('./files.mjs').RepositoryFile} RepositoryFile */

/** This file names what it bans. */
const SELF = 'tools/tidy/words.mjs'

/** @type {readonly { what: string, pattern: RegExp, mend: string }[]} */
const LAYOUT = [
  { what: 'white space at the end of a line', pattern: /[ \t]+$/gm, mend: 'remove it' },
  { what: 'a tab', pattern: /\t/g, mend: 'write spaces, or \\t in a text' },
  {
    what: 'a control character',
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    pattern: /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/g,
    mend: 'write it as \\u....',
  },
  { what: 'no line end at the end', pattern: /[^\n]$/g, mend: 'end the last line' },
  { what: 'empty lines at the end', pattern: /\n\n$/g, mend: 'remove them' },
]

const PLAIN = 'say it of the subject, or leave it out'

/** @type {readonly { what: string, pattern: RegExp, mend: string }[]} */
const WORKPLACE = [
  // HTTP has a header of that name, and nobody can call it otherwise.
  {
    what: 'a word of the workplace',
    pattern: /\b(?<!'user-)(agents?|subagents?|sessions?)\b/gi,
    mend: PLAIN,
  },
]

/** In data and examples such words are the field's own: a court is in session. */
const OF_THE_FIELD = /^(data|examples)\//

/** @type {readonly { what: string, pattern: RegExp, mend: string }[]} */
const MACHINE = [
  {
    what: 'a path of one machine',
    pattern: /(?<![\w./-])\/(work|tmp|farm|root|home\/\w+)\/[\w.]/g,
    mend: 'name it relative to the repository',
  },
  {
    what: 'the host of a registry',
    pattern: /registry\.(npmjs|yarnpkg|npmmirror)\.\w+|localhost:\d+/g,
    mend: 'leave it to the user: no host is named',
  },
]

/** How often one rule speaks of one file. */
const TOLD_MAX = 5

const ISSUE = /(?<=^|[\s(])#\d{1,6}\b/g
const COMMENT = /^\s*(\/\*\*?|\*|\/\/)|\s\/\/\s/

/** @type {import('./files.mjs').Rule} */
export function words(files) {
  return files.flatMap((file) => {
    if (isFreeForm(file) || isPicture(file) || file.path === SELF) return []
    const layout = file.path.endsWith('.tsv') ? [] : LAYOUT
    const plain = OF_THE_FIELD.test(file.path) ? [] : WORKPLACE
    return [
      ...matches(file, layout),
      ...matches(file, [...plain, ...MACHINE]),
      ...issueNumbers(file),
    ]
  })
}

/**
 * @param {RepositoryFile} file
 * @param {readonly { what: string, pattern: RegExp, mend: string }[]} rules
 */
function matches(file, rules) {
  return rules.flatMap(({ what, pattern, mend }) => {
    const found = [...file.text.matchAll(pattern)].slice(0, TOLD_MAX)
    return found.map((match) => {
      const said = /^[\p{L}\p{P}\p{N}]/u.test(match[0]) && rules !== LAYOUT
      const told = said ? `${what}: “${match[0]}”` : what
      return { file: file.path, line: lineAt(file.text, match.index), what: told, mend }
    })
  })
}

/** Numbers of issues mean nothing outside the place where they are counted. */
function issueNumbers(/** @type {RepositoryFile} */ file) {
  const prose = file.path.endsWith('.md')
  if (!prose && !isCode(file)) return []
  return file.text.split('\n').flatMap((line, index) => {
    if (!prose && !COMMENT.test(line)) return []
    return [...line.matchAll(ISSUE)].map(([number]) => {
      const what = `the number of an issue: “${number}”`
      return { file: file.path, line: index + 1, what, mend: 'say what it was about' }
    })
  })
}
