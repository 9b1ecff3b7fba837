/** A vitest reporter that ends the run with one plain line: `N passed, N failed, N skipped`. */
export default class ClosingLine {
  onTestRunEnd(modules) {
    const count = { passed: 0, failed: 0, skipped: 0 }
    for (const module of modules) {
      if (!module.ok() && [...module.children.allTests()].length === 0) count.failed += 1
      for (const test of module.children.allTests()) {
        const state = test.result().state
        if (state in count) count[state] += 1
      }
    }
    console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
  }
}
