import type { AssessReport } from '@holdfast/holdfast'
import { warning } from '@holdfast/kernel'
import { supplies } from './fixture_data.ts'

type Ground = Omit<
  AssessReport,
  'format' | 'institution' | 'on' | 'horizonDays' | 'scenarios' | 'chokepoints' | 'graph'
>

function place(line: number, excerpt: string) {
  return { file: 'dossier/parties.yaml', line, column: 5, excerpt, length: 6 }
}

function readings(regime: string): AssessReport['readings'] {
  return [
    {
      regime,
      question: 'foreign-subsidiary',
      questionText: 'Is a foreign subsidiary of a US entity bound?',
      reading: 'wide',
      name: 'As the order defines a United States person',
      argument:
        'Section 8(c) names “a foreign branch, subsidiary, or employee” of a US entity; the ' +
        'word subsidiary is not defined.',
      source: 'Executive Order 14203, section 8(c), 90 FR 9369',
      others: [
        {
          reading: 'narrow',
          name: 'Entities, branches and persons only',
          argument: 'Most programmes under the same statute do not bind foreign subsidiaries.',
          changes: [
            {
              scenario: 'tribunal',
              about: 'mail',
              aboutName: 'Corresponding by e-mail',
              what: 'certain',
              from: '2026-03-09',
              to: null,
            },
            {
              scenario: 'tribunal',
              about: 'mail-registry',
              aboutName: 'Mailboxes of the Registry',
              what: 'verdict',
              from: 'must-stop',
              to: 'may-stop',
            },
          ],
        },
      ],
    },
  ]
}

function unknowns(): AssessReport['unknowns'] {
  const fact = (about: string, aboutName: string, name: string, effect: number, of: string[]) => ({
    id: `${name}-of-${about}`,
    about,
    aboutName,
    fact: name,
    params: { name: aboutName },
    effect,
    functions: of,
    services: supplies.filter((one) => one.provider === about).map((one) => one.id),
  })
  return [
    fact('juridata', 'Juridata SAS', 'owners', 412.5, ['case-record', 'evidence']),
    fact('liftworks', 'Liftworks KG', 'owners', 88.25, ['buildings']),
    fact('bermuda-re', 'Bermuda Re Ltd', 'incorporated', 61, ['insurance']),
    fact('it-7', 'System engineer 7', 'nationality', 40.4, ['case-record']),
    fact('nsb-group', 'NSB Group Holding', 'share', 22, ['pay-staff', 'legal-aid']),
    fact('keepwell', 'Keepwell Oy', 'owners', 0.4, []),
  ]
}

function standing(): Pick<Ground, 'assumed' | 'disputed' | 'overdue'> {
  const excerpt = '    owners: dispersed'
  return {
    assumed: [
      {
        about: 'assura',
        fact: 'owners',
        value: 'dispersed',
        source: null,
        place: place(88, excerpt),
      },
      { about: 'mutua', fact: 'incorporated', value: 'ES', source: 'its letterhead' },
    ],
    disputed: [
      {
        about: 'mail-prosecutor',
        fact: 'what happened in May 2025',
        value: 'withdrawn',
        source: null,
        place: { ...place(41, '    history:'), file: 'dossier/services.yaml' },
        accounts: [
          {
            account: 'The mailbox was closed by the supplier after the designation.',
            source: 'Press report of 15 May 2025',
          },
          {
            account: 'The supplier says that it never suspended services to the tribunal itself.',
            source: 'https://example.org/statement-of-the-supplier',
          },
        ],
      },
    ],
    overdue: [
      {
        about: 'juridata',
        fact: 'owners',
        value: 'unknown',
        source: null,
        place: place(102, excerpt),
        reviewBy: '2025-09-30',
        owner: 'Procurement',
      },
      {
        about: 'cards',
        fact: 'notice',
        value: '30d',
        source: 'Contract 2023/118',
        reviewBy: '2025-11-15',
        owner: null,
      },
    ],
  }
}

function designated(regime: string): AssessReport['designated'] {
  const person = (party: string, name: string, role: string, scenario: string | null) => ({
    party,
    name,
    role,
    regime,
    entry: scenario === null ? '52011' : null,
    since: scenario === null ? '2025-02-13' : '2026-02-06',
    precision: scenario === null ? ('month' as const) : ('day' as const),
    target: 'yes' as const,
    status: 'listed',
    basis: scenario === null ? ('number' as const) : ('scenario' as const),
    scenario,
  })
  return [
    person('prosecutor', 'The Prosecutor', 'Prosecutor', null),
    person('own', 'International Tribunal for the High Seas', 'the institution', 'tribunal'),
  ]
}

function licences(regime: string): AssessReport['licences'] {
  return [
    {
      id: 'gl-12',
      name: 'General licence 12: winding down dealings with the tribunal’s judges',
      regime,
      status: 'held',
      until: '2025-12-19',
      daysLeft: 18,
      source: 'OFAC, general licence 12',
    },
    {
      id: 'specific-1',
      name: 'Specific licence for payroll software',
      regime,
      status: 'held',
      until: '2026-06-30',
      daysLeft: 211,
      source: null,
    },
    {
      id: 'specific-2',
      name: 'Specific licence for hosting',
      regime,
      status: 'applied',
      until: null,
      daysLeft: null,
      source: 'Application of 3 November 2025',
    },
  ]
}

function since(): AssessReport['since'] {
  const change = (
    about: string,
    aboutName: string,
    what: 'certain' | 'possible' | 'verdict',
    from: string | null,
    to: string | null,
  ) => ({ scenario: 'tribunal', about, aboutName, what, from, to })
  return {
    on: '2025-09-01',
    changes: [
      change('hearings', 'Holding hearings', 'certain', null, '2026-03-13'),
      change('video-link', 'Video link for remote witnesses', 'verdict', 'may-stop', 'must-stop'),
      change('pay-staff', 'Paying staff and pensions', 'possible', '2026-03-01', '2026-02-09'),
    ],
  }
}

/** Everything in the report that its answers rest on. */
export function groundOf(regime: string): Ground {
  const interval = (id: string, kind: string, low: number, high: number, own: boolean) => ({
    id,
    class: kind,
    regime,
    case: 'over-compliance',
    interval: [low, high] as [number, number],
    evidence: own ? 'Our own talks with the suppliers.' : 'Two of nine known cases, 2020 to 2025.',
    source: own ? null : 'Evidence notes, table 3',
    own,
    services: supplies.slice(0, 6).map((one) => one.id),
  })
  return {
    lists: [
      {
        id: 'ofac-sdn',
        published: '2025-11-28',
        provenance: 'reconstructed',
        whole: 'unproven',
        entries: 17_344,
        sha256: '9f2c1d7be0a84c6f5d1a3b7e92c4580f6ad1e3b5c7f9082143657a8b9cadbecf',
      },
    ],
    designated: designated(regime),
    unknowns: unknowns(),
    readings: readings(regime),
    assumptions: [
      interval('banks-eu', 'bank', 0.1, 0.5, false),
      interval('software', 'software maker', 0.05, 0.3, true),
    ],
    ...standing(),
    licences: licences(regime),
    since: since(),
    diagnostics: [
      warning('list/whole-unproven', { list: 'ofac-sdn', provenance: 'reconstructed' }),
      warning(
        'dossier/unknown-id',
        { kind: 'party', id: 'cumulsu-eu', nearest: 'cumulus-eu' },
        place(12, '    owner: cumulsu-eu'),
      ),
    ],
  }
}
