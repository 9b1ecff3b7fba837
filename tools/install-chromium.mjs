// @ts-check
/** Installs Chromium from the system's packages where that may be done; never fails. */
import { spawnSync } from 'node:child_process'
import { chromiumPath } from './chromium.mjs'

/** @param {string} command @param {readonly string[]} words */
function run(command, words) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(command, words, { stdio: 'ignore', env, timeout: 600_000 }).status === 0
}

function install() {
  if (chromiumPath() !== null) return
  if (process.getuid?.() !== 0 || !run('apt-get', ['--version'])) return
  console.log('Installing Chromium for the tests of the page …')
  if (run('apt-get', ['update'])) {
    run('apt-get', ['install', '--yes', '--no-install-recommends', 'chromium'])
  }
}

install()
const found = chromiumPath()
console.log(
  found === null ? 'No Chromium: the tests of the page are skipped.' : `Chromium: ${found}`,
)
