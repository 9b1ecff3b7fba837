import type { PlanProgress, UpdateEvent } from '@holdfast/holdfast'
import { expect, test } from 'vitest'
import { progressLine } from '../src/progress.ts'

const terminal = { errorColour: false, locale: 'en' }

function event(bytes: number): UpdateEvent {
  const file = { list: 'un-sc', file: 'consolidated.xml', at: 1, of: 1 }
  return { kind: 'bytes', ...file, bytes, total: 1000, seconds: 0 }
}

function screen(isTTY: boolean, columns = 80) {
  let text = ''
  const write = (more: string | Uint8Array) => {
    text += String(more)
    return true
  }
  return { isTTY, columns, write, text: () => text }
}

test('the line is written over, not more often than it can be read, and taken away', () => {
  const stream = screen(true)
  const clock = { now: 1000 }
  const line = progressLine(terminal, stream, () => clock.now)
  for (const at of [0, 10, 50, 99]) {
    clock.now = 1000 + at
    line.show(event(at))
  }
  clock.now = 1101
  line.show(event(500))
  line.clear()
  line.clear()
  expect(stream.text().split('\r')).toHaveLength(4)
  expect(stream.text().endsWith('\r\x1b[K')).toBe(true)
  expect(stream.text()).not.toContain('\n')
})

test('another phase is shown at once', () => {
  const stream = screen(true)
  const line = progressLine(terminal, stream, () => 5000)
  line.show(event(1))
  line.show({ kind: 'read', list: 'un-sc', bytes: 1000 })
  expect(stream.text()).toContain('reading')
})

test('a log gets no line', () => {
  const stream = screen(false)
  const line = progressLine(terminal, stream, () => 5000)
  line.show(event(1))
  line.clear()
  expect(stream.text()).toBe('')
})

test('the search for a plan has a line, and each of its steps is shown at once', () => {
  const stream = screen(true)
  const line = progressLine(terminal, stream, () => 5000)
  const search: PlanProgress = {
    ...{ kind: 'plan', step: 'search', incumbent: 120, bound: 100, gap: 1 / 6, done: 0, of: 0 },
  }
  line.show(search)
  line.show({ ...search, incumbent: 110 })
  line.show({ ...search, step: 'check' })
  line.clear()
  expect(stream.text().split('\r')).toHaveLength(4)
  expect(stream.text()).toContain('120')
  expect(stream.text()).not.toContain('110  ')
})
