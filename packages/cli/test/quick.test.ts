/** `faulttree solve MODEL --json` as one file answers as the modules do, and nothing else does. */
import { spawn } from 'node:child_process'
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Command, readArguments } from '../src/command.ts'
import { SOLVE_WORDS } from '../src/commands/fault_tree_question.ts'
import { readPlainWords } from '../src/words.ts'
import { type Answer, BIN, BUILT, call, describeBuilt, EXAMPLES, MINIMAL, place } from './calls.ts'

const DIST = fileURLToPath(new URL('../dist/', import.meta.url))
const POWER = path.join(EXAMPLES, 'emergency-power.xml')
const SOLVE = ['faulttree', 'solve']

/** The command with the files of the bundle that it is given: name and content, null to copy it. */
function started(folder: string, files: Readonly<Record<string, string | null>>): string {
  const main = pathToFileURL(path.join(DIST, 'main.js')).href
  place(`${folder}/dist/main.js`, `export { main } from ${JSON.stringify(main)}\n`)
  place(`${folder}/package.json`, '{ "type": "module" }')
  place(`${folder}/bin/package.json`, '{ "type": "commonjs" }')
  for (const [name, text] of Object.entries(files)) {
    const file = place(`${folder}/dist/${name}`, text ?? '')
    if (text === null) copyFileSync(path.join(DIST, name), file)
  }
  const program = place(`${folder}/bin/holdfast.js`, '')
  copyFileSync(BIN, program)
  return program
}

const ORDINARY = BUILT ? started('ordinary', {}) : ''

/** Each gate takes its own time. */
function timeless({ out, ...rest }: Answer) {
  return { ...rest, out: out.replace(/("(?:seconds|cutSetSeconds)": )[\d.e-]+/g, '$1…') }
}

const TREE = `<opsa-mef name="m">
  <define-fault-tree name="t">
    <define-gate name="top">
      <label>Größe “x”</label>
      <or>
        <basic-event name="a"/>
        <and><basic-event name="b"/><not><basic-event name="c"/></not></and>
      </or>
    </define-gate>
    <define-gate name="other">
      <xor><basic-event name="a"/><basic-event name="c"/></xor>
    </define-gate>
    <define-basic-event name="a"><float value="0.25"/></define-basic-event>
    <define-basic-event name="b">
      <exponential><float value="1e-4"/><system-mission-time/></exponential>
    </define-basic-event>
    <define-basic-event name="c"/>
  </define-fault-tree>
</opsa-mef>
`

const WIDE_EVENTS = Array.from({ length: 24 }, (_, index) => `e${index}`)

/** Many cut sets, in a file large enough that V8 is told to compile less. */
const WIDE = `<opsa-mef>
<define-fault-tree name="wide">
  <define-gate name="top">
    <atleast min="3">
      ${WIDE_EVENTS.map((name) => `<basic-event name="${name}"/>`).join('\n')}
    </atleast>
  </define-gate>
  ${WIDE_EVENTS.map((name, index) => {
    const value = `<float value="0.0${index + 1}"/>`
    return `<define-basic-event name="${name}">${value}</define-basic-event>`
  }).join('\n')}
  <!-- ${'so that the file is a large one '.repeat(400)} -->
</define-fault-tree>
</opsa-mef>
`

describeBuilt('the bundle answers', () => {
  it('with the bytes and the code of the modules', async () => {
    const tree = place('tree.xml', TREE)
    const wide = place('wide.xml', WIDE)
    const calls = [
      ...[POWER, tree, wide].flatMap((file) => [
        [file],
        [file, '--only', 'probability'],
        [file, '--only=cut-sets', '--cut-sets', '100'],
        ['--cut-sets=5', '--importance', file, '--mission-time', '100'],
        [file, '--nodes', '3e7', '--seconds', '5', '--seconds=6'],
        [file, '--memory=40'],
      ]),
      ...[
        [tree, '--gate', 'other', '--gate=top'],
        [wide, '--nodes', '1000'],
        [tree, '--json'],
      ],
    ]
    for (const words of calls) {
      const all = [...SOLVE, ...words, '--json']
      const [quick, ordinary] = [await call(all), await call(all, { program: ORDINARY })]
      expect(quick, words.join(' ')).toMatchObject({ code: 0, error: '' })
      expect(JSON.parse(quick.out)).toMatchObject({ format: 'holdfast-faulttree/1' })
      expect(timeless(quick), words.join(' ')).toEqual(timeless(ordinary))
    }
  })

  it('nothing that is wrong or told as text', async () => {
    const tree = place('tree.xml', TREE)
    const calls = [
      [],
      [''],
      ['nowhere.xml'],
      [MINIMAL],
      [POWER, POWER],
      [place('empty.xml', '')],
      [place('latin.xml', Uint8Array.of(0x3c, 0xff, 0x3e))],
      [place('wrong.xml', TREE.replace('name="a"/>', 'name="d"/>'))],
      [place('cut.xml', TREE.slice(0, 200))],
      ...[['-h'], ['--help'], ['-x'], ['--zzz'], ['--json=1'], ['--'], ['-'], ['--importance=no']],
      ...[['--only', 'both'], ['--only'], ['--only='], ['--seconds', '-1'], ['--cut-sets', '0']],
      ...[
        ['--gate', 'tpo'],
        ['--only', 'probability', '--cut-sets', '3'],
        ['--gate', '--json'],
      ],
      ...[['--nodes', '1e6', '--memory', '40']],
    ]
    for (const words of calls) {
      const file = words.length > 0 && !words[0]!.startsWith('-') ? [] : [tree]
      const all = [...SOLVE, '--json', ...(words.length > 0 ? file : []), ...words]
      const [quick, ordinary] = [await call(all), await call(all, { program: ORDINARY })]
      expect(timeless(quick), words.join(' ')).toEqual(timeless(ordinary))
    }
  })
})

