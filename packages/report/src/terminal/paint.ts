import { type Words, wordsOf } from '../messages/words.ts'

/** Colours and weights of a terminal; every one only stresses what words and signs already say. */
export interface Paint {
  bold(text: string): string
  dim(text: string): string
  certain(text: string): string
  possible(text: string): string
  accent(text: string): string
}

const plain = (text: string) => text

const PLAIN: Paint = {
  bold: plain,
  dim: plain,
  certain: plain,
  possible: plain,
  accent: plain,
}

const ANSI: Paint = {
  bold: (text) => `\x1b[1m${text}\x1b[22m`,
  dim: (text) => `\x1b[2m${text}\x1b[22m`,
  certain: (text) => `\x1b[1;31m${text}\x1b[22;39m`,
  possible: (text) => `\x1b[33m${text}\x1b[39m`,
  accent: (text) => `\x1b[36m${text}\x1b[39m`,
}

function paintOf(colour: boolean): Paint {
  return colour ? ANSI : PLAIN
}

/** What the parts of the screen are written with. */
export interface Screen {
  readonly width: number
  readonly words: Words
  readonly paint: Paint
}

export interface TerminalOptions {
  /** Columns of the terminal; fewer than 40 are taken for 40. */
  readonly width: number
  readonly colour: boolean
  readonly locale: string
}

/** The narrowest terminal that is laid out for. */
const WIDTH_MIN = 40
/** What is taken when the width is no number. */
const WIDTH_UNKNOWN = 80

export function screenOf(options: TerminalOptions): Screen {
  return {
    width: Math.max(WIDTH_MIN, Math.floor(options.width) || WIDTH_UNKNOWN),
    words: wordsOf(options.locale),
    paint: paintOf(options.colour),
  }
}
