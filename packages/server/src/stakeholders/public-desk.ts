/**
 * The public page: what this desk shows to anybody, read as everybody through the same row security as all else.
 *
 * Kinds that are internal stay away, however they are marked; who put something on record, and when, is not told.
 *
 * Rules: docs/rules/stakeholders.md, STK-02. Next door: `consultation-desk.ts`; `../routes/public` asks it.
 */
import {
  faultOf,
  PUBLIC_PAGE_ROWS,
  type PublicAnswer,
  type PublicConsultationAnswer,
  type PublicConsultationRow,
  type publicListQuerySchema,
  type PublicListAnswer,
  type PublicRecordAnswer,
  type PublicSubmissionsAnswer,
  type PublishedSubmission,
  type RecordNames,
  refusalOf,
} from '@demarche/api'
import {
  CONSULTATION_STANDINGS,
  type ConsultationView,
  type CountryGroup,
  groupName,
  inWords,
  kindOfEntity,
  type Language,
  type Party,
  type RecordKind,
  saysNothing,
  type Source,
  type SubmissionView,
} from '@demarche/core'
import type { z } from 'zod'
import type { RecordPlace } from '@demarche/store'
import { notOnRecord } from '../not-on-record.ts'
import type { PortfolioDesk } from '../portfolio/portfolio-desk.ts'
import type { ConsultationDesk } from './consultation-desk.ts'
import { writePlace } from './find-submissions.ts'
import { EVERYBODY } from './readers.ts'

export interface PublicDesk {
  overview(party: Party | string, language: Language): Promise<PublicAnswer>
  /** @throws DemarcheError not-found for a kind that there is not, or that is internal */
  list(query: z.output<typeof publicListQuerySchema>): Promise<PublicListAnswer>
  /** @throws DemarcheError not-found when nothing of it is public */
  record(entity: string, language: Language): Promise<PublicRecordAnswer>
  /** @throws DemarcheError not-found when nothing of it is public */
  consultation(entity: string, language: Language): Promise<PublicConsultationAnswer>
  /** A page of what was published of the answers. @throws DemarcheError not-found when nothing of the consultation is public */
  submissions(entity: string, after: RecordPlace | undefined): Promise<PublicSubmissionsAnswer>
}

export function openPublicDesk(
  portfolio: PortfolioDesk,
  consultations: ConsultationDesk,
  groups: readonly CountryGroup[],
): PublicDesk {
  const internal = new Set(portfolio.kinds.filter((kind) => kind.internal).map(({ id }) => id))
  const shownKind = (id: string, language: Language): RecordKind => {
    const kind = portfolio.kindsIn(language).find((one) => one.id === id && !one.internal)
    if (kind) return kind
    throw refusalOf('not-found', faultOf('params.kind', inWords('no-such-kind', { seen: id })))
  }
  const shownNames = (names: RecordNames): RecordNames =>
    Object.fromEntries(Object.entries(names).filter(([entity]) => !internal.has(kindOfEntity(entity))))
  return {
    async overview(party, language) {
      const [{ counts }, all] = await Promise.all([
        portfolio.overview(EVERYBODY),
        consultations.list(EVERYBODY),
      ])
      return {
        ...(typeof party === 'string'
          ? { party, partyName: null }
          : { party: party.code, partyName: party.label }),
        groups: groups.map((group) => ({ id: group.id, name: groupName(group, language) })),
        consultations: all.toSorted(byStanding).map(rowOf),
        kinds: portfolio.kindsIn(language).flatMap(({ id, label, plural, area }) => {
          const count = internal.has(id) ? 0 : (counts[id] ?? 0)
          return count === 0 ? [] : [{ id, label, plural, area, count }]
        }),
      }
    },
    async list({ language, offset, ...query }) {
      const kind = shownKind(query.kind, language)
      const { total, rows, names } = await portfolio.list(EVERYBODY, {
        ...query,
        detail: 'columns',
        sort: 'name',
        order: 'asc',
        offset,
        limit: PUBLIC_PAGE_ROWS,
      })
      return { kind, total, rows, names: shownNames(names) }
    },
    async record(entity, language) {
      const kind = shownKind(kindOfEntity(entity), language)
      const { record, statements, tied, names } = await portfolio.record(EVERYBODY, entity, {})
      // withdrawn: that something stood there once is for those who work here
      if (saysNothing(record)) throw notOnRecord(entity)
      const { marking: _, ...shown } = record
      return {
        kind,
        record: shown,
        sources: Object.fromEntries(
          Object.values(statements).map(({ id, source }) => [id, shownSource(source)]),
        ),
        names: shownNames(names),
        tied: tied.flatMap(({ kind: of, property, total, rows }) => {
          const its = portfolio.kindsIn(language).find(({ id }) => id === of)
          if (!its || its.internal) return []
          const heading = its.properties.find(({ name }) => name === property.split('.')[0])?.back
          const records = rows.map((row) => ({ entity: row.entity, name: row.name }))
          return [{ heading: heading ?? its.plural, total, records }]
        }),
      }
    },
    async consultation(entity, language) {
      const { consultation, names } = await consultations.read(EVERYBODY, entity)
      const { cited, finding, led, ...rest } = consultation
      const shown = shownNames(names)
      const kind = portfolio.kindsIn(language).find(({ id }) => id === 'submission')
      return {
        consultation: {
          ...rest,
          led: led.filter((one) => Object.hasOwn(shown, one)),
          cited: cited.flatMap(({ entity: one, text }) => (text === undefined ? [] : [one])),
          citedInAll: finding.cited.length,
        },
        names: shown,
        sorts: kind?.properties.find(({ name }) => name === 'sort')?.values ?? {},
      }
    },
    async submissions(entity, after) {
      const { submissions, total, next } = await consultations.submissions(EVERYBODY, entity, { after })
      return { submissions: submissions.flatMap(published), total, next: writePlace(next) }
    },
  }
}

/** Without the items of evidence, which are of an internal kind: their addresses are made from their names. */
function shownSource(source: Source): Omit<Source, 'evidence'> {
  const { evidence: _, ...shown } = source
  return shown
}

/** What the public reads of a submission; nothing of one whose text it may not see. */
function published({
  entity,
  text,
  from,
  sort,
  countries,
  receivedOn,
}: SubmissionView): readonly PublishedSubmission[] {
  if (text === undefined) return []
  return [
    {
      entity,
      text,
      countries,
      ...(from === undefined ? {} : { from }),
      ...(sort === undefined ? {} : { sort }),
      ...(receivedOn === undefined ? {} : { receivedOn }),
    },
  ]
}

function rowOf(view: ConsultationView): PublicConsultationRow {
  const { entity, question, by, standing, opens, closes, synthesis, outcome } = view
  return {
    entity,
    question,
    by,
    standing,
    ...(opens === undefined ? {} : { opens }),
    ...(closes === undefined ? {} : { closes }),
    hasSynthesis: synthesis.length > 0,
    hasOutcome: outcome !== undefined,
  }
}

const rank = ({ standing }: ConsultationView): number => CONSULTATION_STANDINGS.indexOf(standing)

/** What can be answered first, the next to close before the others; then what closed last. */
function byStanding(a: ConsultationView, b: ConsultationView): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b)
  const [left, right] = [a, b].map(({ closes = '9999', entity }) => `${closes} ${entity}`)
  const order = (left ?? '') < (right ?? '') ? -1 : 1
  return a.standing === 'closed' ? -order : order
}
