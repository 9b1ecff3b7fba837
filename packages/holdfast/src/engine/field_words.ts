/** Fields of entries as people say them, for messages that name fields of lists. */

/** `birthPlaces` as `birth places`; the sorts within a field are not told. */
export function fieldWords(key: string): string {
  const field = key.split('/')[0] ?? key
  return field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)
}
