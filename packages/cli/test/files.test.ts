/** Files that are missing, unreadable, unwritable or no files, and inputs with errors. */
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { call, describeBuilt, expectPlain, expectRefused, MINIMAL, place } from './calls.ts'

const dossier = readFileSync(path.join(MINIMAL, 'dossier.yaml'), 'utf8')
const WRONG = 'institution: {id: us, name: Us, seat: Holland}\n'

const locked: string[] = []
afterAll(() => {
  for (const one of locked) chmodSync(one, 0o700)
})

/** A file or folder that nobody may read or write. */
function lock(name: string): string {
  chmodSync(name, 0)
  locked.push(name)
  return name
}

describeBuilt('a dossier', () => {
  it('with errors is told with code 1, file, line and column', async () => {
    const file = place('wrong/dossier.yaml', `${WRONG}zzz: 1\n`)
    for (const command of ['check', 'assess']) {
      const answer = await expectRefused([command, path.dirname(file)], 1, /bad-country/)
      expect(answer.error).toContain(`${file}:1:39`)
      expect(answer.error).toContain(`${file}:2:1`)
      expect(answer.error).toMatch(/2 errors/)
    }
  })

  it('that is missing or empty is a wrong call', async () => {
    await expectRefused(['assess', 'nowhere'], 2, /nowhere/)
    await expectRefused(['check', 'nowhere'], 2, /nowhere/)
    await expectRefused(['check', 'x'.repeat(5000)], 2, /x/)
    mkdirSync(place('hollow'))
    await expectRefused(['assess', 'hollow'], 2, /YAML/)
    place('notes/readme.txt', 'x')
    await expectRefused(['assess', 'notes'], 2, /YAML/)
  })

  it('may be one file, or a folder with folders; hidden files are left out', async () => {
    place('deep/a/b/dossier.yml', dossier)
    place('deep/.old/dossier.yaml', dossier)
    place('deep/.dossier.yaml', WRONG)
    place('deep/dossier.yaml.bak', WRONG)
    const folder = await call(['check', 'deep'])
    const file = await call(['check', 'deep/a/b/dossier.yml'])
    expect(folder).toMatchObject({ code: 0, error: '' })
    expect(file.out).toBe(folder.out)
  })

  it('of several wrong files tells all of them', async () => {
    place('several/a.yaml', WRONG)
    place('several/b.yaml', 'a: [')
    place('several/c.yaml', new Uint8Array([0xff, 0xfe, 0x00]))
    const answer = await expectRefused(['check', 'several'], 1, /a\.yaml/)
    expect(answer.error).toMatch(/b\.yaml/)
    expect(answer.error).toMatch(/c\.yaml/)
  })

  it('that is a link to a file is read', async () => {
    mkdirSync(place('linked'))
    symlinkSync(path.join(MINIMAL, 'dossier.yaml'), place('linked/dossier.yaml'))
    expect((await call(['check', 'linked'])).code).toBe(0)
  })

  it('that nobody may read is told', async () => {
    const file = lock(place('unreadable/dossier.yaml', dossier))
    const given = { unprivileged: true }
    await expectRefused(['check', path.dirname(file)], 2, /dossier\.yaml/, given)
  })

  it('whose folder nobody may read is told', async () => {
    place('closed/dossier.yaml', dossier)
    await expectRefused(['check', lock(place('closed'))], 2, /closed/, { unprivileged: true })
  })
})

describeBuilt('an earlier report', () => {
  it('is one that this command wrote', async () => {
    const garbage = ['', '{', 'null', '[]', '{}', '"x"', '{"format":"holdfast-assess/1"}', 'a: b']
    for (const [n, text] of [...garbage, '['.repeat(50_000), '\u0000'].entries()) {
      const file = place(`earlier/${n}.json`, text)
      await expectRefused(['assess', MINIMAL, '--since', file], 2, /report/)
    }
    await expectRefused(['assess', MINIMAL, '--since', 'nowhere.json'], 2, /nowhere/)
    await expectRefused(['assess', MINIMAL, '--since', MINIMAL], 2, /./)
  })

  it('is compared with the new one', async () => {
    const json = await call(['assess', MINIMAL, '--json'])
    const file = place('earlier/real.json', json.out)
    const answer = await call(['assess', MINIMAL, '--since', file])
    expectPlain(answer)
    expect(answer).toMatchObject({ code: 0, error: '' })
  })
})

