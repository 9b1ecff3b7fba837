import type { AssessReport, ScenarioFinding, Verdict } from '@holdfast/holdfast'
import { gravest, standingOf } from '../standing.ts'
import { type LayoutNode, layOutGraph, PITCH, type Route } from './layout.ts'
import { h, type Markup } from './markup.ts'
import { type Column, note, type Page, type Section, scrolling, table, unfolding } from './page.ts'

const BOX = 212
const GAP = 46
const MARGIN = 12
const HEAD = 30
const LETTER = 6.4
const LETTERS_MAX = Math.floor((BOX - 30) / LETTER)

type GraphNode = AssessReport['graph']['nodes'][number]
type GraphEdge = AssessReport['graph']['edges'][number]

interface Drawn {
  readonly node: GraphNode
  readonly verdict: Verdict
  readonly target: boolean
  readonly x: number
  readonly y: number
}

/** What needs what, drawn for the worst scenario, with a table that says the same. */
export function pictureSection(page: Page): Section | null {
  const { report, words, worst } = page
  if (report.graph.nodes.length === 0 || worst === undefined) return null
  const verdicts = verdictsOf(report, worst)
  const title = words.text('html.picture')
  return {
    id: 'picture',
    title,
    body: [
      note(words.text('html.pictureNote', { name: worst.name })),
      legend(page),
      scrolling(title, drawing(page, worst, verdicts)),
      unfolding(words.text('html.pictureTable'), twin(page, worst, verdicts)),
    ],
  }
}

/** The verdict of everything that is drawn: a party's is the gravest of what it supplies. */
function verdictsOf(report: AssessReport, scenario: ScenarioFinding): Map<string, Verdict> {
  const found = new Map<string, Verdict[]>()
  const put = (id: string, verdict: Verdict) => {
    found.set(id, [...(found.get(id) ?? []), verdict])
  }
  for (const one of scenario.functions) put(one.id, standingOf(one))
  for (const one of scenario.services) {
    put(one.service, one.verdict)
    if (one.id !== one.service) put(one.id, one.verdict)
    put(one.provider, one.verdict)
  }
  for (const team of scenario.teams) {
    if (team.margin < 0) put(team.id, 'must-stop')
    else if (team.unknown > 0) put(team.id, 'unknown')
    else put(team.id, team.mustStop + team.mayStop > 0 ? 'may-stop' : 'stays')
  }
  return new Map(
    report.graph.nodes.map(({ id }): [string, Verdict] => [id, gravest(found.get(id) ?? [])]),
  )
}

function targetsOf(report: AssessReport, scenario: ScenarioFinding): Set<string> {
  const here = report.designated.filter(({ scenario: where }) => {
    return where === null || where === scenario.id
  })
  return new Set(here.map(({ party }) => party))
}

/** Functions first, then services and teams, then the parties that supply them, then owners. */
function columnsOf(report: AssessReport): LayoutNode[] {
  const { nodes, edges } = report.graph
  const needs = edges.filter(({ kind }) => kind === 'needs')
  const own = nodes.filter(({ layer }) => layer !== 'party')
  const base = ({ layer }: GraphNode) => (layer === 'function' ? 0 : 1)
  const inner = layOutGraph(
    own.map((node) => ({ id: node.id, base: base(node) })),
    needs,
  )
  return nodes.map((node) => {
    return { id: node.id, base: node.layer === 'party' ? Math.max(2, inner.ranks) : base(node) }
  })
}

