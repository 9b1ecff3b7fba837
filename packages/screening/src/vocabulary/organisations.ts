/** Words that stand in names of organisations, romanised and in lower case. */

/**
 * Legal forms by class: forms of one class are one thing in two countries or two spellings. The
 * phrases of a class, in words parted by spaces; the class first.
 */
const LEGAL_FORMS: readonly (readonly [string, readonly string[]])[] = [
  [
    'limited',
    [
      ...['ltd', 'limited', 'ltda', 'limitada', 'pte ltd', 'pty ltd', 'pvt ltd', 'private limited'],
      ...['co ltd', 'company limited', 'sdn bhd', 'pte', 'pty', 'pvt', 'ltee', 'limitee', 'teo'],
      ...['proprietary limited', 'corporation limited', 'corp ltd', 'pt'],
    ],
  ],
  [
    'llc',
    [
      ...['llc', 'lc', 'limited liability company', 'limited liability co', 'gmbh', 'mbh', 'ug'],
      ...['gesellschaft mit beschrankter haftung', 'gesellschaft mbh', 'gmbh co kg', 'sarl'],
      ...['societe a responsabilite limitee', 'srl', 's r l', 'societa a responsabilita limitata'],
      ...['societatea cu raspundere limitata', 'societate cu raspundere limitata', 'sp z oo'],
      ...['sp z o o', 'spolka z ograniczona odpowiedzialnoscia', 'spzoo', 'sro', 's r o', 'doo'],
      ...['d o o', 'kft', 'oy', 'aps', 'as', 'a s', 'ooo', 'tov', 'ood', 'eood', 'too', 'mchj'],
      ...['obshchestvo s ogranichennoy otvetstvennostyu', 'besloten vennootschap', 'bv', 'b v'],
      ...['besloten vennootschap met beperkte aansprakelijkheid', 'bvba', 'sl', 's l', 'slu'],
      ...[
        'sociedad limitada',
        'sociedad de responsabilidad limitada',
        'eirl',
        'fze',
        'fzc',
        'fzco',
      ],
      ...['fz llc', 'wll', 'w l l', 'ltd sti', 'limited sirketi', 'uab', 'sia', 'ou', 'osauhing'],
      ...['s de rl', 's de rl de cv', 'limited liability partnership', 'llp'],
    ],
  ],
  [
    'stock company',
    [
      ...['jsc', 'joint stock company', 'joint stock co', 'ao', 'aktsionernoye obshchestvo', 'ag'],
      ...['akg', 'aktiengesellschaft', 'sa', 's a', 'societe anonyme', 'sociedad anonima', 'spa'],
      ...['s p a', 'societa per azioni', 'nv', 'n v', 'naamloze vennootschap', 'ab', 'aktiebolag'],
      ...['asa', 'oyj', 'plc', 'public limited company', 'ojsc', 'open joint stock company', 'oao'],
      ...[
        'otkrytoye aktsionernoye obshchestvo',
        'pjsc',
        'public joint stock company',
        'pao',
        'pat',
      ],
      ...['publichnoye aktsionernoye obshchestvo', 'cjsc', 'closed joint stock company', 'zao'],
      ...['zakrytoye aktsionernoye obshchestvo', 'nao', 'prjsc', 'prat', 'sae', 's a e', 'se'],
      ...['sa de cv', 's a de c v', 's a b de c v', 'sab de cv', 'anonim sirketi', 'a o', 'ad'],
      ...[
        'kabushiki kaisha',
        'kk',
        'k k',
        'tbk',
        'persero',
        'qsc',
        'kscc',
        'saog',
        'saoc',
        'berhad',
      ],
      ...['aksjeselskap', 'a b', 'private joint stock company', 'joynt stock company', 'bhd'],
    ],
  ],
  [
    'corporation',
    ['corp', 'corporation', 'inc', 'incorporated', 'co', 'company', 'cie', 'compagnie'],
  ],
  [
    'partnership',
    ['lp', 'limited partnership', 'kg', 'ohg', 'gbr', 'snc', 'scs', 'cv', 'c v', 'vof', 'gp'],
  ],
  [
    'non-profit',
    [
      ...['ano', 'autonomous non profit organization', 'autonomous nonprofit organization', 'ev'],
      ...['e v', 'asbl', 'ngo', 'nko', 'npo', 'stichting', 'fondation', 'fundacion', 'fundacja'],
    ],
  ],
  ['state enterprise', ['gup', 'fgup', 'mup', 'state enterprise', 'unitary enterprise', 'fsue']],
  ['national association', ['na', 'national association']],
]

export const LEGAL_FORM_PHRASES: ReadonlyMap<string, string> = new Map(
  LEGAL_FORMS.flatMap(([form, phrases]) => phrases.map((phrase) => [phrase, form] as const)),
)

/** The words of the longest legal form. */
export const LEGAL_FORM_WORDS_MAX = 6

/** Words that part nothing and say nothing in a name. */
export const FILLERS: ReadonlySet<string> = new Set(
  'the of and for in on to a an de la le les du des del der die das und y e et i the'.split(' '),
)

/** Words that very many organisations bear: what they do and how they are built. */
export const GENERIC: ReadonlySet<string> = new Set(
  [
    'group groupe gruppe grupo gruppa holding holdings international intl global worldwide',
    'industries industry industrial enterprise enterprises systems system solutions services',
    'service trading trade commercial general management investment investments capital finance',
    'financial bank banco banque partners partner associates trust fund funds foundation',
    'organization organisation organizations association society institute center centre bureau',
    'office department ministry government national state federal public technology technologies',
    'tech engineering construction development logistics transport transportation shipping marine',
    'maritime lines line energy oil gas petroleum petrochemical chemical chemicals electronics',
    'import export imports exports manufacturing production products factory plant works research',
    'university college company companies corporation scientific charity charitable committee',
    'party front movement army brigade brigades airlines airways air aviation aerospace security',
    'insurance securities properties property real estate consulting media communications telecom',
  ]
    .join(' ')
    .split(' '),
)

/** Two spellings of one word. */
const SPELLINGS = [
  'organization organisation organizacion organizatsiya',
  'center centre centro tsentr zentrum',
  'international intl internacional internationale mezhdunarodny',
  'technologies technology tech tekhnologii tecnologia',
  'brothers bros',
  'manufacturing mfg',
  'national natl nacional',
  'association assn assoc',
  'engineering engr eng',
  'development dev',
  'department dept',
  'government govt',
  'university univ universitet universidad',
  'group groupe gruppe grupo gruppa grup',
  'holding holdings',
  'industries industry industria',
  'bank banco banque banka banca',
  'service services servis',
  'saint st',
  'mount mt',
  'percenters percenter',
  'islamic islami',
  'ship vessel',
] as const

export const SPELLING_GROUPS: ReadonlyMap<string, number> = new Map(
  SPELLINGS.flatMap((line, index) => line.split(' ').map((word) => [word, index] as const)),
)

/** Prefixes of ships: motor vessel, steam ship, and so on. */
export const SHIP_PREFIXES: ReadonlySet<string> = new Set(
  'mv mt ms ss mts mtv m/v m/t s/s fv my sy vessel ship tanker'.split(' '),
)
