/**
 * The page of a partner put in order: what was promised and is late, what is due, what runs and ends, whom to call, what was
 * raised, and what nobody knows of all this.
 *
 * Takes the records that are tied to a place, as the reader sees them, and names them by entity; screens and papers only
 * show. Pure.
 *
 * Rules: docs/rules/portfolio.md, PFO-20 to PFO-26. Next door: `record-standing.ts` judges single records.
 */
import {
  type CalendarDate,
  comparePartialDates,
  latestDay,
  type PartialDate,
} from '../../kernel/partial-date.ts'
import { kindOfEntity, type PortfolioRecord, type RecordDoubt, valuesOf, wordsIn } from '../read-record.ts'
import {
  COMMITMENT_STANDINGS,
  type CommitmentStanding,
  commitmentStanding,
  type ContactStanding,
  contactStanding,
  datesIn,
  firstDay,
  lastDay,
  MEETING_STANDINGS,
  type MeetingStanding,
  meetingStanding,
  PROJECT_STANDINGS,
  type ProjectStanding,
  projectStanding,
} from './record-standing.ts'

/** Who promised: the partner alone, the partner with others, or others towards the partner. */
export type Promiser = 'they' | 'both' | 'we' | 'not-stated'

export interface PartnerCommitment {
  readonly entity: string
  readonly standing: CommitmentStanding
  readonly promised: Promiser
}
export interface PartnerMeeting {
  readonly entity: string
  readonly standing: MeetingStanding
}
export interface PartnerProject {
  readonly entity: string
  readonly standing: ProjectStanding
  /** the regions by which alone it is tied to the country; empty where a source names the country */
  readonly regions: readonly string[]
  /** on the page of a region: its countries by which alone it is tied to it; empty where a source names the region */
  readonly countries: readonly string[]
}
export interface PartnerContact extends ContactStanding {
  readonly entity: string
}
/** One norm that was raised at a meeting. */
export interface RaisedNorm {
  /** the meeting */
  readonly entity: string
  readonly on?: PartialDate
  readonly norm: string
  readonly by?: string
  readonly what?: string
  /** absent: nobody has recorded one */
  readonly reply?: string
  /** nobody read it in the source that it is ascribed to */
  readonly unverified: boolean
}
/** What nobody knows, or knows well, of one record. */
export interface OpenPoint {
  readonly entity: string
  readonly doubts: readonly RecordDoubt[]
}

export interface PartnerView {
  readonly commitments: readonly PartnerCommitment[]
  readonly meetings: readonly PartnerMeeting[]
  readonly projects: readonly PartnerProject[]
  readonly contacts: readonly PartnerContact[]
  readonly raised: readonly RaisedNorm[]
  /** the list of work, commitments and dialogues first */
  readonly work: readonly OpenPoint[]
  /** the kinds of record of which nothing was found: none found is not none held */
  readonly noneFound: readonly string[]
}

export interface PartnerInput {
  /** the kinds that can be tied to a place */
  readonly kinds: readonly string[]
  /** the country, organisation or region */
  readonly code: string
  /** of a region: the countries that belong to it on the day */
  readonly members?: readonly string[]
  readonly asOf: CalendarDate
  /** every record tied to it that the reader may see, in the order of the ledger, each once */
  readonly records: readonly PortfolioRecord[]
  /** the checks of its points of contact */
  readonly checks: readonly PortfolioRecord[]
}

/** PFO-20 to PFO-26: the records of a partner in the order in which they matter on the day. */
export function partnerView({ kinds, code, members = [], asOf, records, checks }: PartnerInput): PartnerView {
  const of = Map.groupBy(records, ({ kind }) => kind)
  const own = (kind: string) => of.get(kind) ?? []
  const checksOf = Map.groupBy(checks, (check) => String(valuesOf(check, 'contact')[0] ?? ''))
  return {
    commitments: ordered(
      own('commitment').map((record) => ({
        record,
        standing: commitmentStanding(record, asOf),
        promised: promiserOf(record, code),
      })),
      COMMITMENT_STANDINGS,
      // what is settled has its news last; what is open is due soonest first
      ({ record, standing }) =>
        ['late', 'open'].includes(standing)
          ? { day: lastDay(record, 'due') }
          : { day: firstDay(record, 'start'), newestFirst: true },
    ),
    meetings: ordered(
      own('meeting').map((record) => ({ record, standing: meetingStanding(record, asOf) })),
      MEETING_STANDINGS,
      ({ record, standing }) => ({ day: firstDay(record, 'start'), newestFirst: standing === 'past' }),
    ),
    projects: ordered(
      own('project').map((record) => ({
        record,
        standing: projectStanding(record, asOf),
        ...onlyThrough(record, code, members),
      })),
      PROJECT_STANDINGS,
      ({ record, standing }) =>
        standing === 'planned'
          ? { day: firstDay(record, 'start') }
          : { day: lastDay(record, 'end'), newestFirst: standing === 'ended' },
    ),
    contacts: own('contact-point')
      .map(({ entity }) => ({ entity, ...contactStanding(checksOf.get(entity) ?? [], asOf) }))
      .toSorted((a, b) => Number(a.lapsed) - Number(b.lapsed) || -compareChecks(a, b)),
    raised: own('meeting')
      .flatMap(raisedAt)
      .toSorted((a, b) => compareDays(b.on && latestDay(b.on), a.on && latestDay(a.on))),
    work: records
      .filter(({ doubts }) => doubts.length > 0)
      .map(({ entity, doubts }) => ({ entity, doubts: doubts.toSorted(byUrgency) }))
      .toSorted((a, b) => rankOf(a) - rankOf(b)),
    noneFound: kinds.filter((kind) => !of.has(kind)),
  }
}

