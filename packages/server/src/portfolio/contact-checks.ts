/**
 * The communication checks of points of contact, as a reader sees them; kept until one of them changes.
 *
 * Next door: `open-points-desk.ts` and `coming-desk.ts` ask which contact has lapsed or will.
 */
import {
  highestMarking,
  type Marking,
  type PortfolioRecord,
  type RecordKind,
  readRecord,
  wordsIn,
} from '@demarche/core'
import type { LedgerReader } from '@demarche/store'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'

export const CONTACT_KIND = 'contact-point'
const CHECK_KIND = 'contact-check'
const MOST_DAYS = 2

/** By point of contact, its checks as read on the day. */
export type ContactChecks = (
  ledger: LedgerReader,
  day: string,
) => Promise<ReadonlyMap<string, readonly PortfolioRecord[]>>

/** The marking of what is said of a contact by its checks: that of the contact and of all of them, for the last one follows from all. */
export function markedWithChecks(
  { marking }: Pick<PortfolioRecord, 'marking'>,
  checks: readonly Pick<PortfolioRecord, 'marking'>[] = [],
): Marking {
  return highestMarking([marking, ...checks.map((check) => check.marking)])
}

export function openContactChecks(kinds: readonly RecordKind[]): ContactChecks {
  const kind = kinds.find(({ id }) => id === CHECK_KIND)
  if (!kind) throw new RangeError(`The desk has no kind of record "${CHECK_KIND}".`)
  const days = new Map<string, MadeOfStatements<PortfolioRecord>>()
  return async (ledger, day) => {
    const read =
      days.get(day) ??
      keepWhatIsMade((entity, statements) => readRecord({ kind, entity, statements, asOf: day }))
    keepLast(days, day, read, MOST_DAYS)
    const { made } = await read(ledger, (await ledger.kindSeen(CHECK_KIND)).digests)
    const checksOf = new Map<string, PortfolioRecord[]>()
    for (const check of made.values()) {
      for (const contact of wordsIn(check, 'contact')) {
        const own = checksOf.get(contact)
        if (own) own.push(check)
        else checksOf.set(contact, [check])
      }
    }
    return checksOf
  }
}
