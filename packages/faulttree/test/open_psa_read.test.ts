import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readOpenPsa } from '../src/open_psa/index.ts'
import { HAS_SHARED, SHARED, truthTable } from './open_psa_truth.ts'

const EVENTS = `
  <define-basic-event name="a"><float value="0.1"/></define-basic-event>
  <define-basic-event name="b"><float value="0.2"/></define-basic-event>
  <define-basic-event name="c"><float value="0.3"/></define-basic-event>`

function tree(content: string): string {
  return `<opsa-mef><define-fault-tree name="T">${content}</define-fault-tree></opsa-mef>`
}

function read(text: string) {
  const result = readOpenPsa(text, 'model.xml')
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  return result.value
}

/** `code line:column` of each diagnostic. */
function told(text: string): string[] {
  return readOpenPsa(text, 'model.xml').diagnostics.map(({ code, places: [place] }) => {
    return `${code.replace('faulttree/', '')} ${place?.line ?? '-'}:${place?.column ?? '-'}`
  })
}

function table(formula: string): string {
  const { model } = read(tree(`<define-gate name="g">${formula}</define-gate>${EVENTS}`))
  return truthTable(model, 'g')
}

const [A, B, C] = ['a', 'b', 'c'].map((name) => `<basic-event name="${name}"/>`)

// Bit i of the position is the event number i: a alternates fastest.
test.each([
  [A, '01010101'],
  [`<and>${A}${B}${C}</and>`, '00000001'],
  [`<or>${A}${B}${C}</or>`, '01111111'],
  [`<not>${A}</not>`, '10101010'],
  [`<nand>${A}${B}</nand>`, '11101110'],
  [`<nand>${A}${B}${C}</nand>`, '11111110'],
  [`<nor>${A}${B}${C}</nor>`, '10000000'],
  [`<xor>${A}${B}</xor>`, '01100110'],
  [`<xor>${A}${B}${C}</xor>`, '01101001'],
  [`<iff>${A}${B}</iff>`, '10011001'],
  [`<imply>${A}${B}</imply>`, '10111011'],
  [`<atleast min="2">${A}${B}${C}</atleast>`, '00010111'],
  [`<atleast min="2">${A}${A}${B}</atleast>`, '01010101'],
  [`<cardinality min="1" max="2">${A}${B}${C}</cardinality>`, '01111110'],
  [`<or>${A}<constant value="1"/></or>`, '11111111'],
  [`<and>${A}</and>`, '01010101'],
  ['<event name="b"/>', '00110011'],
  ['<event name="b" type="basic-event"/>', '00110011'],
])('%s means %s', (formula, expected) => {
  expect(table(formula!)).toBe(expected)
})

test('names, labels, house events and tops', () => {
  const text = `<?xml version="1.0"?>
<opsa-mef name="plant">
  <label>A plant</label>
  <attributes><attribute name="x" value="y"/></attributes>
  <model-data>
    <define-basic-event name="a"><label> both
      pumps </label><float value=" 0.25 "/></define-basic-event>
    <define-house-event name="on"><constant value="true"/></define-house-event>
    <define-house-event name="off"/>
  </model-data>
  <define-fault-tree name="T">
    <define-gate name="second"><house-event name="on"/></define-gate>
    <define-gate name="top"><label>It fails</label>
      <or><event name="a"/><gate name="low"/></or></define-gate>
    <define-gate name="low"><and><event name="off"/><basic-event name="a"/></and></define-gate>
  </define-fault-tree>
</opsa-mef>`
  const { name, model, labels, tops, houseEvents } = read(text)
  expect(name).toBe('plant')
  expect(tops).toEqual(['second', 'top'])
  expect(houseEvents).toEqual(['on', 'off'])
  expect(Object.fromEntries(labels)).toEqual({ a: 'both pumps', top: 'It fails' })
  expect(model.events.get('a')).toEqual({ id: 'a', probability: [0.25, 0.25] })
  expect(model.gates.get('on')).toEqual({ op: 'constant', value: true })
  expect(model.gates.get('off')).toEqual({ op: 'constant', value: false })
  expect(model.gates.get('second')).toEqual({ op: 'gate', id: 'on' })
})

