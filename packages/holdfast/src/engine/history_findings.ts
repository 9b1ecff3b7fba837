/**
 * What changed in lists, as data: the shapes of `holdfast lists versions`, `lists diff` and
 * `lists log` with `--json`.
 *
 * The schemas are the contract, as in `findings.ts`. What is not there is null.
 */
import { z } from 'zod'
import { statement } from './findings.ts'

const day = z.iso.date().nullable()
const kind = z.enum(['person', 'entity', 'vessel', 'aircraft', 'asset'])
const provenance = z.enum(['official', 'reconstructed'])
const whole = z.enum(['proven', 'unproven'])
const sure = z.enum(['certain', 'likely'])

/** What a field lost and gained; values that stayed are not named. */
const fieldChange = z.strictObject({
  field: z.string(),
  removed: z.array(z.string()).readonly(),
  added: z.array(z.string()).readonly(),
})

const party = z.strictObject({
  id: z.string(),
  kind,
  name: z.string(),
  programmes: z.array(z.string()).readonly(),
})

const side = z.strictObject({
  list: z.string(),
  published: day,
  provenance,
  whole,
  entries: z.int(),
  /** `LIST@DATE` of a kept version, or the file. */
  from: z.string(),
})

export const listsDiffReport = z.strictObject({
  format: z.literal('holdfast-lists-diff/1'),
  before: side,
  after: side,
  counts: z.strictObject({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    rekeyed: z.int(),
    unchanged: z.int(),
  }),
  /** Parties under rekeyed are neither here nor under removed. */
  added: z.array(party),
  removed: z.array(party),
  changed: z.array(party.extend({ fields: z.array(fieldChange).readonly() })),
  rekeyed: z.array(
    z.strictObject({
      /** The numbers before and after. */
      from: z.string(),
      to: z.string(),
      kind,
      name: z.string(),
      sure,
      reasons: z.array(statement).readonly(),
      fields: z.array(fieldChange).readonly(),
    }),
  ),
  /** What one of the lists as a whole does not state, so that its absence is no change. */
  notCompared: z.array(
    z.strictObject({
      /** A field, with its sort where it has sorts: `identifiers/passport`. */
      key: z.string(),
      missing: z.enum(['before', 'after']),
      /** Entries in both lists that state it in the other one. */
      entries: z.int(),
    }),
  ),
})

const logEvent = z.strictObject({
  event: z.enum([
    'on-list',
    'came',
    'changed',
    'went',
    'rekeyed',
    'listed',
    'enjoined',
    'stayed',
    'delisted',
    'relisted',
  ]),
  /** Seen in versions: after `from`, not after `to`. In the table: from `from` to `to`. */
  from: day,
  to: day,
  precision: z.enum(['day', 'month', 'year', 'range', 'unknown']),
  number: z.string().nullable(),
  before: z.string().nullable(),
  sure: sure.nullable(),
  reasons: z.array(statement).readonly(),
  fields: z.array(fieldChange).readonly(),
  by: z.string().nullable(),
  source: z.string().nullable(),
  note: z.string().nullable(),
})

const partyLog = z.strictObject({
  /** The list whose versions were followed; null for what only the dated table knows. */
  list: z.string().nullable(),
  name: z.string(),
  kind: kind.nullable(),
  /** All its numbers, the oldest first. */
  numbers: z.array(z.string()).readonly(),
  /** Whether the newest version has it; null without versions. */
  onList: z.boolean().nullable(),
  /** Ids of the records of the dated table. */
  records: z.array(z.string()).readonly(),
  events: z.array(logEvent).readonly(),
})

export const listsLogReport = z.strictObject({
  format: z.literal('holdfast-lists-log/1'),
  asked: z.string(),
  /** The versions that were looked through. */
  lists: z.array(z.strictObject({ list: z.string(), versions: z.int(), first: day, last: day })),
  parties: z.array(partyLog),
})

const version = z.strictObject({
  name: z.string(),
  published: day,
  retrieved: z.string(),
  /** When the same was last retrieved. */
  checked: z.string(),
  source: z.string(),
  sha256: z.string(),
  entries: z.int(),
  names: z.int(),
  provenance,
  whole,
  /** Bytes of the original files, and of what is kept of the version. */
  size: z.int(),
  bytes: z.int(),
  /** The folder with the original files, below the store's; null when none are kept. */
  original: z.string().nullable(),
})

export const listsVersionsReport = z.strictObject({
  format: z.literal('holdfast-lists-versions/1'),
  /** The folder of the store. */
  store: z.string(),
  lists: z.array(z.strictObject({ list: z.string(), versions: z.array(version) })),
})

export type ListsDiffReport = z.infer<typeof listsDiffReport>
export type ListsLogReport = z.infer<typeof listsLogReport>
export type ListsVersionsReport = z.infer<typeof listsVersionsReport>