function drawing(page: Page, scenario: ScenarioFinding, verdicts: Map<string, Verdict>): Markup {
  const { report, words } = page
  const { nodes, edges } = report.graph
  const layout = layOutGraph(columnsOf(report), edges)
  const targets = targetsOf(report, scenario)
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const drawn = layout.nodes.flatMap((placed): Drawn[] => {
    const node = byId.get(placed.id)
    if (node === undefined) return []
    const verdict = verdicts.get(node.id) ?? 'stays'
    const x = MARGIN + placed.rank * (BOX + GAP)
    return [{ node, verdict, target: targets.has(node.id), x, y: HEAD + MARGIN + placed.y }]
  })
  const width = layout.ranks * (BOX + GAP) - GAP + 2 * MARGIN
  const height = Math.ceil(layout.height + HEAD + 2 * MARGIN + PITCH / 2)
  const attributes = {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: 'img',
    'aria-labelledby': 'picture-title picture-desc',
  }
  const lines = layout.routes.map((route) => edgeLine(route, edges[route.edge], verdicts))
  return h(
    'svg',
    attributes,
    h('title', { id: 'picture-title' }, words.text('html.picture')),
    h('desc', { id: 'picture-desc' }, words.text('html.pictureDesc', { nodes: nodes.length })),
    headings(page, drawn),
    h('g', { class: 'edges' }, lines),
    drawn.map((one) => box(page, one)),
  )
}

/** The name of each column, over the first of its kind. */
function headings(page: Page, drawn: readonly Drawn[]): Markup[] {
  const seen = new Map<number, string>()
  const owners = new Set(
    page.report.graph.edges.flatMap((e) => (e.kind === 'owned-by' ? e.to : [])),
  )
  const firstParty = Math.min(...drawn.map((d) => (d.node.layer === 'party' ? d.x : Infinity)))
  for (const { node, x } of drawn) {
    if (seen.has(x)) continue
    const owner = node.layer === 'party' && x > firstParty && owners.has(node.id)
    const key = owner ? 'html.layerOwner' : (`html.layer.${node.layer}` as const)
    seen.set(x, page.words.text(key === 'html.layer.team' ? 'html.layer.service' : key))
  }
  const first = [...seen].toSorted(([a], [b]) => a - b)
  const shown = first.filter(([, text], index) => first[index - 1]?.[1] !== text)
  return shown.map(([x, text]) => h('text', { x, y: MARGIN + 6, class: 'column' }, text))
}

function edgeLine(
  { points }: Route,
  edge: GraphEdge | undefined,
  verdicts: ReadonlyMap<string, Verdict>,
): Markup | null {
  if (edge === undefined) return null
  const column = (rank: number) => MARGIN + rank * (BOX + GAP)
  const down = (y: number) => round(y + HEAD + MARGIN)
  const [first, ...rest] = points
  if (first === undefined) return null
  let path = `M${column(first.rank) + BOX} ${down(first.y)}`
  let [fromX, fromY] = [column(first.rank) + BOX, down(first.y)]
  rest.forEach((point, index) => {
    const [x, y] = [column(point.rank), down(point.y)]
    const bend = Math.max(18, Math.abs(x - fromX) / 2)
    path += `C${fromX + bend} ${fromY} ${x - bend} ${y} ${x} ${y}`
    fromX = x + (index < rest.length - 1 ? BOX : 0)
    fromY = y
    if (index < rest.length - 1) path += `H${fromX}`
  })
  const end = edge.kind === 'needs' ? edge.to : edge.from
  const grave = edge.kind === 'owned-by' ? 'stays' : (verdicts.get(end) ?? 'stays')
  return h('path', { d: path, class: `${edge.kind} ${grave}` })
}

function box(page: Page, { node, verdict, target, x, y }: Drawn): Markup {
  const word = page.words.text(`verdict.${verdict}`)
  const most = node.layer === 'function' ? LETTERS_MAX - 3 : LETTERS_MAX
  const label = node.name.length > most ? `${node.name.slice(0, most - 1).trimEnd()}…` : node.name
  const state = node.layer === 'party' ? page.words.text('html.supplies', { verdict: word }) : word
  const full = target ? page.words.text('html.targetName', { name: node.name }) : node.name
  const top = round(y - PITCH / 2 + 2)
  const rx = node.layer === 'party' ? 11 : 3
  return h(
    'g',
    { class: `node ${node.layer} ${verdict}${target ? ' target' : ''}` },
    h('title', {}, `${full}: ${state}`),
    h('rect', { class: 'box', x, y: top, width: BOX, height: PITCH - 4, rx }),
    mark(verdict, x + 13, round(y)),
    h('text', { x: x + 25, y: round(y + 4) }, target ? `◎ ${label}` : label),
  )
}

