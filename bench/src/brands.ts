/** The naive rule that looks at the brand only: US brands stop, the rest stays. */

/** What the rule sees of a party. */
export interface BrandedParty {
  readonly incorporated: string | null
  readonly branchOf: string | null
  readonly owners: { readonly stakes: readonly { readonly owner: string }[] }
}

/**
 * Whether a party is a US brand: it, or a declared owner above it at any distance and with any
 * share, is organised in the United States; a branch is where its company is.
 */
export function isUsBrand(id: string, parties: ReadonlyMap<string, BrandedParty>): boolean {
  const above = new Set([id])
  for (const one of above) {
    const party = parties.get(one)
    if (party === undefined) continue
    if (/^US(-|$)/.test(party.incorporated ?? '')) return true
    for (const { owner } of party.owners.stakes) above.add(owner)
    if (party.branchOf !== null) above.add(party.branchOf)
  }
  return false
}
