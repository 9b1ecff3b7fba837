/** `holdfast faulttree solve`: its words, its answers as text and data, and what it loads. */
import path from 'node:path'
import { expect, it } from 'vitest'
import {
  call,
  describeBuilt,
  EXAMPLES,
  expectPlain,
  expectRefused,
  MINIMAL,
  place,
} from './calls.ts'

const POWER = path.join(EXAMPLES, 'emergency-power.xml')
const SOLVE = ['faulttree', 'solve']

const INTERVAL = `<opsa-mef>
  <define-fault-tree name="odd">
    <define-gate name="top"><or><basic-event name="a"/><basic-event name="b"/></or></define-gate>
    <define-basic-event name="a"><float value="0.25"/></define-basic-event>
    <define-basic-event name="b"/>
  </define-fault-tree>
</opsa-mef>
`

describeBuilt('a command of two words', () => {
  it('has help at each of them', async () => {
    const help = await call([...SOLVE, '--help'])
    expect(help).toMatchObject({ code: 0, error: '' })
    expect(help.out).toContain('holdfast faulttree solve MODEL.xml')
    for (const words of [
      ['faulttree', '--help'],
      ['faulttree', '-h'],
      ['help', 'faulttree'],
      ['help', 'faulttree', 'solve'],
      [...SOLVE, 'x', '--zzz', '-h'],
    ]) {
      expect(await call(words), words.join(' ')).toEqual(help)
    }
    for (const line of help.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    expect(await call(['faulttree'])).toEqual({ ...help, code: 2 })
    expect((await call(['help', 'faulttree solve'])).out).toBe((await call(['help'])).out)
  })

  it('that is none is told with the one that may be meant', async () => {
    await expectRefused(
      ['faulttree', 'slove', POWER],
      2,
      /“faulttree slove”[\s\S]*“faulttree solve”/,
    )
    await expectRefused(['faulttree', POWER], 2, /no command/)
    await expectRefused(['faulttree', 'constructor'], 2, /no command “faulttree constructor”/)
    await expectRefused(['faulttree', ''], 2, /no command/)
    await expectRefused(['faulttree solve', POWER], 2, /./)
    await expectRefused(['solve', POWER], 2, /no command “solve”/)
    await expectRefused(['faultree', 'solve', POWER], 2, /./)
  })

  it('takes one model', async () => {
    await expectRefused(SOLVE, 2, /“faulttree solve” was given no argument/)
    await expectRefused([...SOLVE, POWER, POWER], 2, /2 arguments/)
    await expectRefused([...SOLVE, ''], 2, /./)
    await expectRefused([...SOLVE, MINIMAL], 2, /minimal/)
    await expectRefused([...SOLVE, 'nowhere.xml'], 2, /nowhere\.xml/)
  })
})

describeBuilt('an option of a fault tree', () => {
  it('with a number that is none is told', async () => {
    const wrong = ['', '0x10', '-1', '1,5', '1e999', 'Infinity', '1_000', '٣', ' 5']
    for (const value of wrong) {
      for (const option of ['cut-sets', 'seconds']) {
        const words = [...SOLVE, POWER, `--${option}=${value}`]
        await expectRefused(words, 2, new RegExp(`no number for --${option}`))
      }
    }
  }, 120_000)

  it('with a number beyond its bounds is told', async () => {
    for (const [option, value] of [
      ['--cut-sets', '0'],
      ['--cut-sets', '1.5'],
      ['--cut-sets', '1000001'],
      ['--nodes', '999'],
      ['--memory', '40001'],
      ['--mission-time', 'soon'],
      ['--seconds', '0'],
      ['--mission-time', '1e10'],
    ] as const) {
      await expectRefused([...SOLVE, POWER, option, value], 2, /between .* and/)
    }
  })

  it('that excludes another is told', async () => {
    await expectRefused([...SOLVE, POWER, '--only', 'both'], 2, /probability and cut-sets/)
    await expectRefused([...SOLVE, POWER, '--nodes', '1e6', '--memory', '40'], 2, /same limit/)
    const probability = [...SOLVE, POWER, '--only', 'probability', '--cut-sets', '3']
    await expectRefused(probability, 2, /--cut-sets asks/)
    const cutSets = [...SOLVE, POWER, '--only', 'cut-sets', '--importance']
    await expectRefused(cutSets, 2, /--importance asks/)
  })

  it('may be written as people write large numbers', async () => {
    for (const words of [
      ['--nodes', '3e7'],
      ['--memory', '40'],
      ['--seconds', '0.5'],
      ['--mission-time', '8760.0'],
    ]) {
      expect(await call([...SOLVE, POWER, ...words, '--json'])).toMatchObject({
        code: 0,
        error: '',
      })
    }
  })

  it('names gates of the model', async () => {
    const words = ['--gate', 'generator-a', '--gate=no-power', '--json']
    const { out } = await call([...SOLVE, POWER, ...words])
    const { top } = JSON.parse(out) as { top: readonly { gate: string }[] }
    expect(top.map(({ gate }) => gate)).toEqual(['generator-a', 'no-power'])
    await expectRefused([...SOLVE, POWER, '--gate', 'generatr-a'], 2, /“generator-a”/)
    await expectRefused([...SOLVE, POWER, '--gate', '\u001b[31m'], 2, /no gate/)
  })
})

describeBuilt('an answer about a fault tree', () => {
  it('holds the width, and has colour where it is wanted', async () => {
    const words = [...SOLVE, POWER, '--cut-sets', '20', '--importance']
    for (const width of [40, 60, 80, 100, 200]) {
      const { out, code } = await call(words, { environment: { COLUMNS: String(width) } })
      expect(code).toBe(0)
      for (const line of out.split('\n')) expect([...line].length).toBeLessThanOrEqual(width)
      expect(out).toMatch(/0\.000166014/)
      expect(out).not.toContain('\u001b[')
    }
    const wanted = { environment: { FORCE_COLOR: '1' } }
    expect((await call(words, wanted)).out).toContain('\u001b[')
    expect((await call([...words, '--json'], wanted)).out).not.toContain('\u001b[')
  })

  it('tells its reservations as text, and among the data', async () => {
    const file = place('interval.xml', INTERVAL)
    const text = await call([...SOLVE, file])
    expectPlain(text)
    expect(text.code).toBe(0)
    expect(text.error).toMatch(/warning\[faulttree\/probability-missing\]/)
    expect(text.out).toMatch(/between 0\.25 and 1/)
    const data = await call([...SOLVE, file, '--json'])
    expect(data).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(data.out)).toMatchObject({
      format: 'holdfast-faulttree/1',
      top: [{ probability: null, interval: [0.25, 1] }],
      diagnostics: [{ code: 'faulttree/probability-missing', severity: 'warning' }],
    })
  })

  it('is refused where the file has errors', async () => {
    const file = place('wrong.xml', INTERVAL.replace('name="a"/>', 'name="c"/>'))
    for (const words of [[], ['--json']]) {
      const answer = await expectRefused([...SOLVE, file, ...words], 1, /unknown-reference/)
      expect(answer.error).toContain(`${file}:3:33`)
    }
    await expectRefused([...SOLVE, place('empty.xml', '')], 1, /xml-syntax/)
    const cut = place('cut.xml', INTERVAL.slice(0, 100))
    await expectRefused([...SOLVE, cut, '--json'], 1, /xml-syntax/)
  })

  it('whose names try to reach the screen is harmless', async () => {
    const label = '<label>\u202ered \u0085next</label>'
    const file = place('hostile.xml', INTERVAL.replace('<or>', `${label}<or>`))
    const answer = await call([...SOLVE, file, '--cut-sets', '5'])
    expectPlain(answer)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come out
    expect(answer.out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
  })

  it('ends without a word where its reader goes away', async () => {
    for (const words of [[], ['--json']]) {
      const answer = await call([...SOLVE, POWER, ...words], { readAtMost: 0 })
      expect(answer).toMatchObject({ error: '', code: 0 })
    }
  })
})
