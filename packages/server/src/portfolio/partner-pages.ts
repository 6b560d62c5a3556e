/**
 * The page of a partner on demand, and what a brief for the next round is made of: everything tied to a State, an
 * organisation or a region that the reader may see, in the order that core gives it.
 *
 * Rests on: `partnerView` of core. Next door: `portfolio-desk.ts` reads the records.
 */
import type { PartnerAnswer, RecordNames, RecordRow, TiedSection } from '@demarche/api'
import {
  type CountryGroup,
  facet,
  groupName,
  groupsOf,
  highestMarking,
  isOfficiallyChecked,
  type Listing,
  listingsOn,
  partnerView,
  type PortfolioRecord,
  printedNameOf,
  PUBLIC,
  type RecordKind,
  standingOn,
  tiesToPlace,
} from '@demarche/core'
import type { PartnerBrief } from '@demarche/documents'
import type { LedgerReader, Reader, Store, TiedRecords } from '@demarche/store'

export interface PartnerPages {
  page(reader: Reader, code: string, asOf?: string): Promise<PartnerAnswer>
  /** What a brief for the next round is made of, with the statements that it rests on. */
  brief(
    reader: Reader,
    code: string,
    asOf?: string,
  ): Promise<Omit<PartnerBrief, 'producedOn' | 'doctrineVersion'>>
}

/** How records are read for a reader: see `portfolio-desk.ts`. */
export interface RecordReading {
  readAll(
    ledger: LedgerReader,
    entities: readonly string[],
    asOf: string,
  ): Promise<readonly PortfolioRecord[]>
  sectionsOf(
    reader: Reader,
    ledger: LedgerReader,
    tied: readonly TiedRecords[],
    asOf: string,
  ): Promise<{ readonly sections: readonly TiedSection[]; readonly records: readonly PortfolioRecord[] }>
  namesOf(
    reader: Reader,
    ledger: LedgerReader,
    rows: readonly RecordRow[],
    asOf: string,
    known: readonly PortfolioRecord[],
  ): Promise<RecordNames>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  readonly listings: () => readonly Listing[]
  readonly today: () => string
  readonly reading: RecordReading
}

/** Cases are tied to a place as those who were hit, and as those who are said to have done it. */
const CASE_TIES = ['target.country', 'memberStates', 'attributionClaim.accusedState']
/** So many of one kind the page of a partner weighs; it says how many there are in all. */
const MOST_WEIGHED = 40
/** Checks of all points of contact of one partner: of each the last one counts. */
const MOST_CHECKS = 400

export function openPartnerPages({
  store,
  kinds,
  groups,
  listings,
  today,
  reading: { readAll, sectionsOf, namesOf },
}: Parts): PartnerPages {
  /** The checks of the points of contact among the records. */
  const checksOf = async (
    ledger: LedgerReader,
    records: readonly PortfolioRecord[],
    asOf: string,
  ): Promise<readonly PortfolioRecord[]> => {
    const contacts = records.filter((record) => record.kind === 'contact-point')
    const tied = await ledger.findTied(
      contacts.map(({ entity }) => facet('contact', entity)),
      MOST_CHECKS,
    )
    const checks = tied.filter((section) => section.kind === 'contact-check')
    return readAll(ledger, [...new Set(checks.flatMap(({ entities }) => entities))], asOf)
  }

  /** The page of a partner, and the records that it is made of. */
  const gather = async (
    reader: Reader,
    ledger: LedgerReader,
    code: string,
    asOf: string,
  ): Promise<{ readonly answer: PartnerAnswer; readonly records: readonly PortfolioRecord[] }> => {
    const memberOf = groupsOf(groups, code, asOf)
    const ties = tiesToPlace(kinds, code)
    const facets = [
      ...ties.map((tie) => tie.facet),
      ...CASE_TIES.map((tie) => facet(tie, code)),
      // a source that names a region and no country speaks of this one too
      ...memberOf.map(({ group }) => facet('regions', group.id)),
    ]
    const { sections, records } = await sectionsOf(
      reader,
      ledger,
      await ledger.findTied(facets, MOST_WEIGHED),
      asOf,
    )
    const checks = await checksOf(ledger, records, asOf)
    const rows = sections.flatMap((section) => section.rows)
    const markings = [...rows, ...checks].map(({ marking }) => marking)
    const answer: PartnerAnswer = {
      code,
      asOf,
      memberOf: memberOf.map(({ group, membership: { kind: standing, held } }) => ({
        group: group.id,
        kind: standing,
        ...(held === 'unknown' ? { isUnsure: true as const } : {}),
      })),
      marking: markings.length === 0 ? PUBLIC : highestMarking(markings),
      sections,
      view: partnerView({
        kinds: [...new Set(ties.map((tie) => tie.kind))],
        code,
        asOf,
        records,
        checks,
      }),
      listings: listingsOn(listings(), asOf)
        .filter((one) => one.nationality === code || one.countryOfLinkedState === code)
        .map((one) => ({
          id: one.id,
          name: one.name,
          annexRef: one.annexRef,
          listingDate: one.listingDate,
          status: one.status,
          nationality: one.nationality,
          countryOfLinkedState: one.countryOfLinkedState,
          standing: standingOn(one, asOf),
          isChecked: isOfficiallyChecked(one),
        })),
      names: await namesOf(reader, ledger, rows, asOf, records),
    }
    return { answer, records }
  }

  return {
    async page(reader, code, asOf = today()) {
      const { answer } = await gather(reader, store.as(reader), code, asOf)
      return answer
    },
    async brief(reader, code, asOf = today()) {
      const ledger = store.as(reader)
      const { answer, records } = await gather(reader, ledger, code, asOf)
      const { view, names } = answer
      const statements = await ledger.statementsOf(records.map(({ entity }) => entity))
      const groupNames = Object.fromEntries(groups.map((group) => [group.id, groupName(group, 'en')]))
      return {
        code,
        name: groupNames[code] ?? printedNameOf(code, 'en'),
        asOf,
        marking: answer.marking,
        view,
        records,
        kinds,
        statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
        names: { ...groupNames, ...names },
      }
    },
  }
}
