/**
 * The codes of IATI that a project holds, each beside the word of the project.
 *
 * Rests on: code lists ActivityStatus, ActivityScope, ActivityDateType, OrganisationRole, TransactionType of the IATI
 * standard 2.03. Next door: `regions.ts` for regions.
 */

/** 3 is "finalisation": the work is done, the accounts are open. */
export const STATUSES: Readonly<Record<string, string>> = {
  '1': 'planned',
  '2': 'running',
  '3': 'closed',
  '4': 'closed',
  '5': 'cancelled',
  '6': 'frozen',
}

/** 5 to 8 are parts of one country. */
export const SCOPES: Readonly<Record<string, string>> = {
  '1': 'global',
  '2': 'regional',
  '3': 'country-list',
  '4': 'country-list',
}

/** Type of date to the property and what kind of claim it is. */
export const DATE_TYPES: Readonly<
  Record<string, { readonly property: 'start' | 'end'; readonly claim: 'planned' | 'actual' }>
> = {
  '1': { property: 'start', claim: 'planned' },
  '2': { property: 'start', claim: 'actual' },
  '3': { property: 'end', claim: 'planned' },
  '4': { property: 'end', claim: 'actual' },
}

/** Where a plan stands of which it is known what came. */
export const PLANNED = { start: 'plannedStart', end: 'plannedEnd' } as const

export const FUNDING_ROLE = '1'
export const IMPLEMENTING_ROLE = '4'

export const TRANSACTION_TYPES: Readonly<Record<string, string>> = {
  '1': 'incoming-funds',
  '2': 'outgoing-commitment',
  '3': 'disbursement',
  '4': 'expenditure',
  '5': 'interest-payment',
  '6': 'loan-repayment',
  '7': 'reimbursement',
  '8': 'purchase-of-equity',
  '9': 'sale-of-equity',
  '10': 'credit-guarantee',
  '11': 'incoming-commitment',
  '12': 'outgoing-pledge',
  '13': 'incoming-pledge',
}

/** Vocabularies of sectors that are kept, by the beginning of the word: DAC purpose codes of five digits and of three. */
export const SECTOR_VOCABULARIES: Readonly<Record<string, string>> = { '1': 'dac-', '2': 'dac-category-' }
/** Sectors not specified: says nothing, and the standard asks for a sector. */
export const NO_SECTOR = '99810'

/** Where themes of this desk are explained to others; a tag or a sector of this vocabulary is a theme. */
export const THEMES_VOCABULARY = 'urn:demarche:portfolio:themes'
/** The same for regions. */
export const REGIONS_VOCABULARY = 'urn:demarche:places'
/** The name under which this desk owns identifiers of its own. */
export const OWNER = 'Demarche'
/** Document category: web page of the activity. */
export const WEB_PAGE = 'A12'

/** The code under which a table has the word. */
export function codeOf(table: Readonly<Record<string, string>>, word: string): string | undefined {
  return Object.keys(table)
    .toReversed()
    .find((code) => table[code] === word)
}
