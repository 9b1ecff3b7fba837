/** The rules that are measured, as `data/ownership/rules.yaml` states them: a test compares. */
import type { CascadeRule } from '@holdfast/ownership'

export const OFAC: CascadeRule = {
  id: 'ofac-50',
  name: 'OFAC 50 percent rule',
  cite: ['31 CFR 587.406'],
  kind: 'cascade',
  start: 'listed',
  threshold: 50,
  strict: false,
  aggregate: true,
  control: 'unknown',
  branches: false,
  undeclared: 'closed',
}

export const EO_14203: CascadeRule = {
  id: 'eo-14203',
  name: 'United States person by Executive Order 14203',
  cite: ['Executive Order 14203, section 8(c)'],
  kind: 'cascade',
  start: { organisedUnder: 'US' },
  threshold: 50,
  strict: true,
  aggregate: false,
  control: 'holds',
  branches: true,
  undeclared: 'open',
}
