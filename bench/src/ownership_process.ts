/**
 * One step of `npm run bench:ownership` in a process of its own, so that neither time nor memory is
 * that of another. Its words:
 *
 * - `make FOLDER STAKES LISTED IMPRECISE SEED`: a graph in the files of `ownership_files.ts`
 * - `plain FOLDER FILE`: the same as a plain table
 * - `ask FOLDER PARTIES SEED`: parties that are owned, drawn into `asked.json`
 * - `cascade FOLDER RULE INTO`: every party's answer as bytes 0 no, 1 unknown, 2 yes
 * - `chains FOLDER INTO`: everyone above each party asked for, from the table in memory
 *
 * Figures go to standard output as JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fixedPoint, type StakeTable, stakeTable } from '@holdfast/ownership'
import { chanceOf } from './chance.ts'
import { readGraph, writeGraph, writePlain } from './ownership_files.ts'
import { blurred, ownersMade } from './ownership_graphs.ts'
import { peakBytes } from './ownership_peak.ts'
import { EO_14203, OFAC } from './ownership_rules.ts'

const [step, folder = '', ...words] = process.argv.slice(2)

function make(): object {
  const [stakes, listedShare, imprecise, seed] = words.map(Number)
  const { columns, listed, shapes } = ownersMade(stakes!, listedShare!, seed!)
  const told = imprecise! > 0 ? blurred(columns, imprecise!, seed!) : columns
  writeGraph(folder, told, listed, seed!)
  const degrees = new Uint32Array(columns.parties)
  for (const owner of columns.owner) degrees[owner]! += 1
  const most = degrees.reduce((max, degree) => Math.max(max, degree), 0)
  return { parties: columns.parties, listed: listed.length, shapes, most }
}

function plain(): object {
  const { columns, listed } = readGraph(folder)
  writePlain(words[0]!, columns)
  return { listed: listed.length }
}

function ask(): object {
  const { columns } = readGraph(folder)
  const chance = chanceOf(Number(words[1]))
  const draw = (): number => columns.asset[chance.between(0, columns.asset.length - 1)]!
  const asked = Array.from({ length: Number(words[0]) }, draw)
  writeFileSync(path.join(folder, 'asked.json'), JSON.stringify(asked))
  return {}
}

function seconds<T>(work: () => T): readonly [T, number] {
  const start = performance.now()
  const done = work()
  return [done, (performance.now() - start) / 1000]
}

function cascade(): object {
  const rule = words[0] === EO_14203.id ? EO_14203 : OFAC
  const [{ columns, listed }, loadSeconds] = seconds(() => readGraph(folder))
  const [table, sortSeconds] = seconds(() => stakeTable(columns))
  const [{ state }, answerSeconds] = seconds(() => {
    return fixedPoint(table, { certain: listed, possible: [] }, rule)
  })
  writeFileSync(words[1]!, state)
  const counts = [0, 0, 0]
  for (const one of state) counts[one]! += 1
  return { loadSeconds, sortSeconds, seconds: answerSeconds, counts }
}

/** Everyone above a party, itself first. */
function above(table: StakeTable, party: number): number[] {
  const seen = new Set([party])
  for (const one of seen) {
    const end = table.start[one + 1]!
    for (let at = table.start[one]!; at < end; at += 1) seen.add(table.owner[at]!)
  }
  return [...seen]
}

function chains(): object {
  const { columns } = readGraph(folder)
  const [table, sortSeconds] = seconds(() => stakeTable(columns))
  const asked = JSON.parse(readFileSync(path.join(folder, 'asked.json'), 'utf8')) as number[]
  const millis: number[] = []
  const found = asked.map((party) => {
    const [all, took] = seconds(() => above(table, party))
    millis.push(1000 * took)
    return all.sort((a, b) => a - b)
  })
  writeFileSync(words[0]!, JSON.stringify(found))
  return { seconds: sortSeconds, millis }
}

const steps: Readonly<Record<string, () => object>> = { make, plain, ask, cascade, chains }
const figures = steps[step ?? '']!()
console.log(JSON.stringify({ ...figures, peakBytes: peakBytes() }))
