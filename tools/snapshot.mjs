/**
 * Writes the SDN snapshot that ships: data/lists/ofac-sdn-DAY.tsv, see data/lists/README.md.
 *
 * Usage: node tools/snapshot.mjs [FOLDER], after the build. FOLDER is named by its day and holds
 * sdn.json, the full list derived from the official exports, and alt_*.csv, an official ALT.CSV:
 * the derived list has the aliases without their kind, and ALT.CSV tells it where it knows it.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { readSnapshot, writeSnapshot } from '../packages/lists/dist/index.js'

const root = path.resolve(import.meta.dirname, '..')
const folder = path.resolve(process.argv[2] ?? '')
const day = path.basename(folder)

const KINDS = { '-0-': 'entity', individual: 'person', vessel: 'vessel', aircraft: 'aircraft' }

/** The kinds of the aliases: number and name to `aka`, `fka` or `nka`. */
function aliasKinds() {
  const kinds = new Map()
  const name = readdirSync(folder).find((file) => /^alt.*\.csv$/i.test(file))
  if (name === undefined) return kinds
  const row = /^(\d+),\d+,"(aka|fka|nka)","([^"\r\n]*)",/gm
  for (const [, id, kind, alias] of readFileSync(path.join(folder, name), 'latin1').matchAll(row)) {
    kinds.set(`${id} ${alias}`, kind)
  }
  return kinds
}

function entryOf({ uid, name, aliases, program, type }, kinds) {
  const kind = KINDS[type]
  if (kind === undefined) throw new Error(`entry ${uid}: unknown type ${type}`)
  const names = [{ text: name, kind: 'primary', quality: 'strong' }]
  for (const text of aliases) {
    names.push({ text, kind: kinds.get(`${uid} ${text}`) ?? 'aka', quality: 'strong' })
  }
  return { id: uid, kind, names, programmes: program.split('] ['), remarks: '', addresses: [] }
}

const derived = JSON.parse(readFileSync(path.join(folder, 'sdn.json'), 'utf8'))
if (derived.entries.length !== derived.entry_count) throw new Error('the derived list is cut')
const kinds = aliasKinds()
const text = writeSnapshot({
  id: 'ofac-sdn',
  published: day,
  provenance: 'reconstructed',
  whole: 'unproven',
  entries: derived.entries.map((entry) => entryOf(entry, kinds)),
})

const file = `data/lists/ofac-sdn-${day}.tsv`
const check = readSnapshot(text, file)
if (!check.ok) throw new Error(`the snapshot does not read back: ${check.diagnostics[0]?.code}`)
writeFileSync(path.join(root, file), text)
const names = check.value.entries.reduce((sum, entry) => sum + entry.names.length, 0)
console.log(`${file}: ${check.value.entries.length} entries, ${names} names, ${text.length} bytes`)
