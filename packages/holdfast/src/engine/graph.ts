/** The dependency picture: functions, services and teams, parties, and the edges between. */
import { type Dossier, neededIds } from '@holdfast/dossier'
import type { AssessReport } from './findings.ts'

type Graph = AssessReport['graph']

export function graphOf(dossier: Dossier): Graph {
  const nodes: Graph['nodes'] = []
  const edges: Graph['edges'] = []
  const parties = new Set<string>()
  for (const item of dossier.functions.values()) {
    nodes.push({ id: item.id, name: item.name, layer: 'function' })
  }
  for (const service of dossier.services.values()) {
    nodes.push({ id: service.id, name: service.name, layer: 'service' })
    edges.push({ from: service.id, to: service.provider, kind: 'supplied-by' })
    parties.add(service.provider)
  }
  for (const team of dossier.teams.values()) {
    nodes.push({ id: team.id, name: team.name, layer: 'team' })
  }
  for (const thing of [
    ...dossier.functions.values(),
    ...dossier.services.values(),
    ...dossier.teams.values(),
  ]) {
    const needed = thing.needs === null ? [] : neededIds(thing.needs)
    for (const id of new Set(needed.map((need) => need.id))) {
      edges.push({ from: thing.id, to: id, kind: 'needs' })
    }
  }
  for (const id of parties) {
    const party = dossier.parties.get(id)
    if (party === undefined) continue
    nodes.push({ id, name: party.name, layer: 'party' })
    for (const { owner } of party.owners.stakes) {
      edges.push({ from: id, to: owner, kind: 'owned-by' })
      parties.add(owner)
    }
  }
  return { nodes, edges }
}