describe('components', () => {
  const components = (c: string) => `
  <define-gate name="TOP"><or><gate name="G1"/><gate name="C.G3"/></or></define-gate>
  <define-component name="A" role="private">
    <define-gate name="G1" role="public">
      <and><event name="BE1"/><event name="B.BE2"/></and></define-gate>
    <define-basic-event name="BE1"><float value="0.1"/></define-basic-event>
    <define-component name="B">
      <define-basic-event name="BE2"><float value="0.2"/></define-basic-event>
      <define-gate name="inner"><event name="BE1"/></define-gate>
    </define-component>
  </define-component>
  <define-component name="C" role="private">
    <define-gate name="G3"><or><basic-event name="${c}"/><event name="BE2"/></or></define-gate>
    <define-basic-event name="BE2"><float value="0.4"/></define-basic-event>
  </define-component>`

  test('a private element is named by its path, and found from inside by its name', () => {
    const { model } = read(tree(components('T.A.BE1')))
    expect([...model.events.keys()]).toEqual(['T.A.BE1', 'T.A.B.BE2', 'T.C.BE2'])
    expect(model.gates.get('T.C.G3')).toEqual({
      op: 'or',
      args: [
        { op: 'event', id: 'T.A.BE1' },
        { op: 'event', id: 'T.C.BE2' },
      ],
    })
    expect(model.gates.get('T.A.B.inner')).toEqual({ op: 'event', id: 'T.A.BE1' })
    expect(model.gates.get('G1')).toEqual({
      op: 'and',
      args: [
        { op: 'event', id: 'T.A.BE1' },
        { op: 'event', id: 'T.A.B.BE2' },
      ],
    })
  })

  test('a local path is found, a private name from outside is not', () => {
    expect(read(tree(components('A.BE1'))).model.gates.has('TOP')).toBe(true)
    expect(told(tree(components('BE1')))).toEqual(['unknown-reference 13:32'])
  })

  test('public names are one, whatever contains them', () => {
    const twice = '<define-basic-event name="x"><float value="0"/></define-basic-event>'
    const text = `<define-gate name="g"><event name="x"/></define-gate>${twice}
<define-component name="A">${twice}</define-component>`
    expect(told(tree(text))).toEqual(['duplicate 2:28'])
    const own = text.replace('name="A"', 'name="A" role="private"')
    expect(read(tree(own)).model.events.size).toBe(2)
  })
})

describe('what is wrong is told with its place', () => {
  const gate = (formula: string) =>
    tree(`\n<define-gate name="g">\n${formula}</define-gate>${EVENTS}`)

  test.each([
    [gate('<adn/>'), ['unknown-element 3:1']],
    [gate('<and/>'), ['wrong-count 3:1']],
    [gate(`<not>${A}${B}</not>`), ['wrong-count 3:1']],
    [gate(`<iff>${A}${B}${C}</iff>`), ['wrong-count 3:1']],
    [gate(`<imply>${A}</imply>`), ['wrong-count 3:1']],
    [gate(''), ['wrong-count 2:1']],
    [gate(`${A}${B}`), ['wrong-count 2:1']],
    [gate(`<atleast min="0">${A}</atleast>`), ['threshold 3:1']],
    [gate(`<atleast min="2">${A}</atleast>`), ['threshold 3:1']],
    [gate(`<atleast>${A}</atleast>`), ['missing-attribute 3:1']],
    [gate(`<atleast min="1.5">${A}</atleast>`), ['bad-number 3:1']],
    [gate(`<cardinality min="2" max="1">${A}${B}</cardinality>`), ['threshold 3:1']],
    [gate('<gate name="a"/>'), ['wrong-kind 3:1']],
    [gate('<event name="a" type="gate"/>'), ['wrong-kind 3:1']],
    [gate('<event name="a" type="door"/>'), ['bad-value 3:1']],
    [gate('<event name="zz"/>'), ['unknown-reference 3:1']],
    [gate('<event/>'), ['missing-attribute 3:1']],
    [gate('<constant value="perhaps"/>'), ['bad-value 3:1']],
    [gate(`<basic-event name="a">${B}</basic-event>`), ['unknown-element 3:23']],
    [gate(`<and>${A} and ${B}</and>`), ['stray-text 3:1']],
    [gate(`<and>${A}\n<gate name="g"/></and>`), ['gate-cycle 2:1']],
    [
      gate(`<and>${A}<event name="zz"/><nothing/></and>`),
      ['unknown-reference 3:29', 'unknown-element 3:47'],
    ],
    [gate(`<basic-event name="a" id="7"/>`), ['unknown-attribute 3:1']],
    [tree(EVENTS), ['no-gates 1:1']],
    ['<opsa-mef/>', ['no-gates 1:1']],
    ['<scram/>', ['not-open-psa 1:1']],
  ])('case %#', (text, expected) => {
    expect(told(text)).toEqual(expected)
  })

  test('a cycle of several gates names them', () => {
    const text = tree(`<define-gate name="x"><gate name="y"/></define-gate>
<define-gate name="y"><or><gate name="z"/><gate name="x"/></or></define-gate>
<define-gate name="z"><not><gate name="y"/></not></define-gate>`)
    const { diagnostics } = readOpenPsa(text, 'm')
    expect(diagnostics.map((one) => one.params.names)).toEqual([
      ['x', 'y'],
      ['y', 'z'],
    ])
  })

  test('all at once, in the order of the file, and how many more', () => {
    const lines = Array.from({ length: 60 }, (_, i) => `<event name="e${i}"/>`).join('\n')
    const { ok, diagnostics } = readOpenPsa(gate(`<or>\n${lines}</or>`), 'm')
    expect(ok).toBe(false)
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics.slice(0, 50).map((one) => one.places[0]?.line)).toEqual(
      Array.from({ length: 50 }, (_, i) => i + 4),
    )
    expect(diagnostics[50]).toMatchObject({
      code: 'faulttree/more-problems',
      params: { count: 10 },
    })
  })

  test('a name that is nearly right is offered', () => {
    const { diagnostics } = readOpenPsa(gate('<event name="aa"/>'), 'm')
    expect(diagnostics[0]?.params).toMatchObject({ near: 'yes', meant: 'a' })
  })
})

