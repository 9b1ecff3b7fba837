/** One question to a server and the head of its answer: the smallest part of a fetch. */
import type { ClientRequest, IncomingMessage } from 'node:http'
import * as http from 'node:http'
import * as https from 'node:https'
import { connect, isIP, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { type Diagnostic, problem } from '@holdfast/kernel'

/** How long a fetch waits, and how often it asks again. All in milliseconds or times. */
export interface FetchSettings {
  /** Until the connection stands, its encryption included. */
  readonly connectMs: number
  /** Without a single byte from the server. */
  readonly idleMs: number
  /** For one file with all its attempts. */
  readonly totalMs: number
  readonly attemptsMax: number
  /** Before the second attempt; it doubles with each. */
  readonly backoffMs: number
  /** The longest wait between two attempts, whatever the server asks for. */
  readonly waitMaxMs: number
  readonly redirectsMax: number
}

export const FETCH_SETTINGS: FetchSettings = {
  connectMs: 15_000,
  idleMs: 30_000,
  totalMs: 1_800_000,
  attemptsMax: 4,
  backoffMs: 1_000,
  waitMaxMs: 60_000,
  redirectsMax: 5,
}

/** A fetch that came to nothing, and whether it is worth asking again. */
export interface Trouble {
  readonly problem: Diagnostic
  readonly again: boolean
  /** How long the server asks to wait; null when it does not say. */
  readonly waitMs: number | null
}

/** Carries a trouble through streams, which only know errors. Never leaves the files `fetch_*`. */
export class Halt extends Error {
  readonly trouble: Trouble

  constructor(trouble: Trouble) {
    super(trouble.problem.code)
    this.trouble = trouble
  }
}

export function trouble(
  code: string,
  params: Diagnostic['params'],
  { again = false, waitMs = null }: { again?: boolean; waitMs?: number | null } = {},
): Trouble {
  return { problem: problem(code, params), again, waitMs }
}

/** What was not to be waited for. */
export function tooSlow(
  code: 'fetch/slow-connect' | 'fetch/slow-head' | 'fetch/slow-body',
  shown: string,
  ms: number,
): Trouble {
  return trouble(code, { url: shown, seconds: ms / 1000 }, { again: true })
}

/** What the network or the platform says, in the words of the product. */
export function troubleOf(error: unknown, shown: string): Trouble {
  if (error instanceof Halt) return error.trouble
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'UNKNOWN'
  if (code === 'ECONNRESET' || code === 'EPIPE') {
    return trouble('fetch/cut', { url: shown, bytes: 0, expected: null }, { again: true })
  }
  if (UNTRUSTED.test(code)) return trouble('fetch/untrusted', { url: shown, reason: code })
  if (code.startsWith('HPE_')) {
    return trouble('fetch/no-http', { url: shown, reason: code }, { again: true })
  }
  return trouble('fetch/no-connection', { url: shown, reason: code }, { again: true })
}

const UNTRUSTED = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|UNABLE_TO_GET_ISSUER|ALTNAME|ERR_TLS|ERR_SSL/

const HEADERS = {
  'user-agent': 'holdfast/0.1',
  accept: '*/*',
  'accept-encoding': 'gzip, deflate, br',
} as const

export interface Question {
  readonly url: URL
  /** The address as messages show it. */
  readonly shown: string
  readonly headers: Readonly<Record<string, string>>
  readonly signal: AbortSignal
}

/**
 * Asks, and waits for the head of the answer; its body is not read yet.
 *
 * @throws {Halt} when there is no answer
 */
export function ask(question: Question, settings: FetchSettings): Promise<IncomingMessage> {
  const { url, shown, headers, signal } = question
  const secure = url.protocol === 'https:'
  return new Promise((resolve, reject) => {
    const request = (secure ? https : http).request(url, {
      method: 'GET',
      createConnection: () => connectionTo(url),
      headers: { ...HEADERS, ...headers },
      signal,
    })
    const stop = (trouble: Trouble) => request.destroy(new Halt(trouble))
    let timer = setTimeout(
      () => stop(tooSlow('fetch/slow-connect', shown, settings.connectMs)),
      settings.connectMs,
    )
    whenConnected(request, secure, () => {
      clearTimeout(timer)
      timer = setTimeout(
        () => stop(tooSlow('fetch/slow-head', shown, settings.idleMs)),
        settings.idleMs,
      )
    })
    request.once('response', (message) => {
      clearTimeout(timer)
      resolve(message)
    })
    // It stays: an error after the head, such as bytes beyond the announced end, comes here too.
    request.on('error', (error) => {
      clearTimeout(timer)
      reject(new Halt(signal.aborted ? haltedBy(signal, shown) : troubleOf(error, shown)))
    })
    request.end()
  })
}

/** A connection for this question alone: shared with no other, and through no proxy. */
function connectionTo(url: URL): Socket {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  if (url.protocol !== 'https:') return connect({ host, port: Number(url.port) || 80 })
  const name = isIP(host) === 0 ? { servername: host } : {}
  return connectSecurely({ host, port: Number(url.port) || 443, ...name })
}

function whenConnected(request: ClientRequest, secure: boolean, then: () => void): void {
  request.once('socket', (socket) => {
    socket.once(secure ? 'secureConnect' : 'connect', then)
  })
}

/** Why a signal ended it: the time for the whole file was over, or somebody interrupted. */
export function haltedBy(signal: AbortSignal, shown: string): Trouble {
  if (signal.reason instanceof Halt) return signal.reason.trouble
  return trouble('fetch/interrupted', { url: shown })
}
