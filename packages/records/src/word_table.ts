/**
 * What words of a file mean. A map and no object, because a file may say `constructor`, which every
 * object has.
 */
export function wordTable<Meaning>(
  words: Readonly<Record<string, Meaning>>,
): ReadonlyMap<string, Meaning> {
  return new Map(Object.entries(words))
}
