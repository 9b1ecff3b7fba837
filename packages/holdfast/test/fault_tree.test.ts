/** Fault trees in files: what is asked, what is answered, what is told of limits. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, test } from 'vitest'
import { type FaultTreeQuestion, solveFaultTree } from '../src/engine/fault_tree.ts'
import { faultTreeReport } from '../src/engine/fault_tree_findings.ts'
import { solveFaultTreeFile } from '../src/node/fault_tree.ts'

const POWER = fileURLToPath(new URL('../../../examples/emergency-power.xml', import.meta.url))
const folder = mkdtempSync(path.join(tmpdir(), 'fault-tree-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function event(name: string, value?: number): string {
  const body = value === undefined ? '' : `<float value="${value}"/>`
  return `<define-basic-event name="${name}">${body}</define-basic-event>`
}

function treeOf(...definitions: readonly string[]): string {
  const tree = `<define-fault-tree name="t">${definitions.join('')}</define-fault-tree>`
  return `<opsa-mef>${tree}</opsa-mef>`
}

const refer = (name: string): string => `<basic-event name="${name}"/>`

/** The answer to a sound text, in the shape that is published. */
function answerTo(text: string, question: Partial<FaultTreeQuestion> = {}, now = () => 0) {
  const result = solveFaultTree({ ...question, text, file: 'model.xml' }, now)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return faultTreeReport.parse(JSON.parse(JSON.stringify(result.value)))
}

/** Many events in many gates with no order in it. */
function hardTree(size: number): string {
  const names = Array.from({ length: size * size }, (_, index) => `e${index}`)
  const gates = Array.from({ length: 3 * size }, (_, gate) => {
    const args = names.filter((_, index) => ((index + 3) ** 2 * (gate + 7)) % 1009 < 150)
    return `<define-gate name="g${gate}"><or>${args.map(refer).join('')}</or></define-gate>`
  })
  const all = gates.map((_, gate) => `<gate name="g${gate}"/>`).join('')
  return treeOf(
    `<define-gate name="top"><and>${all}</and></define-gate>`,
    ...gates,
    ...names.map((name) => event(name, 0.01)),
  )
}

describe('the example that ships', () => {
  test('is solved as by hand', () => {
    const result = solveFaultTreeFile({ file: POWER, cutSets: 3, importance: true })
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
    const [top] = faultTreeReport.parse(result.value).top
    const run = 1 - Math.exp(-0.0011 * 24)
    const grid = 1 - Math.exp(-4e-6 * 8760)
    const one = 1 - (1 - 0.012) * (1 - run)
    const two = 3 * one ** 2 * (1 - one) + one ** 3
    const emergency = 1 - (1 - 0.0004) * (1 - 0.0002) * (1 - two)
    expect(top?.probability).toBeCloseTo(1 - (1 - 2e-6) * (1 - grid * emergency), 14)
    expect(top).toMatchObject({
      gate: 'no-power',
      label: 'No power in the operating rooms',
      coherent: true,
      cutSets: '15',
      byOrder: { 1: '1', 2: '2', 3: '12' },
      stopped: null,
    })
    expect(top?.sets?.map(({ events }) => events)).toEqual([
      ['grid', 'run-a', 'run-b'],
      ['grid', 'run-a', 'run-c'],
      ['grid', 'run-b', 'run-c'],
    ])
    expect(top?.sets?.[0]?.probability).toBeCloseTo(grid * run * run, 15)
    expect(top?.importance?.map((measures) => measures.event).slice(0, 3)).toEqual([
      ...['grid', 'run-a', 'run-b'],
    ])
  })

  test('is solved for another mission time', () => {
    const [short, long] = [0, 87_600].map((missionTime) => {
      const result = solveFaultTreeFile({ file: POWER, missionTime })
      return result.ok ? result.value : null
    })
    expect(short).toMatchObject({ missionTime: 0, top: [{ probability: 2e-6 }] })
    expect(long!.top[0]!.probability).toBeGreaterThan(1e-3)
  })
})

describe('what is asked', () => {
  const tree = treeOf(
    '<define-gate name="both"><and><gate name="some"/><basic-event name="c"/></and></define-gate>',
    `<define-gate name="some"><or>${refer('a')}${refer('b')}</or></define-gate>`,
    event('a', 0.5),
    event('b', 0.5),
    event('c', 0.5),
  )

  test('are the tops, or the gates named, each once', () => {
    const gatesOf = (gates?: readonly string[]) =>
      answerTo(tree, { gates }).top.map(({ gate }) => gate)
    expect(gatesOf()).toEqual(['both'])
    expect(gatesOf([])).toEqual(['both'])
    expect(gatesOf(['some', 'both', 'some'])).toEqual(['some', 'both'])
  })

  test('is told where no gate has the name', () => {
    const question = { text: tree, file: 'model.xml', gates: ['bth', 'a', 'constructor'] }
    const result = solveFaultTree(question, () => 0)
    expect(result.ok).toBe(false)
    expect(result.diagnostics.map(({ code, params }) => [code, params.gate, params.meant])).toEqual(
      [
        ['call/unknown-gate', 'bth', 'both'],
        ['call/unknown-gate', 'a', null],
        ['call/unknown-gate', 'constructor', null],
      ],
    )
  })

  test('may be one of the two answers', () => {
    expect(answerTo(tree, { only: 'probability' }).top[0]).toMatchObject({
      probability: 0.375,
      cutSets: null,
      byOrder: null,
      cutSetNodes: null,
      stopped: null,
      coherent: true,
    })
    expect(answerTo(tree, { only: 'cut-sets', cutSets: 9 }).top[0]).toMatchObject({
      probability: null,
      interval: null,
      nodes: null,
      cutSets: '2',
      sets: [{ events: ['a', 'c'] }, { events: ['b', 'c'] }],
      importance: null,
    })
  })
})

