// @ts-check
/** The server of a case of the gallery: it answers as the case's `server.json` says. */
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { gzipSync } from 'node:zlib'

/** What the commands and the answers of the cases have in place of the real port. */
const PORT = '18640'

/**
 * @typedef {object} ServedPath what is answered to the requests for one path
 * @property {number} [status]
 * @property {Record<string, string>} [headers]
 * @property {string} [text]
 * @property {string} [file] in the case's folder
 * @property {number} [spaces] so many spaces after it
 * @property {boolean} [gzip] packed
 * @property {'silent' | 'stalls' | 'cut' | 'no-http'} [fault] says nothing, stops in the middle,
 *   breaks off, speaks another language
 */

/**
 * Runs a line while the server of its case answers.
 *
 * @param {string} folder
 * @param {string} line
 * @param {(line: string) => Promise<string>} run
 * @returns {Promise<string>}
 */
export async function withServer(folder, line, run) {
  const file = path.join(folder, 'server.json')
  if (!existsSync(file)) return run(line)
  /** @type {Record<string, ServedPath>} */
  const paths = JSON.parse(readFileSync(file, 'utf8'))
  const server = createServer((request, response) => {
    const served = paths[request.url ?? '']
    if (served === undefined) response.writeHead(404).end()
    else answer(served, folder, response)
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? String(address.port) : ''
  try {
    const told = await run(line.replaceAll(PORT, port))
    return told.replaceAll(`127.0.0.1:${port}`, `127.0.0.1:${PORT}`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

/**
 * @param {ServedPath} served
 * @param {string} folder
 * @param {import('node:http').ServerResponse} response
 */
function answer(served, folder, response) {
  const { status = 200, headers = {}, text = '', file, spaces = 0, gzip = false, fault } = served
  if (fault === 'silent') return
  if (fault === 'no-http') {
    response.socket?.end('hello\r\n\r\n')
    return
  }
  const content = file === undefined ? text : readFileSync(path.join(folder, file))
  const whole = Buffer.concat([Buffer.from(content), Buffer.alloc(spaces, ' ')])
  response.writeHead(status, headers)
  if (fault === 'stalls') response.write(whole)
  else if (fault === 'cut') response.write(whole, () => response.destroy())
  else response.end(gzip ? gzipSync(whole) : whole)
}
