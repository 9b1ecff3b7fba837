/** Dossiers of a court as texts: JSON is YAML, so that a test states only what it is about. */
import { fileURLToPath } from 'node:url'
import type { ListEntry } from '@holdfast/lists'

export const EO = 'us-icc-eo-14203'
export const STATUTE = 'eu-blocking-statute'
export const SECOND = 'second-order'

/** The folder of a regime that is made for tests. */
export function regimeFolder(name: string): string {
  return fileURLToPath(new URL(`./fixtures/regimes/${name}`, import.meta.url))
}

type Json = Readonly<Record<string, unknown>>

export interface Things {
  readonly institution?: Json
  readonly parties?: Json
  readonly services?: Json
  readonly teams?: Json
  readonly functions?: Json
  readonly assumptions?: Json
  readonly licences?: Json
  /** Decisions by scenario. */
  readonly scenarios?: Readonly<Record<string, readonly Json[]>>
}

const PARTIES: Json = {
  prosecutor: {
    name: 'The prosecutor',
    kind: 'person',
    'belongs-to': 'court',
    nationality: 'GB',
    residence: 'NL',
  },
  'us-firm': { name: 'US firm', class: 'us-firm', incorporated: 'US-DE', owners: 'dispersed' },
  'nl-firm': { name: 'Dutch firm', class: 'nl-firm', incorporated: 'NL', owners: 'dispersed' },
  'irish-sub': {
    name: 'Irish subsidiary',
    class: 'us-firm',
    incorporated: 'IE',
    owners: [{ party: 'us-firm', share: 100 }],
  },
}

export const NL_DIRECT = [0.1, 0.4] as const
export const NL_INDIRECT = [0.05, 0.2] as const
export const NL_ASSOCIATION = [0.01, 0.03] as const
export const NL_CONTESTED = [0.02, 0.08] as const
export const US_DIRECT = [0.3, 0.7] as const
export const US_INDIRECT = [0.2, 0.5] as const
export const US_ASSOCIATION = [0.06, 0.09] as const

export function assumption(name: string, interval: readonly [number, number], more: Json = {}) {
  return { class: name, regime: EO, interval, evidence: 'made up for tests', ...more }
}

const ASSUMPTIONS: Json = {
  'nl-direct': assumption('nl-firm', NL_DIRECT, { case: 'direct' }),
  'nl-indirect': assumption('nl-firm', NL_INDIRECT, { case: 'indirect' }),
  'nl-association': assumption('nl-firm', NL_ASSOCIATION, { case: 'association' }),
  'us-direct': assumption('us-firm', US_DIRECT, { case: 'direct' }),
  'us-indirect': assumption('us-firm', US_INDIRECT, { case: 'indirect' }),
  'us-association': assumption('us-firm', US_ASSOCIATION, { case: 'association' }),
  'staff-stays': assumption('staff', [0, 0]),
}

/** The likelihood of contested withdrawals of the Dutch class. */
export const CONTESTED: Json = {
  'nl-contested': assumption('nl-firm', NL_CONTESTED, { case: 'contested' }),
}

export function dossierText(things: Things): string {
  const { institution, parties, assumptions, scenarios, ...rest } = things
  return JSON.stringify({
    institution: {
      id: 'court',
      name: 'A court',
      seat: 'NL',
      form: 'international-organisation',
      ...institution,
    },
    parties: { ...PARTIES, ...parties },
    assumptions: { ...ASSUMPTIONS, ...assumptions },
    scenarios: Object.fromEntries(
      Object.entries(scenarios ?? {}).map(([id, decisions]) => [id, { name: id, decisions }]),
    ),
    ...rest,
  })
}

export function supply(kind: string, provider: string, beneficiary: string, more: Json = {}): Json {
  return { name: `${kind} by ${provider}`, kind, provider, beneficiary, ...more }
}

export function functionOf(needs: unknown, tolerance = '0d', more: Json = {}): Json {
  return { name: 'A function', tolerance, needs, ...more }
}

export function designate(who: string | readonly string[], on: string, more: Json = {}): Json {
  return { on, designate: who, under: EO, ...more }
}

export function lift(who: string, on: string, more: Json = {}): Json {
  return { on, lift: who, under: EO, ...more }
}

export function annex(on: string, more: Json = {}): Json {
  return { on, annex: EO, to: STATUTE, ...more }
}

export function license(terms: Json, on: string): Json {
  return { on, license: terms, under: EO }
}

export function listEntry(
  id: string,
  kind: ListEntry['kind'],
  name: string,
  programmes: readonly string[] = ['ICC-EO14203'],
): ListEntry {
  const names = [{ text: name, kind: 'primary', quality: 'strong' } as const]
  return { id, kind, names, programmes, remarks: '', addresses: [] }
}

/** The day so many days after another. */
export function after(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10)
}
