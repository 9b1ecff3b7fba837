/** The words of a call: commands, options, values, help. */
import { expect, it } from 'vitest'
import { call, describeBuilt, expectPlain, expectRefused, MINIMAL, place } from './calls.ts'

const COMMANDS = ['assess', 'check', 'explain', 'listed', 'init', 'schema']

describeBuilt('help', () => {
  it('is there for the whole and for every command', async () => {
    const whole = await call(['--help'])
    expect(whole).toMatchObject({ code: 0, error: '' })
    for (const command of COMMANDS) expect(whole.out).toContain(command)
    for (const words of [['-h'], ['help']]) expect((await call(words)).out).toBe(whole.out)
    for (const command of COMMANDS) {
      const answer = await call([command, '--help'])
      expect(answer, command).toMatchObject({ code: 0, error: '' })
      expect(answer.out).toContain(`holdfast ${command}`)
      expect((await call(['help', command])).out).toBe(answer.out)
      expect((await call([command, 'x', '--zzz', '-h'])).out).toBe(answer.out)
      for (const line of answer.out.split('\n')) expect(line.length).toBeLessThanOrEqual(100)
    }
  })

  it('is told as wrong when nothing was called', async () => {
    const answer = await call([])
    expect(answer.code).toBe(2)
    expect(answer.out).toContain('holdfast assess')
  })

  it('of what every object has is not its key', async () => {
    expect((await call(['help', 'constructor'])).out).not.toContain('help.constructor')
  })

  it('comes with a version', async () => {
    const answer = await call(['--version'])
    expect(answer).toMatchObject({ code: 0, error: '' })
    expect(answer.out).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})

describeBuilt('a command that is none', () => {
  it('is told with the one that may be meant', async () => {
    await expectRefused(['asess'], 2, /no command “asess”[\s\S]*assess/)
    await expectRefused(['chek', MINIMAL], 2, /check/)
    await expectRefused(['elephant'], 2, /no command “elephant”/)
    await expectRefused(['constructor'], 2, /no command “constructor”/)
    await expectRefused(['__proto__'], 2, /no command/)
    await expectRefused([''], 2, /no command/)
    await expectRefused(['--json'], 2, /no command “--json”/)
    await expectRefused(['ASSESS'], 2, /no command/)
  })
})

describeBuilt('an option that is none', () => {
  it('is told with the one that may be meant', async () => {
    await expectRefused(['assess', MINIMAL, '--jsno'], 2, /--jsno[\s\S]*--json/)
    await expectRefused(['assess', MINIMAL, '--scenarios=x'], 2, /--scenarios[\s\S]*--scenario/)
    await expectRefused(['assess', MINIMAL, '--elephant'], 2, /--elephant/)
    await expectRefused(['assess', MINIMAL, '-x'], 2, /-x/)
    await expectRefused(['check', MINIMAL, '--json'], 2, /--json/)
  })

  it('is told together with every other wrong word', async () => {
    const answer = await call(['assess', MINIMAL, 'more', '--elephant', '--zebra', '--on'])
    expect(answer.code).toBe(2)
    for (const word of ['--elephant', '--zebra', '--on']) expect(answer.error).toContain(word)
    expect(answer.error).toMatch(/4 errors/)
  })

  it('is told where every object has it', async () => {
    await expectRefused(['assess', MINIMAL, '--constructor'], 2, /--constructor/)
  })

  it('is told where every object has it, on the prototype', async () => {
    await expectRefused(['assess', MINIMAL, '--__proto__'], 2, /--__proto__/)
  })
})

describeBuilt('the value of an option', () => {
  it('may be missing, and is told', async () => {
    for (const option of ['--on', '--scenario', '--reading', '--lists', '--html', '--since']) {
      await expectRefused(['assess', MINIMAL, option], 2, new RegExp(option))
      await expectRefused(['assess', MINIMAL, option, '--json'], 2, new RegExp(option))
    }
  })

  it('may be written with an equals sign or after a space', async () => {
    const inline = await call(['assess', MINIMAL, '--on=2025-02-06', '--json'])
    const spaced = await call(['assess', '--json', '--on', '2025-02-06', MINIMAL])
    expect(inline).toMatchObject({ code: 0, error: '' })
    expect(JSON.parse(inline.out)).toMatchObject({ on: '2025-02-06' })
    expect(spaced.out).toBe(inline.out)
  })

  it('may begin with a dash, and is a value', async () => {
    await expectRefused(['assess', MINIMAL, '--scenario', '-foo'], 2, /no scenario “-foo”/)
    await expectRefused(['assess', MINIMAL, '--scenario=--foo'], 2, /no scenario “--foo”/)
    await expectRefused(['assess', MINIMAL, '--on', '-1'], 2, /“-1” is no date/)
    await expectRefused(['assess', MINIMAL, '--', '--json'], 2, /assess/)
  })

  it('may be empty, and is told', async () => {
    await expectRefused(['assess', MINIMAL, '--on='], 2, /“” is no date/)
    await expectRefused(['assess', MINIMAL, '--scenario='], 2, /no scenario “”/)
    await expectRefused(['assess', MINIMAL, '--html='], 2, /cannot be written/)
    await expectRefused(['assess', MINIMAL, '--horizon='], 2, /horizon|duration/i)
    for (const option of ['--since=', '--lists=', '--regimes=']) {
      await expectRefused(['assess', MINIMAL, option], 2, /./)
    }
    await expectRefused(['assess', ''], 2, /./)
  })

  it('is not taken by a flag', async () => {
    await expectRefused(['assess', MINIMAL, '--json=false'], 2, /--json/)
  })
})

describeBuilt('a value that is none', () => {
  it('counts where it is the last of two', async () => {
    await expectRefused(['assess', MINIMAL, '--on', '2025-02-06', '--on', 'x'], 2, /“x” is no date/)
  })

  it('is told for a day, a horizon, a reading and a programme', async () => {
    for (const day of ['2025-02-30', 'tomorrow', '2025', '2025-02-06T00:00', '06.02.2025']) {
      await expectRefused(['assess', MINIMAL, '--on', day], 2, /is no date/)
      await expectRefused(['listed', '--on', day], 2, /is no date/)
    }
    for (const horizon of ['0d', '23h', 'soon', '-5d', '1000y']) {
      await expectRefused(['assess', MINIMAL, `--horizon=${horizon}`], 2, /./)
    }
    await expectRefused(['assess', MINIMAL, '--reading', 'narow'], 2, /narow[\s\S]*narrow/)
    await expectRefused(['listed', '--programme', 'ICC-EO14302'], 2, /ICC-EO14203/)
    await expectRefused(['assess', MINIMAL, '--json', '--html', place('x.html')], 2, /json/i)
  })

  it('of a scenario may be any word, and none of it reaches the screen as a command', async () => {
    const words = [
      '__proto__',
      'constructor',
      '../../etc/passwd',
      '*',
      "'; rm -rf /",
      '\u001b[31mred',
    ]
    for (const word of [...words, '\u202ecilam', 'x'.repeat(5000), '%s%n', '{0}', '$&']) {
      const answer = await call(['assess', MINIMAL, '--scenario', word])
      expectPlain(answer)
      expect(answer.code).toBe(2)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not come out
      expect(answer.error).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
    }
  })
})

describeBuilt('arguments', () => {
  it('are as many as the command takes', async () => {
    const cases = [
      ...[
        ['assess'],
        ['assess', 'a', 'b'],
        ['check'],
        ['explain', MINIMAL],
        ['init'],
        ['init', 'a', 'b'],
      ],
      ...[
        ['schema', 'x'],
        ['listed', 'x'],
        ['explain', MINIMAL, 'a', 'b'],
      ],
    ]
    for (const words of cases) await expectRefused(words, 2, new RegExp(words[0]!))
  })

  it('of explain name something of the dossier', async () => {
    await expectRefused(['explain', MINIMAL, 'hear-witneses'], 2, /hear-witnesses/)
    for (const id of ['constructor', '__proto__', '', 'elephant']) {
      await expectRefused(['explain', MINIMAL, id], 2, /./)
    }
    const answer = await call(['explain', MINIMAL, 'mail'])
    expectPlain(answer)
    expect(answer.code).toBe(0)
  })
})
