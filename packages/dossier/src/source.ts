/**
 * One YAML file of a dossier (or of the law's data) as a value whose every line can be found again.
 *
 * YAML's tricks meet limits here: size, nesting, and the number of values that anchors expand to.
 */
import {
  type Diagnostic,
  decodeUtf8,
  failed,
  ok,
  type Place,
  problem,
  type Result,
} from '@holdfast/kernel'
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'

export const FILE_BYTES_MAX = 8_000_000
export const NESTING_LEVELS_MAX = 60
export const VALUES_MAX = 400_000

/** A file as an adapter read it; `name` is what messages call it. */
export interface SourceText {
  readonly name: string
  readonly bytes: Uint8Array
}

export type Path = readonly (string | number)[]

/** A parsed file: its value, and the place of every line of it. */
export class Source {
  readonly file: string
  readonly value: unknown
  readonly #lines: readonly string[]
  readonly #lastOffset: number
  readonly #counter: LineCounter
  readonly #ranges: ReadonlyMap<string, Range>

  constructor(
    file: string,
    text: string,
    counter: LineCounter,
    value: unknown,
    ranges: ReadonlyMap<string, Range>,
  ) {
    this.file = file
    this.value = value
    this.#lines = text.split('\n').map((line) => line.replace(/\r$/, ''))
    this.#lastOffset = Math.max(0, text.trimEnd().length - 1)
    this.#counter = counter
    this.#ranges = ranges
  }

  /** The place of the value at a path; of the nearest enclosing value where there is none. */
  place(path: Path): Place {
    for (let length = path.length; length >= 0; length -= 1) {
      const range = this.#ranges.get(pathKey(path.slice(0, length)))
      if (range !== undefined) return this.at(range.start, range.end - range.start)
    }
    return this.at(0, 0)
  }

  /** The place of the key under which the value at a path stands. */
  keyPlace(path: Path): Place {
    const range = this.#ranges.get(pathKey(path))
    if (range?.keyStart === undefined) return this.place(path)
    return this.at(range.keyStart, range.keyLength ?? 0)
  }

  /** An offset at the end of the file is told at the last line that says something. */
  at(asked: number, length: number): Place {
    const offset = Math.min(asked, this.#lastOffset)
    const { line, col } = this.#counter.linePos(offset)
    const row = Math.max(1, line)
    const column = Math.max(1, col)
    return placeIn(this.file, this.#lines[row - 1] ?? '', row, column, length)
  }
}

interface Range {
  readonly start: number
  readonly end: number
  readonly keyStart?: number
  readonly keyLength?: number
}

const EXCERPT_CHARACTERS_MAX = 160

function placeIn(file: string, text: string, line: number, column: number, length: number): Place {
  const excerpt = text.trimEnd().slice(0, EXCERPT_CHARACTERS_MAX)
  const room = Math.max(1, excerpt.length - column + 1)
  return { file, line, column, excerpt, length: Math.min(Math.max(1, length), room) }
}

const pathKey = (path: Path): string => path.join('\u0000')

/** Reads one YAML file. Every syntax error is a diagnostic with its place. */
export function readSource(source: SourceText): Result<Source> {
  const start: Place = { file: source.name, line: 1, column: 1, excerpt: '', length: 0 }
  if (source.bytes.length > FILE_BYTES_MAX) {
    const params = { bytes: source.bytes.length, bytes_max: FILE_BYTES_MAX }
    return failed([problem('dossier/too-large', params, start)])
  }
  const text = decodeUtf8(source.bytes)
  if (text === null || text.includes('\u0000'))
    return failed([problem('dossier/not-utf8', {}, start)])
  try {
    return parseText(source.name, text)
  } catch (error) {
    // The parser recurses over nested collections: the stack's end is the nesting limit.
    if (error instanceof RangeError) return failed([tooDeep(start)])
    throw error
  }
}

function tooDeep(place: Place): Diagnostic {
  return problem('dossier/too-deep', { levels_max: NESTING_LEVELS_MAX }, place)
}

function parseText(file: string, text: string): Result<Source> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true, version: '1.2' })
  const ranges = new Map<string, Range>()
  const bare = new Source(file, text, counter, null, ranges)
  // The parser tells the end of its stack as errors of syntax, one for each level.
  const overflow = document.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')
  if (overflow) return failed([tooDeep(bare.at(0, 0))])
  // A tag that nobody knows is only a warning to it, but would change a value unseen.
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED')
  const errors = [...document.errors, ...tags].map((error) => syntaxProblem(error, bare))
  if (errors.length > 0) return failed(errors)
  const walk = new Walk(ranges, bare)
  const value = walk.value(document.contents as Node | null, [], undefined)
  const diagnostics = walk.problems
  if (diagnostics.length > 0) return failed(diagnostics)
  return ok(new Source(file, text, counter, value, ranges))
}