describeBuilt('a file to be written', () => {
  it('is written where it can be, and nothing is written where not', async () => {
    const file = place('report.html')
    const answer = await call(['assess', MINIMAL, '--html', file])
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(readFileSync(file, 'utf8')).toMatch(/^<!doctype html>/i)
    for (const wrong of [MINIMAL, 'no/such/folder/x.html', path.join(file, 'x.html')]) {
      await expectRefused(['assess', MINIMAL, '--html', wrong], 2, /cannot be written/)
    }
  })

  it('with fault trees is for its owner alone, beside any other answer', async () => {
    const file = place('trees.xml', 'older')
    for (const words of [[], ['--json'], ['--html', place('beside.html')]]) {
      chmodSync(file, 0o644)
      const answer = await call(['assess', MINIMAL, '--export-openpsa', file, ...words])
      expect(answer).toMatchObject({ code: 0, error: '' })
      expect(readFileSync(file, 'utf8')).toMatch(/^<\?xml/)
      expect(statSync(file).mode & 0o777).toBe(0o600)
      const solved = await call(['faulttree', 'solve', file, '--json'])
      expect(solved).toMatchObject({ code: 0, error: '' })
    }
    symlinkSync(file, place('trees-link.xml'))
    for (const wrong of [MINIMAL, '/dev/null', place('trees-link.xml')]) {
      await expectRefused(['assess', MINIMAL, '--export-openpsa', wrong], 2, /no plain file/)
    }
    for (const wrong of ['no/such/folder/x.xml', path.join(file, 'x.xml'), '']) {
      await expectRefused(['assess', MINIMAL, `--export-openpsa=${wrong}`], 2, /cannot be written/)
    }
  })

  it('is left alone where nobody may write', async () => {
    mkdirSync(place('kept'))
    chmodSync(place('kept'), 0o555)
    const words = ['assess', MINIMAL, '--html', 'kept/x.html']
    await expectRefused(words, 2, /cannot be written/, { unprivileged: true })
    expect(existsSync(place('kept/x.html'))).toBe(false)
  })
})

describeBuilt('a dossier that is started', () => {
  it('checks and gives an answer, and is never overwritten', async () => {
    const start = await call(['init', 'started/here'])
    expectPlain(start)
    expect(start).toMatchObject({ code: 0, error: '' })
    const file = place('started/here/dossier.yaml')
    expect(readFileSync(file, 'utf8')).toBe(dossier)
    expect(await call(['check', 'started/here'])).toMatchObject({ code: 0, error: '' })
    const answer = await call(['assess', 'started/here'])
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(answer.out).toContain('Commission of Inquiry')
    await expectRefused(['init', 'started/here'], 2, /./)
    await expectRefused(['init', file], 2, /./)
    expect(readFileSync(file, 'utf8')).toBe(dossier)
  })

  it('goes into a folder that is there and empty', async () => {
    mkdirSync(place('vacant'))
    expect((await call(['init', 'vacant'])).code).toBe(0)
  })

  it('is refused plainly where nobody may write', async () => {
    mkdirSync(place('readonly'))
    chmodSync(place('readonly'), 0o555)
    await expectRefused(['init', 'readonly/new'], 2, /readonly/, { unprivileged: true })
  })
})

describeBuilt('lists and regimes', () => {
  it('that are missing or none are told', async () => {
    mkdirSync(place('barren'))
    await expectRefused(['assess', MINIMAL, '--lists', 'nowhere'], 2, /nowhere/)
    await expectRefused(['assess', MINIMAL, '--lists', 'barren'], 1, /barren/)
    await expectRefused(['listed', '--lists', 'nowhere'], 2, /nowhere/)
    await expectRefused(['assess', MINIMAL, '--regimes', 'nowhere'], 2, /nowhere/)
    await expectRefused(['assess', MINIMAL, '--regimes', 'barren'], 2, /barren/)
    await expectRefused(['assess', MINIMAL, '--scenario', 'nowhere.yaml'], 2, /nowhere/)
  })

  it('with errors are told with code 1', async () => {
    place('regime/regime.yaml', 'id: x\n')
    await expectRefused(['check', MINIMAL, '--regimes', 'regime'], 1, /regime\.yaml/)
    const twice = path.join(MINIMAL, '../../data/regimes/eu-blocking-statute')
    await expectRefused(['check', MINIMAL, '--regimes', twice], 1, /eu-blocking-statute/)
    place('scenario.yaml', 'scenarios: {s: {name: S, decisions: [{on: never}]}}\n')
    await expectRefused(['assess', MINIMAL, '--scenario', 'scenario.yaml'], 1, /scenario\.yaml/)
  })
})
