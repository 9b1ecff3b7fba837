/** Registries compiled in memory, for tests. */
import { Findings } from '@holdfast/records'
import type { OwnershipSource } from '../src/reading.ts'
import type { PartyRecord, TieRecord } from '../src/records.ts'
import { bytesOfRegistry } from '../src/registry/block_reader.ts'
import { RegistryBuilder } from '../src/registry/builder.ts'
import { openRegistry } from '../src/registry/open.ts'
import type { StoredRegistry } from '../src/registry/stored.ts'

/** The records of one source, and what to say of it. */
export interface MadeSource {
  readonly parties: readonly PartyRecord[]
  readonly ties: readonly TieRecord[]
  readonly whole?: boolean
  readonly file?: string
}

export function partyRecord(record: Partial<PartyRecord> & Pick<PartyRecord, 'keys'>): PartyRecord {
  return {
    name: null,
    otherNames: [],
    kind: 'unknown',
    incorporated: null,
    seat: null,
    nationality: [],
    residence: null,
    active: null,
    others: 'unknown',
    missing: [],
    source: null,
    asOf: null,
    certainty: 'stated',
    ...record,
  }
}

export function tieRecord(tie: Partial<TieRecord> & Pick<TieRecord, 'owner' | 'asset'>): TieRecord {
  return {
    kind: 'share',
    share: null,
    direct: true,
    from: null,
    to: null,
    seen: null,
    asOf: null,
    source: null,
    certainty: 'stated',
    marks: [],
    place: null,
    ...tie,
  }
}

/** The bytes of a registry of sources, and what was noticed. */
export function compiled(sources: readonly MadeSource[]): {
  readonly bytes: Uint8Array
  readonly found: Findings
} {
  const builder = new RegistryBuilder()
  sources.forEach((source, at) => {
    builder.take((intake) => {
      for (const party of source.parties) intake.party(party)
      for (const tie of source.ties) intake.tie(tie)
      const about: OwnershipSource = {
        format: 'plain-ties',
        title: `source ${at}`,
        date: null,
        parties: source.parties.length,
        ties: source.ties.length,
        stated: null,
        whole: source.whole ?? true,
      }
      return { ...about, file: source.file ?? `s${at}.csv`, sha256: '00' }
    })
  })
  const pieces: Uint8Array[] = []
  const found = new Findings()
  builder.write((bytes) => pieces.push(bytes.slice()), 20_000, found)
  return { bytes: Uint8Array.from(pieces.flatMap((piece) => [...piece])), found }
}

export function opened(bytes: Uint8Array): StoredRegistry {
  const registry = openRegistry(bytesOfRegistry('made.hfreg', bytes))
  if (!registry.ok) throw new Error(JSON.stringify(registry.diagnostics))
  return registry.value
}

export function codesOf(found: Findings): string[] {
  return found.diagnostics().map(({ code }) => code)
}
