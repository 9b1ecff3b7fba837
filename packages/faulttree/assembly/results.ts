/** What stands for a function where there is none; the same numbers as outside. */

/** A limit has been reached. */
export const FULL: i32 = -1
/** Steps are left: to be gone on with, by the function made for it. */
export const PAUSED: i32 = -3
