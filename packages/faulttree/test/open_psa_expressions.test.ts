import { describe, expect, test } from 'vitest'
import { readOpenPsa } from '../src/open_psa/index.ts'

function textOf(expression: string, parameters = ''): string {
  return `<opsa-mef><define-fault-tree name="T">
<define-gate name="g"><event name="e"/></define-gate>
<define-basic-event name="e">
${expression}
</define-basic-event>${parameters}</define-fault-tree></opsa-mef>`
}

function readEvent(expression: string, { parameters = '', missionTime = 8_760 } = {}) {
  return readOpenPsa(textOf(expression, parameters), 'm', { missionTime })
}

function value(expression: string, options = {}): number {
  const result = readEvent(expression, options)
  if (!result.ok) throw new Error(JSON.stringify(result.diagnostics))
  const [low, high] = result.value.model.events.get('e')!.probability
  expect(low).toBe(high)
  return low
}

function codes(expression: string, options = {}): string[] {
  return readEvent(expression, options).diagnostics.map((one) => one.code.replace('faulttree/', ''))
}

const floats = (...numbers: number[]) => numbers.map((one) => `<float value="${one}"/>`).join('')
const call = (name: string, ...numbers: number[]) => `<${name}>${floats(...numbers)}</${name}>`

describe('numbers', () => {
  test.each([
    ['<float value="0.25"/>', 0.25],
    ['<float value="1E-3"/>', 0.001],
    ['<float value="2.5e-007"/>', 2.5e-7],
    ['<int value="1"/>', 1],
    ['<bool value="true"/>', 1],
    ['<bool value="0"/>', 0],
    ['<div><pi/><int value="4"/></div>', Math.PI / 4],
    [call('neg', -0.5), 0.5],
    [call('add', 0.1, 0.2, 0.3), 0.1 + 0.2 + 0.3],
    [call('sub', 1, 0.25, 0.5), 0.25],
    [call('mul', 0.5, 0.5, 0.5), 0.125],
    [call('div', 1, 4, 2), 0.125],
    [call('abs', -0.5), 0.5],
    [call('acos', 1), 0],
    [call('asin', 0.5), Math.asin(0.5)],
    [call('atan', 0.5), Math.atan(0.5)],
    [call('cos', 1), Math.cos(1)],
    [`<div>${call('cosh', 1)}<int value="2"/></div>`, Math.cosh(1) / 2],
    [call('exp', -1), Math.exp(-1)],
    [call('log', 2), Math.LN2],
    [call('log10', 2), Math.log10(2)],
    [`<div>${call('mod', 7, 4)}<int value="4"/></div>`, 0.75],
    [call('pow', 0.5, 3), 0.125],
    [call('sin', 1), Math.sin(1)],
    [call('sinh', 0.5), Math.sinh(0.5)],
    [call('tan', 0.5), Math.tan(0.5)],
    [call('tanh', 1), Math.tanh(1)],
    [call('sqrt', 0.25), 0.5],
    [call('ceil', 0.2), 1],
    [call('floor', 0.9), 0],
    [call('min', 0.3, 0.1, 0.2), 0.1],
    [call('max', 0.3, 0.5, 0.2), 0.5],
    [call('mean', 0.25, 0.5, 0.75), 0.5],
    [call('not', 0), 1],
    [call('and', 1, 2, 0), 0],
    [call('or', 0, 0, 3), 1],
    [call('eq', 1, 1), 1],
    [call('df', 1, 1), 0],
    [call('lt', 1, 2), 1],
    [call('gt', 1, 2), 0],
    [call('leq', 2, 2), 1],
    [call('geq', 1, 2), 0],
    [`<ite>${call('lt', 1, 2)}${floats(0.1, 0.2)}</ite>`, 0.1],
    [`<switch>${floats(0.3)}</switch>`, 0.3],
    [
      `<switch>
        <case>${call('eq', 1, 2)}${floats(0.1)}</case>
        <case>${call('eq', 2, 2)}${floats(0.2)}</case>
        ${floats(0.3)}
      </switch>`,
      0.2,
    ],
  ])('%s is %f', (expression, expected) => {
    expect(value(expression)).toBe(expected)
  })

  test('a branch that is not taken may be undefined', () => {
    expect(value(`<ite><bool value="false"/>${call('log', 0)}<float value="0.5"/></ite>`)).toBe(0.5)
    expect(codes(`<ite><bool value="true"/>${call('log', 0)}<float value="0.5"/></ite>`)).toEqual([
      'no-number',
    ])
  })

  test('the mission time is a year, or what the caller says', () => {
    const share = '<div><system-mission-time/><int value="10000"/></div>'
    const year = readOpenPsa(textOf(share), 'm')
    expect(year.ok && year.value.model.events.get('e')?.probability).toEqual([0.876, 0.876])
    expect(value(share, { missionTime: 100 })).toBe(0.01)
  })

  test('rounding beyond the bounds is no error, more is', () => {
    expect(value(call('add', 0.7, 0.2, 0.1, 2e-16))).toBe(1)
    expect(codes(call('add', 0.7, 0.4))).toEqual(['not-a-probability'])
    expect(codes('<float value="-0.1"/>')).toEqual(['not-a-probability'])
  })
})

