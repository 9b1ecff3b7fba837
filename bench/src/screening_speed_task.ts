/** What a measurement of speed tells, and the seed of its queries. */

/** Milliseconds of queries, each at its place in the order. */
export interface Latency {
  readonly median: number
  readonly p95: number
  readonly p99: number
  readonly worst: number
  /** Names a second over all queries one after the other. */
  readonly perSecond: number
  /** Names in a second of the processor: what a busy machine cannot spoil. */
  readonly perCpuSecond: number
  /** The share of the queries that found anything. */
  readonly matched: number
}

export interface SpeedMeasured {
  readonly entries: number
  readonly names: number
  readonly buildSeconds: number
  /** Of the processor, all threads: the collector of garbage too. */
  readonly buildCpuSeconds: number
  /** In use before, after collecting garbage. */
  readonly listBytes: number
  /** What building added, after collecting garbage. */
  readonly indexBytes: number
  /** Of the whole process with lists and index. */
  readonly residentBytes: number
  readonly peakBytes: number
  readonly latency: Readonly<Record<string, Latency>>
}

export const SEED = 14203

/** Queries that say of the customers that they are people, as the rivals are told. */
export const PEOPLE = 'customers, known as people'
