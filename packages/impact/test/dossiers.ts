/** Dossiers as text: one institution, three services and a function that needs the first. */
import { type Dossier, type Need, readDossier } from '@holdfast/dossier'

const BASE = [
  'institution: {id: us, name: Us, seat: NL, form: international-organisation}',
  'functions: {f: {name: F, tolerance: 1d, needs: own}}',
  'services: {own: {name: Own, kind: web, provider: us, beneficiary: us}}',
  '',
].join('\n')

export function readText(text: string): Dossier {
  const file = { name: 'a.yaml', bytes: new TextEncoder().encode(text) }
  const result = readDossier([file], null)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics, null, 1))
  return result.value
}

/** A dossier with what is given after one institution, function and service; from line 4 on. */
export function dossierOf(text: string): Dossier {
  return readText(BASE + text)
}

/** A need without places: `[any a, b+30]` for any of a and b with a buffer of 30 days. */
export function needText(need: Need | null): string {
  if (need === null) return 'nothing'
  const kept = need.buffer === null ? '' : need.buffer.survives === 'refusal' ? '+' : '~'
  const buffer = need.buffer === null ? '' : `${kept}${need.buffer.days}`
  if (need.kind === 'item') return `${need.id}${buffer}`
  const kind = need.kind === 'at-least' ? `at-least ${need.k}` : need.kind
  return `[${kind} ${need.of.map(needText).join(', ')}]${buffer}`
}
