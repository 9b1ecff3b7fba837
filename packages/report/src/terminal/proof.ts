import type { FunctionFinding } from '@holdfast/holdfast'
import type { Statement } from '@holdfast/kernel'
import { statementOf } from '../statement.ts'
import { type Screen, screenOf, type TerminalOptions } from './paint.ts'
import { displayWidth, harmless, wrap } from './width.ts'

/** Steps of one proof that are printed; a longer proof says that it goes on. */
const STEPS_MAX = 5000
/** The narrowest column that a sentence is wrapped to, however deep it stands. */
const SENTENCE_COLUMNS_MIN = 24

interface Walk extends Screen {
  readonly lines: string[]
  steps: number
}

/** A proof as a tree: each sentence, under it what it rests on; place and source after it. */
export function renderProof(
  proof: Statement | FunctionFinding['proof'],
  options: TerminalOptions,
): string {
  const walk: Walk = { ...screenOf(options), lines: [], steps: 0 }
  step(statementOf(proof), '', '', walk)
  return `${walk.lines.join('\n')}\n`
}

function step(proof: Statement, mark: string, indent: string, walk: Walk): void {
  const { words, paint, lines } = walk
  walk.steps += 1
  const under = proof.because.length > 0 ? '│  ' : '   '
  const width = Math.max(SENTENCE_COLUMNS_MIN, walk.width - displayWidth(mark))
  const rest = mark === '' ? '' : indent
  const put = (text: string, first: boolean, stress: (line: string) => string) => {
    const deeper = first ? 0 : under.length
    wrap(harmless(text), Math.max(SENTENCE_COLUMNS_MIN, width - deeper)).forEach((line, index) => {
      const start = first && index === 0 ? mark : rest + (first ? '' : under)
      lines.push(paint.dim(start) + stress(line))
    })
  }
  put(words.sentence(proof.key, proof.params), true, (line) => line)
  const standing = standingPlace(proof)
  if (standing !== '') put(standing, false, paint.dim)
  const last = proof.because.length - 1
  for (const [index, reason] of proof.because.entries()) {
    if (walk.steps >= STEPS_MAX) {
      const more = proof.because.length - index
      put(words.text('tree.cut', { more }), false, paint.dim)
      return
    }
    step(
      reason,
      `${rest}${index < last ? '├─ ' : '└─ '}`,
      rest + (index < last ? '│  ' : '   '),
      walk,
    )
  }
}

/** Where a statement is written: the file's line and the citation. */
export function standingPlace(proof: Statement): string {
  const place = proof.place === undefined ? '' : `${proof.place.file}:${proof.place.line}`
  return [place, proof.source ?? ''].filter((part) => part !== '').join(' · ')
}
