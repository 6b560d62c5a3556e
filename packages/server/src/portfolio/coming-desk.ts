/**
 * What is coming in the portfolio, and who has not been met on what, as a reader sees it.
 *
 * The ledger finds the records that may have a date in the time; what is shown is read from them. Rests on: core's
 * `portfolio/calendar`. Next door: `open-points-desk.ts` for what is past its day; `../calendar` for the feed.
 */
import {
  type ComingAnswer,
  type ComingEntry,
  type comingQuerySchema,
  DemarcheError,
  faultOf,
  type NotMetAnswer,
  type notMetQuerySchema,
  refusalOf,
} from '@demarche/api'
import {
  comingDatesOf,
  comingOf,
  compareComing,
  type CountryGroup,
  type DaySpan,
  findGroup,
  highestMarking,
  inWords,
  knownBy,
  lapseOf,
  membersOf,
  notMetSince,
  type PortfolioRecord,
  readRecord,
  type RecordKind,
  wordsIn,
} from '@demarche/core'
import type { LedgerReader, Reader, Store } from '@demarche/store'
import { Temporal } from 'temporal-polyfill'
import type { z } from 'zod'
import { keepWhatIsMade, type MadeOfStatements } from '../dossier/made-of-statements.ts'
import { keepLast } from '../keep-last.ts'
import { CONTACT_KIND, type ContactChecks, markedWithChecks } from './contact-checks.ts'
import { facetsAt, knownKind } from './narrowed-to.ts'
import type { RecordReading } from './record-reading.ts'

export interface ComingDesk {
  /** @throws DemarcheError not-found for a kind that there is not, value-refused for a time that ends before it begins */
  coming(reader: Reader, query: z.output<typeof comingQuerySchema>): Promise<ComingAnswer>
  notMet(reader: Reader, query: z.output<typeof notMetQuerySchema>): Promise<NotMetAnswer>
}

interface Parts {
  readonly store: Pick<Store, 'as'>
  readonly kinds: readonly RecordKind[]
  readonly groups: readonly CountryGroup[]
  readonly reading: RecordReading
  readonly checksOf: ContactChecks
}

const MEETING_KIND = 'meeting'
const MONTHS_AHEAD = 6
/** Records that are looked at for one answer. */
const MOST_LOOKED_AT = 500
const MOST_CONTACTS = 2000
const MOST_DAYS = 2

