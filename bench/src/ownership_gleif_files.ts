/**
 * Files in the shape of GLEIF's golden copies, invented from a seed: the columns of the real ones,
 * and fields of their widths, every field in quotes. Names are put together from syllables.
 */
import { closeSync, openSync, writeSync } from 'node:fs'
import path from 'node:path'
import { type Chance, chanceOf } from './chance.ts'
import { EXCEPTIONS, LEVEL_1, LEVEL_2 } from './ownership_gleif_columns.ts'

export interface GleifFilesWanted {
  readonly entities: number
  readonly relations: number
  /** 0 unless stated. */
  readonly exceptions?: number
  readonly seed: number
}

/** Bytes gathered before they are written. */
const BLOCK = 1 << 22

/**
 * Writes `…-gleif-goldencopy-lei2-golden-copy.csv`, `…-rr-…` and, where wanted, `…-repex-…` into a
 * folder. The same seed gives the same bytes. Relations go from a later entity to an earlier one,
 * in groups with one top each.
 *
 * @returns the paths, in this order
 */
export function writeGleifFiles(folder: string, wanted: GleifFilesWanted): readonly string[] {
  const { entities, relations, exceptions = 0, seed } = wanted
  const files = [
    write(folder, 'lei2', LEVEL_1, entities, entityWriter(chanceOf(seed))),
    write(folder, 'rr', LEVEL_2, relations, relationWriter(chanceOf(seed + 1), entities)),
  ]
  if (exceptions === 0) return files
  return [...files, write(folder, 'repex', EXCEPTIONS, exceptions, exceptionWriter(entities))]
}

/** The LEI of the entity of a number. */
export function leiMade(number: number): string {
  const body = `9845${String(number * 7919).padStart(14, '0')}`
  let rest = 0
  for (let at = 0; at < body.length; at += 1) rest = (rest * 10 + body.charCodeAt(at) - 48) % 97
  // ISO 7064, MOD 97-10: with its two check digits the number leaves 1.
  return body + String(98 - ((rest * 100) % 97)).padStart(2, '0')
}

type Row = (number: number) => readonly (readonly [string, string])[]

function write(
  folder: string,
  kind: string,
  columns: readonly string[],
  count: number,
  row: Row,
): string {
  const file = path.join(folder, `20260101-0000-gleif-goldencopy-${kind}-golden-copy.csv`)
  const handle = openSync(file, 'w')
  let block = `${columns.map((column) => `"${column}"`).join(',')}\n`
  const places = new Map(columns.map((column, at) => [column, at]))
  for (let number = 0; number < count; number += 1) {
    const values = columns.map(() => '')
    for (const [column, value] of row(number)) values[places.get(column) as number] = value
    block += `"${values.join('","')}"\n`
    if (block.length < BLOCK) continue
    writeSync(handle, block)
    block = ''
  }
  writeSync(handle, block)
  closeSync(handle)
  return file
}

const SYLLABLES = 'ba ke li mo nu ra se ti vo za den fal gor hil jun kas lem nor pel qui'.split(' ')
const WORDS = ['Capital', 'Holding', 'Trading', 'Energie', 'Services', 'Növény', 'Énergies']
const FORMS = ['GmbH', 'S.A.', 'Limited', 'LLC', 'B.V.', 's.r.o.', 'AB', 'S.p.A.']
const STREETS = ['Long Street', 'Rue Neuve', 'Hauptstraße', 'Calle Mayor', 'Main Road']
const COUNTRIES = ['US', 'GB', 'DE', 'FR', 'IT', 'ES', 'NL', 'IN', 'CN', 'SE', 'LU', 'IE', 'CZ']
const AUTHORITIES = ['RA000602', 'RA000585', 'RA000242', 'RA000189', 'RA000407', 'RA000533']

function nameMade(chance: Chance): string {
  const syllables = Array.from({ length: chance.between(2, 4) }, () => chance.pick(SYLLABLES))
  const word = syllables.join('')
  const first = word.slice(0, 1).toUpperCase() + word.slice(1)
  return `${first} ${chance.pick(WORDS)} ${chance.pick(FORMS)}`
}

function dayMade(chance: Chance): string {
  const two = (most: number): string => String(chance.between(1, most)).padStart(2, '0')
  return `${chance.between(2012, 2025)}-${two(12)}-${two(28)}T08:35:02.609+02:00`
}

