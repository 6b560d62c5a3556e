/**
 * What the rule of the track would give if the question were put now, from the positions on record.
 *
 * In: the course of a procedure and the day. Out: the counted outcome with its reasons, or why it cannot be counted. Who
 * has not said is unknown; silence is consent inside a silence procedure alone, once it has expired.
 *
 * Rests on: PRC-14; docs/rules/voting.md. Next door: `voting/count-votes.ts`, `read-positions.ts`.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import type { Act } from './act.ts'
import { stateOf } from './graph.ts'
import type { Brake, Course, ProcessDoctrine, VoteNow } from './procedure.ts'
import { readPositions } from './read-positions.ts'
import { countVotes } from './voting/count-votes.ts'
import { populationOn } from './voting/population-on.ts'
import { COUNTED_RULES } from './voting/vote.ts'

/** Who was at the meeting. */
export type Attendance = Pick<Extract<Act, { verb: 'record-vote' }>, 'present' | 'proxies'>

/**
 * Counts the vote of a procedure as it stands on a day.
 * @param attendance Member States at the meeting and whose votes they give, where that is known; all of them when absent
 * @returns null where nobody votes; `outcome: null` with the remark when there is no table of populations for the day
 */
export function voteNow(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  day: CalendarDate,
  { present, proxies }: Attendance = {},
): VoteNow | null {
  const rule = COUNTED_RULES.find((one) => one === track.rule)
  if (!rule) return null
  const { table, reason } = populationOn(doctrine, day)
  if (!table) return { rule, outcome: null, remark: reason, table: null }
  const silence = course.silences.at(-1)
  const broken =
    stateOf(doctrine, course.state.id)?.kind === 'wait' && silence?.status === 'broken'
      ? silence.objections.map(({ party }) => party)
      : []
  const isCounted = (party: string) => Object.hasOwn(table.percent, party)
  const stances = readPositions(course, day).map(
    ({ party, stance }) => [party, broken.includes(party) ? 'no' : stance] as const,
  )
  const outcome = countVotes({
    rule,
    stances: Object.fromEntries(stances.filter(([party]) => isCounted(party))),
    population: table,
    brake: standingBrakes(course)
      .map(({ party }) => party)
      .filter(isCounted),
    silence: silence?.status === 'adopted' ? 'expired' : 'running',
    ...(present ? { present: present.filter(isCounted) } : {}),
    ...(proxies ? { proxies: holderByParty(proxies) } : {}),
  })
  return { rule, outcome, remark: reason, table: table.id }
}

/** By absent member who gives its vote. */
export function holderByParty(proxies: NonNullable<Attendance['proxies']>): Record<string, string> {
  return Object.fromEntries(proxies.map(({ party, holder }) => [party, holder]))
}

/** Brakes that were invoked and not withdrawn. */
export function standingBrakes({ brakes }: Pick<Course, 'brakes'>): readonly Brake[] {
  return brakes.filter(({ withdrawn }) => withdrawn === undefined)
}
