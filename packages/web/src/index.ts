export { type Answer, type AnswerRequest, answer } from './answer.ts'
