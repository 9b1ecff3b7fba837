import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readOpenPsa } from '../src/open_psa/index.ts'
import { Problems } from '../src/open_psa/problems.ts'
import { LEVELS_MAX, parseXml } from '../src/open_psa/xml.ts'

/** A model with something of everything. */
const SAMPLE = `<?xml version="1.0" encoding="UTF-8"?>
<!-- a pump -->
<opsa-mef name="plant">
  <label>A &lt;plant&gt; &#233;&#x1F600;</label>
  <define-event-tree name="x"><initial-state/></define-event-tree>
  <define-fault-tree name="T">
    <attributes><attribute name="k" value="v"/></attributes>
    <define-gate name="top"><label><![CDATA[a < b]]></label>
      <or>
        <gate name="A.low"/>
        <atleast min="2"><event name='a'/><basic-event name="b"/><house-event name="on"/></atleast>
        <xor><event name="a"/><event name="b"/><not><event name="b"/></not></xor>
        <cardinality min="0" max="1"><event name="a"/></cardinality>
        <iff><event name="a"/><imply><event name="b"/><constant value="true"/></imply></iff>
      </or>
    </define-gate>
    <define-component name="A" role="private">
      <define-gate name="low">
        <and><event name="a"/><nand><event name="c"/></nand></and>
      </define-gate>
      <define-basic-event name="c"/>
    </define-component>
    <define-house-event name="on"><constant value="true"/></define-house-event>
    <define-basic-event name="a">
      <exponential><parameter name="rate" unit="hours-1"/><system-mission-time/></exponential>
    </define-basic-event>
    <define-basic-event name="b">
      <switch>
        <case><lt><int value="1"/><pi/></lt><float value="1e-3"/></case><float value="0"/>
      </switch>
    </define-basic-event>
    <define-parameter name="rate" unit="hours-1">
      <lognormal-deviate>
        <float value="1e-5"/><float value="3"/><float value="0.95"/>
      </lognormal-deviate>
    </define-parameter>
  </define-fault-tree>
  <model-data>
    <define-basic-event name="d">
      <periodic-test>
        <float value="1e-5"/><float value="720"/><float value="0"/><float value="9"/>
      </periodic-test>
    </define-basic-event>
  </model-data>
</opsa-mef>
`

/** Reads; whatever the text, it must answer, and an answer without a model must say why. */
function answer(text: string) {
  const result = readOpenPsa(text, 'm')
  const errors = result.diagnostics.filter((one) => one.severity === 'error')
  expect(errors.length === 0, text).toBe(result.ok)
  for (const { code, places } of result.diagnostics) {
    if (code === 'faulttree/more-problems') continue
    expect(places.length).toBeGreaterThan(0)
    for (const { line, column, length, excerpt } of places) {
      expect(line).toBeGreaterThan(0)
      expect(column).toBeGreaterThan(0)
      expect(length).toBeGreaterThan(0)
      expect(excerpt).not.toContain('\n')
    }
  }
  return result
}

const code = (text: string) => answer(text).diagnostics.map((one) => one.code.slice(10))
const fault = (text: string) => answer(text).diagnostics[0]?.params.fault

test('the sample is sound', () => {
  expect(code(SAMPLE).sort()).toEqual([
    'mean-of-distribution',
    'not-read',
    'probability-missing',
    'wide-xor',
  ])
})

test('cut at any character it is no model', () => {
  for (let end = 0; end < SAMPLE.trimEnd().length; end += 1) {
    const { ok } = answer(SAMPLE.slice(0, end))
    expect(ok, SAMPLE.slice(0, end)).toBe(false)
  }
})

