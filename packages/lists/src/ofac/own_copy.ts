/**
 * A text of its own. What an engine cuts out of a text may go on holding the whole of it: a name
 * that is kept would keep the piece of the file around it, and all names the whole file.
 */
export function ownCopy(text: string): string {
  return ` ${text}`.slice(1)
}
