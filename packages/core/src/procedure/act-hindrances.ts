/**
 * What the words of an act add to what stands in its way: the papers it brings, its dates, its names, its second person.
 *
 * In: doctrine, the course so far and a whole act. Out: the first hindrance with its rule, or null.
 *
 * Rests on: docs/rules/procedure.md. Next door: `hindrances.ts` for what does not depend on the words.
 */
import { dayInBrussels } from '../kernel/brussels-day.ts'
import type { Track } from '../kernel/process-graph.ts'
import { inWords, type Labelled } from '../refusal/refusal-words.ts'
import type { Act, ActVerb, DocumentReference, RecordedAct } from './act.ts'
import { entryOn, labelOf, missingPapers, papersFor, trackOf } from './graph.ts'
import { hinder, refuse } from './hinder.ts'
import { hindranceOf, intendedStep, type Intent } from './hindrances.ts'
import { readJointText } from './joint-text/read-joint-text.ts'
import { ofOwn } from './own-hindrances.ts'
import { ofAttendance, ofDays, ofListed, ofRecordedPositions, ofVersions } from './part-hindrances.ts'
import type { Course, ProcessDoctrine, Refusal, Say } from './procedure.ts'
import { holds, membersOn, readPositions, standingAt } from './read-positions.ts'
import { ofVote } from './vote-hindrances.ts'

/** Acts that a Member State alone can do, whoever would let others. */
const OF_MEMBER_STATES: readonly ActVerb[] = [
  'state-position',
  'lift-position',
  'invoke-brake',
  'withdraw-brake',
  'break-silence',
  'comment-on-silence',
]

export function intentOf(act: Act): Intent {
  if (act.verb === 'move') return { verb: 'move', transition: act.transition }
  return act.verb === 'put-on-agenda' ? { verb: act.verb, body: act.body } : { verb: act.verb }
}

/**
 * What stands in the way of an act at its place, whoever does it; null when nothing does.
 * @param course as it stood just before the act; null before the procedure was opened
 */
export function hindranceOfAct(
  doctrine: ProcessDoctrine,
  course: Course | null,
  recorded: RecordedAct,
): Refusal | null {
  const { act, at, party } = recorded
  const hindrance = hindranceOf(doctrine, course, intentOf(act), at)
  if (hindrance) return hindrance
  if (!course) return act.verb === 'open' ? ofOpening(doctrine, act, at) : null
  const track = trackOf(doctrine, course)
  if (!track) return null
  if (OF_MEMBER_STATES.includes(act.verb) && !membersOn(dayInBrussels(at)).includes(party))
    return hinder('PRC-11', inWords('no-member-state', { party, day: dayInBrussels(at) }))
  return (
    ofOwn(course, act.verb, recorded) ??
    ofDays(course, act, dayInBrussels(at)) ??
    ofVersions(course, act) ??
    ofWords(doctrine, course, track, recorded) ??
    ofText(course, recorded)
  )
}

function ofOpening(doctrine: ProcessDoctrine, act: Say<'open'>, at: string): Refusal | null {
  const day = dayInBrussels(at)
  const track = entryOn(doctrine.tracks, act.track, day)
  if (!track) {
    const ways = doctrine.tracks.filter(({ measures }) => measures.includes(act.measure)).map(({ id }) => id)
    return refuse(
      'PRC-06',
      `Doctrine has no track "${act.track}"; "${act.measure}" takes ${ways.join(' or ') || 'none'}.`,
    )
  }
  return track.measures.includes(act.measure)
    ? null
    : refuse('PRC-06', `"${track.label}" does not carry "${labelOf(doctrine.measures, act.measure)}".`)
}

