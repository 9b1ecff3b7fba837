import { describe, expect, it } from 'vitest'
import { countryCode } from '../src/index.ts'

describe('countries as lists write them', () => {
  it.each([
    ['Russia', 'RU'],
    ['Russian Federation', 'RU'],
    ['Korea, North', 'KP'],
    ["Democratic People's Republic of Korea", 'KP'],
    ['Korea, South', 'KR'],
    ['Iran (Islamic Republic of)', 'IR'],
    ['Congo, Democratic Republic of the', 'CD'],
    ['Congo, Republic of the', 'CG'],
    ['Bahamas, The', 'BS'],
    ['Cote d Ivoire', 'CI'],
    ["Côte d'Ivoire", 'CI'],
    ['Man, Isle of', 'IM'],
    ['North Macedonia, The Republic of', 'MK'],
    ['Macedonia, The Former Yugoslav Republic of', 'MK'],
    ['Virgin Islands, British', 'VG'],
    ['St. Kitts & Nevis', 'KN'],
    ['Burma', 'MM'],
    ['Viet Nam', 'VN'],
    ['Türkiye', 'TR'],
    ['TURKEY', 'TR'],
    ['Palestinian', 'PS'],
    ['Region: West Bank', 'PS'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
    ['Guinea-Bissau', 'GW'],
    ['Equatorial Guinea', 'GQ'],
    ['Dominica', 'DM'],
    ['Dominican Republic', 'DO'],
    ['RUS', 'RU'],
    ['GB', 'GB'],
    ['UK', 'GB'],
    ['EL', 'GR'],
    ['Soviet Union', 'SU'],
    ['Netherlands Antilles', 'AN'],
    ['Kosovo', 'XK'],
  ])('%s', (text, code) => expect(countryCode(text)).toBe(code))

  it.each(['', 'na', '00', 'undetermined', 'None Identified', 'Region: Crimea', 'CIS', 'XX'])(
    '%s is no country',
    (text) => expect(countryCode(text)).toBeNull(),
  )
})