/** PFO-26: by what a project is tied to a place that no source names for it. */
function onlyThrough(
  record: PortfolioRecord,
  code: string,
  members: readonly string[],
): Pick<PartnerProject, 'regions' | 'countries'> {
  const [countries, regions] = [wordsIn(record, 'countries'), wordsIn(record, 'regions')]
  if (countries.includes(code) || regions.includes(code)) return { regions: [], countries: [] }
  const own = countries.filter((country) => members.includes(country))
  return own.length > 0 ? { regions: [], countries: own } : { regions, countries: [] }
}

interface Weighed<S> {
  readonly record: PortfolioRecord
  readonly standing: S
}
interface Place {
  readonly day: CalendarDate | undefined
  readonly newestFirst?: boolean
}

/** By standing, then by day, then by name; what has no day comes last within its standing. */
function ordered<S, W extends Weighed<S>>(
  weighed: readonly W[],
  standings: readonly S[],
  placeOf: (one: W) => Place,
): readonly (Omit<W, 'record'> & { readonly entity: string })[] {
  return weighed
    .map((one) => ({ one, place: placeOf(one) }))
    .toSorted((a, b) => {
      const between = standings.indexOf(a.one.standing) - standings.indexOf(b.one.standing)
      if (between !== 0) return between
      const days = compareDays(a.place.day, b.place.day)
      const dated = a.place.day !== undefined && b.place.day !== undefined
      return (dated && a.place.newestFirst ? -days : days) || (a.one.record.name < b.one.record.name ? -1 : 1)
    })
    .map(({ one: { record, ...rest } }) => ({ ...rest, entity: record.entity }))
}

function compareDays(a: CalendarDate | undefined, b: CalendarDate | undefined): number {
  if (a === b) return 0
  if (a === undefined) return 1
  if (b === undefined) return -1
  return a < b ? -1 : 1
}

function compareChecks({ lastCheck: a }: ContactStanding, { lastCheck: b }: ContactStanding): number {
  if (!a || !b) return Number(a !== undefined) - Number(b !== undefined)
  return comparePartialDates(a.on, b.on)
}

function promiserOf(record: PortfolioRecord, code: string): Promiser {
  const by = wordsIn(record, 'by')
  if (by.includes(code)) return by.length === 1 ? 'they' : 'both'
  return by.length === 0 ? 'not-stated' : 'we'
}

/** PFO-24: every norm raised at the meeting, with the reply where one is on record. */
function raisedAt(meeting: PortfolioRecord): readonly RaisedNorm[] {
  const [on] = datesIn(meeting, 'start')
  const unverified = meeting.doubts.some(
    ({ property, what }) => property === 'raised' && what === 'unverified',
  )
  return valuesOf(meeting, 'raised').flatMap((value): RaisedNorm[] => {
    if (typeof value !== 'object' || Array.isArray(value)) return []
    const said = new Map(
      Object.entries(value).flatMap(([part, text]) =>
        typeof text === 'string' ? [[part, text] as const] : [],
      ),
    )
    const norm = said.get('norm')
    if (norm === undefined) return []
    const [by, what, reply] = [said.get('by'), said.get('what'), said.get('reply')]
    return [
      {
        entity: meeting.entity,
        norm,
        unverified,
        ...(on === undefined ? {} : { on }),
        ...(by === undefined ? {} : { by }),
        ...(what === undefined ? {} : { what }),
        ...(reply === undefined ? {} : { reply }),
      },
    ]
  })
}

/** PFO-25: what is asked first of the list of work. */
const WORK: readonly string[] = ['commitment', 'meeting', 'contact-point', 'project']
const URGENCY: readonly RecordDoubt['what'][] = ['missing', 'contested', 'unverified']

function rankOf({ entity, doubts }: OpenPoint): number {
  const place = WORK.indexOf(kindOfEntity(entity))
  const gravest = URGENCY.findIndex((what) => doubts.some((doubt) => doubt.what === what))
  return gravest * (WORK.length + 1) + (place === -1 ? WORK.length : place)
}

function byUrgency(a: RecordDoubt, b: RecordDoubt): number {
  return URGENCY.indexOf(a.what) - URGENCY.indexOf(b.what)
}
