/**
 * The points of contact that a reader sees, with the checks of their lines and what their directories ask for.
 *
 * Rules: PFO-71, PFO-72. Next door: `contact-desk.ts`, `contact-schedules.ts`.
 */
import {
  dayInBrussels,
  facet,
  type Marking,
  type PartialDate,
  parsePartialDate,
  type PortfolioRecord,
} from '@demarche/core'
import type { LedgerReader } from '@demarche/store'
import type { Office } from '../office.ts'
import { openRecordReading } from '../portfolio/record-reading.ts'

/** Records of one kind that are weighed at once. */
const MOST = 20_000

export interface ContactsOnRecord {
  readonly contacts: readonly PortfolioRecord[]
  readonly checks: readonly PortfolioRecord[]
  readonly sets: readonly PortfolioRecord[]
}

/** Whether a point of contact of that marking is asked by mail at all (PFO-71). */
export function mayBeMailed({ needToKnow, tlp }: Marking): boolean {
  return needToKnow === undefined && tlp !== 'TLP:RED'
}

/** The present day in Brussels. */
export function todayOf({ clock }: Pick<Office, 'clock'>): PartialDate {
  return parsePartialDate(dayInBrussels(clock().toISOString()))
}

/** All that the reader sees, as known by that day. */
export async function gatherContacts(
  { portfolio }: Pick<Office, 'portfolio'>,
  ledger: LedgerReader,
  asOf: string,
): Promise<ContactsOnRecord> {
  const reading = openRecordReading(portfolio.kinds, () => asOf)
  const ofKind = async (kind: string, facets: readonly (readonly string[])[] = []) => {
    const question = { kinds: [kind], facets: [...facets], sort: 'start', order: 'asc' } as const
    const { entities } = await ledger.findRecords({ ...question, offset: 0, limit: MOST })
    return reading.readAll(ledger, entities, asOf)
  }
  const [contacts, sets] = await Promise.all([ofKind('contact-point'), ofKind('cbm-set')])
  const checks =
    contacts.length === 0
      ? []
      : await ofKind('contact-check', [contacts.map(({ entity }) => facet('contact', entity))])
  return { contacts, checks, sets }
}
