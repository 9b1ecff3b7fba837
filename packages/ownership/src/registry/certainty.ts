import type { Certainty } from '../records.ts'

/** The order is part of the format of files: only ever add at the end. */
export const CERTAINTIES: readonly Certainty[] = ['stated', 'unverified', 'assumed']
