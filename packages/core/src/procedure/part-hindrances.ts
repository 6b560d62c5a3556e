/**
 * What single parts of an act get wrong: a day that cannot be, a version that is not there, names without anything that
 * identifies them, a position that is not the chair's to write down. Each refusal names its part.
 *
 * Rests on: PRC-33, PRC-36, PRC-37 to PRC-39. Next door: `act-hindrances.ts`.
 */
import { type CalendarDate, formatPartialDate } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import type { Act, DocumentReference } from './act.ts'
import { refuse } from './hindrances.ts'
import { readJointText } from './joint-text/read-joint-text.ts'
import type { Course, Refusal, Say } from './procedure.ts'
import { holds, membersOn, readPositions } from './read-positions.ts'
import { sayBrussels } from './say-brussels.ts'
import { holderByParty } from './vote-now.ts'
import { faultOfProxies } from './voting/electorate.ts'

/** PRC-38: the version of the text that an act names is there. */
export function ofVersions({ acts }: Course, act: Act): Refusal | null {
  const named = versionsIn(act)
  if (named.length === 0) return null
  const count = readJointText(acts).versions.length
  const missing = named.find(({ version }) => version > count)
  if (!missing) return null
  const has = count === 0 ? 'no text has been laid yet' : `it has versions 1 to ${count}`
  return refuse('PRC-38', `The joint text has no version ${missing.version}; ${has}.`, missing.field)
}

function versionsOf(field: string, papers: readonly DocumentReference[]) {
  return papers.flatMap(({ version }) => (version === undefined ? [] : [{ field, version }]))
}

function versionsIn(act: Act): readonly { readonly field: string; readonly version: number }[] {
  switch (act.verb) {
    case 'propose':
      return versionsOf('documents', act.documents ?? [])
    case 'circulate':
      return versionsOf('documents', act.documents)
    case 'adopt':
      return versionsOf('acts', act.acts)
    case 'open-silence':
      return act.version === undefined ? [] : [{ field: 'version', version: act.version }]
    default:
      return []
  }
}

/** PRC-33: a meeting lies ahead; what was done was done by now, and not before there was a procedure. */
export function ofDays(course: Course, act: Act, today: CalendarDate): Refusal | null {
  const say = formatPartialDate
  switch (act.verb) {
    case 'put-on-agenda':
      return act.meeting >= today
        ? null
        : refuse(
            'PRC-33',
            `A meeting is put on an agenda ahead; ${say(act.meeting)} lies before today, ${say(today)}.`,
            'meeting',
          )
    case 'record-positions':
      return act.meeting <= today && act.meeting >= course.openedOn
        ? null
        : refuse(
            'PRC-33',
            `What was said is recorded once it was said, of this procedure; seen ${say(act.meeting)}, today is ${say(today)}.`,
            'meeting',
          )
    case 'record-vote':
      if (act.held > today)
        return refuse(
          'PRC-33',
          `A vote is recorded once it was held; ${say(act.held)} lies after today, ${say(today)}.`,
          'held',
        )
      return act.held >= course.openedOn
        ? null
        : refuse(
            'PRC-33',
            `The procedure was opened on ${say(course.openedOn)}; no vote on it was held on ${say(act.held)}.`,
            'held',
          )
    case 'publish':
    case 'notify':
    case 'implement':
    case 'review':
      return act.on <= today
        ? null
        : refuse(
            'PRC-33',
            `It is recorded once it was done; ${say(act.on)} lies after today, ${say(today)}.`,
            'on',
          )
    default:
      return null
  }
}

/** PRC-15, PRC-39: who was at the meeting, and whose votes they give. */
export function ofAttendance(
  { present, proxies = [] }: Say<'record-vote'>,
  today: CalendarDate,
): Refusal | null {
  const members = membersOn(today)
  const named = [...(present ?? []), ...proxies.flatMap(({ party, holder }) => [party, holder])]
  const stranger = named.find((one) => !members.includes(one))
  if (stranger !== undefined)
    return refuse(
      'PRC-15',
      `${stranger} is no Member State on ${today}; only members are counted as present.`,
    )
  const represented = new Set(proxies.map(({ party }) => party))
  const fault =
    represented.size < proxies.length
      ? 'the vote of one member is given by two'
      : faultOfProxies(holderByParty(proxies), present ?? members)
  return fault === null
    ? null
    : refuse('PRC-39', `A vote of another cannot be given so: ${fault}.`, 'proxies')
}

/** PRC-36: a listing says whom it lists, and what tells each from others. */
export function ofListed(track: Track, { listed }: Say<'propose'>): Refusal | null {
  if (!track.notifies)
    return listed ? refuse('PRC-36', `Nobody is listed on "${track.label}".`, 'listed') : null
  return listed
    ? null
    : refuse(
        'PRC-36',
        'A listing names whom it lists, each with what identifies them: date of birth, function, number of registration.',
        'listed',
      )
}

/** PRC-37: the chair writes down what was said in the room, and never over what a State has said itself. */
export function ofRecordedPositions(
  course: Course,
  { positions }: Say<'record-positions'>,
  day: CalendarDate,
): Refusal | null {
  const named = positions.map(({ party }) => party)
  const members = membersOn(day)
  const stranger = named.find((one) => !members.includes(one))
  if (stranger !== undefined)
    return refuse('PRC-11', `${stranger} is no Member State on ${formatPartialDate(day)}.`, 'positions')
  const twice = named.find((one, index) => named.indexOf(one) !== index)
  if (twice !== undefined)
    return refuse('PRC-37', `${twice} stands twice; a State has one position.`, 'positions')
  const silence = course.silences.at(-1)
  if (silence?.status === 'running' && positions.some(({ position }) => holds(position)))
    return refuse(
      'PRC-26',
      `Silence runs until ${sayBrussels(silence.until)}, and a position does not stop it: the State breaks silence itself.`,
      'positions',
    )
  const own = readPositions(course, day)
    .filter(({ position, recordedBy }) => position !== null && recordedBy === undefined)
    .map(({ party }) => party)
    .filter((one) => named.includes(one))
  return own.length === 0
    ? null
    : refuse(
        'PRC-37',
        `${own.join(', ')} stated a position here; who stated it changes or lifts it, and nobody for it.`,
        'positions',
      )
}
