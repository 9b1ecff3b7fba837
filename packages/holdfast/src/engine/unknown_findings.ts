/** The facts to find out, those with the greatest effect first. */
import type { Dossier } from '@holdfast/dossier'
import { type Assessment, parentsOf } from '@holdfast/impact'
import type { Day } from '@holdfast/kernel'
import type { UnknownFact } from './findings.ts'
import { nameOf, round } from './names.ts'

export function unknownFindings(dossier: Dossier, assessment: Assessment): UnknownFact[] {
  const facts = new Map<string, UnknownFact>()
  for (const { effects } of assessment.scenarios) {
    for (const [id, effect] of effects) {
      const known = facts.get(id) ?? blank(dossier, id)
      facts.set(id, {
        ...known,
        effect: round(Math.max(known.effect, effect.effect)),
        functions: union(known.functions, effect.functions),
        services: union(known.services, effect.supplies),
      })
    }
  }
  const on = assessment.scenarios[0]?.on.ground.on ?? 0
  const told = [...facts.values()].map((fact) => withChain(dossier, fact, on))
  return told.sort(
    (a, b) =>
      b.effect - a.effect || b.services.length - a.services.length || (a.id < b.id ? -1 : 1),
  )
}

function union(known: readonly string[], more: ReadonlySet<string>): string[] {
  return [...new Set([...known, ...more])]
}

/** Suppliers that a question names before it only counts. */
const SUPPLIERS_TOLD = 2

/** A question about somebody above a supplier says above whom, and how. */
function withChain(dossier: Dossier, fact: UnknownFact, on: Day): UnknownFact {
  const suppliers = new Set(fact.services.map((id) => dossier.services.get(id)?.provider ?? ''))
  if (suppliers.has(fact.about) || !dossier.parties.has(fact.about)) return fact
  const below = [...suppliers].filter((id) => ownersAbove(dossier, id).has(fact.about))
  if (below.length === 0) return fact
  const isParent = (id: string): boolean =>
    parentsOf(dossier.parties, id, on).some((parent) => parent.id === fact.about)
  const params = {
    ...fact.params,
    relation: below.every(isParent) ? 'parent' : 'owner',
    below: below.slice(0, SUPPLIERS_TOLD).map(nameOf(dossier)),
    more: Math.max(0, below.length - SUPPLIERS_TOLD),
  }
  return { ...fact, params }
}

function ownersAbove(dossier: Dossier, id: string): ReadonlySet<string> {
  const seen = new Set([id])
  for (const one of seen) {
    for (const { owner } of dossier.parties.get(one)?.owners.stakes ?? []) seen.add(owner)
  }
  return seen
}

/** A fact's id is `kind:subject`; a share's subject is `owner>asset`. */
function blank(dossier: Dossier, id: string): UnknownFact {
  const colon = id.indexOf(':')
  const fact = id.slice(0, colon)
  const [subject = '', asset] = id.slice(colon + 1).split('>')
  const about = asset ?? subject
  const name = nameOf(dossier)
  const params = asset === undefined ? {} : { owner: name(subject) }
  return {
    id,
    about,
    aboutName: memberName(dossier, about) ?? name(about),
    fact,
    params,
    effect: 0,
    functions: [],
    services: [],
  }
}

/** Members of a team that are described as a group, or not at all. */
function memberName(dossier: Dossier, id: string): string | null {
  for (const team of dossier.teams.values()) {
    const member = team.members.find((one) => one.id === id)
    if (member !== undefined)
      return id === `${team.id}/rest` ? team.name : `${team.name}: ${member.name}`
  }
  return null
}
