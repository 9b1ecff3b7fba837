/** `holdfast plan`: its words, the files it writes, and its end when it is interrupted. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PlanCall, PlanReport } from '@holdfast/holdfast'
import { ok, type Result } from '@holdfast/kernel'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { fixturePlan } from '../../report/test/fixture_plan.ts'
import { readArguments } from '../src/command.ts'
import { plan } from '../src/commands/plan.ts'
import type { Terminal } from '../src/terminal.ts'

const asked = vi.hoisted(() => ({
  calls: [] as PlanCall[],
  answer: null as null | ((call: PlanCall) => Promise<Result<PlanReport>>),
}))

vi.mock('@holdfast/holdfast', async (original) => ({
  ...(await original<typeof import('@holdfast/holdfast')>()),
  planFolder: async (call: PlanCall) => {
    asked.calls.push(call)
    return asked.answer?.(call)
  },
}))

const folder = mkdtempSync(path.join(tmpdir(), 'holdfast-plan-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const at = (name: string) => path.join(folder, name)

beforeEach(() => {
  asked.calls.length = 0
  asked.answer = async () => ok(fixturePlan())
})

/** Runs the command in this process. */
async function run(...words: string[]) {
  const printed = { out: '', error: '' }
  const terminal: Terminal = {
    ...{ width: 100, colour: false, errorColour: false, locale: 'en', today: '2026-11-25' },
    out: async (text) => {
      printed.out += String(text)
    },
    error: (text) => {
      printed.error += text
    },
  }
  const given = readArguments(plan, words)
  if (!given.ok) throw new Error(JSON.stringify(given.problems))
  const code = await plan.run(given.value, terminal)
  return { ...printed, code }
}

describe('the words', () => {
  test('become a call', async () => {
    const words = [
      '--budget',
      '2.4MEUR',
      '--horizon',
      '18mo',
      '--period',
      '2w',
      '--fix',
      'a=2026-12-01',
    ]
    const more = [
      '--without',
      'c',
      '--without=d',
      '--gap',
      '0.5%',
      '--time',
      '5min',
      '--scenario=x',
    ]
    expect((await run('here', ...words, ...more)).code).toBe(0)
    expect(asked.calls).toMatchObject([
      {
        dossier: 'here',
        budget: '2.4MEUR',
        horizonDays: 540,
        periodDays: 14,
        fix: ['a=2026-12-01'],
        without: ['c', 'd'],
        gap: 0.005,
        seconds: 300,
        scenarios: ['x'],
        frontier: false,
      },
    ])
  })

  test('that are absent leave the choice to the library', async () => {
    await run('here')
    const [call] = asked.calls
    expect(call).toMatchObject({ fix: [], without: [] })
    for (const name of ['budget', 'periodDays', 'gap', 'seconds', 'strike'] as const) {
      expect(call?.[name], name).toBeUndefined()
    }
  })

  test.for([
    ['--gap', '0%', 'gap', 0],
    ['--gap', '0', 'gap', 0],
    ['--gap', '50 %', 'gap', 0.5],
    ['--time', '1s', 'seconds', 1],
    ['--time', '90', 'seconds', 90],
    ['--time', '1.5h', 'seconds', 5400],
    ['--period', '36h', 'periodDays', 1],
  ] as const)('%s %s', async ([option, text, name, value]) => {
    await run('here', option, text)
    expect(asked.calls[0]?.[name]).toBe(value)
  })

  test.for([
    ['--gap', '1', 'call/bad-gap'],
    ['--gap', '0.01', 'call/bad-gap'],
    ['--gap', '50.1%', 'call/bad-gap'],
    ['--gap', '-1%', 'call/bad-gap'],
    ['--gap', '%', 'call/bad-gap'],
    ['--time', '0s', 'call/bad-time'],
    ['--time', '25h', 'call/bad-time'],
    ['--time', '5m', 'call/bad-time'],
    ['--time', '', 'call/bad-time'],
    ['--period', '0d', 'call/bad-period'],
    ['--period', '12h', 'call/bad-period'],
    ['--period', '30', 'call/bad-period'],
    ['--horizon', '0d', 'call/bad-horizon'],
  ] as const)('%s %s is refused', async ([option, text, code]) => {
    const { code: exit, error, out } = await run('here', option, text)
    expect([exit, out]).toEqual([2, ''])
    expect(error).toContain(`error[${code}]`)
    expect(asked.calls).toEqual([])
  })
})

