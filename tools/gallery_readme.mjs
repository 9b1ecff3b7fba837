// @ts-check
/** Writes gallery/errors/README.md: every case with its command and its answer. */

/** @typedef {{ name: string, command: string, answer: string }} Case */

const HEAD = `# Gallery of errors

Every message that Holdfast gives when something is wrong, with the input that provokes it.
This page is generated from the folders beside it; \`npm run gallery\` writes it anew.
A case is a folder: \`command\`, \`input/\`, \`recipe.json\` for what is generated, \`expected\`.
The tests hold that every answer is exactly the one shown here.
`

const FAMILIES = /** @type {const} */ ([
  ['call-', 'A wrong call'],
  ['dossier-', 'A wrong dossier'],
  ['law-', 'A wrong file of the law'],
  ['table-', 'A wrong table of designations'],
  ['list-', 'A wrong list'],
  ['fetch-', 'A list that cannot be got, or not be trusted'],
  ['store-', 'A store of lists that is damaged or in use'],
  ['screen-', 'A party, a table or a decision that cannot be looked up'],
  ['ownership-', 'A wrong file of owners, or one that contradicts a dossier'],
  ['records-', 'A file of records that is damaged, whatever it is about'],
  ['registry-', 'A registry of owners that cannot be read'],
  ['watch-', 'A watch that has nothing to compare'],
  ['impact-', 'An answer with a reservation'],
  ['own-', 'A question of owners that cannot be answered'],
  ['fault-tree-', 'A wrong fault tree'],
  ['plan-', 'A plan that cannot be made, or not be kept'],
])

/** Answers longer than this are cut in the page; \`expected\` has them whole. */
const LINES_MAX = 40

/**
 * @param {readonly Case[]} cases
 * @returns {string}
 */
export function galleryReadme(cases) {
  const parts = FAMILIES.map(([prefix, title]) => {
    const own = cases.filter(({ name }) => name.startsWith(prefix))
    return own.length === 0 ? '' : `\n## ${title}\n${own.map((one) => entry(one, prefix)).join('')}`
  })
  return `${HEAD}${parts.join('')}`
}

/** @param {Case} one @param {string} prefix */
function entry({ name, command, answer }, prefix) {
  const words = name.slice(prefix.length).replaceAll('-', ' ')
  const title = words.charAt(0).toUpperCase() + words.slice(1)
  const lines = `$ ${command}\n${answer}`.trimEnd().split('\n')
  const shown = lines.length <= LINES_MAX ? lines : [...lines.slice(0, LINES_MAX), '…']
  return `\n### ${title}\n\n[${name}](${name})\n\n\`\`\`console\n${shown.join('\n')}\n\`\`\`\n`
}
