import type { Statement } from '@holdfast/kernel'
import type { Words } from '../messages/words.ts'
import { type Content, h, type Markup } from './markup.ts'

/** Steps over the whole page; what goes beyond is counted and left to the JSON. */
const STEPS_MAX = 12_000
/** Proofs that together have more steps share their parts over the page, not over a scenario. */
const STEPS_UNSHARED = 4000
/** Parts with fewer steps are repeated rather than referred to. */
const SHARED_STEPS_MIN = 4

/**
 * Prints proofs as nested lists that unfold. A part that stands on the page already is not printed
 * again: it is referred to by its number.
 */
export class ProofPrinter {
  private readonly words: Words
  private readonly shareAll: boolean
  private numbers = new Map<string, number>()
  private last = 0
  private steps = 0
  private readonly keys = new WeakMap<Statement, string>()
  private readonly sizes = new WeakMap<Statement, number>()

  constructor(words: Words, proofs: readonly Statement[]) {
    this.words = words
    this.shareAll = proofs.reduce((sum, proof) => sum + this.size(proof), 0) > STEPS_UNSHARED
  }

  /** Parts of the scenarios before are printed again, where the page stays small enough. */
  beginScenario(): void {
    if (!this.shareAll) this.numbers = new Map()
  }

  print(proof: Statement): Markup {
    return h('ul', { class: 'proof' }, this.step(proof, 0))
  }

  private step(proof: Statement, depth: number): Markup {
    const sentence = this.words.sentence(proof.key, proof.params)
    const said = [h('span', { class: 'said' }, sentence), this.standing(proof)]
    this.steps += 1
    if (proof.because.length === 0) return h('li', {}, said)
    if (this.steps > STEPS_MAX) {
      const cut = this.words.text('html.proofCut', { steps: this.size(proof) - 1 })
      return h('li', {}, said, h('span', { class: 'place' }, cut))
    }
    if (this.size(proof) < SHARED_STEPS_MIN) return this.unfolded(proof, said, depth, null)
    const key = this.keyOf(proof)
    const known = this.numbers.get(key)
    if (known !== undefined) {
      const link = h(
        'a',
        { href: `#p${known}` },
        this.words.text('html.proofSeen', { number: known }),
      )
      return h('li', {}, said, ' ', h('span', { class: 'place' }, link))
    }
    this.last += 1
    this.numbers.set(key, this.last)
    return this.unfolded(proof, said, depth, this.last)
  }

  private unfolded(proof: Statement, said: Content, depth: number, number: number | null): Markup {
    const label = number === null ? null : h('span', { class: 'number' }, `(${number}) `)
    const reasons = proof.because.map((reason) => this.step(reason, depth + 1))
    const attributes = { id: number === null ? null : `p${number}`, open: depth === 0 }
    const summary = h('summary', {}, label, said)
    return h('li', {}, h('details', attributes, summary, h('ul', {}, reasons)))
  }

  private standing(proof: Statement): Content {
    const place = proof.place === undefined ? '' : `${proof.place.file}:${proof.place.line}`
    const source = proof.source ?? ''
    if (place === '' && source === '') return null
    const parts = [
      place === '' ? null : h('code', {}, place),
      place !== '' && source !== '' ? ' · ' : null,
      source,
    ]
    return [' ', h('span', { class: 'place' }, parts)]
  }

  /** Steps of a proof, itself included. */
  private size(proof: Statement): number {
    const known = this.sizes.get(proof)
    if (known !== undefined) return known
    const size = proof.because.reduce((sum, reason) => sum + this.size(reason), 1)
    this.sizes.set(proof, size)
    return size
  }

  /** The same for proofs that say the same for the same reasons. */
  private keyOf(proof: Statement): string {
    const known = this.keys.get(proof)
    if (known !== undefined) return known
    const { key, params, place, source } = proof
    const reasons = proof.because.map((reason) => this.keyOf(reason))
    const text = JSON.stringify([key, params, place?.file, place?.line, source, reasons])
    const hash = `${text.length}:${fold(text, 5381)}:${fold(text, 52_711)}`
    this.keys.set(proof, hash)
    return hash
  }
}

/** A short name for a long text; two of them and the length tell texts apart. */
function fold(text: string, seed: number): number {
  let value = seed
  for (let index = 0; index < text.length; index += 1) {
    value = (Math.imul(value, 33) ^ text.charCodeAt(index)) >>> 0
  }
  return value
}
