/**
 * Where the parties stand: of each Member State the last thing it said, how it would count, and what it said before.
 *
 * Who said nothing is unknown. A position lifted is unknown again: lifting a reserve is not support. A party that holds
 * a paragraph keeps the whole open, even if it supports the rest.
 *
 * Rests on: PRC-11, PRC-12, PRC-31. Next door: `position.ts` for how each counts, `voting/` counts them.
 */
import { isMemberState, MEMBER_STATES } from '../incident/member-states.ts'
import type { CalendarDate } from '../kernel/partial-date.ts'
import { isReserve, type Position, type Stance, STANCE_OF } from './position.ts'
import type { Course, PartyPosition, PositionEntry, Reserve } from './procedure.ts'

/** The Member States of a day, in protocol order. */
export function membersOn(day: CalendarDate): readonly string[] {
  return MEMBER_STATES.filter((code) => isMemberState(code, day))
}

/** The positions of every Member State of the day, in protocol order. */
export function readPositions(
  { stated, roundFrom }: Pick<Course, 'stated' | 'roundFrom'>,
  day: CalendarDate,
): readonly PartyPosition[] {
  return membersOn(day).map((party) => {
    const mine = (entries: readonly PositionEntry[]) => entries.filter((entry) => entry.party === party)
    return readParty(party, mine(stated.slice(roundFrom)), mine(stated))
  })
}

function readParty(
  party: string,
  current: readonly PositionEntry[],
  history: readonly PositionEntry[],
): PartyPosition {
  const last = new Map<string, PositionEntry>()
  for (const entry of current) last.set(entry.paragraph ?? '', entry)
  const whole = last.get('')
  const paragraphs = [...last.values()].filter(
    ({ paragraph, position }) => paragraph !== undefined && position !== null,
  )
  const said = whole?.position ? whole : undefined
  return {
    party,
    position: said?.position ?? null,
    ...(said?.comment === undefined ? {} : { comment: said.comment }),
    ...(said ? { since: said.at } : {}),
    ...(said?.recordedBy === undefined ? {} : { recordedBy: said.recordedBy }),
    stance: stanceOf(said?.position ?? null, paragraphs),
    paragraphs,
    history,
  }
}

function stanceOf(position: Position | null, paragraphs: readonly PositionEntry[]): Stance {
  const stance = position === null ? 'unknown' : STANCE_OF[position]
  const held = paragraphs.some((entry) => entry.position !== null && holds(entry.position))
  return stance === 'yes' && held ? 'unknown' : stance
}

/** A position that keeps what it concerns from being agreed. */
export function holds(position: Position): boolean {
  return isReserve(position) || position === 'oppose'
}

/** Reserves that stand, on the whole or on a paragraph, in protocol order. */
export function openReserves(positions: readonly PartyPosition[]): readonly Reserve[] {
  return positions.flatMap(({ party, history, paragraphs, position, since }) => {
    const whole = history.findLast(
      (entry) => entry.paragraph === undefined && entry.party === party && entry.at === since,
    )
    return [...(position !== null && whole ? [whole] : []), ...paragraphs].flatMap((entry) =>
      entry.position !== null && isReserve(entry.position) ? [{ ...entry, position: entry.position }] : [],
    )
  })
}

/** What the party holds at that place, the whole or a paragraph; null when it holds nothing. */
export function standingAt(
  positions: readonly PartyPosition[],
  party: string,
  paragraph: string | undefined,
): Position | null {
  const mine = positions.find((one) => one.party === party)
  if (paragraph === undefined) return mine?.position ?? null
  return mine?.paragraphs.find((entry) => entry.paragraph === paragraph)?.position ?? null
}
