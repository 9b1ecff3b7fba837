/** The text with a sign in the place of each control character. */
export function printable(text: string): string {
  return text.replace(/\p{Cc}/gu, '\uFFFD')
}
