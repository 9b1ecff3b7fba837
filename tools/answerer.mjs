// @ts-check
/** The process behind `Answerer`: runs the command in itself and sends back what it printed. */
import { main } from '../packages/cli/dist/index.js'

let output = ''

/** @param {string | Uint8Array} chunk @param {unknown[]} rest */
function take(chunk, ...rest) {
  output += typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')
  const written = rest.find((one) => typeof one === 'function')
  if (typeof written === 'function') written()
  return true
}

process.stdout.write = take
process.stderr.write = take

process.on('message', async (/** @type {{ words: string[], folder: string }} */ call) => {
  output = ''
  process.chdir(call.folder)
  let code = 1
  try {
    code = await main(call.words)
  } catch (error) {
    output += error instanceof Error ? error.stack : String(error)
  }
  process.chdir('/')
  process.send?.(`${output}exit ${code}\n`)
})
