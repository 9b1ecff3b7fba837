/**
 * What a list is, as data: the shape of `holdfast lists read --json`.
 *
 * The schema is the contract, as in `findings.ts`.
 */
import { z } from 'zod'

const count = z.int().min(0)
const kind = z.enum(['person', 'entity', 'vessel', 'aircraft', 'asset'])

const listFile = z.strictObject({
  name: z.string(),
  /** Bytes; of a packed file those that it unpacks to. */
  size: count,
})

export const listReadReport = z.strictObject({
  list: z.string(),
  /** `YYYY-MM-DD`; null where nobody states the day. */
  published: z.string().nullable(),
  format: z.enum([
    'ofac-csv',
    'ofac-xml',
    'ofac-advanced',
    'eu-fsf',
    'eu-journal',
    'un-xml',
    'uk-xml',
    'uk-csv',
    'opensanctions-ftm',
    'opensanctions-simple',
    'snapshot',
  ]),
  provenance: z.enum(['official', 'reconstructed']),
  /** Whether the files prove that nothing is missing. */
  whole: z.enum(['proven', 'unproven']),
  entries: count,
  /** Names of all entries: primary ones, aliases, former and weak ones. */
  names: count,
  /** Names that the list itself calls weak or of low quality. */
  weakNames: count,
  /** Entries of each kind that occurs. */
  kinds: z.partialRecord(kind, count),
  /** Entries under each programme, by its tag, the most first. */
  programmes: z.record(z.string(), count),
  /** How many of each the entries state. */
  states: z.strictObject({
    births: count,
    nationalities: count,
    identifiers: count,
    addresses: count,
    links: count,
  }),
  files: z.array(listFile),
  /** SHA-256 over the files in their order, unpacked. */
  sha256: z.string(),
})

export type ListReadReport = z.infer<typeof listReadReport>
