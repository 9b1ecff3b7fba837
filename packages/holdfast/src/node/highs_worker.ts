/** The solver's thread: one problem at a time, its changes and questions as they come. */
import { parentPort, workerData } from 'node:worker_threads'
import highsModule, { type Highs } from 'highs'
import type { Order, Reply, ThreadData } from './highs_messages.ts'
import { HighsModel } from './highs_model.ts'

if (parentPort === null) throw new Error('this module is the beginning of a thread')
const port = parentPort
const { stop } = workerData as ThreadData
const post = (reply: Reply) => port.postMessage(reply)

// Its types are those of the CommonJS module; an import gets the other one, which is the function.
const loadHighs = highsModule as unknown as typeof highsModule.default

const loading = loadHighs()
// Told to whoever asks something.
loading.catch(() => {})

/** The problem that the last order was about. */
let model: HighsModel | null = null

port.on('message', async (order: Order) => {
  try {
    post(answer(await loading, order))
  } catch (error) {
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
})

/** A problem begins with its columns: whoever sends them asks about another one. */
function answer(highs: Highs, { changes, question }: Order): Reply {
  if (changes[0]?.kind === 'columns') {
    model?.dispose()
    model = new HighsModel(highs, {
      isStopped: () => Atomics.load(stop, 0) !== 0,
      tell: (told) => post({ kind: 'told', told }),
    })
  }
  if (model === null) throw new Error('a problem begins with its columns')
  for (const change of changes) model.apply(change)
  return question.kind === 'relaxed'
    ? { kind: 'relaxed', answer: model.relaxed(question) }
    : { kind: 'solved', answer: model.solved(question) }
}
