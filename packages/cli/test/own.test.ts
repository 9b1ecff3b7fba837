/** `holdfast own --graph` as a process: what it writes where, and with what it ends. */
import { expect, it } from 'vitest'
import { call, describeBuilt, expectPlain, expectRefused, place } from './calls.ts'

const OWNERS = 'owner,asset,share\n"Birch, Inc",Cedar,50\nAlder,Dogwood,-5\n'

describeBuilt('own --graph', () => {
  it('writes JSON alone on the output, and what is wrong both there and beside it', async () => {
    const graph = place('owners.csv', OWNERS)
    const words = ['own', '--graph', graph, '--listed', 'Alder', '--json']
    const answer = await call([...words, '--listed', ' "Birch, Inc" '])
    expectPlain(answer)
    expect(answer.code).toBe(0)
    expect(answer.error).toMatch(/ownership\/share-negative/)
    const { answers, diagnostics } = JSON.parse(answer.out)
    expect(diagnostics).toMatchObject([{ code: 'ownership/share-negative', severity: 'warning' }])
    expect(answers).toMatchObject([
      { party: 'Birch, Inc', answer: 'yes', proof: [{ because: 'listed' }] },
      { party: 'Cedar', answer: 'yes', percent: { low: 50, high: 50 }, missing: [] },
      { party: 'Alder', answer: 'yes' },
      {
        party: 'Dogwood',
        answer: 'unknown',
        marks: ['share-negative'],
        missing: [{ kind: 'share', owner: 'Alder', asset: 'Dogwood' }],
      },
    ])
  })

  it('says how a name with a comma is written', async () => {
    const graph = place('owners.csv', OWNERS)
    const answer = await call(['own', '--graph', graph, '--listed', 'Birch, Inc'])
    expect(answer.code).toBe(0)
    expect(answer.error).toMatch(/own\/listed-not-there[\s\S]*double\s+quotes/)
  })

  it('refuses what is no graph, no rule or no call', async () => {
    const graph = place('owners.csv', OWNERS)
    const empty = place('empty.csv', 'owner,asset,share\n')
    await expectRefused(['own', '--graph', empty, '--listed', 'A', '--json'], 1, /own\/no-owners/)
    await expectRefused(['own', '--graph', 'no-such.csv'], 2, /call\/no-such-path/)
    await expectRefused(['own', '--graph', graph, '--rule', 'ofac'], 2, /call\/unknown-rule/)
    await expectRefused(['own', '--graph', graph, 'Alder'], 2, /call\/own-what/)
  })
})
