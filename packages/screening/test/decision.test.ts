import { entryDigest } from '@holdfast/lists'
import { describe, expect, it } from 'vitest'
import { type Decision, DecisionMemory, subjectKey } from '../src/index.ts'
import { entry } from './lists.ts'

const listed = entry('7', ['MARTEN, Ilse'])
const query = { name: 'Ilse Marten', kind: 'person' as const, births: ['1961-04-12'] }

function decision(more: Partial<Decision> = {}): Decision {
  return {
    subject: subjectKey(query),
    name: query.name,
    list: 'test',
    entry: '7',
    digest: entryDigest(listed),
    outcome: 'cleared',
    by: 'counsel',
    on: '2026-11-01',
    why: 'born elsewhere',
    ...more,
  }
}

describe('decisions', () => {
  it('hold for the subject and the entry as it was', () => {
    const memory = new DecisionMemory([decision()])
    expect(memory.decided(query, 'test', listed)).toEqual({
      outcome: 'cleared',
      by: 'counsel',
      on: '2026-11-01',
      why: 'born elsewhere',
      stands: true,
    })
    expect(memory.decided({ ...query, name: 'MARTEN, ILSE' }, 'test', listed)).not.toBeNull()
    expect(memory.decided({ ...query, births: [] }, 'test', listed)).toBeNull()
    expect(memory.decided({ ...query, name: 'Ilse Martin' }, 'test', listed)).toBeNull()
    expect(memory.decided(query, 'other', listed)).toBeNull()
  })

  it('are asked again when the entry changes', () => {
    const memory = new DecisionMemory([decision()])
    const renamed = entry('7', ['MARTEN, Ilse', 'MARTEN, Elsa'])
    expect(memory.decided(query, 'test', renamed)?.stands).toBe(false)
  })

  it('are replaced by later ones and taken back', () => {
    const later = decision({ outcome: 'confirmed', on: '2026-11-02' })
    const memory = new DecisionMemory([decision(), later])
    expect(memory.decided(query, 'test', listed)?.outcome).toBe('confirmed')
    const reopened = new DecisionMemory([decision(), decision({ outcome: 'reopened' })])
    expect(reopened.decided(query, 'test', listed)).toBeNull()
  })
})
