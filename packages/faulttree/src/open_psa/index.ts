/** The Open-PSA Model Exchange Format, in and out. */
export { type OpenPsaModel, type OpenPsaOptions, readOpenPsa } from './read.ts'
export { type IntervalEnd, type WriteOptions, writeOpenPsa } from './write.ts'
