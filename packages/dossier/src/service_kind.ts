/** What is known of a kind of service, wherever it is supplied. */
export interface ServiceKind {
  /** A route by which the institution pays or is paid: what was paid ahead bridges its failure. */
  readonly payment: boolean
  /** The provider holds assets of the beneficiary: a bound provider freezes them. */
  readonly holdsAssets: boolean
}

const plain: ServiceKind = { payment: false, holdsAssets: false }
const payment: ServiceKind = { payment: true, holdsAssets: false }
const account: ServiceKind = { payment: true, holdsAssets: true }

/**
 * The kinds of service of the dossier format. Regimes name them in what they forbid or exempt.
 */
export const SERVICE_KINDS = {
  account,
  accommodation: plain,
  card: payment,
  certificate: plain,
  cdn: plain,
  consultancy: plain,
  contribution: payment,
  courier: plain,
  'currency-exchange': payment,
  device: plain,
  domain: plain,
  'e-mail': plain,
  evidence: plain,
  hardware: plain,
  'health-insurance': plain,
  hosting: plain,
  identity: plain,
  insurance: plain,
  internet: plain,
  'legal-service': plain,
  messaging: plain,
  other: plain,
  payment,
  payroll: payment,
  platform: plain,
  premises: plain,
  publication: plain,
  records: plain,
  satellite: plain,
  security: plain,
  software: plain,
  streaming: plain,
  telephone: plain,
  translation: plain,
  transport: plain,
  'travel-booking': plain,
  updates: plain,
  utilities: plain,
  'video-channel': plain,
  'video-conference': plain,
  web: plain,
  work: plain,
} as const satisfies Readonly<Record<string, ServiceKind>>

export type ServiceKindId = keyof typeof SERVICE_KINDS
