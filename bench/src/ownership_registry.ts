/**
 * Registries in `npm run bench:ownership`, each step in a process of its own:
 *
 * - `gleif FOLDER ENTITIES RELATIONS SEED`: files in the shape of GLEIF's golden copies
 * - `compile PATH OUT`: what `holdfast registry build` does
 * - `walk REGISTRY FOLDER INTO`: everyone above each party of `asked.json`, from the compiled file
 * - `ask REGISTRY ENTITIES COUNT SEED`: entities by their LEI, each with everyone above it
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buildRegistry, openRegistryFile } from '@holdfast/holdfast'
import { coneAbove, type RegistryPort } from '@holdfast/ownership'
import { chanceOf } from './chance.ts'
import { leiMade, writeGleifFiles } from './ownership_gleif_files.ts'
import { peakBytes } from './ownership_peak.ts'

/** More than any party of these graphs has above it. */
const PARTIES_MAX = 1_000_000

const [step = '', where = '', ...words] = process.argv.slice(2)

async function seconds<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const start = performance.now()
  const done = await work()
  return [done, (performance.now() - start) / 1000]
}

async function gleif(): Promise<object> {
  const [entities, relations, seed] = words.map(Number)
  writeGleifFiles(where, { entities: entities!, relations: relations!, seed: seed! })
  return {}
}

async function compile(): Promise<object> {
  const call = { paths: [where], out: words[0]!, today: '2026-01-02' }
  const [built, took] = await seconds(() => buildRegistry(call))
  if (!built.ok) throw new Error(built.diagnostics.map(({ code }) => code).join(', '))
  const { parties, ties } = built.value
  return { seconds: took, parties, ties }
}

async function opened(): Promise<readonly [RegistryPort, number]> {
  const [found, took] = await seconds(() => openRegistryFile(where))
  if (!found.ok) throw new Error(found.diagnostics.map(({ code }) => code).join(', '))
  return [found.value, took]
}

function above(port: RegistryPort, party: number): Set<number> {
  const seen = new Set([party])
  for (const one of seen) for (const { owner } of port.tiesInto(one)) seen.add(owner)
  return seen
}

async function walk(): Promise<object> {
  const [port, openSeconds] = await opened()
  const asked = JSON.parse(readFileSync(path.join(words[0]!, 'asked.json'), 'utf8')) as number[]
  const millis: number[] = []
  const found = asked.map((party) => {
    const start = performance.now()
    const all = above(port, port.find(`local:p${party}`)!)
    millis.push(performance.now() - start)
    const numbers = [...all].map((one) => Number(port.party(one).keys[0]!.slice('local:p'.length)))
    return numbers.sort((a, b) => a - b)
  })
  writeFileSync(words[1]!, JSON.stringify(found))
  return { seconds: openSeconds, millis }
}

async function ask(): Promise<object> {
  const [port, openSeconds] = await opened()
  const chance = chanceOf(Number(words[2]))
  const millis: number[] = []
  let owners = 0
  for (let i = 0; i < Number(words[1]); i += 1) {
    const lei = leiMade(chance.between(0, Number(words[0]) - 1))
    const start = performance.now()
    const party = port.find(`lei:${lei}`)
    if (party === null) throw new Error(`${lei} is not in the registry`)
    owners += coneAbove(port, party, PARTIES_MAX).parties.length - 1
    millis.push(performance.now() - start)
  }
  return { seconds: openSeconds, millis, owners }
}

const steps: Readonly<Record<string, () => Promise<object>>> = { gleif, compile, walk, ask }
const figures = await steps[step]!()
console.log(JSON.stringify({ ...figures, peakBytes: peakBytes() }))