test('changed anywhere it is answered', () => {
  const pieces = SAMPLE.split(/(?=[<>"= ])|(?<=[<>"= ])/)
  const piece = fc.oneof(
    fc.constantFrom(...pieces),
    fc.constantFrom(
      '<',
      '>',
      '&',
      '&#0;',
      ']]>',
      '<!--',
      '<![CDATA[',
      '<!DOCTYPE x>',
      '\0',
      '\ud800',
    ),
    fc.string({ maxLength: 4 }),
  )
  const change = fc.record({
    at: fc.nat(pieces.length - 1),
    drop: fc.nat(3),
    put: fc.array(piece, { maxLength: 3 }),
  })
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = [...pieces]
      for (const { at, drop, put } of changes) text.splice(at, drop, ...put)
      answer(text.join(''))
    }),
    { numRuns: 3_000 },
  )
})

test('any text is answered', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => void answer(text)))
  const letters = fc.constantFrom(...'<>/"\'=&;! -[]?ab\n')
  const marked = fc.array(letters, { maxLength: 60 }).map((list) => list.join(''))
  fc.assert(
    fc.property(marked, (text) => void answer(text)),
    { numRuns: 3_000 },
  )
})

describe('XML', () => {
  test.each([
    ['', 'no-root'],
    ['  \n', 'no-root'],
    ['text', 'outside'],
    ['<a/>text', 'outside'],
    ['<a/><b/>', 'two-roots'],
    ['<a>', 'unclosed'],
    ['<a></b>', 'mismatch'],
    ['</a>', 'stray-end'],
    ['<a', 'cut'],
    ['<a b', 'cut'],
    ['<a b="', 'cut'],
    ['<a></a', 'cut'],
    ['<!-- ', 'cut'],
    ['<a><![CDATA[ ', 'cut'],
    ['<?pi ', 'cut'],
    ['<', 'cut'],
    ['<a b=c/>', 'attribute'],
    ['<a b="1"c="2"/>', 'attribute'],
    ['<a b="<"/>', 'less-than'],
    ['<a b="1" b="2"/>', 'twice'],
    ['<a b="&nope;"/>', 'reference'],
    ['<a>&nope;</a>', 'reference'],
    ['<a>&#0;</a>', 'reference'],
    ['<a>&#xD800;</a>', 'reference'],
    ['<a>&#x110000;</a>', 'reference'],
    ['<a>a & b</a>', 'reference'],
    ['<a>]]></a>', 'cdata-end'],
    ['<!-- -- --><a/>', 'comment'],
    ['<1/>', 'tag'],
    ['<!ENTITY a "b"><a/>', 'tag'],
    ['<?xml version="1.0"?><?xml version="1.0"?><a/>', 'instruction'],
    ['<?xml encoding="UTF-8"?><a/>', 'declaration'],
    ['<a>\u0000</a>', 'character'],
    ['<a>\ud800</a>', 'character'],
    ['<a>\ufffe</a>', 'character'],
    [`<a ${Array.from({ length: 200 }, (_, i) => `a${i}=""`).join(' ')}/>`, 'attributes'],
  ])('%j: %s', (text, expected) => {
    expect(code(text)).toEqual(['xml-syntax'])
    expect(fault(text)).toBe(expected)
  })

  test('a tree of what is there', () => {
    const text =
      '\ufeff<?xml version="1.0"?><!-- c --><?pi x?><ä b = "1\n2" c=\'&quot;&#65;\'>' +
      ' t &amp;<x/><![CDATA[<y>]]>\r\n</ä >\n'
    const problems = new Problems('m', text)
    expect(parseXml(text, problems)).toMatchObject({
      name: 'ä',
      attributes: [
        { name: 'b', value: '1 2' },
        { name: 'c', value: '"A' },
      ],
      children: [{ name: 'x', text: '', attributes: [], children: [] }],
      text: ' t &<y>',
    })
    expect(problems.all()).toEqual([])
  })

  test('Windows line ends and one long line have their places', () => {
    const broken = SAMPLE.replace('<gate name="A.low"/>', '<gate name="zz"/>')
    const [{ places: [windows] = [] } = {}] = answer(
      broken.replaceAll('\n', '\r\n'),
    ).diagnostics.filter((one) => one.code === 'faulttree/unknown-reference')
    expect(windows).toMatchObject({ line: 10, column: 9, excerpt: '        <gate name="zz"/>' })
    const long = broken.replaceAll('\n', ' '.repeat(3_000))
    const [{ places: [far] = [] } = {}] = answer(long).diagnostics.filter(
      (one) => one.code === 'faulttree/unknown-reference',
    )
    expect(far).toMatchObject({ line: 1, excerpt: '', length: 1 })
  })
})

