/** Lists over an encrypted connection: who the server is, and where it sends to. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type Server } from 'node:https'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BUILT, call, expectPlain, place } from './calls.ts'

/** A certificate for this machine that signs itself, made anew; null without openssl. */
function certificate(): { key: string; cert: string } | null {
  const key = place('tls/key.pem', '')
  const cert = path.join(path.dirname(key), 'cert.pem')
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1']
  const subject = ['-nodes', '-days', '2', '-subj', '/CN=127.0.0.1']
  const files = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', key, '-out', cert]
  try {
    execFileSync('openssl', [...request, ...subject, ...files], { stdio: 'ignore' })
    return { key, cert }
  } catch {
    console.log('packages/cli: no openssl, the encrypted connections are skipped')
    return null
  }
}

const made = BUILT ? certificate() : null
let server: Server | undefined
let origin = ''

beforeAll(async () => {
  if (made === null) return
  const options = { key: readFileSync(made.key), cert: readFileSync(made.cert) }
  server = createServer(options, (request, response) => {
    if (request.url === '/moved.xml') {
      response.writeHead(302, { location: 'http://127.0.0.1:9/un.xml' }).end()
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => {
  server?.closeAllConnections()
  server?.close()
})

describe.skipIf(made === null)('an encrypted connection', () => {
  const words = (name: string) => {
    return ['lists', 'update', 'un-sc', '--from', `${origin}/${name}`, '--attempts', '1']
  }
  const environment = { HOLDFAST_LISTS: place('kept-lists') }

  it('to a server that does not prove who it is gets nothing', async () => {
    const answer = await call(words('un.xml'), { environment })
    expectPlain(answer)
    expect(answer.error).toContain('fetch/untrusted')
    expect(answer.code).toBe(1)
  })

  it('is made when its certificate is given', async () => {
    const trusting = { ...environment, NODE_EXTRA_CA_CERTS: made?.cert ?? '' }
    const answer = await call(words('un.xml'), { environment: trusting })
    expect(answer.error).toContain('fetch/not-found')
  })

  it('does not follow to where there is none', async () => {
    const trusting = { ...environment, NODE_EXTRA_CA_CERTS: made?.cert ?? '' }
    const answer = await call(words('moved.xml'), { environment: trusting })
    expectPlain(answer)
    expect(answer.error).toContain('fetch/redirect-to-http')
  })
})