describe('parameters', () => {
  const define = (name: string, body: string) => {
    return `<define-parameter name="${name}">${body}</define-parameter>`
  }

  test('are found in any order, and each is told once', () => {
    const parameters = define('half', '<div><parameter name="one"/><int value="2"/></div>')
    const one = define('one', '<float value="1"/>')
    expect(value('<parameter name="half"/>', { parameters: parameters + one })).toBe(0.5)
    const bad = define('one', call('div', 1, 0))
    const twice = '<add><parameter name="half"/><parameter name="one"/></add>'
    expect(codes(twice, { parameters: parameters + bad })).toEqual(['no-number'])
  })

  test('share no names with events', () => {
    const parameters = define('e', '<float value="0.5"/>')
    expect(value('<parameter name="e"/>', { parameters })).toBe(0.5)
  })

  test('that are defined by themselves are told, used or not', () => {
    const circle = define('x', '<parameter name="y"/>') + define('y', '<parameter name="x"/>')
    expect(codes('<parameter name="x"/>', { parameters: circle })).toEqual(['parameter-cycle'])
    expect(codes('<float value="0"/>', { parameters: circle })).toEqual(['parameter-cycle'])
  })

  test('chains of 100,000 use no call stack', () => {
    const chain = Array.from({ length: 100_000 }, (_, i) => {
      return define(`p${i}`, `<parameter name="p${i + 1}"/>`)
    })
    const parameters = chain.join('\n') + define('p100000', '<float value="0.5"/>')
    expect(value('<parameter name="p0"/>', { parameters })).toBe(0.5)
  })

  test('units are compared and never converted', () => {
    const rate = (unit: string) => {
      return `<define-parameter name="r" unit="${unit}"><float value="0.5"/></define-parameter>`
    }
    const used = '<parameter name="r" unit="hours-1"/>'
    expect(value(used, { parameters: rate('hours-1') })).toBe(0.5)
    expect(codes(used, { parameters: rate('years-1') })).toEqual(['wrong-unit', 'units-as-written'])
    expect(codes('<parameter name="r"/>', { parameters: rate('fit') })).toEqual([
      'units-as-written',
    ])
    expect(codes('<parameter name="r"/>', { parameters: rate('miles') })).toEqual(['bad-value'])
    expect(codes('<system-mission-time unit="years"/>')).toEqual(['wrong-unit'])
  })
})