describeBuilt('the start', () => {
  it('as data loads no modules, and without the bundle only what it needs', async () => {
    const loaded = async (words: readonly string[], program = BIN) => {
      const environment = { NODE_DEBUG: 'esm' }
      const { error } = await call([...SOLVE, POWER, ...words], { environment, program })
      const found = error.matchAll(/StandardModule file:\/\/\S*?(?:packages|node_modules)\/(\S+)/g)
      return new Set([...found].map(([, name]) => name!))
    }
    const texts = await loaded([])
    // Where Node tells nothing of its modules there is nothing to see.
    if (texts.size === 0) return
    // The bundled command, or its modules where something was compiled since.
    expect([...texts].some((name) => /^(report\/|cli\/dist\/command\/)/.test(name))).toBe(true)
    expect(await loaded(['--json'])).toEqual(new Set())
    const names = [...(await loaded(['--json'], ORDINARY))]
    const packages = new Set(names.map((name) => name.split('/')[0]))
    expect([...packages].sort()).toEqual(['cli', 'faulttree', 'holdfast', 'kernel'])
    expect(names.filter((name) => /^(holdfast|cli)\//.test(name)).length).toBeLessThan(12)
  })

  it('needs neither the bundle nor what V8 has compiled of it', async () => {
    const words = [...SOLVE, POWER, '--json']
    const expected = timeless(await call(words))
    for (const [folder, files] of Object.entries({
      'no-cache': { 'quick.cjs': null },
      'empty-cache': { 'quick.cjs': null, 'quick.cjs.cache': '' },
      'another-cache': { 'quick.cjs': null, 'quick.cjs.cache': 'x'.repeat(9999) },
      'half-a-bundle': { 'quick.cjs': '(function (require) {', 'quick.cjs.cache': null },
    })) {
      const program = started(folder, files)
      expect(timeless(await call(words, { program })), folder).toEqual(expected)
    }
  })
})

describeBuilt('what the bundle prints', () => {
  it('is whole in a pipe that does not wait', async () => {
    const words = [...SOLVE, place('wide.xml', WIDE), '--cut-sets', '3000', '--json']
    const expected = timeless(await call(words))
    expect(expected.out.length).toBeGreaterThan(200_000)
    // A stream of Node lets the pipe not wait, for all who write into it, as long as it is there.
    const other = `process.stdout.write(''); setTimeout(() => {}, 3000)`
    const line = `"$0" -e "${other}" & sleep 1; "$0" "$@"; code=$?; wait; exit $code`
    const child = spawn('sh', ['-c', `(${line}) | (sleep 2; cat)`, process.execPath, BIN, ...words])
    let out = ''
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      out += chunk
    })
    const code = await new Promise((resolve) => child.on('close', resolve))
    expect(timeless({ code: 0, signal: null, out, error: '' })).toEqual(expected)
    expect(code).toBe(0)
  })

  it('ends as for the modules where nobody reads, or nothing can be written', async () => {
    const words = [...SOLVE, place('wide.xml', WIDE), '--cut-sets', '3000', '--json']
    for (const given of [{ readAtMost: 0 }, { readAtMost: 1 }]) {
      expect(await call(words, given)).toMatchObject({ code: 0, signal: null, error: '' })
    }
    const full = (program: string) =>
      new Promise((resolve) => {
        const line = '"$0" "$@" > /dev/full'
        const child = spawn('sh', ['-c', line, process.execPath, program, ...words])
        child.on('close', resolve)
      })
    expect(await full(BIN)).toBe(await full(ORDINARY))
  })
})

describeBuilt('plain words', () => {
  it('are read as all words are', () => {
    const command: Command = { ...SOLVE_WORDS, name: 'x', run: () => Promise.resolve(0) }
    const names = [...Object.keys(SOLVE_WORDS.options), 'zzz', 'help', '']
    const name = fc.constantFrom(...names)
    const value = fc.oneof(fc.constantFrom('', '-', '--', '1', '-1', 'a=b', 'x y'), fc.string())
    const word = fc.oneof(
      value,
      name.map((one) => `--${one}`),
      fc.tuple(name, value).map(([one, other]) => `--${one}=${other}`),
    )
    let plain = 0
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const quick = readPlainWords(SOLVE_WORDS, words)
        if (quick === null) return
        plain += 1
        const all = readArguments(command, words)
        expect(all.ok).toBe(true)
        if (!all.ok) return
        expect(quick.positionals).toEqual(all.value.positionals)
        for (const one of names) {
          expect(quick.flag(one)).toBe(all.value.flag(one))
          expect(quick.text(one)).toBe(all.value.text(one))
          expect(quick.texts(one)).toEqual(all.value.texts(one))
        }
      }),
      { numRuns: 3000 },
    )
    expect(plain).toBeGreaterThan(100)
  })
})
