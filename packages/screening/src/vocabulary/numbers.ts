/** Numbers as words, romanised and in lower case, with their digits. */
const WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen ' +
  'fifteen sixteen seventeen eighteen nineteen twenty'

const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']
const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'

export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...WORDS.split(' ').map((word, index) => [word, index] as const),
  ...TENS.map((word, index) => [word, (index + 2) * 10] as const),
  ['fourty', 40] as const,
  ['hundred', 100] as const,
  ...ORDINALS.split(' ').map((word, index) => [word, index + 1] as const),
])

/** Roman numerals from two letters on: a single I, V or X is an initial as often as a number. */
export const ROMAN: ReadonlyMap<string, number> = new Map(
  'ii iii iv vi vii viii ix xi xii xiii xiv xv xvi xvii xviii xix xx xxi'
    .split(' ')
    .map((word) => [word, romanValue(word)] as const),
)

function romanValue(word: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 }
  return Array.from(word, (letter) => values[letter] ?? 0).reduce(
    (sum, value, index, all) => sum + (value < (all[index + 1] ?? 0) ? -value : value),
    0,
  )
}