export function openComingDesk({ store, kinds, groups, reading, checksOf }: Parts): ComingDesk {
  const byId = new Map(kinds.map((kind) => [kind.id, kind]))
  const dated = kinds.filter((kind) => comingDatesOf(kind).length > 0)
  const meetingKind = byId.get(MEETING_KIND)
  if (!meetingKind) throw new RangeError(`The desk has no kind of record "${MEETING_KIND}".`)
  const meetings = new Map<string, MadeOfStatements<PortfolioRecord | null>>()

  const entriesOf = (record: PortfolioRecord, dates: readonly Pick<ComingEntry, 'what' | 'on' | 'doubt'>[]) =>
    dates.map((date): ComingEntry => {
      const { entity, kind: id, name, marking } = record
      const places = (byId.get(id)?.properties ?? [])
        .filter(({ type, tie }) => type === 'places' && tie !== undefined)
        .flatMap((property) => wordsIn(record, property.name))
      return { entity, kind: id, name, marking, places: [...new Set(places)], ...date }
    })

  /** Points of contact that lapse in the time unless somebody tries them. */
  const lapsing = async (
    ledger: LedgerReader,
    facets: readonly (readonly string[])[],
    today: string,
    span: DaySpan,
  ): Promise<readonly ComingEntry[]> => {
    const { entities } = await ledger.findRecords({
      kinds: [CONTACT_KIND],
      facets,
      sort: 'name',
      order: 'asc',
      offset: 0,
      limit: MOST_CONTACTS,
    })
    if (entities.length === 0) return []
    const checks = await checksOf(ledger, today)
    const due = new Map(
      entities.flatMap((entity) => {
        const dates = lapseOf(checks.get(entity) ?? [], today, span)
        return dates.length > 0 ? [[entity, dates] as const] : []
      }),
    )
    const contacts = await reading.readAll(ledger, [...due.keys()], today)
    return contacts.flatMap((record) => {
      const marking = markedWithChecks(record, checks.get(record.entity))
      return entriesOf({ ...record, marking }, due.get(record.entity) ?? [])
    })
  }

  return {
    async coming(reader, { kind, place, ...asked }) {
      if (kind !== undefined) knownKind(byId, kind)
      const today = reading.today()
      const from = asked.from ?? today
      const to = asked.to ?? monthsLater(from, MONTHS_AHEAD)
      if (to < from) throw endsBefore()
      const span = { from, to }
      const ledger = store.as(reader)
      const facets = place === undefined ? [] : [facetsAt(kinds, groups, place, today)]
      const wanted = dated.flatMap(({ id }) => (kind === undefined || kind === id ? [id] : []))
      const found =
        wanted.length === 0
          ? []
          : await ledger.findComing({ kinds: wanted, facets, ...span, limit: MOST_LOOKED_AT + 1 })
      const records = await reading.readAll(ledger, found.slice(0, MOST_LOOKED_AT), today)
      const entries = records.flatMap((record) => {
        const of = byId.get(record.kind)
        return of ? entriesOf(record, comingOf(of, record, span)) : []
      })
      const lapses =
        kind === undefined || kind === CONTACT_KIND ? await lapsing(ledger, facets, today, span) : []
      return {
        ...span,
        entries: [...entries, ...lapses].toSorted(
          (a, b) => compareComing(a, b) || compareText(a.name, b.name) || compareText(a.entity, b.entity),
        ),
        isCut: found.length > MOST_LOOKED_AT,
      }
    },
    async notMet(reader, { months, place }) {
      const asOf = reading.today()
      const since = monthsLater(asOf, -months)
      const ledger = store.as(reader)
      const read =
        meetings.get(asOf) ??
        keepWhatIsMade((entity, statements): PortfolioRecord | null =>
          knownBy(statements, { saidBy: asOf }).length === 0
            ? null
            : readRecord({ kind: meetingKind, entity, statements, asOf }),
        )
      keepLast(meetings, asOf, read, MOST_DAYS)
      const { made } = await read(ledger, (await ledger.kindSeen(MEETING_KIND)).digests)
      const all = [...made.values()].filter((one) => one !== null)
      const isAsked = isAt(groups, place, asOf)
      const partners = notMetSince(all, since, asOf).filter(({ partner }) => isAsked(partner))
      const named = new Set(
        partners.flatMap(({ last, next, topics }) =>
          [last, next, ...topics].flatMap((met) => (met ? [met.entity] : [])),
        ),
      )
      const shown = all.filter(({ entity }) => named.has(entity))
      return {
        asOf,
        since,
        partners,
        names: Object.fromEntries(shown.map(({ entity, name }) => [entity, name])),
        marking: highestMarking(
          // that somebody has not been met follows from every meeting with them
          all.filter((meeting) => wordsIn(meeting, 'partners').some(isAsked)).map(({ marking }) => marking),
        ),
      }
    },
  }
}

/** Whether a partner is the place asked for, or one of its members on the day. */
function isAt(
  groups: readonly CountryGroup[],
  place: string | undefined,
  day: string,
): (partner: string) => boolean {
  if (place === undefined) return () => true
  const members = findGroup(groups, place) ? membersOf(groups, place, day).map(({ country }) => country) : []
  const asked = new Set([place, ...members])
  return (partner) => asked.has(partner)
}

/** The same day of another month; its last where that has no such day. */
function monthsLater(day: string, months: number): string {
  return Temporal.PlainDate.from(day).add({ months }).toString()
}

function endsBefore(): DemarcheError {
  return refusalOf('value-refused', faultOf('/to', inWords('ends-before-it-begins'), 'PFO-80'))
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
