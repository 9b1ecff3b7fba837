/** Fetches one file: redirections, further attempts, and the question whether it changed. */
import { rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { type Diagnostic, failed, ok, type Result } from '@holdfast/kernel'
import { webAddress } from '../engine/list_sources.ts'
import { writeBody } from './fetch_body.ts'
import {
  ask,
  type FetchSettings,
  Halt,
  haltedBy,
  type Trouble,
  trouble,
  troubleOf,
} from './fetch_exchange.ts'

/** What a fetch needs from outside, so that tests need not wait. */
export interface FetchPorts {
  /** Waits; ends early, without an error, when the signal says so. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>
  /** At least 0, less than 1. */
  readonly random: () => number
  /** Milliseconds since 1970. */
  readonly now: () => number
}

export interface FileCall {
  /** The address, its token included. */
  readonly url: string
  /** The address as messages show it: without the token. */
  readonly shown: string
  readonly into: string
  readonly bytesMax: number
  /** No byte at all is a right answer too. */
  readonly mayBeEmpty: boolean
  /** Of the copy at hand: then the answer may be that it is still current. */
  readonly etag: string | null
  readonly lastModified: string | null
  /** Interrupts it. */
  readonly signal: AbortSignal
  readonly onBytes: (bytes: number, total: number | null) => void
  /** Before a further attempt. */
  readonly onWait: (ms: number, why: Diagnostic) => void
}

export type FetchedFile =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'file'
      readonly path: string
      readonly size: number
      readonly sha256: string
      readonly etag: string | null
      readonly lastModified: string | null
    }

/**
 * Fetches one file into a path.
 *
 * Asks again after errors of the network, 408, 429 and 5xx, never after another refusal. Follows
 * at most `redirectsMax` redirections, and none from https to http. What fails leaves no file.
 */
export async function fetchFile(
  call: FileCall,
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<Result<FetchedFile>> {
  const clock = new AbortController()
  const late = trouble('fetch/slow', { url: call.shown, seconds: settings.totalMs / 1000 })
  const timer = setTimeout(() => clock.abort(new Halt(late)), settings.totalMs)
  const signal = AbortSignal.any([call.signal, clock.signal])
  try {
    for (let attempt = 1; ; attempt += 1) {
      const got = await attemptOf(call, settings, ports, signal)
      if ('kind' in got) return ok(got)
      await rm(call.into, { force: true })
      const last = !got.again || attempt >= settings.attemptsMax || signal.aborted
      if (last) return failed([got.again ? afterAttempts(got.problem, attempt) : got.problem])
      const ms = pause(got, attempt, settings, ports)
      call.onWait(ms, got.problem)
      await ports.wait(ms, signal)
      if (signal.aborted) return failed([haltedBy(signal, call.shown).problem])
    }
  } finally {
    clearTimeout(timer)
  }
}

/** The server's own wish where it has one, else twice as long as before with some chance in it. */
function pause(
  { waitMs }: Trouble,
  attempt: number,
  settings: FetchSettings,
  ports: FetchPorts,
): number {
  const own = settings.backoffMs * 2 ** (attempt - 1) * (0.5 + ports.random() / 2)
  return Math.min(Math.max(waitMs ?? own, 0), settings.waitMaxMs)
}

function afterAttempts(problem: Diagnostic, attempts: number): Diagnostic {
  return { ...problem, params: { ...problem.params, attempts } }
}

async function attemptOf(
  call: FileCall,
  settings: FetchSettings,
  ports: FetchPorts,
  signal: AbortSignal,
): Promise<FetchedFile | Trouble> {
  let message: IncomingMessage | null = null
  let url = webAddress(call.url)
  if (url === null) throw new Error('whoever calls has checked the address')
  try {
    const headers: Record<string, string> = {}
    if (call.etag !== null) headers['if-none-match'] = call.etag
    else if (call.lastModified !== null) headers['if-modified-since'] = call.lastModified
    let shown = call.shown
    for (let hop = 0; ; hop += 1) {
      message = await ask({ url, shown, headers, signal }, settings)
      const next = redirectionOf(message, url, shown)
      if (next === null) break
      message.destroy()
      if (hop === settings.redirectsMax) {
        throw new Halt(trouble('fetch/redirects', { url: call.shown, max: settings.redirectsMax }))
      }
      url = next
      // What stands behind the path may be a signature.
      shown = next.origin + next.pathname
    }
    return await answerOf(call, { message, shown, signal }, settings, ports)
  } catch (error) {
    message?.destroy()
    return error instanceof Halt ? error.trouble : troubleOf(error, call.shown)
  }
}

interface Answer {
  readonly message: IncomingMessage
  readonly shown: string
  readonly signal: AbortSignal
}

async function answerOf(
  call: FileCall,
  { message, shown, signal }: Answer,
  settings: FetchSettings,
  ports: FetchPorts,
): Promise<FetchedFile> {
  const status = message.statusCode ?? 0
  const asked = call.etag !== null || call.lastModified !== null
  if (status === 304 && asked) {
    message.destroy()
    return { kind: 'unchanged' }
  }
  if (status !== 200) throw new Halt(statusTrouble(message, shown, ports))
  const { into, bytesMax, mayBeEmpty, onBytes } = call
  const body = { message, shown, into, bytesMax, mayBeEmpty, onBytes, signal }
  const written = await writeBody(body, settings)
  return {
    kind: 'file',
    path: into,
    ...written,
    etag: message.headers.etag ?? null,
    lastModified: message.headers['last-modified'] ?? null,
  }
}

/** Where an answer sends to; null when it is none of that kind. */
function redirectionOf(message: IncomingMessage, from: URL, shown: string): URL | null {
  const status = message.statusCode ?? 0
  const location = message.headers.location
  if (![301, 302, 303, 307, 308].includes(status) || location === undefined) return null
  const isAddress = URL.canParse(location, from.href)
  const next = isAddress ? webAddress(new URL(location, from).href) : null
  const to = next === null ? location.slice(0, 100) : next.origin + next.pathname
  if (next === null) throw new Halt(trouble('fetch/redirect-elsewhere', { url: shown, to }))
  if (from.protocol === 'https:' && next.protocol === 'http:') {
    throw new Halt(trouble('fetch/redirect-to-http', { url: shown, to }))
  }
  return next
}

function statusTrouble(message: IncomingMessage, shown: string, ports: FetchPorts): Trouble {
  const status = message.statusCode ?? 0
  const params = { url: shown, status }
  if (status === 401 || status === 403) return trouble('fetch/refused', params)
  if (status === 404 || status === 410) return trouble('fetch/not-found', params)
  if (status === 408 || status === 429 || status >= 500) {
    const waitMs = retryAfter(message.headers['retry-after'], ports.now())
    return trouble('fetch/busy', params, { again: true, waitMs })
  }
  return trouble('fetch/status', params)
}

/** Seconds, or a day and time; null for anything else. */
function retryAfter(text: string | undefined, now: number): number | null {
  if (text === undefined) return null
  if (/^\d{1,9}$/.test(text.trim())) return Number(text) * 1000
  const until = Date.parse(text)
  return Number.isNaN(until) ? null : Math.max(0, until - now)
}
