import { it } from 'vitest'
import { parseDuration, parseDateRange, formatDay, parseDay, formatMoney, parseMoney, minorDigits } from '/work/main/packages/kernel/src/index.ts'
import { readDossier, readSource } from '/work/main/packages/dossier/src/index.ts'
const bytes = (t: string) => new TextEncoder().encode(t)
const head = 'institution: {id: us, name: Us, seat: NL, form: international-organisation}\n'
const go = (label: string, text: string | Uint8Array, regimes: any = null) => {
  const t = performance.now()
  let r: any
  try { r = readDossier([{ name: 'a.yaml', bytes: typeof text === 'string' ? bytes(text) : text }], regimes) } catch (e: any) { console.log(label, 'THROWS', String(e).slice(0,200), String(e.stack).slice(0,400)); return }
  console.log(label, r.ok, JSON.stringify(r.diagnostics.slice(0,4).map((d: any) => [d.code, d.params, d.places.map((p: any) => `${p.line}:${p.column}+${p.length}|${p.excerpt}`)])).slice(0,600), r.diagnostics.length, `${Math.round(performance.now()-t)}ms`)
  return r
}
it('probe', () => {
  console.log('4.1mo', parseDuration('4.1mo'), parseDuration('2.3d'))
  const bad: string[] = []
  for (const [u, h] of [['d',24],['w',168],['mo',720],['y',8760],['h',1]] as const) for (let i = 0; i < 3000; i++) { const t = (i/10).toFixed(1)+u; const d = parseDuration(t); const exact = Math.floor(i*h/240); if (d && d.days !== exact) bad.push(`${t}:${d.days}!=${exact}`) }
  console.log('duration drift', bad.length, bad.slice(0,20))
  console.log(parseDateRange('0050-02'), formatDay(parseDateRange('0050-02')!.to), formatDay(parseDay('9999-12-31')!+30))
  console.log(minorDigits('GNF'), minorDigits('LYD'), minorDigits('constructor'), formatMoney({minor:-5n,currency:'EUR'}), parseMoney('  12 EUR'), parseMoney('1 2 EUR'))
  go('multi docs', head + '---\nparties: {x: {name: X}}\n')
  go('dots', head + '...\nparties: {x: {name: X}}\n')
  go('yaml1.1', '%YAML 1.1\n---\n' + head + 'parties: {x: {name: X, kind: person, nationality: NO}}\n')
  go('NO', head + 'parties: {x: {name: X, kind: person, nationality: NO}}\n')
  go('tag', head + 'parties: {x: {name: !secret X}}\n')
  go('tag2', head + 'parties: {x: {name: !!binary aGVsbG8=}}\n')
  go('tagset', head + 'parties: !!set {x, y}\n')
  go('cr in text', head + 'note-x: "a\rb"\nparties: {x: {nam: X}}\n')
  go('lone cr', head.trim() + '\rparties: {x: {nam: X}}\r')
  go('nel', head + 'parties: {x: {name: "a\u2028b\u0085c"}}\nzzz: 1\n')
  go('ctor', head + 'parties: {constructor: {name: X}}\n')
  go('proto', head + 'parties: {__proto__: {name: X}}\n')
  go('proto2', head + '1: x\n__proto__: {name: X}\n2: y\n')
  go('num', head + 'parties: {123: {name: X}}\n')
  go('numq', head + 'parties: {"123": {name: X}}\n')
  go('inf', head + 'functions: {f: {name: F, weight: .inf, tolerance: 1d, needs: f2}, f2: {name: F, weight: .nan, tolerance: 1d, needs: f}}\n')
  go('EU country', head + 'parties: {x: {name: X, incorporated: EU}, y: {name: Y, incorporated: UK}, z: {name: Z, incorporated: UN}, q: {name: Y, incorporated: SU}, r: {name: Y, incorporated: QO}, s: {name: Y, incorporated: XA}}\n')
  go('listed-as', head + 'parties: {x: {name: X, listed-as: {ofac-sdn: 54217}}}\n')
  go('date', head + 'scenarios: {s: {name: S, decisions: [{on: 2025-02-06, designate: us, under: us-x}]}}\n')
  go('dup members', head + 'parties: {p: {name: P, kind: person}}\nteams: {t: {name: T, minimum: 2, members: [p, p]}}\n')
  go('horizon 5h', head.replace('}', ', horizon: 5h}'))
  go('need from measure', head + 'functions: {f: {name: F, tolerance: 1d, needs: s}}\nmeasures: {m: {name: M, kind: other, duration: 1d, services: {s: {name: S, kind: hosting, provider: us, beneficiary: us}}}}\n')
  go('beneficiary cycle', head + 'services: {a: {name: A, kind: hosting, provider: us, beneficiary: b}, b: {name: B, kind: hosting, provider: us, beneficiary: a}}\n')
  go('wind', head + 'scenarios: {s: {name: S, decisions: [{on: 2025-02-06, designate: us, under: us-x, wind-down-until: 2024-01-01}]}}\nlicences: {l: {name: L, regime: us-x, status: held, for: us, from: 2025-01-01, until: 2024-01-01}}\n')
  go('empty decisions', head + 'scenarios: {s: {name: S, decisions: []}}\n')
  go('syntax many', 'a: [\nb: }\nc: "\n')
  go('deep', 'a: ' + '['.repeat(10000))
  go('deepclosed', 'a: ' + '['.repeat(10000) + ']'.repeat(10000))
  go('deepmap', 'a: ' + '{a: '.repeat(10000) + '}'.repeat(10000))
  go('deepblock', '- '.repeat(5000) + 'x\n')
  go('utf16', new Uint8Array([0xff,0xfe,0x61,0]))
  go('list top', '- a\n- b\n')
  go('scalar', 'hello')
  go('empty', '')
  go('null', '~')
  go('flow-comment', '# hi\n')
  go('bom', '\ufeff' + head + 'zzz: 1\n')
  go('tab', head + 'parties:\n\tx: {name: X}\n')
})
it('self effects and dense cycles', () => {
  const n = 200
  const names = Array.from({length: n}, (_, i) => `s${i}`)
  go('dense cycle', head + 'services:\n' + names.map((s) => `  ${s}: {name: A, kind: hosting, provider: us, beneficiary: us, needs: [${names.join(', ')}]}\n`).join(''))
  let aliases = head.trim() + '\nparties:\n  p: {name: &a X, aliases: ['
  const N = 20000
  aliases += '*a, '.repeat(N) + ']}\n'
  go('aliases', aliases)
  let a2 = head + 'parties:\n  p: {name: X, aliases: [' + 'b, '.repeat(N) + '&a c, ' + '*a, '.repeat(N) + ']}\n'
  go('aliases2', a2)
})
