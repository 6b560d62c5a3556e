/**
 * What single parts of an act get wrong: a day that cannot be, a version that is not there, names without anything that
 * identifies them, a position that is not the chair's to write down. Each refusal names its part.
 *
 * Rests on: PRC-33, PRC-36, PRC-37 to PRC-39. Next door: `act-hindrances.ts`.
 */
import type { CalendarDate } from '../kernel/partial-date.ts'
import type { Track } from '../kernel/process-graph.ts'
import { inWords } from '../refusal/refusal-words.ts'
import type { Act, DocumentReference } from './act.ts'
import { hinder } from './hinder.ts'
import { whyNoVersion } from './joint-text/joint-text.ts'
import { readJointText } from './joint-text/read-joint-text.ts'
import type { Course, Refusal, Say } from './procedure.ts'
import { holds, membersOn, readPositions } from './read-positions.ts'
import { holderByParty } from './vote-now.ts'
import { faultOfProxies } from './voting/electorate.ts'

/** PRC-38: the version of the text that an act names is there. */
export function ofVersions({ acts }: Course, act: Act): Refusal | null {
  const named = versionsIn(act)
  if (named.length === 0) return null
  const text = readJointText(acts)
  const [missing] = named.flatMap(({ field, version }) => {
    const words = whyNoVersion(text, version)
    return words ? [{ field, words }] : []
  })
  return missing ? hinder('PRC-38', missing.words, missing.field) : null
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
  switch (act.verb) {
    case 'put-on-agenda':
      return act.meeting >= today
        ? null
        : hinder('PRC-33', inWords('meeting-in-the-past', { day: act.meeting, today }), 'meeting')
    case 'record-positions':
      return act.meeting <= today && act.meeting >= course.openedOn
        ? null
        : hinder('PRC-33', inWords('said-on-another-day', { day: act.meeting, today }), 'meeting')
    case 'record-vote':
      if (act.held > today)
        return hinder('PRC-33', inWords('vote-not-held-yet', { day: act.held, today }), 'held')
      return act.held >= course.openedOn
        ? null
        : hinder('PRC-33', inWords('vote-before-opening', { since: course.openedOn, day: act.held }), 'held')
    case 'publish':
    case 'notify':
    case 'implement':
    case 'review':
      return act.on <= today ? null : hinder('PRC-33', inWords('not-done-yet', { day: act.on, today }), 'on')
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
    return hinder('PRC-15', inWords('not-counted-as-present', { day: today, party: stranger }))
  const represented = new Set(proxies.map(({ party }) => party))
  const fault =
    represented.size < proxies.length
      ? inWords('vote-given-twice', { party: twiceIn(proxies) })
      : faultOfProxies(holderByParty(proxies), present ?? members)
  return fault === null ? null : hinder('PRC-39', fault, 'proxies')
}

function twiceIn(proxies: readonly { readonly party: string }[]): readonly string[] {
  const parties = proxies.map(({ party }) => party)
  return [...new Set(parties.filter((one, index) => parties.indexOf(one) !== index))]
}

/** PRC-36: a listing says whom it lists, and what tells each from others. */
export function ofListed(track: Track, { listed }: Say<'propose'>): Refusal | null {
  if (!track.notifies) return listed ? hinder('PRC-36', inWords('lists-nobody'), 'listed') : null
  return listed ? null : hinder('PRC-36', inWords('whom-it-lists'), 'listed')
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
    return hinder('PRC-11', inWords('no-member-state', { party: stranger, day }), 'positions')
  const twice = named.find((one, index) => named.indexOf(one) !== index)
  if (twice !== undefined) return hinder('PRC-37', inWords('state-twice', { party: twice }), 'positions')
  const silence = course.silences.at(-1)
  if (silence?.status === 'running' && positions.some(({ position }) => holds(position)))
    return hinder('PRC-26', inWords('state-breaks-silence', { until: silence.until }), 'positions')
  const own = readPositions(course, day)
    .filter(({ position, recordedBy }) => position !== null && recordedBy === undefined)
    .map(({ party }) => party)
    .filter((one) => named.includes(one))
  return own.length === 0 ? null : hinder('PRC-37', inWords('stated-by-itself', { party: own }), 'positions')
}
