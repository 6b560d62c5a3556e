/**
 * What the positions and the vote put in the way of a step: open reserves, brakes, a rule that is not met or not known to be.
 *
 * Rests on: PRC-10, PRC-13 to PRC-15. Next door: `hindrances.ts`, `vote-now.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track, Transition } from '../kernel/process-graph.ts'
import { inWords } from '../refusal/refusal-words.ts'
import { hinder } from './hinder.ts'
import type { Course, ProcessDoctrine, Refusal } from './procedure.ts'
import { holds, readPositions } from './read-positions.ts'
import { type Attendance, standingBrakes, voteNow } from './vote-now.ts'

/** What the positions put in the way of a step that needs something of them. */
export function ofPositions(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  { needs }: Transition,
  at: Instant,
): Refusal | null {
  const day = dayInBrussels(at)
  if (needs === 'no-open-reserve') {
    const held = readPositions(course, day)
      .filter(({ position, paragraphs }) =>
        [position, ...paragraphs.map((entry) => entry.position)].some((one) => one !== null && holds(one)),
      )
      .map(({ party }) => party)
    return held.length === 0 ? null : hinder('PRC-10', inWords('reserve-open', { party: held }))
  }
  return ofVote(doctrine, course, track, needs === 'adopted' ? 'true' : 'settled', at)
}

/** PRC-14, PRC-15: the question must be answered before it is recorded. */
export function ofVote(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  needed: 'true' | 'settled',
  at: Instant,
  attendance: Attendance = {},
): Refusal | null {
  const rule = needed === 'true' ? 'PRC-14' : 'PRC-15'
  const vote = voteNow(doctrine, course, track, dayInBrussels(at), attendance)
  if (!vote) return hinder(rule, inWords('nobody-votes'))
  if (!vote.outcome) return hinder(rule, inWords('vote-not-counted'))
  const { verdict, open, reasons } = vote.outcome
  const brakes = standingBrakes(course)
  if (brakes.length > 0)
    return hinder('PRC-13', inWords('brake-stands', { party: brakes.map(({ party }) => party) }))
  const quorum = reasons.find(({ id }) => id === 'quorum')
  if (quorum?.verdict === 'false')
    return hinder(rule, inWords('no-quorum', { count: quorum.most, least: quorum.needed }))
  if (verdict === 'true' || (needed === 'settled' && verdict === 'false')) return null
  if (verdict === 'false') return hinder(rule, inWords('rule-not-met'))
  return hinder(rule, open.length > 0 ? inWords('vote-unknown', { party: open }) : inWords('vote-too-close'))
}
