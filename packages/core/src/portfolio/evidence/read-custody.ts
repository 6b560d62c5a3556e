/**
 * The chain of custody of an item: its entries in their order, and every gap between them.
 *
 * A gap is shown, never closed: a copy whose hash is not the one it had before, and an entry that does not say what it was.
 *
 * Rests on: ISO/IEC 27037:2012 for what an entry records (read second-hand; see the records of the portfolio); the hash
 * before and after is our addition. Rules: docs/rules/portfolio.md, PFO-46. Next door: `weigh-listing-use.ts`.
 */
import { type PortfolioRecord, wordsIn } from '../read-record.ts'

export interface CustodyEntry {
  readonly entity: string
  readonly name: string
  readonly day?: string
  readonly holder?: string
}

export const CUSTODY_GAPS = ['hash-changed', 'hash-missing', 'undated', 'holder-missing'] as const
export type CustodyGap = (typeof CUSTODY_GAPS)[number]

export interface Custody {
  /** by day; entries of one day by name, undated ones last */
  readonly entries: readonly CustodyEntry[]
  readonly gaps: readonly { readonly entity: string; readonly gap: CustodyGap }[]
}

/** Reads the entries of one item. */
export function readCustody(records: readonly Pick<PortfolioRecord, 'entity' | 'name' | 'facts'>[]): Custody {
  const entries = records
    .map((record) => ({
      entity: record.entity,
      name: record.name,
      day: wordsIn(record, 'start')[0],
      holder: wordsIn(record, 'holder')[0],
      before: wordsIn(record, 'hashBefore')[0]?.toLowerCase(),
      after: wordsIn(record, 'hashAfter')[0]?.toLowerCase(),
    }))
    .toSorted((a, b) => compareText(a.day ?? '9999', b.day ?? '9999') || compareText(a.name, b.name))
  let last: string | undefined
  const gaps = entries.flatMap(({ entity, day, holder, before, after }) => {
    const found: CustodyGap[] = []
    if (day === undefined) found.push('undated')
    if (holder === undefined) found.push('holder-missing')
    const seen = before ?? after
    if (seen === undefined) found.push('hash-missing')
    else if (last !== undefined && seen !== last) found.push('hash-changed')
    if (before !== undefined && after !== undefined && before !== after && !found.includes('hash-changed'))
      found.push('hash-changed')
    last = after ?? before ?? last
    return found.map((gap) => ({ entity, gap }))
  })
  return {
    entries: entries.map(({ entity, name, day, holder }) => ({
      entity,
      name,
      ...(day === undefined ? {} : { day }),
      ...(holder === undefined ? {} : { holder }),
    })),
    gaps,
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
