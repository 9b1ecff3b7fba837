/**
 * What a compiled registry is, as data: the shape of `holdfast registry build --json` and of
 * `holdfast registry show --json`.
 *
 * The schema is the contract, as in `findings.ts`.
 */
import type { Day } from '@holdfast/kernel'
import { formatDay } from '@holdfast/kernel'
import type { RegistryHead } from '@holdfast/ownership'
import { z } from 'zod'

const count = z.int().min(0)
const day = z.string()

const registrySource = z.strictObject({
  file: z.string(),
  format: z.enum([
    'gleif-lei',
    'gleif-rr',
    'gleif-repex',
    'uk-psc',
    'bods',
    'ftm',
    'plain-ties',
    'plain-parties',
  ]),
  title: z.string(),
  /** `YYYY-MM-DD`; null when the file does not say of which day it is. */
  date: day.nullable(),
  parties: count,
  ties: count,
  /** Records that the file says it has; null when it does not say. */
  stated: count.nullable(),
  /** False when records are known to be missing. */
  whole: z.boolean(),
  /** Of the file's bytes, of a packed file of those that it unpacks to. */
  sha256: z.string(),
})

export const registryReport = z.strictObject({
  file: z.string(),
  /** Of the compiled file. */
  bytes: count,
  /** `YYYY-MM-DD`: the day on which it was compiled. */
  built: day,
  /** Parties of all sources; one that several sources know counts once. */
  parties: count,
  /** Ties as stated: what two sources state counts twice. */
  ties: count,
  sources: z.array(registrySource),
  /** Files that were to be read and could not be; of a file that is shown none. */
  unread: z.array(z.string()),
  /** Damaged blocks of 4,096 bytes; null when the whole file was not verified. */
  damaged: count.nullable(),
})

export type RegistryReport = z.infer<typeof registryReport>

/** What a registry says of itself, for people and programs. */
export function registryReportOf(
  head: RegistryHead,
  file: { readonly file: string; readonly bytes: number },
  more: Pick<RegistryReport, 'unread' | 'damaged'>,
): RegistryReport {
  return {
    ...file,
    built: dayText(head.built) ?? '',
    parties: head.parties,
    ties: head.ties,
    sources: head.sources.map(({ file: name, date, ...said }) => {
      return { file: name, date: dayText(date), ...said }
    }),
    ...more,
  }
}

function dayText(value: Day | null): string | null {
  return value === null ? null : formatDay(value)
}
