/**
 * Confidence building on demand: the sets of measures with who can report what, one report, and what a paper of it is made of.
 *
 * Everything is read through the reader's row security and judged by core.
 *
 * Rests on: `confidenceReport` of core. Rules: PFO-60 to PFO-66. Next door: `portfolio-desk.ts`, `contact-desk.ts`.
 */
import {
  type ConfidenceAnswer,
  type ConfidenceReportAnswer,
  type confidenceReportQuerySchema,
  type RecordRow,
  type SetOverview,
} from '@demarche/api'
import {
  confidenceReport,
  type CountryGroup,
  effectiveMarking,
  facet,
  groupNames,
  highestMarking,
  type PortfolioRecord,
  printedNameOf,
  type RecordKind,
  takesPartIn,
  wordsIn,
} from '@demarche/core'
import type { Language } from '@demarche/core/kernel/language.ts'
import type { ConfidencePaper } from '@demarche/documents'
import type { LedgerReads, Reader } from '@demarche/store'
import type { z } from 'zod'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { notOnRecord } from '../not-on-record.ts'
import { withSources } from './portfolio-desk.ts'
import { openRecordReading } from './record-reading.ts'

type ReportQuery = z.output<typeof confidenceReportQuerySchema>

export interface ConfidenceDesk {
  overview(reader: Reader, asOf?: string): Promise<ConfidenceAnswer>
  /** @throws DemarcheError not-found when the reader sees no measure of that set */
  report(reader: Reader, query: ReportQuery): Promise<ConfidenceReportAnswer>
  /** What the paper and the table of a report are made of. @throws DemarcheError as `report` */
  paper(
    reader: Reader,
    query: ReportQuery,
    language: Language,
  ): Promise<Omit<ConfidencePaper, 'producedOn' | 'doctrineVersion'>>
}

export interface ConfidenceParts {
  readonly store: Pick<StoreView, 'as'>
  readonly kinds: readonly RecordKind[]
  /** the kinds in the words of a language */
  readonly kindsIn: (language: Language) => readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  /** the present calendar day in Brussels */
  readonly today: () => string
}

/** Records of one kind that are weighed at once. */
const MOST = 20_000

/** Everything that reports are made of, as one reader sees it. */
interface OnRecord {
  readonly sets: readonly PortfolioRecord[]
  readonly measures: readonly PortfolioRecord[]
  readonly acts: readonly PortfolioRecord[]
  readonly contacts: readonly PortfolioRecord[]
  readonly checks: readonly PortfolioRecord[]
}