describe('laws', () => {
  test('exponential: 1 - exp(-lt), small ones exactly', () => {
    expect(value(call('exponential', 1e-4, 8760))).toBeCloseTo(1 - Math.exp(-0.876), 14)
    expect(value(call('exponential', 1e-15, 1e-3)) / 1e-18).toBeCloseTo(1, 12)
  })

  test('GLM: its published formula', () => {
    const [g, l, m, t] = [0.1, 1e-3, 2e-3, 100] as const
    const published = l / (l + m) - ((l - g * (l + m)) / (l + m)) * Math.exp(-(l + m) * t)
    expect(value(call('GLM', g, l, m, t))).toBeCloseTo(published, 14)
    expect(value(call('GLM', 0.1, 0, 0, 100))).toBe(0.1)
    expect(value(call('GLM', 0, 1e-4, 0, 100))).toBeCloseTo(1 - Math.exp(-0.01), 14)
  })

  test('Weibull: its published formula, nothing before the shift', () => {
    const published = 1 - Math.exp(-(((8760 - 100) / 20_000) ** 2))
    expect(value(call('Weibull', 20_000, 2, 100, 8760))).toBeCloseTo(published, 14)
    expect(value(call('Weibull', 20_000, 2, 100, 99))).toBe(0)
  })

  test.each([
    ['uniform-deviate', [0.1, 0.5], 0.3],
    ['normal-deviate', [0.2, 0.01], 0.2],
    ['lognormal-deviate', [0.1, 3, 0.95], 0.1],
    ['lognormal-deviate', [-3, 0.5], Math.exp(-3 + 0.125)],
    ['gamma-deviate', [2, 0.1], 0.2],
    ['beta-deviate', [2, 6], 0.25],
  ])('%s %j counts with its mean, and a warning says so', (name, args, mean) => {
    expect(value(call(name, ...args))).toBeCloseTo(mean, 15)
    expect(codes(call(name, ...args))).toEqual(['mean-of-distribution'])
  })

  test('a histogram is what the format says: an even x, a value for each interval', () => {
    const bins = [
      [170, 0.7e-4],
      [200, 1.1e-4],
      [210, 1.3e-4],
      [230, 1e-4],
      [280, 0.5e-4],
    ]
    const body = bins.map((bin) => `<bin>${floats(...bin)}</bin>`).join('')
    const mean = (70 * 0.7e-4 + 30 * 1.1e-4 + 10 * 1.3e-4 + 20 * 1e-4 + 50 * 0.5e-4) / 180
    expect(value(`<histogram>${floats(100)}${body}</histogram>`)).toBeCloseTo(mean, 16)
    expect(codes(`<histogram>${floats(100)}${body}</histogram>`).sort()).toEqual([
      'histogram',
      'mean-of-distribution',
    ])
  })

  test.each([
    call('exponential', -1, 1),
    call('exponential', 1, -1),
    call('GLM', 2, 1, 1, 1),
    call('Weibull', 0, 1, 0, 1),
    call('periodic-test', 1e-3, 0, 0, 10),
    call('periodic-test', 1e-3, 1e-3, 0.1, 10, 0, 0, 20, 1, 1, 0, 50),
    call('periodic-test', 1e-3, 1e-3, 0.1, 10, 0, 0, 2, 0.5, 1, 0, 50),
    call('uniform-deviate', 0.5, 0.1),
    call('normal-deviate', 0.5, 0),
    call('lognormal-deviate', 0.1, 0.5, 0.95),
    call('lognormal-deviate', 0.1, 3, 1),
    call('gamma-deviate', 0, 1),
    call('beta-deviate', 1, 0),
    call('mod', 1.5, 1),
  ])('%s is outside its domain', (expression) => {
    expect(codes(expression)).toEqual(['out-of-domain'])
  })

  test.each([
    call('exponential', 1),
    call('periodic-test', 1, 2, 3),
    call('Weibull', 1, 2, 3),
    call('sub', 1),
    call('ite', 1, 2),
    '<switch/>',
    '<pi><pi/></pi>',
    '<histogram><float value="0"/></histogram>',
    '<switch><case><pi/></case><pi/></switch>',
  ])('%s has the wrong number of operands', (expression) => {
    expect(codes(expression)).toEqual(['wrong-operands'])
  })

  test.each(['<bin/>', '<case/>', '<fork/>', '<switch><pi/><case/></switch>'])(
    '%s has no place there',
    (expression) => {
      expect(codes(expression)).toEqual(['unknown-element'])
    },
  )

  test.each(['1,5', 'ten', '1e999', 'NaN', 'INF', '0x10', '', '1_0'])('%s is no number', (text) => {
    const expected = text === '' ? 'missing-attribute' : 'bad-number'
    expect(codes(`<float value="${text}"/>`)).toEqual([expected])
  })
})

/** Unavailability by integrating the phases of the Markov model in small steps. */
function integrated(args: readonly number[]): number {
  const [l, lt, mu, tau, theta, gamma, pi, x, sigma, omega, end] = args as [
    ...[number, number, number, number, number, number],
    ...[number, number, number, number, number],
  ]
  // Works, failed, in repair; under test: could work, found, missed.
  let [w, f, r, tested, found, missed] = [1, 0, 0, 0, 0, 0]
  const close = () => {
    ;[w, f, r] = [w + tested, f + missed, r + found]
    ;[tested, found, missed] = [0, 0, 0]
  }
  const begin = () => {
    const broken = w * gamma
    tested = w - broken
    found = sigma * (f + broken)
    missed = (1 - sigma) * (f + broken)
    ;[w, f] = [0, 0]
  }
  const steps = 200_000
  const dt = end / steps
  let testing = false
  for (let i = 0; i < steps; i += 1) {
    const t = (i + 0.5) * dt
    const now = t > theta && (t - theta) % tau < pi
    if (now !== testing) (now ? begin : close)()
    testing = now
    const [failing, tired, mended] = [w * l * dt, tested * lt * dt, r * mu * dt]
    w += mended * (1 - omega) - failing
    f += failing + mended * omega
    r -= mended
    tested -= tired
    found += sigma * tired
    missed += (1 - sigma) * tired
  }
  return 1 - w - x * tested
}

