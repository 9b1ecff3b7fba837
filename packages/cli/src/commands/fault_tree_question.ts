/** The question of `faulttree solve`: words become a call, and the call its answer as data. */
import type { FaultTreeReport } from '@holdfast/holdfast'
import { type FaultTreeCall, solveFaultTreeFile } from '@holdfast/holdfast/faulttree'
import { type Diagnostic, failed, problem, type Result } from '@holdfast/kernel'
import type { Arguments } from '../command.ts'
import { type Bounds, readNumber } from '../number.ts'

/** The words that `faulttree solve` takes. */
export const SOLVE_WORDS = {
  positionals: [1, 1],
  options: {
    json: { type: 'boolean' },
    'cut-sets': { type: 'string' },
    importance: { type: 'boolean' },
    gate: { type: 'string', multiple: true },
    only: { type: 'string' },
    'mission-time': { type: 'string' },
    nodes: { type: 'string' },
    seconds: { type: 'string' },
    memory: { type: 'string' },
  },
} as const

const ONLY = ['probability', 'cut-sets'] as const

const CUT_SETS: Bounds = { kind: 'whole', min: 1, max: 1_000_000 }
const MISSION_HOURS: Bounds = { kind: 'any', min: 0, max: 1_000_000_000 }
const NODES: Bounds = { kind: 'whole', min: 1_000, max: 1_000_000_000 }
const MEGABYTES: Bounds = { kind: 'whole', min: 1, max: 40_000 }
const SECONDS: Bounds = { kind: 'any', min: 0.1, max: 1_000_000 }

/** What a decision node takes while diagrams are made. */
const BYTES_PER_NODE = 40

/** The call from the words of the command, with everything that is wrong in them. */
function callOf(given: Arguments): { call: FaultTreeCall; problems: readonly Diagnostic[] } {
  const problems: Diagnostic[] = []
  const number = (option: string, bounds: Bounds): number | undefined =>
    readNumber(given, option, bounds, problems)
  const value = given.text('only')
  const only = ONLY.find((one) => one === value)
  if (value !== undefined && only === undefined) {
    problems.push(problem('call/bad-choice', { option: '--only', value, allowed: ONLY }))
  }
  const memory = number('memory', MEGABYTES)
  const nodes = number('nodes', NODES)
  if (given.flag('memory') && given.flag('nodes')) {
    problems.push(problem('call/nodes-and-memory', {}))
  }
  const cutSets = number('cut-sets', CUT_SETS)
  if (only === 'probability' && given.flag('cut-sets')) {
    problems.push(problem('call/left-out', { option: '--cut-sets', only }))
  }
  if (only === 'cut-sets' && given.flag('importance')) {
    problems.push(problem('call/left-out', { option: '--importance', only }))
  }
  const call = {
    file: given.positionals[0] ?? '',
    gates: given.texts('gate'),
    only,
    cutSets,
    importance: given.flag('importance'),
    missionTime: number('mission-time', MISSION_HOURS),
    nodesMax: memory === undefined ? nodes : Math.floor((memory * 1e6) / BYTES_PER_NODE),
    secondsMax: number('seconds', SECONDS),
  }
  return { call, problems }
}

/** The answer, or everything that is wrong in the words or in the file. */
export function faultTreeOf(given: Arguments): Result<FaultTreeReport> {
  const { call, problems } = callOf(given)
  return problems.length > 0 ? failed(problems) : solveFaultTreeFile(call)
}

/** What `--json` prints. */
export function faultTreeData(report: FaultTreeReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
