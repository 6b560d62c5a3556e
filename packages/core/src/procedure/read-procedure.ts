/**
 * Reads a procedure: where it stands at an instant, from its acts and the graph of doctrine alone.
 *
 * Acts that came later than the instant are not there yet, so a later act never changes how the past reads. An act that
 * was not allowed at its place is named under `ignored` with the rule, and changes nothing.
 *
 * Rests on: PRC-02, PRC-25. Next door: `take-act.ts`, `act-hindrances.ts`, `next-acts.ts`.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Instant } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import { hindranceOfAct } from './act-hindrances.ts'
import type { RecordedAct } from './act.ts'
import { prolongedUntil, readDeadlines } from './deadlines.ts'
import { labelOf, stateOf, trackOf } from './graph.ts'
import { isUndecided } from './hindrances.ts'
import type { Course, IgnoredAct, Outcome, Procedure, ProcessDoctrine } from './procedure.ts'
import { inOrder } from './procedure-vocabulary.ts'
import { openReserves, readPositions } from './read-positions.ts'
import { openCourse, passTime, takeAct } from './take-act.ts'
import { standingBrakes, voteNow } from './vote-now.ts'

/**
 * Reads a procedure.
 *
 * @param acts all acts of one procedure, in any order
 * @param at the present instant, UTC; what was recorded after it is left out
 * @returns null when it had not been opened by then, or when doctrine has no such track
 */
export function readProcedure(
  doctrine: ProcessDoctrine,
  acts: readonly RecordedAct[],
  at: Instant,
): Procedure | null {
  let course: Course | null = null
  const ignored: IgnoredAct[] = []
  for (const recorded of acts.filter((one) => one.at <= at).toSorted(inOrder)) {
    if (course) course = passTime(doctrine, course, recorded.at)
    const hindrance = hindranceOfAct(doctrine, course, recorded)
    if (hindrance) ignored.push({ recorded, ...hindrance })
    else course = take(doctrine, course, recorded)
  }
  const track = course && trackOf(doctrine, course)
  if (!course || !track) return null
  return present(doctrine, passTime(doctrine, course, at), track, ignored, at)
}

/**
 * The same procedure at another instant, where only the clock differs: the day in Brussels is the same and no silence ended in
 * between. Acts are the caller's to watch: all were there at both.
 * @returns null where it must be read again
 */
export function atAnotherInstant(procedure: Procedure, at: Instant): Procedure | null {
  const { silence } = procedure
  if (at === procedure.at) return procedure
  if (dayInBrussels(at) !== dayInBrussels(procedure.at)) return null
  const [first, last] = at < procedure.at ? [at, procedure.at] : [procedure.at, at]
  if (silence && first < silence.until && silence.until <= last) return null
  return { ...procedure, at }
}

function take(doctrine: ProcessDoctrine, course: Course | null, recorded: RecordedAct): Course | null {
  if (course) return takeAct(doctrine, course, recorded)
  return recorded.act.verb === 'open' ? openCourse(doctrine, recorded, recorded.act) : null
}

function present(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  ignored: readonly IgnoredAct[],
  at: Instant,
): Procedure {
  const day = dayInBrussels(at)
  const positions = readPositions(course, day)
  const outcome = outcomeOf(course)
  return {
    ...course,
    at,
    trackLabel: track.label,
    trackVerified: track.verified,
    measureLabel: labelOf(doctrine.measures, course.measure),
    outcome,
    isOpen: isUndecided(course) && stateOf(doctrine, course.state.id)?.kind !== 'end',
    agenda: course.agenda.map((item) => ({ ...item, past: item.meeting < day })),
    positions,
    reserves: openReserves(positions),
    silence: course.silences.at(-1) ?? null,
    standingBrakes: standingBrakes(course),
    vote: voteNow(doctrine, course, track, day),
    adoption: course.adoptions.at(-1) ?? null,
    prolongedUntil: prolongedUntil(course),
    // a meeting is no deadline of what is blocked or decided: nothing waits for it
    deadlines: readDeadlines(course, track, at).filter(
      ({ kind }) => kind !== 'meeting' || outcome === 'open' || course.prolonging !== null,
    ),
    ignored,
  }
}

/** Objected to, failed or left to States: not adopted, until it is taken up again. */
const NOT_ADOPTED: readonly string[] = ['s-blocked', 's-national']

function outcomeOf({ lapsed, noAction, adoptions, state }: Course): Outcome {
  if (lapsed) return 'lapsed'
  if (noAction) return 'no-action'
  if (adoptions.length > 0) return 'adopted'
  return NOT_ADOPTED.includes(state.id) ? 'not-adopted' : 'open'
}
