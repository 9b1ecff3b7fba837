import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOutGraph, PITCH } from '../src/html/layout.ts'

const graphs = fc.integer({ min: 0, max: 24 }).chain((size) =>
  fc.record({
    nodes: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: size, maxLength: size }),
    edges: fc.array(fc.tuple(fc.nat(Math.max(0, size)), fc.nat(Math.max(0, size))), {
      maxLength: 60,
    }),
  }),
)

function read(graph: { nodes: number[]; edges: [number, number][] }) {
  const nodes = graph.nodes.map((base, index) => ({ id: `n${index}`, base }))
  const edges = graph.edges.map(([from, to]) => ({ from: `n${from}`, to: `n${to}` }))
  return { nodes, edges }
}

describe('layOutGraph', () => {
  test('nodes of a column never overlap', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges } = read(graph)
        const layout = layOutGraph(nodes, edges)
        expect(layout.nodes).toHaveLength(nodes.length)
        for (const a of layout.nodes) {
          for (const b of layout.nodes) {
            if (a.id === b.id || a.rank !== b.rank) continue
            expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(PITCH - 1e-6)
          }
        }
      }),
    )
  })

  test('every node stands in the drawing, not left of its base', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges } = read(graph)
        const layout = layOutGraph(nodes, edges)
        layout.nodes.forEach((node, index) => {
          expect(node.rank).toBeGreaterThanOrEqual(nodes[index]?.base ?? 0)
          expect(node.rank).toBeLessThan(layout.ranks)
          expect(node.y).toBeGreaterThanOrEqual(0)
          expect(node.y).toBeLessThanOrEqual(layout.height)
        })
      }),
    )
  })

  test('without cycles every edge runs to the right, one point to a column', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { nodes, edges } = read(graph)
        const forward = edges.filter(({ from, to }) => Number(from.slice(1)) < Number(to.slice(1)))
        for (const { points } of layOutGraph(nodes, forward).routes) {
          points.forEach(({ rank }, index) => {
            if (index > 0) expect(rank).toBe((points[index - 1]?.rank ?? 0) + 1)
          })
        }
      }),
    )
  })

  test('a cycle is drawn, and the same graph gives the same drawing', () => {
    const nodes = ['a', 'b', 'c'].map((id) => ({ id, base: 0 }))
    const edges = [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'c' },
      { from: 'c', to: 'a' },
    ]
    const layout = layOutGraph(nodes, edges)
    expect(layout.routes).toHaveLength(3)
    expect(layout).toEqual(layOutGraph(nodes, edges))
  })

  test('a large graph is drawn within a second or two', () => {
    const nodes = Array.from({ length: 900 }, (_, index) => ({
      id: `n${index}`,
      base: Math.floor(index / 300),
    }))
    const edges = nodes.flatMap((node, index) =>
      [1, 2, 3].map((step) => ({ from: node.id, to: `n${index + step * 211}` })),
    )
    expect(layOutGraph(nodes, edges).nodes).toHaveLength(900)
  })

  test('a crossing that need not be is undone', () => {
    const nodes = ['a', 'b', 'x', 'y'].map((id, index) => ({ id, base: index < 2 ? 0 : 1 }))
    const edges = [
      { from: 'a', to: 'y' },
      { from: 'b', to: 'x' },
    ]
    const y = new Map(layOutGraph(nodes, edges).nodes.map((node) => [node.id, node.y]))
    const at = (id: string) => y.get(id) ?? 0
    expect((at('a') - at('b')) * (at('y') - at('x'))).toBeGreaterThan(0)
  })
})
