/** `holdfast watch` as a scheduler calls it: exit codes, text, JSON, and what is remembered. */
import { type DesignationList, writeSnapshot } from '@holdfast/lists'
import { expect, it } from 'vitest'
import { call, describeBuilt, expectPlain, expectRefused, MINIMAL, place } from './calls.ts'

function made(name: string, published: string, entries: readonly string[]): string {
  const list: DesignationList = {
    id: 'ofac-sdn',
    published,
    provenance: 'official',
    whole: 'proven',
    entries: entries.map((text, index) => ({
      id: String(900_001 + index),
      kind: 'entity',
      names: [{ text, kind: 'primary', quality: 'strong' }],
      programmes: ['SDGT'],
      remarks: '',
      addresses: [],
    })),
  }
  return place(`watch/${name}`, writeSnapshot(list))
}

const before = made('june.tsv', '2026-06-01', ['SOMEBODY ELSE'])
const after = made('july.tsv', '2026-07-01', ['SOMEBODY ELSE', 'DUINRAND BANK N.V.'])

describeBuilt('holdfast watch', () => {
  it('ends with 3 when something of ours is touched, and says what', async () => {
    const answer = await call(['watch', MINIMAL, '--before', before, '--after', after])
    expectPlain(answer)
    expect(answer.code).toBe(3)
    expect(answer.out).toMatch(/The new lists touch us: 1 party newly listed/)
    expect(answer.out).toMatch(/Duinrand Bank N\.V\.\n {4}ofac-sdn 900002 “DUINRAND BANK N\.V\.”/)
    const json = await call(['watch', MINIMAL, '--before', before, '--lists', after, '--json'])
    expect(json.code).toBe(3)
    expect(JSON.parse(json.out)).toMatchObject({
      format: 'holdfast-watch/1',
      touched: true,
      before: { on: '2026-06-01' },
      parties: { added: [{ party: 'bank', entry: '900002' }], removed: [] },
    })
  })

  it('ends with 0 when nothing is', async () => {
    const answer = await call(['watch', MINIMAL, '--before', before, '--after', before])
    expectPlain(answer)
    expect(answer.code).toBe(0)
    expect(answer.out).toMatch(/nothing new touches us/)
    const narrow = await call(['watch', MINIMAL, '--before', before, '--after', before], {
      environment: { COLUMNS: '40' },
    })
    for (const line of narrow.out.split('\n')) expect(line.length).toBeLessThanOrEqual(40)
  })

  it('remembers what it saw', async () => {
    const environment = { HOLDFAST_LISTS: place('watch/kept') }
    const keep = (file: string) =>
      call(['lists', 'update', '--from', file, '--force'], { environment })
    expect((await keep(before)).code).toBe(0)
    expect((await call(['watch', MINIMAL], { environment })).out).toMatch(/for the first time/)
    expect((await call(['watch', MINIMAL], { environment })).code).toBe(0)
    expect((await keep(after)).code).toBe(0)
    expect((await call(['watch', MINIMAL], { environment })).code).toBe(3)
    expect((await call(['watch', MINIMAL], { environment })).code).toBe(0)
  })

  it('refuses what is none of its inputs', async () => {
    await expectRefused(['watch'], 2, /watch/)
    await expectRefused(['watch', MINIMAL], 1, /No list is kept/)
    await expectRefused(['watch', MINIMAL, '--before', 'nowhere', '--after', after], 2, /nowhere/)
    await expectRefused(['watch', 'nowhere', '--before', before, '--after', after], 2, /nowhere/)
    const cut = place('watch/cut.tsv', 'holdfast-list 1\nlist: ofac-sdn\n')
    await expectRefused(['watch', MINIMAL, '--before', before, '--after', cut], 1, /cut\.tsv/)
  })
})
