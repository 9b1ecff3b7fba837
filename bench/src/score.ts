/** The arithmetic of the score: what was said against what happened. */
import type { Interval } from '@holdfast/kernel'

/** What somebody says of a service before the outcome is known. */
export interface Forecast {
  readonly stops: boolean
  /** The lowest and the highest likelihood of a stop. */
  readonly interval: Interval
}

/** A forecast beside the outcome; `stopped` is 1, 0, or one half where accounts conflict. */
export interface Scored {
  readonly forecast: Forecast
  readonly stopped: number
}

export interface Score {
  readonly rows: number
  readonly hits: number
  readonly misses: number
  readonly falseAlarms: number
  readonly correctRejections: number
  /** Mean squared distance of the interval's middle from the outcome; 0 is best. */
  readonly brier: number
  readonly meanWidth: number
}

/** Verdicts of the engine, as its reports tell them. */
export type Verdict = 'must-stop' | 'may-stop' | 'contested' | 'stays' | 'unknown'

/** What the engine says: a commanded stop is 1, a stay 0, all else its interval. */
export function engineForecast(verdict: Verdict, likelihood: Interval): Forecast {
  const interval = intervalOf(verdict, likelihood)
  return { stops: middle(interval) >= 0.5, interval }
}

/** The stricter line: only what the law commands is said to stop; the intervals are the same. */
export function commandedForecast(verdict: Verdict, likelihood: Interval): Forecast {
  return { stops: verdict === 'must-stop', interval: intervalOf(verdict, likelihood) }
}

/** A rule without likelihoods is sure of itself. */
export function sureForecast(stops: boolean): Forecast {
  return { stops, interval: stops ? [1, 1] : [0, 0] }
}

function intervalOf(verdict: Verdict, likelihood: Interval): Interval {
  if (verdict === 'must-stop') return [1, 1]
  return verdict === 'stays' ? [0, 0] : likelihood
}

export function middle([low, high]: Interval): number {
  return (low + high) / 2
}

/**
 * The score of forecasts. A disputed outcome counts half as stopped and half as gone on, in the
 * four counts and in the Brier score. Of no rows the means are 0.
 */
export function scoreOf(all: readonly Scored[]): Score {
  const sum = (part: (one: Scored) => number): number =>
    all.reduce((total, one) => total + part(one), 0)
  const mean = (part: (one: Scored) => number): number =>
    all.length === 0 ? 0 : sum(part) / all.length
  return {
    rows: all.length,
    hits: sum(({ forecast, stopped }) => (forecast.stops ? stopped : 0)),
    misses: sum(({ forecast, stopped }) => (forecast.stops ? 0 : stopped)),
    falseAlarms: sum(({ forecast, stopped }) => (forecast.stops ? 1 - stopped : 0)),
    correctRejections: sum(({ forecast, stopped }) => (forecast.stops ? 0 : 1 - stopped)),
    brier: mean(({ forecast, stopped }) => {
      const said = middle(forecast.interval)
      return stopped * (1 - said) ** 2 + (1 - stopped) * said ** 2
    }),
    meanWidth: mean(({ forecast: { interval } }) => interval[1] - interval[0]),
  }
}
