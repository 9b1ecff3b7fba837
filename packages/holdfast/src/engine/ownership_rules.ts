/** Reads the rules of ownership from their file, `data/ownership/rules.yaml`. */
import { readShape, readSource, type SourceText } from '@holdfast/dossier'
import { type Diagnostic, failed, ok, problem, type Result } from '@holdfast/kernel'
import type { Rule } from '@holdfast/ownership'
import { z } from 'zod'

const text = z.string().min(1)
const percent = z.number().min(0).max(100)
/** A country (`FR`), or a group of countries of `data/countries.yaml` (`EU`). */
const countries = z
  .string()
  .refine((value) => /^[A-Z]{2,}$/.test(value), { error: 'jurisdiction', abort: true })

const head = { name: text, cite: z.array(text).min(1) }

const cascade = z.strictObject({
  ...head,
  kind: z.literal('cascade'),
  start: z.union([z.literal('listed'), z.strictObject({ 'organised-under': countries })]),
  threshold: percent,
  strict: z.boolean(),
  aggregate: z.boolean(),
  control: z.enum(['holds', 'unknown']),
  branches: z.boolean(),
  undeclared: z.enum(['open', 'closed']),
})

const ceilings = z.strictObject({
  ...head,
  kind: z.literal('ceilings'),
  outside: countries,
  each: percent,
  together: percent,
})

const top = z.strictObject({ ...head, kind: z.literal('top'), threshold: percent })

const rulesFile = z.strictObject({
  rules: z.record(text, z.union([cascade, ceilings, top])),
})

type RuleFile = z.infer<typeof rulesFile>['rules'][string]

/**
 * The rules in the order of the file, or every departure from their shape. A rule that names
 * countries of which no group is known is an error: `law/unknown-countries`.
 */
export function readOwnershipRules(
  file: SourceText,
  groups: ReadonlyMap<string, ReadonlySet<string>>,
): Result<readonly Rule[]> {
  const source = readSource(file)
  if (!source.ok) return source
  const shaped = readShape(source.value, rulesFile)
  if (shaped.value === null) return failed(shaped.diagnostics)
  const rules = Object.entries(shaped.value.rules).map(([id, rule]) => ruleOf(id, rule))
  const problems: Diagnostic[] = rules.flatMap((rule) => {
    const named = countriesOf(rule)
    if (named === null || named.length === 2 || groups.has(named)) return []
    const place = source.value.place(['rules', rule.id])
    return [problem('law/unknown-countries', { jurisdiction: named }, place)]
  })
  return problems.length > 0 ? failed(problems) : ok(rules)
}

function ruleOf(id: string, rule: RuleFile): Rule {
  if (rule.kind !== 'cascade') return { id, ...rule }
  const { start, ...rest } = rule
  const from = start === 'listed' ? start : { organisedUnder: start['organised-under'] }
  return { id, ...rest, start: from }
}

/** The countries that a rule speaks of; null when it speaks of none. */
function countriesOf(rule: Rule): string | null {
  if (rule.kind === 'ceilings') return rule.outside
  return rule.kind === 'cascade' && rule.start !== 'listed' ? rule.start.organisedUnder : null
}
