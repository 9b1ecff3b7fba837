import type { Result } from '@holdfast/kernel'
import { failed, ok, parseDay } from '@holdfast/kernel'
import { type ByteSource, Findings, readJsonLines } from '@holdfast/records'
import type { ListHead } from '../entry.ts'
import type { EntrySink, ReadOptions } from '../reading.ts'
import { ftmEntry } from './entry.ts'
import { Joined } from './joined.ts'
import { EDGES, type FtmEntity, THINGS } from './model.ts'
import { entityOf } from './record.ts'

/** Schemata that belong to others or that nobody lists; not counted as left out. */
const PARTS: ReadonlySet<string> = new Set([
  ...EDGES.keys(),
  ...['Address', 'Sanction', 'Passport', 'Identification', 'Position'],
])

/**
 * Reads `entities.ftm.json` of OpenSanctions: an entity of FollowTheMoney in each line.
 *
 * An entry is made of every thing whose topics hold `sanction`, or that a Sanction not ended on the
 * day of the file points at; others (owners, relatives, companies) are only linked to, and the
 * warning `lists/ftm-not-listed` counts them. Sanctions, addresses, passports and relations stand
 * on lines of their own, in any order, so the file is read twice; what they say is in memory, the
 * entries are not. The day of publication is the latest day on which a line was seen at its source,
 * unless one is given. Linear in the file.
 *
 * Errors: those of `readJsonLines`, `lists/ftm-record`, `lists/ftm-changes`, `lists/ftm-id-twice`,
 * `lists/ftm-no-entries`, `lists/bad-published`.
 */
export function readFtm(
  source: ByteSource,
  sink: EntrySink,
  options: ReadOptions = {},
): Result<ListHead> {
  const found = new Findings()
  const joined = new Joined()
  const { name: file } = source
  const given = options.published ?? null
  if (given !== null && parseDay(given) === null) {
    found.error('lists/bad-published', { text: given })
  }
  each(source, found, (entity, line) => {
    if (!joined.take(entity)) found.error('lists/ftm-id-twice', { file, line, id: entity.id })
  })
  if (found.fatal) return failed(found.diagnostics())
  let entries = 0
  let others = 0
  const unknown = new Map<string, number>()
  each(source, found, (entity) => {
    if (joined.isListed(entity.id) && !PARTS.has(entity.schema)) {
      entries += 1
      const { schema } = entity
      if (THINGS.get(schema) === undefined) unknown.set(schema, (unknown.get(schema) ?? 0) + 1)
      sink(ftmEntry(entity, joined))
    } else if (!PARTS.has(entity.schema)) {
      others += 1
    }
  })
  if (entries === 0) found.error('lists/ftm-no-entries', { file })
  if (found.fatal) return failed(found.diagnostics())
  if (others > 0) found.warn('lists/ftm-not-listed', { file, count: others, entries })
  if (unknown.size > 0) {
    const count = [...unknown.values()].reduce((sum, one) => sum + one, 0)
    found.warn('lists/ftm-schema', { file, count, schemas: [...unknown.keys()].sort() })
  }
  const published = given ?? (joined.day === '' ? null : joined.day)
  const provenance = options.provenance ?? 'reconstructed'
  const id = openSanctionsId([...joined.datasets])
  return ok({ id, published, provenance, whole: 'unproven' }, found.diagnostics())
}

/**
 * The id of a list made of these datasets: `opensanctions-eu-fsf` for one, else `opensanctions`. A
 * dataset's numbers are not those of the issuer's own list, so it never has that list's id.
 */
export function openSanctionsId(datasets: readonly string[]): string {
  const [only] = datasets
  if (datasets.length !== 1 || only === undefined) return 'opensanctions'
  return `opensanctions-${only.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`
}

function each(
  source: ByteSource,
  found: Findings,
  take: (entity: FtmEntity, line: number) => void,
): void {
  const { name: file } = source
  const isRead = (record: Readonly<Record<string, unknown>>, line: number): boolean => {
    if (typeof record.op === 'string' && record.id === undefined) {
      found.error('lists/ftm-changes', { file, line })
      return false
    }
    const entity = entityOf(record)
    if (typeof entity === 'string') found.error('lists/ftm-record', { file, line, key: entity })
    else take(entity, line)
    return true
  }
  readJsonLines(source, isRead, found)
}
