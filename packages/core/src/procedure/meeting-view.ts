/**
 * One meeting: everything on the table of a body on a day, as a chair needs it in one view.
 *
 * In: procedures, a body, a day and the order in which Member States are read out. Out: items with their state, rule,
 * outcome so far, positions, reserves and deadlines before and after. Only what the caller could read is in it.
 *
 * Rests on: the agendas of the procedures. Next door: `read-procedure.ts`, `read-tracks.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Body, Deadline, PartyPosition, Procedure, Reserve, Silence, VoteNow } from './procedure.ts'
import type { NamedProcedure } from './read-tracks.ts'

export interface MeetingItem {
  readonly entity: string
  readonly case: string
  readonly title: string
  readonly measure: string
  readonly measureLabel: string
  readonly trackLabel: string
  readonly trackVerified: boolean
  /** how the item stands on the agenda (I, A, B …); absent when the agenda does not say */
  readonly item?: string
  /** false: it stands before this body, but is on no agenda of that day */
  readonly onAgenda: boolean
  readonly state: Procedure['state']
  readonly outcome: Procedure['outcome']
  /** null where nobody votes */
  readonly vote: VoteNow | null
  /** in the order asked for */
  readonly positions: readonly PartyPosition[]
  readonly reserves: readonly Reserve[]
  readonly silence: Silence | null
  /** deadlines until the day of the meeting, this meeting left out */
  readonly before: readonly Deadline[]
  readonly after: readonly Deadline[]
}

export interface MeetingView {
  readonly body: Body
  readonly date: CalendarDate
  /** what is on the agenda first, by its item there; whatever names none after it, in the order of the procedures given */
  readonly items: readonly MeetingItem[]
}

/** The day of the body's next meeting on any agenda, from a day on; null when none is set. */
export function nextMeeting(
  procedures: readonly NamedProcedure[],
  body: Body,
  from: CalendarDate,
): CalendarDate | null {
  const days = procedures
    .flatMap(({ procedure }) => procedure.agenda)
    .filter((item) => item.body === body && item.meeting >= from)
    .map(({ meeting }) => meeting)
  return days.toSorted()[0] ?? null
}

/**
 * Everything on the table of a body on a day.
 * @param order codes of Member States in the order of reading, e.g. `MEMBER_STATES`; who is not in it comes last
 */
export function meetingView(
  procedures: readonly NamedProcedure[],
  body: Body,
  date: CalendarDate,
  order: readonly string[],
): MeetingView {
  const items = procedures.flatMap((one): readonly MeetingItem[] => {
    const { agenda, state, isOpen } = one.procedure
    const scheduled = agenda.findLast((item) => item.body === body && item.meeting === date)
    if (scheduled) return [itemOf(one, date, order, scheduled)]
    return isOpen && state.id === `s-${body}` ? [itemOf(one, date, order)] : []
  })
  return { body, date, items: items.toSorted(byAgenda) }
}

const ITEMS = new Intl.Collator('en', { numeric: true })

/** The agenda first, in its own order: item 3 (b) after 3 (a), item 10 after 9. */
function byAgenda(a: MeetingItem, b: MeetingItem): number {
  if (a.onAgenda !== b.onAgenda) return a.onAgenda ? -1 : 1
  if (a.item === undefined || b.item === undefined)
    return Number(a.item === undefined) - Number(b.item === undefined)
  return ITEMS.compare(a.item, b.item)
}

function itemOf(
  { entity, procedure }: NamedProcedure,
  date: CalendarDate,
  order: readonly string[],
  scheduled?: Procedure['agenda'][number],
): MeetingItem {
  const { title, measure, measureLabel, trackLabel, trackVerified } = procedure
  const { state, outcome, vote, positions, reserves, silence, deadlines } = procedure
  const isThis = (one: Deadline) => one.kind === 'meeting' && one.on === date
  const others = deadlines.filter((one) => !one.past && !isThis(one))
  const place = (party: string) => (order.includes(party) ? order.indexOf(party) : order.length)
  return {
    entity,
    case: procedure.case,
    title,
    measure,
    measureLabel,
    trackLabel,
    trackVerified,
    ...(scheduled?.item === undefined ? {} : { item: scheduled.item }),
    onAgenda: scheduled !== undefined,
    state,
    outcome,
    vote,
    positions: positions.toSorted((a, b) => place(a.party) - place(b.party)),
    reserves: reserves.toSorted((a, b) => place(a.party) - place(b.party)),
    silence,
    before: others.filter((one) => dayOf(one) <= date),
    after: others.filter((one) => dayOf(one) > date),
  }
}

function dayOf({ kind, on }: Deadline): CalendarDate {
  return kind === 'silence' ? dayInBrussels(on) : on
}
