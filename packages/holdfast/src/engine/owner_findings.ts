/** Who owns the suppliers, and which registries said so: parts of `holdfast assess --json`. */
import { z } from 'zod'

const dayOrNull = z.iso.date().nullable()
const certainty = z.enum(['stated', 'unverified', 'assumed'])

/** One statement of one source: an owner's stake in the party it stands under. */
const ownerStake = z.strictObject({
  party: z.string(),
  name: z.string(),
  /** Percent; null when the source states none. */
  share: z
    .strictObject({
      low: z.number(),
      high: z.number(),
      openLow: z.boolean(),
      openHigh: z.boolean(),
    })
    .nullable(),
  /** `share`, `votes`, `consolidation`, `subsidiary`, ...: what the source says of the tie. */
  kind: z.string(),
  /** True when the stake alone makes the owner the parent on the day of the answer. */
  parent: z.boolean(),
  asOf: dayOrNull,
  from: dayOrNull,
  to: dayOrNull,
  certainty,
  source: z.string().nullable(),
  /** The registry that says so; null for the dossier itself. */
  registry: z.string().nullable(),
})

/** A supplier with owners, or one of those above it. */
export const ownedParty = z.strictObject({
  party: z.string(),
  name: z.string(),
  /** True for a supplier of the institution, false for those above one. */
  supplier: z.boolean(),
  /** The law it is organised under; null where that is not known, and for a state. */
  incorporated: z.string().nullable(),
  /** What is said of the owners that are not named. */
  others: z.enum(['none', 'dispersed', 'unknown']),
  asOf: dayOrNull,
  certainty,
  source: z.string().nullable(),
  /** Ids of its parents along stakes that alone make one, the nearest first. */
  parents: z.array(z.string()),
  owners: z.array(ownerStake),
})

export const registryLaid = z.strictObject({
  name: z.string(),
  /** The day on which it was compiled; null for sources that are read as they lie there. */
  built: dayOrNull,
  parties: z.int(),
  ties: z.int(),
  sources: z.array(
    z.strictObject({
      file: z.string(),
      title: z.string(),
      format: z.string(),
      date: dayOrNull,
      whole: z.boolean(),
      sha256: z.string(),
    }),
  ),
})

export type OwnedParty = z.infer<typeof ownedParty>
export type OwnerStake = z.infer<typeof ownerStake>
export type RegistryLaid = z.infer<typeof registryLaid>
