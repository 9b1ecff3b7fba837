// @ts-check
/**
 * A vitest reporter that ends the run with one plain line: `N passed, N failed, N skipped`.
 *
 * Failed are tests, and also what keeps tests from being run or believed: a file that does not
 * load, a suite whose preparation fails, an error that no test caught, a test that never ended.
 */
export default class ClosingLine {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} [uncaught]
   */
  onTestRunEnd(modules, uncaught = []) {
    const count = { passed: 0, failed: uncaught.length, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        count[state === 'pending' ? 'failed' : state] += 1
      }
      const suites = [...module.children.allSuites()].filter((suite) => suite.errors().length > 0)
      const unloaded = suites.length === 0 && module.errors().length > 0
      count.failed += unloaded ? 1 : suites.length
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  }
}
