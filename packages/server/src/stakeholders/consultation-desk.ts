/**
 * Consultations on demand, as one reader sees them: for the desk and, asked as everybody, for the public page.
 *
 * Rests on: `readConsultation` of core. Rules: docs/rules/stakeholders.md. Next door: `public-desk.ts`.
 */
import { DemarcheError, type RecordNames } from '@demarche/api'
import {
  type ConsultationView,
  facet,
  highestMarking,
  kindOfEntity,
  type Marking,
  type PortfolioRecord,
  readConsultation,
  type RecordKind,
} from '@demarche/core'
import type { LedgerReader, Reader, Store } from '@demarche/store'
import { openRecordReading } from '../portfolio/record-reading.ts'

export interface ConsultationRead {
  readonly consultation: ConsultationView
  readonly record: PortfolioRecord
  /** the highest marking of anything in it */
  readonly marking: Marking
  /** what it points at, by entity */
  readonly names: RecordNames
}

export interface ConsultationDesk {
  /** The same without its submissions: what is asked, and until when. @throws DemarcheError not-found */
  asked(reader: Reader, entity: string): Promise<Pick<ConsultationRead, 'consultation' | 'record'>>
  /** @throws DemarcheError not-found when the reader may see nothing of it */
  read(reader: Reader, entity: string): Promise<ConsultationRead>
  /** every consultation that the reader may see, without its submissions */
  list(reader: Reader): Promise<readonly ConsultationView[]>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  /** the present instant */
  readonly clock: () => Date
  /** the present calendar day in Brussels */
  readonly today: () => string
}

/** As many as one desk can have. */
const MOST_SUBMISSIONS = 10_000
const MOST_CONSULTATIONS = 500

export function openConsultationDesk({ store, kinds, clock, today }: Parts): ConsultationDesk {
  const reading = openRecordReading(kinds, today)
  const found = async (
    ledger: LedgerReader,
    kind: string,
    facets: readonly string[],
    limit: number,
  ): Promise<readonly PortfolioRecord[]> => {
    const { entities } = await ledger.findRecords({
      kinds: [kind],
      facets: facets.map((one) => [one]),
      sort: 'recorded',
      order: 'desc',
      offset: 0,
      limit,
    })
    return reading.readAll(ledger, entities, today())
  }
  const now = () => clock().toISOString()
  const recordOf = async (ledger: LedgerReader, entity: string): Promise<PortfolioRecord> => {
    const [record] =
      kindOfEntity(entity) === 'consultation' ? await reading.readAll(ledger, [entity], today()) : []
    if (record) return record
    throw new DemarcheError('not-found', `No consultation ${entity} that you may see is on record here.`)
  }
  return {
    async asked(reader, entity) {
      const record = await recordOf(store.as(reader), entity)
      return { record, consultation: readConsultation({ record, submissions: [], now: now() }) }
    },
    async read(reader, entity) {
      const ledger = store.as(reader)
      const record = await recordOf(ledger, entity)
      const submissions = await found(ledger, 'submission', [facet('consultation', entity)], MOST_SUBMISSIONS)
      const { names, namesMarking } = await reading.namesOf(ledger, [record], today())
      const markings = [record, ...submissions].map(({ marking }) => marking)
      return {
        consultation: readConsultation({ record, submissions, now: now() }),
        record,
        marking: highestMarking([...markings, namesMarking]),
        names,
      }
    },
    async list(reader) {
      const records = await found(store.as(reader), 'consultation', [], MOST_CONSULTATIONS)
      return records.map((record) => readConsultation({ record, submissions: [], now: now() }))
    },
  }
}
