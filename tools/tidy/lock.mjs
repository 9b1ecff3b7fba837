// @ts-check
/**
 * The lock file installs anywhere: it names the builds for every platform, and no host.
 *
 * npm leaves out of the lock file what the machine that writes it could not find, and `npm ci` then
 * refuses the file everywhere.
 */

/** @typedef {import('./files.mjs').Failure} Failure */
/** @typedef {Record<string, string>} Versions */

const FILE = 'package-lock.json'

/** @type {import('./files.mjs').Rule} */
export function lock(files) {
  const file = files.find((one) => one.path === FILE)
  if (file === undefined) return []
  /** @type {Record<string, { optionalDependencies?: Versions, resolved?: string }>} */
  const packages = JSON.parse(file.text).packages
  return Object.entries(packages).flatMap(([name, { optionalDependencies, resolved }]) => {
    const missing = Object.keys(optionalDependencies ?? {}).filter((one) => {
      return !Object.hasOwn(packages, `node_modules/${one}`)
    })
    const found = missing.map((one) =>
      fail(`${one} is missing`, 'add its entry, as of its siblings'),
    )
    if (resolved === undefined || !resolved.includes('://')) return found
    return [...found, fail(`${name} names a host`, 'take out the line “resolved”')]
  })
}

/** @param {string} what @param {string} mend @returns {Failure} */
function fail(what, mend) {
  return { file: FILE, line: 1, what, mend }
}
