/** OFAC's two lists, which share all formats. */
export type OfacListId = 'ofac-sdn' | 'ofac-consolidated'

/** Programmes of the consolidated list that are rare in the other; no file says which it is. */
const NON_SDN: ReadonlySet<string> = new Set([
  '561-Related',
  '561LIST',
  'BPI-PA',
  'CMIC-EO13959',
  'FSE-IR',
  'FSE-SY',
  'MBS',
  'NS-PLC',
  'UKRAINE-EO13662',
])

/** Tells OFAC's two lists apart by what their entries stand under: the majority decides. */
export class ListGuess {
  #entries = 0
  #nonSdn = 0

  take(programmes: readonly string[]): void {
    this.#entries += 1
    if (programmes.some((programme) => NON_SDN.has(programme))) this.#nonSdn += 1
  }

  get id(): OfacListId {
    return this.#nonSdn * 2 > this.#entries ? 'ofac-consolidated' : 'ofac-sdn'
  }
}