describe('what is not read is said by name', () => {
  const sound = `<define-fault-tree name="T">
    <define-gate name="g">${A}</define-gate>${EVENTS}</define-fault-tree>`

  test.each([
    'define-CCF-group',
    'define-substitution',
    'define-alignment',
    'define-extern-library',
    'include',
  ])('%s changes the answer: no model', (name) => {
    const { ok, diagnostics } = readOpenPsa(`<opsa-mef>${sound}<${name} name="x"/></opsa-mef>`, 'm')
    expect(ok).toBe(false)
    expect(diagnostics).toMatchObject([{ code: 'faulttree/unsupported', params: { name } }])
  })

  test('event trees leave the fault trees as they are: one warning', () => {
    const beside = '<define-event-tree name="x"><adn/></define-event-tree><define-rule name="r"/>'
    const { ok, diagnostics } = readOpenPsa(`<opsa-mef>${beside}${beside}${sound}</opsa-mef>`, 'm')
    expect(ok).toBe(true)
    expect(diagnostics).toMatchObject([
      { code: 'faulttree/not-read', params: { names: ['define-event-tree', 'define-rule'] } },
    ])
  })
})

describe('models of others', () => {
  const absent = 'skipped: ../shared/data/faulttree is not there'
  const reference = HAS_SHARED
    ? readFileSync(new URL('aralia-reference.tsv', SHARED), 'utf8').trim().split('\n').slice(1)
    : []

  test.skipIf(!HAS_SHARED)(`the 23 Aralia models (else ${absent})`, () => {
    const files = readdirSync(new URL('aralia/', SHARED)).filter((one) => one.endsWith('.xml'))
    expect(files).toHaveLength(23)
    for (const file of files) {
      const result = readOpenPsa(readFileSync(new URL(`aralia/${file}`, SHARED), 'utf8'), file)
      if (!result.ok) throw new Error(`${file}: ${JSON.stringify(result.diagnostics)}`)
      const row = reference.find((one) => one.startsWith(`${file.slice(0, -4)}\t`))?.split('\t')
      expect(result.diagnostics, file).toEqual([])
      expect(result.value.tops, file).toHaveLength(1)
      expect(String(result.value.model.events.size), file).toBe(row?.[1])
    }
  })

  test.skipIf(!HAS_SHARED)(`small models (else ${absent})`, () => {
    const small = (file: string) => {
      return readOpenPsa(readFileSync(new URL(`small/${file}`, SHARED), 'utf8'), file)
    }
    const sound = {
      'BSCU/BSCU.xml': ['LossOfBrakingCommands'],
      'HIPPS/HIPPS.xml': ['top'],
      'Lift/lift.xml': ['LiftDoor'],
      'SmallTree/SmallTree.xml': ['top'],
      'Theatre/theatre.xml': ['Theatre'],
      'ThreeMotor/three_motor.xml': ['E1'],
      'TwoTrain/two_train.xml': ['TopEvent'],
    }
    for (const [file, tops] of Object.entries(sound)) {
      const result = small(file)
      expect(result.ok && result.value.tops, file).toEqual(tops)
    }
    const refused = {
      'ThreeMotor/event_tree.xml': 'no-gates',
      'TwoTrain/common_cause.xml': 'unsupported',
      'TwoTrain/event_tree.xml': 'no-gates',
      'TwoTrain/nondeclarative_substitutions.xml': 'unsupported',
      'TwoTrain/project.xml': 'not-open-psa',
      'TwoTrain/substitutions.xml': 'unsupported',
      'TwoTrain/two_train_alignment.xml': 'unsupported',
    }
    for (const [file, code] of Object.entries(refused)) {
      const { ok, diagnostics } = small(file)
      expect(ok, file).toBe(false)
      expect(diagnostics[0]?.code, file).toBe(`faulttree/${code}`)
    }
  })
})
