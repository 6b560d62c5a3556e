/**
 * Consultations on demand, as one reader sees them: for the desk and, asked as everybody, for the public page.
 *
 * What was answered is a list that is read page by page; of a consultation itself only what its synthesis cites is read.
 *
 * Rests on: `readConsultation` of core. Rules: docs/rules/stakeholders.md. Next door: `find-submissions.ts`, `public-desk.ts`.
 */
import { type RecordNames } from '@demarche/api'
import {
  type ConsultationView,
  highestMarking,
  kindOfEntity,
  type Marking,
  mayLower,
  type PortfolioRecord,
  readConsultation,
  type RecordKind,
  readSubmission,
  saysNothing,
  type SubmissionList,
  type SubmissionView,
  synthesisIn,
  type WaitingConsultation,
  weighSynthesis,
} from '@demarche/core'
import type { LedgerReads, Reader, RecordPlace } from '@demarche/store'
import type { StoreView } from '../access/narrowed-ledger.ts'
import { notOnRecord } from '../not-on-record.ts'
import { openRecordReading } from '../portfolio/record-reading.ts'
import { submissionsIn } from './find-submissions.ts'
import { EVERYBODY } from './readers.ts'

export interface ConsultationRead {
  readonly consultation: ConsultationView
  readonly record: PortfolioRecord
  /** the highest marking of anything in it */
  readonly marking: Marking
  /** what it points at, by entity */
  readonly names: RecordNames
  /** the highest marking of what gives these names */
  readonly namesMarking: Marking
}

export interface SubmissionPage {
  readonly submissions: readonly SubmissionView[]
  /** the highest marking of anything in it */
  readonly marking: Marking
  /** how many the list has in all */
  readonly total: number
  readonly next: RecordPlace | null
}

export interface SubmissionQuery {
  /** all that still have a text when absent */
  readonly list?: SubmissionList | undefined
  /** every word of it stands somewhere in the submission */
  readonly q?: string | undefined
  readonly after?: RecordPlace | undefined
}

export interface ConsultationDesk {
  /** The same without what its synthesis cites: what is asked, and until when. @throws DemarcheError not-found */
  asked(reader: Reader, entity: string): Promise<Pick<ConsultationRead, 'consultation' | 'record'>>
  /** @throws DemarcheError not-found when the reader may see nothing of it */
  read(reader: Reader, entity: string): Promise<ConsultationRead>
  /** How many are in each list. */
  counts(reader: Reader, entity: string): Promise<Readonly<Record<SubmissionList, number>>>
  /** A page of what was answered, as it was received. @throws DemarcheError not-found when the reader may see nothing of the consultation */
  submissions(reader: Reader, entity: string, query: SubmissionQuery): Promise<SubmissionPage>
  /** Those of these submissions of which the reader may see anything, in their order. */
  records(reader: Reader, entities: readonly string[]): Promise<readonly PortfolioRecord[]>
  /** Consultations with answers that wait for the reader to moderate them; none for whoever does not. */
  waiting(reader: Reader): Promise<readonly WaitingConsultation[]>
  /** every consultation that the reader may see, without what their syntheses cite */
  list(reader: Reader): Promise<readonly ConsultationView[]>
}

interface Parts {
  readonly store: Pick<StoreView, 'as'>
  readonly kinds: readonly RecordKind[]
  /** the party whose desk this is: it moderates */
  readonly party: string
  /** the present instant */
  readonly clock: () => Date
  /** the present calendar day in Brussels */
  readonly today: () => string
}

const MOST_CONSULTATIONS = 500
const PAGE = 25

export function openConsultationDesk({ store, kinds, party, clock, today }: Parts): ConsultationDesk {
  const reading = openRecordReading(kinds, today)
  const now = () => clock().toISOString()
  const recordOf = async (ledger: LedgerReads, reader: Reader, entity: string): Promise<PortfolioRecord> => {
    const [record] =
      kindOfEntity(entity) === 'consultation' ? await reading.readAll(ledger, [entity], today()) : []
    // that something stood there once is for those who work here
    if (record && (reader !== EVERYBODY || !saysNothing(record))) return record
    throw notOnRecord(entity)
  }
  return {
    async asked(reader, entity) {
      const record = await recordOf(store.as(reader), reader, entity)
      return { record, consultation: readConsultation({ record, cited: [], now: now() }) }
    },
    async read(reader, entity) {
      const ledger = store.as(reader)
      const record = await recordOf(ledger, reader, entity)
      const cited = await reading.readAll(ledger, citedIn(record), today())
      const { names, namesMarking } = await reading.namesOf(ledger, [record], today())
      return {
        consultation: readConsultation({ record, cited, now: now() }),
        record,
        namesMarking,
        marking: highestMarking([...[record, ...cited].map(({ marking }) => marking), namesMarking]),
        names,
      }
    },
    async counts(reader, entity) {
      const ledger = store.as(reader)
      const cited = citedIn(await recordOf(ledger, reader, entity))
      const count = async (list?: SubmissionList): Promise<number> =>
        (await ledger.findRecords(submissionsIn(entity, { list, cited, limit: 0 }))).total
      const [all, accepted, uncited, aside] = await Promise.all([
        count(),
        count('accepted'),
        count('uncited'),
        count('set-aside'),
      ])
      return { waiting: all - accepted - aside, accepted, uncited, 'set-aside': aside }
    },
    async submissions(reader, entity, { list, q, after }) {
      const ledger = store.as(reader)
      const cited = citedIn(await recordOf(ledger, reader, entity))
      const { entities, total, next } = await ledger.findRecords(
        submissionsIn(entity, { list, q, after, cited, limit: PAGE }),
      )
      const records = await reading.readAll(ledger, entities, today())
      return {
        submissions: records.map(readSubmission),
        marking: highestMarking(records.map(({ marking }) => marking)),
        total,
        next,
      }
    },
    records: (reader, entities) => reading.readAll(store.as(reader), entities, today()),
    async waiting(reader) {
      if (!mayLower(reader, party)) return []
      const ledger = store.as(reader)
      const found = await ledger.countBy(
        { ...submissionsIn(undefined, { list: 'waiting', cited: [], limit: 0 }), sort: 'recorded' },
        'consultation',
      )
      const entities = found.flatMap(({ value, first }) => [value, first.entity])
      const records = new Map(
        (await reading.readAll(ledger, entities, today())).map((one) => [one.entity, one]),
      )
      return found.flatMap(({ value, first }) => {
        const [asked, answer] = [records.get(value), records.get(first.entity)]
        if (!asked || !answer || first.key === null) return []
        const marking = highestMarking([asked.marking, answer.marking])
        return [{ entity: value, question: asked.name, marking, since: first.key }]
      })
    },
    async list(reader) {
      const ledger = store.as(reader)
      const { entities } = await ledger.findRecords({
        kinds: ['consultation'],
        sort: 'recorded',
        order: 'desc',
        offset: 0,
        limit: MOST_CONSULTATIONS,
      })
      const records = await reading.readAll(ledger, entities, today())
      return records.map((record) => readConsultation({ record, cited: [], now: now() }))
    },
  }
}

/** The submissions that its synthesis cites. */
function citedIn(record: PortfolioRecord): readonly string[] {
  return weighSynthesis(synthesisIn(record), []).cited
}