describe('bombs', () => {
  test.each([
    '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]><opsa-mef>&b;</opsa-mef>',
    '<!DOCTYPE a SYSTEM "file:///etc/passwd"><opsa-mef/>',
    '<!DOCTYPE opsa-mef><opsa-mef/>',
    `<!DOCTYPE a [${'<!ENTITY a "x">'.repeat(10_000)}`,
  ])('a document type is refused: %#', (text) => {
    expect(code(text)).toEqual(['document-type'])
  })

  const gate = (formula: string) => {
    return `<opsa-mef><define-fault-tree name="T">
      <define-gate name="g">${formula}</define-gate>
      <define-basic-event name="a"><float value="0"/></define-basic-event>
    </define-fault-tree></opsa-mef>`
  }

  test('formulas and expressions of 100,000 levels are read', () => {
    const deep = (tag: string, inner: string) => {
      return `<${tag}>`.repeat(100_000) + inner + `</${tag}>`.repeat(100_000)
    }
    expect(code(gate(deep('not', '<event name="a"/>')))).toEqual([])
    const text = gate('<event name="a"/>')
    expect(code(text.replace('<float value="0"/>', deep('neg', '<float value="0"/>')))).toEqual([])
    expect(code(text.replace('<float value="0"/>', deep('nothing', '')))).toEqual([
      'unknown-element',
    ])
  })

  test('chains of 100,000 gates, and cycles of so many', () => {
    const chain = (last: string) => {
      const gates = Array.from({ length: 100_000 }, (_, i) => {
        return `<define-gate name="g${i}"><gate name="g${i + 1}"/></define-gate>`
      })
      return gate(`<gate name="g0"/>`).replace(
        '<define-basic',
        `${gates.join('')}<define-gate name="g100000">${last}</define-gate><define-basic`,
      )
    }
    expect(code(chain('<event name="a"/>'))).toEqual([])
    expect(code(chain('<gate name="g0"/>'))).toEqual(['gate-cycle'])
  })

  test('limits are told', () => {
    const levels = LEVELS_MAX + 1
    expect(code('<a>'.repeat(levels))).toEqual(['too-deep'])
    const components = '<define-component name="c">'.repeat(101) + '</define-component>'.repeat(101)
    const text = gate('<event name="a"/>').replace('</define-fault', `${components}</define-fault`)
    expect(code(text)).toEqual(['too-deep'])
  })

  test('values and names of a million characters', () => {
    const long = 'x'.repeat(1_000_000)
    expect(code(gate(`<event name="${long}"/>`))).toEqual(['unknown-reference'])
    expect(code(gate(`<${long}/>`))).toEqual(['unknown-element'])
    expect(code(gate(`<event name="${'a.'.repeat(500_000)}a"/>`))).toEqual(['unknown-reference'])
    expect(code(gate(`<and>${long}</and>`))).toEqual(['stray-text', 'wrong-count'])
    for (const { params } of answer(gate(`<event name="${long}"/>`)).diagnostics) {
      expect(JSON.stringify(params).length).toBeLessThan(500)
    }
  })

  test('a hundred thousand faults are counted, and fifty told', () => {
    const { diagnostics } = answer(gate(`<and>${'<event name="zz"/>'.repeat(100_000)}</and>`))
    expect(diagnostics).toHaveLength(51)
    expect(diagnostics[50]?.params).toEqual({ count: 99_950 })
  })
})