function entityWriter(chance: Chance): Row {
  return (number) => {
    const country = chance.pick(COUNTRIES)
    const authority = chance.pick(AUTHORITIES)
    const id = String(10_000_000 + number)
    const address = (kind: string): (readonly [string, string])[] => [
      [`Entity.${kind}.xmllang`, 'en'],
      [`Entity.${kind}.FirstAddressLine`, `${number % 900} ${chance.pick(STREETS)}`],
      [`Entity.${kind}.City`, chance.pick(WORDS)],
      [`Entity.${kind}.Region`, `${country}-01`],
      [`Entity.${kind}.Country`, country],
      [`Entity.${kind}.PostalCode`, String(number % 99_999)],
    ]
    const values: (readonly [string, string])[] = [
      ['LEI', leiMade(number)],
      ['Entity.LegalName', nameMade(chance)],
      ['Entity.LegalName.xmllang', 'en'],
      ...address('LegalAddress'),
      ...address('HeadquartersAddress'),
      ['Entity.RegistrationAuthority.RegistrationAuthorityID', authority],
      ['Entity.RegistrationAuthority.RegistrationAuthorityEntityID', id],
      ['Entity.LegalJurisdiction', country === 'US' ? 'US-DE' : country],
      ['Entity.EntityCategory', chance.between(0, 19) === 0 ? 'FUND' : 'GENERAL'],
      ['Entity.LegalForm.EntityLegalFormCode', 'VSZS'],
      ['Entity.EntityStatus', chance.between(0, 9) === 0 ? 'INACTIVE' : 'ACTIVE'],
      ['Entity.EntityCreationDate', dayMade(chance)],
      ['Registration.InitialRegistrationDate', dayMade(chance)],
      ['Registration.LastUpdateDate', dayMade(chance)],
      ['Registration.RegistrationStatus', chance.between(0, 2) === 0 ? 'LAPSED' : 'ISSUED'],
      ['Registration.NextRenewalDate', dayMade(chance)],
      ['Registration.ManagingLOU', leiMade(number % 40)],
      ['Registration.ValidationSources', 'FULLY_CORROBORATED'],
      ['Registration.ValidationAuthority.ValidationAuthorityID', authority],
      ['Registration.ValidationAuthority.ValidationAuthorityEntityID', id],
      ['ConformityFlag', 'CONFORMING'],
    ]
    if (chance.between(0, 5) === 0) {
      const other = 'Entity.OtherEntityNames.OtherEntityName.1'
      values.push([other, nameMade(chance)], [`${other}.type`, 'PREVIOUS_LEGAL_NAME'])
    }
    return values
  }
}

/** Half of the relations are to the direct parent, half to the ultimate one. */
function relationWriter(chance: Chance, entities: number): Row {
  const groupOf = (number: number): number => number - (number % 8)
  return (number) => {
    const below = 1 + (((number >> 1) * 3) % Math.max(1, entities - 1))
    const above = number % 2 === 0 ? Math.max(groupOf(below), below - 1) : groupOf(below)
    const isItself = above === below
    const type = number % 2 === 0 ? 'IS_DIRECTLY_CONSOLIDATED_BY' : 'IS_ULTIMATELY_CONSOLIDATED_BY'
    return [
      ['Relationship.StartNode.NodeID', leiMade(below)],
      ['Relationship.StartNode.NodeIDType', 'LEI'],
      ['Relationship.EndNode.NodeID', leiMade(isItself ? below - 1 : above)],
      ['Relationship.EndNode.NodeIDType', 'LEI'],
      ['Relationship.RelationshipType', type],
      ['Relationship.RelationshipStatus', 'ACTIVE'],
      ['Relationship.Period.1.startDate', dayMade(chance)],
      ['Relationship.Period.1.endDate', dayMade(chance)],
      ['Relationship.Period.1.periodType', 'ACCOUNTING_PERIOD'],
      ['Relationship.Period.2.startDate', dayMade(chance)],
      ['Relationship.Period.2.periodType', 'RELATIONSHIP_PERIOD'],
      ['Relationship.Qualifiers.1.QualifierDimension', 'ACCOUNTING_STANDARD'],
      ['Relationship.Qualifiers.1.QualifierCategory', 'IFRS'],
      ['Registration.InitialRegistrationDate', dayMade(chance)],
      ['Registration.LastUpdateDate', dayMade(chance)],
      ['Registration.RegistrationStatus', 'PUBLISHED'],
      ['Registration.NextRenewalDate', dayMade(chance)],
      ['Registration.ManagingLOU', leiMade(number % 40)],
      ['Registration.ValidationSources', 'FULLY_CORROBORATED'],
      ['Registration.ValidationDocuments', 'ACCOUNTS_FILING'],
      ['Registration.ValidationReference', `https://register.example/filings/${number}`],
    ]
  }
}

const REASONS = ['NO_KNOWN_PERSON', 'NATURAL_PERSONS', 'NON_CONSOLIDATING', 'NON_PUBLIC', 'NO_LEI']

function exceptionWriter(entities: number): Row {
  return (number) => {
    const kind = number % 2 === 0 ? 'DIRECT' : 'ULTIMATE'
    return [
      ['LEI', leiMade((number >> 1) % entities)],
      ['Exception.Category', `${kind}_ACCOUNTING_CONSOLIDATION_PARENT`],
      ['Exception.Reason.1', REASONS[number % REASONS.length] as string],
    ]
  }
}
