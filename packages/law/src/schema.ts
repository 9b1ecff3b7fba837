/** The shape of a regime's data file: law as data, every clause with its citation. */
import { parseDay } from '@holdfast/kernel'
import { z } from 'zod'

const text = z.string().min(1)
const day = z.string().refine((value) => parseDay(value) !== null, { error: 'day', abort: true })
/** A country (`US`), or a group of countries of `data/countries.yaml` (`EU`). */
const jurisdiction = z
  .string()
  .refine((value) => /^[A-Z]{2,}$/.test(value), { error: 'jurisdiction', abort: true })

const cite = { cite: text }

/** When the law binds somebody. Each condition is one clause of the law. */
export const condition = z.union([
  z.strictObject({ 'organised-under': jurisdiction, ...cite }),
  z.strictObject({ 'branch-of-organised-under': jurisdiction, ...cite }),
  z.strictObject({ 'subsidiary-of-organised-under': jurisdiction, ...cite }),
  z.strictObject({ 'employee-of-organised-under': jurisdiction, ...cite }),
  z.strictObject({ 'national-of': jurisdiction, ...cite }),
  z.strictObject({ 'resident-in': jurisdiction, ...cite }),
  z.strictObject({ 'national-of-and-resident-in': jurisdiction, ...cite }),
])

const exemption = z.strictObject({ kinds: z.array(text).min(1), ...cite })

const reading = z.strictObject({
  name: text,
  argument: text,
  source: text.optional(),
  binds: z.array(condition).optional(),
  exempts: z.array(exemption).optional(),
})

const question = z.strictObject({
  text,
  default: text,
  readings: z.record(z.string(), reading),
})

const window = z.strictObject({
  licence: text,
  designated: day.describe('It is for those designated on this day'),
  until: day.describe('The last day on which it permits winding down'),
  source: text,
  note: text.optional(),
})

export const regimeFile = z.strictObject({
  id: text,
  name: text,
  short: text,
  kind: z.enum(['sanctions', 'counter-law', 'wanted-list']),
  power: z.strictObject({ id: text, name: text, decides: text }),
  source: text,
  from: day.optional(),
  summary: text.optional(),
  lists: z.array(z.strictObject({ list: text, programme: text })).optional(),
  ownership: z.enum(['ofac-50']).optional(),
  binds: z.array(condition).optional(),
  forbids: z
    .strictObject({ kinds: z.union([z.literal('all'), z.array(text).min(1)]), ...cite })
    .optional(),
  exempts: z.array(exemption).optional(),
  questions: z.record(z.string(), question).optional(),
  windows: z.array(window).optional(),
  licences: z
    .array(z.strictObject({ id: text, content: text, until: day.optional(), source: text }))
    .optional(),
  annex: z
    .array(z.strictObject({ instrument: text, from: day, source: text }))
    .optional()
    .describe('Instruments that a counter-law names, and since when'),
  notes: z.array(text).optional(),
})

export type RegimeFile = z.infer<typeof regimeFile>

export const countriesFile = z.strictObject({
  groups: z.record(
    jurisdiction,
    z.strictObject({ name: text, source: text, members: z.array(z.string().length(2)) }),
  ),
})
