/** Decisions about matches on the disk: a line of JSON each, the newest last, for their owner. */
import { appendFile, readFile } from 'node:fs/promises'
import path from 'node:path'
import { failed, ok, problem, type Result } from '@holdfast/kernel'
import type { Decision } from '@holdfast/screening'
import { z } from 'zod'
import { makePrivateFolder } from './durable_file.ts'
import { kindOf } from './folder.ts'
import { parsedJson } from './json_text.ts'
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
  return decisionsIn(await textOf(file), file)
}

/** Nothing where there is no file. */
async function textOf(file: string): Promise<string> {
  return (await kindOf(file)) === 'absent' ? '' : readFile(file, 'utf8')
}

function decisionsIn(text: string, file: string): Result<readonly Decision[]> {
  const decisions: Decision[] = []
  for (const [index, one] of text.split('\n').entries()) {
    if (one.trim() === '') continue
    const parsed = line.safeParse(parsedJson(one))
    if (!parsed.success) {
      return failed([problem('screen/decisions-damaged', { file, line: index + 1 })])
    }
    decisions.push(parsed.data)
  }
  return ok(decisions)
}

/** Adds a decision; nothing that was decided is ever overwritten. */
export async function keepDecision(file: string, decision: Decision): Promise<Result<null>> {
  const before = await textOf(file)
  const there = decisionsIn(before, file)
  if (!there.ok) return there
  // An editor may have left the last line open: what is added would be part of it.
  const open = before === '' || before.endsWith('\n') ? '' : '\n'
  try {
    await makePrivateFolder(path.dirname(file))
    await appendFile(file, `${open}${JSON.stringify(decision)}\n`, { mode: 0o600, flush: true })
    return ok(null)
  } catch {
    return failed([problem('call/cannot-write', { path: file })])
  }
}
