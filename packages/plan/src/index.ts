export { applyMeasure } from './apply.ts'
export { type EarliestDates, earliestDates, missedDeadlines } from './schedule.ts'
