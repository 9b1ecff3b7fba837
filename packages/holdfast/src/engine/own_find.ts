/** Finds the party that a call means in registries: by its key, or by a name that is its alone. */
import { failed, isLei, ok, problem, type Result, warning } from '@holdfast/kernel'
import { nameKey } from '@holdfast/lists'
import { type PartyKey, type PartyRecord, type RegistryPort, writtenKey } from '@holdfast/ownership'
import { comparePair } from '@holdfast/screening'
import { dossierKey } from './own_dossier.ts'
import { calledOf } from './own_told.ts'

/** So many parties of a like name are scored, and so many are suggested. */
const SCORED_MAX = 200
const SUGGESTED_MAX = 5
/** Names less alike are not suggested. */
const SCORE_MIN = 0.05

/** What looks like an LEI, whatever its check digits say. */
const LEI_FORM = /^[A-Z0-9]{18}[0-9]{2}$/

/**
 * The keys of the party that a text means.
 *
 * A key counts alone: an LEI, `scheme:number`, what a plain file calls a party. A name counts only
 * where exactly one party bears it, and then with a warning. Errors: `call/bad-lei`,
 * `call/no-such-party`, `call/party-by-name`.
 */
export function findParty(
  ports: readonly RegistryPort[],
  text: string,
): Result<readonly PartyKey[]> {
  const asked = text.trim()
  const capitals = asked.replace(/\s+/g, '').toUpperCase()
  const keys = [
    ...new Set([
      writtenKey(asked),
      writtenKey(capitals),
      asked,
      `local:${asked}`,
      dossierKey(asked),
    ]),
  ]
  for (const port of ports) {
    for (const key of keys) {
      const number = port.find(key)
      if (number !== null) return ok(port.party(number).keys)
    }
  }
  const plain = capitals.replace(/^LEI:/, '')
  if (LEI_FORM.test(plain)) {
    const code = isLei(plain) ? 'call/no-such-party' : 'call/bad-lei'
    return failed([problem(code, { party: plain })])
  }
  return byName(ports, asked)
}

interface Suggestion {
  readonly record: PartyRecord
  readonly score: number
  readonly exact: boolean
}

function byName(ports: readonly RegistryPort[], asked: string): Result<readonly PartyKey[]> {
  const wanted = nameKey(asked, 'entity')
  const known = new Set<PartyKey>()
  const suggestions: Suggestion[] = []
  for (const port of ports) {
    for (const { party, name } of port.named(asked, SCORED_MAX)) {
      const record = port.party(party)
      if (record.keys.some((key) => known.has(key))) continue
      for (const key of record.keys) known.add(key)
      const kind = record.kind === 'person' ? 'person' : 'entity'
      const names = record.name === null ? [name] : [record.name, ...record.otherNames]
      const score = Math.max(...names.map((one) => comparePair(asked, one, kind).score))
      const exact = wanted !== '' && names.some((one) => nameKey(one, 'entity') === wanted)
      if (exact || score >= SCORE_MIN) suggestions.push({ record, score, exact })
    }
  }
  const [only, second] = suggestions.filter(({ exact }) => exact)
  if (only !== undefined && second === undefined) {
    const { keys, name } = only.record
    const params = { asked, name, party: calledOf(keys[0] ?? '') }
    return ok(keys, [warning('own/by-name', params)])
  }
  if (suggestions.length === 0) return failed([problem('call/no-such-party', { party: asked })])
  const best = suggestions
    .toSorted((a, b) => Number(b.exact) - Number(a.exact) || b.score - a.score)
    .slice(0, SUGGESTED_MAX)
  const params = {
    asked,
    count: suggestions.filter(({ exact }) => exact).length,
    suggested: best.map(tellSuggestion),
    first: calledOf(best[0]?.record.keys[0] ?? ''),
  }
  return failed([problem('call/party-by-name', params)])
}

/** `Name (IE, 635400…; 0.93)`: what a person needs to tell the party from another. */
function tellSuggestion({ record, score }: Suggestion): string {
  const { name, keys, incorporated, seat } = record
  const where = incorporated ?? seat
  const about = [...(where === null ? [] : [where]), calledOf(keys[0] ?? '')].join(', ')
  return `${name} (${about}; ${score.toFixed(2)})`
}
