/**
 * What a record says of a party besides its names: few combinations for millions of parties, so
 * each is kept once, as a text.
 */
import type { MissingOwner, OtherOwners, PartyKind, PartyRecord } from '../records.ts'

const KINDS: readonly PartyKind[] = ['unknown', 'organisation', 'person', 'arrangement', 'state']
const OTHERS: readonly OtherOwners[] = ['unknown', 'none', 'dispersed']
const MISSING_OF: readonly MissingOwner['of'][] = ['owners', 'direct-parent', 'ultimate-parent']

/** Between fields, and between the values of one: no source writes either. */
const FIELD = '\u0000'
const VALUE = '\u0001'

/** What a record says when it says nothing. */
export const NO_PROFILE = FIELD.repeat(4)

export type Profile = Pick<
  PartyRecord,
  'kind' | 'incorporated' | 'seat' | 'nationality' | 'residence' | 'active' | 'others'
>

/** A profile as one text; the same text only for the same profile. */
export function profileText(profile: Profile): string {
  const digits = [
    KINDS.indexOf(profile.kind),
    profile.active === null ? 0 : profile.active ? 2 : 1,
    OTHERS.indexOf(profile.others),
  ]
  const first = digits.some((digit) => digit > 0) ? digits.join('') : ''
  const nationality = profile.nationality.map(cleaned).join(VALUE)
  return [
    first,
    field(profile.incorporated),
    field(profile.seat),
    field(profile.residence),
    nationality,
  ].join(FIELD)
}

/** Whether a profile is that of a record that says nothing. */
export function saysNothing(profile: Profile): boolean {
  const { kind, active, others, incorporated, seat, residence, nationality } = profile
  const isUnknown = kind === 'unknown' && active === null && others === 'unknown'
  if (!isUnknown || nationality.length > 0) return false
  return incorporated === null && seat === null && residence === null
}

/** Some text for a profile, made quickly: the same only for the same profile. */
export function profileWords(profile: Profile): string {
  const { kind, active, others, incorporated, seat, residence, nationality } = profile
  const first = `${kind}${FIELD}${active}${FIELD}${others}${FIELD}${incorporated}${FIELD}${seat}`
  if (residence === null && nationality.length === 0) return first
  return `${first}${FIELD}${residence}${FIELD}${nationality.join(VALUE)}`
}

/** The profile of a text; what is not stated where the text is none. */
export function profileOf(text: string): Profile {
  const [digits = '', incorporated = '', seat = '', residence = '', nationality = ''] =
    text.split(FIELD)
  return {
    kind: KINDS[Number(digits[0] ?? 0)] ?? 'unknown',
    incorporated: incorporated || null,
    seat: seat || null,
    nationality: nationality === '' ? [] : nationality.split(VALUE),
    residence: residence || null,
    active: digits[1] === '2' ? true : digits[1] === '1' ? false : null,
    others: OTHERS[Number(digits[2] ?? 0)] ?? 'unknown',
  }
}

/** Of several sources the first that says something, field by field. */
export function mergedProfile(profiles: readonly Profile[]): Profile {
  const first = <T>(of: (profile: Profile) => T, isSaid: (value: T) => boolean, none: T): T => {
    const saying = profiles.find((profile) => isSaid(of(profile)))
    return saying === undefined ? none : of(saying)
  }
  const isText = (value: string | null) => value !== null
  return {
    kind: first(
      ({ kind }) => kind,
      (kind) => kind !== 'unknown',
      'unknown',
    ),
    incorporated: first((profile) => profile.incorporated, isText, null),
    seat: first((profile) => profile.seat, isText, null),
    nationality: first(
      (profile) => profile.nationality,
      (all) => all.length > 0,
      [],
    ),
    residence: first((profile) => profile.residence, isText, null),
    active: first(
      (profile) => profile.active,
      (active) => active !== null,
      null,
    ),
    others: first(
      ({ others }) => others,
      (others) => others !== 'unknown',
      'unknown',
    ),
  }
}

export function missingText(missing: MissingOwner): string {
  return `${MISSING_OF.indexOf(missing.of)}${missing.reason}`
}

export function missingOf(text: string): MissingOwner {
  return { of: MISSING_OF[Number(text[0])] ?? 'owners', reason: text.slice(1) }
}

function field(value: string | null): string {
  return value === null ? '' : cleaned(value)
}

function cleaned(value: string): string {
  const isClean = !value.includes(FIELD) && !value.includes(VALUE)
  return isClean ? value : value.replaceAll(FIELD, ' ').replaceAll(VALUE, ' ')
}