function ofWords(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  recorded: RecordedAct,
): Refusal | null {
  const { act, at, party } = recorded
  const day = dayInBrussels(at)
  const silence = course.silences.at(-1)
  switch (act.verb) {
    case 'propose':
      return ofPapers(doctrine, course, track, act, act.documents ?? []) ?? ofListed(track, act)
    case 'state-position':
      return silence?.status === 'running' && holds(act.position)
        ? hinder('PRC-26', inWords('silence-not-stopped', { until: silence.until }))
        : null
    case 'record-positions':
      return ofRecordedPositions(course, act, day)
    case 'lift-position':
      return standingAt(readPositions(course, day), party, act.paragraph) === null
        ? hinder('PRC-12', inWords('nothing-to-lift', { party }))
        : null
    case 'open-silence':
      return act.until > at
        ? null
        : hinder('PRC-22', inWords('silence-in-the-past', { until: act.until, now: at }), 'until')
    case 'extend-silence':
      return !silence || act.until > silence.until
        ? null
        : hinder(
            'PRC-23',
            inWords('extension-too-early', { running: silence.until, until: act.until }),
            'until',
          )
    case 'record-vote':
      return ofAttendance(act, day) ?? ofVote(doctrine, course, track, 'settled', at, act)
    case 'adopt':
      return ofPapers(doctrine, course, track, act, act.acts) ?? ofActs(doctrine, course, track, act.acts)
    case 'confirm':
      return course.adoptionProposed?.statement === act.confirms
        ? null
        : hinder('PRC-17', inWords('other-adoption-waits'))
    case 'publish': {
      const adopted = dayInBrussels(course.adoptions.at(-1)?.at ?? at)
      return act.on < adopted
        ? hinder('PRC-18', inWords('published-before-adoption', { day: act.on, since: adopted }), 'on')
        : null
    }
    case 'prolong':
      return act.until > day
        ? null
        : hinder('PRC-19', inWords('prolonged-to-the-past', { today: day, day: act.until }), 'until')
    default:
      return null
  }
}

/** PRC-09: what the step asks for is on file, or comes with the act. */
function ofPapers(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  act: Act,
  brought: readonly DocumentReference[],
): Refusal | null {
  const step = intendedStep(doctrine, course, track, intentOf(act))
  const missing = step
    ? missingPapers(papersFor(step, track), course).filter(
        (outline) => !brought.some((paper) => paper.outline === outline),
      )
    : []
  return missing.length === 0
    ? null
    : hinder('PRC-09', inWords('papers-not-brought', { papers: labelsOf(doctrine, missing) }))
}

/** PRC-16: the acts that the track asks for, and where there are two, the same names in both annexes. */
function ofActs(
  doctrine: ProcessDoctrine,
  course: Course,
  track: Track,
  acts: readonly DocumentReference[],
): Refusal | null {
  const wanted = track.acts
  const seen = acts.map(({ outline }) => outline)
  if (wanted.length !== seen.length || wanted.some((outline) => !seen.includes(outline))) {
    const values = { papers: labelsOf(doctrine, wanted), seenPapers: labelsOf(doctrine, seen) }
    return hinder('PRC-16', inWords('other-acts', values))
  }
  if (wanted.length < 2) return null
  const annexes = acts.map(({ annex }) => namesOf(annex ?? []))
  if (annexes.some((annex) => annex === '[]')) return hinder('PRC-16', inWords('annex-missing'))
  if (new Set(annexes).size > 1) return hinder('PRC-16', inWords('annexes-differ'))
  const subjects = namesOf(course.subjects)
  return course.subjects.length > 0 && annexes[0] !== subjects
    ? hinder('PRC-16', inWords('annex-of-others'))
    : null
}

function labelsOf(doctrine: ProcessDoctrine, outlines: readonly string[]): readonly Labelled[] {
  return outlines.map((outline) => ({ label: labelOf(doctrine.documents, outline) }))
}

function namesOf(names: readonly string[]): string {
  return JSON.stringify([...new Set(names)].toSorted())
}

const OF_THE_TEXT: readonly ActVerb[] = [
  'set-text',
  'amend',
  'decide-amendment',
  'agree-paragraph',
  'state-position',
  'lift-position',
]

/** PRC-27: what speaks of the joint text fits it. */
function ofText({ acts }: Course, recorded: RecordedAct): Refusal | null {
  const { act, statement } = recorded
  if (!OF_THE_TEXT.includes(act.verb)) return null
  if ((act.verb === 'state-position' || act.verb === 'lift-position') && act.paragraph === undefined)
    return null
  const fault = readJointText([...acts, recorded]).faults.find((one) => one.statement === statement)
  return fault ? hinder('PRC-27', fault.words) : null
}
