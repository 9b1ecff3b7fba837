/** The solver's thread: one problem, its changes and questions in the order in which they come. */
import { parentPort, workerData } from 'node:worker_threads'
import highsModule from 'highs'
import type { Order, Reply, ThreadData } from './highs_messages.ts'
import { HighsModel } from './highs_model.ts'

if (parentPort === null) throw new Error('this module is the beginning of a thread')
const port = parentPort
const { stop } = workerData as ThreadData
const post = (reply: Reply) => port.postMessage(reply)

// Its types are those of the CommonJS module; an import gets the other one, which is the function.
const loadHighs = highsModule as unknown as typeof highsModule.default

const loading = loadHighs().then(
  (highs) =>
    new HighsModel(highs, {
      isStopped: () => Atomics.load(stop, 0) !== 0,
      tell: (told) => post({ kind: 'told', told }),
    }),
)
// Told to whoever asks something.
loading.catch(() => {})

port.on('message', async (order: Order) => {
  try {
    post(answer(await loading, order))
  } catch (error) {
    post({ kind: 'failure', message: error instanceof Error ? error.message : String(error) })
  }
})

function answer(model: HighsModel, { changes, question }: Order): Reply {
  for (const change of changes) model.apply(change)
  return question.kind === 'relaxed'
    ? { kind: 'relaxed', answer: model.relaxed(question) }
    : { kind: 'solved', answer: model.solved(question) }
}
