/** Codes of countries and their parts (ISO 3166) in words, where a sentence names a law. */
import type { Param, Params } from '@holdfast/kernel'

type Texts = Readonly<Record<string, string>>

/** Parameters of proofs that hold such codes. */
const PLACE_PARAMS = [
  'country',
  'incorporated',
  'jurisdiction',
  'organised',
  'seat',
  'where',
] as const

const CODE = /^[A-Z]{2}(?:-[A-Z0-9]{1,3})?$/

/** Names places in the language of a catalogue. */
export class PlaceNames {
  readonly #texts: Texts
  #countries: Intl.DisplayNames | null = null
  readonly #known = new Map<string, string>()

  constructor(texts: Texts) {
    this.#texts = texts
  }

  /** The parameters with codes as names: `Washington State (US-WA)`, `Ireland`. */
  told(params: Params): Params {
    let told: Record<string, Param> | null = null
    for (const key of PLACE_PARAMS) {
      const value = params[key]
      if (typeof value !== 'string' || !CODE.test(value)) continue
      told ??= { ...params }
      told[key] = this.#name(value)
    }
    return told ?? params
  }

  #name(code: string): string {
    const known = this.#known.get(code)
    if (known !== undefined) return known
    const name = code.length === 2 ? this.#country(code) : this.#subdivision(code)
    this.#known.set(code, name)
    return name
  }

  #subdivision(code: string): string {
    // Of a part without a name here the country is told, and the code.
    const name = this.#text(`place.${code}`) ?? this.#country(code.slice(0, 2))
    const pattern = this.#text('place.subdivision') ?? '{name} ({code})'
    return pattern.replace('{name}', () => name).replace('{code}', () => code)
  }

  #country(code: string): string {
    const own = this.#text(`place.${code}`)
    if (own !== undefined) return own
    // Slow to make, and only proofs need it.
    this.#countries ??= new Intl.DisplayNames([this.#texts['locale.tag'] ?? 'en'], {
      type: 'region',
    })
    return this.#countries.of(code) ?? code
  }

  #text(key: string): string | undefined {
    return Object.hasOwn(this.#texts, key) ? this.#texts[key] : undefined
  }
}