export function openConfidenceDesk({
  store,
  kinds,
  kindsIn,
  groups,
  today,
}: ConfidenceParts): ConfidenceDesk {
  const reading = openRecordReading(kinds, today)

  const ofKind = async (
    ledger: LedgerReads,
    kind: string,
    asOf: string,
    facets: readonly (readonly string[])[] = [],
  ): Promise<readonly PortfolioRecord[]> => {
    const question = { kinds: [kind], facets: [...facets], sort: 'start', order: 'asc' } as const
    const { entities } = await ledger.findRecords({ ...question, offset: 0, limit: MOST })
    return reading.readAll(ledger, entities, asOf)
  }

  /** @param state whose acts and contacts; everybody's when absent */
  const gather = async (ledger: LedgerReads, asOf: string, state?: string): Promise<OnRecord> => {
    const own = state === undefined ? [] : [[facet('party', state)]]
    const [sets, measures, acts, contacts] = await Promise.all([
      ofKind(ledger, 'cbm-set', asOf),
      ofKind(ledger, 'cbm', asOf),
      ofKind(ledger, 'cbm-act', asOf, own),
      ofKind(ledger, 'contact-point', asOf, own),
    ])
    const checks =
      contacts.length === 0
        ? []
        : await ofKind(ledger, 'contact-check', asOf, [
            contacts.map(({ entity }) => facet('contact', entity)),
          ])
    return { sets, measures, acts, contacts, checks }
  }

  const reportFrom = (on: OnRecord, { set, state, from, to, asOf = today() }: ReportQuery) => {
    const record = on.sets.find((one) => wordsIn(one, 'set').includes(set))
    const [network] = record ? wordsIn(record, 'network') : []
    return { record, report: confidenceReport({ ...on, set, network, state, from, to, asOf, groups }) }
  }

  /** The report and every record that goes into it. */
  const gatherReport = async (ledger: LedgerReads, query: ReportQuery) => {
    const { set, state, asOf = today() } = query
    const on = await gather(ledger, asOf, state)
    const { record, report } = reportFrom(on, query)
    if (report.rows.length === 0) throw notOnRecord(set)
    const named = new Set(
      report.rows.flatMap(({ measure, acts, proposed, contacts }) => [
        measure,
        ...[...acts, ...proposed, ...contacts].map(({ entity }) => entity),
        ...contacts.flatMap(({ lastCheck }) => lastCheck?.entity ?? []),
      ]),
    )
    const records = [
      ...(record ? [record] : []),
      ...[...on.measures, ...on.acts, ...on.contacts, ...on.checks].filter(({ entity }) => named.has(entity)),
    ]
    return { record, report, records }
  }

  return {
    async overview(reader, asOf = today()) {
      const ledger = store.as(reader)
      const on = await gather(ledger, asOf)
      const codes = [...new Set(on.measures.flatMap((one) => wordsIn(one, 'set')))].toSorted()
      const rows = new Map((await asRows(ledger, on.sets)).map((row) => [row.entity, row]))
      const sets = codes.map((set): SetOverview => {
        const record = on.sets.find((one) => wordsIn(one, 'set').includes(set))
        const row = record && rows.get(record.entity)
        return {
          set,
          measures: on.measures.filter((one) => wordsIn(one, 'set').includes(set)).length,
          ...(row ? { record: row } : {}),
          states: statesOf(on).flatMap((state) => {
            const own = ofState(on, state)
            const { report } = reportFrom(own, { set, state, asOf })
            const { counts } = report
            const acts = countActs(report.rows.flatMap((one) => one.acts))
            const proposed = countActs(report.rows.flatMap((one) => one.proposed))
            if (acts + proposed === 0 && counts['none-on-record'] === report.rows.length) return []
            return [{ state, takesPart: takesPartIn(groups, set, state, asOf), counts, acts, proposed }]
          }),
        }
      })
      const all = [...on.sets, ...on.measures, ...on.acts, ...on.contacts, ...on.checks]
      return { asOf, marking: highestMarking(all.map(({ marking }) => marking)), sets }
    },
    async report(reader, query) {
      const ledger = store.as(reader)
      const { set, state, asOf = today() } = query
      const { record, report, records } = await gatherReport(ledger, query)
      const rows = new Map((await asRows(ledger, records)).map((row) => [row.entity, row]))
      const own = record && rows.get(record.entity)
      const { names, namesMarking } = await reading.namesOf(ledger, records, asOf)
      return {
        marking: highestMarking([namesMarking, ...records.map(({ marking }) => marking)]),
        takesPart: takesPartIn(groups, set, state, asOf),
        report,
        ...(own ? { record: own } : {}),
        records: Object.fromEntries(rows),
        names,
      }
    },
    async paper(reader, query, language) {
      const ledger = store.as(reader)
      const { set, state, from, to, asOf = today() } = query
      const { record, report, records } = await gatherReport(ledger, query)
      const statements = await ledger.statementsOf(records.map(({ entity }) => entity))
      const { names, namesMarking } = await reading.namesOf(ledger, records, asOf)
      const named = groupNames(groups, language)
      const nameOfPlace = (code: string) => named.get(code) ?? printedNameOf(code, language)
      return {
        report,
        ...(record ? { setRecord: record.entity } : {}),
        setName: record?.name ?? nameOfPlace(set),
        stateName: nameOfPlace(state),
        from,
        to,
        // what was recorded meanwhile is in the statements, and so in the marking
        marking: highestMarking([
          namesMarking,
          ...records.map(({ marking }) => marking),
          ...statements.map(effectiveMarking),
        ]),
        records,
        language,
        kinds: kindsIn(language),
        statements: Object.fromEntries(statements.map((statement) => [statement.id, statement])),
        names: { ...Object.fromEntries(named), ...names },
      }
    },
  }
}

async function asRows(
  ledger: LedgerReads,
  records: readonly PortfolioRecord[],
): Promise<readonly RecordRow[]> {
  return withSources(records, await ledger.statementsOf(records.map(({ entity }) => entity)))
}

function statesOf({ acts, contacts }: OnRecord): readonly string[] {
  return [...new Set([...acts, ...contacts].flatMap((one) => wordsIn(one, 'party')))].toSorted()
}

function ofState(on: OnRecord, state: string): OnRecord {
  const isOwn = (record: PortfolioRecord) => wordsIn(record, 'party').includes(state)
  return { ...on, acts: on.acts.filter(isOwn), contacts: on.contacts.filter(isOwn) }
}

function countActs(acts: readonly { readonly entity: string }[]): number {
  return new Set(acts.map(({ entity }) => entity)).size
}
