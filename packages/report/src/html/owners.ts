import type { OwnedParty, OwnerStake } from '@holdfast/holdfast'
import { tellChain, tellStake } from '../owner_telling.ts'
import { type Content, h } from './markup.ts'
import {
  type Column,
  cite,
  isoDay,
  note,
  type Page,
  type Section,
  table,
  unfolding,
} from './page.ts'

/** A stake with the party it is in. */
interface Line {
  readonly asset: OwnedParty
  readonly stake: OwnerStake
}

/** The chain of owners of each supplier, every link with its source, its day and its certainty. */
export function ownerSection(page: Page): Section | null {
  const { words, owned } = page
  const suppliers = [...owned.values()]
    .filter(({ supplier, owners }) => supplier && owners.length > 0)
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  if (suppliers.length === 0) return null
  const rows = suppliers.map((party) => {
    const said = tellChain(words, owned, party.party, party.name)
    const summary = h('span', { class: 'said' }, said)
    return h('li', {}, unfolding(summary, chain(page, owned, party), { class: 'bulk' }))
  })
  return {
    id: 'owners',
    title: words.text('html.owners'),
    body: [note(words.text('html.ownersNote')), h('ul', { class: 'rows' }, rows)],
  }
}

function chain(
  { words }: Page,
  owned: ReadonlyMap<string, OwnedParty>,
  supplier: OwnedParty,
): Content {
  const seen = new Set([supplier.party])
  const lines: Line[] = []
  for (const id of seen) {
    const asset = owned.get(id)
    for (const stake of asset?.owners ?? []) {
      seen.add(stake.party)
      if (asset !== undefined) lines.push({ asset, stake })
    }
  }
  const columns: Column<Line>[] = [
    { heading: 'html.colHolder', cell: ({ stake }) => ownerCell(words, owned, stake) },
    { heading: 'html.colHolds', cell: ({ stake }) => tellStake(words, stake) },
    { heading: 'html.colOf', cell: ({ asset }) => asset.name },
    { heading: 'html.colAsOf', cell: ({ stake }) => isoDay(stake.asOf), class: 'day' },
    {
      heading: 'html.colCertainty',
      cell: ({ stake }) => words.text(`owner.certainty.${stake.certainty}`),
    },
    {
      heading: 'html.colSource',
      cell: ({ stake }) => [cite(stake.source), registryOf(stake)],
    },
  ]
  const caption = words.text('html.ownersCaption', { name: supplier.name })
  return [
    table(words, caption, columns, lines),
    note(words.text(`owner.others.${supplier.others}`)),
  ]
}

function registryOf({ registry }: OwnerStake): Content {
  return registry === null ? null : h('small', {}, registry)
}

/** An owner with the law it is organised under, and how sure that is where it is not. */
function ownerCell(
  words: Page['words'],
  owned: ReadonlyMap<string, OwnedParty>,
  { party, name }: OwnerStake,
): Content {
  const { incorporated = null, certainty = 'stated' } = owned.get(party) ?? {}
  if (incorporated === null) return name
  const place = words.text('owner.organised', { organised: incorporated, certainty })
  return [name, h('small', {}, place)]
}
