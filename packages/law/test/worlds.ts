/** A small world of parties for the law to ask, and the regimes that ship. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { state } from '@holdfast/kernel'
import { parse } from 'yaml'
import {
  boundBy,
  buildRegime,
  type Completion,
  type Condition,
  type Regime,
  regimeFile,
  type Subject,
  type WorldPort,
} from '../src/index.ts'

export const DATA = fileURLToPath(new URL('../../../data/', import.meta.url))

export const REGIMES = ['eu-blocking-statute', 'us-icc-eo-14203'] as const

export function shippedText(id: string): string {
  return readFileSync(path.join(DATA, 'regimes', id, 'regime.yaml'), 'utf8')
}

export function shipped(id: string): Regime {
  return buildRegime(regimeFile.parse(parse(shippedText(id))))
}

/** An organisation with nothing declared, but what is given. */
export function organisation(id: string, given: Partial<Subject> = {}): Subject {
  return {
    id,
    name: id.toUpperCase(),
    kind: 'organisation',
    underNationalLaw: true,
    incorporated: null,
    branchOf: null,
    nationality: null,
    residence: null,
    employer: null,
    statement: state('proof.organisation', { party: id }),
    ...given,
  }
}

export function person(id: string, given: Partial<Subject> = {}): Subject {
  return { ...organisation(id), kind: 'person', underNationalLaw: false, ...given }
}

/** Subjects, and who is held by whom: `owners` maps a party to its only owner. */
export function world(
  subjects: readonly Subject[],
  owners: Readonly<Record<string, string>> = {},
): WorldPort {
  const above = (id: string): string[] => {
    const chain = [id]
    for (let owner = owners[id]; owner !== undefined; owner = owners[owner]) {
      if (chain.includes(owner)) break
      chain.push(owner)
    }
    return chain
  }
  return {
    subject: (id) => subjects.find((subject) => subject.id === id) ?? null,
    subsidiaryChain: (party, isRoot) => {
      const root = above(party).find(isRoot)
      return root === undefined ? null : state('proof.subsidiary', { party, root })
    },
    ownershipFacts: (party) => (owners[party] === undefined ? [`owners:${party}`] : []),
    ownersAbove: above,
    countries: (group) => (group === 'EU' ? new Set(['NL', 'IE', 'FR']) : null),
  }
}

export const always: Completion = () => true
export const never: Completion = () => false

export const SANCTIONS = shipped('us-icc-eo-14203')
export const COUNTER_LAW = shipped('eu-blocking-statute')

export function on(kind: Condition['kind'], jurisdiction: string): Condition {
  return { kind, jurisdiction, cite: `${kind}: wording` }
}

/** Whether one condition binds: by its facts, or only when completed against the institution. */
export function binds(
  condition: Condition,
  subject: Subject,
  port: WorldPort,
  regime: Regime = SANCTIONS,
): 'yes' | 'no' | 'against' | 'for' {
  const ask = (adverse: Completion) => boundBy([condition], subject, port, regime, adverse) !== null
  const [against, forUs] = [ask(always), ask(never)]
  if (against === forUs) return against ? 'yes' : 'no'
  return against ? 'against' : 'for'
}
