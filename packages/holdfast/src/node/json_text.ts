/** A text of JSON as a value; null where it is none, which no shape of the product accepts. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