/** The form of a verdict: filled square, half disc, diamond, ring, question mark. */
function mark(verdict: Verdict, x: number, y: number): Markup {
  const shape = { class: 'mark' }
  if (verdict === 'must-stop') {
    return h('rect', { ...shape, x: x - 5, y: y - 5, width: 10, height: 10 })
  }
  if (verdict === 'contested') {
    return h('path', { ...shape, d: `M${x} ${y - 6}l6 6l-6 6l-6-6z` })
  }
  if (verdict === 'unknown') return h('text', { ...shape, x: x - 3, y: y + 4 }, '?')
  const ring = h('circle', { class: 'mark ring', cx: x, cy: y, r: 5 })
  if (verdict === 'stays') return ring
  return h('g', {}, ring, h('path', { ...shape, d: `M${x} ${y - 5}a5 5 0 0 0 0 10z` }))
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}

function legend(page: Page): Markup {
  const verdicts: readonly Verdict[] = ['must-stop', 'may-stop', 'contested', 'unknown', 'stays']
  const items = verdicts.map((verdict) => {
    const small = { width: 14, height: 14, viewBox: '0 0 14 14', 'aria-hidden': 'true' }
    const figure = h('svg', { ...small, class: `node ${verdict}` }, mark(verdict, 7, 7))
    return h('li', {}, figure, ' ', page.words.text(`verdict.${verdict}`))
  })
  const kinds = (['needs', 'supplied-by', 'owned-by'] as const).map((kind) => {
    const small = { width: 34, height: 8, viewBox: '0 0 34 8', 'aria-hidden': 'true' }
    const line = h('g', { class: 'edges' }, h('path', { d: 'M0 4H34', class: kind }))
    return h('li', {}, h('svg', small, line), ' ', page.words.text(`html.edge.${kind}`))
  })
  const target = h('li', {}, '◎ ', page.words.text('html.target'))
  return h('ul', { class: 'legend' }, items, target, kinds)
}

interface Row {
  readonly node: GraphNode
  readonly verdict: Verdict
  readonly out: readonly GraphEdge[]
}

function twin(page: Page, scenario: ScenarioFinding, verdicts: Map<string, Verdict>): Markup {
  const { report, words, name } = page
  const edges = new Map<string, GraphEdge[]>()
  for (const edge of report.graph.edges) {
    edges.set(edge.from, [...(edges.get(edge.from) ?? []), edge])
  }
  const targets = targetsOf(report, scenario)
  const rows = report.graph.nodes.map((node): Row => {
    return { node, verdict: verdicts.get(node.id) ?? 'stays', out: edges.get(node.id) ?? [] }
  })
  const towards = (kind: GraphEdge['kind']) => (row: Row) => {
    return words.list(row.out.filter((edge) => edge.kind === kind).map((edge) => name(edge.to)))
  }
  const label = ({ node }: Row) =>
    targets.has(node.id) ? words.text('html.targetName', { name: node.name }) : node.name
  const columns: Column<Row>[] = [
    { heading: 'html.colName', cell: label },
    { heading: 'html.colLayer', cell: ({ node }) => words.text(`html.one.${node.layer}`) },
    { heading: 'html.colVerdict', cell: ({ verdict }) => words.text(`verdict.${verdict}`) },
    { heading: 'html.colNeeds', cell: towards('needs') },
    { heading: 'html.colSuppliedBy', cell: towards('supplied-by') },
    { heading: 'html.colOwnedBy', cell: towards('owned-by') },
  ]
  return table(words, words.text('html.pictureCaption', { name: scenario.name }), columns, rows)
}