function syntaxProblem(error: YAMLError, source: Source): Diagnostic {
  const [from, to] = error.pos
  const place = source.at(from, to - from)
  if (error.code === 'DUPLICATE_KEY') return problem('dossier/duplicate-key', {}, place)
  if (error.code === 'MULTIPLE_DOCS') return problem('dossier/two-documents', {}, place)
  return problem(
    'dossier/yaml-syntax',
    { detail: firstLine(error.message), rule: error.code },
    place,
  )
}

/** The parser's message without its own excerpt and position. */
function firstLine(message: string): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '')
}

type Pair = { key: unknown; value: unknown }

/** Turns parsed nodes into plain values and remembers where each stands. */
class Walk {
  readonly problems: Diagnostic[] = []
  #values = 0
  readonly #ranges: Map<string, Range>
  readonly #source: Source
  /** The latest node of each anchor: aliases stand after their anchors. */
  readonly #anchors = new Map<string, Node>()
  /** Aliases that are being followed, one within the other. */
  #aliases = 0

  constructor(ranges: Map<string, Range>, source: Source) {
    this.#ranges = ranges
    this.#source = source
  }

  value(node: Node | null, path: Path, key: Node | undefined): unknown {
    if (node === null) return null
    this.#values += 1
    if (this.#values > VALUES_MAX || path.length > NESTING_LEVELS_MAX) {
      return this.#refuse(node, path.length > NESTING_LEVELS_MAX)
    }
    this.#remember(node, path, key)
    if (isAlias(node)) return this.#aliased(node, path, key)
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (typeof anchor === 'string' && this.#aliases === 0) this.#anchors.set(anchor, node)
    if (isScalar(node)) return this.#scalar(node.value, node)
    if (isSeq(node)) {
      return node.items.map((item, index) => this.value(item as Node, [...path, index], undefined))
    }
    if (isMap(node)) return this.#mapping(node.items as Pair[], path)
    return null
  }

  #scalar(value: unknown, node: Node): unknown {
    if (typeof value !== 'object' || value === null) return value
    const [start, end] = node.range ?? [0, 0]
    this.problems.push(problem('dossier/not-plain', {}, this.#source.at(start, end - start)))
    return null
  }

  #aliased(alias: Alias, path: Path, key: Node | undefined): unknown {
    const target = this.#anchors.get(alias.source)
    if (target !== undefined) {
      // What is seen again through an alias is not the latest to bear its anchors.
      this.#aliases += 1
      const value = this.value(target, path, key)
      this.#aliases -= 1
      return value
    }
    const [start, end] = alias.range ?? [0, 0]
    const place = this.#source.at(start, end - start)
    this.problems.push(problem('dossier/no-anchor', { name: alias.source }, place))
    return null
  }

  #mapping(items: readonly Pair[], path: Path): Record<string, unknown> {
    const result: Record<string, unknown> = {}
    for (const item of items) {
      const key = isScalar(item.key) ? item.key.value : null
      if (isScalar(item.key) && item.key.anchor !== undefined && this.#aliases === 0) {
        this.#anchors.set(item.key.anchor, item.key)
      }
      if (typeof key !== 'string' || key === '__proto__') {
        const at = (item.key as Node | null)?.range ?? [0, 0]
        const place = this.#source.at(at[0], at[1] - at[0])
        this.problems.push(problem('dossier/key-not-text', {}, place))
        continue
      }
      result[key] = this.value(item.value as Node | null, [...path, key], item.key as Node)
      if (item.value === null) this.#remember(item.key as Node, [...path, key], item.key as Node)
    }
    return result
  }

  #remember(node: Node, path: Path, key: Node | undefined): void {
    const [start, end] = node.range ?? [0, 0]
    const keyRange = key?.range
    const length = keyRange ? { keyStart: keyRange[0], keyLength: keyRange[1] - keyRange[0] } : {}
    this.#ranges.set(pathKey(path), { start, end, ...length })
  }

  #refuse(node: Node, deep: boolean): null {
    if (this.problems.length > 0) return null
    const [start] = node.range ?? [0]
    const place = this.#source.at(start, 1)
    this.problems.push(
      deep ? tooDeep(place) : problem('dossier/too-many-values', { values_max: VALUES_MAX }, place),
    )
    return null
  }
}