describe('periodic test', () => {
  // What SCRAM 0.16.2 prints for the same arguments.
  test.each([
    [[1e-3, 720, 100, 8760], 0.0198013],
    [[1e-3, 730, 0, 8760], 0.518091],
    [[1e-3, 0.02, 720, 100, 8760], 0.347086],
    [[1e-3, 0.001, 720, 100, 8760], 0.590622],
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 1, 0.9, 0.05, 8760], 0.552117],
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 1, 0.9, 0.05, 8025], 0.538477],
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 0, 0.9, 0.05, 50], 0.0487706],
  ])('%j is %f', (args, printed) => {
    expect(value(call('periodic-test', ...args))).toBeCloseTo(printed, 6)
  })

  test.each([
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 1, 0.9, 0.05, 3000]],
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 1, 0.9, 0.05, 2272]],
    [[1e-3, 2e-3, 0.02, 720, 100, 0.01, 24, 0, 0.9, 0.05, 2272]],
    [[1e-3, 2e-3, 0.001, 720, 0, 0.1, 100, 0, 0.5, 0.5, 3050]],
  ])('%j agrees with its Markov model in small steps', (args) => {
    expect(value(call('periodic-test', ...args))).toBeCloseTo(integrated(args), 3)
  })

  test('a repair that takes no time is the limit of fast ones; so is a perfect test', () => {
    const four = value(call('periodic-test', 1e-3, 720, 100, 8000))
    expect(value(call('periodic-test', 1e-3, 1e9, 720, 100, 8000))).toBeCloseTo(four, 8)
    const five = value(call('periodic-test', 1e-3, 0.01, 720, 100, 8000))
    const eleven = call('periodic-test', 1e-3, 0, 0.01, 720, 100, 0, 0, 1, 1, 0, 8000)
    expect(value(eleven)).toBeCloseTo(five, 14)
  })

  test('before the first test nothing is found', () => {
    expect(value(call('periodic-test', 1e-3, 720, 100, 50))).toBeCloseTo(1 - Math.exp(-0.05), 14)
  })

  test('exactly at a test: as just before it', () => {
    const before = 1 - Math.exp(-0.1 * 0.1)
    expect(value(call('periodic-test', 0.1, 0.1, 0, 0.3))).toBeCloseTo(before, 12)
  })

  test('any number of tests', () => {
    // Tested without end, it is repaired as soon as it fails: l / (l + m).
    const steady = value(call('periodic-test', 1e-3, 0.1, 1e-6, 0, 1e9))
    expect(steady).toBeCloseTo(1e-3 / (1e-3 + 0.1), 6)
    expect(value(call('periodic-test', 1e-3, 0.1, 1e-12, 0, 1e300))).toBeLessThanOrEqual(1)
  })
})

describe('what is known of a probability', () => {
  const attributes = (low: string, high: string) => {
    return `<attributes>
      <attribute name="probability-low" value="${low}"/>
      <attribute name="probability-high" value="${high}"/>
    </attributes>`
  }

  test('nothing, where there is no expression: the whole interval and one warning', () => {
    const result = readEvent('')
    expect(result.ok && result.value.model.events.get('e')?.probability).toEqual([0, 1])
    expect(result.diagnostics).toMatchObject([
      { code: 'faulttree/probability-missing', severity: 'warning', params: { count: 1 } },
    ])
  })

  test('an interval, where attributes declare one that holds the value', () => {
    const result = readEvent(`${attributes('0.1', '0.3')}<float value="0.3"/>`)
    expect(result.ok && result.value.model.events.get('e')?.probability).toEqual([0.1, 0.3])
    expect(codes(`${attributes('0.1', '0.3')}<float value="0.4"/>`)).toEqual(['bad-interval'])
    expect(codes(`${attributes('0.3', '0.1')}<float value="0.2"/>`)).toEqual(['bad-interval'])
    expect(codes(`${attributes('x', '0.1')}<float value="0.1"/>`)).toEqual(['bad-number'])
  })
})
