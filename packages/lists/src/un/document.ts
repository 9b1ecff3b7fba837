import { countryOrText, textOf, type XmlElement } from '@holdfast/records'
import type { Identifier, IdentifierKind } from '../entry.ts'
import { type EntryDraft, joined, oneLine } from '../entry_draft.ts'
import { dayOf, statedInWords } from '../stated_date.ts'

/** By the words of TYPE_OF_DOCUMENT2 and TYPE_OF_DOCUMENT, the first that fits. */
const KINDS: readonly (readonly [words: RegExp, kind: IdentifierKind])[] = [
  [/fiscal|tax/i, 'tax'],
  [/passport|passeport|pasaporte/i, 'passport'],
  [/driv|voter|student|ration|residen|\bother\b|birth|ex-service|military/i, 'other'],
  [/national|identi|\bID\b|social security/i, 'national-id'],
]

const PLAIN_LABELS: ReadonlySet<string> = new Set(['passport', 'national identification number'])

/** Characters of a note that are searched. */
const NOTE_MAX = 2_000

const EXPIRES = /(?:expir\w*|valid until)(?:\s+(?:on|date):?)*\s*:?\s+(\d{1,2} [A-Za-z]+\.? \d{4})/i
const DOUBTFUL = /fals|fraud|forged|counterfeit|cancel|revoked|stolen|lost/i

/**
 * A document: what it is for, its number, who issued it and when. The note holds what has no field:
 * the day on which it expires, that it is false or was cancelled, whose name it bears.
 */
export function addDocument(draft: EntryDraft, document: XmlElement): void {
  const part = (name: string): string | null => oneLine(textOf(document, name))
  const [first, second] = [part('TYPE_OF_DOCUMENT'), part('TYPE_OF_DOCUMENT2')]
  const label = second ?? first
  const [number, note, city] = [part('NUMBER'), part('NOTE'), part('CITY_OF_ISSUE')]
  const country = part('ISSUING_COUNTRY') ?? part('COUNTRY_OF_ISSUE')
  const date = part('DATE_OF_ISSUE')
  if (number === null) {
    draft.fact('document', joined(label, date, city, country, note))
    return
  }
  const issued = date === null ? null : (dayOf(date) ?? date)
  const expires = statedInWords(EXPIRES.exec(note?.slice(0, NOTE_MAX) ?? '')?.[1] ?? '')?.from
  const doubtful = DOUBTFUL.test(`${note ?? ''} ${number}`)
  const identifier: Identifier = {
    kind: kindOf(second, first),
    number,
    ...(label === null || PLAIN_LABELS.has(label.toLowerCase()) ? {} : { label }),
    ...(country === null ? {} : { country: countryOrText(country) }),
    ...(issued === null ? {} : { issued }),
    ...(expires === undefined ? {} : { expires }),
    ...(doubtful ? { doubtful: true as const } : {}),
  }
  draft.add('identifiers', identifier)
  const more = joined(city === null ? null : `issued in ${city}`, note)
  if (more !== null) draft.fact('document note', `${number}: ${more}`)
}

function kindOf(...words: readonly (string | null)[]): IdentifierKind {
  for (const word of words) {
    const known = word === null ? undefined : KINDS.find(([pattern]) => pattern.test(word))
    if (known !== undefined) return known[1]
  }
  return 'other'
}
