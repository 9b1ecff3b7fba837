// @ts-check
/** What the built command answers to a line of shell: what it prints, and the exit code. */
import { execFile, fork } from 'node:child_process'
import path from 'node:path'

const ROOT = path.resolve(import.meta.dirname, '..')

/**
 * A terminal of 100 columns without colour, and no lists kept: the folder would be one in the
 * folder of the call.
 */
const TERMINAL = { COLUMNS: '100', NO_COLOR: '1', TZ: 'UTC', HOLDFAST_LISTS: 'kept-lists' }

/** A line that no shell needs to read. */
const PLAIN = /^holdfast( [\w./:=-]+)*$/

/**
 * Runs a line of shell; `holdfast` is the command just built.
 *
 * @param {string} line
 * @param {string} folder where it runs
 * @returns {Promise<string>} what it prints, then a line `exit N`
 */
export function answerOf(line, folder) {
  const bin = path.join(ROOT, 'node_modules/.bin')
  const env = { ...process.env, ...TERMINAL, PATH: `${bin}${path.delimiter}${process.env.PATH}` }
  return new Promise((resolve) => {
    const options = {
      cwd: folder,
      env,
      encoding: /** @type {const} */ ('utf8'),
      maxBuffer: 1 << 26,
    }
    execFile('sh', ['-c', `{ ${line}\n} 2>&1`], options, (error, output) => {
      resolve(`${lines(output)}exit ${error === null ? 0 : error.code}\n`)
    })
  })
}

/** Text whose last line is ended. @param {string} text */
function lines(text) {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`
}

/**
 * A process that answers one line after the other and starts only once: several times as fast as
 * `answerOf`, with the same answers.
 */
export class Answerer {
  #child = fork(path.join(import.meta.dirname, 'answerer.mjs'), {
    env: { ...process.env, ...TERMINAL },
    // The flags of this process are not the command's.
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })

  /**
   * @param {string} line
   * @param {string} folder
   * @returns {Promise<string>}
   */
  answerOf(line, folder) {
    if (!PLAIN.test(line)) return answerOf(line, folder)
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the command ended its process'))
      this.#child.once('exit', ended)
      this.#child.once('message', (answer) => {
        this.#child.off('exit', ended)
        resolve(String(answer))
      })
      this.#child.send({ words: line.split(' ').slice(1), folder })
    })
  }

  close() {
    this.#child.disconnect()
  }
}
