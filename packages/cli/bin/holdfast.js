#!/usr/bin/env node
import v8 from 'node:v8'

// A run is short: compiling only what is really hot saves a third of its processor time (see
// DECISIONS.md). It must be set before the modules below are loaded. Fault trees are the exception:
// there a few loops are all the work, and they must be hot soon.
if (process.argv[2] !== 'faulttree') v8.setFlagsFromString('--interrupt-budget=3000000')
const { main } = await import('../dist/main.js')

process.exitCode = await main(process.argv.slice(2))
