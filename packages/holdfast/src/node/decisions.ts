/** Decisions about matches on the disk: a line of JSON each, the newest last, for their owner. */
import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { failed, ok, problem, type Result } from '@holdfast/kernel'
import type { Decision } from '@holdfast/screening'
import { z } from 'zod'
import { makePrivateFolder } from './durable_file.ts'
import { kindOf } from './folder.ts'
import type { ListStore } from './list_store.ts'

const line = z.strictObject({
  subject: z.string(),
  name: z.string(),
  list: z.string(),
  entry: z.string(),
  digest: z.string(),
  outcome: z.enum(['cleared', 'confirmed', 'reopened']),
  by: z.string(),
  on: z.iso.date(),
  why: z.string(),
})

/** Where decisions are kept unless the call says otherwise: beside the kept lists. */
export function decisionsFile(store: ListStore): string {
  return path.join(store.folder, 'decisions.jsonl')
}

/** Every decision in the order in which they were taken; none where there is no file. */
export async function readDecisions(file: string): Promise<Result<readonly Decision[]>> {
  if ((await kindOf(file)) === 'absent') return ok([])
  const lines = (await readFile(file, 'utf8')).split('\n')
  const decisions: Decision[] = []
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '') continue
    const parsed = line.safeParse(parsedJson(text))
    if (!parsed.success) {
      return failed([problem('screen/decisions-damaged', { file, line: index + 1 })])
    }
    decisions.push(parsed.data)
  }
  return ok(decisions)
}

/** Adds a decision; nothing that was decided is ever overwritten. */
export async function keepDecision(file: string, decision: Decision): Promise<Result<null>> {
  const there = await readDecisions(file)
  if (!there.ok) return there
  try {
    await makePrivateFolder(path.dirname(file))
    await appendFile(file, `${JSON.stringify(decision)}\n`, { mode: 0o600, flush: true })
    return ok(null)
  } catch {
    return failed([problem('call/cannot-write', { path: file })])
  }
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
