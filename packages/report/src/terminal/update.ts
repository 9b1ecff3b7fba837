import type { UpdatedList, VersionFinding } from '@holdfast/holdfast'
import type { MessageKey } from '../messages/catalogue.ts'
import type { Words } from '../messages/words.ts'
import { screenOf, type TerminalOptions } from './paint.ts'
import { hang, harmless } from './width.ts'

/** What became of one list, in a sentence; a plan tells the addresses too. */
export function renderUpdated(updated: UpdatedList, options: TerminalOptions): string {
  const { words, paint, width } = screenOf(options)
  const sentence = hang('', harmless(sentenceOf(updated, words)), width)
  const isBad = updated.outcome === 'failed' || updated.outcome === 'refused'
  const lines = isBad ? sentence.map(paint.certain) : sentence
  const told = updated.outcome === 'planned' ? updated.source : []
  const sources = told.flatMap((source) => hang('  ', harmless(source), width))
  return `${[...lines, ...sources].join('\n')}\n`
}

function sentenceOf({ list, outcome, version, previous }: UpdatedList, words: Words): string {
  const name = list ?? words.text('update.unread')
  const kept = outcome === 'new' || outcome === 'unchanged' ? version : previous
  if (kept === null) {
    return words.text(`update.${outcome}.none` as MessageKey, { list: name })
  }
  const day = dayOf(kept)
  const { entries, names, provenance, whole } = kept
  const params = { list: name, day, entries, names, provenance, whole }
  if (outcome !== 'new' || previous === null) return words.text(`update.${outcome}`, params)
  if (day < dayOf(previous)) return words.text('update.added', params)
  const more = kept.entries - previous.entries
  const change = `${more < 0 ? '−' : '+'}${words.number(Math.abs(more))}`
  return words.text('update.new.before', { ...params, change })
}

const dayOf = ({ published, retrieved }: VersionFinding) => published ?? retrieved.slice(0, 10)
