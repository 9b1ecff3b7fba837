/** What a new list changes for one institution, as data: the shape of `holdfast watch --json`. */
import { z } from 'zod'
import { diagnostic, listUsed, statement, verdict } from './findings.ts'

const isoDay = z.iso.date()
const dayOrNull = isoDay.nullable()

/** One side of the comparison: the lists as they were, and the day on which they spoke. */
const watchSide = z.strictObject({ on: isoDay, lists: z.array(listUsed) })

/** A party of the dossier that stands on a list, or in the dated table of a regime. */
export const partyHit = z.strictObject({
  party: z.string(),
  name: z.string(),
  role: z.string().nullable(),
  /** Null where only the table of a regime, or the owners, say so. */
  list: z.string().nullable(),
  entry: z.string().nullable(),
  /** The name under which the entry stands. */
  entryName: z.string().nullable(),
  /** The regime's id; the programme, or the list, where no regime at hand has that programme. */
  programme: z.string(),
  /** The number that the dossier states, a name that is exactly the same, or who owns the party. */
  basis: z.enum(['number', 'name', 'owned']),
  /** `unknown`: a person's name alone is no identity, or another fact is missing. */
  target: z.enum(['yes', 'unknown']),
  status: z.string(),
})

const entryParty = {
  /** Parties of the dossier that the entry is about. */
  parties: z.array(z.strictObject({ party: z.string(), name: z.string() })),
  list: z.string(),
}

/** A party's entry that came back under another number. */
export const rekeyedEntry = z.strictObject({
  ...entryParty,
  from: z.string(),
  to: z.string(),
  entryName: z.string(),
  sure: z.enum(['certain', 'likely']),
  /** Why both are taken for the same. */
  reasons: z.array(statement),
})

/** A party's entry that says something else than before. */
export const changedEntry = z.strictObject({
  ...entryParty,
  entry: z.string(),
  entryName: z.string(),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      removed: z.array(z.string()).readonly(),
      added: z.array(z.string()).readonly(),
    }),
  ),
})

/** An entry that may be a party, and was not on the list or not like this before. */
export const possibleHit = z.strictObject({
  party: z.string(),
  name: z.string(),
  list: z.string(),
  entry: z.string(),
  entryName: z.string(),
  programmes: z.array(z.string()),
  /** Between 0 and 1. */
  score: z.number(),
  reasons: z.array(statement),
})

export const watchedService = z.strictObject({
  id: z.string(),
  name: z.string(),
  provider: z.string(),
  providerName: z.string(),
  beneficiary: z.string(),
  beneficiaryName: z.string(),
  from: verdict,
  to: verdict,
  /** Days of the withdrawal on the new lists. */
  earliest: dayOrNull,
  latest: dayOrNull,
})

/** `stops` for certain, `may-stop`, or `holds`, with the days. */
const functionState = z.strictObject({
  standing: z.enum(['stops', 'may-stop', 'holds']),
  certain: dayOrNull,
  possible: dayOrNull,
})

export const watchedFunction = z.strictObject({
  id: z.string(),
  name: z.string(),
  weight: z.number(),
  from: functionState,
  to: functionState,
})

export const watchReport = z.strictObject({
  format: z.literal('holdfast-watch/1'),
  institution: z.strictObject({ id: z.string(), name: z.string() }),
  /** Whether anything in the parts below changed: what the exit code says. */
  touched: z.boolean(),
  before: watchSide,
  after: watchSide,
  /** Lists that were not looked at before: whoever stands on them is told as added. */
  firstSeen: z.array(z.string()),
  parties: z.strictObject({
    added: z.array(partyHit),
    removed: z.array(partyHit),
    rekeyed: z.array(rekeyedEntry),
    changed: z.array(changedEntry),
    /** On the lists before and after. */
    standing: z.array(partyHit),
  }),
  possible: z.array(possibleHit),
  services: z.array(watchedService),
  functions: z.array(watchedFunction),
  diagnostics: z.array(diagnostic),
})

export type WatchReport = z.infer<typeof watchReport>
export type PartyHit = z.infer<typeof partyHit>
export type RekeyedEntry = z.infer<typeof rekeyedEntry>
export type ChangedEntry = z.infer<typeof changedEntry>
export type PossibleHit = z.infer<typeof possibleHit>
export type WatchedService = z.infer<typeof watchedService>
export type WatchedFunction = z.infer<typeof watchedFunction>
