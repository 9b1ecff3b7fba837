import { wordTable } from '@holdfast/records'
import type { ListedName, NameParts } from '../entry.ts'
import { type EntryDraft, oneLine } from '../entry_draft.ts'
import type { Intake } from '../intake.ts'
import { scriptOf } from '../script.ts'
import type { UkName, UkOtherScript, UkRecord } from './record.ts'

/** ISO 639 of the languages that the list names; another one is kept as a fact. */
const LANGUAGES = wordTable<string>({
  amharic: 'am',
  arabic: 'ar',
  armenian: 'hy',
  azerbaijani: 'az',
  belarusian: 'be',
  bosnian: 'bs',
  bulgarian: 'bg',
  burmese: 'my',
  chinese: 'zh',
  croatian: 'hr',
  dari: 'prs',
  english: 'en',
  farsi: 'fa',
  french: 'fr',
  georgian: 'ka',
  greek: 'el',
  hebrew: 'he',
  hindi: 'hi',
  japanese: 'ja',
  kazakh: 'kk',
  korean: 'ko',
  kurdish: 'ku',
  pashto: 'ps',
  persian: 'fa',
  romanian: 'ro',
  russian: 'ru',
  serbian: 'sr',
  spanish: 'es',
  tajik: 'tg',
  turkish: 'tr',
  ukrainian: 'uk',
  urdu: 'ur',
  uzbek: 'uz',
})

/** The names in Latin letters, then those in another script, in the order of the list. */
export function addNames(draft: EntryDraft, record: UkRecord, intake: Intake): void {
  for (const name of record.names) addName(draft, name, intake)
  for (const name of record.otherScripts) addOtherScript(draft, name)
}

function addName(draft: EntryDraft, name: UkName, intake: Intake): void {
  const words = name.parts.map((part) => oneLine(part))
  const text = words.filter((word) => word !== null).join(' ')
  if (text === '') return
  const meaning = meaningOf(name, intake)
  const [given = null, ...between] = words
  const family = between.pop() ?? null
  const middle = between.filter((word) => word !== null).join(' ')
  const parts: NameParts = {
    ...(family === null ? {} : { family }),
    ...(given === null ? {} : { given }),
    ...(middle === '' ? {} : { middle }),
  }
  const script = scriptOf(text)
  draft.add('names', {
    text,
    ...meaning,
    ...(script === null ? {} : { script }),
    // A name alone in the field of the family name is often a nickname.
    ...(draft.kind === 'person' && (given !== null || middle !== '') ? { parts } : {}),
  })
}

/**
 * `Primary name`, `Primary name variation` or `Alias`, in any case; an alias is weak where its
 * strength says low, and the strength may be left blank.
 */
function meaningOf(name: UkName, intake: Intake): Pick<ListedName, 'kind' | 'quality'> {
  const type = name.type.toLowerCase()
  const strength = name.strength.toLowerCase()
  if (!/^(primary name( variation)?|alias|[af]\.?k\.?a\.?)?$/.test(type)) {
    intake.odd('lists/alias-quality', name.line, name.type)
  } else if (strength !== '' && !/\b(good|low|high|strong|weak)\b|k\.?a/.test(strength)) {
    intake.odd('lists/alias-quality', name.line, name.strength)
  }
  const quality = /\b(low|weak)\b/.test(strength) ? 'weak' : 'strong'
  if (type === 'primary name') return { kind: 'primary', quality }
  const isFormer = /\bf\.?k\.?a|former/.test(`${type} ${strength}`)
  return { kind: isFormer ? 'fka' : 'aka', quality }
}

/**
 * A name in another script. The script is that of its letters: the list's own word for it is not
 * always right. It is kept where the letters say nothing.
 */
function addOtherScript(draft: EntryDraft, name: UkOtherScript): void {
  const text = oneLine(name.text)
  if (text === null) return
  const script = scriptOf(text)
  const language = LANGUAGES.get(name.language.toLowerCase())
  draft.add('names', {
    text,
    kind: 'aka',
    quality: 'strong',
    ...(script === null ? {} : { script }),
    ...(language === undefined ? {} : { language }),
  })
  if (name.language !== '' && language === undefined) {
    draft.fact('language of a name', `${text}: ${name.language}`)
  }
  if (name.script !== '' && script === null)
    draft.fact('script of a name', `${text}: ${name.script}`)
}
