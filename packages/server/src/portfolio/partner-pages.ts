/**
 * The page of a partner on demand, and what a brief for the next round is made of: everything tied to a State, an
 * organisation or a region that the reader may see, in the order that core gives it.
 *
 * Rests on: `partnerView` of core. Next door: `portfolio-desk.ts` reads the records.
 */
import type { PartnerAnswer } from '@demarche/api'
import {
  type CountryGroup,
  effectiveMarking,
  expandRegion,
  facet,
  findGroup,
  groupNames,
  groupsOf,
  highestMarking,
  isOfficiallyChecked,
  type Listing,
  listingsOn,
  partnerView,
  type PortfolioRecord,
  printedNameOf,
  type RecordKind,
  standingOn,
  tiesToPlace,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { PartnerBrief } from '@demarche/documents'
import type { LedgerReads, OpenRecords, Reader } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import type { RecordReading } from './record-reading.ts'

export interface PartnerPages {
  page(reader: Reader, code: string, asOf?: string): Promise<PartnerAnswer>
  /** What a brief for the next round is made of, with the statements that it rests on. */
  brief(
    reader: Reader,
    code: string,
    language: Language,
    asOf?: string,
  ): Promise<Omit<PartnerBrief, 'producedOn' | 'doctrineVersion'>>
}

interface Parts {
  readonly store: Pick<StoreView, 'as'>
  readonly kinds: readonly RecordKind[]
  /** the kinds in the words of a language */
  readonly kindsIn: (language: Language) => readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  readonly listings: () => readonly Listing[]
  readonly reading: RecordReading
}

/** Cases are tied to a place as those who were hit, and as those who are said to have done it. */
const CASE_TIES = ['target.country', 'memberStates', 'attributionClaim.accusedState']
/** So many of one kind the page of a partner weighs; it says how many there are in all. */
const MOST_WEIGHED = 24
/** What matters until it is settled, however old it is: the oldest promise that is open is the latest. */
const openOn = (asOf: string): readonly OpenRecords[] => [
  {
    kind: 'commitment',
    settled: ['standing=kept', 'standing=late', 'standing=not-kept', 'standing=overtaken'],
  },
  { kind: 'project', settled: ['status=closed', 'status=cancelled'], from: asOf },
]
/** Checks of all points of contact of one partner: of each the last one counts. */
const MOST_CHECKS = 400

export function openPartnerPages({
  store,
  kinds,
  kindsIn,
  groups,
  listings,
  reading: { today, readAll, tiedTo, namesOf },
}: Parts): PartnerPages {
  /** The checks of the points of contact among the records. */
  const checksOf = async (
    ledger: LedgerReads,
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
    ledger: LedgerReads,
    code: string,
    asOf: string,
  ): Promise<{ readonly answer: PartnerAnswer; readonly records: readonly PortfolioRecord[] }> => {
    const memberOf = groupsOf(groups, code, asOf)
    const ties = tiesToPlace(kinds, code)
    const members =
      findGroup(groups, code)?.kind === 'region' ? expandRegion(groups, code, asOf).countries : []
    const facets = [
      ...ties.map((tie) => tie.facet),
      ...CASE_TIES.map((tie) => facet(tie, code)),
      // a source that names a region and no country speaks of this one too
      ...memberOf.map(({ group }) => facet('regions', group.id)),
      // and one that names a country of this region works in it
      ...members.map((country) => facet('countries', country)),
    ]
    const { sections, records } = await tiedTo(ledger, facets, {
      most: MOST_WEIGHED,
      asOf,
      open: openOn(asOf),
    })
    const checks = await checksOf(ledger, records, asOf)
    const { names, namesMarking } = await namesOf(ledger, records, asOf, records)
    const markings = [
      ...sections.flatMap(({ rows }) => rows.map(({ marking }) => marking)),
      ...[...records, ...checks].map(({ marking }) => marking),
      namesMarking,
    ]
    const answer: PartnerAnswer = {
      code,
      asOf,
      memberOf: memberOf.map(({ group, membership: { kind: standing, held } }) => ({
        group: group.id,
        kind: standing,
        ...(held === 'unknown' ? { isUnsure: true as const } : {}),
      })),
      marking: highestMarking(markings),
      sections,
      view: partnerView({
        kinds: [...new Set(ties.map((tie) => tie.kind))],
        code,
        members,
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
      names,
    }
    return { answer, records }
  }

  return {
    page: (reader, code, asOf = today()) =>
      store.as(reader).atOneMoment(async (ledger) => (await gather(ledger, code, asOf)).answer),
    brief: (reader, code, language, asOf = today()) =>
      store.as(reader).atOneMoment(async (ledger) => {
        const { answer, records } = await gather(ledger, code, asOf)
        const { view, names } = answer
        const statements = await ledger.statementsOf(records.map(({ entity }) => entity))
        const named = groupNames(groups, language)
        return {
          code,
          name: named.get(code) ?? printedNameOf(code, language),
          asOf,
          // of a day of the past more is in the statements than the page shows
          marking: highestMarking([answer.marking, ...statements.map(effectiveMarking)]),
          view,
          records,
          language,
          kinds: kindsIn(language),
          statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
          names: { ...Object.fromEntries(named), ...names },
        }
      }),
  }
}
