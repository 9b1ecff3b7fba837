// @ts-check
/**
 * The published shapes: of a dossier's files, and of what the commands write with `--json`.
 * The tests hold that schemas/ is current; `node tools/schemas.mjs --write` writes it anew.
 */
import { writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  assessReport,
  dossierJsonSchema,
  faultTreeReport,
  listedReport,
  listReadReport,
  listsDiffReport,
  listsLogReport,
  listsUpdateReport,
  listsVersionsReport,
  ownReport,
  planReport,
  registryReport,
  screenPairRow,
  screenRow,
  watchReport,
} from '../packages/holdfast/dist/index.js'

// The schema library is a dependency of the library, not of the workspace.
const require = createRequire(new URL('../packages/holdfast/package.json', import.meta.url))
const { z } = require('zod')

export const SCHEMAS = path.resolve(import.meta.dirname, '../schemas')

/**
 * The schemas by the names of their files.
 *
 * @returns {ReadonlyMap<string, string>}
 */
export function schemasNow() {
  const schemas = {
    'dossier.schema.json': dossierJsonSchema(),
    'assess.schema.json': { ...z.toJSONSchema(assessReport), title: 'holdfast assess --json' },
    'listed.schema.json': { ...z.toJSONSchema(listedReport), title: 'holdfast listed --json' },
    'lists-read.schema.json': {
      ...z.toJSONSchema(listReadReport),
      title: 'holdfast lists read --json',
    },
    'lists-versions.schema.json': {
      ...z.toJSONSchema(listsVersionsReport),
      title: 'holdfast lists versions --json',
    },
    'lists-diff.schema.json': {
      ...z.toJSONSchema(listsDiffReport),
      title: 'holdfast lists diff --json',
    },
    'lists-log.schema.json': {
      ...z.toJSONSchema(listsLogReport),
      title: 'holdfast lists log --json',
    },
    'lists-update.schema.json': {
      ...z.toJSONSchema(listsUpdateReport),
      title: 'holdfast lists update --json',
    },
    'own.schema.json': { ...z.toJSONSchema(ownReport), title: 'holdfast own --json' },
    'plan.schema.json': { ...z.toJSONSchema(planReport), title: 'holdfast plan --json' },
    'registry.schema.json': {
      ...z.toJSONSchema(registryReport),
      title: 'holdfast registry build --json, holdfast registry show --json',
    },
    'screen.schema.json': {
      ...z.toJSONSchema(screenRow),
      title: 'a line of holdfast screen --json',
    },
    'screen-pairs.schema.json': {
      ...z.toJSONSchema(screenPairRow),
      title: 'a line of holdfast screen --pairs FILE.csv --json',
    },
    'watch.schema.json': { ...z.toJSONSchema(watchReport), title: 'holdfast watch --json' },
    'faulttree.schema.json': {
      ...z.toJSONSchema(faultTreeReport),
      title: 'holdfast faulttree solve --json',
    },
  }
  const texts = Object.entries(schemas).map(([name, schema]) => {
    return /** @type {const} */ ([name, `${JSON.stringify(schema, null, 2)}\n`])
  })
  return new Map(texts)
}

if (process.argv[1] === import.meta.filename) {
  for (const [name, text] of schemasNow()) {
    if (process.argv.includes('--write')) writeFileSync(path.join(SCHEMAS, name), text)
    console.log(`schemas/${name}: ${text.length} characters`)
  }
}
