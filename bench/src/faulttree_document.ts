/** The page on which the measurements stand. */
import { SECONDS_MAX } from './faulttree_solvers.ts'

/** What was measured, as it is told. */
export interface Parts {
  readonly runs: number
  readonly seed: number
  readonly machine: string
  readonly wrong: readonly string[]
  readonly targets: string
  readonly race: string
  readonly count: string
  readonly memory: string
  readonly bounds: string
  readonly product: string
}

export function explained(parts: Parts): string {
  const reference = '`packages/faulttree/test/aralia/reference.tsv`'
  const verdict =
    parts.wrong.length === 0
      ? `Every answer was compared with ${reference}: none differs.`
      : `**Wrong answers:** ${parts.wrong.join('; ')}.`
  return `# Fault trees: what an answer costs

Median of ${parts.runs} runs, in brackets the fastest and the slowest, each a cold process; the two
take turns. Machine: ${parts.machine}.
${verdict}

${parts.targets}

## Probability

\`scram --bdd -l 1 --probability true\` beside \`holdfast faulttree solve --only probability\`.
*Engine* leaves out the start of the process and the reading of the file: of SCRAM the times of its
report, of Holdfast \`seconds\`. A ratio is that of Holdfast to SCRAM; it is bold where SCRAM’s
engine takes more than 50 ms. A run is ended after ${SECONDS_MAX} s. *Refused*: SCRAM takes no
gate that has an argument twice, as those of nus9601 do.

${parts.race}

## Probability and number of minimal cut sets

The engine of \`holdfast faulttree solve\`, beside what that of \`scram --bdd\` took once on a
machine of the same kind, without a limit of the order and within 60 s.

${parts.count}

## Memory

Models on which the engine works for more than a second.

${parts.memory}

## What nobody has solved

${parts.bounds === '' ? 'Not asked.' : parts.bounds}

## In the product

Seconds in the engine for all chokepoints and probabilities of an assessment, dossiers from seed
${parts.seed}.

${parts.product}
`
}
