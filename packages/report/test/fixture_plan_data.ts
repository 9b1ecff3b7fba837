/** What the invented tribunal could do, as lines: figures are made up. */

export const TEAM_NAMES: Readonly<Record<string, string>> = {
  'registry-it': 'Information technology of the registry',
  finance: 'Finance and treasury',
  procurement: 'Procurement and legal office',
  investigators: 'Investigators and analysts of the prosecution',
}

/** Person-days in 30 days. */
export const CAPACITY: Readonly<Record<string, number | null>> = {
  'registry-it': 60,
  finance: 20,
  procurement: 25,
  investigators: null,
}

/** id: kind, period of the start, days, cost once, yearly, team, person-days, saves; name. */
const MEASURES = `
m-prepaid-salaries buffer 0 20 40000 0 finance 10 212 sure - Salaries of one quarter paid ahead
m-contract other 0 45 60000 0 procurement 20 684 sure - Framework contract for a sovereign workplace
m-second-name second-source 0 20 15000 1000 registry-it 12 61 sure -
  A second name under a European registry
m-offline buffer 0 40 85000 20000 registry-it 25 188 sure - A longer offline copy of the evidence
m-mail-officials second-source 0 7 2000 1000 registry-it 2 9.4 sure -
  Second mailbox for the deputy who would direct
m-public-bank account 0 90 20000 6000 finance 15 396 sure -
  Account at a public bank of another state
m-certificates second-source 1 25 8000 10000 registry-it 8 34 - -
  Certificates of a European authority
m-disks buffer 1 30 30000 0 registry-it 12 47 - - Disclosure sets for half a year on disks
m-field-cash buffer 1 25 60000 25000 finance 8 58 - - Cash in the field for two months
m-shield substitute 1 30 20000 60000 registry-it 10 12.5 - - European shield of the web site
m-identity substitute 2 90 240000 90000 registry-it 120 603 sure m-contract
  Own accounts and sign-in (part of the sovereign workplace)
m-chat second-source 2 45 70000 45000 registry-it 25 41 - m-contract
  Messenger on the sovereign workplace
m-partners second-source 2 90 25000 90000 investigators 15 77 - - Agreements with two more partners
m-review-own second-source 2 60 150000 0 registry-it 70 164 - - Own search over exported evidence
m-satphones second-source 3 35 75000 55000 procurement 4 52 - -
  Satellite phones of a second operator
m-mail substitute 5 75 210000 120000 registry-it 90 355 - m-identity
  E-mail on the sovereign workplace
m-files substitute 5 120 280000 120000 registry-it 110 201 - m-identity
  Files on the sovereign workplace
m-printed buffer 5 50 45000 0 investigators 30 29 - - Printed files of all open cases
m-store second-source 8 100 200000 20000 registry-it 90 118 - -
  A plain store of our own beside the evidence platform
m-reserve buffer 3 270 90000 0 finance 20 73 - - Working capital for a year
`

/** id, weight, tolerance, loss before and after, days of stopping before and after; name. */
const FUNCTIONS = `
investigate 10 3 1010 214 9 61 Investigate
evidence 10 2 842 161 30 - Receive and keep evidence
pay-staff 8 5 701 120 16 - Pay the staff
hearings 8 7 566 174 21 96 Hold hearings
witnesses 10 1 431 200 4 12 Protect witnesses
defence 7 14 290 71 40 - Defence, victims and legal aid
warrants 9 3 204 48 33 - Decide on warrants and send them
public 5 10 106 42 10 33 Speak with states, parties and the public
detained 8 1 60 20 - - Keep detained persons safely
assembly 3 30 0 0 - - Hold the annual assembly of states
`

/** id, reason, because, cost, what it would save; name. */
const LEFT_OUT = `
m-review-eu budget - 1210000 96 European software for the review of evidence
m-devices waits m-firewall 1480000 0 Laptops that run without the present maker of the system
m-firewall capacity registry-it 236000 18.2 Firewalls of a European maker
m-cloud-eu falls-too cloud-second 300000 0 A second cloud, of the subsidiary of the same group
m-cards adds-nothing m-public-bank,m-field-cash 25000 0 Duty travel without a card scheme
m-tower too-late - 900000 0 An own radio tower
m-hosting excluded m-store 450000 0 Move the hosting of the evidence platform
m-fax changes-nothing - 4000 0 Fax machines
m-images not-wanted - 5000 31 Contract with the public imagery centre
m-lunch not-worth - 12000 0.03 A kitchen of our own
`

/** The words of each line: so many first ones, and the rest as one. Indented lines go on. */
function split(text: string, count: number): string[][] {
  return text
    .trim()
    .replaceAll('\n  ', ' ')
    .split('\n')
    .map((line) => {
      const words = line.split(' ')
      return [...words.slice(0, count), words.slice(count).join(' ')]
    })
}

export const measureLines = split(MEASURES, 11)
export const functionLines = split(FUNCTIONS, 7)
export const leftOutLines = split(LEFT_OUT, 5)
