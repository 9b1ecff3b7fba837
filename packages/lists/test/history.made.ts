/** Lists of invented parties for the tests of history. */
import type { DesignationList, ListEntry } from '../src/index.ts'

/** Numbers from 0 up to 1, the same for the same seed. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export type Draft = Partial<ListEntry> & { readonly id: string; readonly name?: string }

/** A name that is given goes before names that come with the rest. */
export function entry({ id, name, ...rest }: Draft): ListEntry {
  const text = name ?? `MADE, Person ${id}`
  const names = [{ text, kind: 'primary', quality: 'strong' } as const]
  const fields = { names, ...rest, ...(name === undefined ? {} : { names }), id }
  return { kind: 'person', programmes: ['MADE'], remarks: '', addresses: [], ...fields }
}

export function born(day: string): Pick<ListEntry, 'births'> {
  return { births: [{ from: day, to: day, precision: 'day' }] }
}

export function list(published: string, entries: readonly ListEntry[]): DesignationList {
  return { id: 'made-list', published, provenance: 'official', whole: 'proven', entries }
}

const WORDS = ['ash', 'birch', 'cedar', 'дуб', 'elm', 'fir', 'gum', 'hazel', '木', 'ivy\n"x"\\']

export function randomEntry(random: () => number, id: string): ListEntry {
  const word = (): string => WORDS[Math.floor(random() * WORDS.length)] ?? ''
  const maybe = <T>(value: T): T | undefined => (random() < 0.5 ? value : undefined)
  const year = 1940 + Math.floor(random() * 60)
  const fields = {
    remarks: maybe(`${word()} ${word()}`) ?? '',
    programmes: [word()],
    gender: maybe('female' as const),
    nationalities: maybe([word(), word()]),
    births: maybe([{ from: `${year}-01-01`, to: `${year}-12-31`, precision: 'year' as const }]),
    identifiers: maybe([{ kind: 'tax' as const, number: `${Math.floor(random() * 1e6)}` }]),
    facts: maybe([{ label: word(), text: word() }]),
  }
  const stated = Object.entries(fields).filter(([, value]) => value !== undefined)
  return entry({ id, name: `${word()} ${word()} ${id}`, ...Object.fromEntries(stated) })
}

/** A later version: some gone, some changed, some new, some elsewhere. */
export function later(random: () => number, entries: readonly ListEntry[]): ListEntry[] {
  const kept = entries.flatMap((one): ListEntry[] => {
    if (random() < 0.1) return []
    return [random() < 0.2 ? { ...randomEntry(random, one.id), names: one.names } : one]
  })
  for (let count = Math.floor(random() * 8); count > 0; count -= 1) {
    const at = Math.floor(random() * (kept.length + 1))
    kept.splice(at, 0, randomEntry(random, `n${Math.floor(random() * 1e9)}`))
  }
  if (random() < 0.5 && kept.length > 2) {
    const [moved] = kept.splice(Math.floor(random() * kept.length), 1)
    if (moved !== undefined) kept.splice(Math.floor(random() * kept.length), 0, moved)
  }
  return kept
}
