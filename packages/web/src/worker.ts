/** The worker's side: one request in, one answer out, each with the page's number for it. */
import { type AnswerRequest, answer } from './answer.ts'

interface Asked {
  readonly id: number
  readonly request: AnswerRequest
}

addEventListener('message', (event: MessageEvent<Asked>) => {
  const { id, request } = event.data
  postMessage({ id, answer: answer(request) })
})