describe('what is not a plain number', () => {
  test('is null in the importance of what cannot occur', () => {
    const tree = treeOf(
      `<define-gate name="top"><and>${refer('a')}${refer('b')}</and></define-gate>`,
      event('a', 0),
      event('b', 0.5),
    )
    const [top] = answerTo(tree, { importance: true }).top
    expect(top).toMatchObject({ probability: 0, cutSets: '1' })
    expect(top?.importance?.[0]).toMatchObject({ criticality: null, riskAchievement: null })
  })

  test('is an interval where a probability is not known', () => {
    const tree = treeOf(
      `<define-gate name="top"><or>${refer('a')}${refer('b')}</or></define-gate>`,
      event('a', 0.25),
      event('b'),
    )
    const report = answerTo(tree)
    expect(report.top[0]).toMatchObject({ probability: null, interval: [0.25, 1] })
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['faulttree/probability-missing'])
  })

  test('is said of a tree with negations', () => {
    const tree = treeOf(
      `<define-gate name="top"><xor>${refer('a')}${refer('b')}</xor></define-gate>`,
      event('a', 0.25),
      event('b', 0.5),
    )
    expect(answerTo(tree, { cutSets: 5 }).top[0]).toMatchObject({
      coherent: false,
      probability: 0.5,
      cutSets: '2',
      sets: [{ events: ['b'] }, { events: ['a'] }],
    })
  })
})

describe('a limit', () => {
  test('of nodes is told with bounds, and costs no other gate', () => {
    const easy = `<define-gate name="easy"><or>${refer('e0')}${refer('e1')}</or></define-gate>`
    const tree = hardTree(12).replace('<define-gate', `${easy}<define-gate`)
    const { top } = answerTo(tree, { nodesMax: 2_000 })
    const stoppedAt = { reason: 'nodes', limit: 2_000 }
    const [plain, hard] = ['easy', 'top'].map((name) => top.find(({ gate }) => gate === name))
    expect(hard).toMatchObject({
      probability: null,
      cutSets: null,
      stopped: { probability: stoppedAt, cutSets: stoppedAt },
    })
    expect(hard!.interval![0]).toBeLessThanOrEqual(hard!.interval![1])
    expect(plain).toMatchObject({ cutSets: '2', stopped: null })
  })

  test('of time is parted among the gates, and what one leaves is for the next', () => {
    let seconds = 0
    // Each look at the clock takes a hundredth of a second.
    const clock = () => (seconds += 0.01)
    const easy = `<define-gate name="easy">${refer('e0')}</define-gate>`
    const tree = hardTree(12).replace('</define-fault-tree>', `${easy}</define-fault-tree>`)
    const { top } = answerTo(tree, { secondsMax: 2 }, clock)
    const stoppedAt = { reason: 'time', limit: 2 }
    expect(top[0]?.stopped).toEqual({ probability: stoppedAt, cutSets: stoppedAt })
    expect(top[1]).toMatchObject({ gate: 'easy', probability: 0.01, cutSets: '1', stopped: null })
    expect(seconds).toBeLessThan(2)
  })
})

describe('a file', () => {
  const codesOf = (file: string) => solveFaultTreeFile({ file }).diagnostics.map(({ code }) => code)

  test('that is missing or none is told', () => {
    expect(codesOf(path.join(folder, 'nowhere.xml'))).toEqual(['call/no-such-path'])
    expect(codesOf(folder)).toEqual(['call/no-such-path'])
    expect(codesOf('/dev/null')).toEqual(['call/no-such-path'])
    expect(codesOf('')).toEqual(['call/no-such-path'])
    expect(codesOf(`${folder}/a\0b`)).toEqual(['call/no-such-path'])
  })

  test('that is no UTF-8 or too large is told', () => {
    const file = path.join(folder, 'x.xml')
    writeFileSync(file, new Uint8Array([0xff, 0xfe, 0x3c, 0x00]))
    expect(codesOf(file)).toEqual(['faulttree/not-utf8'])
    truncateSync(file, 1_100_000_000)
    expect(codesOf(file)).toEqual(['faulttree/file-too-large'])
    rmSync(file)
  })

  test('may begin with a byte order mark', () => {
    const file = path.join(folder, 'bom.xml')
    const gate = `<define-gate name="top">${refer('a')}</define-gate>`
    writeFileSync(file, `\ufeff${treeOf(gate, event('a', 0.1))}`)
    expect(codesOf(file)).toEqual([])
  })
})
