import { defineConfig } from 'vitest/config'
import { threadsFromSources } from './tools/threads_from_sources.mjs'

// Packages are tested from their sources: the condition `source` of each package's exports.
const conditions = ['source', 'node', 'import', 'default']

export default defineConfig({
  plugins: [threadsFromSources()],
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ['packages/*/test/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', './tools/closing-line.mjs'],
    testTimeout: 120_000,
    // Whoever runs the tests may keep lists of his own: the answers must not depend on them.
    env: { HOLDFAST_LISTS: 'kept-lists' },
  },
})
