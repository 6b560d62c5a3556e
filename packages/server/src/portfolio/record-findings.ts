/**
 * What core concludes from a record of a kind about which there is something to conclude.
 *
 * Next door: `portfolio-desk.ts` answers with it; core's `portfolio/rights`, `portfolio/evidence` and `portfolio/partner` conclude.
 */
import type { RecordAnswer } from '@demarche/api'
import {
  contactStanding,
  facet,
  type PortfolioRecord,
  readCustody,
  readScreening,
  weighListingUse,
} from '@demarche/core'

/** @param recordsWith the records of a kind, as the reader sees them, that have one of these facets */
export async function findingsOf(
  record: PortfolioRecord,
  recordsWith: (kind: string, facets: readonly string[]) => Promise<readonly PortfolioRecord[]>,
): Promise<Pick<RecordAnswer, 'screening' | 'evidence' | 'contact'>> {
  if (record.kind === 'screening') return { screening: readScreening(record) }
  if (record.kind === 'contact-point') {
    const checks = await recordsWith('contact-check', [facet('contact', record.entity)])
    return { contact: contactStanding(checks, record.asOf) }
  }
  if (record.kind !== 'evidence-item') return {}
  const custody = readCustody(await recordsWith('custody-entry', [facet('item', record.entity)]))
  return { evidence: { custody, listingUse: weighListingUse(record, custody) } }
}