describe('the files', () => {
  test('are written beside the answer, for its owner alone', async () => {
    const names = ['p.html', 'p.ics', 'p.csv'].map(at)
    const [html = '', ics = '', csv = ''] = names
    const { code, out, error } = await run('here', '--html', html, '--ics', ics, '--csv', csv)
    expect([code, error]).toEqual([0, ''])
    expect(readFileSync(html, 'utf8')).toMatch(/^<!doctype html>/i)
    expect(readFileSync(ics, 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(readFileSync(csv, 'utf8')).toMatch(/^state,id,name,/)
    for (const name of names) {
      expect(statSync(name).mode & 0o777).toBe(0o600)
      expect(out.replace(/\s+/g, '')).toContain(name)
    }
    expect(asked.calls[0]?.frontier).toBe(true)
  })

  test('are written beside data too', async () => {
    const { out } = await run('here', '--json', '--ics', at('j.ics'), '--frontier')
    expect(JSON.parse(out).measures).toHaveLength(fixturePlan().measures.length)
    expect(readdirSync(folder)).toContain('j.ics')
    expect(asked.calls[0]?.frontier).toBe(true)
  })

  test('that cannot be written are told before the search', async () => {
    const two = ['--html', at('a'), '--csv', at('a'), '--ics', at('no/a.ics')]
    const { code, error } = await run('here', ...two)
    expect(code).toBe(2)
    expect(error).toContain('call/same-file')
    expect(error).toContain('call/cannot-write')
    expect(asked.calls).toEqual([])
  })

  test('that cannot be written after it take no answer away', async () => {
    const file = at('late.csv')
    asked.answer = async () => {
      mkdirSync(file)
      return ok(fixturePlan())
    }
    const { code, out, error } = await run('here', '--csv', file)
    expect(code).toBe(2)
    expect(out).not.toBe('')
    expect(out.replace(/\s+/g, '')).not.toContain(file)
    expect(error).toContain('call/not-a-plain-file')
  })
})

describe('an interruption', () => {
  test('ends the search once, and the second time nobody holds the process', async () => {
    const before = process.listenerCount('SIGINT')
    asked.answer = async ({ signal }) => {
      expect(process.listenerCount('SIGINT')).toBe(before + 1)
      process.emit('SIGINT', 'SIGINT')
      expect(signal?.aborted).toBe(true)
      await new Promise(setImmediate)
      expect(process.listenerCount('SIGINT')).toBe(before)
      return ok(fixturePlan())
    }
    const { code, out } = await run('here')
    expect(code).toBe(0)
    expect(out).not.toBe('')
  })

  test('ends the process also when both came while it was busy', async () => {
    const kill = vi.spyOn(process, 'kill').mockReturnValue(true)
    const before = process.listenerCount('SIGINT')
    asked.answer = async () => {
      process.emit('SIGINT', 'SIGINT')
      process.emit('SIGINT', 'SIGINT')
      expect(kill.mock.calls).toEqual([[process.pid, 'SIGINT']])
      // Nobody listens any more: the signal does what it does by itself.
      expect(process.listenerCount('SIGINT')).toBe(before)
      return ok(fixturePlan())
    }
    await run('here')
    kill.mockRestore()
  })

  test('leaves nobody listening after an answer', async () => {
    const before = process.listenerCount('SIGINT')
    await run('here')
    expect(process.listenerCount('SIGINT')).toBe(before)
  })
})
